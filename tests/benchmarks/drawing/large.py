"""A million events: the index, the first picture, and what a window holds at every size."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.drawing.browser import HIGH, WIDE
from tests.benchmarks.drawing.generated import timeline
from tests.benchmarks.drawing.site import ROOT
from tests.benchmarks.drawing.table import Row
from timeline.library.index import Index
from timeline.scene.evaluate import evaluate
from timeline.scene.plan import plan
from timeline.scene.scene import lay_out
from timeline.scene.source import Held
from timeline.scene.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.drawing.world import World
    from timeline.scene.source import Source

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
HELD = 10_000
"""Larger timelines are drawn from an index."""
WINDOWS, ALONE = 200, 4
"""Windows that are tried, and of how many one is also drawn for itself, as a picture is."""
MOST_MARKS, MOST_LABELS = 250, 120
_BUILD = """
import sys
from tests.benchmarks.drawing import generated
from timeline.library.index import Index
Index.build(sys.argv[1], generated.events(int(sys.argv[2])), title=f"{int(sys.argv[2]):,} events").close()
"""


class Run(NamedTuple):
    """What a program needed: CPU seconds, and MB of memory at most."""

    cpu: float
    memory: float


def run(*command: str | Path) -> Run:
    """Run a program to its end."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def index(world: World, count: int) -> tuple[Path, Run | None]:
    """The index of a generated timeline, and what building it took where it was not there yet."""
    path = world.folder / f"{count}.timeline"
    return path, None if path.exists() else run(sys.executable, "-c", _BUILD, path, str(count))


def first_picture(world: World) -> list[Row]:
    """From the command line, cold, with a million events."""
    count = SIZES[-1]
    path, built = index(world, count)
    out = world.folder / "million.svg"
    made = run(sys.executable, "-m", "timeline", "export", path, "-o", out, "--size", f"{WIDE}x{HIGH}")
    rows = [
        Row(
            f"first picture of {count:,} events from the index",
            "< 5 s CPU, < 1,500 MB",
            f"{made.cpu:.1f} s, {made.memory:.0f} MB",
            "–",
            made.cpu < 5 and made.memory < 1500,
        )
    ]
    if built is not None:
        told = f"{built.cpu:.0f} s CPU, {built.memory:.0f} MB"
        rows.append(Row(f"building that index (file: {path.stat().st_size / 2**20:.0f} MB)", "–", told, "–", None))
    return rows


def windows(world: World) -> list[Row]:
    """Marks and labels over 200 windows of a day to everything, drawn alone and from the page's layout."""
    rows = []
    for count in SIZES:
        source: Source = Held(timeline(count)) if count <= HELD else Index(index(world, count)[0])
        marks = labels = drawn_by_page = 0
        chance = random.Random(count)  # noqa: S311 - a place in time, no secret
        first, last = source.reach() or (0.0, 1.0)
        for number in range(WINDOWS):
            wide = (last - first) / 3650 ** chance.random()
            start = first + chance.random() * (last - first - wide)
            seen = start, start + wide
            view = View(width=WIDE, height=HIGH, window=seen)
            planned = plan(source, view, seen)
            scenes = [evaluate(planned, seen), *([lay_out(source, view)] if number % ALONE == 0 else [])]
            for scene in scenes:
                marks = max(marks, len(scene.glyphs))
                labels = max(labels, sum(label.role == "event" for label in scene.labels))
            drawn_by_page = max(drawn_by_page, len(planned.marks))
        most = max(marks, drawn_by_page)
        rows.append(
            Row(
                f"most marks and labels in {WINDOWS} windows of {count:,} events",
                f"≤ {MOST_MARKS}, ≤ {MOST_LABELS}",
                f"{most}, {labels}",
                f"vis-timeline and px.timeline draw all {count:,}",
                most <= MOST_MARKS and labels <= MOST_LABELS,
            )
        )
    return rows
