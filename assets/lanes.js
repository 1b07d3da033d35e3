/* Lanes in another order: a title is dragged by mouse or a resting finger, moved by its small arrows, or by keys. */
(function () {
  "use strict";

  const { make } = window.timelineSvg;
  const STILL = 4; // px a pointer may move and not drag
  const REST = 350; // ms a finger rests before it takes the lane and not the page
  const ARROW = 24; // px of an arrow, each way

  const plan = () => window.timelineChart.plan();
  const drawing = () => document.querySelector("#over svg");

  let put = null; // the lane that was put elsewhere last, until it is drawn there

  /** Put a lane before another, or behind it. */
  function place(key, other, after) {
    put = key;
    window.timelinePage.send("arrange", [key, other, after]);
  }

  /** A drawing stands: those who listen hear where the lane has come to. */
  function drawn({ lanes }) {
    const at = lanes.findIndex((lane) => lane.key === put);
    if (at >= 0) window.timelinePage.tell(`${put} is lane ${at + 1} of ${lanes.length}.`);
    put = null;
  }

  /** One step up (-1) or down (1). */
  function step(key, way) {
    const at = plan().lanes.findIndex((lane) => lane.key === key);
    const other = plan().lanes[at + way];
    if (at >= 0 && other) place(key, other.key, way > 0);
  }

  /** The lane whose title has the keyboard. */
  function stepFocused(way) {
    const title = document.activeElement.closest(".lane-title");
    if (title) step(title.dataset.arg, way);
  }

  /** What moves a lane without dragging it: arrows that show where its title is pointed at or has the keyboard. */
  function arrows(lanes, at) {
    const lane = lanes[at];
    const above = lane.title.anchor === "start"; // then there is room behind it
    const middle = above ? lane.title.y : (lane.top + lane.bottom) / 2;
    const upright = !above && lane.bottom - lane.top >= 2 * ARROW; // one above the other, to cover less of the title
    const start = above ? lane.title.x + lane.title.wide + 6 : 1;
    const made = [[-1, "M-4 2L0 -2L4 2", "up"], [1, "M-4 -2L0 2L4 -2", "down"]];
    return made
      .filter(([way]) => lanes[at + way])
      .map(([way, d, word]) => {
        const x = start + ARROW / 2 + (upright || way < 0 ? 0 : ARROW);
        const y = middle + (upright ? (way * ARROW) / 2 : 0);
        const says = `Move ${lane.key} ${word}`;
        const act = { role: "button", tabindex: -1, "aria-label": says, "data-lane": lane.key, "data-way": way };
        const hit = make("rect", { x: -ARROW / 2, y: -ARROW / 2, width: ARROW, height: ARROW, rx: 4 });
        const stands = { class: "lane-arrow", transform: `translate(${x},${y})` };
        return make("g", { ...stands, ...act }, make("title", {}, says), hit, make("path", { d }));
      });
  }

  document.addEventListener("click", (event) => {
    const arrow = event.target.closest("[data-way]");
    if (arrow) step(arrow.dataset.lane, Number(arrow.dataset.way));
  });

  // --- dragging ----------------------------------------------------------------------------------

  let held = null; // {key, title, y, id, resting: timer of a finger, slot: the lane it would stand before}
  let dragged = false;

  const heightOf = (event) => event.clientY - document.getElementById("chart").getBoundingClientRect().top;

  document.addEventListener("pointerdown", (event) => {
    const title = event.target.closest(".lane-title");
    if (!title || event.button !== 0 || held || plan().lanes.length < 2) return;
    dragged = false;
    held = { key: title.dataset.arg, title, y: heightOf(event), id: event.pointerId, resting: 0, slot: null };
    if (event.pointerType === "touch") held.resting = setTimeout(take, REST);
  });

  function take() {
    held.resting = 0;
    dragged = true;
    held.line = make("path", { class: "lane-line" });
    drawing().append(held.line);
    held.title.parentNode.classList.add("carried");
    document.getElementById("chart").setPointerCapture(held.id);
    document.getElementById("chart").dataset.dragged = "true";
  }

  window.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const y = heightOf(event);
    if (!dragged) {
      if (Math.abs(y - held.y) < STILL) return;
      if (event.pointerType === "touch") return drop(); // a finger that did not rest moves the page
      take();
    }
    const { lanes, plot, width } = plan();
    held.title.parentNode.setAttribute("transform", `translate(0,${(y - held.y).toFixed(1)})`);
    held.slot = lanes.findIndex((lane) => y < (lane.top + lane.bottom) / 2);
    if (held.slot < 0) held.slot = lanes.length;
    const edge = held.slot < lanes.length ? lanes[held.slot].top - 2 : plot[3] + 2;
    held.line.setAttribute("d", `M2 ${edge}H${width - 14}`);
  });

  /** Nothing is carried any longer. */
  function drop() {
    clearTimeout(held.resting);
    held.title.parentNode.removeAttribute("transform");
    held.title.parentNode.classList.remove("carried");
    if (held.line) held.line.remove();
    if (dragged) delete document.getElementById("chart").dataset.dragged;
    held = null;
  }

  window.addEventListener("pointerup", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const { key, slot } = held;
    const { lanes } = plan();
    drop();
    setTimeout(() => (dragged = false)); // the click that may follow comes first
    const last = lanes.length - 1; // there may be fewer now than when the title was taken
    if (!dragged || slot === null || last < 0) return;
    if (slot <= last) place(key, lanes[slot].key, false);
    else place(key, lanes[last].key, true);
  });

  window.addEventListener("pointercancel", (event) => {
    if (held && event.pointerId === held.id) drop();
  });

  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !held || !dragged) return;
      event.stopPropagation();
      drop();
    },
    true,
  );

  // the page must not scroll under a lane that is carried, nor the click that ends it fold the lane
  document.addEventListener("touchmove", (event) => held && dragged && event.preventDefault(), { passive: false });
  document.addEventListener(
    "click",
    (event) => {
      if (!dragged || !event.target.closest(".lane-title")) return;
      event.stopPropagation();
      event.preventDefault();
    },
    true,
  );

  window.timelineLanes = { arrows, drawn, step: stepFocused };
})();
