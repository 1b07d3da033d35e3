"""px.timeline with the same events, as the peer of the page; its figures are made by the peers' own Python."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import plotly

from tests.benchmarks.drawing.browser import HIGH, WIDE
from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.chrono.iso import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.benchmarks.drawing.browser import Tab
    from timeline.model.event import Event

SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"

MAKE = """
import json, sys
import pandas, plotly.express as px
asked = json.load(open(sys.argv[1], encoding="utf-8"))
rows = pandas.DataFrame(asked["rows"])
rows["first"], rows["last"] = pandas.to_datetime(rows["first"]), pandas.to_datetime(rows["last"])
drawn = px.timeline(rows, x_start="first", x_end="last", y=asked["y"], text="title" if asked["text"] else None,
    color="lane", custom_data=["id"], width=asked["wide"], height=asked["high"])
if asked["text"]:
    drawn.update_traces(textposition=asked["text"])
open(sys.argv[2], "w", encoding="utf-8").write(drawn.to_json())
"""

READ = """(titles) => {
    const frame = document.querySelector("#room .bglayer .bg, #room .plotbg, #room .nsewdrag").getBoundingClientRect();
    const texts = [], marks = [];
    for (const point of document.querySelectorAll("#room .bars .point")) {
        const named = point.closest(".trace").__data__[0].trace.customdata;
        const event = named[point.__data__.i][0];
        const [text, mark] = [point.querySelector("text"), point.querySelector("path")];
        if (text) texts.push({ element: text, event });
        if (mark) marks.push({ element: mark, event });
    }
    if (texts.length) return legible(texts, marks, titles, frame);
    const byTitle = Object.fromEntries(Object.entries(titles).map(([event, title]) => [title, event]));
    for (const name of document.querySelectorAll("#room .ytick text"))
        texts.push({ element: name, event: byTitle[name.textContent] });
    return legible(texts, [], titles, document.documentElement.getBoundingClientRect());
}"""
SHOW = "([first, last]) => Plotly.relayout(room, { 'xaxis.range': [first, last] })"
WINDOW = "() => room._fullLayout.xaxis.range.map((one) => +new Date(one))"


class Setting(NamedTuple):
    """What px.timeline makes the rows of ("lane" or "title"), and where its text stands; "" is no text."""

    y: str
    text: str

    def __str__(self) -> str:
        """In words."""
        return f"y={self.y}, {f'text {self.text}' if self.text else 'no text'}"


SETTINGS = (Setting("lane", "auto"), Setting("lane", "outside"), Setting("title", ""), Setting("title", "outside"))
PLAIN, NAMED = Setting("lane", ""), Setting("lane", "auto")


def rows(events: Iterable[Event]) -> list[dict[str, str]]:
    """The events as it wants them."""
    return [
        {
            "id": event.id,
            "title": event.title,
            "lane": event.extra["lane"],
            "first": iso_day((event.bounds.begin.earliest or 0) // MINUTES_PER_DAY),
            "last": iso_day((event.bounds.end.latest or 0) // MINUTES_PER_DAY + 1),
        }
        for event in events
    ]


def figure(python: Path, folder: Path, events: Iterable[Event], setting: Setting) -> Path:
    """The figure's JSON."""
    asked, made = folder / "px-asked.json", folder / "px.json"
    told = {"rows": rows(events), "y": setting.y, "text": setting.text, "wide": WIDE, "high": HIGH}
    asked.write_text(json.dumps(told), encoding="utf-8")
    subprocess.run([python, "-c", MAKE, asked, made], check=True)
    return made


def load(tab: Tab, folder: Path, python: Path, events: Iterable[Event], setting: Setting) -> None:
    """Draw the events in a page of *folder*."""
    made = figure(python, folder, events, setting)
    page = folder / "px.html"
    page.write_text(
        f"""<!DOCTYPE html><meta charset="utf-8"><style>body {{ margin: 0; }}</style><div id="room"></div>
<script src="{SCRIPT.as_uri()}"></script>
<script>
const drawn = {made.read_text("utf-8")};
Plotly.newPlot(room, drawn.data, drawn.layout, {{ scrollZoom: true, displayModeBar: false }});
</script>""",
        encoding="utf-8",
    )
    tab.page.goto(page.as_uri())
    tab.page.wait_for_function("document.querySelector('#room .bars, #room .nsewdrag')")
    tab.frames()
