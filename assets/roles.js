/* What the library of components tells screen readers in the wrong place: the state of a menu, and a second page head. */
(function () {
  "use strict";

  const STATE = ["aria-haspopup", "aria-expanded", "aria-controls"];

  /** A menu is opened by the button, not by the box around it. */
  function handOn(box) {
    const button = box.querySelector("button");
    if (!button) return;
    for (const name of STATE) {
      if (!box.hasAttribute(name)) continue;
      button.setAttribute(name, box.getAttribute(name));
      box.removeAttribute(name);
    }
  }

  /** An open menu has its focus on the first choice, not on an empty place before it. */
  function enter(rest) {
    rest.hidden = true;
    const first = rest.parentElement.querySelector("[role=menuitem]");
    if (first) first.focus({ preventScroll: true });
  }

  function mend() {
    for (const box of document.querySelectorAll("div[aria-haspopup=menu], div[aria-expanded][id$='-target']")) handOn(box);
    for (const rest of document.querySelectorAll("[role=menu] > div[tabindex]:not([role], [hidden])")) enter(rest);
    for (const head of document.querySelectorAll("[role=dialog] header:not([role])")) head.setAttribute("role", "none");
  }

  let waiting = 0;
  new MutationObserver(() => {
    if (!waiting) waiting = requestAnimationFrame(() => ((waiting = 0), mend()));
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: STATE });
})();
