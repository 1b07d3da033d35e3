/*
 * Which labels and counts a window of a plan shows, and where: the same as `scene/seen.py`, step by step, so that a page
 * that is moved or zoomed shows what a picture of the same days shows. Pure functions of a plan (`Plan.data()`).
 */
(function () {
  "use strict";

  const EDGE = 4; // free px between a label and the edge of the plot
  const GAP = 7; // px between a glyph and its label
  const BETWEEN = 10; // free px between a label and what belongs to another event
  const SLACK = 0.05; // px by which what is rounded may come nearer
  const FARTHEST = 48; // px a label may be pushed from its glyph
  const THINNEST = 6; // px a glyph is wide at least
  const MOST = 120; // labels
  const LINE = 16; // boxes are looked up by lines of so many px
  const AROUND = 4; // free px around a count
  const NARROWEST = 56; // px of a cell that is told of
  const NARROWEST_BAR = 6; // px of a cell of a folded lane
  const HIGH = 1.2; // the height of a count, in sizes

  /** From days to pixels, in the same steps as `scene/scale.py`. */
  function scaleOf(plan, window) {
    const [left, , right] = plan.plot;
    const [first, last] = window;
    return { first, last, left, right, x: (day) => left + ((day - first) * (right - left)) / (last - first) };
  }

  /** The boxes that are taken, by the lines of the drawing they lie on. */
  function ledger() {
    const lines = new Map();
    const across = (box) => [Math.floor(box[1] / LINE), Math.floor(box[3] / LINE)];
    return {
      add(box, owner) {
        const [from, to] = across(box);
        for (let line = from; line <= to; line++) {
          if (!lines.has(line)) lines.set(line, []);
          lines.get(line).push([box, owner]);
        }
      },
      /** Nothing but what has the same owner comes near the box. */
      free(box, owner, gap) {
        const [from, to] = across(box);
        const [left, top, right, bottom] = [box[0] - gap, box[1] + SLACK, box[2] + gap, box[3] - SLACK];
        for (let line = from; line <= to; line++) {
          for (const [other, whose] of lines.get(line) || []) {
            if (other[0] < right && left < other[2] && other[1] < bottom && top < other[3] && whose !== owner) {
              return false;
            }
          }
        }
        return true;
      },
    };
  }

  /** The pixels a glyph takes, those of the frame around the selected one included. */
  function reachOf(glyph, scale) {
    let left = scale.x(glyph.first) - glyph.before;
    let right = scale.x(glyph.last) + glyph.after;
    if (right - left < THINNEST) {
      const middle = (left + right) / 2;
      left = middle - THINNEST / 2;
      right = middle + THINNEST / 2;
    }
    return [left - glyph.halo, right + glyph.halo];
  }

  /** The brackets that lie wholly in sight and touch none before them: the boxes of their names, by number. */
  function bracketsOf(plan, scale) {
    const found = new Map();
    plan.brackets.forEach((one, number) => {
      const x = scale.x(one.day);
      const middle = x + one.label.shift;
      const [wide, tall, y] = [one.label.wide / 2, one.label.tall / 2, one.label.y];
      const own = [middle - wide, y - tall, middle + wide, y + tall];
      const seen = Math.min(own[0], x, x + one.shift) >= scale.left && Math.max(own[2], x, x + one.shift) <= scale.right;
      const meets = (box) => own[0] < box[2] && box[0] < own[2] && own[1] < box[3] && box[1] < own[3];
      const high = own[1] >= plan.plot[1] && own[3] <= plan.plot[3];
      if (seen && high && ![...found.values()].some(meets)) found.set(number, own);
    });
    return found;
  }

  const byEdges = (one, other) => one[0] - other[0] || one[1] - other[1];

  /** Where a label begins on one side of what is seen of its glyph; null where it cannot stand there. */
  function stand(option, seen, edges, walls, near, rings) {
    const { side, wide } = option;
    if (side === "inside") return rings && option.lines.length === 1 ? inside(wide, seen, walls, rings) : null;
    if (side === "right") {
      let start = seen[1] + GAP;
      const blocks = [...walls, ...near.filter((at) => at - 1 - start < GAP).map((at) => [at - 1, at + 1])];
      for (const wall of blocks.sort(byEdges)) {
        if (wall[0] < start + wide && start - GAP < wall[1]) start = wall[1] + GAP;
      }
      return start + wide <= edges[1] && start - seen[1] <= FARTHEST ? start : null;
    }
    let end = seen[0] - GAP;
    const blocks = [...walls, ...near.filter((at) => end - at - 1 < GAP).map((at) => [at - 1, at + 1])];
    for (const wall of blocks.sort(byEdges).reverse()) {
      if (end - wide < wall[1] && wall[0] < end + GAP) end = wall[0] - GAP;
    }
    return end - wide >= edges[0] && seen[0] - end <= FARTHEST ? end - wide : null;
  }

  function inside(wide, seen, walls, rings) {
    let start = seen[0] + 2 * GAP;
    for (const ring of [...rings].sort((one, other) => one - other)) {
      if (start - GAP < ring && ring < start + wide + GAP) start = ring + 2 * GAP;
    }
    const blocked = walls.some((wall) => wall[0] < start + wide && start < wall[1]);
    return start + wide + 2 * GAP >= seen[1] || blocked ? null : start;
  }

  /** First each label that has a place of its own, there; then what else finds one, in order of claim. */
  function labelsOf(plan, scale, visible, taken) {
    const walls = plan.lanes.map(() => []);
    for (const wall of plan.walls) {
      const x = scale.x(wall.day);
      for (let lane = wall.lanes[0]; lane <= wall.lanes[1]; lane++) walls[lane].push([x + wall.from, x + wall.to]);
    }
    const known = plan.published.filter((one) => one.first !== null && one.first === one.last);
    const near = known.map((one) => scale.x(one.first));
    const edges = [scale.left + EDGE, scale.right - EDGE];
    const found = [];
    const placed = new Set();
    for (const own of [true, false]) {
      for (const label of plan.labels) {
        if (!visible.has(label.glyph) || placed.has(label.glyph) || (own && !label.fixed)) continue;
        if (found.length >= MOST) return found;
        const glyph = plan.glyphs[label.glyph];
        const lane = plan.lanes[glyph.lane];
        const [left, right] = visible.get(label.glyph);
        const seen = [Math.max(left, edges[0]), Math.min(right, edges[1])];
        const rings = glyph.wide ? glyph.rings.map(scale.x) : null;
        for (const option of own ? label.options.slice(0, 1) : label.options) {
          const box = placeOf(lane, glyph, option, seen, edges, walls[glyph.lane], near, rings, taken, label.glyph);
          if (!box) continue;
          found.push(labelAt(label, option, box, glyph, visible.get(label.glyph), scale));
          placed.add(label.glyph);
          taken.add(box, label.glyph);
          break;
        }
      }
    }
    return found;
  }

  /** The box of a label in one of its forms; null where it is not free. It gives way to a publication day if it can. */
  function placeOf(lane, glyph, option, seen, edges, walls, near, rings, taken, owner) {
    const [top, bottom] = [glyph.y - option.tall / 2, glyph.y + option.tall / 2];
    if (top < lane.top - SLACK || bottom > lane.floor + SLACK) return null;
    let tried = null;
    for (const days of near.length ? [near, []] : [[]]) {
      const start = stand(option, seen, edges, walls, days, rings);
      if (start === null || start === tried) continue;
      tried = start;
      const box = [start, top, start + option.wide, bottom];
      if (taken.free(box, owner, BETWEEN - SLACK)) return box;
    }
    return null;
  }

  /** A label as it is drawn, tied to the end of the glyph it stands at: `shift` px from the place of `day`. */
  function labelAt(label, option, box, glyph, reach, scale) {
    const ends = option.side === "left";
    const x = ends ? box[2] : box[0];
    const end = option.side === "right" ? reach[1] : reach[0];
    const near = Math.min(Math.max(end, scale.left), scale.right);
    const day = scale.first + ((near - scale.left) * (scale.last - scale.first)) / (scale.right - scale.left);
    return {
      event: label.event,
      glyph: label.glyph,
      side: option.side,
      lines: option.lines,
      size: label.size,
      x,
      y: glyph.y,
      anchor: ends ? "end" : "start",
      box,
      day,
      shift: x - near,
    };
  }

  /** How a count is written. */
  const wordsOf = (count) => "+" + String(count).replace(/\B(?=(\d{3})+$)/g, ",");

  function wideOf(count, plan) {
    let total = 0;
    for (const sign of wordsOf(count)) total += plan.advances[sign];
    return total * plan.count;
  }

  /** The cells of a lane in sight, so many joined that each is `least` px wide, with those not told of. */
  function groupsOf(plan, lane, scale, least, told) {
    const zoom = (scale.right - scale.left) / (scale.last - scale.first);
    let width = plan.cell;
    while (width * zoom < least) width *= 2;
    const found = new Map();
    for (const cell of plan.cells) {
      if (cell.lane !== lane) continue;
      const first = Math.floor(cell.first / width) * width;
      const count = cell.count - cell.glyphs.filter((glyph) => told.has(glyph)).length;
      found.set(first, (found.get(first) || 0) + count);
    }
    return [...found]
      .sort((one, other) => one[0] - other[0])
      .filter(([first, count]) => count > 0 && first < scale.last && first + width > scale.first)
      .map(([first, count]) => [first, first + width, count]);
  }

  /** The same, what is cut by an edge of the drawing joined to its neighbour where it has no room for its number. */
  function joined(groups, scale, plan) {
    const room = (one) => Math.min(scale.x(one[1]), scale.right) - Math.max(scale.x(one[0]), scale.left);
    const cramped = (one) => room(one) < wideOf(one[2], plan) + AROUND;
    const both = (one, other) => [one[0], other[1], one[2] + other[2]];
    let found = groups;
    if (found.length > 1 && found[0][1] === found[1][0] && cramped(found[0])) {
      found = [both(found[0], found[1]), ...found.slice(2)];
    }
    const [before, end] = found.slice(-2);
    if (found.length > 1 && end[0] === before[1] && cramped(end)) found = [...found.slice(0, -2), both(before, end)];
    return found;
  }

  /** The events of a lane that have no label, told cell by cell. */
  function countsOf(plan, number, scale, told, taken) {
    const lane = plan.lanes[number];
    if (!lane.counts.length) return [];
    const found = [];
    for (const [first, last, count] of joined(groupsOf(plan, number, scale, NARROWEST, told), scale, plan)) {
      const wide = wideOf(count, plan);
      let x = (Math.max(scale.x(first), scale.left) + Math.min(scale.x(last), scale.right)) / 2;
      x = Math.min(Math.max(x, scale.left + EDGE + wide / 2), scale.right - EDGE - wide / 2);
      for (const y of lane.counts) {
        const tall = (plan.count * HIGH) / 2;
        const box = [x - wide / 2, y - tall, x + wide / 2, y + tall];
        if (!taken.free(box, -1, AROUND - SLACK)) continue;
        taken.add(box, -2);
        found.push({ lane: number, first, last, count, text: wordsOf(count), size: plan.count, x, y, box });
        break;
      }
    }
    return found;
  }

  /** How full a folded lane is, cell by cell; `share` is that of the fullest bar in sight, 0 to 1. */
  function barsOf(plan, scale) {
    const found = [];
    plan.lanes.forEach((lane, number) => {
      if (!lane.folded) return;
      for (const [first, last, count] of groupsOf(plan, number, scale, NARROWEST_BAR, new Set())) {
        const [left, right] = [Math.max(scale.x(first), scale.left), Math.min(scale.x(last), scale.right)];
        found.push({ lane: number, first, last, count, left, right });
      }
    });
    const most = Math.max(1, ...found.map((one) => one.count));
    return found.map((one) => ({ ...one, share: one.count / most }));
  }

  /**
   * What a window of a plan shows: `glyphs` with their seen pixels `left` and `right`, the numbers of the
   * `brackets` in sight, `labels`, `counts`, and the `bars` of folded lanes.
   */
  function evaluate(plan, window) {
    const scale = scaleOf(plan, window);
    const taken = ledger();
    const visible = new Map();
    plan.glyphs.forEach((glyph, number) => {
      if (plan.lanes[glyph.lane].folded) return;
      const [left, right] = reachOf(glyph, scale);
      if (right < scale.left || left > scale.right) return;
      visible.set(number, [left, right]);
      taken.add([left, glyph.y - glyph.half, right, glyph.y + glyph.half], number);
    });
    const brackets = bracketsOf(plan, scale);
    for (const [number, [left, top, right, bottom]] of brackets) {
      taken.add([left + BETWEEN - GAP, top, right - BETWEEN + GAP, bottom], -3 - number);
    }
    const labels = labelsOf(plan, scale, visible, taken);
    const told = new Set(labels.map((label) => label.glyph));
    return {
      glyphs: [...visible].map(([number, [left, right]]) => ({ ...plan.glyphs[number], left, right })),
      brackets: [...brackets.keys()],
      labels,
      counts: plan.lanes.flatMap((lane, number) => countsOf(plan, number, scale, told, taken)),
      bars: barsOf(plan, scale),
    };
  }

  window.timelineEvaluate = evaluate;
})();
