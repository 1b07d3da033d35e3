/* The keyboard: what each key does, wherever no field, menu or dialog has keys of its own. */
(function () {
  "use strict";

  const page = () => window.timelinePage;

  const KEYS = {
    ArrowLeft: () => page().send("step", "-1"),
    ArrowRight: () => page().send("step", "1"),
    ArrowUp: () => page().send("lane-step", "-1"),
    ArrowDown: () => page().send("lane-step", "1"),
    "+": () => window.timelineChart.zoom("in"),
    "=": () => window.timelineChart.zoom("in"),
    "-": () => window.timelineChart.zoom("out"),
    0: () => window.timelineChart.fit(),
    "/": () => document.getElementById("search").focus(),
    e: () => page().send("edit", "date"),
    n: () => page().send("mark"),
    u: () => page().send("undo"),
    U: () => page().send("redo"),
    "?": () => page().send("dialog", "help"),
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
    const view = page().view();
    if (own && own.id === "search") {
      own.blur();
    } else if ((view.editing || view.joining) && !document.querySelector("[role=dialog]")) {
      window.timelineWork.unpreview();
      page().send(view.editing ? "edit" : "join", "");
    }
  }
})();
