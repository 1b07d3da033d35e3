/*
 * The glyphs of a plan as SVG, as `draw/marks.py` paints them: colours are variables, so that a theme repaints them.
 *
 * A part is `[shape, first, last, half, fade, line, soft, before, after]`, see `offline/plans.py`; what is missing at
 * its end is as usual. What stands in the window moves with it; nothing is stretched.
 */
(function () {
  "use strict";

  const { make } = window.timelineSvg;
  const OUTLINE = 1.5; // px
  const RING = 1.9;
  const BEYOND = 12; // px beyond the plot where a band that goes on is cut: the clip hides its end

  let plan = null;
  let days = [0, 1];
  let moving = []; // what is to be done when the window moves
  let gradients = null;

  const at = (day) => plan.plot[0] + ((day - days[0]) / (days[1] - days[0])) * (plan.plot[2] - plan.plot[0]);

  // --- shapes ----------------------------------------------------------------------------------

  /** Stands at a day. */
  function still(element, part, y) {
    moving.push(() => element.setAttribute("transform", `translate(${at(part.first).toFixed(2)},${y})`));
    return element;
  }

  /** Reaches from one end of the part to the other; *set* gives the pixels to the element. */
  function reaching(part, set) {
    moving.push(() => {
      const [low, high] = [plan.plot[0] - BEYOND, plan.plot[2] + BEYOND];
      const left = at(part.first) - part.before;
      const right = at(part.last) + part.after;
      const [from, to] = [Math.min(Math.max(left, low), high), Math.min(Math.max(right, low), high)];
      set(from.toFixed(2), Math.max(0, to - from).toFixed(2), to.toFixed(2), left, right);
    });
  }

  function bar(part, top, height, attributes) {
    const element = make("rect", { y: top, height, ...attributes });
    reaching(part, (left, wide) => {
      element.setAttribute("x", left);
      element.setAttribute("width", wide);
    });
    return element;
  }

  function across(part, y, attributes) {
    const element = make("line", { y1: y, y2: y, ...attributes });
    reaching(part, (left, _, right) => {
      element.setAttribute("x1", left);
      element.setAttribute("x2", right);
    });
    return element;
  }

  /** A paint that fades out towards the open end of a part, over so many pixels. */
  function fading(part, strong) {
    const id = `fade-${gradients.childElementCount}`;
    const [from, to] = part.fade === "left" ? [0, 1] : [1, 0];
    const stops = [0, 1].map((offset) => make("stop", { offset, class: offset === to ? strong : "gone" }));
    const gradient = make("linearGradient", { id, gradientUnits: "userSpaceOnUse", y1: 0, y2: 0 }, ...stops);
    gradients.append(gradient);
    reaching(part, (_left, _wide, _right, left, right) => {
      const soft = Math.min(part.soft, right - left);
      const start = from === 0 ? left : right - soft;
      gradient.setAttribute("x1", start.toFixed(2));
      gradient.setAttribute("x2", (start + soft).toFixed(2));
    });
    return `url(#${id})`;
  }

  function band(part, y) {
    const { half, fade, line, shape } = part;
    const strong = line !== "full" ? (shape === "solid" ? "pale" : "tint") : shape === "solid" ? "full" : "pale";
    const filled = bar(part, y - half, 2 * half, fade ? { fill: fading(part, strong) } : { class: strong });
    if (line === "full") return [filled];
    const paint = fade ? fading(part, "full") : "";
    const edges = [y - half + OUTLINE / 2, y + half - OUTLINE / 2].map((edge) => {
      const dashed = line === "dashed" ? { "stroke-dasharray": "4 3" } : {};
      const style = paint ? { stroke: paint } : { class: "edge-line" };
      return across(part, edge, { "stroke-width": OUTLINE, ...dashed, ...style });
    });
    return [filled, ...edges];
  }

  /** How a dot or a diamond is painted: full, outlined where planned, dashed where possible. */
  const pen = ({ line }) =>
    line === "full" ? { class: "full" } : { class: "outlined", ...(line === "dashed" ? { "stroke-dasharray": "2.6 2" } : {}) };

  const SHAPES = {
    dot: (part, y) => [still(make("circle", { r: part.half - (part.line === "full" ? 0 : OUTLINE / 2), ...pen(part) }), part, y)],
    diamond(part, y) {
      const reach = part.half;
      return [still(make("path", { d: `M0 ${-reach}L${reach} 0L0 ${reach}L${-reach} 0Z`, ...pen(part) }), part, y)];
    },
    ring: (part, y) => [still(make("circle", { r: part.half - 0.9, class: "ring", "stroke-width": RING }), part, y)],
    cap(part, y) {
      const element = make("path", { d: `M0 ${-part.half}V${part.half}`, class: "edge-line", "stroke-width": 2 });
      moving.push(() => element.setAttribute("transform", `translate(${(at(part.first) - part.before).toFixed(2)},${y})`));
      return [element];
    },
    strike: (part, y) => [across(part, y, { class: "gap", "stroke-width": 3 }), across(part, y, { class: "strike", "stroke-width": 1.6 })],
    pale: band,
    solid: band,
  };

  // --- all of them -----------------------------------------------------------------------------

  function told([shape, first, last, half, fade = "", line = "full", soft = 0, before = 0, after = 0]) {
    return { shape, first, last, half, fade, line, soft, before, after };
  }

  function glyph(one) {
    const parts = one.parts.map(told).flatMap((part) => SHAPES[part.shape](part, one.y));
    return make("g", { class: window.timelineFrame.colourOf(one.colour) }, ...parts);
  }

  function draw(fresh, window_) {
    plan = fresh;
    days = window_;
    moving = [];
    gradients = make("defs", {});
    const [left, top, right, bottom] = plan.plot;
    const area = make("rect", { x: left, y: top - 4, width: right - left, height: bottom - top + 8 });
    const clip = make("clipPath", { id: "marks-plot" }, area);
    const shown = plan.glyphs.filter((one) => !plan.lanes[one.lane].folded).map((one) => {
      const before = gradients.childElementCount;
      const made = glyph(one);
      const colour = made.getAttribute("class");
      for (const gradient of [...gradients.children].slice(before)) gradient.setAttribute("class", colour);
      return made;
    });
    const group = make("g", { "clip-path": "url(#marks-plot)" }, ...shown);
    const size = { width: plan.width, height: plan.height, class: "layer", "aria-hidden": "true" };
    document.getElementById("marks").replaceChildren(make("svg", size, clip, gradients, group));
    move(days);
  }

  function move(window_) {
    days = window_;
    for (const one of moving) one();
  }

  window.timelineMarks = { draw, move };
})();
