/* Working on what others work on, too: their changes, a date before it is saved, words of an article made an event. */
(function () {
  "use strict";

  const { html } = window.timelineElements;
  const FRAMES = 60; // frames after an answer in which a form may be drawn anew
  const EVERY = 1500; // ms between two questions whether anything has changed

  // --- what others change ------------------------------------------------------------------------

  let asking = false;
  async function look() {
    const page = window.timelinePage;
    if (document.hidden || asking || !page.idle()) return;
    asking = true;
    try {
      const answer = await fetch("version", { cache: "no-store" });
      if (answer.ok && Number(await answer.text()) > page.version() && page.idle()) page.send("refresh", written());
    } catch {
      // the program was ended, or begins anew: the next action tells
    } finally {
      asking = false;
    }
  }
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);

  /** What stands in the form that is open: it is drawn anew with the rest, and nothing written is lost. */
  function written() {
    const form = opened();
    return form ? values(form) : null;
  }

  const opened = () => document.querySelector("#detail form[data-act], #question form[data-act]");
  const fields = (form) => [...form.querySelectorAll("input, textarea, select")];

  let typed = null; // what the user has typed into the form that is open: its action, and its fields in order
  document.addEventListener(
    "input",
    (event) => {
      const form = event.isTrusted && event.target.closest("#detail form[data-act], #question form[data-act]");
      if (form) typed = { act: form.dataset.act, values: fields(form).map((one) => one.value) };
    },
    true
  );

  const forget = () => {
    typed = null;
  };

  /** What was typed while an answer was on its way stands in the form that the answer draws anew, too. */
  function keep(frames = FRAMES) {
    const form = opened();
    if (typed && form && form.dataset.act === typed.act) {
      fields(form).forEach((one, place) => write(one, typed.values[place]));
    }
    if (frames && typed) requestAnimationFrame(() => keep(frames - 1));
  }

  /** As if it were typed: React knows a field's value only by what it hears of it. */
  function write(field, value) {
    if (value === undefined || field.value === value) return;
    const kind = Object.getPrototypeOf(field);
    Object.getOwnPropertyDescriptor(kind, "value").set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The fields of a form by their names; of one without names, what is written into it. */
  function values(form) {
    const named = [...form.querySelectorAll("[name]")];
    if (!named.length) return form.querySelector("input").value;
    return Object.fromEntries(named.map((one) => [one.name, one.value]));
  }

  // --- a date before it is saved -----------------------------------------------------------------

  let typing = 0;
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-preview]")) return;
    clearTimeout(typing);
    typing = setTimeout(preview, 200, event.target);
  });

  async function preview(input) {
    const place = input.closest("form").querySelector(".preview");
    const text = input.value.trim();
    if (!place) return;
    if (!text) return void tell(place, "", null);
    const query = new URLSearchParams({ text, event: input.dataset.preview });
    const answer = await fetch(`date?${query}`);
    if (!answer.ok || input.value.trim() !== text) return;
    const said = await answer.json();
    const event = input.dataset.preview; // its row; a day of publication lies across all of them
    const band = said.days && { event, days: said.days, words: said.short };
    tell(place, said.words ? `That is: ${said.words}` : "That names no date yet.", band);
  }

  function tell(place, words, band) {
    place.textContent = words;
    window.timelineBands.set("preview", band);
  }

  /** The form is closed: what it showed on the axis goes. */
  const unpreview = () => window.timelineBands.set("preview", null);

  // --- words of an article made an event ---------------------------------------------------------

  const blank = /\s/u;

  /** The article and the characters of its text that are marked; null where none are. */
  function marked() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const [one, other] = [range.startContainer, range.endContainer].map(block);
    if (!one || !other || one.dataset.article !== other.dataset.article) return null;
    let start = place(one, range.startContainer, range.startOffset);
    let end = place(other, range.endContainer, range.endOffset);
    const words = [...range.toString()];
    for (let at = 0; at < words.length && blank.test(words[at]); at++) start++;
    for (let at = words.length - 1; at > 0 && blank.test(words[at]); at--) end--;
    return start < end ? [one.dataset.article, start, end] : null;
  }

  const block = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("#article [data-start]");

  /** Counted in characters as the server has them: one that the browser keeps as two halves is one. */
  function place(block, node, offset) {
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return Number(block.dataset.start) + [...before.toString()].length;
  }

  let button = null;
  function offer() {
    const found = window.timelineServer.refuses("mark") ? null : marked();
    if (!button) {
      button = html("button", { type: "button", id: "mark-event" }, "Add as event");
      button.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay marked
      button.addEventListener("click", () => {
        const words = marked();
        button.hidden = true;
        if (words) window.timelinePage.send("mark", words);
        window.getSelection().removeAllRanges();
      });
      document.body.append(button);
    }
    button.hidden = !found;
    if (!found) return;
    const rects = window.getSelection().getRangeAt(0).getClientRects();
    const last = rects[rects.length - 1];
    if (!last) return void (button.hidden = true);
    const x = Math.min(last.right, window.innerWidth - 130);
    const y = Math.min(last.bottom + 4, window.innerHeight - 40);
    button.style.transform = `translate(${Math.max(4, x)}px, ${Math.max(4, y)}px)`;
  }
  let settling = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(settling);
    settling = setTimeout(offer, 150);
  });
  document.addEventListener("scroll", () => button && (button.hidden = true), { capture: true, passive: true });

  // --- moments, by the clock of whoever looks ----------------------------------------------------

  const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

  function times() {
    for (const one of document.querySelectorAll("time[datetime]:not([data-told])")) {
      const moment = new Date(one.dateTime);
      if (!Number.isNaN(moment.getTime())) one.textContent = clock.format(moment);
      one.dataset.told = "true";
    }
  }

  window.timelineWork = { keep, forget, values, written, times, unpreview };
})();
