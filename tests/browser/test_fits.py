"""An article that contradicts itself, and one that contradicts the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened, put, settled
from tests.browser.stories import CONTRARY, TWO_DAYS
from tests.browser.table import held
from timeline.model.article import Article
from timeline.workspace import extract

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Site
    from timeline.model.timeline import Timeline


@pytest.fixture(scope="module")
def contrary() -> Timeline:
    """An article that contradicts itself, as it is read."""
    return extract(Article(CONTRARY)).timeline


def test_a_contradiction_shows_both_places(page: Page, site: Site, contrary: Timeline) -> None:
    """A line says that something does not fit; opened, each quote leads to its words in the article."""
    put(site.chronicle, contrary)
    opened(page, f"{site.address}?tab=events")
    bar = page.locator(".misfits")
    bar.locator("summary").click()
    expect(bar).to_contain_text("1 statement does not fit what else is told, and is set aside.")
    for words in ("before the harbour closed in March 2019", "in May 2020"):
        bar.get_by_role("button", name=f"“{words}”").click()
        settled(page)
        expect(page.get_by_role("tab", name="Article")).to_have_attribute("aria-selected", "true")
        found = page.locator("#article [data-found]")
        expect(found.first).to_be_in_viewport()
        assert "".join(found.all_text_contents()) in words
    assert len(held(page)) == 4


def test_the_day_the_user_sets_stands(page: Page, site: Site, contrary: Timeline) -> None:
    """What does not fit the user's publication day is said at once, and no more when the day is taken back."""
    put(site.chronicle, contrary)
    opened(page, site.address)
    page.locator(".question").get_by_role("button", name="Set the day").click()
    settled(page)
    page.get_by_label("When was this published?").fill("2024-08-01")
    page.get_by_label("When was this published?").press("Enter")
    settled(page)
    expect(page.locator(".pill")).to_contain_text("Published 1 Aug 2024")
    page.locator(".misfits summary").click()
    expect(page.locator(".misfits")).to_contain_text("The publication day was set by you: 1 Aug 2024")
    expect(page.locator(".misfits").get_by_role("button", name="“on 14 September 2024”").first).to_be_visible()
    page.keyboard.press("u")
    settled(page)
    expect(page.locator(".misfits")).not_to_contain_text("set by you")


def test_what_could_not_be_read_is_said_once(page: Page, site: Site) -> None:
    """Two publication days: neither is taken, and one sentence says so."""
    put(site.chronicle, extract(Article(TWO_DAYS)).timeline)
    opened(page, site.address)
    note = page.locator(".note", has_text="it gives both 12 August 2024 and 20 September 2024")
    expect(note).to_have_count(1)
    expect(page.locator(".question")).to_contain_text("When was this published?")
