/*
 * The export dialog: picture, data, page and link, each with what it will be. It opens with what was last used, and asks
 * the server for a preview of every choice; what the server refuses is said in place.
 */
(function () {
  "use strict";

  const KEPT = "timeline-export";
  const REST = 250; // ms without a choice after which the preview is made
  const FRAMES = 60; // frames in which the dialog is drawn
  const USUAL = { kind: "picture", picture: "png", data: "docx", show: "seen", from: "", to: "", size: "", own: "", theme: "", scale: "2", pages: "1" };
  const SILENT = "The program does not answer. Is it still running?";
  const KINDS = [
    ["picture", "Picture"],
    ["data", "Data"],
    ["page", "Web page"],
    ["link", "Link"],
  ];
  const SHOWN = [
    ["seen", "What is seen: these days, lanes and filters"],
    ["all", "Everything"],
    ["range", "Other days…"],
  ];

  const html = (...made) => window.timelineElements.html(...made);
  let choices = null; // what the server offers
  let chosen = { ...USUAL };
  let stop = new AbortController(); // of the preview that is being made
  let waiting = 0;
  let shownAs = ""; // the address of the picture that is shown

  const room = () => document.getElementById("export-form");
  const part = (name) => room().querySelector(`.export-${name}`);
  const closed = () => room() === null; // while an answer was awaited

  // --- what is chosen --------------------------------------------------------------------------

  function remembered() {
    try {
      return { ...USUAL, ...JSON.parse(localStorage.getItem(KEPT)) };
    } catch {
      return { ...USUAL };
    }
  }

  function choose(changes) {
    Object.assign(chosen, changes);
    localStorage.setItem(KEPT, JSON.stringify(chosen));
    look();
  }

  /** The format that is chosen. */
  function format() {
    if (chosen.kind === "page") return { name: "html", label: "Web page", suffix: "html" };
    const offered = chosen.kind === "picture" ? choices.pictures : choices.data;
    return offered.find((one) => one.name === chosen[chosen.kind]) || offered[0];
  }

  /** The address of the file that is chosen, or of its preview. */
  function address(kind) {
    const { name, suffix } = format();
    const asked = { format: name, theme: chosen.theme };
    if (!choices.whole.includes(name)) asked.show = chosen.show;
    if (asked.show === "range") asked.range = `${chosen.from}..${chosen.to}`;
    if (chosen.kind === "picture") {
      asked.size = chosen.size === "own" ? chosen.own : chosen.size;
      if (name === "png") asked.scale = chosen.scale;
      if (name === "pdf") asked.pages = chosen.pages;
    }
    const said = Object.entries(asked).filter(([, value]) => value);
    return window.timelineAddress.exported(kind, suffix, said);
  }

  // --- the form --------------------------------------------------------------------------------

  function radios(name, legend, offered, value, then) {
    const lines = offered.map(([key, words, use]) => {
      const box = html("input", { type: "radio", name: `export-${name}`, value: key });
      box.checked = key === value;
      box.addEventListener("change", () => then(key));
      return html("label", {}, box, html("span", {}, words, ...(use ? [html("small", {}, use)] : [])));
    });
    return html("fieldset", { class: `export-radios export-of-${name}` }, html("legend", {}, legend), ...lines);
  }

  function select(legend, offered, value, then) {
    const field = html("select", {}, ...offered.map(([key, words]) => html("option", { value: key }, words)));
    field.value = value;
    field.addEventListener("change", () => then(field.value));
    return html("label", { class: "export-field" }, html("span", {}, legend), field);
  }

  function field(legend, value, hint, then) {
    const input = html("input", { type: "text", value, placeholder: hint, autocomplete: "off", spellcheck: "false" });
    input.addEventListener("input", () => then(input.value.trim()));
    return html("label", { class: "export-field" }, html("span", {}, legend), input);
  }

  const formats = (offered) => offered.map(({ name, label, use, suffix }) => [name, `${label} (${suffix})`, use]);

  /** What stands there depends on the choice: drawn anew, the keyboard stays where it is. */
  function anew(changes) {
    choose(changes);
    const had = document.activeElement;
    const where = had && room().contains(had) ? [had.name, had.value] : null;
    form();
    if (where) [...room().querySelectorAll("input, select")].find((one) => one.name === where[0] && one.value === where[1])?.focus();
  }

  function days() {
    const fields = [radios("show", "Which events", SHOWN, chosen.show, (show) => anew({ show }))];
    if (chosen.show === "range") {
      const sides = [field("From", chosen.from, "2024-03", (from) => choose({ from })), field("To", chosen.to, "2025-06-30", (to) => choose({ to }))];
      fields.push(html("div", { class: "export-pair" }, ...sides));
    }
    return fields;
  }

  const PANELS = {
    picture() {
      const { name } = format();
      const more = [];
      if (name === "png") more.push(select("Sharpness", choices.scales, chosen.scale, (scale) => choose({ scale })));
      if (name === "pdf") more.push(select("Pages", choices.pages, chosen.pages, (pages) => choose({ pages })));
      const own = chosen.size === "own" ? [field("Width × height", chosen.own, "1600x900, 297x210mm", (own) => choose({ own }))] : [];
      return [
        radios("picture", "Format", formats(choices.pictures), name, (picture) => anew({ picture })),
        ...days(),
        select("Size", choices.sizes, chosen.size, (size) => anew({ size })),
        ...own,
        html("div", { class: "export-pair" }, select("Colours", choices.themes, chosen.theme, (theme) => choose({ theme })), ...more),
      ];
    },
    data() {
      const { name } = format();
      const whole = [html("p", { class: "export-hint" }, "It always holds everything.")];
      const offered = radios("data", "Format", formats(choices.data), name, (data) => anew({ data }));
      return [offered, ...(choices.whole.includes(name) ? whole : days())];
    },
    page() {
      const says = "One HTML file that needs no network: it zooms, searches, filters and says why each date is what it is.";
      const frame = html("textarea", { readonly: "", rows: 3, spellcheck: "false", "aria-label": "Element for another page" });
      const copied = copier(() => frame.value, "Copy");
      const within = html("div", { class: "export-frame" }, html("span", {}, "To show it within another page, put the file beside it and copy this:"), frame, copied);
      return [html("p", { class: "export-hint" }, says), ...days(), within];
    },
    link() {
      const { origin, pathname } = location;
      const query = window.timelineAddress.seen();
      const input = html("input", { type: "text", readonly: "", value: `${origin}${pathname}${query ? `?${query}` : ""}`, "aria-label": "Address of what is seen" });
      const says = "Whoever can open this address sees the same: days, lanes, filters and the selected event.";
      return [html("p", { class: "export-hint" }, says), html("div", { class: "export-link" }, input, copier(() => input.value, "Copy"))];
    },
  };

  /** A button that copies, and says that it has. */
  function copier(text, words) {
    const button = html("button", { type: "button", class: "save" }, words);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
      window.timelinePage.say("Copied.");
      setTimeout(() => (button.textContent = words), 2000);
    });
    return button;
  }

  function form() {
    part("choices").replaceChildren(...PANELS[chosen.kind]());
    const link = chosen.kind === "link";
    for (const one of ["preview", "buttons"]) part(one).hidden = link;
    room().dataset.kind = chosen.kind;
    const { label, suffix } = link ? {} : format();
    part("download").textContent = link ? "" : chosen.kind === "picture" ? `Download ${suffix.toUpperCase()}` : `Download ${label}`;
  }

  function build() {
    choices = JSON.parse(room().dataset.choices);
    chosen = remembered();
    chosen.theme = chosen.theme || (window.timelinePage.view().dark ? "dark" : "light");
    const kinds = radios("kind", "What to export", KINDS, chosen.kind, (kind) => {
      choose({ kind });
      form();
    });
    const download = html("button", { type: "button", class: "save export-download" });
    download.addEventListener("click", save);
    const shown = html("div", { class: "export-shown" });
    const says = html("p", { class: "export-says", role: "status" });
    const notes = html("ul", { class: "export-notes" });
    const preview = html("section", { class: "export-preview", "aria-label": "Preview" }, shown, says, notes);
    const problem = html("p", { class: "problem export-problem", role: "alert" });
    const buttons = html("div", { class: "form-buttons export-buttons" }, download);
    room().replaceChildren(kinds, html("div", { class: "export-body" }, html("div", { class: "export-left" }, html("div", { class: "export-choices" }), problem, buttons), preview));
    form();
    room().querySelector("input:checked").focus();
    look();
  }

  // --- the preview -----------------------------------------------------------------------------

  function look() {
    clearTimeout(waiting);
    stop.abort();
    if (chosen.kind === "link") return;
    if (!part("shown").childElementCount) part("shown").append(html("p", { class: "export-waits" }, "Making the preview …"));
    waiting = setTimeout(() => {
      stop = new AbortController();
      const { signal } = stop;
      preview(signal).catch((fault) => {
        if (signal.aborted || closed()) return;
        refuse(fault instanceof Refused ? fault.message : SILENT);
      });
    }, REST);
  }

  class Refused extends Error {}

  async function answer(kind, signal) {
    const found = await fetch(address(kind), { signal });
    if (!found.ok) throw new Refused((await found.text()).trim());
    return found;
  }

  async function preview(signal) {
    const found = await (await answer("preview", signal)).json();
    if (found.refused) throw new Refused(found.refused);
    const picture = found.picture ? await drawn(found.picture) : null;
    if (signal.aborted || closed()) return;
    refuse("");
    part("shown").replaceChildren(...(picture ? [picture] : []));
    if (chosen.kind === "page") room().querySelector("textarea").value = found.frame;
    if (found.text) part("shown").replaceChildren(html("pre", { tabindex: 0, role: "region", "aria-label": found.says }, found.text));
    const told = [chosen.kind === "picture" ? size(picture) : found.name, weight(found.bytes)];
    tell(told.join(", "), found.notes);
  }

  /** The picture as it will be. */
  async function drawn(markup) {
    URL.revokeObjectURL(shownAs);
    shownAs = URL.createObjectURL(new Blob([markup], { type: "image/svg+xml" }));
    const picture = html("img", { alt: "The timeline as it will be drawn" });
    picture.src = shownAs;
    await picture.decode();
    return picture;
  }

  function size(picture) {
    const times = format().name === "png" ? Number(chosen.scale) : 1;
    const [wide, high] = [picture.naturalWidth, picture.naturalHeight].map((side) => Math.round(side * times).toLocaleString("en"));
    return `${wide} × ${high} pixels`;
  }

  function tell(words, lines) {
    part("says").textContent = words;
    notes(lines);
  }

  const notes = (lines) => part("notes").replaceChildren(...lines.map((line) => html("li", {}, line)));

  const weight = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("en")} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

  /** What cannot be, in a sentence; nothing where all can. */
  function refuse(words) {
    part("problem").textContent = words;
    part("download").disabled = Boolean(words);
    if (words) part("shown").replaceChildren();
    if (words) tell("", []);
  }

  async function save() {
    const button = part("download");
    const words = button.textContent;
    button.disabled = true;
    button.textContent = "Being made…";
    try {
      const found = await answer("timeline");
      const [, name] = /filename="([^"]+)"/.exec(found.headers.get("Content-Disposition"));
      const link = html("a", { download: name });
      link.href = URL.createObjectURL(await found.blob());
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      window.timelinePage.say(`${name} is where your browser keeps what it downloads.`);
    } catch (fault) {
      if (closed()) return window.timelinePage.say(fault.message);
      refuse(fault instanceof Refused ? fault.message : SILENT);
    }
    if (closed()) return;
    button.textContent = words;
    button.disabled = Boolean(part("problem").textContent);
  }

  // --- the dialog ------------------------------------------------------------------------------

  /** The dialog is drawn by React a moment after it is opened. */
  function open(frames = FRAMES) {
    if (frames === FRAMES) dash_clientside.set_props("export", { opened: true });
    if (room()) build();
    else if (frames) requestAnimationFrame(() => open(frames - 1));
  }

  window.timelineExporting = { open: () => open() };
})();
