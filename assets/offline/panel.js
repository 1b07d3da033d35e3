/* The selected event: its date, its words, and why this date. */
(function () {
  "use strict";

  const { html } = window.timelineElements;

  const paragraph = (words, kind) => (words ? [html("p", { class: kind }, words)] : []);
  const step = ([says, caption]) => html("li", {}, says, html("small", {}, caption));

  function why({ steps, further, conclusion }) {
    if (!steps.length && !conclusion) return [];
    const found = [html("h3", {}, "Why this date"), html("ol", { class: "why" }, ...steps.map(step))];
    if (further.length) {
      const rest = html("ol", { class: "why", start: steps.length + 1 }, ...further.map(step));
      const says = `${further.length} further ${further.length === 1 ? "step" : "steps"}`;
      found.push(html("details", {}, html("summary", {}, says), rest));
    }
    if (conclusion) found.push(html("div", { class: "conclusion" }, conclusion[0], html("small", {}, conclusion[1])));
    return found;
  }

  function named(head, names) {
    if (!names.length) return [];
    return [html("h3", {}, head), html("ul", { class: "names" }, ...names.map((name) => html("li", {}, name)))];
  }

  function told(tellings) {
    if (!tellings.length) return [];
    const lines = tellings.map(([article, when, quote]) =>
      html("li", {}, html("strong", {}, article), when ? ` · ${when}` : "", html("span", { class: "words" }, `“${quote}”`))
    );
    return [html("h3", {}, "What each article says"), html("ul", { class: "told" }, ...lines)];
  }

  /** Addresses are shown, and opened only where they are those of pages. */
  function links(addresses) {
    if (!addresses.length) return [];
    const line = (address) =>
      /^https?:\/\//.test(address) ? html("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address) : address;
    return [html("ul", { class: "links" }, ...addresses.map((address) => html("li", {}, line(address))))];
  }

  function show(event, number, total) {
    const panel = document.getElementById("detail");
    if (!event) {
      const says = "Select an event: on the timeline or in the list. Every date says why.";
      return void panel.replaceChildren(html("p", { class: "nothing" }, says));
    }
    const [date, ...nearer] = event.when.split(", ");
    const edtf = event.edtf ? [html("code", { title: "EDTF, ISO 8601-2" }, event.edtf)] : [];
    const sharp = event.sharp ? [edtf.length ? ` · ${event.sharp}` : event.sharp] : [];
    panel.replaceChildren(
      html("p", { class: "place" }, `Event ${number} of ${total} · ${event.origin}`),
      html("h2", { class: "when" }, date),
      ...paragraph(nearer.join(", "), "nearer"),
      html("p", { class: "event-title" }, event.title),
      ...(edtf.length || sharp.length ? [html("p", { class: "edtf" }, ...edtf, ...sharp)] : []),
      ...paragraph(event.status, "status"),
      ...paragraph(event.standing && event.standing[0].toUpperCase() + event.standing.slice(1), "standing"),
      ...paragraph(event.note, "user-note"),
      ...links(event.links),
      ...(event.quote ? [html("blockquote", {}, `“${event.quote}”`)] : []),
      ...paragraph(event.from, "source"),
      ...why(event),
      ...told(event.told),
      ...named("Who", event.actors),
      ...named("Where", event.places),
      html("div", { class: "steps" }, button("‹", "-1", "Previous event"), button("›", "1", "Next event"))
    );
  }

  const button = (sign, way, name) => html("button", { type: "button", "data-act": "step", "data-arg": way, "aria-label": name }, sign);

  window.timelinePanel = { show };
})();
