/* Bringing something into sight within its pane. */
(function () {
  "use strict";

  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** Bring something, or a range of words, to the upper third of its pane, and into the width of a drawing that scrolls sideways. */
  function bring(pane, one) {
    const behavior = calm() ? "auto" : "smooth";
    const drawing = one.closest && one.closest(".order-drawing");
    const here = one.getBoundingClientRect();
    if (drawing) {
      const frame = drawing.getBoundingClientRect();
      drawing.scrollTo({ left: drawing.scrollLeft + here.left - frame.left - frame.width / 3, behavior });
    }
    const frame = pane.getBoundingClientRect();
    pane.scrollTo({ top: pane.scrollTop + here.top - frame.top - frame.height / 3, behavior });
  }

  /** Bring the selected event into sight in every pane that can be seen. */
  function reveal() {
    for (const pane of document.querySelectorAll("[data-scrolls]")) {
      const one = pane.querySelector("[data-chosen]");
      if (!one || !pane.clientHeight) continue;
      const here = one.getBoundingClientRect();
      const frame = pane.getBoundingClientRect();
      const level = here.top >= frame.top + 8 && here.bottom <= frame.bottom - 8;
      if (!level || here.left < frame.left || here.right > frame.right) bring(pane, one);
    }
  }

  /** Mark some words of the article by the name of their place, and bring them into sight. */
  function find(place) {
    for (const one of document.querySelectorAll("[data-found]")) delete one.dataset.found;
    for (const one of document.querySelectorAll("[data-place]")) {
      if (one.dataset.place.split(" ").includes(place)) one.dataset.found = "true";
    }
    const pane = document.getElementById("article");
    const found = window.timelinePlaces.mark("found", place);
    if (!found.length || !pane) return;
    bring(pane, found[0]);
    pane.focus({ preventScroll: true });
    pane.scrollIntoView({ block: "nearest" });
  }

  /** Bring some words of the article into sight in its pane, where that is seen and they are not. */
  function words(ranges) {
    const pane = document.getElementById("article");
    if (!pane || !pane.clientHeight || !ranges.length) return;
    const [here, frame] = [ranges[0].getBoundingClientRect(), pane.getBoundingClientRect()];
    if (here.top < frame.top + 8 || here.bottom > frame.bottom - 8) bring(pane, ranges[0]);
  }

  window.timelineScrolling = { reveal, find, words };
})();
