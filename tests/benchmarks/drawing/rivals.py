"""What a zoom step and a turn of the wheel cost the peers."""

from __future__ import annotations

from functools import partial
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import TimeoutError as Impatience

from tests.benchmarks.drawing import px, vis
from tests.benchmarks.drawing.browser import NOTCH, Spent
from tests.benchmarks.drawing.generated import timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.drawing.browser import Tab
    from tests.benchmarks.drawing.world import World

_QUARTER = 91 * 86_400_000.0
"""Three months in milliseconds."""
_REST = 900
"""Milliseconds after which a peer's gesture has come to rest: they tell nobody."""
_PATIENCE = 60_000
"""Milliseconds within which a peer is to stand, and to answer a step."""


class Rival(NamedTuple):
    """A peer: its name, the largest timeline it is asked for, how it is loaded, told a window and asked for it."""

    name: str
    most: int
    load: Callable[[Tab, World, Any], None]
    show: str
    window: str


RIVALS = (
    Rival(
        "vis-timeline",
        100_000,
        lambda tab, world, events: vis.load(
            tab, world.folder, world.peers.vis, events, vis.Setting("box", lanes=True, font=11)
        ),
        vis.SHOW,
        vis.WINDOW,
    ),
    Rival(
        "px.timeline without labels",
        100_000,
        lambda tab, world, events: px.load(tab, world.folder, world.peers.python, events, px.PLAIN),
        px.SHOW,
        px.WINDOW,
    ),
    Rival(
        "px.timeline",
        1_000,
        lambda tab, world, events: px.load(tab, world.folder, world.peers.python, events, px.NAMED),
        px.SHOW,
        px.WINDOW,
    ),
)


class Cost(NamedTuple):
    """CPU of a step at full width and within three months, and of a real turn of the wheel (None: not tried)."""

    wide: Spent
    quarter: Spent
    wheel: Spent | None


def cost(world: World, rival: Rival, count: int) -> Cost | str | None:
    """What one peer spends at one size; None where it is not asked, and a few words where it does not answer."""
    if count > rival.most:
        return None
    tab = world.tab()
    tab.page.set_default_timeout(_PATIENCE)
    try:
        return _cost(tab, world, rival, count)
    except Impatience:
        return f"does not stand within {_PATIENCE // 1000} s"
    finally:
        tab.close()


def _cost(tab: Tab, world: World, rival: Rival, count: int) -> Cost:
    rival.load(tab, world, timeline(count).events)
    times = 6 if count <= 1000 else 2 if count <= 10_000 else 1
    first, last = tab.page.evaluate(rival.window)
    wide = _steps(tab, rival, (first + last) / 2, last - first, times)
    quarter = _steps(tab, rival, (first + last) / 2, _QUARTER, times)
    wheel = None
    if count <= 1000:
        tab.page.evaluate(rival.show, [first, last])
        tab.page.mouse.move(700, 400)
        turns = [partial(tab.wheel, way) for way in islice(cycle((-NOTCH, NOTCH)), times)]
        wheel = tab.spend(turns, lambda: tab.page.wait_for_timeout(_REST))
    return Cost(wide, quarter, wheel)


def _steps(tab: Tab, rival: Rival, middle: float, span: float, times: int) -> Spent:
    def to(share: float) -> Callable[[], object]:
        return lambda: tab.page.evaluate(rival.show, [middle - share * span / 2, middle + share * span / 2])

    def rest() -> None:
        tab.frames()
        tab.page.wait_for_timeout(60)
        tab.frames()

    to(1)()
    rest()
    return tab.spend([to(share) for share in islice(cycle((0.8, 1.0)), times)], rest)
