"""Whatever is done in whatever order, nothing breaks; page and library agree, and undo leads back to the beginning."""

from __future__ import annotations

import logging
import random
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.working.conftest import Gate
from tests.browser.working.monkey import Monkey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.working.conftest import Shop
    from timeline.model.article import Article
    from timeline.model.timeline import Timeline
    from timeline.workspace.library import Library

SEED = 17


class Log(logging.Handler):
    """Keeps what the server logs as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it, with its traceback."""
        self.said.append(logging.Formatter().format(record))


@pytest.fixture
def log() -> Iterator[list[str]]:
    """What the server logs as an error from here on."""
    kept = Log()
    logging.getLogger().addHandler(kept)
    yield kept.said
    logging.getLogger().removeHandler(kept)


@pytest.fixture
def shop(serve: Callable[..., Shop], sample: Timeline, tmp_path: Path) -> Shop:
    """An empty library, with a reader that knows the sample by heart and takes any other text for one event."""
    gate = Gate()

    def reader(tell: Callable[[str], None]) -> Callable[[Article], Timeline]:
        def read(article: Article) -> Timeline:
            return sample if article.id == sample.articles[0].id else gate(tell)(article)

        return read

    return serve(tmp_path / "case.timeline", reader)


def told(library: Library) -> list[tuple[object, ...]]:
    """All that a user may have changed."""
    days = [(one.id, one.published) for one in library.articles]
    events = [
        (one.id, one.title, one.when, one.hidden, one.actors, one.places, one.kind, one.status, one.note, one.merged)
        for one in library.timeline.events
    ]
    return sorted([*days, *events], key=repr)


def seen(page: Page) -> tuple[str, ...]:
    """What the page shows of its state."""
    texts = [page.locator(which).all_inner_texts() for which in (".counts", "#detail .event-title", "#detail h2.when")]
    return (page.url, *[" ".join(one) for one in texts], str(page.evaluate("window.timelinePage.view().search")))


@pytest.mark.parametrize("count", [100, pytest.param(10_000, marks=pytest.mark.soak)])
def test_whatever_is_done_page_and_library_agree(
    shop: Shop, visit: Callable[..., Page], log: list[str], count: int
) -> None:
    """No fault in the log or the console; a reload shows the same, and undo and redo of all lead there and back."""
    page = visit(shop)
    page.get_by_role("button", name="Open the sample").click()
    expect(page.locator("#reading li")).to_have_attribute("data-state", "done")
    monkey = Monkey(page, shop, random.Random(SEED), log)  # noqa: S311 - the same each time
    monkey.go(count)

    page.set_viewport_size({"width": 1290, "height": 924})
    for _ in range(3):
        page.keyboard.press("Escape")
    monkey.rest()
    agree(page, shop.library)
    before = seen(page)
    page.reload()
    monkey.rest()
    assert seen(page) == before
    agree(page, shop.library)

    library, end, steps = shop.library, told(shop.library), 0
    while library.can_undo:
        page.evaluate("window.timelinePage.send('undo')")
        settled(page)
        steps += 1
    expect(page.locator(".start")).to_be_visible()
    assert told(library) == []
    for _ in range(steps):
        page.evaluate("window.timelinePage.send('redo')")
        settled(page)
    assert told(library) == end
    monkey.check()


def agree(page: Page, library: Library) -> None:
    """The page's counts and its selected event are those of the library."""
    if not (library.articles or library.events):
        expect(page.locator(".start")).to_be_visible()
        return
    view = page.evaluate("window.timelinePage.view()")
    main = [event for event in library.seen(events=view["events"] or "main").events if not event.hidden]
    found = re.match(r"([\d,]+) articles? · ([\d,]+) events?", page.locator(".counts").inner_text())
    assert found is not None
    assert [int(one.replace(",", "")) for one in found.groups()] == [len(library.articles), len(main)]
    if view["selected"]:
        event = library.event(view["selected"])
        expect(page.locator("#detail .event-title")).to_have_text(event.title)
