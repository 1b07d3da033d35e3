"""Scenes as rounded text, kept beside the tests: a change of the picture is a change one can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.scene.geometry import Label, Scene

FOLDER = Path(__file__).resolve().parent.parent / "snapshots"


def written(scene: Scene) -> str:
    """The geometry of a scene, a line for each thing, to whole pixels and tenths of a day."""
    lines = [f"page {scene.width:.0f} x {scene.height:.0f}", f"plot {' '.join(f'{edge:.0f}' for edge in scene.plot)}"]
    lines.append(f"days {scene.first:.1f} to {scene.last:.1f}" + (" from publication" if scene.offset else ""))
    for lane in scene.lanes:
        more = f", {len(lane.more)} without a label" if lane.more else ""
        lines.append(f"lane {lane.key!r} {lane.top:.0f} to {lane.bottom:.0f}, colour {lane.colour}{more}")
    lines += [f"tick {tick.x:.0f} {tick.text} {tick.context}".rstrip() for tick in scene.ticks]
    lines += [f"break {scene.x(one.first):.0f} to {scene.x(one.last):.0f} {one.label.plain}" for one in scene.breaks]
    for glyph in (*scene.glyphs, *scene.unknown):
        lines.append(f"glyph {glyph.event}")
        for part in glyph.parts:
            pixels = f"{-part.before:+.0f} {part.after:+.0f} px" if part.before or part.after else ""
            look = " ".join(word for word in (part.fade, "" if part.line == "full" else part.line, pixels) if word)
            lines.append(f"  {part.shape.value} {part.first:.1f} {part.last:.1f} at {part.y:.0f} {look}".rstrip())
    texts = [*scene.labels, *(one.label for one in scene.published if one.label)]
    texts += [one.label for one in scene.brackets]
    lines += [_label(label) for label in texts]
    lines += [_label(one.label) for one in scene.counts]
    lines += [f"bar of {one.count} in lane {one.lane} at {one.box.left:.0f} {one.box.top:.0f}" for one in scene.bars]
    lines += [f"legend {item.key} {item.x:.0f} {item.y:.0f}" for item in scene.legend]
    return "\n".join(lines) + "\n"


def _label(label: Label) -> str:
    text = " / ".join("".join(run.text for run in line).strip() for line in label.text)
    return f"{label.role} {label.x:.0f} {label.y:.0f} {label.anchor} {text!r}"


def check(name: str, found: str) -> None:
    """Fails where the kept text is another, and leaves the new one beside it as ``…-changed``."""
    kept, changed = FOLDER / f"{name}.txt", FOLDER / f"{name}-changed.txt"
    if kept.exists() and kept.read_text(encoding="utf-8") == found:
        changed.unlink(missing_ok=True)
        return
    changed.write_text(found, encoding="utf-8", newline="\n")
    raise AssertionError(f"{kept.name} is another now: look at {changed.name}, and rename it if that is what is wanted")
