/* What the user does on the page that stands alone, and what is said of it. */
(function () {
  "use strict";

  const { html } = window.timelineElements;
  const chart = window.timelineChart;
  const data = window.timelineUnpack(JSON.parse(document.getElementById("data").textContent));
  const events = new Map(data.events.map((event) => [event.id, event]));
  const by = (id) => document.getElementById(id);

  const PAN = 0.25; // of the window, that a key moves it

  let passing = null; // the ids of the events that pass the filters; null for all
  let selected = null;

  const shown = () => data.events.filter((event) => !passing || passing.has(event.id));
  const figures = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  const many = (number) => `${figures(number)} ${number === 1 ? "event" : "events"}`;

  /** One short sentence for those who listen. */
  function say(words) {
    by("live").textContent = words;
  }

  // --- what can be done ------------------------------------------------------------------------

  const VERBS = {
    select(id) {
      const event = events.get(id);
      if (!event) return;
      selected = id;
      const order = shown();
      window.timelinePanel.show(event, order.indexOf(event) + 1, order.length);
      window.timelineList.select(id);
      window.timelineOverlay.select(id);
      reveal(event);
      by("detail").scrollTop = 0;
      say(`${event.title}: ${event.when}.`);
    },

    /** The next event in the order of time, or the one before. */
    step(way) {
      const order = shown();
      const here = order.findIndex((event) => event.id === selected);
      const next = here < 0 ? order[Number(way) > 0 ? 0 : order.length - 1] : order[here + Number(way)];
      if (next) VERBS.select(next.id);
    },

    /** The event of the lane above or below that stands nearest in the order of time. */
    lane(way) {
      const order = shown();
      const keys = chart.plan().lanes.map((lane) => lane.key);
      const number = (event) => (keys.includes(event.lane) ? keys.indexOf(event.lane) : keys.length - 1);
      const here = order.findIndex((event) => event.id === selected);
      if (here < 0) return VERBS.step("1");
      for (let to = number(order[here]) + Number(way); to >= 0 && to < keys.length; to += Number(way)) {
        const near = order.map((event, at) => [Math.abs(at - here), event]).filter(([, event]) => event.place && number(event) === to);
        if (near.length) return VERBS.select(near.sort((one, other) => one[0] - other[0])[0][1].id);
      }
    },

    zoom(way) {
      chart.zoom(way);
      say(inSight());
    },

    fit() {
      chart.fit();
      say(inSight());
    },

    /** To earlier or later days. */
    pan(way) {
      const [first, last] = chart.seen();
      const days = Number(way) * PAN * (last - first);
      chart.show(first + days, last + days);
      say(inSight());
    },

    /** A lane before another, or behind it. */
    arrange([key, other, after]) {
      const keys = chart.plan().lanes.map((lane) => lane.key);
      const order = keys.filter((one) => one !== key);
      order.splice(order.indexOf(other) + (after ? 1 : 0), 0, key);
      const title = document.activeElement.closest(".lane-title");
      chart.change({ order });
      if (title) heading(key)?.focus();
    },

    "goto-day": (day) => chart.center(Number(day)),

    fold(key) {
      const folds = new Set(chart.folds());
      folds[folds.has(key) ? "delete" : "add"](key);
      chart.change({ folds });
      heading(key)?.focus();
      say(`${key}: ${folds.has(key) ? "folded" : "unfolded"}.`);
    },

    /** The events that a number stands for. */
    count(count) {
      const [lane, first, last, labelled] = count;
      const keys = chart.plan().lanes.map((one) => one.key);
      const named = new Set(labelled);
      const { strip } = chart.plan();
      const undated = strip && strip.more && lane === strip.more.lane;
      const found = shown().filter(({ id, lane: own, place }) => {
        if (undated) return !place && !named.has(id);
        const key = keys.includes(own) ? own : keys[keys.length - 1];
        return place && key === lane && place[1] >= first && place[1] < last && !named.has(id);
      });
      const lines = found.map((event) =>
        html("li", {}, html("button", { type: "button", class: "link", "data-act": "select", "data-arg": event.id }, event.title), html("small", {}, event.when))
      );
      by("counted").replaceChildren(html("h2", {}, many(found.length)), html("ul", {}, ...lines));
      window.timelineCounted.answered(count);
    },

    filters() {
      const open = by("filters").hidden;
      by("filters").hidden = !open;
      by("filters-button").setAttribute("aria-expanded", String(open));
      if (open) by("filters").querySelector("input").focus();
    },

    clear: () => window.timelineFacets.clear(),
    theme: () => paint(document.documentElement.dataset.theme !== "dark"),
    help: () => by("help").showModal(),
  };

  const heading = (key) => document.querySelector(`.lane-title[data-arg="${CSS.escape(key)}"]`);

  /** The window moves to an event that lies outside of it. */
  function reveal(event) {
    if (!event.place) return;
    const [first, last] = chart.seen();
    if (event.place[2] < first || event.place[0] > last) chart.center(event.place[1]);
  }

  function inSight() {
    return `${many(window.timelineOverlay.count())} in sight, ${window.timelineSpoken.days(chart.seen())}.`;
  }

  /** Search or filters have changed. */
  function narrow() {
    passing = window.timelineFacets.passing();
    chart.change({ passing });
    window.timelineFacets.count();
    window.timelineList.show(passing);
    const active = window.timelineFacets.active();
    const says = active ? `${figures(shown().length)} of ${many(data.events.length)}` : "";
    by("found").textContent = says;
    by("clear").hidden = !active;
    if (selected && (!passing || passing.has(selected))) {
      const order = shown();
      window.timelinePanel.show(events.get(selected), order.indexOf(events.get(selected)) + 1, order.length);
    }
    say(says || many(data.events.length));
  }

  function paint(dark) {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    by("theme").textContent = dark ? "☀" : "☾";
    by("theme").setAttribute("aria-label", dark ? "Light colours" : "Dark colours");
  }

  // --- pointer and keyboard --------------------------------------------------------------------

  const send = (verb, arg) => VERBS[verb] && VERBS[verb](arg);
  const acting = (target) => (target.closest ? target.closest("[data-act]") : null);

  function act(element) {
    if (element.dataset.act === "count") window.timelineCounted.ask(element);
    else send(element.dataset.act, element.dataset.arg);
  }

  document.addEventListener("click", (event) => {
    const element = acting(event.target);
    if (element) act(element);
  });

  const KEYS = {
    ArrowLeft: () => VERBS.step("-1"),
    ArrowRight: () => VERBS.step("1"),
    ArrowUp: () => VERBS.lane("-1"),
    ArrowDown: () => VERBS.lane("1"),
    "Shift+ArrowLeft": () => VERBS.pan("-1"),
    "Shift+ArrowRight": () => VERBS.pan("1"),
    "+": () => VERBS.zoom("in"),
    "=": () => VERBS.zoom("in"),
    "-": () => VERBS.zoom("out"),
    0: () => VERBS.fit(),
    "/": () => by("search").focus(),
    f: () => VERBS.filters(),
    "?": () => VERBS.help(),
  };

  /** What moves the strip below, or the edge of its frame that has the keyboard. */
  const STRIP = { ArrowLeft: "-1", ArrowRight: "1", PageUp: "-10", PageDown: "10", Home: "first", End: "last" };

  /** What moves, with Alt, the lane whose title has the keyboard. */
  const LANE = { ArrowUp: -1, ArrowDown: 1 };

  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.target.closest(".lane-title") && Object.hasOwn(LANE, event.key)) {
      event.preventDefault();
      return window.timelineLanes.step(LANE[event.key]);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (!window.timelineCounted.close() && event.target.id === "search") event.target.blur();
      return;
    }
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("g[data-act]")) {
      event.preventDefault();
      return act(event.target);
    }
    if (event.target.closest("#overview") && Object.hasOwn(STRIP, event.key)) {
      event.preventDefault();
      return window.timelineOverview.step(STRIP[event.key]);
    }
    const key = `${event.shiftKey && event.key.length > 1 ? "Shift+" : ""}${event.key}`;
    if (event.target.closest("input, dialog, [role=dialog]") || by("help").open || !Object.hasOwn(KEYS, key)) return;
    event.preventDefault();
    KEYS[key]();
  });

  let typing = 0;
  by("search").addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => window.timelineFacets.search(event.target.value), 120);
  });

  // --- the beginning ---------------------------------------------------------------------------

  window.timelinePage = { send, data, tell: say };
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  paint(scheme.matches);
  scheme.addEventListener("change", () => paint(scheme.matches));
  by("counts").textContent = data.counts;
  by("note").textContent = data.note;
  window.timelineFacets.build(data, narrow);
  window.timelineList.build(data.events);
  window.timelinePanel.show(null);
  document.fonts.ready.then(() => {
    chart.open(data);
    document.documentElement.dataset.ready = "true";
  });
})();
