/* What is searched for, as `scene/facts.py` reads it: the words, and where a text has them. Pure functions. */
(function () {
  "use strict";

  const QUOTES = { "\u2019": "'", "\u2018": "'" };
  const WORD = /"([^"]*)"?|([^\s"]+)/g;

  /** A text as it is compared: no capitals, no accents, straight quotation marks. */
  function fold(text) {
    const straight = text.replace(/[\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]/g, (sign) => QUOTES[sign] || '"');
    return straight.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll("\u00df", "ss");
  }

  /** Each word that is searched for; words between quotation marks together. */
  const wordsOf = (text) =>
    [...fold(text).matchAll(WORD)].map((found) => (found[1] || found[2] || "").split(/\s+/).filter(Boolean).join(" ")).filter(Boolean);

  /** Where a text has one of these words: first and last character of each, in the order of the text. */
  function places(text, words) {
    let folded = "";
    const from = []; // the character of the text that each folded one comes of
    let at = 0;
    for (const letter of text) {
      const plain = /\s/.test(letter) ? " " : fold(letter);
      for (let one = 0; one < plain.length; one++) from.push(at);
      folded += plain;
      at += letter.length;
    }
    from.push(at);
    const found = [];
    for (const word of new Set(words)) {
      for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length)) {
        found.push([from[start], from[start + word.length]]);
      }
    }
    return found.sort((one, other) => one[0] - other[0]);
  }

  window.timelineSought = { fold, wordsOf, places };
})();
