/* Words that are searched for are marked in the article, lightly: what is marked for an event stays to be seen. */
(function () {
  "use strict";

  const MOST = 2000; // a letter is found everywhere
  const NAME = "searched";

  /** Mark them where the article stands on the page; nothing of the page is changed for it. */
  function mark(search) {
    if (!window.CSS || !CSS.highlights) return;
    const words = window.timelineSought.wordsOf(search || "");
    const ranges = [];
    for (const block of words.length ? document.querySelectorAll("#article [data-start]") : []) {
      if (ranges.length >= MOST) break;
      ranges.push(...within(block, words));
    }
    if (ranges.length) CSS.highlights.set(NAME, new Highlight(...ranges.slice(0, MOST)));
    else CSS.highlights.delete(NAME);
  }

  /** The words in a block of text, whatever marks they reach across. */
  function within(block, words) {
    const nodes = [];
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let start = 0; walk.nextNode(); start += walk.currentNode.length) nodes.push({ node: walk.currentNode, start });
    const at = (place, end) => nodes.findLast(({ start }) => (end ? start < place : start <= place));
    return window.timelineSought.places(block.textContent, words).map(([first, last]) => {
      const range = document.createRange();
      const [begin, end] = [at(first, false), at(last, true)];
      range.setStart(begin.node, first - begin.start);
      range.setEnd(end.node, last - end.start);
      return range;
    });
  }

  window.timelineSearched = { mark };
})();
