"""A library of each scenario's own, served as in production; several tabs may look at it."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at_home, examine, opened, settled
from timeline.app.book import Shared
from timeline.app.server import make_server
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.timeline import Timeline
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from timeline.app.reading import Reader
    from timeline.model.article import Article
    from timeline.workspace.library import Library


@dataclass
class Gate:
    """
    A reader that takes an article for one event, its first words; one with "slow" in it waits until let go.

    `left` is set when somebody has hung up who waited.
    """

    open: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)

    def __call__(self, tell: Callable[[str], None]) -> Callable[[Article], Timeline]:
        """What reads an article."""

        def read(article: Article) -> Timeline:
            tell("finding times")
            while "slow" in article.text and not self.open.wait(0.02):
                try:
                    tell("finding times")
                except Exception:
                    self.left.set()
                    raise
            tell("dating")
            words = Span(0, len(article.text.partition(".")[0]))
            title = words.of(article.text)
            event = Event(f"{article.id}-0", article.id, title, title, words, words, weight=0.9)
            return Timeline((article,), (event,))

        return read


@dataclass
class Shop:
    """A library that is served: its file, itself, its address, and what visits it."""

    path: Path
    library: Library
    address: str
    gate: Gate
    tabs: list[Page] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


Serve = "Callable[[Path], Shop]"


@pytest.fixture
def serve() -> Iterator[Callable[[Path], Shop]]:
    """Serve the library in a file; until the scenario ends."""
    with contextlib.ExitStack() as until_the_end:

        def served(path: Path, reader: Reader | None = None) -> Shop:
            library = until_the_end.enter_context(open_library(path, clock=lambda: "2025-08-20T10:00:00Z", by="Ann"))
            gate = Gate()
            server, port = make_server(Shared(library), port=0, reader=reader or gate)

            def run() -> None:
                with contextlib.suppress(OSError):  # closed under its feet
                    server.run()

            threading.Thread(target=run, daemon=True).start()
            until_the_end.callback(server.close)
            until_the_end.callback(gate.open.set)
            return Shop(path, library, f"http://127.0.0.1:{port}/", gate)

        yield served


@pytest.fixture
def visit(context: BrowserContext) -> Iterator[Callable[[Shop], Page]]:
    """Open another tab; afterwards no tab has complained, or asked another host."""
    shops: list[Shop] = []

    def visited(shop: Shop, window: BrowserContext | None = None) -> Page:
        page = (window or context).new_page()
        page.on("console", lambda say: shop.complaints.append(say.text) if say.type in ("error", "warning") else None)
        page.on("pageerror", lambda fault: shop.complaints.append(str(fault)))
        page.on("request", lambda ask: None if at_home(shop.address, ask.url) else shop.elsewhere.append(ask.url))
        shop.tabs.append(page)
        shops.append(shop)
        return opened(page, shop.address) if shop.library.articles else greeted(page, shop.address)

    yield visited
    for shop in shops:
        for page in shop.tabs:
            if not page.is_closed():
                examine(page)
            page.close()
        assert (shop.complaints, shop.elsewhere) == ([], [])


def greeted(page: Page, address: str) -> Page:
    """Go there and wait for the ways in."""
    page.goto(address)
    page.locator(".start").wait_for()
    return page


def point(page: Page, words: str) -> None:
    """Select the event with these words by its label in the drawing."""
    page.locator("#over .labels text", has_text=words).first.click()
    settled(page)
    expect(page.locator("#detail .event-title")).to_contain_text(words)


@pytest.fixture
def shop(serve: Callable[[Path], Shop], sample: Timeline, tmp_path: Path) -> Shop:
    """A library with the sample in it."""
    path = tmp_path / "case.timeline"
    with open_library(path, by="Ann") as library:
        library.include(sample)
    return serve(path)
