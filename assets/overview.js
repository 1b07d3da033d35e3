/* The strip below the timeline: where events lie, and which part is seen; drag the frame to move, its edges to zoom. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const HEIGHT = 30;
  const GRIP = 8; // px around an edge that take hold of it
  const NARROWEST = 10; // px

  let data = null;
  let frame = null; // the window's rectangle
  let watched = null; // the plot whose gestures the frame follows

  const room = () => document.getElementById("overview");
  const span = () => data.last - data.first;
  const across = () => Math.max(1, room().clientWidth - data.left - data.right);
  const place = (day) => data.left + ((day - data.first) / span()) * across();
  const dayAt = (x) => data.first + ((x - data.left) / across()) * span();

  function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function draw(fresh) {
    if (!fresh || !room()) return;
    data = fresh;
    const most = Math.max(1, ...data.counts);
    const step = across() / data.counts.length;
    const bars = data.counts.flatMap((count, at) => {
      if (!count) return [];
      const height = 4 + (HEIGHT - 10) * (count / most);
      const x = data.left + at * step + 0.5;
      return [element("rect", { x, y: HEIGHT - height, width: Math.max(2, step - 1), height, class: "bar" })];
    });
    frame = element("rect", { y: 1, height: HEIGHT - 2, rx: 5, class: "frame" });
    const drawing = element("svg", { width: "100%", height: HEIGHT, "aria-hidden": "true" });
    drawing.append(element("line", { x1: data.left, x2: data.left + across(), y1: HEIGHT - 0.5, y2: HEIGHT - 0.5, class: "base" }));
    drawing.append(...bars, frame);
    room().replaceChildren(drawing);
    show(data.window);
    follow();
  }

  function show(window_) {
    const [first, last] = window_.map(Number);
    const left = Math.max(data.left, place(first));
    const right = Math.min(data.left + across(), place(last));
    frame.setAttribute("x", Math.min(left, data.left + across() - 2));
    frame.setAttribute("width", Math.max(2, right - left));
  }

  /** The frame follows a drag or a wheel on the timeline at once, before the server has laid out anything. */
  function follow() {
    const plot = window.timelinePage.plot();
    if (!plot || !plot.on || plot === watched) return;
    watched = plot;
    for (const name of ["plotly_relayouting", "plotly_relayout"]) {
      plot.on(name, () => plot._fullLayout && show(plot._fullLayout.xaxis.range));
    }
  }

  let held = null; // what the pointer has hold of: {edge, from, first, last}

  document.addEventListener("pointerdown", (event) => {
    if (!data || !event.target.closest("#overview")) return;
    const plot = window.timelinePage.plot();
    if (!plot) return;
    const x = event.clientX - room().getBoundingClientRect().left;
    let [first, last] = plot._fullLayout.xaxis.range.map(Number);
    let edge = "both";
    if (Math.abs(x - place(first)) <= GRIP) edge = "first";
    else if (Math.abs(x - place(last)) <= GRIP) edge = "last";
    else if (x < place(first) || x > place(last)) {
      const half = (last - first) / 2;
      [first, last] = [dayAt(x) - half, dayAt(x) + half];
      move(first, last);
    }
    held = { edge, from: x, first, last };
    event.preventDefault();
  });

  window.addEventListener("pointermove", (event) => {
    if (!held) return;
    const x = event.clientX - room().getBoundingClientRect().left;
    const days = ((x - held.from) / across()) * span();
    const least = (NARROWEST / across()) * span();
    if (held.edge === "first") move(Math.min(held.first + days, held.last - least), held.last);
    else if (held.edge === "last") move(held.first, Math.max(held.last + days, held.first + least));
    else move(held.first + days, held.last + days);
  });

  for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, () => (held = null));

  let moving = 0;
  function move(first, last) {
    cancelAnimationFrame(moving);
    moving = requestAnimationFrame(() => {
      show([first, last]);
      window.Plotly.relayout(window.timelinePage.plot(), { "xaxis.range": [first, last] });
      window.timelinePage.gestured();
    });
  }

  window.timelineOverview = { draw };
})();
