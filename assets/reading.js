/*
 * Articles on their way in: pasted, dropped or chosen, read one after the other while the page goes on.
 *
 * What is still to be read is known here alone: the server takes one at a time, tells the stages as lines of JSON, and
 * keeps nothing of what is cancelled before it is done.
 */
(function () {
  "use strict";

  const { html } = window.timelineElements;
  const GOES = 6000; // ms that a list without a fault stays when all is done

  const AGAIN = 1000; // ms until a server that reads for many others is asked again

  const items = []; // {name, body, query, state, says, stop}
  let running = false;
  let step = null; // what one undo takes back: all that is read until the list is through
  let going = 0;

  function card() {
    let found = document.getElementById("reading");
    if (!found) {
      found = html("section", { id: "reading", "aria-label": "Articles being read" });
      document.body.append(found);
    }
    return found;
  }

  function draw() {
    const done = items.filter((one) => one.state !== "waiting" && one.state !== "reading").length;
    const head = html("h2", {}, heading(done));
    const close = html("button", { type: "button", class: "quiet" }, done === items.length ? "Close" : "Cancel all");
    close.addEventListener("click", () => (done === items.length ? clear() : items.forEach(cancel)));
    const list = html("ul");
    for (const one of items) list.append(line(one));
    const all = items.length > 1 || done === items.length ? [close] : []; // one is cancelled where it stands
    card().replaceChildren(html("header", {}, head, ...all), list);
    card().hidden = !items.length;
    const at = list.querySelector("[data-state=reading]");
    if (at) at.scrollIntoView({ block: "nearest" });
  }

  function heading(done) {
    if (items.length === 1) return done ? "Read" : "Reading";
    if (done < items.length) return `Reading ${items.length} articles, ${done} done`;
    return `${items.filter((one) => one.state === "done").length} of ${items.length} articles read`;
  }

  function line(one) {
    const says = html("small", one.state === "reading" ? { role: "status" } : {}, one.says);
    const found = (one.line = html("li", { "data-state": one.state }, html("strong", {}, one.name), says));
    if (one.state === "waiting" || one.state === "reading") {
      const stop = html("button", { type: "button", class: "quiet", "aria-label": `Cancel ${one.name}` }, "Cancel");
      stop.addEventListener("click", () => cancel(one));
      found.append(stop);
    }
    return found;
  }

  function cancel(one) {
    if (one.state !== "waiting" && one.state !== "reading") return;
    if (one.stop) one.stop.abort();
    told(one, "cancelled", "cancelled");
  }

  function told(one, state, says) {
    if (one.state === state && one.says === says) return;
    const goes = one.state === state && one.line; // a button that has the focus stays
    one.state = state;
    one.says = says;
    if (goes) goes.querySelector("small").textContent = says;
    else draw();
  }

  function clear() {
    items.length = 0;
    draw();
  }

  /** Put articles behind those that wait: each a name, what is sent, and the words of its address. */
  function add(more) {
    clearTimeout(going);
    if (!running) items.length = 0;
    for (const one of more) items.push({ state: "waiting", says: "waits", stop: null, ...one });
    draw();
    if (!running) run();
  }

  async function run() {
    running = true;
    step = null;
    let first = true;
    for (let one; (one = items.find((each) => each.state === "waiting")); ) {
      const done = await read(one);
      if (!done || !done.articles) continue;
      step = done.step;
      // the first one is shown; those after it join without moving what is looked at
      if (first) window.timelinePage.send(`added:${done.article}`);
      else window.timelinePage.send("refresh");
      first = false;
    }
    running = false;
    if (items.every((one) => one.state === "done" || one.state === "cancelled")) going = setTimeout(clear, GOES);
    draw();
  }

  async function read(one) {
    one.stop = new AbortController();
    told(one, "reading", "is sent");
    const query = new URLSearchParams({ name: "", ...one.query });
    if (step) query.set("step", step);
    try {
      let last = await sent(one, query);
      while (last.busy && one.state === "reading") {
        told(one, "reading", "waits for others");
        await new Promise((done) => setTimeout(done, AGAIN));
        if (one.state === "reading") last = await sent(one, query);
      }
      if (one.state !== "reading") return;
      if (last.fault) return void told(one, "failed", last.fault);
      told(one, "done", outcome(last.done));
      return last.done;
    } catch (fault) {
      if (one.state === "reading") told(one, "failed", `could not be read: ${fault.message}`);
    }
  }

  async function sent(one, query) {
    const answer = await fetch(`read?${query}`, { method: "POST", body: one.body, signal: one.stop.signal });
    if (!answer.ok) throw new Error(answer.status === 413 ? "it is too large: split it" : await answer.text());
    return stages(one, answer.body.getReader());
  }

  /** Tell each stage as it begins; gives what the last line says. */
  async function stages(one, reader) {
    const words = new TextDecoder();
    let rest = "";
    let last = { fault: "the program gave no answer: is it still running?" };
    for (let part; !(part = await reader.read()).done; ) {
      const lines = (rest + words.decode(part.value, { stream: true })).split("\n");
      rest = lines.pop();
      for (const text of lines) {
        const said = JSON.parse(text);
        if (said.stage) told(one, "reading", said.stage === "waiting" ? "waits" : said.stage);
        else last = said;
      }
    }
    return last;
  }

  function outcome(done) {
    if (!done.articles) return "is there already";
    const events = done.events === 1 ? "1 event" : `${done.events} events`;
    return [events, ...done.notes].join("; ");
  }

  // --- ways in -----------------------------------------------------------------------------------

  const field = (id) => document.getElementById(id).value;

  /** Files, with the day that the dialog has, where it is open. */
  function files(list) {
    const open = document.querySelector("#add-day");
    const published = open && open.offsetParent ? open.value : "";
    dash_clientside.set_props("add", { opened: false });
    add([...list].map((file) => ({ name: file.name, body: file, query: { name: file.name, published } })));
  }

  function pasted() {
    const text = field("add-text");
    const problem = text.trim() ? "" : "There is nothing to read yet: paste an article, or drop files.";
    document.getElementById("add-problem").textContent = problem;
    if (problem) return;
    const query = { title: field("add-title"), published: field("add-day") };
    add([{ name: query.title || text.trim().split("\n")[0].slice(0, 80), body: new Blob([text]), query }]);
    for (const id of ["add-text", "add-title", "add-day"]) dash_clientside.set_props(id, { value: "" });
    dash_clientside.set_props("add", { opened: false });
  }

  const sample = () => add([{ name: "The sample", body: "", query: { sample: "1" } }]);

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
  document.addEventListener("drop", (event) => {
    delete document.body.dataset.dropping;
    if (!carries(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length) files(event.dataTransfer.files);
  });

  window.timelineReading = { choose, pasted, sample, add, busy: () => running };
})();
