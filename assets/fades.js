/*
 * Bands that fade out: Plotly paints a bar in one colour and as long as so many days, so each of those is given its own
 * gradient after it is drawn, and its length in pixels, which is the same however near one is.
 */
(function () {
  "use strict";

  const { make } = window.timelineSvg;
  let gradients = null; // the element that holds them
  let bars = []; // those that fade: {path, stop, top, bottom, left, right, …} in px of what is drawn

  function holder() {
    if (!gradients || !gradients.isConnected) {
      gradients = make("defs", {});
      document.getElementById("chart").append(make("svg", { width: 0, height: 0, class: "layer", "aria-hidden": "true" }, gradients));
    }
    return gradients;
  }

  /** A gradient from nothing at the open end; the stop at which the band is as strong as elsewhere. */
  function gradient(name, side, opacity, colour) {
    const far = side === "left" ? 0 : 1;
    const open = make("stop", { offset: far, "stop-opacity": 0 });
    const stop = make("stop", { "stop-opacity": opacity });
    const stops = side === "left" ? [open, stop] : [stop, open];
    return [make("linearGradient", { id: name, class: window.timelineFrame.colourOf(colour) }, ...stops), stop];
  }

  /** The bars of a graph that fade, as the `meta` of their trace tells of them. */
  function paint(graph) {
    const { range, _length: wide } = graph._fullLayout.xaxis;
    const at = (day) => ((day - range[0]) / (range[1] - range[0])) * wide;
    const made = [];
    bars = [];
    for (const trace of graph.querySelectorAll(".barlayer .trace")) {
      const fading = new Map((trace.__data__[0].trace.meta || []).map(([number, ...rest]) => [number, rest]));
      for (const point of fading.size ? trace.querySelectorAll(".point") : []) {
        const path = point.querySelector("path");
        if (!path || !fading.has(point.__data__.i)) continue;
        const [side, soft, opacity, colour, first, last, before, after] = fading.get(point.__data__.i);
        const name = `fade-${made.length}`;
        const [element, stop] = gradient(name, side, opacity, colour);
        made.push(element);
        path.style.fill = `url(#${name})`;
        path.style.fillOpacity = 1;
        const [top, bottom] = path.getAttribute("d").match(/,(-?[\d.]+)V(-?[\d.]+)/).slice(1);
        bars.push({ path, stop, side, soft, top, bottom, left: at(first), right: at(last), before, after });
      }
    }
    holder().replaceChildren(...made);
    stretch(1);
  }

  /** What is drawn is shown so many times as wide: the open ends stay as long as they are. */
  function stretch(wider) {
    for (const { path, stop, side, soft, top, bottom, left, right, before, after } of bars) {
      const [from, to] = [left - before / wider, right + after / wider];
      path.setAttribute("d", `M${from.toFixed(2)},${top}V${bottom}H${to.toFixed(2)}V${top}Z`);
      const share = Math.min(soft / ((to - from) * wider), 1);
      stop.setAttribute("offset", (side === "left" ? share : 1 - share).toFixed(4));
    }
  }

  window.timelineFades = { paint, stretch };
})();
