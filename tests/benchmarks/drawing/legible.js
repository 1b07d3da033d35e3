"use strict";

/*
 * Which texts can be read, counted from what stands on the screen: complete, within the frame, at least 8 px high and
 * upright, touching no other text and no mark but their own.
 *
 * texts and marks are [{element, event}], titles {event: title}; frame is {left, top, right, bottom} in the page.
 */
window.legible = function (texts, marks, titles, frame) {
  const SLACK = 0.75; // px of a box that is the font's, not the letters'
  const plain = (words) => words.replace(/\s+/g, "").normalize();
  const area = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const shared = (one, other) => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });

  /** The element's box, what can be seen of it, and whether that is all. */
  function boxed(one) {
    const full = area(one.element.getBoundingClientRect());
    let box = shared(full, frame);
    for (let above = one.element.parentElement; above; above = above.parentElement) {
      if (!(above instanceof HTMLElement) || getComputedStyle(above).overflow === "visible") continue;
      box = shared(box, area(above.getBoundingClientRect()));
    }
    const whole = Object.keys(full).every((side) => Math.abs(full[side] - box[side]) <= SLACK);
    return { ...one, ...box, whole };
  }

  const seen = (one) => one.right - one.left > 0.1 && one.bottom - one.top > 0.1;
  const meet = (one, other) =>
    one.left + SLACK < other.right &&
    other.left + SLACK < one.right &&
    one.top + SLACK < other.bottom &&
    other.top + SLACK < one.bottom;
  const words = texts.map(boxed).filter(seen);
  const shapes = marks.map(boxed).filter(seen);
  const complete = (one) =>
    titles[one.event] !== undefined && plain(one.element.textContent).includes(plain(titles[one.event]));
  const upright = (one) => one.bottom - one.top >= 8 && one.right - one.left > one.bottom - one.top;
  const onWords = (one) => words.some((other) => other !== one && meet(one, other));
  const onShape = (one) => shapes.some((other) => other.event !== one.event && meet(one, other));
  const read = words.filter(
    (one) => one.whole && complete(one) && upright(one) && !onWords(one) && !onShape(one),
  );
  return {
    legible: new Set(read.map((one) => one.event)).size,
    overlaps: words.filter((one) => onWords(one) || onShape(one)).length,
    texts: words.length,
    marks: shapes.length,
  };
};
