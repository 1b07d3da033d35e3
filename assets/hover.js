/* The card that says what is pointed at: title, date in words, how sure that is, where it comes from. */
(function () {
  "use strict";

  const BESIDE = 14; // px between the pointer and the card

  let shown = null; // the event it tells of

  function card() {
    const room = document.getElementById("chart");
    let found = document.getElementById("hover");
    if (!found) {
      found = document.createElement("div");
      found.id = "hover";
      found.setAttribute("aria-hidden", "true"); // the table and the panel say the same to those who listen
      room.append(found);
    }
    return found;
  }

  function show(event, x, y) {
    const room = document.getElementById("chart");
    if (!room) return;
    if (event !== shown) {
      shown = event;
      room.dataset.pointed = event ? "true" : "";
      const { glyphs, strip } = window.timelineChart.plan();
      const all = [...glyphs, ...(strip ? strip.items : [])];
      const told = all.find((one) => one.event === event);
      const alone = told && all.every((one) => one.from === told.from); // that needs no saying
      const lines = told ? [told.title, told.when, told.sure, alone ? "" : told.from] : [];
      const made = lines.filter(Boolean).map((line, at) => {
        const one = document.createElement(at ? "div" : "strong");
        one.textContent = line;
        return one;
      });
      card().replaceChildren(...made);
      card().hidden = !made.length;
    }
    if (!event || card().hidden) return;
    const { offsetWidth: wide, offsetHeight: high } = card();
    const left = x + BESIDE + wide > room.clientWidth ? Math.max(0, x - BESIDE - wide) : x + BESIDE;
    const top = y + BESIDE + high > room.clientHeight ? Math.max(0, y - BESIDE - high) : y + BESIDE;
    card().style.transform = `translate(${left}px, ${top}px)`;
  }

  window.timelineHover = { show };
})();
