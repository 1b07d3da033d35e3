/*
 * Days of the proleptic Gregorian calendar, years -9999 to 9999, as `chrono.calendar` and `chrono.iso` count and write
 * them: a day is a whole number (0001-01-01 is day 1), years before 1 are astronomical (year 0 is 1 BCE).
 * The browser's own dates are not used: they pass through a time zone, and read two-figure years as those of 1900.
 */
(function () {
  "use strict";

  const FIRST_YEAR = -9999;
  const LAST_YEAR = 9999;
  const MINUTES_PER_DAY = 1440;
  const CYCLE_DAYS = 146097; // the calendar repeats every 400 years
  const WRITTEN = /^(?!-0000)(-?[0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?$/;

  const mod = (number, by) => number - Math.floor(number / by) * by;
  const two = (number) => String(number).padStart(2, "0");

  /** The number of a day; no check is made that there is such a day. Years are counted from March, so that the leap day is a year's last. */
  function dayNumber(year, month = 1, day = 1) {
    const marchYear = month > 2 ? year : year - 1;
    const cycle = Math.floor(marchYear / 400);
    const within = marchYear - cycle * 400;
    const ofYear = Math.floor((153 * mod(month - 3, 12) + 2) / 5) + day - 1;
    return cycle * CYCLE_DAYS + within * 365 + Math.floor(within / 4) - Math.floor(within / 100) + ofYear - 305;
  }

  /** [year, month, day] of a day number. */
  function civil(number) {
    const shifted = number + 305;
    const cycle = Math.floor(shifted / CYCLE_DAYS);
    const ofCycle = shifted - cycle * CYCLE_DAYS;
    const within = Math.floor(
      (ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36524) - Math.floor(ofCycle / 146096)) / 365
    );
    const ofYear = ofCycle - (365 * within + Math.floor(within / 4) - Math.floor(within / 100));
    const fromMarch = Math.floor((5 * ofYear + 2) / 153);
    const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
    const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    return [cycle * 400 + within + (month <= 2 ? 1 : 0), month, day];
  }

  /** The first day of a month, counted in months from January of year 0. */
  const firstOfMonth = (months) => dayNumber(Math.floor(months / 12), mod(months, 12) + 1);

  /** Monday is 0. */
  const weekday = (day) => mod(day - 1, 7);

  const FIRST_DAY = dayNumber(FIRST_YEAR);
  const LAST_DAY = dayNumber(LAST_YEAR, 12, 31);

  /** Four figures, with a sign before year 0: -0216. */
  const isoYear = (year) => (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");

  /** A day as ISO 8601 writes it; RangeError outside the calendar. */
  function isoDay(day) {
    if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw new RangeError(`day ${day} lies outside the calendar`);
    const [year, month, number] = civil(day);
    return `${isoYear(year)}-${two(month)}-${two(number)}`;
  }

  /** A place on the axis to the minute it lies in: 2025-08-19T14:30; the day alone at midnight. */
  function isoPlace(place) {
    // what is left of a minute's fraction after adding and taking away days is no minute of its own
    const minutes = Math.floor(place * MINUTES_PER_DAY + 1e-3);
    const day = Math.floor(minutes / MINUTES_PER_DAY);
    const minute = minutes - day * MINUTES_PER_DAY;
    return minute ? `${isoDay(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}` : isoDay(day);
  }

  /** The inverse of `isoPlace`; null where the text names no day or moment. */
  function parse(text) {
    const found = WRITTEN.exec(text);
    if (!found) return null;
    const [year, month, number, hour, minute] = found.slice(1).map((part) => Number(part || 0));
    if (month < 1 || month > 12 || number < 1 || hour > 23 || minute > 59) return null;
    if (number > firstOfMonth(year * 12 + month) - firstOfMonth(year * 12 + month - 1)) return null;
    return dayNumber(year, month, number) + (hour * 60 + minute) / MINUTES_PER_DAY;
  }

  window.timelineCalendar = {
    FIRST_DAY,
    LAST_DAY,
    FIRST_YEAR,
    LAST_YEAR,
    MINUTES_PER_DAY,
    dayNumber,
    civil,
    firstOfMonth,
    weekday,
    isoYear,
    isoDay,
    isoPlace,
    parse,
  };
})();
