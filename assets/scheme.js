/* Light or dark: as the system has it, also where that changes, until the user chooses otherwise. */
(function () {
  "use strict";

  const KEPT = "timeline-theme";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => localStorage.getItem(KEPT);

  const dark = () => (chosen() ? chosen() === "dark" : system.matches);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act=theme]");
    if (!button) return;
    const wanted = button.dataset.arg;
    if ((wanted === "dark") === system.matches) localStorage.removeItem(KEPT); // from here on the system is followed again
    else localStorage.setItem(KEPT, wanted);
  });

  system.addEventListener("change", () => {
    if (!chosen()) window.timelinePage.send("theme", system.matches ? "dark" : "light");
  });

  window.timelineScheme = { dark };
})();
