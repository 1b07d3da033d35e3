/* The diagram of the order, drawn and escaped by the server: its arrows say why. */
(function () {
  "use strict";

  const IDLE = "Point at an arrow: it says why.";

  /** Say why, for the arrow that is pointed at or has the focus. */
  function why(event) {
    const line = document.getElementById("order-why");
    if (!line || !event.target.closest) return;
    const arrow = event.target.closest("#order-drawing [data-says]");
    line.textContent = arrow ? arrow.dataset.says : IDLE;
    line.dataset.said = arrow ? "true" : "";
  }
  for (const name of ["pointerover", "focusin"]) document.addEventListener(name, why);

  function draw(markup) {
    const room = document.getElementById("order-drawing");
    if (!room || typeof markup !== "string") return;
    const within = room.contains(document.activeElement); // a diagram around another event keeps the keyboard
    room.innerHTML = markup;
    if (within) room.querySelector(`.order-box[data-arg="${CSS.escape(window.timelinePage.view().selected || "")}"]`)?.focus({ preventScroll: true });
    why({ target: room });
  }

  window.timelineOrder = { draw };
})();
