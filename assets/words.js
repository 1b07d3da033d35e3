/* Days in words, as `chrono.datewords` and `scene/beyond.py` have them. */
(function () {
  "use strict";

  const { civil, dayNumber, firstOfMonth, MINUTES_PER_DAY } = window.timelineCalendar;
  const { months } = window.timelineTicks.ENGLISH;
  const YEARS = 1100; // so many days from the window on, the words name only years,
  const MONTHS = 62; // or only months

  const two = (number) => String(number).padStart(2, "0");
  const clockWords = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  const minutes = (day) => Math.round(day * MINUTES_PER_DAY * 1000) / 1000;

  /** A year as people count it; one of one or two figures always names its era. */
  function yearWords(year, era = false) {
    if (year < 1) return `${1 - year} BCE`;
    return era || year < 100 ? `${year} CE` : String(year);
  }

  /** 5 May 2025, or without its year. */
  function dayWords(day, year) {
    const [of, month, number] = civil(day);
    return `${number} ${months[month - 1]}` + (year ? ` ${yearWords(of)}` : "");
  }

  /** Two days, or the months or years that they begin and end, with what they share said once. */
  function pairWords(first, last, year) {
    const [start, end] = [civil(first), civil(last)];
    const oneYear = start[0] === end[0];
    // where a stretch crosses into year 1, both sides name their era
    const [one, other] = [start, end].map((found) => yearWords(found[0], start[0] < 1));
    if (start[1] === 1 && start[2] === 1 && end[1] === 12 && end[2] === 31) {
      return `${end[0] < 1 ? one.replace(/ BCE$/, "") : one} to ${other}`;
    }
    let head = [months[start[1] - 1]];
    const tail = [months[end[1] - 1]];
    if (start[2] !== 1 || last + 1 !== firstOfMonth(end[0] * 12 + end[1])) {
      head = oneYear && start[1] === end[1] ? [start[2]] : [start[2], ...head];
      tail.unshift(end[2]);
    }
    if (!oneYear) head.push(one);
    if (year || !oneYear) tail.push(other);
    return `${head.join(" ")} to ${tail.join(" ")}`;
  }

  /** As roughly as a person would say it of two moments who stands at the edge: years from afar, days nearby. */
  function when(begun, ended, edge, clock) {
    const [first, last] = [begun, ended].map((moment) => Math.floor(moment / MINUTES_PER_DAY));
    if (clock && first === last && first === Math.floor(edge)) {
      const [one, other] = [begun, ended].map((moment) => clockWords(moment - first * MINUTES_PER_DAY));
      return begun === ended ? ` at ${one}` : `, ${one} to ${other}`;
    }
    const [start, end] = [civil(first), civil(last)];
    const away = Math.max(edge - first, last - edge);
    if (away > YEARS) {
      if (start[0] === end[0]) return ` in ${yearWords(start[0])}`;
      return `, ${pairWords(dayNumber(start[0]), dayNumber(end[0], 12, 31), true)}`;
    }
    const year = start[0] !== end[0] || civil(Math.floor(edge))[0] !== end[0];
    if (away > MONTHS) {
      if (start[0] === end[0] && start[1] === end[1]) {
        return ` in ${months[end[1] - 1]}` + (year ? ` ${yearWords(end[0])}` : "");
      }
      const upto = firstOfMonth(end[0] * 12 + end[1]) - 1;
      return `, ${pairWords(firstOfMonth(start[0] * 12 + start[1] - 1), upto, year)}`;
    }
    return first === last ? ` on ${dayWords(last, year)}` : `, ${pairWords(first, last, year)}`;
  }

  /**
   * What lies before or after the day at the edge: "‹ 1 event in 1812", "3 events, 1914 to 1918 ›".
   *
   * Of what lies before, near and far are ends: that of a whole day is the beginning of the next.
   */
  function beyond(side, { count, near, far }, edge, offset) {
    const figures = String(count).replace(/\B(?=(\d{3})+$)/g, ",");
    const many = `${figures} ${count === 1 ? "event" : "events"}`;
    // what is known to the day lies at its edges, or is a dot in its middle
    const clock = near % 0.5 !== 0 && far % 0.5 !== 0;
    const moment = (day, end) => (end ? Math.ceil(minutes(day)) - 1 : Math.floor(minutes(day)));
    if (side === "before") {
      return `\u2039 ${many}${offset ? " earlier" : when(moment(far, true), moment(near, true), edge, clock)}`;
    }
    return `${many}${offset ? " later" : when(moment(near), moment(far), edge, clock)} \u203a`;
  }

  window.timelineWords = { beyond, dayWords, pairWords, yearWords };
})();
