"""Finding events: filters with counts, in a link, with the keyboard alone, and on a small screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import choose, opened, settled, window
from tests.browser.table import held
from timeline.scene.facts import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

COUNT = re.compile(r"^(\d+) of 15 events$")


@pytest.fixture
def panel(page: Page) -> Iterator[Locator]:
    """The panel with the filters, open."""
    page.get_by_role("button", name="Filter", exact=True).click()
    settled(page)
    found = page.get_by_role("region", name="Filters")
    expect(found).to_be_visible()
    yield found
    page.evaluate("timelineFilters.leave()")
    settled(page)


def tick(panel: Locator, name: str) -> int:
    """Tick a value, or take the tick away; the number of events it was said to leave."""
    row = panel.locator("label", has=panel.page.get_by_text(name, exact=True)).first
    count = int(row.locator(".count").inner_text())
    row.locator("input").click()
    settled(panel.page)
    return count


def left(page: Page) -> int:
    """How many events are left, as it is said above the drawing."""
    found = COUNT.match(page.locator("#pills .told").inner_text())
    assert found is not None
    return int(found[1])


def marked(page: Page) -> set[str]:
    """The events that are marked in the article."""
    return {
        event
        for one in page.locator("#article mark.ev").all()
        for event in (one.get_attribute("data-event") or "").split()
    }


def test_a_filter_narrows_every_view(page: Page, panel: Locator) -> None:
    """Drawing, article and table show what its count said; the pill above the drawing takes it back."""
    count = tick(panel, "Donald Trump")
    assert left(page) == count == 6
    assert len(marked(page)) == count
    drawn = page.evaluate("new Set(timelineChart.plan().glyphs.map((one) => one.event)).size")
    assert drawn == count
    assert len(held(page)) == count
    assert "actor=Donald+Trump" in page.url
    page.get_by_role("button", name="Who: Donald Trump. Take away").click()
    settled(page)
    expect(page.locator("#pills")).to_be_hidden()
    assert len(held(page)) == 15


def test_each_count_comes_true(page: Page, panel: Locator) -> None:
    """Whatever else is chosen; what would leave nothing cannot be chosen."""
    tick(panel, "United States")
    for name in ("Reported", "Open on one side"):
        assert tick(panel, name) == left(page)
        tick(panel, name)
    tick(panel, "Planned")
    assert left(page) == 1
    expect(panel.locator("label", has_text="Within a month").locator("input")).to_be_disabled()


def test_values_are_found_among_many(page: Page, panel: Locator) -> None:
    """A long group shows its first ones, all on request, and those with the letters that are typed."""
    who = panel.locator("fieldset", has=page.locator("legend", has_text="Who"))
    expect(who.locator("label")).to_have_count(7)
    who.get_by_role("button", name="Show 21").click()
    expect(who.locator("label")).to_have_count(21)
    who.get_by_role("searchbox").fill("putin")
    expect(who.locator("label")).to_have_text([re.compile("Vladimir Putin")])
    tick(who, "Vladimir Putin")
    assert left(page) == 1
    who.get_by_role("searchbox").fill("")
    who.get_by_role("button", name="Show fewer").click()
    expect(who.locator("label", has_text="Vladimir Putin")).to_be_visible()


def test_a_period_is_typed_or_taken_from_the_drawing(page: Page, panel: Locator) -> None:
    """In words; what is no date is told and changes nothing."""
    field = panel.get_by_role("textbox", name="Period")
    field.fill("by November 2024")
    field.press("Enter")
    settled(page)
    assert left(page) == 2
    assert "period=..2024-11" in page.url
    field.fill("when the bell rang")
    field.press("Enter")
    settled(page)
    expect(page.locator("body")).to_contain_text("names no date")
    assert left(page) == 2
    panel.get_by_role("button", name="Clear all filters").click()
    settled(page)
    expect(field).to_have_value("")
    expect(page.locator("#filters")).to_be_focused()
    page.evaluate("timelineChart.zoom('in')")
    page.evaluate("timelineChart.zoom('in')")
    settled(page)
    panel.get_by_role("button", name="What is in view").click()
    settled(page)
    assert left(page) < 15
    assert re.search(r"period=\d{4}-\d\d(-\d\d)?\.\.\d{4}", page.url)


def test_a_link_gives_the_same_view_and_back_goes_back(page: Page, panel: Locator) -> None:
    """Each choice is a place in the history; the address can be read."""
    tick(panel, "United States")
    tick(panel, "To the day")
    link, count, shown = page.url, left(page), window(page)
    assert "actor=United+States&certainty=day" in link
    page.go_back()
    expect(page.locator("#pills .asked-pill")).to_have_count(1)
    settled(page)
    assert left(page) > count
    expect(panel.get_by_role("checkbox", name="To the day")).not_to_be_checked()
    page.go_forward()
    expect(page.locator("#pills .asked-pill")).to_have_count(2)
    settled(page)
    assert left(page) == count
    opened(page, link)
    assert left(page) == count
    assert window(page) == shown
    expect(page.get_by_role("region", name="Filters")).to_be_hidden()


def test_a_broken_link_says_what_it_ignored(page: Page) -> None:
    """And shows the rest of it."""
    opened(page, page.url.split("?")[0] + "?actor=Nobody&status=planned&period=soon&kind=odd")
    expect(page.locator("body")).to_contain_text("mean nothing here: period=soon, kind=odd, actor=Nobody.")
    assert left(page) == 1


def test_clear_takes_back_everything(page: Page, panel: Locator) -> None:
    """Search, lanes, filters, and the sources of dates."""
    tick(panel, "Reported")
    page.locator("#search").fill("nato")
    settled(page)
    page.locator(".chip", has_text="United States").click()
    choose(page, "Dates from", "The text alone")
    expect(page.locator("#pills .asked-pill")).to_have_count(4)
    page.locator("#pills").get_by_role("button", name="Clear all filters").click()
    settled(page)
    expect(page.locator("#pills")).to_be_hidden()
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator(".chip[aria-pressed=false]")).to_have_count(0)
    assert "?" not in page.url or not re.search("q=|without|status|dates", page.url)


def test_filtering_with_the_keyboard_alone(page: Page) -> None:
    """The panel takes the keyboard and gives it back; what is chosen keeps it."""
    page.keyboard.press("f")
    settled(page)
    expect(page.locator("#filters")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    box = page.locator("#filters label input").first
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    settled(page)
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    assert left(page) == 7
    expect(page.locator("#live")).to_contain_text("7 of 15 events")
    page.keyboard.press("Escape")
    settled(page)
    expect(page.get_by_role("button", name="Filter 1")).to_be_focused()
    pill = page.locator("#pills .asked-pill")
    pill.focus()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_role("button", name="Filter", exact=True)).to_be_focused()


def test_who_selects_an_event_reads_it(page: Page, panel: Locator) -> None:
    """The panel stands where an event is told, and gives way to it; the filter stays."""
    tick(panel, "Donald Trump")
    page.locator("#article mark.ev").first.click()
    settled(page)
    settled(page)
    expect(panel).to_be_hidden()
    expect(page.locator("#detail .place")).to_contain_text("of 6")
    expect(page.locator("#pills .asked-pill")).to_have_count(1)


def test_filters_on_a_phone(page: Page) -> None:
    """The panel fills the screen, and a button leads back to what is left; nothing is cut off sideways."""
    page.set_viewport_size({"width": 360, "height": 740})
    settled(page)
    page.get_by_role("button", name="Filter", exact=True).click()
    settled(page)
    panel = page.get_by_role("region", name="Filters")
    box = panel.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 360, 740)
    count = tick(panel, "Donald Trump")
    panel.get_by_role("button", name=f"Show {count} events").click()
    settled(page)
    expect(panel).to_be_hidden()
    expect(page.locator("#pills")).to_be_in_viewport()
    assert left(page) == count
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1290, "height": 924})
    page.wait_for_timeout(250)
    settled(page)


def test_words_that_are_searched_for_are_marked_in_the_article(page: Page) -> None:
    """Each of them wherever it stands, whatever marks it reaches across; with the search the marks go."""
    marks = "[...(CSS.highlights.get('searched') || [])].map((range) => range.toString())"
    page.locator("#search").fill("“began to discuss a” trump")
    settled(page)
    text = page.locator("#article").inner_text()

    found = page.evaluate(marks)

    assert "began to discuss a" in found
    assert found.count("Trump") == text.count("Trump") > 1
    assert set(found) == {"began to discuss a", "Trump"}
    page.locator("#search").fill("")
    settled(page)
    assert page.evaluate(marks) == []


@pytest.mark.parametrize("text", ["Café “Ödland” ʼ ﬁre Straße", "a — İstanbul’s 2ⁿᵈ été", "\U0001d400lpha Zürich"])
def test_the_page_reads_a_search_as_the_server_does(page: Page, text: str) -> None:
    """Folding and words are the same in both, and what is found is found where it stands."""
    assert page.evaluate("(text) => timelineSought.fold(text)", text) == fold(text)
    assert page.evaluate("(text) => timelineSought.wordsOf(text)", text) == list(words_of(text))
    last = text.rsplit(maxsplit=1)[-1]
    (place,) = page.evaluate(
        "([text, word]) => timelineSought.places(text, timelineSought.wordsOf(word))", [text, last]
    )
    units = text.encode("utf-16-le", "surrogatepass")
    assert units[place[0] * 2 : place[1] * 2] == last.encode("utf-16-le")
