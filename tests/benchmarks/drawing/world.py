"""What every measurement is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.drawing.browser import Tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tools.peers import Peers

_LEGIBLE = Path(__file__).with_name("legible.js")


class World(NamedTuple):
    """The browser, where the peers lie, and a folder for pages."""

    browser: Browser
    peers: Peers
    folder: Path

    def tab(self, wide: int = 1400, high: int = 800) -> Tab:
        """A page of its own; close it."""
        return Tab.opened(self.browser, wide, high)


def counted(tab: Tab, read: str, titles: dict[str, str]) -> dict[str, Any]:
    """How many labels of a page are legible, by `legible.js`; *read* is a script that gathers texts and marks."""
    tab.page.evaluate(f"() => {{{_LEGIBLE.read_text('utf-8')}}}")
    found: dict[str, Any] = tab.page.evaluate(read, titles)
    return found
