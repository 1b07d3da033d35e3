"""The app as somebody uses it: a server in a process of its own, a page of Chromium, hands at the mouse."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.drawing.browser import Spent, Tab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.drawing.world import World

ROOT = Path(__file__).parents[3]
WIDE, HIGH = 1400, 900
_REST = """(what) => new Promise((done, fail) => {
    const resting = () => window.timelinePage && window.timelinePage[what]();
    const look = () => (resting() ? done(performance.now()) : setTimeout(look, 4));
    setTimeout(() => fail(new Error("the page does not come to rest")), 120000);
    look();
})"""
_SHOW = "([first, last]) => { window.begun = performance.now(); window.timelinePage.show(first, last); }"


class Step(NamedTuple):
    """What a step cost until the drawing stood: CPU of renderer and server, milliseconds, calls of the server."""

    spent: Spent
    server: float
    settled: float
    calls: int


class Site:
    """A served page."""

    def __init__(self, tab: Tab, process: int) -> None:
        self.tab, self._process = tab, process
        self._calls = 0
        tab.page.on("request", self._heard)

    def _heard(self, request: Any) -> None:
        self._calls += request.method == "POST"

    def server_cpu(self) -> float:
        """CPU seconds of the server so far."""
        fields = Path(f"/proc/{self._process}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def server_memory(self) -> float:
        """The most memory the server has had, in MB."""
        told = Path(f"/proc/{self._process}/status").read_text("ascii")
        return next(int(line.split()[1]) / 1024 for line in told.splitlines() if line.startswith("VmHWM"))

    def idle(self) -> float:
        """Wait until everything is answered and drawn; the page's clock then."""
        return self._rest("idle")

    def _rest(self, what: str) -> float:
        moment: float = self.tab.page.evaluate(_REST, what)
        return moment

    def window(self) -> tuple[float, float]:
        """The days at the edges of the drawing."""
        first, last = self.tab.page.evaluate("window.timelineChart.seen()")
        return float(first), float(last)

    def show(self, first: float, last: float) -> Step:
        """One call that sets the window."""
        return self._step(lambda: self.tab.page.evaluate(_SHOW, [first, last]), "window.begun")

    def wheel(self, delta: float, y: float) -> Step:
        """A real turn of the wheel by five notches."""
        return self._step(lambda: self.tab.wheel(delta, WIDE / 2, y), "window.turned")

    def drag(self, pixels: float, y: float) -> Step:
        """A real drag."""
        return self._step(lambda: self.tab.drag(pixels, WIDE / 2, y), "window.lifted")

    def follow(self) -> Step:
        """What the rest of the page does when nobody moves the drawing any more."""
        return self._spend(lambda: self.tab.page.evaluate("window.rested = performance.now()"), "window.rested", "idle")

    def _step(self, act: Any, since: str) -> Step:
        self.tab.page.wait_for_timeout(150)
        return self._spend(act, since, "drawn")

    def _spend(self, act: Any, since: str, rest: str) -> Step:
        before, server, calls = self.tab.cpu(), self.server_cpu(), self._calls
        act()
        settled = self._rest(rest) - float(self.tab.page.evaluate(since))
        self.tab.frames()
        after = self.tab.cpu()
        spent = Spent(after.process - before.process, after.main - before.main)
        return Step(spent, self.server_cpu() - server, settled, self._calls - calls)


@contextmanager
def served(world: World, what: str) -> Iterator[Site]:
    """The page over so many events (a number), or over an index (a path)."""
    command = [sys.executable, "-m", "tests.benchmarks.drawing.serve", what]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            port = int(process.stdout.readline())
            tab = world.tab(WIDE, HIGH)
            site = Site(tab, process.pid)
            tab.page.goto(f"http://127.0.0.1:{port}/")
            site.idle()
            tab.page.evaluate(
                """() => {
                    addEventListener("wheel", () => (window.turned = performance.now()), true);
                    addEventListener("pointerup", () => (window.lifted = performance.now()), true);
                }"""
            )
            yield site
            tab.close()
        finally:
            process.terminate()
