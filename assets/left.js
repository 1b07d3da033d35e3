/* Which articles were left without a day of publication: an answer is kept by the browser, and not asked for again. */
(function () {
  "use strict";

  const NAME = "timeline-left-open";
  const MOST = 500; // articles that are remembered: those answered last

  function all() {
    try {
      const found = JSON.parse(localStorage.getItem(NAME) || "[]");
      return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
    } catch {
      return []; // written by something else
    }
  }

  const keep = (articles) => localStorage.setItem(NAME, JSON.stringify(articles.slice(-MOST)));

  window.timelineLeft = { all, keep };
})();
