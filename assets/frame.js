/* What of the drawing stands still while time moves: the grounds and titles of lanes, and the strip of undated events. */
(function () {
  "use strict";

  const { make, text } = window.timelineSvg;
  const COLOURS = 8; // the palette begins again where there are more lanes

  /** The class of a lane's colour, as `palette.name_of` gives it. */
  const colourOf = (colour) => `lane-${colour < 0 ? colour : colour % COLOURS}`;
  const at = (x, y) => ({ transform: `translate(${x},${y})` });
  const selects = (event) => ({ "data-event": event, "data-act": "select", "data-arg": event });

  function ground(box, colour) {
    const [left, top, right, bottom] = box;
    return make("rect", { x: left, y: top, width: right - left, height: bottom - top, class: `wash ${colourOf(colour)}` });
  }

  /** The grounds of lanes and strip. */
  function grounds(plan) {
    const [left, , right] = plan.plot;
    const found = plan.lanes.map((lane) => ground([left, lane.top, right, lane.bottom], lane.colour));
    return plan.strip ? [...found, ground(plan.strip.box, -1)] : found;
  }

  const NOTE = 13; // px of the text of an empty drawing
  const HEAD = 24; // px that a finger needs of a title that stands above its lane's rows
  const CHEVRON = 5.5; // px between the chevron and a title that stands beside its lane
  const BEFORE = 9; // px between the edge of a lane and the chevron before its title

  const SHUT = "M-1 -3L2 0L-1 3"; // a chevron of a lane that is folded
  const OPEN = "M-2.5 -1L0 1.5L2.5 -1";

  /** A lane's title folds the lane to a strip of its density, and unfolds it; beside it what moves the lane. */
  function title(lanes, number, left) {
    const lane = lanes[number];
    const { x, y, size, anchor, lines, wide } = lane.title;
    const says = `${lane.folded ? "Unfold" : "Fold"} ${lane.key || "the lane"}`;
    const button = { role: "button", tabindex: 0, "aria-label": says, "aria-expanded": !lane.folded };
    const act = { "data-act": "fold", "data-arg": lane.key };
    const above = anchor === "start";
    const place = above
      ? { x: 2, y: y - HEAD / 2, width: x + wide + 6, height: HEAD }
      : { x: 2, y: lane.top, width: left - 4, height: lane.bottom - lane.top };
    const hit = { ...place, class: "hit", rx: 3 };
    const chevron = make("path", { d: lane.folded ? SHUT : OPEN, class: "chevron", ...at(left - (above ? BEFORE : CHEVRON), y) });
    const parts = [make("title", {}, says), make("rect", hit), text(lines, size, anchor, at(x, y)), chevron];
    const moves = window.timelineLanes ? window.timelineLanes.arrows(lanes, number) : [];
    if (moves.length) button["aria-keyshortcuts"] = "Alt+ArrowUp Alt+ArrowDown";
    const head = { class: `lane-head ${colourOf(lane.colour)}` };
    return make("g", head, make("g", { class: "lane-title", ...button, ...act }, ...parts), ...moves);
  }

  /** Titles of lanes, and what stands in the strip. */
  function words(plan) {
    const found = plan.lanes.flatMap((lane, number) =>
      lane.title && lane.key ? [title(plan.lanes, number, plan.plot[0])] : [],
    );
    if (empty(plan)) found.push(nothing(plan));
    if (!plan.strip) return found;
    const { title: name, items, more } = plan.strip;
    if (name) found.push(text(name.lines, name.size, name.anchor, { ...at(name.x, name.y), class: "strip-title" }));
    for (const item of items) {
      const mark = make("circle", { cx: item.x - 12, cy: item.y, r: 5, class: "unknown" });
      const hit = { x: item.x - 24, y: item.y - 12, width: item.wide + 24, height: 24, class: "hit" };
      const label = text([item.text], item.size, "start", at(item.x, item.y));
      found.push(make("g", { class: "words", ...selects(item.event) }, make("rect", hit), mark, label));
    }
    if (more) found.push(listed(more, items));
    return found;
  }

  /** There is nothing to be seen here, nor beside what is seen. */
  const empty = ({ glyphs, cells, before, after, strip }) =>
    !glyphs.length && !cells.length && !before && !after && !(strip && strip.items.length);

  /** An empty drawing says why. */
  function nothing({ plot: [left, top, right, bottom] }) {
    const words = [[["There is no event to show.", "plain"]]];
    return text(words, NOTE, "middle", { ...at((left + right) / 2, (top + bottom) / 2), class: "nothing" });
  }

  /** How many events without a date have no room: a count that opens as a list of them. */
  function listed(more, items) {
    const asked = JSON.stringify([more.lane, 0, 1, items.map((item) => item.event)]);
    const says = `${more.text} without a date: show them`;
    const act = { role: "button", tabindex: 0, "data-act": "count", "data-arg": asked, "aria-label": says };
    const hit = { x: -6, y: -12, width: more.wide + 12, height: 24, class: "hit" };
    const place = { class: "tally", ...at(more.x, more.y) };
    return make("g", { ...place, ...act }, make("rect", hit), text(more.lines, more.size, more.anchor, {}));
  }

  window.timelineFrame = { colourOf, selects, grounds, words };
})();
