/* Elements of the page that its own scripts make. */
(function () {
  "use strict";

  /** An element with attributes and children; text is text, never markup. */
  function html(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  window.timelineElements = { html };
})();
