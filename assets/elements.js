/* Small pieces of SVG, for everything the page draws itself. */
(function () {
  "use strict";

  const SPACE = "http://www.w3.org/2000/svg";
  const LEADING = 1.3; // height of a line of text, in sizes
  const BASELINE = 0.357; // half the height of a capital letter, in sizes

  function make(name, attributes, ...children) {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** Lines of runs `[text, style]` as one text, its middle at the height 0, anchored at the place 0. */
  function text(lines, size, anchor, attributes) {
    const first = size * BASELINE - ((lines.length - 1) * size * LEADING) / 2;
    const made = make("text", { "font-size": size, "text-anchor": anchor, ...attributes });
    lines.forEach((line, at) => {
      const y = (first + at * size * LEADING).toFixed(2);
      made.append(make("tspan", { x: 0, y }, ...line.map(([words, style]) => run(words, style))));
    });
    return made;
  }

  function run(words, style) {
    return style === "plain" ? document.createTextNode(words) : make("tspan", { class: style }, words);
  }

  window.timelineSvg = { make, text };
})();
