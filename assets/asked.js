/*
 * A window beyond what the plan was made for: the page asks the server for it by itself, and not as an action. What
 * Dash is answered it makes known to every part of the page, and that takes longer than to draw.
 *
 * So Dash does not know what is drawn: the next action takes it along. Where other parts of the page show the events of
 * what is drawn, one is sent as soon as nobody has moved the drawing for a while.
 */
(function () {
  "use strict";

  const REST = 400; // ms
  const JSON_TYPE = { "Content-Type": "application/json" };
  const chart = () => window.timelineChart;

  let drawn = null; // {base, rows} of the last answer; null where the answer to an action came later
  let following = 0; // timer of the action that tells the rest of the page

  /** What is to be drawn in the window that is seen. Throws `Refused` with a sentence of the server's, or what fetch does. */
  async function figure(view, signal) {
    const { region, glyphs } = chart().plan();
    const rows = region ? glyphs.map((glyph) => [glyph.event, glyph.row]) : [];
    const body = JSON.stringify({ view: { ...view, rows: [] }, window: chart().window(), rows });
    const answer = await fetch("window", { method: "POST", headers: JSON_TYPE, body, signal });
    if (!answer.ok) throw new Refused((await answer.text()).trim());
    const found = await answer.json();
    drawn = { base: found.window, rows: found.window ? rows : [] };
    return found;
  }

  class Refused extends Error {}

  /** An action has been answered: Dash knows what is drawn. */
  function forget() {
    drawn = null;
    clearTimeout(following);
    following = 0;
  }

  /** The drawing stands in another window, which the rest of the page *follows* or not. */
  function moved(follows) {
    clearTimeout(following);
    following = drawn && follows ? setTimeout(tell, REST) : 0;
  }

  function tell() {
    following = 0;
    if (chart().resting()) window.timelinePage.send("window");
    else moved(true);
  }

  window.timelineAsked = { figure, Refused, forget, moved, carried: () => (drawn ? { drawn } : {}), resting: () => !following };
})();
