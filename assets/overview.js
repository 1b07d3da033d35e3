/* The strip below the timeline: where events lie, and which part is seen; drag the frame to move, its edges to zoom. */
(function () {
  "use strict";

  const HEIGHT = 30;
  const GRIP = 8; // px around an edge that take hold of it
  const NARROWEST = 10; // px

  let data = null;
  let frame = null; // the window's rectangle

  const chart = window.timelineChart;
  const { make } = window.timelineSvg;
  const room = () => document.getElementById("overview");
  const span = () => data.last - data.first;
  const across = () => Math.max(1, room().clientWidth - data.left - data.right);
  const place = (day) => data.left + ((day - data.first) / span()) * across();
  const dayAt = (x) => data.first + ((x - data.left) / across()) * span();

  function draw(fresh) {
    if (!fresh || !room()) return;
    data = fresh;
    const most = Math.max(1, ...data.counts);
    const step = across() / data.counts.length;
    const bars = data.counts.flatMap((count, at) => {
      if (!count) return [];
      const height = 4 + (HEIGHT - 10) * (count / most);
      const x = data.left + at * step + 0.5;
      return [make("rect", { x, y: HEIGHT - height, width: Math.max(2, step - 1), height, class: "bar" })];
    });
    frame = make("rect", { y: 1, height: HEIGHT - 2, rx: 5, class: "frame" });
    const drawing = make("svg", { width: "100%", height: HEIGHT, "aria-hidden": "true" });
    drawing.append(make("line", { x1: data.left, x2: data.left + across(), y1: HEIGHT - 0.5, y2: HEIGHT - 0.5, class: "base" }));
    drawing.append(...bars, frame);
    room().replaceChildren(drawing);
    if (chart.seen()) show(chart.seen());
  }

  function show([first, last]) {
    if (!frame) return;
    const left = Math.max(data.left, place(first));
    const right = Math.min(data.left + across(), place(last));
    frame.setAttribute("x", Math.min(left, data.left + across() - 2));
    frame.setAttribute("width", Math.max(2, right - left));
  }

  let held = null; // what the pointer has hold of: {edge, from, first, last}

  document.addEventListener("pointerdown", (event) => {
    if (!data || !event.target.closest("#overview")) return;
    if (!chart.seen()) return;
    const x = event.clientX - room().getBoundingClientRect().left;
    let [first, last] = chart.seen();
    chart.hold();
    let edge = "both";
    if (Math.abs(x - place(first)) <= GRIP) edge = "first";
    else if (Math.abs(x - place(last)) <= GRIP) edge = "last";
    else if (x < place(first) || x > place(last)) {
      const half = (last - first) / 2;
      [first, last] = [dayAt(x) - half, dayAt(x) + half];
      chart.drag(first, last);
    }
    held = { edge, from: x, first, last };
    event.preventDefault();
  });

  window.addEventListener("pointermove", (event) => {
    if (!held) return;
    const x = event.clientX - room().getBoundingClientRect().left;
    const days = ((x - held.from) / across()) * span();
    const least = (NARROWEST / across()) * span();
    if (held.edge === "first") chart.drag(Math.min(held.first + days, held.last - least), held.last);
    else if (held.edge === "last") chart.drag(held.first, Math.max(held.last + days, held.first + least));
    else chart.drag(held.first + days, held.last + days);
  });

  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, () => {
      if (!held) return;
      held = null;
      chart.settle();
    });
  }

  window.timelineOverview = { draw, show };
})();
