/*
 * Articles on their way in, read one after the other while the page goes on: assets/ways.js brings them.
 *
 * What is still to be read is known here alone: the server takes one at a time, tells the stages as lines of JSON, and
 * keeps nothing of what is cancelled before it is done.
 */
(function () {
  "use strict";

  const { html } = window.timelineElements;
  const GOES = 6000; // ms that a list without a fault stays when all is done
  const AGAIN = 1000; // ms until a server that reads for many others is asked again
  const NARROW = 600; // px of the window below which the list would hide what is read

  const items = []; // {name, body, query, change, state, says, stop, again, row}
  let running = false;
  let step = null; // what one undo takes back: all that is read until the list is through
  let going = 0;

  // --- the list ----------------------------------------------------------------------------------

  let card = null;
  function made() {
    if (card) return card;
    const head = html("h2");
    const fold = html("button", { type: "button", class: "quiet", "aria-controls": "reading-list" });
    const all = html("button", { type: "button", class: "quiet" });
    const list = html("ul", { id: "reading-list" });
    fold.addEventListener("click", () => folded(!list.hidden));
    all.addEventListener("click", () => (open().length ? open().forEach(cancel) : clear()));
    const whole = html("section", { id: "reading", "aria-label": "Articles being read" }, html("header", {}, head, fold, all), list);
    document.body.append(whole);
    card = { whole, head, fold, all, list };
    folded(window.innerWidth < NARROW);
    return card;
  }

  function folded(so) {
    card.list.hidden = so;
    card.fold.textContent = so ? "Show" : "Hide";
    card.fold.setAttribute("aria-expanded", String(!so));
  }

  const open = () => items.filter((one) => one.state === "waiting" || one.state === "reading");

  function draw() {
    const { whole, head, fold, all } = made();
    whole.hidden = !items.length;
    const left = open().length;
    const words = items.length ? heading(items.length - left) : "";
    if (head.textContent !== words) {
      head.textContent = words;
      if (words) dash_clientside.set_props("live", { children: `${words}.` });
    }
    all.textContent = left ? "Cancel all" : "Close";
    all.hidden = left > 0 && items.length === 1; // one is cancelled where it stands
    fold.hidden = items.length === 1 && !card.list.hidden;
  }

  function heading(done) {
    if (items.length === 1) return done ? "Read" : "Reading";
    if (done < items.length) return `Reading ${items.length} articles, ${done} done`;
    return `${items.filter((one) => one.state === "done").length} of ${items.length} articles read`;
  }

  /** The line of an article: it stays, with its button, whatever it comes to say. */
  function row(one) {
    const button = html("button", { type: "button", class: "quiet" });
    button.addEventListener("click", () => (one.again ? one.again.act(one) : cancel(one)));
    one.row = { line: html("li", {}, html("strong", { title: one.name }, one.name), html("small"), button), button };
    made().list.append(one.row.line);
    told(one, one.state, one.says);
  }

  /** *again*: what can be done about it now, {label, act}. */
  function told(one, state, says, again = null) {
    Object.assign(one, { state, says, again });
    const { line, button } = one.row;
    const begins = line.dataset.state !== "reading" && state === "reading";
    line.dataset.state = state;
    line.querySelector("small").textContent = says.startsWith(`${one.name} `) ? says.slice(one.name.length + 1) : says;
    const label = again ? again.label : state === "waiting" || state === "reading" ? "Cancel" : "";
    if (!label && button === document.activeElement) card.all.focus();
    button.hidden = !label;
    button.textContent = label;
    button.setAttribute("aria-label", `${label} ${one.name}`);
    draw();
    if (begins) line.scrollIntoView({ block: "nearest" });
  }

  function cancel(one) {
    if (one.state !== "waiting" && one.state !== "reading") return;
    if (one.stop) one.stop.abort();
    told(one, "cancelled", "cancelled", { label: "Read it", act: retry });
  }

  function retry(one) {
    clearTimeout(going);
    told(one, "waiting", "waits");
    if (!running) run();
  }

  /** Take one out of the list, to be sent anew. */
  function withdraw(one) {
    one.row.line.remove();
    items.splice(items.indexOf(one), 1);
    draw();
  }

  function clear() {
    while (items.length) withdraw(items[0]);
  }

  /**
   * Put articles behind those that wait: each a name, what is sent, and the words of its address; *change* is called
   * with one that could not be read, where whoever sent it may want to change it.
   */
  function add(more) {
    clearTimeout(going);
    if (!running) clear();
    for (const one of more) {
      items.push({ change: null, stop: null, again: null, ...one, state: "waiting", says: "waits" });
      row(items[items.length - 1]);
    }
    if (!running) run();
  }

  // --- reading -----------------------------------------------------------------------------------

  async function run() {
    running = true;
    step = null;
    let first = true;
    for (let one; (one = items.find((each) => each.state === "waiting")); ) {
      const done = await read(one);
      if (!done || !(done.articles || done.returned)) continue;
      if (done.returned) {
        // a table that came back: edits of what is there
        window.timelinePage.send("refresh", window.timelineWork.written());
        continue;
      }
      step = done.step;
      // the first one is shown; those after it join without moving what is looked at
      if (first) window.timelinePage.send(`added:${done.article}`);
      else window.timelinePage.send("refresh", window.timelineWork.written());
      first = false;
    }
    running = false;
    if (items.every((one) => one.state === "done" || one.state === "cancelled")) going = setTimeout(clear, GOES);
  }

  async function read(one) {
    one.stop = new AbortController();
    told(one, "reading", "is sent");
    const query = new URLSearchParams({ name: "", ...one.query });
    if (step) query.set("step", step);
    try {
      if (!(await readable(one.body))) return void told(one, "failed", "cannot be opened: is it still where it was?");
      let last = await sent(one, query);
      while (last.busy && one.state === "reading") {
        told(one, "reading", "waits for others");
        await new Promise((done) => setTimeout(done, AGAIN));
        if (one.state === "reading") last = await sent(one, query);
      }
      if (one.state !== "reading") return;
      const change = one.change && { label: "Change it", act: one.change };
      if (last.fault) return void told(one, "failed", last.fault, change);
      told(one, "done", outcome(last.done));
      return last.done;
    } catch (fault) {
      const again = { label: "Try again", act: retry };
      if (one.state === "reading") told(one, "failed", `could not be read: ${fault.message}`, again);
    }
  }

  /** A file may have been moved or taken away since it was dropped. */
  const readable = (body) =>
    body
      ? body.slice(0, 1).arrayBuffer().then(
          () => true,
          () => false,
        )
      : true;

  async function sent(one, query) {
    const lost = () => {
      throw new Error("the program does not answer. Is it still running?");
    };
    const answer = await fetch(`read?${query}`, { method: "POST", body: one.body, signal: one.stop.signal }).catch(lost);
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
        if (!said.stage) last = said;
        else if (one.state === "reading") told(one, "reading", said.stage === "waiting" ? "waits" : said.stage);
      }
    }
    return last;
  }

  function outcome(done) {
    if (done.returned) return done.notes.join("; ");
    if (!done.articles) return "is there already";
    const events = done.events === 1 ? "1 event" : `${done.events} events`;
    return [events, ...done.notes].join("; ");
  }

  // what waits would be lost with the page
  window.addEventListener("beforeunload", (event) => running && event.preventDefault());

  window.timelineReading = { add, withdraw, busy: () => running };
})();
