/* A plan as it stands on the page: as wide as there is room, without what does not pass the filters, with lanes folded. */
(function () {
  "use strict";

  const FOLDED = 22; // px a folded lane is high
  const LOWER = 14; // px of it below its title, where that stands in the lane
  const FINER = 8; // so many cells of a folded lane are one of another

  /** The plan stretched to so many px: days move apart, nothing else changes. */
  function stretched(plan, width) {
    const more = width - plan.width;
    const [left, top, right, bottom] = plan.plot;
    const box = plan.strip && [...plan.strip.box.slice(0, 2), plan.strip.box[2] + more, plan.strip.box[3]];
    return { ...plan, width, plot: [left, top, right + more, bottom], strip: plan.strip && { ...plan.strip, box } };
  }

  /** The plan with the events of a set alone. */
  function narrowed(plan, passing) {
    const numbers = new Map(); // of the glyphs that stay, by those they had
    const glyphs = plan.glyphs.filter((one, number) => {
      if (!passing.has(one.event)) return false;
      numbers.set(number, numbers.size);
      return true;
    });
    const heights = new Map(glyphs.map((one) => [one.event, one.y]));
    const labels = plan.labels.filter((one) => numbers.has(one.glyph));
    return {
      ...plan,
      glyphs,
      labels: labels.map((one) => ({ ...one, glyph: numbers.get(one.glyph) })),
      brackets: plan.brackets.map((one) => bracket(one, heights)).filter(Boolean),
      strip: plan.strip && { ...plan.strip, items: plan.strip.items.filter((one) => passing.has(one.event)), more: null },
    };
  }

  /** A bracket joins two events at least. */
  function bracket(one, heights) {
    const at = one.events.filter((event) => heights.has(event)).map((event) => heights.get(event));
    return at.length < 2 ? null : { ...one, at: [...new Set(at)].sort((low, high) => low - high) };
  }

  /** How many events are counted where, and beside the region: as `scene/source.py` counts, with cells so many days wide. */
  function counted(plan, events, width) {
    const { glyphs } = plan;
    const drawn = new Map(glyphs.map((one, number) => [one.event, number]));
    const lanes = new Map(plan.lanes.map((lane, number) => [lane.key, number]));
    const [low, high] = plan.region || [-Infinity, Infinity];
    const found = new Map();
    const beside = { before: [], after: [] };
    for (const { id, lane, place } of events) {
      if (!place) continue;
      const [first, at, last] = place;
      if (last < low) beside.before.push(last);
      else if (first > high) beside.after.push(first);
      else {
        const number = drawn.get(id);
        const own = number === undefined ? (lanes.has(lane) ? lanes.get(lane) : plan.lanes.length - 1) : glyphs[number].lane;
        const begin = Math.floor(Math.min(Math.max(at, low), high) / width) * width;
        const key = `${own} ${begin}`;
        const cell = found.get(key) || { lane: own, first: begin, last: begin + width, count: 0, rest: 0, glyphs: [] };
        cell.count++;
        if (number === undefined) cell.rest++;
        else cell.glyphs.push(number);
        found.set(key, cell);
      }
    }
    const told = (ends, nearest, farthest) =>
      ends.length ? { count: ends.length, near: nearest(...ends), far: farthest(...ends) } : null;
    const cells = [...found.values()].map((cell) => ({ ...cell, events: cell.glyphs.map((number) => glyphs[number].event) }));
    return {
      ...plan,
      cell: width,
      cells: cells.sort((one, other) => one.lane - other.lane || one.first - other.first),
      before: told(beside.before, Math.max, Math.min),
      after: told(beside.after, Math.min, Math.max),
    };
  }

  /** The plan with its lanes in the order of these keys. */
  function ordered(plan, keys) {
    const place = (number) => (keys.indexOf(plan.lanes[number].key) + 1 || keys.length + 1);
    const numbers = plan.lanes.map((_, number) => number).sort((one, other) => place(one) - place(other) || one - other);
    const between = plan.lanes[1].top - plan.lanes[0].bottom;
    let { top } = plan.lanes[0];
    const downs = []; // how far each lane moves
    const lanes = numbers.map((number) => {
      const lane = plan.lanes[number];
      const down = (downs[number] = top - lane.top);
      top = lane.bottom + down + between;
      return lowered(lane, down);
    });
    const glyphs = plan.glyphs.map((one) => ({ ...one, y: one.y + downs[one.lane], lane: numbers.indexOf(one.lane) }));
    const heights = new Map(glyphs.map((one) => [one.event, one.y]));
    // a bracket may cross lanes that it did not cross before
    const walls = plan.walls.map((wall) => {
      const crossed = numbers.map((number, at) => [number, at]).filter(([number]) => number >= wall.lanes[0] && number <= wall.lanes[1]);
      return { ...wall, lanes: [crossed[0][1], crossed[crossed.length - 1][1]] };
    });
    return { ...plan, lanes, glyphs, walls, brackets: plan.brackets.map((one) => moved(one, heights)).filter(Boolean) };
  }

  function lowered(lane, down) {
    const title = lane.title && { ...lane.title, y: lane.title.y + down };
    const edges = { top: lane.top + down, ceiling: lane.ceiling + down, bottom: lane.bottom + down, floor: lane.floor + down };
    return { ...lane, ...edges, title, counts: lane.counts.map((y) => y + down) };
  }

  /** The plan with some lanes as strips of how full they are; what stands below moves up. */
  function folded(plan, keys) {
    let up = 0;
    const ups = []; // how far each lane moves
    const lanes = plan.lanes.map((lane) => {
      ups.push(up);
      const fold = keys.has(lane.key);
      const head = lane.ceiling - lane.top;
      const saved = fold ? lane.bottom - lane.top - (head ? head + LOWER : FOLDED) : 0;
      const title = lane.title && { ...lane.title, y: lane.title.y - up - (fold && !head ? saved / 2 : 0) };
      const at = { top: lane.top - up, ceiling: lane.ceiling - up, bottom: lane.bottom - up - saved, floor: lane.floor - up };
      const counts = fold ? [] : lane.counts.map((y) => y - up);
      up += saved;
      return { ...lane, ...at, title: title && fold ? oneLine(title) : title, counts, folded: fold };
    });
    const glyphs = plan.glyphs.map((one) => ({ ...one, y: one.y - ups[one.lane] }));
    const [left, top, right, bottom] = plan.plot;
    const inSight = new Map(glyphs.filter((one) => !lanes[one.lane].folded).map((one) => [one.event, one.y]));
    return {
      ...plan,
      lanes,
      glyphs,
      plot: [left, top, right, bottom - up],
      height: plan.height - up,
      brackets: plan.brackets.map((one) => moved(one, inSight)).filter(Boolean),
      strip: plan.strip && raised(plan.strip, up),
    };
  }

  const oneLine = (title) => ({ ...title, lines: title.lines.slice(0, 1) });

  function moved(one, heights) {
    const found = bracket(one, heights);
    const middle = found && (found.at[0] + found.at[found.at.length - 1]) / 2;
    return found && { ...found, label: { ...found.label, y: middle } };
  }

  function raised(strip, up) {
    const higher = (one) => one && { ...one, y: one.y - up };
    const [left, top, right, bottom] = strip.box;
    const box = [left, top - up, right, bottom - up];
    return { box, title: higher(strip.title), items: strip.items.map(higher), more: higher(strip.more) };
  }

  /** The plan on so many px, with the *events* alone of all that it was made for, lanes in an order, and some folded. */
  function shown(plan, width, events, all, { folds, order }) {
    const wide = stretched(plan, width);
    const passing = all ? wide : narrowed(wide, new Set(events.map((event) => event.id)));
    const left = order.length ? ordered(passing, order) : passing;
    const some = plan.lanes.some((lane) => folds.has(lane.key));
    return counted(some ? folded(left, folds) : left, events, some ? plan.cell / FINER : plan.cell);
  }

  window.timelineNarrowed = { shown };
})();
