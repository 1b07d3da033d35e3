/* The events as a table, in the order of time: what the drawing shows, for those who read. */
(function () {
  "use strict";

  const { html } = window.timelineElements;
  const rows = new Map(); // by event

  function build(events) {
    for (const event of events) {
      const act = { type: "button", "data-act": "select", "data-arg": event.id };
      const title = html("td", {}, html("button", act, event.title));
      const more = [event.actors.join(", "), event.sure].map((words) => html("td", { class: "wide" }, words));
      rows.set(event.id, html("tr", {}, html("td", {}, event.when), title, ...more));
    }
    show(null);
  }

  /** Only the events that pass; all where the set is null. */
  function show(passing) {
    const shown = [...rows].filter(([id]) => !passing || passing.has(id)).map(([, row]) => row);
    const none = html("tr", {}, html("td", { colspan: 4, class: "nothing" }, "No event passes the search and the filters."));
    document.getElementById("list").replaceChildren(...(shown.length ? shown : [none]));
  }

  function select(id) {
    for (const [event, row] of rows) {
      const button = row.querySelector("button");
      if (event === id) {
        row.dataset.chosen = "true";
        button.setAttribute("aria-current", "true");
      } else {
        delete row.dataset.chosen;
        button.removeAttribute("aria-current");
      }
    }
  }

  window.timelineList = { build, show, select };
})();
