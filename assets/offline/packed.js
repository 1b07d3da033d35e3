/* Data that `timeline/offline/packed.py` has made small, as it was. */
(function () {
  "use strict";

  const is = (names, ...meant) => names.length === meant.length && meant.every((name) => names.includes(name));

  function plain(node, shared) {
    if (Array.isArray(node)) return node.map((child) => plain(child, shared));
    if (node === null || typeof node !== "object") return node;
    const names = Object.keys(node);
    if (is(names, "=")) return shared[node["="]];
    if (is(names, "!")) return within(node["!"], shared);
    if (!is(names, "|", ":")) return within(node, shared);
    const keys = plain(node["|"], shared);
    const columns = plain(node[":"], shared);
    return columns[0].map((_, row) => Object.fromEntries(keys.map((key, at) => [key, columns[at][row]])));
  }

  const within = (node, shared) =>
    Object.fromEntries(Object.entries(node).map(([name, child]) => [name, plain(child, shared)]));

  function unpack({ shared, data }) {
    const found = [];
    for (const one of shared) found.push(plain(one, found));
    return plain(data, found);
  }

  window.timelineUnpack = unpack;
})();
