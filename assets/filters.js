/*
 * Finding: the pills that say what is filtered by, and the panel in which filters are chosen, each with the number of
 * events it would leave. The server counts; what is drawn here is its answer, changed in place so that the keyboard
 * stays where it was.
 */
(function () {
  "use strict";

  const FEW = 7; // values that a group shows before it is unfolded
  const MANY = 12; // values from which on a group can be searched
  const NAMES = new Set(["actor", "place", "article"]);
  const LISTED = 100; // values that are listed at once, however many there are

  const html = (...made) => window.timelineElements.html(...made);
  const page = () => window.timelinePage;
  const find = (id) => document.getElementById(id);

  let data = null;
  let drawn = null; // the open panel: its parts that change
  const unfolded = new Set(); // groups

  function draw(fresh) {
    data = fresh;
    pills();
    const button = find("filter-button");
    const badge = button.querySelector(".badge");
    badge.textContent = data.pills.length || "";
    badge.hidden = !data.pills.length;
    button.dataset.arg = data.panel ? "close" : "open";
    button.setAttribute("aria-expanded", String(Boolean(data.panel)));
    if (data.panel) panel();
    else shut();
  }

  /** A button that sends a verb; page.js passes only words along, so that what is more is sent from here. */
  function button(words, kind, verb, arg, name) {
    const made = html("button", { type: "button", class: kind, ...(name ? { "aria-label": name, title: name } : {}) }, words);
    made.addEventListener("click", () => page().send(verb, arg));
    return made;
  }

  // --- pills -----------------------------------------------------------------------------------

  function pills() {
    const room = find("pills");
    const at = [...room.querySelectorAll("button")].indexOf(document.activeElement);
    const made = data.pills.map(({ title, words, verb, arg }) => {
      const pill = button("", "asked-pill", verb, arg, `${title}: ${words}. Take away`);
      pill.title = "Take away";
      pill.append(html("span", { class: "about" }, title), html("span", { class: "words" }, words), html("span", { class: "cross" }, "×"));
      return pill;
    });
    const told = data.told ? [html("span", { class: "told" }, data.told)] : [];
    const clear = made.length ? [button("Clear", "link", "clear", undefined, "Clear all filters")] : [];
    room.replaceChildren(...told, ...made, ...clear);
    room.hidden = !made.length;
    if (at >= 0) (made[Math.min(at, made.length - 1)] || find("filter-button")).focus();
  }

  // --- panel -----------------------------------------------------------------------------------

  function panel() {
    const opens = !drawn;
    if (opens) drawn = frame();
    const { says, shown, part, groups, period } = data.panel;
    drawn.says.textContent = says;
    if (!data.pills.length && document.activeElement === drawn.clear) find("filters").focus({ preventScroll: true });
    drawn.clear.disabled = !data.pills.length;
    drawn.done.textContent = shown;
    drawn.note.hidden = !part;
    const parts = groups.map((group) => update(group.name, group));
    const names = groups.filter(({ name }) => NAMES.has(name)).length; // they come first
    if (period) parts.splice(names, 0, update("period", { title: "Period", more: 0, ...period }));
    arrange(drawn.groups, parts);
    if (!opens) return;
    find("filters-card").hidden = false;
    find("filters").focus({ preventScroll: true });
  }

  function shut() {
    if (!drawn) return;
    const within = find("filters-card").contains(document.activeElement);
    drawn = null;
    find("filters-card").hidden = true;
    find("filters").replaceChildren();
    if (within) find("filter-button").focus({ preventScroll: true });
  }

  /** The parts of the panel that are always there. */
  function frame() {
    const says = html("p", { class: "says" });
    const clear = button("Clear", "link", "clear", undefined, "Clear all filters");
    const close = button("×", "close", "finding", "close", "Close the filters");
    const note = html("p", { class: "note" }, "Counted among the weightiest events in and around the window: go nearer to find others.");
    const groups = html("div", { class: "groups" });
    const done = button("", "save done", "finding", "close");
    const head = html("header", { role: "none" }, html("h2", {}, "Filter"), says, clear, close);
    find("filters").replaceChildren(head, note, groups, done);
    return { says, clear, note, groups, done, parts: new Map() };
  }

  /** A group with its values as they are now, in the element it had. */
  function update(name, group) {
    if (!drawn.parts.has(name)) drawn.parts.set(name, name === "period" ? between(group) : values(name, group));
    const part = drawn.parts.get(name);
    part.group = group;
    fill(part);
    if (part.period && !group.written) part.period.value = "";
    return part.element;
  }

  function values(name, group) {
    const search = html("input", { type: "search", placeholder: "Find", "aria-label": `Find in “${group.title}”`, autocomplete: "off", spellcheck: "false" });
    const list = html("div", { class: "values" });
    const more = html("button", { type: "button", class: "link" });
    const element = html("fieldset", {}, html("legend", {}, group.title), search, list, more);
    const part = { name, element, search, list, more, rows: new Map(), group };
    search.addEventListener("input", () => fill(part));
    more.addEventListener("click", () => {
      if (!unfolded.delete(name)) unfolded.add(name);
      fill(part);
    });
    return part;
  }

  /** The period is typed, taken from the drawing, or chosen like a value. */
  function between(group) {
    const part = values("period", group);
    const period = html("input", { type: "text", class: "period", placeholder: "2024, March 2024, after 2019", "aria-label": "Period", autocomplete: "off", spellcheck: "false" });
    period.addEventListener("change", () => page().send("period", period.value));
    const seen = html("button", { type: "button", class: "link" }, "What is in view");
    seen.addEventListener("click", inView);
    part.element.querySelector("legend").after(period);
    part.element.append(seen);
    return Object.assign(part, { period });
  }

  function inView() {
    const { seen, plan } = window.timelineChart;
    if (plan().offset) return;
    const [first, last] = seen().map((day, at) => window.timelineCalendar.isoDay(at ? Math.ceil(day) - 1 : Math.floor(day)));
    page().send("period", `${first}..${last}`);
  }

  /** The rows of a group: those that are sought, else the first few and those that are chosen. */
  function fill(part) {
    const { values: all, more } = part.group;
    const searched = all.length > MANY && part.name !== "period";
    part.search.hidden = !searched;
    const sought = searched ? folded(part.search.value.trim()) : "";
    const open = sought || unfolded.has(part.name) || part.name === "period";
    const fits = all.filter(([, words]) => folded(words).includes(sought));
    const listed = fits.filter(([, , , chosen], at) => chosen || at < (open ? LISTED : FEW));
    arrange(part.list, listed.map((value) => row(part, value)));
    const rest = fits.length - listed.length + (sought ? 0 : more);
    const foldable = !sought && unfolded.has(part.name) && all.length > FEW;
    part.more.hidden = part.name === "period" || !(foldable || (rest && !open));
    part.more.textContent = foldable ? "Show fewer" : `Show ${Math.min(fits.length, LISTED)}${fits.length > LISTED || more ? " of many" : ""}`;
  }

  const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  function row(part, [value, words, count, chosen]) {
    if (!part.rows.has(value)) part.rows.set(value, made(part, value, words));
    const { box, number, element } = part.rows.get(value);
    box.checked = chosen;
    box.disabled = !count && !chosen;
    number.textContent = count.toLocaleString("en");
    return element;
  }

  function made(part, value, words) {
    const box = html("input", { type: "checkbox" });
    const number = html("span", { class: "count" });
    box.addEventListener("change", () => {
      if (part.name === "period") page().send("period", box.checked ? value : "");
      else page().send("filter", [part.name, value]);
    });
    return { box, number, element: html("label", {}, box, html("span", { class: "name", title: words }, words), number) };
  }

  /** Put children in their order; nothing moves where they are in it already, so that the keyboard stays. */
  function arrange(room, children) {
    if (children.length === room.children.length && children.every((one, at) => one === room.children[at])) return;
    const held = document.activeElement;
    room.replaceChildren(...children);
    if (held !== document.activeElement && held.isConnected) held.focus({ preventScroll: true });
  }

  // --- opening and closing ---------------------------------------------------------------------

  /** Who looks at an event is done with choosing: the panel stands where the event is told. */
  function leave() {
    if (drawn) page().send("finding", "close");
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawn || !event.target.matches("body, #filter-button, #filters-card *")) return;
    event.stopPropagation();
    page().send("finding", "close");
  }, true);

  window.timelineFilters = { draw, leave };
})();
