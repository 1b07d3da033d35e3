/*
 * The page's own script: what the user does becomes an action, one at a time, and what the server answers is shown.
 *
 * An element with data-act="verb" (and data-arg) acts when it is clicked; a form with data-act when it is submitted.
 * Actions wait for each other: each is computed from the view the one before it gave.
 */
(function () {
  "use strict";

  const LONGEST_WAIT = 10000; // ms; an answer that is lost must not stop the page
  const ONLY_LAST = new Set(["draw", "window", "resize", "find"]);
  const chart = window.timelineChart;
  const asked = window.timelineAsked;

  /** What needs no answer. */
  const LOCAL = {
    dialog: (arg) => {
      dash_clientside.set_props(arg, { opened: true });
      if (arg === "history") send("history");
    },
    "choose-files": () => window.timelineReading.choose(),
    "read-pasted": () => window.timelineReading.pasted(),
    "read-sample": () => window.timelineReading.sample(),
    goto: (arg) => goto(arg),
    fit: () => chart.fit(),
    zoom: (way) => chart.zoom(way),
    export: (suffix) => location.assign(exported(suffix)),
    "goto-day": (day) => chart.center(Number(day)),
    "close-list": () => window.timelineCounted.close(),
    "copy-table": () => window.timelineTable.copy(),
  };

  const queue = [];
  let sent = 0;
  const carried = new Map(); // the window that went with each action, by its number
  let waiting = 0; // timer of the action under way, 0 when there is none
  let view = {};

  // --- actions ---------------------------------------------------------------------------------

  function send(verb, arg) {
    if (LOCAL[verb]) return LOCAL[verb](arg);
    const last = queue[queue.length - 1];
    if (last && last.verb === verb && ONLY_LAST.has(verb)) last.arg = arg;
    else queue.push({ verb, arg });
    next();
  }

  function next() {
    if (waiting || !queue.length) return;
    if (queue[0].verb === "draw") return void draw();
    waiting = setTimeout(unanswered, LONGEST_WAIT);
    const action = { ...queue.shift(), n: ++sent };
    carried.delete(sent - 20); // answered long ago
    if (action.verb !== "open") {
      Object.assign(action, { window: chart.window() }, asked.carried());
      carried.set(sent, action.window);
    }
    dash_clientside.set_props("action", { data: action });
  }

  /** Have another window drawn; nothing else of the page changes. */
  async function draw() {
    queue.shift();
    const stop = new AbortController();
    waiting = setTimeout(() => stop.abort(), LONGEST_WAIT);
    const figure = await asked.figure(view, stop.signal).catch((fault) => {
      chart.rest();
      if (fault instanceof asked.Refused) say(fault.message);
      else noAnswer();
    });
    if (figure) chart.take(figure, false);
    release();
  }

  function unanswered() {
    noAnswer();
    release();
  }

  function noAnswer() {
    const message = "The program does not answer. Is it still running? What you have edited is kept by it.";
    const notice = { action: "show", id: "unanswered", message, color: "red", autoClose: false };
    dash_clientside.set_props("notice", { sendNotifications: [notice] });
  }

  function release() {
    clearTimeout(waiting);
    waiting = 0;
    next();
  }

  function acting(target) {
    const element = target.closest ? target.closest("[data-act]") : null;
    return element && element.tagName !== "FORM" && !element.disabled ? element : null;
  }

  document.addEventListener("click", (event) => {
    const element = acting(event.target);
    if (!element) return;
    const marking = element.tagName === "MARK" && !window.getSelection().isCollapsed;
    if (!marking) act(element);
  });

  function act(element) {
    if (element.dataset.act === "count") window.timelineCounted.ask(element);
    else send(element.dataset.act, element.dataset.arg);
  }

  // what is drawn is no button by itself
  document.addEventListener("keydown", (event) => {
    if ((event.key !== "Enter" && event.key !== " ") || !event.target.matches("g[data-act]")) return;
    event.preventDefault();
    act(event.target);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-act]");
    if (!form) return;
    event.preventDefault();
    window.timelineWork.band(null);
    send(form.dataset.act, window.timelineWork.values(form));
  });

  let typing = 0;
  document.addEventListener("input", (event) => {
    if (event.target.id !== "search") return;
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = 0;
      send("find", event.target.value);
    }, 200);
  });

  // --- keys ------------------------------------------------------------------------------------

  const KEYS = {
    ArrowLeft: () => send("step", "-1"),
    ArrowRight: () => send("step", "1"),
    ArrowUp: () => send("lane-step", "-1"),
    ArrowDown: () => send("lane-step", "1"),
    "+": () => chart.zoom("in"),
    "=": () => chart.zoom("in"),
    "-": () => chart.zoom("out"),
    0: () => chart.fit(),
    "/": () => document.getElementById("search").focus(),
    e: () => send("edit", "date"),
    n: () => send("mark"),
    u: () => send("undo"),
    U: () => send("redo"),
    "?": () => send("dialog", "help"),
  };
  const OWN_KEYS = "input, textarea, select, [contenteditable], [role=menu], [role=tab], [role=dialog]";

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const own = event.target.closest ? event.target.closest(OWN_KEYS) : null;
    if (event.key === "Escape") return escape(event, own);
    if (own || document.querySelector("[role=dialog]") || !Object.hasOwn(KEYS, event.key)) return;
    // arrows scroll a pane that has the focus, and go from cell to cell in the table
    if (event.key.startsWith("Arrow") && event.target.closest("[data-scrolls], .events-grid")) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  function escape(event, own) {
    if (window.timelineCounted.close()) return;
    if (own && own.id === "search") {
      own.blur();
    } else if ((view.editing || view.joining) && !document.querySelector("[role=dialog]")) {
      window.timelineWork.band(null);
      send(view.editing ? "edit" : "join", "");
    }
  }

  // --- what is shown ---------------------------------------------------------------------------

  /** What of the view moves the selection, or draws article and table anew. */
  const DRAWN_ANEW = ["selected", "tab", "version", "lanes_by", "dates_from", "only_stated"];

  /** Mark the selected event wherever it stands, and the words its date rests on. */
  function mark() {
    const id = view.selected;
    for (const one of document.querySelectorAll("[data-chosen], [data-reason], [data-near]")) {
      delete one.dataset.chosen;
      delete one.dataset.near;
      delete one.dataset.reason;
    }
    window.timelineTable.choose(id);
    if (!id) return;
    for (const one of document.querySelectorAll("[data-event]")) {
      if (!one.dataset.event.split(" ").includes(id)) continue;
      one.dataset.chosen = "true";
    }
    for (const one of document.querySelectorAll("[data-why]")) {
      if (one.dataset.why.split(" ").includes(id)) one.dataset.reason = "true";
    }
    for (const one of document.querySelectorAll("[data-ends]")) {
      if (one.dataset.ends.split(" ").includes(id)) one.dataset.near = "true";
    }
  }

  /** A query with the window that is seen in it, as `PageView.query` writes it. */
  function seenIn(query) {
    const days = chart.window();
    const rest = new URLSearchParams(query);
    rest.delete("from");
    rest.delete("to");
    const others = rest.toString().replaceAll("%20", "+").replaceAll("%2C", ",").replaceAll("%3A", ":");
    if (!days) return others;
    const [from, to] = days.map((day) => edge(day, days[1] - days[0]));
    return `from=${from}&to=${to}${others ? `&${others}` : ""}`;
  }

  /** The address of a file of what is seen. */
  function exported(suffix) {
    const query = [seenIn(view.query), view.dark ? "theme=dark" : ""].filter(Boolean).join("&");
    return `export/timeline.${suffix}${query ? `?${query}` : ""}`;
  }

  const TO_THE_MINUTE = 60; // days of a window below which its edges are told to the minute

  function edge(day, span) {
    if (chart.plan().offset) {
      const number = span < TO_THE_MINUTE ? Number(day.toFixed(4)) : Math.round(day);
      return `p${number < 0 ? "" : "+"}${number}`;
    }
    const { isoDay, isoPlace, MINUTES_PER_DAY } = window.timelineCalendar;
    return span < TO_THE_MINUTE ? isoPlace(Math.round(day * MINUTES_PER_DAY) / MINUTES_PER_DAY) : isoDay(Math.round(day));
  }

  const reveal = () => window.timelineScrolling.reveal();

  /** Show some words of the article, wherever the page stands. */
  function goto(place) {
    if (view.tab !== "article") dash_clientside.set_props("tabs", { value: "article" });
    afterDrawing(() => window.timelineScrolling.find(place));
  }

  /** The panes are drawn by React a moment after the view arrives. */
  let drawing = 0;
  function afterDrawing(then) {
    drawing++;
    const done = () => {
      drawing--;
      then();
    };
    requestAnimationFrame(() => setTimeout(done, 0));
  }

  function address() {
    const query = seenIn(view.query);
    const url = query ? `?${query}` : location.pathname;
    if (url === (location.search || location.pathname)) return;
    const steps = new URLSearchParams(query);
    const before = new URLSearchParams(location.search);
    for (const name of ["from", "to", "q"]) {
      steps.delete(name);
      before.delete(name);
    }
    // a new place in the history for a choice, none for each turn of the wheel
    const write = steps.toString() === before.toString() || view.answered === 1 ? "replaceState" : "pushState";
    history[write](null, "", url);
  }

  /** The page opens, or the user goes back or forward: the address says what is seen. */
  async function open() {
    await document.fonts.ready;
    const theme = localStorage.getItem("timeline-theme");
    send("open", {
      search: location.search,
      dark: theme ? theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches,
      ...size(),
    });
  }
  window.addEventListener("popstate", open);

  const showing = {
    /** An action is answered; without an answer the page has just been loaded. */
    answered(data) {
      if (!data) return void open();
      const before = view;
      view = data;
      asked.forget();
      localStorage.setItem("timeline-theme", data.dark ? "dark" : "light");
      window.timelineOverlay.select(data.selected);
      if (chosenByServer(data)) chart.go(data.window);
      if (chart.plan()) address();
      const search = document.getElementById("search");
      if (search && before.search !== data.search && document.activeElement !== search) {
        dash_clientside.set_props("search", { value: data.search });
      }
      document.body.dataset.tab = data.tab;
      document.body.dataset.main = data.tab === "order" && data.home === "order" ? "order" : "";
      if (before.tab !== data.tab) dash_clientside.set_props("tabs", { value: data.tab });
      release();
      afterDrawing(() => {
        if (!waiting) chart.rest();
        mark();
        window.timelineWork.times();
        if (DRAWN_ANEW.some((name) => before[name] !== data[name])) reveal();
        if (before.tab !== data.tab && data.tab === "order") {
          document.getElementById("tabs").scrollIntoView({ block: "nearest" }); // a diagram needs its room
        }
        if (data.editing && (before.editing !== data.editing || data.problem)) focus("form[data-act] input");
        if (before.editing && !data.editing) focus("#detail");
        if (before.answered < data.answered) window.timelineCounted.answered(data.counted);
      });
    },

    /** What is to be drawn; an answer is drawn by itself, whatever else of the page it changes. */
    draw(data) {
      if (data) chart.take(data, chosenByServer(data));
    },

    strip(data) {
      if (data) window.timelineOverview.draw(data);
    },

    listed(rows) {
      window.timelineTable.expect(rows);
    },

    order(markup) {
      window.timelineOrder.draw(markup);
      mark();
      reveal();
    },

    tab(value) {
      if (value && view.tab && value !== view.tab) send("tab", value);
      if (value === "events") dash_clientside.set_props("tabs-panel-events", { keepMounted: true }); // sorted and filtered as it was left
      afterDrawing(() => {
        mark();
        reveal();
      });
    },
  };

  /** The window of an answer is another than the action took along: an event was chosen that lies elsewhere. */
  const chosenByServer = (answer) => JSON.stringify(answer.window) !== JSON.stringify(carried.get(answer.answered));

  function focus(selector) {
    const element = document.querySelector(selector);
    if (!element) return;
    element.focus({ preventScroll: true });
    if (element.select) element.select();
  }

  // --- size ------------------------------------------------------------------------------------

  const HEAD = 205; // px above the drawing
  const BELOW = 275; // px that the overview and a piece of the article need below the drawing
  const COLUMNS = 900; // px of the window below which all stands in one column

  function size() {
    const chart = document.getElementById("chart") || document.body;
    // before the first answer the head of the page is not as high as it will be
    const top = Math.max(chart.getBoundingClientRect().top + window.scrollY, HEAD);
    const high = window.innerHeight;
    // where one scrolls anyway, the drawing may fill the window
    const least = window.innerWidth <= COLUMNS ? 0.9 * high : high / 2;
    return { width: Math.round(chart.clientWidth), room: Math.round(Math.max(high - top - BELOW, least, 340)) };
  }

  let resizing = 0;
  window.addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      resizing = 0;
      send("resize", size());
    }, 200);
  });

  /** The drawing stands as it was asked for, though other parts of the page may still follow it. */
  const drawn = () => view.answered > 0 && !waiting && !queue.length && chart.resting() && chart.plan() !== null;

  /** Nothing is under way: every action is answered, and what it changed is drawn. */
  const idle = () => drawn() && !drawing && !typing && !resizing && asked.resting() && window.timelineTable.resting();

  /** The drawing stands in another window. */
  function shown() {
    if (view.query === undefined) return;
    address();
    asked.moved(view.follows);
  }

  /** One sentence in a corner of the page, which goes by itself. */
  function say(message) {
    dash_clientside.set_props("notice", { sendNotifications: [{ action: "show", message, autoClose: 5000, color: "blue" }] });
  }

  const version = () => (view.version === undefined ? Infinity : view.version);

  window.timelinePage = { send, version, say, idle, drawn, shown, plot: chart.graph, show: chart.show };
  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: showing });
})();
