"""A page that is served to others: only to be looked at, behind a token, under a prefix; and words that mean harm."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.app.fourteen import timeline
from tests.browser.conftest import at_home, opened, settled
from tests.browser.files import exported
from timeline.app.book import Shared
from timeline.app.fixed import REFUSED
from timeline.app.server import make_server
from timeline.app.terms import Terms, new_token
from timeline.model.article import Article
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from timeline.model.timeline import Timeline

HARM = "\"'><script>window.harm=1</script><img src=x onerror=window.harm=1><svg onload=window.harm=1>{{7*7}}${7*7}"
LINKS = ("javascript:window.harm=1", "data:text/html,<script>window.harm=1</script>", "https://evil.example/\"'><b>")
ACTS = "[...document.querySelectorAll('[data-act]')].map((one) => one.dataset.act.split(':')[0])"
DROP = """(name) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["The ferry sank."], name));
    for (const type of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
}"""


@dataclass
class Place:
    """Where it is served, and what its pages complained about, asked of others, or ran."""

    address: str
    path: Path
    complaints: list[str] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[..., Place]]:
    """Serve a timeline on some terms; afterwards no page of it has complained or asked another host."""
    places: list[Place] = []
    with contextlib.ExitStack() as until_the_end:

        def serve(terms: Terms, held: Timeline | None = None) -> Place:
            path = tmp_path / "case.timeline"
            with open_library(path, clock=lambda: "2025-08-20T10:00:00Z", by=HARM) as library:
                library.include(held or timeline())
                library.set_note(library.timeline.events[0].id, HARM)
            library = until_the_end.enter_context(open_library(path, write=not terms.read_only))
            server, port = make_server(Shared(library, HARM), port=0, terms=terms)

            def run() -> None:
                with contextlib.suppress(OSError):  # closed under its feet
                    server.run()

            threading.Thread(target=run, daemon=True).start()
            until_the_end.callback(server.close)
            places.append(Place(f"http://127.0.0.1:{port}{terms.prefix}", path))
            return places[-1]

        yield serve
        for place in places:
            for page in place.pages:
                page.close()
    assert [complaint for place in places for complaint in place.complaints] == []


def come(place: Place, context: BrowserContext) -> Page:
    """A new tab."""
    page = context.new_page()
    tell = place.complaints.append
    page.on("console", lambda say: tell(say.text) if say.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: tell(str(fault)))
    page.on("dialog", lambda dialog: tell(f"a dialog: {dialog.message}"))
    page.on("request", lambda asked: None if at_home(place.address, asked.url) else tell(f"asked {asked.url}"))
    place.pages.append(page)
    return page


def test_what_is_only_shown_offers_no_edit(served: Callable[..., Place], context: BrowserContext) -> None:
    """No control of it is on the page, in no tab; keys, marked words and dropped files lead to a sentence, at most."""
    place = served(Terms(read_only=True))
    page = opened(come(place, context), place.address)
    expect(page.locator(".header .read-only")).to_have_text("read only")
    with open_library(place.path, write=False) as library:
        before = library.timeline
    page.get_by_role("button", name="History").click()
    expect(page.locator(".history")).to_be_visible()
    page.keyboard.press("Escape")
    for tab in ("Order", "Events", "Article"):
        page.get_by_role("tab", name=tab).click()
        settled(page)
        verbs = page.evaluate(ACTS)
        assert verbs
        assert not set(verbs) & set(REFUSED), tab
    page.evaluate("document.activeElement.blur()")  # a tab has keys of its own
    for key in ("e", "n", "u", "U"):
        page.keyboard.press(key)
    expect(page.get_by_text("This timeline is read only: nothing can be added").first).to_be_visible()
    page.evaluate(DROP, "news.txt")
    page.evaluate("window.getSelection().selectAllChildren(document.querySelector('#article p'))")
    page.keyboard.press("ArrowRight")
    settled(page)
    expect(page.locator("#reading, #mark-event:visible, #detail form")).to_have_count(0)
    with open_library(place.path, write=False) as library:
        assert library.timeline == before


def test_a_token_is_written_into_the_page_that_asks(served: Callable[..., Place], context: BrowserContext) -> None:
    """A wrong one is told; the right one opens the page, under its prefix, and it works there."""
    token = new_token()
    place = served(Terms(None, token, "/timelines/"))
    page = come(place, context)
    page.goto(f"{place.address}?q=visit")
    page.get_by_label("Token").fill("a wrong one")
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("alert")).to_have_text("That is not the token of this server.")
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Open").click()
    page.locator("#overview svg").wait_for()
    settled(page)
    place.complaints.clear()  # the browser tells of each page it was refused
    page.locator(".chip").first.click()
    settled(page)
    assert page.url.startswith(f"{place.address}?")
    page.get_by_role("tab", name="Events").click()
    settled(page)
    name, _ = exported(page, "csv")
    assert name.endswith(".csv")


def harmful() -> Timeline:
    """Markup and script wherever words are."""
    made = timeline()
    (article,) = made.articles
    text = f"{article.text}\n\n{HARM}"
    events = tuple(
        replace(
            event,
            title=f"{HARM} {number}",
            actors=(HARM, f"{HARM} {number % 3}"),
            places=(HARM,),
            attribution=HARM,
            shared=HARM if event.shared else None,
            links=LINKS,
            landmark=HARM if event.landmark else None,
            reasons=tuple(replace(reason, text=HARM, rule=HARM, says=HARM) for reason in event.reasons),
        )
        for number, event in enumerate(made.events)
    )
    return replace(
        made,
        articles=(Article(text, title=HARM, source=HARM, published=article.published, id=article.id),),
        events=events,
        title=HARM,
    )


def test_words_that_mean_harm_are_words(served: Callable[..., Place], context: BrowserContext) -> None:
    """In every field of articles and events, in the address, in file names and in what is typed: nothing of it runs."""
    place = served(Terms(), harmful())
    page = opened(come(place, context), f"{place.address}?q={{{{7*7}}}}&event={HARM[:60]}&{HARM[:30]}")
    page.goto(place.address)
    page.locator("#overview svg").wait_for()
    settled(page)
    for tab in ("Events", "Order", "Article"):
        page.get_by_role("tab", name=tab).click()
        settled(page)
    for key in ("ArrowRight", "ArrowDown", "0", "e", "Escape"):
        page.keyboard.press(key)
        settled(page)
    page.get_by_role("button", name="History").click()
    expect(page.locator(".history")).to_contain_text("<script>window.harm=1</script>")
    page.keyboard.press("Escape")
    page.locator("#search").fill(HARM)
    settled(page)
    page.evaluate(DROP, f"{HARM.replace('/', '_')}.txt")
    page.locator("#reading li[data-state=done], #reading li[data-state=failed]").wait_for(timeout=30_000)
    expect(page.locator("#reading")).to_contain_text("<script>")
    assert page.evaluate("document.querySelectorAll('a[href^=javascript], a[href^=data]').length") == 0
    assert page.evaluate("window.harm === undefined && !document.querySelector('img[src=x]')")
    assert "49" not in page.locator(".title").inner_text()
