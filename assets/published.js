/* What is written above the lanes of publication days: the same as `scene/axis.py`, step by step. Pure functions of a plan. */
(function () {
  "use strict";

  const TICK = 12; // px of the text
  const BESIDE = 12; // free px beside it

  /** The words for the days that are seen, each with the `box` from left to right that it takes; `at` is the px of a day. */
  function told(plan, at) {
    const [left, , right] = plan.plot;
    const within = (x) => Math.min(Math.max(x, left), right);
    const found = [];
    for (const one of plan.published) {
      const first = one.first === null ? left : at(one.first);
      const last = one.last === null ? right : at(one.last);
      if (last < left || first > right) continue;
      join(found, { first: within(first), last: within(last), count: 1, words: one.words, wide: one.wide }, plan);
    }
    return found.map((one) => ({ words: one.words, wide: one.wide, box: boxOf(one, plan) }));
  }

  function boxOf({ first, last, wide }, { plot: [left, , right] }) {
    const middle = Math.min(Math.max((first + last) / 2, left + wide / 2), right - wide / 2);
    return [middle - wide / 2, middle + wide / 2];
  }

  /** One more day; of those whose words would touch it is only said how many they are. */
  function join(found, one, plan) {
    const [left, right] = boxOf(one, plan);
    const near = found.findIndex((other) => boxOf(other, plan)[0] - BESIDE < right && left < boxOf(other, plan)[1] + BESIDE);
    if (near < 0) return void found.push(one);
    const [other] = found.splice(near, 1);
    const count = one.count + other.count;
    const words = `${count} publication days`;
    const wide = window.timelineTicks.width(words, plan.advances, TICK);
    join(found, { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last), count, words: [[words, "plain"]], wide }, plan);
  }

  window.timelinePublished = { told };
})();
