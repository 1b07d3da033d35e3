/*
 * The drawing of the page that stands alone: it takes the plan that serves the window that is seen from those it has,
 * and draws it. The same doors as the app's chart.js has for gestures, strip and keys.
 */
(function () {
  "use strict";

  const { across, covers, limited } = window.timelineAim;
  const STEP = 1.5; // how much nearer a step of the zoom goes
  const BARS = 80; // counts of the strip below

  let shared = {}; // what all plans have
  let forms = []; // {width, plans}, the narrowest first
  let form = null;
  let made = new Map(); // plans as they stand on the page, by those they are made of
  let width = 0;
  let plan = null;
  let asked = null; // the window that was chosen; null is everything
  let held = false; // a gesture is going on
  let framing = 0;
  let state = { passing: null, folds: new Set(), order: [], list: [] };

  const room = () => document.getElementById("chart");
  const seen = () => asked || (plan && plan.fit);

  /** A plan as it stands here; each is made when it is first seen. */
  function here(one) {
    if (!made.has(one)) {
      const events = state.list.filter((event) => !state.passing || state.passing.has(event.id));
      made.set(one, window.timelineNarrowed.shown(whole(one), width, events, !state.passing, state));
    }
    return made.get(one);
  }

  /** A plan with what it leaves to the events and to the whole page. */
  function whole(one) {
    const glyphs = one.glyphs.map((glyph) => {
      const { id, title, when, sure, from, place } = state.list[glyph.event];
      return { ...glyph, event: id, at: place[1], colour: one.lanes[glyph.lane].colour, title, when, sure, from };
    });
    const options = new Map(form.options.map((found) => [found.event, found.options]));
    const labels = one.labels.map((label) => {
      const found = options.get(one.glyphs[label.glyph].event);
      return { ...label, event: glyphs[label.glyph].event, options: label.order.map((number) => found[number]) };
    });
    return { ...shared, ...one, glyphs, labels };
  }

  /** The plan for a window; where none was made for it, the nearest around its middle. */
  function serving(days) {
    const wide = form.plans.map((one) => ({ zooms: one.zooms, region: one.region, plot: [one.plot[0], 0, one.plot[2] + width - one.width] }));
    const exact = wide.findIndex((one) => covers(one, days));
    if (exact >= 0) return form.plans[exact];
    const zoom = across(wide[0]) / (days[1] - days[0]);
    const middle = (days[0] + days[1]) / 2;
    const around = form.plans.filter((one) => one.zooms[0] <= zoom && (!one.region || (one.region[0] <= middle && middle <= one.region[1])));
    return around.length ? around[around.length - 1] : form.plans[0];
  }

  // --- drawing ---------------------------------------------------------------------------------

  function draw() {
    cancelAnimationFrame(framing);
    framing = 0;
    const days = asked || form.plans[0].fit;
    plan = here(serving(days));
    room().style.height = `${plan.height}px`;
    window.timelineMarks.draw(plan, days);
    window.timelineOverlay.draw(plan, days);
    window.timelineOverview.show(days);
  }

  /** While a gesture lasts everything is only moved. */
  function move() {
    framing = 0;
    const days = seen();
    window.timelineMarks.move(days);
    window.timelineOverlay.move(days);
    window.timelineOverview.show(days);
  }

  /** The strip below: how many of the events that pass lie in each of its slices. */
  function strip() {
    const [first, last] = form.plans[0].fit;
    const counts = new Array(BARS).fill(0);
    for (const { id, place } of state.list) {
      if (!place || (state.passing && !state.passing.has(id))) continue;
      const slot = Math.floor(((place[1] - first) / (last - first)) * BARS);
      counts[Math.min(Math.max(slot, 0), BARS - 1)]++;
    }
    const [left, , right] = form.plans[0].plot;
    window.timelineOverview.draw({ first, last, counts, left, right: form.width - right });
  }

  /** As wide as there is room for. */
  function fitted() {
    const wide = room().clientWidth;
    if (!wide || wide === width) return;
    width = wide;
    form = [...forms].reverse().find((one) => one.width <= width) || forms[0];
    made = new Map();
    draw();
    strip();
  }

  /** What is there, and the days it opens with. */
  function open(data) {
    const { advances, names, offset, count } = data;
    shared = { advances, names, offset, count };
    ({ forms } = data);
    asked = data.opens;
    state.list = data.events;
    fitted();
    new ResizeObserver(fitted).observe(room());
  }

  /** Draw anew what has changed: the set of events that pass (null: all), the lanes that are folded, their order. */
  function change(fresh) {
    state = { ...state, ...fresh };
    made = new Map();
    draw();
    strip();
  }

  // --- what the user does ----------------------------------------------------------------------

  function drag(first, last) {
    asked = limited([first, last]);
    if (!framing) framing = requestAnimationFrame(move);
  }

  function settle() {
    held = false;
    if (plan) draw();
  }

  function show(first, last) {
    asked = limited([first, last]);
    settle();
  }

  function fit() {
    asked = null;
    settle();
  }

  const about = (nearer, day) => window.timelineAim.about(seen(), nearer, day);
  const zoom = (way) => show(...about(way === "in" ? STEP : 1 / STEP));

  function center(day) {
    const half = (seen()[1] - seen()[0]) / 2;
    show(day - half, day + half);
  }

  window.timelineChart = {
    open,
    change,
    hold: () => void (held = true),
    release: () => held && settle(),
    drag,
    settle,
    show,
    fit,
    about,
    zoom,
    center,
    seen,
    folds: () => state.folds,
    window: () => asked,
    plan: () => plan,
  };
})();
