/*
 * The ticks of the time axis as `scene/ticks.py` and `scene/axis.py` choose them, for a page that is zoomed without
 * asking the server: the same texts at the same days. Pure functions; widths come from the shipped font's advances.
 */
(function () {
  "use strict";

  const calendar = window.timelineCalendar;
  const { MINUTES_PER_DAY, FIRST_YEAR, LAST_YEAR } = calendar;

  const SIZE = 12; // px of a tick's text
  const GAP = 14; // free px between two texts, at least
  const CLOSE = 62; // px between two ticks, at least
  const CLOSEST = { day: 40 };
  const CONTEXT_GAP = 10;
  const CLEAR = 4; // free px between the text of a tick and the edge of the page: not every machine draws it as wide
  const FIRST = calendar.dayNumber(FIRST_YEAR);
  const LAST = calendar.dayNumber(LAST_YEAR + 1);
  const LENGTHS = { minute: 1 / MINUTES_PER_DAY, day: 1, week: 7, half: 15.22, month: 30.44, year: 365.25 };
  const DAYS_A_YEAR = 365.25;
  const TYPICAL = 0.624; // the width of a sign whose advance is not known, per px of size

  const steps = (unit, counts) => counts.map((count) => ({ unit, count, days: count * LENGTHS[unit] }));
  const STEPS = [
    ...steps("minute", [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720]),
    ...steps("day", [1, 2]),
    ...steps("week", [1]),
    ...steps("half", [1]),
    ...steps("month", [1, 2, 3, 6]),
    ...steps("year", [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]),
  ];
  const OFFSETS = [
    ...[1, 2, 5, 10, 20, 50, 100],
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((years) => years * DAYS_A_YEAR),
  ];

  const MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ];
  const ENGLISH = {
    months: MONTHS,
    short: MONTHS.map((month) => month.slice(0, 3)),
    day: "{day} {month}",
    full: "{day} {month} {year}",
    month: "{month} {year}",
    before: "{year} BCE",
    since: "{year} CE",
  };

  const two = (number) => String(number).padStart(2, "0");
  const mod = (number, by) => number - Math.floor(number / by) * by;

  /** The width of a text of the axis in px. */
  function width(text, advances, size = SIZE) {
    let sum = 0;
    for (const sign of text) sum += advances[sign] === undefined ? TYPICAL : advances[sign];
    return sum * size;
  }

  // --- words -----------------------------------------------------------------------------------

  function yearText(names, year, era) {
    if (year < 1) return names.before.replace("{year}", 1 - year);
    return era || year < 100 ? names.since.replace("{year}", year) : String(year);
  }

  const dayOfMonth = (names, month, day) => names.day.replace("{day}", day).replace("{month}", names.short[month - 1]);

  const monthOfYear = (names, year, month) =>
    names.month.replace("{month}", names.months[month - 1]).replace("{year}", yearText(names, year, false));

  const wholeDay = (names, year, month, day) =>
    names.full
      .replace("{day}", day)
      .replace("{month}", names.months[month - 1])
      .replace("{year}", yearText(names, year, false));

  // --- which step ------------------------------------------------------------------------------

  const yearAt = (day) => calendar.civil(Math.floor(Math.min(Math.max(day, FIRST), LAST - 1)))[0];

  function widest(step, first, last, measure, names) {
    if (step.unit === "minute") return measure("00:00");
    if (step.unit === "day") return measure("30");
    if (step.unit === "month") return Math.max(...names.short.map(measure));
    if (step.unit === "week" || step.unit === "half") {
      return Math.max(...names.short.map((_, at) => measure(dayOfMonth(names, at + 1, 30))));
    }
    const [one, other] = [yearAt(first), yearAt(last)];
    const era = one < 1 && other >= 1;
    return Math.max(measure(yearText(names, one, era)), measure(yearText(names, other, era)));
  }

  /** The smallest step whose texts do not touch when the days first to last take so many px. */
  function choose(first, last, room, measure, names) {
    const perDay = room / (last - first);
    for (const step of STEPS) {
      const apart = step.days * perDay;
      const least = CLOSEST[step.unit] || CLOSE;
      if (apart >= least && apart >= widest(step, first, last, measure, names) + GAP) return step;
    }
    return STEPS[STEPS.length - 1];
  }

  // --- the ticks of a step ---------------------------------------------------------------------

  function withinYear(day, names) {
    const [year, month, number] = calendar.civil(day);
    return { day, text: dayOfMonth(names, month, number), context: yearText(names, year, false) };
  }

  const human = (year) => (year > 0 ? year : year - 1); // -1 for 1 BCE: the count that has no year 0

  const MARKS = {
    minute(first, last, count, names) {
      const found = [];
      let number = Math.floor((first * MINUTES_PER_DAY) / count) * count;
      for (; number <= last * MINUTES_PER_DAY + 1; number += count) {
        const day = Math.floor(number / MINUTES_PER_DAY);
        const minute = number - day * MINUTES_PER_DAY;
        const text = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
        found.push({ day: number / MINUTES_PER_DAY, text, context: wholeDay(names, ...calendar.civil(day)) });
      }
      return found;
    },

    day(first, last, count, names) {
      const found = [];
      for (let day = Math.floor(first); day <= last; day++) {
        const [year, month, number] = calendar.civil(day);
        // with a step of two, odd days, and none where the next month's first would stand beside it
        if (count > 1 && (number % 2 === 0 || number >= (month === 2 ? 29 : 31))) continue;
        found.push({ day, text: String(number), context: monthOfYear(names, year, month) });
      }
      return found;
    },

    week(first, last, _, names) {
      const found = [];
      for (let day = Math.floor(first); day <= last; day++) {
        if (calendar.weekday(day) === 0) found.push(withinYear(day, names));
      }
      return found;
    },

    half(first, last, _, names) {
      const found = [];
      for (let day = Math.floor(first); day <= last; day++) {
        const number = calendar.civil(day)[2];
        if (number === 1 || number === 15) found.push(withinYear(day, names));
      }
      return found;
    },

    month(first, last, count, names) {
      const found = [];
      const [year, month] = calendar.civil(Math.floor(first));
      for (let months = Math.floor((year * 12 + month - 1) / count) * count; ; months += count) {
        const day = calendar.firstOfMonth(months);
        if (day > last) return found;
        found.push({ day, text: names.short[mod(months, 12)], context: yearText(names, Math.floor(months / 12), false) });
      }
    },

    year(first, last, count, names) {
      const found = [];
      const [one, other] = [yearAt(first), yearAt(last)];
      const era = one < 1 && other >= 1;
      for (let at = Math.floor(human(one) / count) * count; at <= human(other) + count; at += count) {
        const year = at === 0 ? 1 : at > 0 ? at : at + 1;
        // the year 1 stands for a year 0 only where the next tick is not its own
        if (year < FIRST_YEAR || year > LAST_YEAR || (at === 0 && count <= 2)) continue;
        found.push({ day: calendar.dayNumber(year), text: yearText(names, year, era), context: "" });
      }
      return found;
    },
  };

  /** The ticks of one step from the day first to the day last, without places. */
  function marks(first, last, step, names) {
    const [start, end] = [Math.max(first, FIRST), Math.min(last, LAST)];
    if (!(start <= end)) return [];
    return MARKS[step.unit](start, end, step.count, names).filter((mark) => mark.day >= start && mark.day <= end);
  }

  // --- days from publication -------------------------------------------------------------------

  function chooseOffset(first, last, room) {
    const perDay = room / (last - first);
    return OFFSETS.find((step) => step * perDay >= CLOSE) || OFFSETS[OFFSETS.length - 1];
  }

  function offsetMarks(first, last, step) {
    const found = [];
    for (let count = Math.ceil((first - 0.5) / step); count <= Math.floor((last - 0.5) / step); count++) {
      const amount = Math.round((count * step) / (step >= DAYS_A_YEAR ? DAYS_A_YEAR : 1));
      const sign = amount < 0 ? "\u2013" : amount > 0 ? "+" : "";
      const figures = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, ",");
      found.push({ day: count * step + 0.5, text: sign + figures, context: "" });
    }
    return found;
  }

  // --- places ----------------------------------------------------------------------------------

  /** The larger unit below the first tick in sight and where it changes; the first gives way where two would touch. */
  function placed(found, scale, page, measure) {
    const x = (day) => scale.left + ((day - scale.first) * (scale.right - scale.left)) / (scale.last - scale.first);
    const ticks = [];
    let before = null; // the last tick with a context: {at, right}
    let last = "";
    let seen = false;
    for (const mark of found) {
      const at = x(mark.day);
      const inSight = at >= scale.left - 0.5 && at <= scale.right + 0.5;
      let half = measure(mark.context) / 2;
      const cut = inSight && !(half + CLEAR <= at && at <= page - half - CLEAR);
      const first = !seen && at >= scale.left - 0.5 && !cut;
      seen = seen || first;
      const context = (first || mark.context !== last) && !cut ? mark.context : "";
      // a day whose month cannot be said would be taken for one of the month before
      const unsaid = cut && seen && mark.context !== last;
      last = unsaid ? last : mark.context;
      if (context) {
        if (before && before.right + CONTEXT_GAP > at - half) ticks[before.at].context = "";
        before = { at: ticks.length, right: at + half };
      }
      half = measure(mark.text) / 2;
      const text = !unsaid && (!inSight || (half + CLEAR <= at && at <= page - half - CLEAR)) ? mark.text : "";
      ticks.push({ day: mark.day, x: at, text, context });
    }
    return ticks;
  }

  /**
   * The ticks of the days scale.first to scale.last on the px scale.left to scale.right, and so many widths beyond.
   *
   * options: advances (width of each sign per px of size), page (px of the whole page), overscan, offset (days count
   * from publication), names (as ENGLISH). Returns {ticks: [{day, x, text, context}], title}.
   */
  function ticksOf(scale, options) {
    const { advances, page, overscan = 0, offset = false, names = ENGLISH } = options;
    const measure = (text) => width(text, advances);
    const room = scale.right - scale.left;
    const beyond = overscan * (scale.last - scale.first);
    const [first, last] = [scale.first - beyond, scale.last + beyond];
    if (offset) {
      const apart = chooseOffset(scale.first, scale.last, room);
      const title = `${apart >= DAYS_A_YEAR ? "years" : "days"} from publication`;
      return { ticks: placed(offsetMarks(first, last, apart), scale, page, measure), title };
    }
    const step = choose(scale.first, scale.last, room, measure, names);
    return { ticks: placed(marks(first, last, step, names), scale, page, measure), title: "" };
  }

  window.timelineTicks = { ticksOf, width, ENGLISH };
})();
