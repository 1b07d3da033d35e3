/* What the server lets this page do, and why it does not answer. */
(function () {
  "use strict";

  const page = () => window.timelinePage;
  const READ_ONLY = "This timeline is read only: nothing can be added to it or changed here.";
  const SILENT = "The program does not answer. Is it still running? What you have edited is kept by it.";

  /** A verb that the server would refuse, as nothing can be changed here. */
  const refuses = (verb) => (page().view().refused || []).includes(verb.split(":")[0]);

  /** Articles that are dropped or pasted onto the page have nowhere to go: caught before anybody takes them. */
  function turnAway(event) {
    const carried = event.dataTransfer || event.clipboardData;
    const written = event.type === "paste" && event.target.closest?.("input, textarea");
    if (!carried || written || !refuses("read-pasted")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== "dragover") page().say(READ_ONLY);
  }
  for (const name of ["dragover", "drop", "paste"]) window.addEventListener(name, turnAway, true);

  /** Say why an action had no answer: what the server says of this page, where it says anything. */
  async function silent() {
    const answer = await fetch("version", { cache: "no-store" }).catch(() => null);
    const says = answer && !answer.ok ? (await answer.text()).trim() : "";
    const message = says && !says.startsWith("<") ? says : SILENT;
    const close = { "aria-label": "Close" };
    const notice = { action: "show", id: "unanswered", message, color: "red", autoClose: false, closeButtonProps: close };
    dash_clientside.set_props("notice", { sendNotifications: [notice] });
  }

  window.timelineServer = { refuses, silent, readOnly: () => page().say(READ_ONLY) };
})();
