/* Wheel, pinch, drag and double click on the drawing. What they ask for is drawn by chart.js. */
(function () {
  "use strict";

  const SETTLE = 120; // ms of rest after which a turn of the wheel is over
  const STILL = 4; // px a pointer may move and not drag
  const TICK = 120; // px that a turn of the wheel by one notch is, at most
  const NEARER = 0.0018; // how much nearer a px of the wheel goes, as the logarithm
  const LINE = 16; // px of a line, for wheels that count lines

  const chart = window.timelineChart;
  const room = () => document.getElementById("chart");

  const pointers = new Map(); // those that are down, by id: {x, y}
  let begun = null; // where a drag began: {days, places: [x, …], ids}
  let dragged = false;
  let turning = 0; // the timer of a wheel that may go on turning

  const plot = () => chart.plan() && chart.plan().plot;
  const across = () => plot()[2] - plot()[0];

  function inside(event) {
    const frame = room().getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  }

  function onDrawing(event) {
    if (!chart.plan() || !event.target.closest || !event.target.closest("#chart")) return false;
    const { x } = inside(event);
    return x >= plot()[0] && x <= plot()[2];
  }

  const dayAt = (x, [first, last]) => first + ((x - plot()[0]) / across()) * (last - first);

  // --- drag and pinch --------------------------------------------------------------------------

  function begin() {
    begun = { days: chart.seen(), places: [...pointers.values()].map((one) => one.x), ids: [...pointers.keys()] };
  }

  document.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !onDrawing(event)) return;
    if (!pointers.size) dragged = false;
    pointers.set(event.pointerId, inside(event));
    begin();
    if (pointers.size > 1) take();
  });

  /** From here on it is a drag: what comes of the pointers is ours, wherever they go. */
  function take() {
    if (dragged) return;
    dragged = true;
    chart.hold();
    room().dataset.dragged = "true";
    for (const id of pointers.keys()) room().setPointerCapture(id);
  }

  window.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId) || !begun) return;
    pointers.set(event.pointerId, inside(event));
    const places = begun.ids.map((id) => pointers.get(id).x);
    if (!dragged && Math.abs(places[0] - begun.places[0]) < STILL) return;
    take();
    const [first, last] = begun.days;
    if (places.length === 1) {
      const days = ((begun.places[0] - places[0]) / across()) * (last - first);
      chart.drag(first + days, last + days);
    } else pinch(places);
  });

  /** Two fingers keep the days they stand on. */
  function pinch(places) {
    const [one, other] = begun.places.slice(0, 2).map((x) => dayAt(x, begun.days));
    const apart = places[1] - places[0];
    if (Math.abs(apart) < STILL || apart > 0 !== other > one || one === other) return;
    const span = ((other - one) / apart) * across();
    const first = one - ((places[0] - plot()[0]) / across()) * span;
    chart.drag(first, first + span);
  }

  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, (event) => {
      if (!pointers.delete(event.pointerId)) return;
      if (pointers.size) return begin();
      begun = null;
      if (dragged) {
        delete room().dataset.dragged;
        setTimeout(() => (dragged = false)); // the click that may follow comes first
      }
      // without a drag, a wheel that came to rest while the pointer was down
      if (dragged || !turning) chart.release();
    });
  }

  // the click that ends a drag chooses nothing
  document.addEventListener(
    "click",
    (event) => {
      if (!dragged || !event.target.closest("#chart")) return;
      event.stopPropagation();
      event.preventDefault();
    },
    true
  );

  document.addEventListener("dblclick", (event) => {
    if (onDrawing(event) && !event.target.closest("[data-act]")) chart.fit();
  });

  // --- wheel -----------------------------------------------------------------------------------

  const pixels = (amount, mode) => Math.max(-TICK, Math.min(TICK, amount * (mode === 0 ? 1 : LINE)));

  function turned(event) {
    if (!onDrawing(event)) return;
    event.preventDefault();
    if (pointers.size) return;
    chart.hold();
    const [first, last] = chart.seen();
    const [aside, down] = [pixels(event.deltaX, event.deltaMode), pixels(event.deltaY, event.deltaMode)];
    if (event.shiftKey || Math.abs(aside) > Math.abs(down)) {
      const days = ((aside || down) / across()) * (last - first);
      chart.drag(first + days, last + days);
    } else {
      const speed = event.ctrlKey ? 4 : 1; // a pinch on a trackpad comes as a small turn with the control key
      const day = dayAt(inside(event).x, [first, last]);
      chart.drag(...chart.about(Math.exp(-down * NEARER * speed), day));
    }
    clearTimeout(turning);
    turning = setTimeout(() => {
      turning = 0;
      if (!pointers.size) chart.settle();
    }, SETTLE);
  }
  document.addEventListener("wheel", turned, { passive: false });

  // --- pointing --------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    if (!onDrawing(event) || event.target.closest("[data-act]")) return;
    const { x, y } = inside(event);
    const found = window.timelineOverlay.hit(x, y);
    if (found) window.timelinePage.send("select", found);
  });

  let pointing = 0;
  document.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || pointing || !chart.plan()) return;
    pointing = requestAnimationFrame(() => {
      pointing = 0;
      point(event);
    });
  });

  function point(event) {
    const label = event.target.closest ? event.target.closest("#chart [data-event]") : null;
    const { x, y } = inside(event);
    let found = label && label.dataset.event;
    if (!found && onDrawing(event) && !pointers.size) found = window.timelineOverlay.hit(x, y);
    window.timelineHover.show(pointers.size ? null : found, x, y);
  }
  document.addEventListener("pointerleave", () => window.timelineHover.show(null, 0, 0));

  window.timelineGestures = { resting: () => !pointers.size && !turning };
})();
