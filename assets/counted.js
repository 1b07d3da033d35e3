/* The list that a count opens: beside the count, closed by Escape or a click elsewhere. */
(function () {
  "use strict";

  let asked = null; // {key, left, top, bottom}: which count was pointed at, and where it stands
  let opener = null; // what the keyboard goes back to

  const list = () => document.getElementById("counted");

  function ask(element) {
    const box = element.getBoundingClientRect();
    asked = { left: box.left + box.width / 2, top: box.top, bottom: box.bottom, key: element.dataset.arg };
    opener = element;
    window.timelinePage.send("count", JSON.parse(element.dataset.arg));
  }

  /** The server has answered: *counted* is the count whose events stand in the list. */
  function answered(counted) {
    if (!asked || JSON.stringify(counted) !== asked.key) return;
    const card = list().parentElement.getBoundingClientRect();
    list().hidden = false;
    list().setAttribute("role", "dialog");
    list().setAttribute("aria-label", "Events of this count");
    const left = Math.min(Math.max(asked.left - card.left - list().offsetWidth / 2, 8), card.width - list().offsetWidth - 8);
    list().style.left = `${Math.max(left, 0)}px`;
    // above the count where there is no room below
    const high = list().offsetHeight;
    const above = asked.bottom + high + 8 > window.innerHeight && asked.top - high - 8 > 0;
    list().style.top = `${(above ? asked.top - high - 4 : asked.bottom + 4) - card.top}px`;
    asked = null;
    const first = list().querySelector("button");
    if (first) first.focus({ preventScroll: true });
  }

  /** True where it was open. */
  function close() {
    if (!list() || list().hidden) return false;
    const within = list().contains(document.activeElement);
    list().hidden = true;
    list().removeAttribute("role");
    if (within && opener && opener.isConnected) opener.focus({ preventScroll: true });
    return true;
  }

  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#counted")) close();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#counted [data-act=select]")) close();
  });

  window.timelineCounted = { ask, answered, close };
})();
