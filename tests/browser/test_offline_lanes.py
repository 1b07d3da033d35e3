"""The lanes of the exported page: folded, put in another order, and what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.drawing import clashes, texts
from tests.scene import examples

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.offline import Seen


def test_counts_open_and_lanes_fold(seen: Seen, tmp_path: Path) -> None:
    """A number lists the events that have no room; a lane's title folds it, and what lies below moves up."""
    page = seen.open(tmp_path, examples.many(100, clustered=60))
    tally = page.locator("#over .tally").first
    number = int((tally.text_content() or "").lstrip("+"))
    tally.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#counted li")).to_have_count(number)
    page.locator("#counted li button").first.click()
    expect(page.locator("#detail .event-title")).to_be_visible()
    high = page.evaluate("window.timelineChart.plan().height")
    lane = page.locator("#over .lane-title").first
    lane.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#over .lane-title").first).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("window.timelineChart.plan().height") < high
    expect(page.locator("#under .density rect").first).to_be_visible()
    assert clashes(texts(page, "#over .labels text, #over .tallies text")) == []


def test_lanes_are_put_in_another_order(seen: Seen, tmp_path: Path) -> None:
    """By keys, by small arrows and by dragging, as in the app; nothing touches, and zooming keeps it."""
    page = seen.open(tmp_path, examples.force())
    keys = "window.timelineChart.plan().lanes.map((lane) => lane.key)"
    first, second, *rest = page.evaluate(keys)
    page.locator("#over .lane-title").first.focus()
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate(keys) == [second, first, *rest]
    expect(page.locator("#live")).to_have_text(f"{first} is lane 2 of {len(rest) + 2}.")
    expect(page.get_by_role("button", name=f"Fold {first}")).to_be_focused()
    page.get_by_role("button", name=f"Fold {rest[-1]}").hover()
    page.get_by_role("button", name=f"Move {rest[-1]} up").click()
    moved = [second, first, *rest[:-2], rest[-1], rest[-2]]
    assert page.evaluate(keys) == moved
    box = page.get_by_role("button", name=f"Fold {rest[-1]}").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 30, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 30, page.evaluate("over.getBoundingClientRect().top") + 5, steps=4)
    page.mouse.up()
    assert page.evaluate(keys) == [rest[-1], second, first, *rest[:-2], rest[-2]]
    assert clashes(texts(page, "#over .labels text, #over .tallies text")) == []
    page.keyboard.press("+")
    page.get_by_role("button", name=f"Fold {first}").press("Enter")
    assert page.evaluate(keys) == [rest[-1], second, first, *rest[:-2], rest[-2]]
