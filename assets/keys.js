/* The keyboard: what each key does, as `timeline/app/keys.py` lists it, wherever no field, menu or dialog has keys of its own. */
(function () {
  "use strict";

  const OWN_KEYS = "input, textarea, select, [contenteditable], [role=menu], [role=tab], [role=dialog]";
  const page = () => window.timelinePage;

  let listed = null; // [name, verb, argument, within]
  function keys() {
    const holder = document.querySelector("[data-keys]");
    if (!listed && holder) listed = JSON.parse(holder.dataset.keys);
    return listed || [];
  }

  /** A key with what is held down beside it; a letter or sign says itself whether Shift is. */
  const named = ({ altKey, shiftKey, key }) => `${altKey ? "Alt+" : ""}${shiftKey && key.length > 1 ? "Shift+" : ""}${key}`;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.defaultPrevented || !event.target.closest) return;
    const name = named(event);
    const here = keys().find(([key, , , within]) => key === name && within && event.target.closest(within));
    const found = here || keys().find(([key, , , within]) => key === name && !within);
    if (!found) return;
    const [, verb, arg] = found;
    const own = event.target.closest(OWN_KEYS);
    if (verb === "leave") return leave(own);
    if (own || document.querySelector("[role=dialog]")) return;
    // arrows scroll a pane that has the focus, and go from cell to cell in the table
    if (!here && event.key.startsWith("Arrow") && event.target.closest("[data-scrolls], .events-grid")) return;
    event.preventDefault();
    page().send(verb, arg === null ? undefined : arg);
  });

  function leave(own) {
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
