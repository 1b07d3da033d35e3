/* Which windows can be looked at, and which one layout serves: arithmetic of days alone. */
(function () {
  "use strict";

  const NARROWEST = 5 / 1440; // days; ticks are minutes at least
  const LIKE = 1e-6; // how much two windows may differ in widths and be the same

  const across = (plan) => plan.plot[2] - plan.plot[0];

  function same(one, other) {
    if (!one || !other) return one === other;
    const slack = (one[1] - one[0]) * LIKE;
    return Math.abs(one[0] - other[0]) <= slack && Math.abs(one[1] - other[1]) <= slack;
  }

  /** The plan was made for a window as near and as far along as this one. */
  function covers(plan, days) {
    const zoom = across(plan) / (days[1] - days[0]);
    const [lowest, highest] = plan.zooms;
    if (zoom < lowest * (1 - LIKE) || (highest !== null && zoom > highest * (1 + LIKE))) return false;
    const slack = (days[1] - days[0]) * LIKE;
    return !plan.region || (days[0] >= plan.region[0] - slack && days[1] <= plan.region[1] + slack);
  }

  /** The window within the calendar, and no narrower than minutes can be told apart. */
  function limited([first, last]) {
    const { FIRST_DAY, LAST_DAY } = window.timelineCalendar;
    const span = Math.min(Math.max(last - first, NARROWEST), LAST_DAY - FIRST_DAY);
    const begin = span === last - first ? first : (first + last - span) / 2;
    const start = Math.min(Math.max(begin, FIRST_DAY), LAST_DAY - span);
    return [start, start + span];
  }

  /** So many times nearer around a day, the middle where none is given. */
  function about([first, last], nearer, day) {
    const middle = day === undefined ? (first + last) / 2 : day;
    const [one, other] = limited([middle - (middle - first) / nearer, middle + (last - middle) / nearer]);
    const span = other - one;
    // at the limit of the zoom the day stays where it is
    const start = middle - ((middle - first) / (last - first)) * span;
    return [start, start + span];
  }

  window.timelineAim = { across, same, covers, limited, about };
})();
