"""vis-timeline with the same events, as the peer of the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.drawing.browser import HIGH
from timeline.chrono.calendar import MINUTES_PER_DAY, day_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.benchmarks.drawing.browser import Tab
    from timeline.model.event import Event

_MS = 60_000
_EPOCH = day_number(1970, 1, 1) * MINUTES_PER_DAY
_LONG = 3 * MINUTES_PER_DAY
"""Minutes from which on an event is drawn as a range."""

READ = """(titles) => {
    const frame = document.querySelector(".vis-panel.vis-center").getBoundingClientRect();
    const drawn = Object.values(page.itemSet.items).filter((one) => one.dom && one.displayed);
    const texts = drawn.map((one) => ({ element: one.dom.content, event: one.id }));
    const marks = drawn.map((one) => ({ element: one.dom.dot || one.dom.box, event: one.id }));
    return legible(texts, marks, titles, frame);
}"""
SHOW = "([first, last]) => page.setWindow(first, last, { animation: false })"
WINDOW = "() => { const { start, end } = page.getWindow(); return [+start, +end]; }"


class Setting(NamedTuple):
    """How vis-timeline draws: an event of a day as "box" or "point", a row for each actor or none, px of text."""

    sort: str
    lanes: bool
    font: int

    def __str__(self) -> str:
        """In words."""
        return f"{self.sort}, {'lanes' if self.lanes else 'no lanes'}, {self.font} px"


SETTINGS = tuple(
    Setting(sort, lanes, font) for sort in ("box", "point") for lanes in (True, False) for font in (11, 13)
)


def items(events: Iterable[Event], setting: Setting) -> list[dict[str, Any]]:
    """The events as it wants them."""
    found = []
    for event in events:
        first, last = event.bounds.begin.earliest or 0, (event.bounds.end.latest or 0) + 1
        one: dict[str, Any] = {"id": event.id, "content": event.title, "start": (first - _EPOCH) * _MS}
        if last - first > _LONG:
            one |= {"type": "range", "end": (last - _EPOCH) * _MS}
        else:
            one["type"] = setting.sort
        if setting.lanes:
            one["group"] = event.extra["lane"]
        found.append(one)
    return found


def load(tab: Tab, folder: Path, home: Path, events: Iterable[Event], setting: Setting) -> None:
    """Draw the events in a page of *folder*, with the package in *home*."""
    rows = items(events, setting)
    groups = [{"id": name, "content": name} for name in sorted({one["group"] for one in rows if "group" in one})]
    page = folder / "vis.html"
    page.write_text(
        f"""<!DOCTYPE html><meta charset="utf-8">
<link rel="stylesheet" href="{(home / "styles/vis-timeline-graph2d.min.css").as_uri()}">
<style>
body {{ margin: 0; font-family: sans-serif; }}
.vis-item {{ font-size: {setting.font}px; }}
.vis-item .vis-item-content {{ padding: 0 2px; line-height: 1.2; }}
</style>
<div id="room"></div>
<script src="{(home / "standalone/umd/vis-timeline-graph2d.min.js").as_uri()}"></script>
<script>
const rows = new vis.DataSet({json.dumps(rows)}), groups = {json.dumps(groups)};
const look = {{ height: "{HIGH}px", margin: {{ item: {{ horizontal: 2, vertical: 1 }}, axis: 2 }},
    orientation: {{ item: "top" }}, showCurrentTime: false }};
window.page = groups.length ? new vis.Timeline(room, rows, groups, look) : new vis.Timeline(room, rows, look);
page.fit({{ animation: false }});
</script>""",
        encoding="utf-8",
    )
    tab.page.goto(page.as_uri())
    tab.frames()
    tab.page.wait_for_timeout(500)
    tab.frames()
