/*
 * The page's own script: what the user does becomes an action, one at a time, and what the server answers is shown.
 *
 * An element with data-act="verb" (and data-arg) acts when it is clicked; a form with data-act when it is submitted.
 * Actions wait for each other: each is computed from the view the one before it gave.
 */
(function () {
  "use strict";

  const LONGEST_WAIT = 10000; // ms; an answer that is lost must not stop the page
  const ONLY_LAST = new Set(["draw", "window", "resize", "find", "refresh"]);
  const chart = window.timelineChart;
  const asked = window.timelineAsked;

  /** What needs no answer. */
  const LOCAL = {
    dialog: (arg) => {
      dash_clientside.set_props(arg, { opened: true });
      if (arg === "history") send("history");
    },
    "choose-files": () => window.timelineWays.choose(),
    "read-pasted": () => window.timelineWays.pasted(),
    "read-sample": (name) => window.timelineWays.sample(name),
    goto: (arg) => goto(arg),
    fit: () => chart.fit(),
    zoom: (way) => chart.zoom(way),
    export: () => window.timelineExporting.open(),
    focus: (id) => document.getElementById(id).focus(),
    pan: (way) => chart.pan(Number(way)),
    overview: (way) => window.timelineOverview.step(way),
    "lane-move": (way) => window.timelineLanes.step(Number(way)),
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
    if (window.timelineServer.refuses(verb)) return window.timelineServer.readOnly();
    if (LOCAL[verb]) return LOCAL[verb](arg);
    if (verb === "select") window.timelineFilters.leave();
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
      else window.timelineServer.silent();
    });
    if (figure) chart.take(figure, false);
    release();
  }

  function unanswered() {
    window.timelineServer.silent();
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
    else if (element.tagName === "MARK") send("select", window.timelineArticle.next(element, view.selected));
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
    window.timelineWork.unpreview();
    window.timelineWork.forget();
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

  const reveal = () => window.timelineScrolling.reveal();

  /** Show some words of the article, wherever the page stands. */
  function goto(place) {
    if (!document.getElementById("article").clientHeight) dash_clientside.set_props("tabs", { value: "article" });
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

  const WIDE = window.matchMedia("(min-width: 1800px)"); // the article stands beside the tabs, as page.css has it

  /** The page opens, or the user goes back or forward: the address says what is seen. */
  async function open() {
    await document.fonts.ready;
    send("open", {
      search: location.search,
      dark: window.timelineScheme.dark(),
      left_open: window.timelineLeft.all(),
      wide: WIDE.matches,
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
      window.timelineLeft.keep(data.left_open);
      window.timelineOverlay.select(data.selected);
      if (chosenByServer(data)) chart.go(data.window);
      if (chart.plan()) window.timelineAddress.write(view);
      const search = document.getElementById("search");
      if (search && before.search !== data.search && document.activeElement !== search) {
        dash_clientside.set_props("search", { value: data.search });
      }
      document.body.dataset.tab = data.tab;
      document.body.dataset.main = data.tab === "order" && data.home === "order" ? "order" : "";
      if (before.tab !== data.tab) dash_clientside.set_props("tabs", { value: data.tab });
      const same = data.editing && before.editing === data.editing && before.selected === data.selected && !data.problem;
      if (!same) window.timelineWork.forget();
      const within = document.activeElement.matches(FIELD); // a form that is drawn anew loses the keyboard
      release();
      afterDrawing(() => {
        if (!waiting) chart.rest();
        mark();
        window.timelineSearched.mark(data.search);
        window.timelineReasons.drawn();
        if (!data.editing) window.timelineWork.unpreview();
        window.timelineWork.times();
        if (DRAWN_ANEW.some((name) => before[name] !== data[name])) reveal();
        if (before.tab !== data.tab && data.tab !== "article" && (before.tab || data.tab !== data.home)) {
          document.getElementById("tabs").scrollIntoView({ block: "nearest" }); // a diagram or a table needs its room
        }
        const opens = before.editing !== data.editing || data.problem;
        if (data.editing && (opens || within)) focus(FIELD, opens);
        if (before.editing && !data.editing) focus("#detail");
        if (same) window.timelineWork.keep();
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

    filters(data) {
      if (data) window.timelineFilters.draw(data);
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

  const FIELD = "form[data-act] input";
  const FRAMES = 60; // frames in which React draws what an answer brings, however much else it draws

  /** Give something the keyboard as soon as it stands; a field's words are chosen, where it is newly opened. */
  function focus(selector, anew = true, frames = FRAMES) {
    const element = document.querySelector(selector);
    if (!element && frames) return afterDrawing(() => focus(selector, anew, frames - 1));
    if (!element || element === document.activeElement) return;
    element.focus({ preventScroll: true });
    if (anew && element.select) element.select();
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
    window.timelineAddress.write(view);
    window.timelineBands.draw();
    asked.moved(view.follows);
  }

  /** One sentence in a corner of the page, which goes by itself. */
  function say(message) {
    const notice = { action: "show", message, autoClose: 5000, color: "blue", closeButtonProps: { "aria-label": "Close" } };
    dash_clientside.set_props("notice", { sendNotifications: [notice] });
  }

  /** One sentence to those who listen. */
  const tell = (words) => dash_clientside.set_props("live", { children: words });

  const version = () => (view.version === undefined ? Infinity : view.version);

  window.timelinePage = { send, view: () => view, version, say, tell, idle, drawn, shown, plot: chart.graph, show: chart.show };
  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: showing });
})();
