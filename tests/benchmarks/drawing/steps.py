"""What somebody's hands cost: a step of the zoom, a turn of the wheel, a drag; at every size, beside the peers."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.drawing import rivals
from tests.benchmarks.drawing.browser import NOTCH, Spent
from tests.benchmarks.drawing.large import HELD, SIZES, index
from tests.benchmarks.drawing.site import served
from tests.benchmarks.drawing.table import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.drawing.site import Site, Step
    from tests.benchmarks.drawing.world import World

STEP, GESTURE, SERVER, SETTLED = 0.07, 0.17, 0.06, 250.0
"""CPU seconds of the renderer for a step and for a turn of the wheel, of the server, milliseconds until settled."""
_NEARER = 0.8
_STEPS = 8
_PLOT = """() => {
    const frame = document.getElementById("chart").getBoundingClientRect();
    const [, top, , bottom] = window.timelineChart.plan().plot;
    return frame.top + (top + bottom) / 2;
}"""


class Costs(NamedTuple):
    """The steps of one size: of the zoom, of the wheel, drags within the margin, and what follows them."""

    zoomed: Sequence[Step]
    turned: Sequence[Step]
    dragged: Sequence[Step]
    followed: Step


def hands(world: World) -> list[Row]:
    """Every size; ours first, then the peers at the same size."""
    rows = []
    for count in SIZES:
        with served(world, str(count) if count <= HELD else str(index(world, count)[0])) as site:
            costs = _costs(site)
        theirs = {one.name: rivals.cost(world, one, count) for one in rivals.RIVALS}
        steps = "; ".join(f"{name} {_told(cost)}" for name, cost in theirs.items() if cost)
        wheels = "; ".join(
            f"{name} {cost.wheel}" for name, cost in theirs.items() if isinstance(cost, rivals.Cost) and cost.wheel
        )
        rows += _rows(f"{count:,} events", costs, steps or "–", wheels or "–")
    return rows


def _told(cost: rivals.Cost | str) -> str:
    return cost if isinstance(cost, str) else f"{cost.wide}, in three months {cost.quarter}"


def _costs(site: Site) -> Costs:
    first, last = site.window()
    middle, half = (first + last) / 2, (last - first) / 2
    shares = [_NEARER**step for step in range(1, _STEPS + 1)]
    zoomed = [site.show(middle - half * share, middle + half * share) for share in (*shares, *shares[-2::-1], 1)]
    followed = site.follow()
    height = float(site.tab.page.evaluate(_PLOT))
    site.tab.page.mouse.move(700, height)
    turned = [site.wheel(way, height) for way in (-NOTCH, -NOTCH, NOTCH, NOTCH, -NOTCH, NOTCH)]
    site.show(middle - half * 0.3, middle + half * 0.3)
    site.idle()
    dragged = [site.drag(way, height) for way in (-150, 150, 150, -150)]
    return Costs(zoomed, turned, dragged, followed)


def _rows(what: str, costs: Costs, steps: str, wheels: str) -> list[Row]:
    own, asked = _split(costs.zoomed)
    turned, turned_asked = _split(costs.turned)
    server = [step.server / step.calls for step in (*asked, *turned_asked)]
    settled = [step.settled for step in (*costs.zoomed, *costs.turned)]
    rows = [
        _cpu(f"zoom step, {what}", own, STEP, steps),
        _cpu(f"zoom step that asks the server, {what}", asked, STEP, ""),
        _cpu(f"turn of the wheel, {what}", turned, GESTURE, wheels),
        _cpu(f"turn of the wheel that asks the server, {what}", turned_asked, GESTURE, ""),
    ]
    if server:
        spent = statistics.fmean(server)
        rows.append(Row(f"server, {what}", "≤ 60 ms", f"{spent * 1000:.0f} ms", "–", spent <= SERVER))
    middle = statistics.median(settled)
    rows.append(Row(f"settled, {what}", "≤ 250 ms", f"{middle:.0f} ms", "–", middle <= SETTLED))
    if costs.followed.calls:  # of an index: table, article and details show what is drawn
        told = f"{costs.followed.spent}, server {costs.followed.server * 1000:.0f} ms"
        rows.append(Row(f"the rest of the page follows, {what}", "–", told, "–", None))
    calls = sum(step.calls for step in costs.dragged)
    rows.append(Row(f"server calls of {len(costs.dragged)} drags, {what}", "0", str(calls), "–", calls == 0))
    return [row for row in rows if row.ours]


def _split(steps: Sequence[Step]) -> tuple[list[Step], list[Step]]:
    """Those that the page did by itself, and those for which it asked the server."""
    return [one for one in steps if not one.calls], [one for one in steps if one.calls]


def _cpu(what: str, steps: Sequence[Step], most: float, peers: str) -> Row:
    if not steps:
        return Row(what, "", "", "", None)
    process = statistics.fmean(sorted(one.spent.process for one in steps)[: max(len(steps) - 1, 1)])
    spent = Spent(process, statistics.median(one.spent.main for one in steps))
    return Row(what, f"≤ {most * 1000:.0f} ms", f"{spent}", peers, process <= most)
