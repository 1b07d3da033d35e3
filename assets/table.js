/*
 * The events as a table. Its program is fetched when the table is first seen; what is chosen or typed in it goes the
 * way of every action, and what is chosen elsewhere is chosen and brought into sight here.
 */
(function () {
  "use strict";

  const NAME = "events-grid";
  const VERBS = { title: "title", when: "date" };
  const COPIED = ["when", "title", "lane", "status", "edtf", "from"];

  let coming = null; // the program, on its way or here
  let chosen = null;
  let taken = new Set(); // the rows that are chosen
  let expected = null; // the rows that have come
  let copying = null; // what the next copy takes, where it is not what is marked

  const page = () => window.timelinePage;
  const grid = () => (coming && window.dash_ag_grid.getApi && document.getElementById(NAME) ? window.dash_ag_grid.getApi(NAME) : null);

  // --- fetching --------------------------------------------------------------------------------

  function fetched() {
    if (coming) return coming;
    coming = new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = document.querySelector("meta[name=table]").content;
      script.onload = () => {
        const { AgGrid } = window.dash_ag_grid;
        window.dash_ag_grid = { ...window.dash_ag_grid, AgGrid: Later }; // another component would be made anew
        done(AgGrid);
      };
      script.onerror = () => {
        coming = null;
        fail(new Error("the table's program did not come"));
      };
      document.head.append(script);
    });
    return coming;
  }

  /** The table's component, until its program is here: a word instead. */
  function Later(props) {
    const { createElement, useEffect, useState } = window.React;
    const [Grid, here] = useState(null);
    const [failed, fails] = useState(false);
    useEffect(() => {
      fetched().then((made) => here(() => made), () => fails(true));
    }, []);
    // rows that came before the table are there when it begins, and nothing tells of them
    useEffect(() => {
      if (Grid) window.dash_ag_grid.getApiAsync(NAME).then(() => choose(chosen));
    }, [Grid]);
    if (Grid) return createElement(Grid, props);
    return createElement("p", { className: "nothing" }, failed ? "The table could not be loaded. Load the page again." : "Loading the table …");
  }
  Later.dashRenderType = true;

  // --- what the table calls --------------------------------------------------------------------

  /** By the earliest begin; what has none stands last, whichever way the others are sorted. */
  function timelineByBegin(_one, _other, first, second, descending) {
    const [a, b] = [first.data.begin, second.data.begin];
    if (a === null || b === null) return a === b ? 0 : (a === null) === descending ? -1 : 1;
    return a - b;
  }

  function timelineSelected({ api, source }) {
    const rows = api.getSelectedNodes();
    const before = taken;
    const now = new Set(rows.map((row) => row.id));
    taken = new Set([...[...before].filter((id) => now.has(id)), ...now]); // the first that was chosen stands first
    window.timelineChosen.show([...taken].map((id) => api.getRowNode(id).data));
    if (source.startsWith("api") || source === "rowDataChanged") {
      // as it begins, the table puts back what was chosen before, or nothing, after what counts was chosen
      if (chosen && !now.has(chosen) && api.getRowNode(chosen)) requestAnimationFrame(() => choose(chosen));
      return;
    }
    // the row that was added is the one that is looked at; the others stay chosen with it
    const added = rows.filter((row) => !before.has(row.id));
    const [row] = added.length === 1 ? added : rows.length === 1 ? rows : [];
    if (row && row.id !== chosen) page().send("select", row.id);
  }

  function timelineEdited({ colDef, data, newValue, oldValue }) {
    const typed = newValue === null || newValue === undefined ? "" : String(newValue);
    if (typed !== (oldValue || "")) page().send(`${VERBS[colDef.field]}:${data.id}`, typed);
  }

  /** A letter begins no cell anew: it is a key of the page. */
  const timelineKeys = ({ event, editing }) => !editing && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey;

  window.dashAgGridFunctions = Object.assign(window.dashAgGridFunctions || {}, {
    timelineByBegin,
    timelineKeys,
    timelineSelected,
    timelineEdited,
    timelineListed: () => choose(chosen),
  });

  // --- choosing --------------------------------------------------------------------------------

  /** Choose an event's row and bring it into sight. */
  function choose(event) {
    chosen = event;
    const api = grid();
    if (!api) return;
    const row = event && api.getRowNode(event);
    if (!row) return void api.deselectAll("api");
    if (!row.isSelected()) row.setSelected(true, true, "api");
    if (row.displayed) api.ensureNodeVisible(row);
  }

  function expect(rows) {
    expected = rows;
    once(180);
  }

  /** Choose again once the rows that have come are in the table; so many frames are waited for that. */
  function once(frames) {
    const api = grid();
    if (api && api.getGridOption("rowData") === expected) choose(chosen);
    else if (frames) requestAnimationFrame(() => once(frames - 1));
  }

  /** The table, where it is seen, shows the rows that have come. */
  function resting() {
    const seen = document.querySelector(".events-pane");
    if (!seen || !seen.offsetParent) return true;
    const api = grid();
    return Boolean(api) && api.getGridOption("rowData") === expected;
  }

  // --- copying ---------------------------------------------------------------------------------

  const cell = (value) => String(value || "").replace(/\s+/g, " ");
  const line = (data) => COPIED.map((name) => cell(data[name])).join("\t");

  /** The rows as they are sorted and filtered, under the names of their columns. */
  function all(api) {
    const lines = [COPIED.map((name) => api.getColumnDef(name).headerName).join("\t")];
    api.forEachNodeAfterFilterAndSort((row) => lines.push(line(row.data)));
    return lines.join("\n");
  }

  /** The row that has the focus is copied where no words are marked, with all others where several are chosen. */
  document.addEventListener("copy", (event) => {
    const api = grid();
    if (!api) return;
    const inside = event.target.closest && event.target.closest(".ag-row") && !event.target.closest("input");
    const row = inside && window.getSelection().isCollapsed ? api.getRowNode(event.target.closest(".ag-row").getAttribute("row-id")) : null;
    const taken = copying || (row && (row.isSelected() ? several(api) : line(row.data)));
    if (!taken) return;
    event.clipboardData.setData("text/plain", taken);
    event.preventDefault();
  });

  /** The rows that are chosen, as they are sorted. */
  function several(api) {
    const lines = [];
    api.forEachNodeAfterFilterAndSort((row) => row.isSelected() && lines.push(line(row.data)));
    return lines.join("\n");
  }

  function copy(which) {
    const api = grid();
    if (!api) return;
    copying = which === "chosen" ? several(api) : all(api);
    const done = document.execCommand("copy"); // the clipboard's own interface is missing where a page is not secure
    copying = null;
    const rows = which === "chosen" ? api.getSelectedNodes().length : api.getDisplayedRowCount();
    page().say(done ? `Copied: ${rows} ${rows === 1 ? "row" : "rows"}, for a spreadsheet or a text.` : "The browser did not let the table be copied.");
  }

  window.dash_ag_grid = { AgGrid: Later };
  /** Only the row of the selected event is chosen. */
  function only() {
    const api = grid();
    if (!api) return;
    api.deselectAll("api");
    choose(chosen);
  }

  window.timelineTable = { choose, expect, resting, copy, only };
})();
