/* Several rows of the table at once: they are made one event, hidden or copied together. */
(function () {
  "use strict";

  const page = () => window.timelinePage;

  function button(words, act) {
    const made = window.timelineElements.html("button", { type: "button", class: "link" }, words);
    made.addEventListener("click", act);
    return made;
  }

  /** What can be done with these rows; the first one is the event that all are made. */
  function show(rows) {
    const place = document.getElementById("chosen-rows");
    if (!place) return;
    place.hidden = rows.length < 2;
    if (place.hidden) return void place.replaceChildren();
    const [kept, ...rest] = rows;
    const others = rest.map((row) => row.id);
    const { html } = window.timelineElements;
    const says = html("span", { role: "status" }, `${rows.length} events are chosen.`);
    const can = kept.own && !window.timelineServer.refuses("merge");
    const acts = [
      ["Make them one", () => page().send(`merge:${kept.id}`, others), can],
      ["Hide them", () => page().send("hide", [kept.id, ...others]), can],
      ["Copy them", () => window.timelineTable.copy("chosen"), true],
      ["Choose only one", () => window.timelineTable.only(), true],
    ];
    place.replaceChildren(says, ...acts.filter(([, , may]) => may).map(([words, act]) => button(words, act)));
    if (can) place.append(html("small", {}, `One event: “${kept.title}”`));
  }

  window.timelineChosen = { show };
})();
