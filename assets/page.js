/*
 * The page's own script: what the user does becomes an action, one at a time, and what the server answers is shown.
 *
 * An element with data-act="verb" (and data-arg) acts when it is clicked; a form with data-act when it is submitted.
 * Actions wait for each other: each is computed from the view the one before it gave.
 */
(function () {
  "use strict";

  const LONGEST_WAIT = 10000; // ms; an answer that is lost must not stop the page
  const ONLY_LAST = new Set(["window", "resize", "find"]);
  const chart = window.timelineChart;

  /** What needs no answer. */
  const LOCAL = {
    dialog: (arg) => dash_clientside.set_props(arg, { opened: true }),
    goto: (arg) => goto(arg),
    fit: () => chart.fit(),
    zoom: (way) => chart.zoom(way),
    export: (suffix) => location.assign(exported(suffix)),
    "goto-day": (day) => chart.center(Number(day)),
    "close-list": () => window.timelineCounted.close(),
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
    waiting = setTimeout(unanswered, LONGEST_WAIT);
    const action = { ...queue.shift(), n: ++sent };
    carried.delete(sent - 20); // answered long ago
    if (action.verb !== "open") {
      action.window = chart.window();
      carried.set(sent, action.window);
    }
    dash_clientside.set_props("action", { data: action });
  }

  function unanswered() {
    const message = "The program does not answer. Is it still running? What you have edited is kept by it.";
    const notice = { action: "show", id: "unanswered", message, color: "red", autoClose: false };
    dash_clientside.set_props("notice", { sendNotifications: [notice] });
    release();
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
    send(form.dataset.act, form.querySelector("input").value);
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
    u: () => send("undo"),
    "?": () => send("dialog", "help"),
  };
  const OWN_KEYS = "input, textarea, select, [contenteditable], [role=menu], [role=tab], [role=dialog]";

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const own = event.target.closest ? event.target.closest(OWN_KEYS) : null;
    if (event.key === "Escape") return escape(event, own);
    if (own || document.querySelector("[role=dialog]") || !Object.hasOwn(KEYS, event.key)) return;
    // arrows scroll a pane that has the focus
    if (event.key.startsWith("Arrow") && event.target.closest("[data-scrolls]")) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  function escape(event, own) {
    if (window.timelineCounted.close()) return;
    if (own && own.id === "search") {
      own.blur();
    } else if (view.editing && !document.querySelector("[role=dialog]")) {
      send("edit", "");
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
      if (one.tagName === "TR") one.removeAttribute("aria-selected");
    }
    if (!id) return;
    for (const one of document.querySelectorAll("[data-event]")) {
      if (!one.dataset.event.split(" ").includes(id)) continue;
      one.dataset.chosen = "true";
      if (one.tagName === "TR") one.setAttribute("aria-selected", "true");
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

    order(markup) {
      window.timelineOrder.draw(markup);
      mark();
      reveal();
    },

    added(data) {
      if (data) send(data.verb, data.arg);
    },

    /** What was dropped into the dialog, by name. */
    names(names) {
      return names && names.length ? `To be read: ${names.join(", ")}` : window.dash_clientside.no_update;
    },

    tab(value) {
      if (value && view.tab && value !== view.tab) send("tab", value);
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

  /** Nothing is under way: every action is answered, and what it changed is drawn. */
  const idle = () =>
    view.answered > 0 && !waiting && !drawing && !queue.length && !typing && !resizing && chart.resting() && chart.plan() !== null;

  window.timelinePage = { send, idle, shown: () => view.query !== undefined && address(), plot: chart.graph, show: chart.show };
  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: showing });
})();
