/*
 * The articles' text under the pointer: which time some words name, and what is told there. Where several events are
 * told by the same words, each click goes on to the next of them.
 */
(function () {
  "use strict";

  const BESIDE = 14; // px between the pointer and the card
  const MOST = 4; // events that a card lists

  let pointed = null;

  function card() {
    let found = document.getElementById("told");
    if (!found) {
      found = window.timelineElements.html("div", { id: "told", "aria-hidden": "true" }); // the panel says it to those who listen
      document.body.append(found);
    }
    return found;
  }

  /** What some words tell: the time they name, then the events, the narrowest first. */
  function lines(element) {
    const time = element.dataset.when ? [["time-told", element.dataset.when]] : [];
    const plan = window.timelineChart.plan();
    const names = (element.dataset.event || "").split(" ").filter(Boolean);
    const glyphs = plan ? names.map((name) => plan.glyphs.find((one) => one.event === name)).filter(Boolean) : [];
    const told = glyphs.slice(0, MOST).map((one) => ["event-told", `${one.title} · ${one.when || "date unknown"}`]);
    const more = names.length > 1 ? [["more-told", `${names.length} events are told here: click again for the next`]] : [];
    return [...time, ...told, ...more];
  }

  document.addEventListener("pointermove", (event) => {
    const element = event.target.closest ? event.target.closest("#article [data-when], #article mark") : null;
    if (element !== pointed) {
      pointed = element;
      const { html } = window.timelineElements;
      const made = element ? lines(element).map(([kind, words]) => html("div", { class: kind }, words)) : [];
      if (!made.length && !document.getElementById("told")) return;
      card().replaceChildren(...made);
      card().hidden = !made.length;
    }
    if (!element || card().hidden) return;
    const { offsetWidth: wide, offsetHeight: high } = card();
    const left = Math.min(event.clientX + BESIDE, window.innerWidth - wide - 4);
    const below = event.clientY + BESIDE + 8;
    const top = below + high > window.innerHeight ? event.clientY - BESIDE - high : below;
    card().style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  });

  for (const name of ["scroll", "keydown", "pointerdown"]) {
    document.addEventListener(name, hide, { capture: true, passive: true });
  }

  function hide() {
    const found = document.getElementById("told");
    if (found) found.hidden = true;
    pointed = null;
  }

  /** The event that a click on some words selects: the narrowest, or the next one where one of them is selected. */
  function next(element, selected) {
    const names = element.dataset.event.split(" ");
    return names[(names.indexOf(selected) + 1) % names.length];
  }

  window.timelineArticle = { next };
})();
