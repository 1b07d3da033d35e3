"""The order of events, as someone uses it who has no dates to go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import choose, chosen, opened, put, settled, show_tab
from tests.browser.stories import UNDATED
from tests.browser.table import held
from timeline.model.article import Article
from timeline.workspace import extract

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Site
    from timeline.model.timeline import Timeline


@pytest.fixture(scope="module")
def story() -> Timeline:
    """A story without any date, as it is read."""
    return extract(Article(UNDATED)).timeline


@pytest.fixture
def tale(page: Page, site: Site, story: Timeline) -> Page:
    """The page over the story."""
    put(site.chronicle, story)
    return opened(page, site.address)


def test_a_story_without_dates_opens_with_its_order(tale: Page) -> None:
    """The diagram stands above the timeline; every box is in the pane, clear of the others, with title and date."""
    expect(tale.get_by_role("tab", name="Order")).to_have_attribute("aria-selected", "true")
    assert "tab=" not in tale.url
    drawing, chart = tale.locator("#order-drawing").bounding_box(), tale.locator("#chart").bounding_box()
    assert drawing is not None
    assert chart is not None
    assert drawing["y"] < chart["y"]
    boxes = tale.locator(".order-box .paper").evaluate_all(
        "all => all.map((one) => { const b = one.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"
    )
    assert len(boxes) >= 6
    for at, one in enumerate(boxes):
        assert not any(
            one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3] for other in boxes[:at]
        )
    wide = tale.locator(".order-box").evaluate_all(
        """all => all.filter((one) => [...one.querySelectorAll("text")].some((text) =>
            text.getBoundingClientRect().right > one.querySelector("rect").getBoundingClientRect().right))"""
    )
    assert wide == []


def test_an_arrow_says_why(tale: Page) -> None:
    """Pointing at it and reaching it with the keyboard show its reason; a usual step is dashed and says so."""
    line = tale.locator("#order-why")
    assert tale.locator("#tabs").locator("[role=status], [aria-live]").count() == 0  # the arrow says it itself
    expect(line).to_have_text("Point at an arrow: it says why.")
    stated = tale.locator(".order-step:not(.usual)", has=tale.locator(".hit")).first
    stated.focus()
    expect(line).to_contain_text("because “after the snow had stopped”")
    usual = tale.locator(".order-step.usual").first
    usual.focus()
    expect(line).to_contain_text("(usual, not stated)")
    assert usual.locator(".line").evaluate("line => getComputedStyle(line).strokeDasharray") != "none"
    middle = stated.locator(".line").evaluate(
        """line => { const at = line.getPointAtLength(line.getTotalLength() / 2);
            const to = line.getScreenCTM(); return [at.x * to.a + to.e, at.y * to.d + to.f]; }"""
    )
    tale.mouse.move(*middle)
    expect(line).to_contain_text("because “after the snow had stopped”")


def test_a_box_selects_its_event_by_mouse_and_by_keyboard(tale: Page) -> None:
    """As everywhere else, the panel follows, and the arrows of the event stand out."""
    box = tale.locator(".order-box", has_text="climbs the tower")
    box.locator(".paper").click()
    settled(tale)
    assert "climbs the tower" in chosen(tale)
    expect(box).to_have_attribute("data-chosen", "true")
    assert tale.locator(".order-step[data-near]").count() >= 1
    other = tale.locator(".order-box", has_text="Snow stops")
    other.focus()
    tale.keyboard.press("Enter")
    settled(tale)
    assert chosen(tale) == "Snow stops"
    expect(other).to_be_focused()
    tale.get_by_role("tab", name="Article").click()
    settled(tale)
    expect(tale.locator("#article mark[data-chosen]").first).to_contain_text("after the snow had")
    assert "tab=article" in tale.url


def test_the_list_tells_the_order_in_sentences(tale: Page) -> None:
    """Each step stands there with its reason, and its events can be selected."""
    told = tale.locator(".order-list > li", has_text="Snow stops").first
    expect(told).to_contain_text("before Marta Kolb opens the bakery, because “after the snow had stopped”")
    told.get_by_role("button", name="Marta Kolb opens the bakery").click()
    settled(tale)
    assert chosen(tale) == "Marta Kolb opens the bakery"


def test_the_order_follows_the_filters(page: Page) -> None:
    """The sample's order is another one from the text alone, a smaller one stated only, and a search leaves less."""
    show_tab(page, "Order")
    whole = page.locator(".order-step").count()
    assert page.locator(".order-step.usual").count() >= 1
    choose(page, "Dates from", "Stated only")
    assert page.locator(".order-step.usual").count() == 0
    choose(page, "Dates from", "The text alone")
    assert page.locator(".order-step").count() < whole
    page.locator("#search").fill("no such words")
    settled(page)
    expect(page.locator("#order-says")).to_have_text("There are no events to put in order.")
    expect(page.locator("#order-why")).to_be_hidden()


def test_main_events_or_all_of_them(page: Page, site: Site) -> None:
    """The switch beside the counts changes the whole page, and the address keeps it."""
    every = len([one for one in site.chronicle.timeline.events if not one.hidden])
    choose(page, "Events", "All events")
    expect(page.locator(".counts")).to_contain_text(f"{every} events")
    assert "events=all" in page.url
    assert len(held(page)) == every
