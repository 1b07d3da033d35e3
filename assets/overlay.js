/*
 * Everything of the drawing but its marks: two layers of SVG, one behind the marks and one before them.
 *
 * `draw` sets labels, counts and ticks for a window; `move` brings what stands there to its place in another one, for
 * as long as a gesture lasts: nothing is stretched, and a label stays with its glyph.
 */
(function () {
  "use strict";

  const { make, text } = window.timelineSvg;
  const { colourOf, selects } = window.timelineFrame;
  const TICK = 12; // px of the text of a tick, a pointer, a publication day
  const ABOVE = 11; // px above the lanes at which publication days and pointers are written
  const BESIDE = 12; // free px beside the words of a publication day
  const LOW = 3; // px above and below the fullest bar of a folded lane
  const HALO = 4; // px between a glyph and the frame of the selected one
  const BOLDER = 0.06; // how much wider bold text is than plain text, at most
  const OVERSCAN = 1; // windows on either side for which ticks are drawn

  let plan = null;
  let window_ = [0, 1];
  let chosen = null; // the selected event
  let layers = null; // the groups of both layers, by name
  let glyphs = new Map();
  let found = { glyphs: [], labels: [], counts: [], bars: [] }; // what is seen of the plan in the window
  let moving = []; // {place(): px from the left, element, y}
  const texts = new Map(); // labels made before, by what they say

  const at = (day) => plan.plot[0] + ((day - window_[0]) / (window_[1] - window_[0])) * (plan.plot[2] - plan.plot[0]);
  const dayAt = (x) => window_[0] + ((x - plan.plot[0]) / (plan.plot[2] - plan.plot[0])) * (window_[1] - window_[0]);
  const within = (x) => Math.min(Math.max(x, plan.plot[0]), plan.plot[2]);

  // --- what stands still -----------------------------------------------------------------------

  function layer(id, ...groups) {
    const drawing = make("svg", { width: plan.width, height: plan.height, class: "layer" }, ...groups);
    document.getElementById(id).replaceChildren(drawing);
  }

  function frame() {
    const [left, top, right, bottom] = plan.plot;
    const names = ["density", "grid", "publication", "labels", "tallies", "halo", "brackets", "axis", "above"];
    // those who listen have events in the order of time, by the arrow keys and in the table; here they stand as they fit
    const unheard = (name) => (["labels", "brackets", "axis"].includes(name) ? { "aria-hidden": "true" } : {});
    layers = Object.fromEntries(names.map((name) => [name, make("g", { class: name, ...unheard(name) })]));
    const clip = (name, space) => {
      const area = { x: left, y: top - space, width: right - left, height: bottom - top + 2 * space };
      return make("clipPath", { id: name }, make("rect", area));
    };
    const inside = (name, ...groups) => make("g", { "clip-path": `url(#${name})` }, ...groups);
    const { density, grid, publication, labels, tallies, halo, brackets, axis, above } = layers;
    const grounds = make("g", {}, ...window.timelineFrame.grounds(plan));
    layer("under", clip("under-plot", 2), grounds, inside("under-plot", density, grid, publication));
    const fixed = make("g", { class: "fixed" }, ...window.timelineFrame.words(plan));
    layer("over", clip("over-plot", 4), inside("over-plot", halo, brackets, labels, tallies), axis, above, fixed);
  }

  // --- what moves with time --------------------------------------------------------------------

  /** An element that stands so many px beside a day. */
  function moves(element, day, shift, y) {
    moving.push({ place: () => at(day) + shift, element, y });
  }

  function place({ place, element, y }) {
    element.setAttribute("transform", `translate(${place().toFixed(2)},${y})`);
  }

  /** Labels made once are kept: to set a text anew costs more than to move it. */
  function labelOf(one) {
    const key = JSON.stringify([one.event, one.lines, one.side, one.size]);
    if (!texts.has(key)) {
      const words = text(one.lines, one.size, one.anchor, {});
      const named = one.side === "inside" ? "words within" : "words";
      texts.set(key, make("g", { class: named, ...selects(one.event) }, ...backing(one), words));
    }
    return texts.get(key);
  }

  /** The lane's ground over a dark bar, where its label is to be read. */
  function backing(one) {
    const { half, lane, solid } = glyphs.get(one.event);
    if (one.side !== "inside" || !solid) return [];
    const place = { x: -5, y: -half - 1, width: one.box[2] - one.box[0] + 5, height: 2 * half + 2 };
    return [make("rect", { ...place, class: "paper" }), make("rect", { ...place, class: `wash ${colourOf(plan.lanes[lane].colour)}` })];
  }

  function labels() {
    const shown = found.labels.map((one) => {
      const element = labelOf(one);
      const [day, shift] = tie(one);
      moves(element, day, shift, one.y);
      return element;
    });
    const kept = new Set(shown);
    for (const element of [...layers.labels.children]) if (!kept.has(element)) element.remove();
    for (const element of shown) if (element.parentNode !== layers.labels) layers.labels.append(element);
  }

  /** The day a label moves with: the end of its glyph where that is in sight, else the edge that cuts the glyph. */
  function tie(one) {
    const glyph = glyphs.get(one.event);
    const right = one.side === "right";
    const day = right ? glyph.last : glyph.first;
    const end = at(day) + (right ? glyph.after : -glyph.before);
    const held = within(end) === end ? day : dayAt(within(end));
    return [held, one.x - at(held)];
  }

  function counts() {
    layers.tallies.replaceChildren(
      ...found.counts.map((one) => {
        const says = `${one.count} more ${one.count === 1 ? "event" : "events"}: show them`;
        const asked = JSON.stringify([plan.lanes[one.lane].key, one.first, one.last, labelled(one)]);
        const act = { role: "button", tabindex: 0, "data-act": "count", "data-arg": asked, "aria-label": says };
        const words = text([[[one.text, "plain"]]], one.size, "middle", {});
        const element = make("g", { class: `tally ${colourOf(plan.lanes[one.lane].colour)}`, ...act }, words);
        const wide = Math.max(24, one.box[2] - one.box[0]);
        element.prepend(make("rect", { x: -wide / 2, y: -12, width: wide, height: 24, class: "hit" }));
        moves(element, dayAt(one.x), 0, one.y);
        return element;
      })
    );
  }

  let grid = [];

  function ticks() {
    const scale = { first: window_[0], last: window_[1], left: plan.plot[0], right: plan.plot[2] };
    const options = { advances: plan.advances, page: plan.width, overscan: OVERSCAN, offset: plan.offset, names: plan.names };
    const made = plan.lanes.length ? window.timelineTicks.ticksOf(scale, options) : { ticks: [], title: "" };
    const bottom = plan.plot[3];
    grid = made.ticks;
    layers.axis.replaceChildren(make("path", { class: "ticks" }));
    layers.grid.replaceChildren(make("path", {}));
    for (const tick of grid) {
      if (!tick.text && !tick.context) continue;
      const lines = [[[tick.text, "plain"]], ...(tick.context ? [[[tick.context, "plain"]]] : [])];
      tick.element = text(lines, TICK, "middle", {});
      tick.y = bottom + 15 + (lines.length - 1) * 7;
      layers.axis.append(tick.element);
    }
    if (made.title) {
      const middle = `translate(${(plan.plot[0] + plan.plot[2]) / 2},${bottom + 31})`;
      layers.axis.append(text([[[made.title, "plain"]]], TICK, "middle", { transform: middle }));
    }
  }

  function placeTicks() {
    const [left, top, right, bottom] = plan.plot;
    let lines = "";
    let marks = "";
    for (const tick of grid) {
      const x = at(tick.day);
      const seen = x >= left - 0.5 && x <= right + 0.5;
      if (seen) {
        lines += `M${x.toFixed(2)} ${top}V${bottom}`;
        marks += `M${x.toFixed(2)} ${bottom}v4`;
      }
      if (!tick.element) continue;
      if (seen !== tick.seen) tick.element.setAttribute("display", seen ? "inline" : "none");
      if (seen) tick.element.setAttribute("transform", `translate(${x.toFixed(2)},${tick.y})`);
      tick.seen = seen;
    }
    layers.grid.firstChild.setAttribute("d", lines);
    layers.axis.firstChild.setAttribute("d", marks);
  }

  // --- publication, brackets, the selected one -------------------------------------------------

  function publication() {
    const [left, top, right, bottom] = plan.plot;
    layers.publication.replaceChildren();
    if (!plan.lanes.length) return []; // an empty drawing has but a sentence
    for (const one of plan.published) {
      const line = one.first !== null && one.first === one.last;
      if (!line) {
        const band = make("rect", { y: top, height: bottom - top, class: "band" });
        layers.publication.append(band);
        moving.push({ stretch: () => [one.first === null ? left : at(one.first), one.last === null ? right : at(one.last)], element: band });
      }
      for (const day of new Set([one.first, one.last])) {
        if (day === null) continue;
        const edge = make("path", { d: `M0 ${top - 2}V${bottom}`, class: line ? "line" : "edge" });
        layers.publication.append(edge);
        moves(edge, day, 0, 0);
      }
    }
    return window.timelinePublished.told(plan, at).map(({ words, wide, box }) => {
      const element = text([words], TICK, "middle", { class: "published" });
      layers.above.append(element);
      const day = dayAt((box[0] + box[1]) / 2);
      moving.push({ place: () => Math.min(Math.max(at(day), left + wide / 2), right - wide / 2), element, y: top - ABOVE });
      return [box[0] - BESIDE, box[1] + BESIDE];
    });
  }

  function brackets() {
    layers.brackets.replaceChildren();
    for (const one of found.brackets.map((number) => plan.brackets[number])) {
      const [top, bottom] = [one.at[0], one.at[one.at.length - 1]];
      const inner = one.at.slice(1, -1).map((y) => `M0 ${y}H${one.shift}`);
      const line = make("path", { d: `M0 ${top}H${one.shift}V${bottom}H0${inner.join("")}` });
      const words = text(one.label.lines, one.label.size, "middle", {
        transform: `translate(${one.label.shift},${one.label.y}) rotate(90)`,
      });
      const element = make("g", {}, line, words);
      layers.brackets.append(element);
      moves(element, one.day, 0, 0);
    }
  }

  /** How many events lie before and after what is seen, where nothing else is written; a click goes to the nearest. */
  function pointers(taken) {
    const [left, top, right] = plan.plot;
    for (const [side, beyond] of Object.entries(window.timelineBeyond.of(plan, window_))) {
      const words = window.timelineWords.beyond(side, beyond, window_[side === "before" ? 0 : 1], plan.offset);
      const wide = window.timelineTicks.width(words, plan.advances, TICK);
      const box = side === "before" ? [left, left + wide] : [right - wide, right];
      if (taken.some((other) => other[0] < box[1] && box[0] < other[1])) continue;
      taken.push(box);
      const act = { role: "button", tabindex: 0, "data-act": "goto-day", "data-arg": beyond.near, "aria-label": words };
      const x = side === "before" ? left : right;
      const element = text([[[words, "plain"]]], TICK, side === "before" ? "start" : "end", {});
      const hit = { x: side === "before" ? -4 : -wide - 4, y: -12, width: wide + 8, height: 24, class: "hit" };
      const place = { class: "pointer", transform: `translate(${x},${top - ABOVE})` };
      layers.above.append(make("g", { ...place, ...act }, make("rect", hit), element));
    }
  }

  function halo() {
    layers.halo.replaceChildren();
    const glyph = glyphs.get(chosen);
    if (glyph) {
      const frame = { y: glyph.y - glyph.half - 3, height: 2 * glyph.half + 6, rx: HALO };
      const element = make("rect", frame);
      layers.halo.append(element);
      const ends = () => [at(glyph.first) - glyph.before - HALO, at(glyph.last) + glyph.after + HALO];
      moving.push({ stretch: ends, element, slack: HALO + 2 });
    }
    const item = plan.strip && plan.strip.items.find((one) => one.event === chosen);
    if (item) layers.halo.append(make("circle", { cx: item.x - 12, cy: item.y, r: 9 }));
  }

  function stretch({ stretch: ends, element, slack = 2 }) {
    const left = Math.max(ends()[0], plan.plot[0] - slack);
    const right = Math.min(ends()[1], plan.plot[2] + slack);
    element.setAttribute("x", left.toFixed(2));
    element.setAttribute("width", Math.max(0, right - left).toFixed(2));
  }

  /** The selected one's label is bold where that leaves it clear of the others. */
  function mark() {
    for (const one of found.labels) {
      const { box } = one;
      const wide = (box[2] - box[0]) * BOLDER;
      const more = [box[0] - (one.anchor === "end" ? wide : 0), box[1], box[2] + (one.anchor === "end" ? 0 : wide), box[3]];
      const clear = !found.labels.some((other) => other !== one && meets(more, other.box));
      labelOf(one).classList.toggle("chosen", one.event === chosen && clear);
    }
  }

  const meets = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

  /** How full a folded lane is. */
  function density() {
    layers.density.replaceChildren(
      ...found.bars.map((one) => {
        const { ceiling: top, bottom, colour } = plan.lanes[one.lane];
        const { share } = one;
        const height = (bottom - top - 2 * LOW) * (0.25 + 0.75 * share);
        const opacity = 0.35 + 0.65 * share;
        const place = { y: bottom - LOW - height, height, "fill-opacity": opacity };
        const element = make("rect", { ...place, class: colourOf(colour) });
        moving.push({ stretch: () => [at(one.first) + 0.5, at(one.last) - 0.5], element });
        return element;
      })
    );
  }

  // --- both ------------------------------------------------------------------------------------

  function draw(fresh, days) {
    const had = focused();
    window_ = days;
    if (fresh !== plan) {
      plan = fresh;
      glyphs = new Map(plan.glyphs.map((glyph) => [glyph.event, glyph]));
      texts.clear();
      frame();
      if (window.timelineLanes) window.timelineLanes.drawn(plan);
    }
    moving = [];
    layers.above.replaceChildren();
    found = evaluated();
    density();
    labels();
    counts();
    ticks();
    brackets();
    pointers(publication());
    halo();
    mark();
    move(days);
    if (had && !had.isConnected) refocus(had);
  }

  /** What of the drawing has the keyboard. */
  function focused() {
    const element = document.activeElement;
    return element && element.closest("#over [data-act]") ? element : null;
  }

  /** The keyboard stays where it was: on what does the same, else on the first of its kind, once the drawing is new. */
  function refocus({ dataset: { act, arg } }) {
    const kin = [...document.querySelectorAll(`#over [data-act="${act}"][tabindex="0"]`)];
    const next = kin.find((one) => one.dataset.arg === arg) || kin[0];
    if (next) next.focus({ preventScroll: true });
  }

  /** What the window shows; the selected one has a label, if another must do without for it. */
  function evaluated() {
    const seen = window.timelineEvaluate(plan, window_);
    const hidden = seen.glyphs.some((one) => one.event === chosen) && !seen.labels.some((one) => one.event === chosen);
    if (!hidden) return seen;
    const own = plan.labels.filter((one) => one.event === chosen);
    const first = own.flatMap((one) => one.options.map((option) => ({ ...one, fixed: true, options: [option] })));
    return window.timelineEvaluate({ ...plan, labels: [...first, ...plan.labels] }, window_);
  }

  /** The events with a label among those that a count might stand for. */
  function labelled(count) {
    const named = new Set(found.labels.map((one) => one.event));
    const cells = plan.cells.filter((one) => one.lane === count.lane && one.first >= count.first && one.first < count.last);
    return cells.flatMap((one) => one.events).filter((event) => named.has(event));
  }

  function move(days) {
    window_ = days;
    for (const one of moving) (one.stretch ? stretch : place)(one);
    placeTicks();
  }

  function select(event) {
    if (event === chosen) return;
    chosen = event;
    if (plan) draw(plan, window_);
  }

  /** The event whose glyph is at a place of the drawing, in px; each can be hit on 24 px at least. */
  function hit(x, y) {
    if (!plan || x < plan.plot[0] || x > plan.plot[2]) return null;
    let nearest = null;
    let least = Infinity;
    for (const glyph of found.glyphs) {
      const left = at(glyph.first) - glyph.before;
      const right = at(glyph.last) + glyph.after;
      const beside = Math.max(left - x, 0, x - right);
      const above = Math.max(Math.abs(y - glyph.y) - glyph.half, 0);
      const fits = beside <= Math.max(0, 12 - (right - left) / 2) && above <= Math.max(0, 12 - glyph.half);
      const far = Math.hypot(beside, Math.abs(y - glyph.y));
      if (fits && far < least) [nearest, least] = [glyph.event, far];
    }
    return nearest;
  }

  /** How many events the window shows: with a label, in a count, or in the bars of a folded lane. */
  const count = () => [...found.counts, ...found.bars].reduce((sum, one) => sum + one.count, found.labels.length);

  window.timelineOverlay = { draw, move, select, hit, count };
})();
