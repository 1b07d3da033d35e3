/*
 * The page's own script: what the user does becomes an action, one at a time, and what the server answers is shown.
 *
 * An element with data-act="verb" (and data-arg) acts when it is clicked; a form with data-act when it is submitted.
 * Actions wait for each other: each is computed from the view the one before it gave.
 */
(function () {
  "use strict";

  const LONGEST_WAIT = 10000; // ms; an answer that is lost must not stop the page
  const SETTLE = 160; // ms of rest after which a gesture is over
  const ONLY_LAST = new Set(["window", "resize", "find"]);
  const LOCAL = { dialog: (arg) => dash_clientside.set_props(arg, { opened: true }), goto: (arg) => goto(arg) };

  const queue = [];
  let sent = 0;
  let waiting = 0; // timer of the action under way, 0 when there is none
  let view = {};
  let pressed = false; // a pointer is down on the drawing or the strip
  let settling = 0; // timer of a gesture that may go on

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
    dash_clientside.set_props("action", { data: { ...queue.shift(), n: ++sent } });
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
    if (!marking) send(element.dataset.act, element.dataset.arg);
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
    "+": () => send("zoom", "in"),
    "=": () => send("zoom", "in"),
    "-": () => send("zoom", "out"),
    0: () => send("fit"),
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
    if (own && own.id === "search") {
      own.blur();
    } else if (view.editing && !document.querySelector("[role=dialog]")) {
      send("edit", "");
    }
  }

  // --- gestures --------------------------------------------------------------------------------

  const plot = () => document.querySelector("#graph .js-plotly-plot");

  function gestured() {
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLE);
  }

  function settle() {
    settling = 0;
    const drawn = plot();
    if (pressed || !drawn || !drawn._fullLayout) return;
    const [first, last] = drawn._fullLayout.xaxis.range.map(Number);
    if (!shows(first, last)) send("window", [first, last]);
  }

  let shown = null; // the window of the figure the server sent last
  function shows(first, last) {
    if (!shown) return false;
    const slack = (shown[1] - shown[0]) / 10000;
    return Math.abs(shown[0] - first) < slack && Math.abs(shown[1] - last) < slack;
  }

  const busy = () => pressed || settling || queue.some((one) => one.verb === "window");

  let down = null; // where the pointer went down on the drawing
  document.addEventListener("pointerdown", (event) => {
    pressed = Boolean(event.target.closest("#graph, #overview"));
    down = event.target.closest("#graph") ? event : null;
  });

  /** The event whose label is under the pointer: Plotly itself knows only of the glyphs. */
  function labelAt(event) {
    for (const text of document.querySelectorAll("#graph .textpoint text")) {
      const box = text.getBoundingClientRect();
      const inside = event.clientX >= box.left && event.clientX <= box.right;
      if (!inside || event.clientY < box.top || event.clientY > box.bottom) continue;
      const point = text.__data__ || text.parentNode.__data__;
      const trace = text.closest(".trace").__data__[0].trace;
      return point && trace.customdata ? trace.customdata[point.i] : null;
    }
    return null;
  }

  window.addEventListener("pointerup", (event) => {
    const still = down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 4;
    const id = still && labelAt(event);
    if (id) send("select", id);
    down = null;
  });

  let hovering = 0;
  document.addEventListener("pointermove", (event) => {
    const graph = event.target.closest && event.target.closest("#graph");
    if (!graph || pressed || hovering) return;
    hovering = requestAnimationFrame(() => {
      hovering = 0;
      graph.dataset.label = labelAt(event) ? "true" : "";
    });
  });
  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, () => {
      if (pressed) gestured();
      pressed = false;
    });
  }
  // the drawing tells of a turn of the wheel only when it has come to rest itself
  document.addEventListener("wheel", (event) => event.target.closest("#graph") && gestured(), { passive: true });
  document.addEventListener("dblclick", (event) => {
    if (event.target.closest("#graph")) send("fit");
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

  function address(query) {
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
      address(data.query);
      const search = document.getElementById("search");
      if (search && before.search !== data.search && document.activeElement !== search) {
        dash_clientside.set_props("search", { value: data.search });
      }
      document.body.dataset.tab = data.tab;
      document.body.dataset.main = data.tab === "order" && data.home === "order" ? "order" : "";
      if (before.tab !== data.tab) dash_clientside.set_props("tabs", { value: data.tab });
      release();
      afterDrawing(() => {
        mark();
        if (DRAWN_ANEW.some((name) => before[name] !== data[name])) reveal();
        if (before.tab !== data.tab && data.tab === "order") {
          document.getElementById("tabs").scrollIntoView({ block: "nearest" }); // a diagram needs its room
        }
        if (data.editing && (before.editing !== data.editing || data.problem)) focus("form[data-act] input");
        if (before.editing && !data.editing) focus("#detail");
      });
    },

    draw(data) {
      if (!data || busy()) return window.dash_clientside.no_update;
      shown = data.figure.layout.xaxis.range.map(Number);
      return data.figure;
    },

    gesture(data) {
      const moved = data && Object.keys(data).some((name) => name.startsWith("xaxis.range"));
      if (moved) gestured();
    },

    click(data) {
      const point = data && data.points && data.points[0];
      const id = point && (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
      if (id) send("select", id);
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

  function focus(selector) {
    const element = document.querySelector(selector);
    if (!element) return;
    element.focus({ preventScroll: true });
    if (element.select) element.select();
  }

  // --- size ------------------------------------------------------------------------------------

  const HEAD = 205; // px above the drawing
  const BELOW = 275; // px that the overview and a piece of the article need below the drawing

  function size() {
    const chart = document.getElementById("chart") || document.body;
    // before the first answer the head of the page is not as high as it will be
    const top = Math.max(chart.getBoundingClientRect().top + window.scrollY, HEAD);
    return { width: Math.round(chart.clientWidth), room: Math.round(Math.max(window.innerHeight - top - BELOW, 340)) };
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
  const idle = () => view.answered > 0 && !waiting && !drawing && !queue.length && !busy() && !typing && !resizing;

  window.timelinePage = { send, plot, gestured, idle };
  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: showing });
})();
