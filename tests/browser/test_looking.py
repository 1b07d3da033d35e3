"""Selecting, moving about and choosing what is seen; the address keeps it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import choose, chosen, opened, settled, show_tab, window
from tests.browser.drawing import glyph
from tests.browser.table import choose_event, chosen_row, held

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_click_on_an_event_finds_its_sentence_and_its_row(page: Page) -> None:
    """Timeline, article, table and panel agree on the selection and scroll to it."""
    event = page.locator("#over .labels [data-event]", has_text="officers visit").get_attribute("data-event")
    assert event is not None
    page.mouse.click(*glyph(page, event))
    settled(page)
    expect(page.locator("#detail .event-title")).to_have_text("British and French officers visit Ukraine")
    expect(page.locator("#detail h2.when")).to_have_text("April 2025")
    expect(page.locator("#detail .quote b").first).to_contain_text("April")
    sentence = page.locator("#article mark[data-chosen]").first
    expect(sentence).to_contain_text("British and French officers")
    expect(sentence).to_be_in_viewport()
    show_tab(page, "Events")
    row = chosen_row(page)
    expect(row).to_contain_text("officers visit Ukraine")
    expect(row).to_be_in_viewport()
    expect(page.locator("#live")).to_contain_text("British and French officers visit Ukraine, April 2025")


def test_a_click_on_a_label_selects_its_event(page: Page) -> None:
    """The words are as good a target as the glyph they belong to."""
    label = page.locator("#over .labels text", has_text="Zakharova").first
    box = label.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settled(page)
    expect(page.locator("#detail .event-title")).to_contain_text("Zakharova")


def test_a_click_on_a_sentence_or_a_row_selects_its_event(page: Page) -> None:
    """The way back: from the words to the event."""
    page.locator("#article mark.ev", has_text="confrontation").first.click()
    settled(page)
    expect(page.locator("#detail .event-title")).to_contain_text("confrontation")
    expect(page.locator("#detail")).to_contain_text("28 February 2025")
    choose_event(page, "summit")
    expect(page.locator("#detail h2.when")).to_have_text("15 August 2025")
    assert "tab=events" in page.url


def test_the_keys_go_from_event_to_event(page: Page) -> None:
    """Right and left go on and back in time, down to the lane below; 0 fits; / searches; ? helps."""
    first = chosen(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    settled(page)
    expect(page.locator("#detail .place")).to_contain_text("Event 3 of")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    settled(page)
    assert chosen(page) == first
    page.keyboard.press("ArrowDown")
    settled(page)
    assert chosen(page) != first
    page.keyboard.press("+")
    settled(page)
    assert "from=" in page.url
    page.keyboard.press("0")
    settled(page)
    assert "from=" not in page.url
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("previous, next event")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_wheel_drag_and_strip_move_the_window(page: Page) -> None:
    """After a gesture the server lays the new window out, and its labels are clear of each other again."""
    whole = window(page)
    page.mouse.move(520, 400)
    for _ in range(4):
        page.mouse.wheel(0, -120)
    settled(page)
    near = window(page)
    assert near[1] - near[0] < whole[1] - whole[0]
    page.mouse.down()
    page.mouse.move(400, 400, steps=6)
    page.mouse.up()
    settled(page)
    moved = window(page)
    assert moved[0] > near[0]
    assert abs((moved[1] - moved[0]) - (near[1] - near[0])) < 1
    strip = page.locator("#overview .frame").bounding_box()
    assert strip is not None
    middle = (strip["x"] + strip["width"] / 2, strip["y"] + 10)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] - 60, middle[1], steps=6)
    page.mouse.up()
    settled(page)
    assert window(page)[0] < moved[0]
    page.get_by_role("button", name="Fit").click()
    settled(page)
    assert window(page) == whole


def test_lanes_by_article_and_status(page: Page) -> None:
    """Lanes can be something else than actors; each has its chip with its count."""
    choose(page, "Lanes by", "Status")
    expect(page.locator(".chip").first).to_contain_text(re.compile(r"Happened\s*\d+"))
    assert "lanes=status" in page.url
    choose(page, "Lanes by", "Article")
    expect(page.locator(".chip")).to_have_count(1)


def test_a_chip_switches_its_lane_off_and_on(page: Page) -> None:
    """The other lanes keep their colours."""
    count = len(held(page))
    chip = page.locator(".chip", has_text="United States")
    colour = (
        page.locator(".chip", has_text="Russia")
        .locator(".dot")
        .evaluate("dot => getComputedStyle(dot).backgroundColor")
    )
    chip.click()
    settled(page)
    expect(chip).to_have_attribute("aria-pressed", "false")
    assert len(held(page)) < count
    fills = page.evaluate("() => document.querySelector('#graph .js-plotly-plot').outerHTML")
    assert colour.replace(" ", "") in fills.replace(" ", "")
    chip.click()
    settled(page)
    assert len(held(page)) == count


def test_searching_leaves_what_has_the_words(page: Page) -> None:
    """Titles, quotes, names and dates are searched."""
    page.locator("#search").fill("zakharova")
    settled(page)
    assert len(held(page)) == 1
    assert "q=zakharova" in page.url
    page.locator("#search").fill("no such words")
    settled(page)
    expect(page.locator("#events")).to_contain_text("No event matches")


def test_a_link_gives_the_same_view_and_back_goes_back(page: Page) -> None:
    """The address holds window, lanes, sources and selection; a broken part is named and ignored."""
    choose(page, "Lanes by", "Status")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    settled(page)
    link, selected, shown = page.url, chosen(page), window(page)
    opened(page, link)
    assert chosen(page) == selected
    assert [round(day) for day in window(page)] == [round(day) for day in shown]
    expect(page.get_by_role("button", name="Lanes by: Status")).to_be_visible()
    choose(page, "Lanes by", "Article")
    page.go_back()
    page.get_by_role("button", name="Lanes by: Status").wait_for()
    settled(page)
    opened(page, link.split("?")[0] + "?lanes=moon&event=nobody")
    expect(page.locator("body")).to_contain_text(
        "The address has parts that mean nothing here: lanes=moon, event=nobody."
    )


def test_a_narrow_screen_has_everything_one_below_the_other(page: Page) -> None:
    """From 360 px on nothing is cut off sideways; the panel stands below the timeline, the texts below the panel."""
    page.set_viewport_size({"width": 360, "height": 740})
    try:
        settled(page)
        page.wait_for_timeout(400)
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        drawing, panel, texts = (_edges(page, place) for place in ("#chart", ".detail-card", ".texts"))
        assert drawing[1] <= panel[0]
        assert panel[1] <= texts[0]
    finally:  # the tab is everybody's
        page.set_viewport_size({"width": 1290, "height": 924})
        page.wait_for_timeout(400)
        settled(page)


def _edges(page: Page, place: str) -> tuple[float, float]:
    """Where something begins and ends, from above."""
    box = page.locator(place).bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]


def test_dark_colours_are_kept(page: Page) -> None:
    """The theme changes page and drawing, and is there again after a reload."""
    page.get_by_role("button", name="Dark colours").click()
    settled(page)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    paper = page.evaluate("getComputedStyle(document.querySelector('.chart-card')).backgroundColor")
    assert page.evaluate("document.documentElement.dataset.mantineColorScheme") == "dark"
    wanted = page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper').trim()")
    assert paper == "rgb({}, {}, {})".format(*bytes.fromhex(wanted.removeprefix("#")))
    page.reload()
    page.locator("#overview svg").wait_for()
    settled(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


_MARKED = "(name) => [...(CSS.highlights.get(name) || [])].map((one) => one.toString())"


def test_a_reason_marks_its_words_and_its_days(page: Page) -> None:
    """Pointed at, or with the keyboard within it: its words in the article, its days on the axis."""
    choose_event(page, "draw up the plan")
    page.get_by_role("tab", name="Article").click()
    settled(page)
    page.locator("#detail .step", has_text="puts it before").hover()
    assert page.evaluate(_MARKED, "reason") == ["before Trump's re-election"]
    expect(page.locator("#bands .tag.for-reason")).to_have_text("by 5 Nov 2024")
    expect(page.locator("#bands .band.for-reason.open-before")).to_have_count(1)
    page.mouse.move(0, 0)
    assert page.evaluate(_MARKED, "reason") == []
    expect(page.locator("#bands .band")).to_have_count(0)
    page.locator("#detail .step", has_text="is known to be").get_by_role("button", name="re-election").focus()
    assert page.evaluate(_MARKED, "reason") == ["re-election"]
    expect(page.locator("#bands .tag.for-reason")).to_have_text("5 Nov 2024")
    page.evaluate("document.activeElement.blur()")
    assert page.evaluate(_MARKED, "reason") == []


def test_the_words_of_a_reason_lead_to_the_article(page: Page) -> None:
    """Whatever tab is open: the text comes forward with the words marked."""
    choose_event(page, "draw up the plan")
    page.locator("#detail .step", has_text="puts it before").get_by_role("button").first.click()
    settled(page)
    expect(page.get_by_role("tab", name="Article")).to_have_attribute("aria-selected", "true")
    assert page.evaluate(_MARKED, "found") == ["before Trump's re-election"]


def test_what_is_usual_stands_apart(page: Page) -> None:
    """With what is stated alone before it."""
    choose_event(page, "begin to discuss")
    expect(page.locator("#detail .usual-says")).to_contain_text("What is stated says: by 31 December 2025")
    expect(page.locator("#detail ol.why.usual li").first).to_contain_text("goes on from")


def test_a_time_says_which_when_pointed_at(page: Page) -> None:
    """The month that is meant; the weekday by the day of publication, while that is open."""
    page.locator("#article .time", has_text="April").hover()
    expect(page.locator("#told .time-told")).to_have_text("April 2025")
    page.locator("#article .time", has_text="Tuesday").first.hover()
    expect(page.locator("#told .time-told")).to_contain_text("the Tuesday before publication, between 12 August")
    page.mouse.move(0, 0)
    expect(page.locator("#told")).to_be_hidden()


def test_an_event_within_another_can_be_told_and_reached(page: Page) -> None:
    """It begins visibly, and each click on the same words goes on to the next event they tell."""
    nested = page.locator("#article mark.nested", has_text="Trump's").first
    expect(nested).to_have_class(re.compile("begins"))
    nested.click()
    settled(page)
    first = chosen(page)
    nested.click()
    settled(page)
    assert {first, chosen(page)} == {"Trump's re-election", "British and French officials draw up the plan for a force"}
