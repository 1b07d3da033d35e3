/*
 * The drawing as it stands: a plan, the marks that Plotly draws of it, and the window that is seen.
 *
 * During a gesture everything drawn is only moved; when it has settled, marks and words are drawn once. The server is
 * asked only for a window beyond what the plan was made for.
 */
(function () {
  "use strict";

  const { across, same, covers, limited } = window.timelineAim;
  const STEP = 1.5; // how much nearer a step of the zoom goes
  const ASIDE = 0.2; // of the window, that a step of the keyboard moves it

  let plan = null;
  let asked = null; // the window that was chosen; null is everything
  let drawn = null; // the window in which marks and words are drawn
  let held = false; // a gesture is going on
  let waiting = false; // the server has been asked
  let latest = null; // what the server has answered last; it takes it for drawn
  let source = null; // the answer that is drawn
  let framing = 0;

  const graph = () => document.querySelector("#graph .js-plotly-plot");
  const seen = () => asked || (plan && plan.fit);

  // --- drawing ---------------------------------------------------------------------------------

  /** Marks and words at the window that is seen: the one redraw of a gesture. */
  function redraw() {
    unmove();
    drawn = seen();
    graph().removeAllListeners("plotly_relayout"); // the graph's component would compare and copy the whole figure
    window.Plotly.relayout(graph(), { "xaxis.range": [...drawn] });
    words();
  }

  function words() {
    window.timelineFades.paint(graph());
    window.timelineOverlay.draw(plan, drawn);
    window.timelineOverview.show(drawn);
    window.timelinePage.shown();
  }

  /** Marks and words where they belong in the window that is seen, without drawing them anew. */
  function move() {
    framing = 0;
    const days = seen();
    window.timelineOverview.show(days);
    if (!drawn) return;
    const nearer = (drawn[1] - drawn[0]) / (days[1] - days[0]);
    const aside = ((drawn[0] - days[0]) / (days[1] - days[0])) * across(plan);
    for (const layer of layers()) layer.setAttribute("transform", `matrix(${nearer} 0 0 1 ${aside} 0)`);
    if (Math.abs(nearer - 1) > 1e-9 || squeezed) squeeze(1 / nearer);
    window.timelineOverlay.move(days);
  }

  const layers = () => graph().querySelectorAll(".overplot > g > .mlayer");

  let squeezed = false;

  /** A mark keeps its width while the distances between marks grow. */
  function squeeze(width) {
    squeezed = width !== 1;
    for (const point of graph().querySelectorAll(".scatterlayer .points > path")) {
      const place = point.getAttribute("transform").split("scale")[0];
      point.setAttribute("transform", squeezed ? `${place}scale(${width},1)` : place);
    }
    window.timelineFades.stretch(1 / width);
  }

  function unmove() {
    cancelAnimationFrame(framing);
    framing = 0;
    for (const layer of layers()) layer.removeAttribute("transform");
    if (squeezed) squeeze(1);
  }

  // --- what the server answers -----------------------------------------------------------------

  /** An answer `{plan, marks, window}`; *moved*: the server has chosen the window, not the user. */
  function take(answer, moved) {
    if (!window.Plotly || !graph() || !graph()._fullLayout) {
      setTimeout(take, 20, answer, moved); // Plotly itself is still being loaded
      return;
    }
    waiting = false;
    latest = answer;
    if (held && plan) return; // the gesture goes on, and ends with `settle`
    if (moved || !plan) asked = answer.window;
    const days = asked || answer.plan.fit;
    if (!same(answer.window, asked) && !covers(answer.plan, days)) return ask();
    source = answer;
    ({ plan } = answer);
    drawn = days;
    const { data, layout } = answer.marks;
    layout.xaxis.range = [...drawn];
    squeezed = false;
    // drawn here and not as a property of the graph, which would be drawn at another time
    window.Plotly.react(graph(), data, layout, { staticPlot: true });
    for (const layer of layers()) layer.removeAttribute("transform");
    words();
  }

  function ask() {
    waiting = true;
    window.timelinePage.send("draw");
  }

  /** What is seen has been settled: draw it, or ask for what is needed to draw it. */
  function settle() {
    held = false;
    if (!plan) return;
    window.timelineSpoken.moved();
    if (latest !== source) take(latest, false);
    else if (same(drawn, seen())) {
      unmove();
      window.timelineOverlay.move(drawn);
      window.timelineOverview.show(drawn);
      window.timelinePage.shown();
    } else if (covers(plan, seen())) redraw();
    else ask();
  }

  // --- what the user does ----------------------------------------------------------------------

  function hold() {
    held = true;
  }

  function release() {
    if (held) settle();
  }

  /** Another window, for as long as the gesture goes on. */
  function drag(first, last) {
    asked = limited([first, last]);
    if (!framing) framing = requestAnimationFrame(move);
  }

  /** Another window at once. */
  function show(first, last) {
    if (!plan) return;
    asked = limited([first, last]);
    settle();
    if (waiting) move();
  }

  /** The window the server has chosen; null is everything. What is needed to draw it comes by itself. */
  function go(days) {
    if (held || same(days, asked)) return;
    asked = days;
    if (plan && latest === source && covers(plan, seen())) redraw();
  }

  /** The server has answered, with or without something to draw. */
  function rest() {
    waiting = false;
  }

  function fit() {
    if (!plan) return;
    asked = null;
    settle();
    if (waiting) move();
  }

  /** Nearer or farther around a day, the middle where none is given. */
  const about = (nearer, day) => window.timelineAim.about(seen(), nearer, day);

  /** The same stretch of time around another day. */
  function center(day) {
    const [first, last] = seen();
    show(day - (last - first) / 2, day + (last - first) / 2);
  }

  function zoom(way) {
    if (plan) show(...about(way === "in" ? STEP : 1 / STEP));
  }

  /** To earlier (-1) or later (1) days, by a part of what is seen. */
  function pan(way) {
    if (!plan) return;
    const [first, last] = seen();
    const days = way * ASIDE * (last - first);
    show(first + days, last + days);
  }

  window.timelineChart = {
    take,
    go,
    rest,
    show,
    fit,
    zoom,
    pan,
    center,
    about,
    hold,
    release,
    drag,
    settle,
    graph,
    seen,
    window: () => asked,
    plan: () => plan,
    resting: () => !held && !waiting && !framing,
  };
})();
