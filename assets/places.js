/*
 * Words of the articles by the name of their place, "article:first-end" in characters of its text: found again in what
 * is on the page, and marked there without changing it.
 */
(function () {
  "use strict";

  const PLACE = /^(.*):(\d+)-(\d+)$/;

  /** The words at a place as ranges of the page, one for each block they reach into; none where they are not shown. */
  function ranges(place) {
    const found = PLACE.exec(place || "");
    if (!found) return [];
    const [first, end] = [Number(found[2]), Number(found[3])];
    const made = [];
    for (const block of document.querySelectorAll("#article [data-start]")) {
      if (block.dataset.article !== found[1]) continue;
      const start = Number(block.dataset.start);
      if (start >= end) break;
      const range = within(block, first - start, end - start);
      if (range) made.push(range);
    }
    return made;
  }

  /** The characters from one to the other of a block's text, as far as it has them. */
  function within(block, first, end) {
    const range = document.createRange();
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let before = 0;
    let begun = false;
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const letters = [...node.data]; // as the server counts: one that the browser keeps as two halves is one
      const after = before + letters.length;
      if (!begun && first < after) {
        range.setStart(node, units(letters, Math.max(0, first - before)));
        begun = true;
      }
      if (begun) range.setEnd(node, units(letters, Math.min(letters.length, end - before)));
      if (end <= after) break;
      before = after;
    }
    return begun && end > 0 && !range.collapsed ? range : null;
  }

  const units = (letters, count) => letters.slice(0, count).join("").length;

  /** Mark words under a name that the stylesheet has a look for; no place takes the mark away. Their ranges. */
  function mark(name, place) {
    const found = ranges(place);
    if (!window.CSS || !CSS.highlights) return found; // an older browser: they are brought into sight, that is all
    if (found.length) CSS.highlights.set(name, new Highlight(...found));
    else CSS.highlights.delete(name);
    return found;
  }

  window.timelinePlaces = { ranges, mark };
})();
