/* The ways in: articles that are pasted, dropped or chosen, and the sample. Each is handed to assets/reading.js. */
(function () {
  "use strict";

  const { html } = window.timelineElements;
  const MOST_FILES = 1000; // of a folder
  const FIELDS = ["add-text", "article-title", "add-day"];

  const field = (id) => document.getElementById(id)?.value ?? "";
  const set = (id, value) => dash_clientside.set_props(id, { value });
  const problem = (words) => dash_clientside.set_props("add-problem", { children: words });
  const dialog = (opened) => dash_clientside.set_props("add", { opened });

  // --- pasted ------------------------------------------------------------------------------------

  /** Read what stands in the dialog; a day that is none is told there, with nothing of the text lost. */
  let asking = false;
  async function pasted() {
    if (asking) return;
    const [text, title, published] = FIELDS.map(field);
    if (!text.trim()) return problem("There is nothing to read yet: paste an article, or drop files.");
    asking = true;
    const fault = published.trim() ? await unclear(published) : "";
    asking = false;
    if (fault) {
      document.getElementById("add-day")?.focus();
      return problem(fault);
    }
    const name = title.trim() || text.trim().split("\n")[0].slice(0, 80);
    const change = (one) => {
      window.timelineReading.withdraw(one);
      fill([text, title, published], one.says);
    };
    window.timelineReading.add([{ name, body: new Blob([text]), query: { title, published }, change }]);
    FIELDS.forEach((id) => set(id, ""));
    problem("");
    dialog(false);
  }

  /** Why a day is none; empty where it is one, or where the server is not there to say. */
  async function unclear(day) {
    const answer = await fetch(`date?${new URLSearchParams({ text: day })}`).catch(() => null);
    return (answer && answer.ok && (await answer.json()).fault) || "";
  }

  function fill(values, says = "") {
    FIELDS.forEach((id, at) => set(id, values[at] || ""));
    problem(says);
    dialog(true);
  }

  const writes = (element) => element.closest?.("input, textarea, select, [contenteditable=true], [role=dialog]");

  // pasted onto the page itself: it stands in the dialog, to be looked at before it is read
  document.addEventListener("paste", (event) => {
    if (writes(event.target) || document.querySelector("[role=dialog]")) return;
    const carried = event.clipboardData;
    const text = carried.getData("text/plain");
    if (carried.files.length) files(carried.files);
    else if (text.trim()) fill([text]);
    else return;
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !FIELDS.includes(event.target.id)) return;
    event.preventDefault();
    pasted();
  });

  // --- files -------------------------------------------------------------------------------------

  /** Files, with the day that the dialog has, where it is open. */
  function files(list) {
    const published = field("add-day");
    dialog(false);
    window.timelineReading.add(
      [...list].map((file) => ({ name: file.name, body: file, query: { name: file.name, published } })),
    );
  }

  let chooser = null;
  function choose() {
    if (!chooser) {
      chooser = html("input", { type: "file", multiple: "", hidden: "", "aria-label": "Files to read" });
      chooser.addEventListener("change", () => {
        if (chooser.files.length) files(chooser.files);
        chooser.value = "";
      });
      document.body.append(chooser);
    }
    chooser.click();
  }

  const carries = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    document.body.dataset.dropping = "true";
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) delete document.body.dataset.dropping;
  });
  document.addEventListener("drop", async (event) => {
    delete document.body.dataset.dropping;
    if (!carries(event)) return;
    event.preventDefault();
    // both are gone once this event is over
    const list = [...event.dataTransfer.files];
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const found = entries.some((entry) => entry.isDirectory) ? await within(entries) : list;
    if (found.length) files(found);
    else window.timelinePage.say("There is no file in what was dropped.");
  });

  /** The files in folders, but for hidden ones. */
  async function within(entries) {
    const found = [];
    const open = entries.filter((entry) => !entry.name.startsWith("."));
    for (let entry; (entry = open.shift()) && found.length < MOST_FILES; ) {
      if (entry.isFile) found.push(await new Promise((done, fail) => entry.file(done, fail)));
      else open.push(...(await children(entry)).filter((one) => !one.name.startsWith(".")));
    }
    if (open.length) window.timelinePage.say(`Only the first ${MOST_FILES} files are read: drop the others after them.`);
    return found;
  }

  /** What a folder holds: the browser gives it in parts, and an empty one at the end. */
  async function children(folder) {
    const reader = folder.createReader();
    const found = [];
    for (let part; (part = await new Promise((done, fail) => reader.readEntries(done, fail))).length; ) found.push(...part);
    return found.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  const sample = (name) => window.timelineReading.add([{ name: "The sample", body: "", query: { sample: name } }]);

  window.timelineWays = { choose, pasted, sample };
})();
