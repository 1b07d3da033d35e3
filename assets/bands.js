/*
 * Days marked on the axis for a while: what a reason gives, or a date before it is saved.
 *
 * A band lies in the row of its event, and across all lanes where it has none; its ends are led down to the axis, where
 * they are written. It goes out of the way of a gesture, and comes back where it belongs when that has ended.
 */
(function () {
  "use strict";

  const LEAST = 3; // px of a band that would be narrower
  const ROOM = 3; // px above and below the glyph of the event

  const div = (attributes, ...children) => window.timelineElements.html("div", attributes, ...children);
  const bands = new Map(); // by name: {event, days, words}

  function set(name, band) {
    if (band) bands.set(name, band);
    else bands.delete(name);
    draw();
  }

  function layer() {
    let found = document.getElementById("bands");
    if (!found) {
      found = div({ id: "bands", "aria-hidden": "true" }); // the panel says the same to those who listen
      document.getElementById("chart").append(found);
    }
    return found;
  }

  /** Put every band where it belongs in the window that is seen. */
  function draw() {
    const plan = window.timelineChart.plan();
    if (!document.getElementById("chart") || (!bands.size && !document.getElementById("bands"))) return;
    const made = plan && !plan.offset ? [...bands].flatMap(([name, band]) => drawn(plan, name, band)) : [];
    layer().replaceChildren(...made);
    layer().hidden = false;
  }

  function drawn(plan, name, { event, days, words }) {
    const [left, top, right, bottom] = plan.plot;
    const [first, last] = window.timelineChart.window() || plan.fit;
    const x = (day) => left + ((day - first) / (last - first)) * (right - left);
    const [begin, end] = [days[0] === null ? -Infinity : x(days[0]), days[1] === null ? Infinity : x(days[1] + 1)];
    const beyond = end < left ? "before" : begin > right ? "after" : "";
    const [from, to] = beyond ? [beyond === "before" ? left : right, beyond === "before" ? left : right] : [Math.max(left, begin), Math.min(right, end)];
    const row = rowOf(plan, event);
    const made = [];
    const part = (kind, x0, y0, wide, high) => {
      const one = div({ class: `${kind} for-${name}` });
      one.style.transform = `translate(${x0}px, ${y0}px)`;
      one.style.width = `${wide}px`;
      one.style.height = `${high}px`;
      made.push(one);
      return one;
    };
    if (!beyond) {
      const wide = Math.max(LEAST, to - from);
      const one = part("band", from, row.top, wide, row.bottom - row.top);
      if (row.whole) one.classList.add("whole");
      if (begin < left) one.classList.add("open-before");
      if (end > right) one.classList.add("open-after");
      if (begin >= left) part("lead", from, row.bottom, 0, bottom - row.bottom);
      if (end <= right && wide > LEAST) part("lead", from + wide, row.bottom, 0, bottom - row.bottom);
    }
    const arrow = { before: "← ", after: "" }[beyond] || "";
    const tag = div({ class: `tag for-${name}` }, `${arrow}${words}${beyond === "after" ? " →" : ""}`);
    const middle = Math.min(Math.max((from + to) / 2, left), right);
    tag.style.transform = `translate(${middle}px, ${bottom + 4}px) translateX(-50%)`;
    if (words) made.push(tag);
    return made;
  }

  /** The row of an event's glyph, or of its line among those without a date; all lanes where it is not drawn. */
  function rowOf(plan, event) {
    const glyph = event && plan.glyphs.find((one) => one.event === event);
    if (glyph) return { top: glyph.y - glyph.half - ROOM, bottom: glyph.y + glyph.half + ROOM };
    return { top: plan.plot[1], bottom: plan.plot[3], whole: true };
  }

  for (const name of ["wheel", "pointerdown"]) {
    document.addEventListener(name, (event) => event.target.closest?.("#chart") && hide(), { passive: true });
  }

  function hide() {
    const found = document.getElementById("bands");
    if (found) found.hidden = true;
  }
  // a press that moves nothing ends where it began
  document.addEventListener("pointerup", () => requestAnimationFrame(() => window.timelineChart.resting() && bands.size && draw()));

  window.timelineBands = { set, draw };
})();
