/* Search and filters: which events pass, and how many each choice would leave. */
(function () {
  "use strict";

  const { html } = window.timelineElements;
  const { dayNumber, firstOfMonth, parse } = window.timelineCalendar;
  const { fold, wordsOf } = window.timelineSought;
  const DATE = /^(-?\d{1,4})(?:-(\d{2}))?$/;

  let events = [];
  let filters = []; // {title, words}
  let words = []; // that are searched for
  let period = [-Infinity, Infinity]; // the first and the last day
  let chosen = []; // a set of values for each filter
  let boxes = []; // {facet, value, box, count} of every choice
  let changed = () => {};

  const haystacks = new Map();

  function haystack(event) {
    if (!haystacks.has(event)) {
      const texts = [event.title, event.quote, event.when, event.note, ...event.actors, ...event.places];
      haystacks.set(event, `${fold(texts.join("\n"))}\n${event.also}`);
    }
    return haystacks.get(event);
  }

  const has = (event, facet) => !chosen[facet].size || event.facets[facet].some((value) => chosen[facet].has(value));

  function within(event) {
    if (period[0] === -Infinity && period[1] === Infinity) return true;
    return event.days !== null && event.days[1] >= period[0] && event.days[0] <= period[1];
  }

  /** The event passes all filters; *but* one of them, where it is named. */
  const passes = (event, but) =>
    words.every((word) => haystack(event).includes(word)) && within(event) && filters.every((_, facet) => facet === but || has(event, facet));

  const active = () => words.length > 0 || period.some(Number.isFinite) || chosen.some((one) => one.size);

  /** The ids of the events that pass; null where none is asked to. */
  const passing = () => (active() ? new Set(events.filter((event) => passes(event)).map((event) => event.id)) : null);

  // --- the panel -------------------------------------------------------------------------------

  function choice(facet, value) {
    const box = html("input", { type: "checkbox" });
    const count = html("span", { class: "count" });
    box.addEventListener("change", () => {
      chosen[facet][box.checked ? "add" : "delete"](value);
      changed();
    });
    boxes.push({ facet, value, box, count });
    const [, says = value] = filters[facet].words.find(([known]) => known === value) || [];
    return html("label", {}, box, html("span", { class: "value" }, says), count);
  }

  function group({ title, words: known }, facet) {
    const found = new Map();
    for (const event of events) for (const value of event.facets[facet]) found.set(value, (found.get(value) || 0) + 1);
    if (found.size < 2) return null; // nothing to choose
    const place = (value) => known.findIndex(([one]) => one === value);
    // what has words has an order; names come by how many events have them, and before the lack of one
    const closed = known.length > 1;
    const far = (value) => (closed ? place(value) : place(value) < 0 ? -found.get(value) : 1);
    const values = [...found.keys()].sort((one, other) => far(one) - far(other) || (one < other ? -1 : 1));
    const choices = html("div", { class: "values" }, ...values.map((value) => choice(facet, value)));
    return html("fieldset", {}, html("legend", {}, title), choices);
  }

  /** The first and the last day of what was written; null where it is no date. */
  function span(text) {
    const day = parse(text);
    if (day !== null) return [Math.floor(day), Math.floor(day)];
    const [, year, month] = DATE.exec(text) || [];
    if (year === undefined || (month !== undefined && !(month >= 1 && month <= 12))) return null;
    if (month === undefined) return [dayNumber(Number(year)), dayNumber(Number(year) + 1) - 1];
    const months = Number(year) * 12 + Number(month) - 1;
    return [firstOfMonth(months), firstOfMonth(months + 1) - 1];
  }

  function between() {
    const problem = html("p", { class: "problem", role: "alert" });
    const fields = ["From", "To"].map((name) => html("input", { type: "text", "aria-label": name, placeholder: name, size: 11, autocomplete: "off" }));
    const read = () => {
      const typed = fields.map((field) => field.value.trim());
      const spans = typed.map((text) => (text ? span(text) : undefined));
      const wrong = typed.find((_, at) => spans[at] === null);
      problem.textContent = wrong ? `“${wrong}” is no date: write 1914, 1914-07 or 1914-07-28.` : "";
      if (wrong) return;
      period = [spans[0] ? spans[0][0] : -Infinity, spans[1] ? spans[1][1] : Infinity];
      if (period[0] > period[1]) problem.textContent = "The period ends before it begins.";
      changed();
    };
    for (const field of fields) field.addEventListener("input", read);
    const hint = html("p", { class: "hint" }, "A year, a month or a day: 1914, 1914-07, 1914-07-28.");
    return html("fieldset", { class: "period" }, html("legend", {}, "Period"), ...fields, hint, problem);
  }

  function build(data, then) {
    ({ events } = data);
    filters = data.facets;
    chosen = filters.map(() => new Set());
    changed = then;
    const groups = filters.map(group).filter(Boolean);
    document.getElementById("filters").append(...groups, ...(data.offset ? [] : [between()]));
    count();
  }

  /** How many events each choice would leave, all other filters as they are. */
  function count() {
    const left = filters.map((_, facet) => events.filter((event) => passes(event, facet)));
    for (const { facet, value, box, count: shown } of boxes) {
      const number = left[facet].filter((event) => event.facets[facet].includes(value)).length;
      shown.textContent = number;
      box.parentElement.dataset.none = number === 0 && !box.checked;
    }
  }

  function search(text) {
    words = wordsOf(text);
    changed();
  }

  function clear() {
    words = [];
    period = [-Infinity, Infinity];
    for (const one of chosen) one.clear();
    for (const { box } of boxes) box.checked = false;
    for (const field of document.querySelectorAll(".period input")) field.value = "";
    for (const problem of document.querySelectorAll(".period .problem")) problem.textContent = "";
    document.getElementById("search").value = "";
    changed();
  }

  window.timelineFacets = { build, passing, active, count, search, clear };
})();
