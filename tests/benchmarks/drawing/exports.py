"""How long pictures take, beside kaleido's of px.timeline with the same events."""

from __future__ import annotations

import io
import json
import re
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops, ImageFilter

from tests.benchmarks.drawing import px
from tests.benchmarks.drawing.browser import HIGH, WIDE
from tests.benchmarks.drawing.generated import timeline
from tests.benchmarks.drawing.large import run
from tests.benchmarks.drawing.site import served
from tests.benchmarks.drawing.table import Row
from timeline.draw import image
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.benchmarks.drawing.world import World

SIZES = (30, 1000)
TARGETS = {("svg", 30): 0.03, ("svg", 1000): 0.3, ("png", 30): 0.15, ("png", 1000): 1.2}
TARGETS |= {("pdf", count): TARGETS["png", count] for count in SIZES}
COLD = 1.5
_TIMES = 5
_TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
_SEEN = 32
"""A difference of so many levels of grey can be seen."""
_KALEIDO = """
import json, statistics, sys, time
import kaleido, plotly.io
drawn = plotly.io.read_json(sys.argv[1])
kaleido.start_sync_server(silence_warnings=True)
took = {}
for suffix in ("svg", "png", "pdf"):
    spent = []
    for _ in range(5):
        begun = time.perf_counter()
        kaleido.calc_fig_sync(drawn, opts={"format": suffix, "width": 1400, "height": 800, "scale": 1})
        spent.append(time.perf_counter() - begun)
    took[suffix] = statistics.median(spent[1:])
kaleido.stop_sync_server(silence_warnings=True)
print(json.dumps(took))
"""
_KALEIDO_COLD = """
import sys
import plotly.io
plotly.io.read_json(sys.argv[1]).write_image(sys.argv[2], width=1400, height=800, scale=1)
"""


def warm(world: World) -> list[Row]:
    """SVG, PNG (a pixel for one) and PDF in a process that has done it before: CPU seconds, theirs seconds."""
    rows = []
    for count in SIZES:
        drawn = timeline(count)
        made = px.figure(world.peers.python, world.folder, drawn.events, px.NAMED)
        theirs = json.loads(_run(world.peers.python, "-c", _KALEIDO, made))
        for suffix in ("svg", "png", "pdf"):
            spent = _median(_writer(drawn, world.folder / f"out.{suffix}"))
            target = TARGETS[suffix, count]
            what = f"export of {count:,} events, warm, {suffix.upper()}"
            rows.append(Row(what, f"< {target} s", f"{spent:.3f} s", f"kaleido {theirs[suffix]:.2f} s", spent < target))
    return rows


def cold(world: World) -> list[Row]:
    """From the command line, a saved timeline to PNG: CPU seconds of the whole program."""
    saved, picture = world.folder / "saved.json", world.folder / "cold.png"
    rows = []
    for count in SIZES:
        drawn = timeline(count)
        Chronicle(drawn).save(saved)
        made = px.figure(world.peers.python, world.folder, drawn.events, px.NAMED)
        ours = min(run(sys.executable, "-m", "timeline", "export", saved, "-o", picture).cpu for _ in range(3))
        begun = time.perf_counter()
        _run(world.peers.python, "-c", _KALEIDO_COLD, made, picture)
        theirs = time.perf_counter() - begun
        what = f"saved timeline of {count:,} events to PNG, cold"
        rows.append(Row(what, f"< {COLD} s CPU", f"{ours:.2f} s", f"kaleido {theirs:.2f} s by the clock", ours < COLD))
    return rows


def alike(world: World) -> list[Row]:
    """What the page shows beside the PNG of the same days and size, both without text, whose rasterising differs."""
    with served(world, "100") as site:
        plan = site.tab.page.evaluate("window.timelineChart.plan()")
        site.tab.page.add_style_tag(content="#chart text { visibility: hidden }")
        site.tab.page.mouse.move(0, 0)
        shot = _grey(site.tab.page.locator("#chart").screenshot())
    bare: dict[str, Any] = {"title": False, "subtitle": False, "legend": False}
    size = {"width": round(plan["width"]), "height": round(plan["height"])}
    svg = Chronicle(timeline(100)).svg(window=tuple(plan["window"]), **size, **bare)
    made = _grey(image.png(_TEXT.sub("", svg), 1))
    # the page may begin between two pixels
    levels = ImageChops.difference(shot.crop((0, 0, *made.size)), made).histogram()
    share = sum(levels[_SEEN:]) / sum(levels)
    return [Row("pixels that differ between page and PNG", "< 2 %", f"{share:.2%}", "–", share < 0.02)]


def _grey(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB").convert("L").filter(ImageFilter.GaussianBlur(1))


def _writer(drawn: object, path: Path) -> Callable[[], object]:
    chronicle = Chronicle(drawn)  # type: ignore[arg-type]  # a timeline
    return lambda: chronicle.export(path, width=WIDE, height=HIGH)


def _median(write: Callable[[], object]) -> float:
    write()
    spent = []
    for _ in range(_TIMES):
        begun = time.process_time()
        write()
        spent.append(time.process_time() - begun)
    return statistics.median(spent)


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
