/*
 * The strip below the timeline: where events lie, and which part is seen. Its frame is dragged to move and by its edges
 * to zoom, by mouse, finger or keys: frame and edges are sliders.
 */
(function () {
  "use strict";

  const HEIGHT = 30;
  const GRIP = 8; // px around an edge that take hold of it,
  const FINGER = 18; // with a finger
  const NARROWEST = 10; // px
  const STEP = 0.1; // of the window, that a key moves it or one of its edges

  let data = null;
  let parts = null; // {frame, first, last}: the window's rectangle and its two edges

  const chart = window.timelineChart;
  const { make } = window.timelineSvg;
  const room = () => document.getElementById("overview");
  const span = () => data.last - data.first;
  const across = () => Math.max(1, room().clientWidth - data.left - data.right);
  const place = (day) => data.left + ((day - data.first) / span()) * across();
  const dayAt = (x) => data.first + ((x - data.left) / across()) * span();
  const xOf = (event) => event.clientX - room().getBoundingClientRect().left;

  const slider = (part, says) => ({
    role: "slider",
    tabindex: 0,
    "data-part": part,
    "aria-label": says,
    "aria-valuemin": 0,
    "aria-valuemax": 100,
  });

  function draw(fresh) {
    if (!fresh || !room()) return;
    data = fresh;
    const had = document.activeElement.closest("#overview [data-part]");
    const most = Math.max(1, ...data.counts);
    const step = across() / data.counts.length;
    const bars = data.counts.flatMap((count, at) => {
      if (!count) return [];
      const height = 4 + (HEIGHT - 10) * (count / most);
      const x = data.left + at * step + 0.5;
      return [make("rect", { x, y: HEIGHT - height, width: Math.max(2, step - 1), height, class: "bar" })];
    });
    const frame = make("rect", { y: 1, height: HEIGHT - 2, rx: 5, class: "frame", ...slider("both", "Days that are shown") });
    const edge = (part, says) =>
      make(
        "g",
        { class: "edge", ...slider(part, says) },
        make("rect", { x: -GRIP, y: 0, width: 2 * GRIP, height: HEIGHT, class: "hold" }),
        make("rect", { x: -2.5, y: 8, width: 5, height: HEIGHT - 16, rx: 2.5, class: "grip" }),
      );
    parts = { frame, first: edge("first", "First day shown"), last: edge("last", "Last day shown") };
    const drawing = make("svg", { width: "100%", height: HEIGHT, role: "group", "aria-label": "Overview of all days" });
    drawing.append(make("line", { x1: data.left, x2: data.left + across(), y1: HEIGHT - 0.5, y2: HEIGHT - 0.5, class: "base" }));
    drawing.append(...bars, frame, parts.first, parts.last);
    room().replaceChildren(drawing);
    if (chart.seen()) show(chart.seen());
    if (had) room().querySelector(`[data-part="${had.dataset.part}"]`).focus({ preventScroll: true });
  }

  function show([first, last]) {
    if (!parts) return;
    const end = data.left + across();
    const left = Math.min(Math.max(data.left, place(first)), end - 2);
    const right = Math.max(Math.min(end, place(last)), left + 2);
    parts.frame.setAttribute("x", left);
    parts.frame.setAttribute("width", right - left);
    parts.first.setAttribute("transform", `translate(${left},0)`);
    parts.last.setAttribute("transform", `translate(${right},0)`);
    say(parts.first, first, window.timelineSpoken.edge(first, [first, last]));
    say(parts.last, last, window.timelineSpoken.edge(last, [first, last], true));
    say(parts.frame, (first + last) / 2, window.timelineSpoken.days([first, last]));
  }

  function say(part, day, words) {
    const share = Math.min(Math.max((day - data.first) / span(), 0), 1);
    part.setAttribute("aria-valuenow", Math.round(100 * share));
    part.setAttribute("aria-valuetext", words);
  }

  // --- by mouse or finger ------------------------------------------------------------------------

  let held = null; // what the pointer has hold of: {id, edge, from, first, last}

  /** Which part is at a place: a narrow frame is moved by its middle, and widened from outside. */
  function partAt(x, finger, [first, last]) {
    const [left, right] = [place(first), place(last)];
    const inner = Math.min(finger, (right - left) / 3);
    if (x >= left - finger && x <= left + inner) return "first";
    if (x >= right - inner && x <= right + finger) return "last";
    return x > left && x < right ? "both" : null;
  }

  document.addEventListener("pointerdown", (event) => {
    if (!data || held || event.button !== 0 || !event.target.closest("#overview") || !chart.seen()) return;
    const x = xOf(event);
    let [first, last] = chart.seen();
    let edge = partAt(x, event.pointerType === "touch" ? FINGER : GRIP, [first, last]);
    chart.hold();
    if (!edge) {
      edge = "both";
      const half = (last - first) / 2;
      [first, last] = [dayAt(x) - half, dayAt(x) + half];
      chart.drag(first, last);
    }
    held = { id: event.pointerId, edge, from: x, first, last };
    room().dataset.held = edge;
    room().setPointerCapture(event.pointerId);
    event.preventDefault();
  });

  window.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const days = ((xOf(event) - held.from) / across()) * span();
    if (held.edge === "both") chart.drag(held.first + days, held.last + days);
    else chart.drag(...stretched([held.first, held.last], held.edge, days));
  });

  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, (event) => {
      if (!held || event.pointerId !== held.id) return;
      held = null;
      delete room().dataset.held;
      chart.settle();
    });
  }

  /** The window with one edge moved, no narrower than can be taken hold of; one that is narrower already may stay so. */
  function stretched([first, last], edge, days) {
    const least = Math.min((NARROWEST / across()) * span(), last - first);
    if (edge === "first") return [Math.min(first + days, last - least), last];
    return [first, Math.max(last + days, first + least)];
  }

  document.addEventListener("dblclick", (event) => {
    if (event.target.closest("#overview")) chart.fit();
  });

  // --- by keys -----------------------------------------------------------------------------------

  /** Move the part that has the keyboard: by so many steps, or to the "first" or "last" day. */
  function step(way) {
    const part = document.activeElement.closest("#overview [data-part]");
    if (!part || !chart.seen()) return;
    const [first, last] = chart.seen();
    const edge = part.dataset.part;
    const from = edge === "last" || (edge === "both" && way === "last") ? last : first;
    const to = { first: data.first, last: data.last }[way];
    const days = to === undefined ? Number(way) * STEP * (last - first) : to - from;
    if (edge === "both") chart.show(first + days, last + days);
    else chart.show(...stretched([first, last], edge, days));
  }

  window.timelineOverview = { draw, show, step };
})();
