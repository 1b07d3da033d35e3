"""Everything can be done by keys, the help lists them all, and those who listen hear what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import chosen, settled, window
from timeline.app.actions import VERBS
from timeline.app.keys import KEYS, Key, Keys

if TYPE_CHECKING:
    from playwright.sync_api import Page

LISTEN = """() => { const sent = []; const page = window.timelinePage; const own = page.send;
    page.send = (verb, arg) => { sent.push([verb, arg === undefined ? null : arg]); };
    window.sentByKeys = sent; window.stopListening = () => { page.send = own; }; }"""
LOCAL = {"zoom", "pan", "fit", "focus", "dialog", "lane-move", "overview", "leave", "filters"}
"""Verbs that need no answer of the server."""


def lanes(page: Page) -> list[str]:
    """The lanes of the drawing from top to bottom."""
    keys: list[str] = page.evaluate("window.timelineChart.plan().lanes.map((lane) => lane.key)")
    return keys


def heard(page: Page) -> str:
    """What the live region says."""
    return page.locator("#live").inner_text()


def test_the_help_lists_every_key_and_each_does_what_it_says(page: Page) -> None:
    """One list is what the help shows and what the page acts by: pressed where it says, each key sends its verb."""
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keys and signs")
    expect(help_.locator("table.keys tr")).to_have_count(len(KEYS))
    rows = [row.inner_text() for row in help_.locator("table.keys tr").all()]
    for row, shown in zip(KEYS, rows, strict=True):
        assert row.says in shown
        assert all(key.shown in shown for key in row.keys)
    page.keyboard.press("Escape")
    expect(help_).to_have_count(0)
    page.evaluate(LISTEN)
    pressed = [(row, key) for row in KEYS for key in row.keys if key.verb != "leave"]
    for row, key in pressed:
        page.evaluate("document.activeElement.blur()")
        if row.within:
            page.locator(f"{row.within}[tabindex='0'], {row.within} [tabindex='0']").first.focus()
        page.keyboard.press(key.name)
    sent = page.evaluate("window.sentByKeys")
    page.evaluate("window.stopListening()")
    assert [tuple(one) for one in sent] == [(key.verb, key.arg) for _, key in pressed]


@pytest.mark.parametrize("row", KEYS, ids=lambda row: row.says[:30])
def test_every_key_means_something(row: Keys) -> None:
    """Its verb is one that the server or the page knows, and no key stands twice where it would be ambiguous."""
    assert all(key.verb in VERBS or key.verb in LOCAL for key in row.keys)
    others: list[Key] = [key for other in KEYS if other.within == row.within for key in other.keys]
    assert len({key.name for key in others}) == len(others)


def test_the_view_is_moved_by_keys_and_told_once(page: Page) -> None:
    """Nearer, aside and back: the window follows, and one sentence says what is seen."""
    whole = window(page)
    page.keyboard.press("+")
    page.keyboard.press("+")
    settled(page)
    near = window(page)
    assert near[1] - near[0] == pytest.approx((whole[1] - whole[0]) / 2.25)
    page.keyboard.press("Shift+ArrowRight")
    settled(page)
    assert window(page)[0] == pytest.approx(near[0] + 0.2 * (near[1] - near[0]))
    days = page.locator("#overview .frame").get_attribute("aria-valuetext")
    count = page.evaluate("window.timelineOverlay.count()")
    expect(page.locator("#live")).to_have_text(f"{days}: {count} events.")
    page.keyboard.press("0")
    settled(page)
    assert window(page) == pytest.approx(whole)


def test_the_strip_below_is_three_sliders(page: Page) -> None:
    """Frame and edges have a name and say their days; arrows move them, Home and End lead to the ends."""
    first, last = page.get_by_role("slider", name="First day shown"), page.get_by_role("slider", name="Last day shown")
    whole = window(page)
    last.focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("Home")
    settled(page)
    assert window(page)[1] < whole[0] + (whole[1] - whole[0]) / 20
    page.keyboard.press("End")
    settled(page)
    assert window(page) == pytest.approx(whole)
    first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    settled(page)
    inner = window(page)
    assert inner[0] > whole[0]
    assert inner[1] == pytest.approx(whole[1])
    expect(first).to_be_focused()
    page.get_by_role("slider", name="Days that are shown").focus()
    page.keyboard.press("ArrowLeft")
    settled(page)
    moved = window(page)
    assert moved[1] - moved[0] == pytest.approx(inner[1] - inner[0])
    assert moved[0] == pytest.approx(inner[0] - 0.1 * (inner[1] - inner[0]))


def test_a_lane_is_moved_and_folded_by_keys_and_keeps_the_keyboard(page: Page) -> None:
    """Alt and an arrow move the lane whose title has the keyboard; it is told where the lane is now."""
    before = lanes(page)
    title = page.get_by_role("button", name="Fold NATO")
    title.focus()
    page.keyboard.press("Alt+ArrowUp")
    settled(page)
    at = before.index("NATO")
    assert lanes(page) == [*before[: at - 1], "NATO", before[at - 1], *before[at + 1 :]]
    expect(title).to_be_focused()
    assert heard(page) == f"NATO is lane {at} of {len(before)}."
    page.keyboard.press("Alt+ArrowDown")
    settled(page)
    assert lanes(page) == before
    assert "top=" not in page.url
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_role("button", name="Unfold NATO")).to_be_focused()


def test_a_day_of_work_without_a_mouse(page: Page) -> None:
    """Step to an event, ask why, edit its date, take that back, search, and come back to the drawing: keys alone."""
    start = chosen(page)
    page.keyboard.press("ArrowRight")
    settled(page)
    second = chosen(page)
    assert second != start
    assert second in heard(page)
    page.keyboard.press("e")
    settled(page)
    expect(page.locator("form[data-act] input").first).to_be_focused()
    page.keyboard.type("3 March 2025")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator("#detail h2.when")).to_contain_text("3 March 2025")
    page.keyboard.press("u")
    settled(page)
    expect(page.locator("#detail h2.when")).not_to_contain_text("3 March 2025")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("Putin")
    settled(page)
    assert "q=Putin" in page.url
    page.locator("#search").fill("")
    page.keyboard.press("Escape")
    settled(page)
    expect(page.locator("#search")).not_to_be_focused()


def test_what_has_the_keyboard_is_seen(page: Page) -> None:
    """Every stop of Tab shows where it is: an outline, or a frame of the drawing's own."""
    page.locator("#header button").first.focus()
    unseen = []
    for _ in range(45):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
                const one = document.activeElement;
                if (one === document.body) return ["", true]; // beyond the last stop
                const parts = [one, ...one.querySelectorAll("rect, path")];
                const told = ["outlineStyle", "outlineWidth", "stroke", "strokeWidth", "borderColor"];
                const plain = (part) => told.map((name) => getComputedStyle(part)[name]).join();
                const name = one.getAttribute("aria-label") || one.textContent.slice(0, 30);
                const seen = parts.map(plain);
                one.blur();
                const changed = parts.map(plain).some((now, at) => now !== seen[at]);
                one.focus({ focusVisible: true });
                return [name, changed]; }"""
        )
        if not found[1]:
            unseen.append(found[0])
    assert unseen == []
