"""The exported page in a tab of its own, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.offline.page import page as made
from timeline.scene.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from timeline.model.timeline import Timeline


class Seen(NamedTuple):
    """A tab without a network, what it asked for, and what it complained of."""

    page: Page
    asked: list[str]
    complaints: list[str]

    def open(self, folder: Path, timeline: Timeline, size: tuple[int, int] = (1290, 924)) -> Page:
        """Write the page and open it from its file."""
        path = folder / "timeline.html"
        path.write_bytes(made(timeline, View()).data)
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.goto(path.as_uri())
        ready(self.page)
        return self.page


def ready(page: Page) -> None:
    """The drawing stands."""
    page.locator("html[data-ready]").wait_for()
