"""Chromium, what it spends, and the hands of somebody at the mouse."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Browser, CDPSession, Page

WIDE, HIGH = 1400, 800
TICKS, BETWEEN_TICKS = 5, 0.035
"""Notches of a real turn of the wheel, and the seconds between them."""
NOTCH = 100.0
_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"


class Spent(NamedTuple):
    """CPU seconds: of the renderer's process with all its threads, and of its main thread alone."""

    process: float
    main: float

    def __str__(self) -> str:
        """In milliseconds."""
        return f"{self.process * 1000:.0f} ({self.main * 1000:.0f}) ms"


@dataclass
class Tab:
    """A page and what is known of its process; no other page may be busy at the same time."""

    page: Page
    of_page: CDPSession
    of_browser: CDPSession

    @classmethod
    def opened(cls, browser: Browser, wide: int = WIDE, high: int = HIGH) -> Tab:
        """An empty page of that size."""
        page = browser.new_page(viewport={"width": wide, "height": high})
        page.set_default_timeout(300_000)
        of_page = page.context.new_cdp_session(page)
        of_page.send("Performance.enable", {"timeDomain": "threadTicks"})
        return cls(page, of_page, browser.new_browser_cdp_session())

    def close(self) -> None:
        """Its context with it."""
        self.page.context.close()

    def cpu(self) -> Spent:
        """What has been spent so far."""
        told = {one["name"]: one["value"] for one in self.of_page.send("Performance.getMetrics")["metrics"]}
        processes = self.of_browser.send("SystemInfo.getProcessInfo")["processInfo"]
        return Spent(sum(one["cpuTime"] for one in processes if one["type"] == "renderer"), told["TaskDuration"])

    def frames(self) -> None:
        """Wait until what was changed is painted."""
        self.page.evaluate(_FRAMES)

    def spend(self, steps: Iterable[Callable[[], object]], rest: Callable[[], object]) -> Spent:
        """The median of what the *steps* cost, each until it has come to *rest*."""
        costs = []
        for step in steps:
            before = self.cpu()
            step()
            rest()
            after = self.cpu()
            costs.append(Spent(after.process - before.process, after.main - before.main))
        # the process is counted in hundredths: their mean says more than their middle, but for the dearest
        kept = sorted(one.process for one in costs)[: max(len(costs) - 1, 1)]
        return Spent(statistics.fmean(kept), statistics.median(one.main for one in costs))

    def wheel(self, delta: float, x: float = WIDE / 2, y: float = HIGH / 2) -> None:
        """A real turn by five notches; negative is nearer."""
        turn: dict[str, Any] = {"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": delta}
        for _ in range(TICKS):
            self.of_page.send("Input.dispatchMouseEvent", turn)
            time.sleep(BETWEEN_TICKS)

    def drag(self, pixels: float, x: float = WIDE / 2, y: float = HIGH / 2) -> None:
        """A real drag in twenty moves."""
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for move in range(20):
            self.page.mouse.move(x + pixels * (move + 1) / 20, y)
            time.sleep(0.012)
        self.page.mouse.up()
