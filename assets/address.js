/* The address of what is seen: a query that says the view and its window, for the page's own address and its files. */
(function () {
  "use strict";

  const TO_THE_MINUTE = 60; // days of a window below which its edges are told to the minute

  /** A query with the window that is seen in it, as `PageView.query` writes it. */
  function seenIn(query) {
    const days = window.timelineChart.window();
    const rest = new URLSearchParams(query);
    rest.delete("from");
    rest.delete("to");
    const others = rest.toString().replaceAll("%20", "+").replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%28", "(").replaceAll("%29", ")");
    if (!days) return others;
    const [from, to] = days.map((day) => edge(day, days[1] - days[0]));
    return `from=${from}&to=${to}${others ? `&${others}` : ""}`;
  }

  function edge(day, span) {
    if (window.timelineChart.plan().offset) {
      const number = span < TO_THE_MINUTE ? Number(day.toFixed(4)) : Math.round(day);
      return `p${number < 0 ? "" : "+"}${number}`;
    }
    const { isoDay, isoPlace, MINUTES_PER_DAY } = window.timelineCalendar;
    return span < TO_THE_MINUTE ? isoPlace(Math.round(day * MINUTES_PER_DAY) / MINUTES_PER_DAY) : isoDay(Math.round(day));
  }

  /** The query of what is seen now. */
  const seen = () => seenIn(window.timelinePage.view().query);

  /** The address of a file of what is seen, or of its "preview", with *more* choices as pairs. */
  function exported(kind, suffix, more) {
    return `export/${kind}.${suffix}?${[seen(), new URLSearchParams(more).toString()].filter(Boolean).join("&")}`;
  }

  /** Let the address of the page say what is seen. */
  function write(view) {
    const query = seenIn(view.query);
    const url = query ? `?${query}` : location.pathname;
    if (url === (location.search || location.pathname)) return;
    const steps = new URLSearchParams(query);
    const before = new URLSearchParams(location.search);
    for (const one of [steps, before]) {
      one.delete("from");
      one.delete("to");
      if (one.has("q")) one.set("q", "");
    }
    // a new place in the history for a choice, none for each turn of the wheel or each letter that is searched for
    const step = steps.toString() === before.toString() || view.answered === 1 ? "replaceState" : "pushState";
    history[step](null, "", url);
  }

  window.timelineAddress = { seen, exported, write };
})();
