"""For those who listen, or use keys, or need large letters: axe finds nothing to object to, wherever one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.access import objections
from tests.browser.conftest import opened, put, settled
from tests.browser.table import seen
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Site

SIZES = {"light": (1290, 924), "dark": (645, 462), "phone": (360, 740)}
"""In the dark everything is twice as large: what is left of 1290 × 924 at a zoom of 200 %."""


@pytest.fixture(params=SIZES)
def screen(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """The sample on a screen of that size, its motion reduced."""
    wide, high = SIZES[request.param]
    page = browser.new_page(
        viewport={"width": wide, "height": high},
        color_scheme="dark" if request.param == "dark" else "light",
        reduced_motion="reduce",
    )
    opened(page, site.address)
    scheme = "dark" if request.param == "dark" else "light"
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
    yield page
    page.context.close()


def test_nothing_is_in_the_way_on_any_screen(screen: Page) -> None:
    """The start with an event selected, and each tab; nothing is wider than the screen."""
    assert objections(screen) == []
    seen(screen)
    screen.locator(".ag-header-cell-text", has_text="Date").first.wait_for()
    screen.locator(".ag-row").first.wait_for()
    assert objections(screen) == []
    screen.get_by_role("tab", name="Order").click()
    settled(screen)
    assert objections(screen) == []
    assert screen.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_nothing_is_in_the_way_in_forms_dialogs_and_menus(screen: Page) -> None:
    """What opens over the page, or within it."""
    screen.get_by_role("button", name="Edit date").click()
    settled(screen)
    assert objections(screen) == []
    screen.keyboard.press("Escape")
    settled(screen)
    screen.get_by_role("button", name="Set the day").click()
    settled(screen)
    assert objections(screen) == []
    screen.keyboard.press("Escape")
    settled(screen)
    for name in ("Add", "History"):
        screen.locator("#header").get_by_role("button", name=name).first.click()
        screen.get_by_role("dialog").wait_for()
        assert objections(screen) == []
        screen.keyboard.press("Escape")
        screen.get_by_role("dialog").wait_for(state="detached")
    screen.keyboard.press("f")
    settled(screen)
    screen.locator("#filters label", has_text="Donald Trump").click()
    settled(screen)
    assert objections(screen) == []
    screen.keyboard.press("Escape")
    settled(screen)
    menu = screen.get_by_role("button", name="Dates from")
    menu.press("Enter")
    screen.get_by_role("menu").wait_for()
    assert menu.get_attribute("aria-expanded") == "true"
    assert objections(screen) == []


def test_nothing_is_in_the_way_where_there_is_nothing_yet(browser: Browser, site: Site) -> None:
    """The greeting of an empty timeline."""
    put(site.chronicle, Timeline())
    page = browser.new_page()
    page.goto(site.address)
    page.get_by_role("heading", level=1).last.wait_for()
    assert objections(page) == []
    page.context.close()
