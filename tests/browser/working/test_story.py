"""The whole way of somebody who builds a chronology: paste, set the day, ask why, correct, come back, send, keep."""

from __future__ import annotations

import csv
import io
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import files
from tests.browser.access import heard_in_order, objections, unnamed
from tests.browser.conftest import settled, window
from tests.browser.drawing import labels
from timeline._files import data
from timeline.app import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.working.conftest import Shop
    from timeline.model.event import Event

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))
ARTICLES = {
    "sample": data("articles", "european-force.txt"),
    "the real one": SHARED / "articles" / "european-force.txt",
}
FIRST = 60_000
"""Milliseconds for the first article, with which what reads is loaded."""
TUESDAY = "19 August 2025"


def text_of(name: str) -> str:
    """The article to be pasted; the one a user sent is not part of the project."""
    path = ARTICLES[name]
    if not path.exists():
        pytest.skip(f"the article that a user sent is not here: {path}")
    return path.read_text("utf-8")


@pytest.fixture
def shop(serve: Callable[..., Shop], tmp_path: Path) -> Shop:
    """An empty library, with what really reads articles."""
    return serve(tmp_path / "case.timeline", reading.usual)


@pytest.fixture
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A window of its own kind."""
    made = browser.new_context(reduced_motion="reduce", accept_downloads=True, **request.param)
    made.set_default_timeout(10_000)
    yield made
    made.close()


def tuesdays(shop: Shop) -> list[Event]:
    """The events of that Tuesday which the publication day decides."""
    return [event for event in shop.library.seen(events="main").events if event.when == TUESDAY and not event.hidden]


def shown(page: Page) -> str:
    """The date of the selected event."""
    return page.locator("#detail h2.when").inner_text()


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("screen", [{"viewport": {"width": 1290, "height": 924}}], indirect=True, ids=["by mouse"])
def test_from_a_pasted_article_to_a_file_that_is_kept(
    shop: Shop,
    visit: Callable[..., Page],
    screen: BrowserContext,
    article: str,
    tmp_path: Path,
) -> None:
    """Each step as one would do it with the mouse; whoever is sent the link sees the same."""
    page = visit(shop)
    page.get_by_role("button", name="Paste an article").click()
    page.locator("#add-text").fill(text_of(article))
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#reading li")).to_have_attribute("data-state", "done", timeout=FIRST)
    settled(page)

    assert tuesdays(shop) == []
    page.get_by_role("button", name="Set the day").click()
    expect(page.locator("#question input")).to_be_focused()
    page.locator("#question input").fill("20 August 2025")
    expect(page.locator("#question .preview")).to_have_text("That is: 20 August 2025")
    page.get_by_role("button", name="Set the day").click()
    settled(page)
    expect(page.locator(".pill")).to_contain_text("Published 20 Aug 2025")
    narrowed = tuesdays(shop)
    assert len(narrowed) >= 2

    event = narrowed[0]
    page.locator(f"#article mark[data-event~='{event.id}']").first.click()
    settled(page)
    assert shown(page) == TUESDAY
    expect(page.locator("#detail .event-title")).to_have_text(event.title)
    expect(page.locator("#detail ol.why li").first).to_contain_text("Tuesday")
    expect(page.locator("#detail")).to_contain_text("20 August 2025")

    page.get_by_role("button", name="Edit date").click()
    page.locator("form[data-act^='date:'] input").fill("18 August 2025")
    page.locator("form[data-act^='date:'] button[type=submit]").click()
    settled(page)
    assert shown(page) == "18 August 2025"
    page.get_by_role("button", name="Undo", exact=True).click()
    settled(page)
    assert shown(page) == TUESDAY

    page.get_by_role("button", name="Zoom in").click()
    settled(page)
    seen, address = window(page), page.url
    page.reload()
    settled(page)
    assert (shown(page), page.url) == (TUESDAY, address)
    assert window(page) == pytest.approx(seen, abs=1)

    seen_by_another(screen, address, event, seen)
    _, table = files.exported(page, "csv", show="Everything")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert [TUESDAY in row.values() for row in rows if row["title"] == event.title] == [True]
    opened_offline(page, screen, tmp_path, event)


def seen_by_another(screen: BrowserContext, address: str, event: Event, days: list[float]) -> None:
    """Whoever opens the link in a browser of their own sees the same event in the same window."""
    other = screen.new_page()
    other.goto(address)
    settled(other)
    expect(other.locator("#detail .event-title")).to_have_text(event.title)
    assert window(other) == pytest.approx(days, abs=1)
    expect(other.locator(".pill")).to_contain_text("20 Aug 2025")


def opened_offline(page: Page, screen: BrowserContext, folder: Path, event: Event) -> None:
    """The exported page, in a browser without a network: the event stands in it with its date."""
    name, kept = files.exported(page, "html")
    (folder / name).write_bytes(kept)
    screen.set_offline(offline=True)
    alone = screen.new_page()
    alone.goto((folder / name).as_uri())
    alone.locator("html[data-ready]").wait_for()
    alone.locator("#list").get_by_role("button", name=event.title).click()
    expect(alone.locator("#detail .event-title")).to_have_text(event.title)
    expect(alone.locator("#detail")).to_contain_text(TUESDAY)
    assert objections(alone) == []


# --- with the keyboard alone --------------------------------------------------------------------------

_NAME = """() => {
    const one = document.activeElement;
    return (one.getAttribute("aria-label") || one.textContent || "").trim();
}"""


def reach(page: Page, name: str, *, most: int = 120) -> None:
    """Press Tab until what has this name has the keyboard, and see that it shows so."""
    for _ in range(most):
        if re.fullmatch(name, page.evaluate(_NAME)):
            break
        page.keyboard.press("Tab")
    else:
        pytest.fail(f"Tab does not lead to {name}")
    assert page.evaluate(
        "() => { const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);"
        " return outlineStyle !== 'none' || boxShadow !== 'none'; }"
    ), f"{name} does not show that it has the keyboard"


def test_the_same_with_the_keyboard_alone(shop: Shop, visit: Callable[..., Page]) -> None:
    """Nothing is pointed at: Tab, Enter and the keys that the help lists."""
    page = visit(shop)
    reach(page, "Paste an article")
    page.keyboard.press("Enter")
    expect(page.locator("#add-text")).to_be_focused()
    page.keyboard.insert_text(text_of("sample"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#reading li")).to_have_attribute("data-state", "done", timeout=FIRST)
    settled(page)

    reach(page, "Set the day")
    page.keyboard.press("Enter")
    expect(page.locator("#question input")).to_be_focused()
    page.keyboard.type("2025-08-20")
    page.keyboard.press("Enter")
    settled(page)
    event = tuesdays(shop)[0]
    for _ in range(30):
        if page.evaluate("window.timelinePage.view().selected") == event.id:
            break
        page.keyboard.press("ArrowRight")
        settled(page)
    assert shown(page) == TUESDAY
    expect(page.locator("#live")).to_contain_text(f"{event.title}, {TUESDAY}")

    page.keyboard.press("e")
    expect(page.locator("form[data-act^='date:'] input")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("18 August 2025")
    page.keyboard.press("Enter")
    settled(page)
    assert shown(page) == "18 August 2025"
    page.keyboard.press("u")
    settled(page)
    assert shown(page) == TUESDAY
    page.keyboard.press("+")
    settled(page)
    address = page.url
    page.reload()
    settled(page)
    assert (shown(page), page.url) == (TUESDAY, address)

    reach(page, r"Export\W*")
    page.keyboard.press("Enter")
    page.locator(".export-says:not(:empty)").wait_for()
    reach(page, "Download PNG")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert Path(waiting.value.path()).stat().st_size > 1000


# --- on other screens -----------------------------------------------------------------------------------

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DARK = {"viewport": {"width": 1290, "height": 924}, "color_scheme": "dark"}


@pytest.mark.parametrize("screen", [PHONE], indirect=True, ids=["phone"])
def test_the_same_on_a_phone(shop: Shop, visit: Callable[..., Page], screen: BrowserContext) -> None:
    """With a finger: nothing is wider than the screen, the panel stands below, and what is tapped is large enough."""
    page = visit(shop, screen)
    assert objections(page) == []
    page.get_by_role("button", name="Paste an article").tap()
    page.locator("#add-text").fill(text_of("sample"))
    page.get_by_role("button", name="Read it").tap()
    expect(page.locator("#reading h2")).to_have_text("Read", timeout=FIRST)
    page.locator("#reading").get_by_role("button", name="Close").tap()
    settled(page)
    page.get_by_role("button", name="Set the day").tap()
    page.locator("#question input").fill("2025-08-20")
    page.get_by_role("button", name="Set the day").tap()
    settled(page)
    event = tuesdays(shop)[0]
    mark = page.locator(f"#article mark[data-event~='{event.id}']").first
    mark.scroll_into_view_if_needed()
    mark.tap()
    settled(page)
    assert shown(page) == TUESDAY
    panel, chart = (page.locator(which).bounding_box() for which in ("#detail", "#chart"))
    assert panel is not None
    assert chart is not None
    assert panel["y"] > chart["y"] + chart["height"] - 1
    page.get_by_role("button", name="Edit date").tap()
    page.locator("form[data-act^='date:'] input").fill("18 August 2025")
    page.locator("form[data-act^='date:'] button[type=submit]").tap()
    settled(page)
    assert shown(page) == "18 August 2025"
    page.get_by_role("button", name="Undo", exact=True).tap()
    settled(page)
    assert shown(page) == TUESDAY
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert objections(page) == []


@pytest.mark.parametrize("screen", [DARK], indirect=True, ids=["dark"])
def test_the_same_in_the_dark(shop: Shop, visit: Callable[..., Page], screen: BrowserContext) -> None:
    """As the system asks for; each state is legible, a reload stays dark, and light is one click away."""
    page = visit(shop, screen)
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    assert objections(page) == []
    page.get_by_role("button", name="Paste an article").click()
    page.locator("#add-text").fill(text_of("sample"))
    assert objections(page) == []
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#reading li")).to_have_attribute("data-state", "done", timeout=FIRST)
    settled(page)
    assert objections(page) == []
    page.get_by_role("button", name="Set the day").click()
    page.locator("#question input").fill("2025-08-20")
    page.keyboard.press("Enter")
    settled(page)
    page.locator(f"#article mark[data-event~='{tuesdays(shop)[0].id}']").first.click()
    settled(page)
    assert shown(page) == TUESDAY
    assert len(labels(page)) >= 8
    page.reload()
    settled(page)
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.get_by_role("button", name="Light colours").click()
    settled(page)
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "light")
    assert objections(page) == []


# --- what those hear who see nothing ---------------------------------------------------------------------


def test_what_is_heard_by_those_who_see_nothing(shop: Shop, visit: Callable[..., Page]) -> None:
    """In an order that makes sense; whatever takes the keyboard says what it is, and each step is one sentence."""
    page = visit(shop)
    assert in_order(page, "A timeline from what you read", "Paste an article", "Drop files", "Open the sample")
    assert unnamed(page) == []
    page.get_by_role("button", name="Open the sample").click()
    expect(page.locator("#reading li")).to_have_attribute("data-state", "done", timeout=FIRST)
    settled(page)
    title = shop.library.articles[0].title or ""
    assert in_order(page, title, "Publication day", "Set the day", "Leave open", "Search events", "Lanes", "Timeline")
    assert in_order(page, "Timeline", "Article", "Events", "Order", "Selected event", "Why this date", "Edit date")
    assert unnamed(page) == []
    heard = page.locator("#live")
    page.keyboard.press("ArrowRight")
    settled(page)
    event = shop.library.event(page.evaluate("window.timelinePage.view().selected"))
    expect(heard).to_contain_text(f"{event.title}, ")
    expect(heard).to_have_text(re.compile(r"^[^.]+\.?[^.]*\.$"))
    assert page.locator("[role=status]:not(:empty):visible, #live").count() <= 3


def in_order(page: Page, *names: str) -> bool:
    """All of these are heard, one after the other."""
    said = iter(name for _, name in heard_in_order(page))
    return all(any(name == one or name.startswith(one) for one in said) for name in names)
