"""The publication day: asked for, set, changed, cleared, left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import choose, settled
from tests.browser.table import dates

if TYPE_CHECKING:
    from playwright.sync_api import Page

TUESDAY = "19 August 2025"


def set_day(page: Page, day: str) -> None:
    """Answer the question."""
    page.get_by_role("button", name="Set the day").click()
    page.locator("form[data-act^=publish] input").fill(day)
    page.keyboard.press("Enter")
    settled(page)


def test_setting_the_day_narrows_every_date_and_clearing_it_widens_them_again(page: Page) -> None:
    """What hangs on the publication day is worded by it while it is open, and is a day once it is set."""
    before = dates(page)
    assert sum(when.startswith("the Tuesday before publication") for when in before) >= 3
    set_day(page, "2025-08-20")
    expect(page.locator(".pill")).to_contain_text("Published 20 Aug 2025 · set by you")
    expect(page.locator(".question")).to_have_count(0)
    after = dates(page)
    assert after.count(TUESDAY) >= 3
    page.get_by_role("button", name="Clear").click()
    settled(page)
    expect(page.locator(".question strong")).to_have_text("15 Aug – 31 Dec 2025")
    assert dates(page) == before


def test_words_are_taken_for_the_day_and_a_senseless_one_is_refused_in_place(page: Page) -> None:
    """The error stands beside what was typed, which is kept; nothing is changed."""
    set_day(page, "never")
    form = page.locator("form[data-act^=publish]")
    expect(form).to_contain_text("names no date")
    expect(form.locator("input")).to_have_value("never")
    form.locator("input").fill("20 August 2025")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".pill")).to_contain_text("20 Aug 2025")
    page.get_by_role("button", name="Change").click()
    page.locator("form[data-act^=publish] input").fill("27 August 2025")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".pill")).to_contain_text("27 Aug 2025")
    assert dates(page).count("26 August 2025") >= 3


def test_the_day_may_be_left_open(page: Page) -> None:
    """Then the question becomes a pill that can still be answered."""
    page.get_by_role("button", name="Leave open").click()
    settled(page)
    expect(page.locator(".pill.open")).to_contain_text("left open")
    page.locator(".pill").get_by_role("button", name="Set the day").click()
    expect(page.locator("form[data-act^=publish] input")).to_be_focused()
    page.keyboard.press("Escape")
    settled(page)
    expect(page.locator(".pill.open")).to_be_visible()


def test_undo_takes_the_day_back(page: Page) -> None:
    """Setting the day is an edit like any other."""
    set_day(page, "2025-08-20")
    page.keyboard.press("u")
    settled(page)
    expect(page.locator(".question")).to_contain_text("When was this published?")


def test_dates_from_the_text_alone_know_no_year(page: Page) -> None:
    """Without known events and without a publication day no year is invented: the axis counts days from publication."""
    choose(page, "Dates from", "The text alone")
    assert not any("2025" in when for when in dates(page))
    assert "the Tuesday before publication" in dates(page)
    expect(page.locator("#chart")).to_contain_text("publication")
    assert "dates=text" in page.url
    choose(page, "Dates from", "Text and known events")
    assert any("2025" in when for when in dates(page))
