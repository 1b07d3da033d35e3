/* Bands that fade out: Plotly paints a bar in one colour, so each of those is given a gradient after it is drawn. */
(function () {
  "use strict";

  const { make } = window.timelineSvg;
  let gradients = null; // the element that holds them

  /** Where the colour is how strong, from the left end of the bar to the right one. */
  function stops(side, reach, opacity) {
    if (side === "left") return [[0, 0], [reach, opacity], [1, opacity]];
    if (side === "right") return [[0, opacity], [1 - reach, opacity], [1, 0]];
    return [[0, 0], [0.5, opacity], [1, 0]];
  }

  /** The name of a gradient, made when it is first asked for. */
  function named(side, reach, opacity, colour) {
    const name = `fade-${colour}-${side}-${Math.round(reach * 1000)}-${Math.round(opacity * 100)}`;
    if (!gradients || !gradients.isConnected) {
      gradients = make("defs", {});
      document.getElementById("chart").append(make("svg", { width: 0, height: 0, class: "layer", "aria-hidden": "true" }, gradients));
    }
    if (!document.getElementById(name)) {
      const parts = stops(side, reach, opacity).map(([offset, strong]) => make("stop", { offset, "stop-opacity": strong }));
      gradients.append(make("linearGradient", { id: name, class: window.timelineFrame.colourOf(colour) }, ...parts));
    }
    return name;
  }

  /** The bars of a graph that fade, as the `meta` of their trace names them. */
  function paint(graph) {
    for (const trace of graph.querySelectorAll(".barlayer .trace")) {
      const { meta } = trace.__data__[0].trace;
      const fading = new Map((meta || []).map(([at, ...rest]) => [at, rest]));
      if (!fading.size) continue;
      for (const point of trace.querySelectorAll(".point")) {
        const one = fading.get(point.__data__.i);
        if (!one) continue;
        const bar = point.querySelector("path");
        if (!bar) continue;
        bar.style.fill = `url(#${named(...one)})`;
        bar.style.fillOpacity = 1;
      }
    }
  }

  window.timelineFades = { paint };
})();
