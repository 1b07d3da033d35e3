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
  const TITLE = 0.6; // half the height of a lane's title, in sizes
  const HIGH = 1.2; // the height of a count, in sizes
  const ASIDE = 7; // px beside which a count is tried that is not free where its events lie, and again
  const NEAR = 4; // so many times at its height, before it is tried at others

  /** From days to pixels, in the same steps as `scene/scale.py`. */
  function scaleOf(plan, window) {
    const [left, , right] = plan.plot;
    const [first, last] = window;
    const x = (day) => left + ((day - first) * (right - left)) / (last - first);
    return { first, last, left, right, x, days: (pixels) => (pixels * (last - first)) / (right - left) };
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
      remove(box) {
        const [from, to] = across(box);
        for (let line = from; line <= to; line++) lines.set(line, lines.get(line).filter(([other]) => other !== box));
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

  /** An event lies in a window, at least in part: the edge of a dot beside it may still be seen. */
  function liesIn(glyph, scale) {
    const [before, after] = glyph.open.map(scale.days);
    return glyph.first - before <= scale.last && glyph.last + after >= scale.first;
  }

  /** The boxes of lanes' titles that stand within the plot. */
  function headsOf(plan) {
    const titles = plan.lanes.map((lane) => lane.title).filter((title) => title && title.anchor === "start");
    return titles.map(({ x, y, size, wide }) => [x, y - size * TITLE, x + wide, y + size * TITLE]);
  }

  const meet = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

  /** The brackets that lie wholly in sight and touch none before them and no title: the boxes of their names, by number. */
  function bracketsOf(plan, scale) {
    const found = new Map();
    const heads = headsOf(plan);
    plan.brackets.forEach((one, number) => {
      const x = scale.x(one.day);
      const middle = x + one.label.shift;
      const [wide, tall, y] = [one.label.wide / 2, one.label.tall / 2, one.label.y];
      const own = [middle - wide, y - tall, middle + wide, y + tall];
      const seen = Math.min(own[0], x, x + one.shift) >= scale.left && Math.max(own[2], x, x + one.shift) <= scale.right;
      const whole = [Math.min(own[0], x, x + one.shift), one.at[0], Math.max(own[2], x, x + one.shift), one.at[one.at.length - 1]];
      const high = own[1] >= plan.plot[1] && own[3] <= plan.plot[3];
      const clear = !heads.some((box) => meet(whole, box)) && ![...found.values()].some((box) => meet(own, box));
      if (seen && high && clear) found.set(number, own);
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
        const glyph = plan.glyphs[label.glyph];
        if (!liesIn(glyph, scale)) continue;
        if (found.length >= MOST) return found;
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
    if (top < lane.ceiling - SLACK || bottom > lane.floor + SLACK) return null;
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

  /** Days in the window, and how many of the events of a lane that are not told are counted there. */
  function untold(plan, lane, scale, told) {
    const found = [];
    for (const cell of plan.cells) {
      const end = cell.first + plan.cell;
      if (cell.lane !== lane || !cell.rest || cell.first >= scale.last || end <= scale.first) continue;
      found.push([(Math.max(cell.first, scale.first) + Math.min(end, scale.last)) / 2, cell.rest]);
    }
    plan.glyphs.forEach((glyph, number) => {
      if (glyph.lane !== lane || told.has(number) || !liesIn(glyph, scale)) return;
      found.push([Math.min(Math.max(glyph.at, scale.first), scale.last), 1]);
    });
    return found;
  }

  /** The cells of these days, so many joined that each is `least` px wide; `x` is the sum of their events' px. */
  function gathered(plan, scale, least, days) {
    const zoom = (scale.right - scale.left) / (scale.last - scale.first);
    let width = plan.cell;
    while (width * zoom < least) width *= 2;
    const found = new Map();
    for (const [day, count] of days) {
      const first = Math.floor(day / width) * width;
      const cell = found.get(first) || { first, last: first + width, count: 0, x: 0 };
      cell.count += count;
      cell.x += scale.x(day) * count;
      found.set(first, cell);
    }
    return [...found.values()].sort((one, other) => one.first - other.first);
  }

  /** The events of a lane that are not told, cell by cell; null where there is no room even for one count of all. */
  function countsOf(plan, number, scale, told, taken) {
    const lane = plan.lanes[number];
    if (lane.folded || !lane.counts.length) return [];
    const room = (cell) => Math.min(scale.x(cell.last), scale.right) - Math.max(scale.x(cell.first), scale.left);
    const cramped = (cell) => room(cell) < wideOf(cell.count, plan) + AROUND;
    const both = (one, other) => ({ first: one.first, last: other.last, count: one.count + other.count, x: one.x + other.x });
    let cells = gathered(plan, scale, NARROWEST, untold(plan, number, scale, told));
    if (cells.length > 1 && cells[0].last === cells[1].first && cramped(cells[0])) {
      cells = [both(cells[0], cells[1]), ...cells.slice(2)];
    }
    const [before, end] = cells.slice(-2);
    if (cells.length > 1 && end.first === before.last && cramped(end)) cells = [...cells.slice(0, -2), both(before, end)];
    const found = placedAll(plan, number, scale, cells, taken);
    return found || cells.length < 2 ? found : placedAll(plan, number, scale, [cells.reduce(both)], taken);
  }

  /** All these counts at places that are free; null, and none of them taken, where one finds none. */
  function placedAll(plan, number, scale, cells, taken) {
    const found = [];
    for (const cell of cells) {
      const box = freeBox(plan, number, scale, cell, taken);
      if (!box) {
        for (const one of found) taken.remove(one.box);
        return null;
      }
      taken.add(box, -2);
      const { first, last, count } = cell;
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      found.push({ lane: number, first, last, count, text: wordsOf(count), size: plan.count, x, y, box });
    }
    return found;
  }

  /** The first place that is free: near the count's events at each height, then ever farther away. */
  function freeBox(plan, number, scale, cell, taken) {
    const wide = wideOf(cell.count, plan);
    const tall = (plan.count * HIGH) / 2;
    const [left, right] = [scale.left + EDGE + wide / 2, scale.right - EDGE - wide / 2];
    if (left > right) return null;
    const middle = Math.min(Math.max(cell.x / cell.count, left), right);
    const at = (y, step) => {
      for (const x of step ? [middle + step * ASIDE, middle - step * ASIDE] : [middle]) {
        const box = [x - wide / 2, y - tall, x + wide / 2, y + tall];
        if (left <= x && x <= right && taken.free(box, -1, AROUND - SLACK)) return box;
      }
      return null;
    };
    const heights = plan.lanes[number].counts;
    for (const y of heights) {
      for (let step = 0; step <= NEAR; step++) {
        const box = at(y, step);
        if (box) return box;
      }
    }
    const steps = Math.trunc((right - left) / ASIDE) + 1;
    for (let step = NEAR + 1; step <= steps; step++) {
      for (const y of heights) {
        const box = at(y, step);
        if (box) return box;
      }
    }
    return null;
  }

  /** The counts of a lane; where there is no room for any, its last label in order of claim gives way. */
  function toldOf(plan, number, scale, labels, taken) {
    for (;;) {
      const counts = countsOf(plan, number, scale, new Set(labels.map((label) => label.glyph)), taken);
      const last = labels.findLastIndex((label) => plan.glyphs[label.glyph].lane === number);
      if (counts || last < 0) return counts || [];
      taken.remove(labels[last].box);
      labels.splice(last, 1);
    }
  }

  /** How full a folded lane is, cell by cell; `share` is that of the fullest bar in sight, 0 to 1. */
  function barsOf(plan, scale) {
    const found = [];
    plan.lanes.forEach((lane, number) => {
      if (!lane.folded) return;
      const days = plan.cells.filter((cell) => cell.lane === number).map((cell) => [cell.first + plan.cell / 2, cell.count]);
      for (const { first, last, count } of gathered(plan, scale, NARROWEST_BAR, days)) {
        if (first >= scale.last || last <= scale.first) continue;
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
    for (const box of headsOf(plan)) taken.add(box, -2);
    const brackets = bracketsOf(plan, scale);
    for (const [number, [left, top, right, bottom]] of brackets) {
      taken.add([left + BETWEEN - GAP, top, right - BETWEEN + GAP, bottom], -3 - number);
    }
    const labels = labelsOf(plan, scale, visible, taken);
    const counts = plan.lanes.flatMap((lane, number) => toldOf(plan, number, scale, labels, taken));
    return {
      glyphs: [...visible].map(([number, [left, right]]) => ({ ...plan.glyphs[number], left, right })),
      brackets: [...brackets.keys()],
      labels,
      counts,
      bars: barsOf(plan, scale),
    };
  }

  window.timelineEvaluate = evaluate;
})();
