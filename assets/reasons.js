/*
 * A reason that is pointed at, or has the keyboard within it: its words are marked in the article and brought into
 * sight there, its days on the axis.
 */
(function () {
  "use strict";

  const SOON = 120; // ms that one stays on a reason before the article moves for it

  let told = null; // the step that is marked
  let moving = 0;

  function tell(step) {
    if (step === told) return;
    told = step;
    clearTimeout(moving);
    const words = step ? window.timelinePlaces.mark("reason", step.dataset.words) : window.timelinePlaces.mark("reason", "");
    window.timelineBands.set("reason", step && step.dataset.bound ? band(step.dataset.bound) : null);
    if (words.length) moving = setTimeout(() => window.timelineScrolling.words(words), SOON);
  }

  function band(text) {
    const [event, first, last, words] = JSON.parse(text);
    return { event, days: [first, last], words };
  }

  const within = (target) => (target && target.closest ? target.closest("#detail .step") : null);

  document.addEventListener("pointerover", (event) => tell(within(event.target) || within(document.activeElement)));
  document.addEventListener("focusin", (event) => tell(within(event.target)));
  document.addEventListener("focusout", (event) => !event.relatedTarget && tell(null));

  /** The panel was drawn anew: what was marked may be gone. */
  function drawn() {
    if (told && !told.isConnected) tell(null);
  }

  window.timelineReasons = { drawn };
})();
