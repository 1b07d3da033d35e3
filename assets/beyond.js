/* How many events lie before and after the window that is seen, and which days of them are the nearest and farthest. */
(function () {
  "use strict";

  const side = (known, days) => ({ count: known ? known.count : 0, days: known ? [known.near, known.far] : days });

  /** `{before, after}`, each `{count, near, far}` where there is something. */
  function of(plan, [first, last]) {
    const [before, after] = [side(plan.before, []), side(plan.after, [])];
    const drawn = new Map(plan.glyphs.map((glyph) => [glyph.event, glyph]));
    for (const cell of plan.cells) {
      let rest = cell.count;
      for (const glyph of cell.events.map((event) => drawn.get(event))) {
        if (!glyph) continue;
        rest--;
        if (glyph.last < first) add(before, 1, glyph.last);
        else if (glyph.first > last) add(after, 1, glyph.first);
      }
      // of what is only counted, the cell is all that is known
      if (rest > 0 && cell.last <= first) add(before, rest, cell.first, cell.last);
      if (rest > 0 && cell.first >= last) add(after, rest, cell.first, cell.last);
    }
    const found = {};
    if (before.count) found.before = { count: before.count, near: Math.max(...before.days), far: Math.min(...before.days) };
    if (after.count) found.after = { count: after.count, near: Math.min(...after.days), far: Math.max(...after.days) };
    return found;
  }

  function add(beyond, count, ...days) {
    beyond.count += count;
    beyond.days.push(...days);
  }

  window.timelineBeyond = { of };
})();
