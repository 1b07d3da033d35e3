/* What is seen of the timeline, in words: for the sliders of the strip below, and once for those who listen when it has moved. */
(function () {
  "use strict";

  const REST = 700; // ms after which a movement is over
  const SHORT = 4; // days of a window below which its edges are told to the minute

  const { MINUTES_PER_DAY } = window.timelineCalendar;
  const two = (number) => String(number).padStart(2, "0");
  const offset = () => window.timelineChart.plan()?.offset; // the strip may come before the drawing
  const told = () => document.getElementById("live")?.textContent;

  /** An edge of a window; *end*: the moment before it, as the last day of a month is told and not the next one's first. */
  function edge(day, [first, last], end = false) {
    const short = last - first < SHORT;
    const minutes = Math.round(day * MINUTES_PER_DAY) - (end && !short ? 1 : 0);
    const whole = Math.floor(minutes / MINUTES_PER_DAY);
    if (offset()) return `${Math.abs(whole)} ${Math.abs(whole) === 1 ? "day" : "days"} ${whole < 0 ? "before" : "after"} publication`;
    const minute = minutes - whole * MINUTES_PER_DAY;
    const clock = short ? `, ${two(Math.floor(minute / 60))}:${two(minute % 60)}` : "";
    return window.timelineWords.dayWords(whole, true) + clock;
  }

  const days = ([first, last]) => `${edge(first, [first, last])} to ${edge(last, [first, last], true)}`;

  let waiting = 0;
  let said = "";

  /** The window has been moved by hand: it is told once it rests, where it is another than the last one and nothing else was told meanwhile. */
  function moved() {
    clearTimeout(waiting);
    const before = told();
    waiting = setTimeout(() => {
      if (told() !== before) return;
      const count = window.timelineOverlay.count();
      const words = `${days(window.timelineChart.seen())}: ${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}.`;
      if (words !== said) dash_clientside.set_props("live", { children: words });
      said = words;
    }, REST);
  }

  window.timelineSpoken = { edge, days, moved };
})();
