"""The timeline in the user's hands: lanes in another order, the strip below, what fades out, and what has no date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened, put, settled, window
from tests.browser.drawing import clashes, plot, texts
from tests.scene import examples

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Site

FADING = """() => [...document.querySelectorAll('#graph .barlayer .point path')]
    .filter((path) => path.style.fill.includes('fade'))
    .map((path) => [path.style.fill, path.getBoundingClientRect().width])"""


def lanes(page: Page) -> list[str]:
    """The lanes of the drawing from top to bottom."""
    keys: list[str] = page.evaluate("window.timelineChart.plan().lanes.map((lane) => lane.key)")
    return keys


def carry(page: Page, lane: str, y: float) -> None:
    """Take a lane by its title and hold it at a height of the page."""
    box = page.get_by_role("button", name=f"Fold {lane}").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 30, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 30, y, steps=4)


def test_a_lane_is_dragged_to_another_place_and_stays_there(page: Page) -> None:
    """The address tells the order, zooming keeps it, back undoes it; the click that ends the drag folds nothing."""
    before, top = lanes(page), plot(page).top
    carry(page, "Russia", top + 5)
    assert page.locator(".lane-line").count() == 1
    page.mouse.up()
    settled(page)
    after = ["Russia", *(lane for lane in before if lane != "Russia")]
    assert lanes(page) == after
    assert "top=Russia" in page.url
    assert "fold=" not in page.url
    for _ in range(6):
        page.keyboard.press("+")
    settled(page)
    assert lanes(page) == after
    page.go_back()
    settled(page)
    assert lanes(page) == before


def test_a_lane_that_is_carried_can_be_let_go(page: Page) -> None:
    """Escape drops it where it was, and the arrows beside a title move it without dragging."""
    before = lanes(page)
    carry(page, "NATO", plot(page).top + 5)
    page.keyboard.press("Escape")
    page.mouse.up()
    settled(page)
    assert lanes(page) == before
    page.get_by_role("button", name="Fold NATO").hover()
    page.get_by_role("button", name="Move NATO up").click()
    settled(page)
    at = before.index("NATO")
    assert lanes(page)[at - 1] == "NATO"


def test_a_picture_has_the_lanes_as_they_stand(page: Page, site: Site) -> None:
    """What is exported is what was seen."""
    opened(page, f"{site.address}?top=NATO&top=Russia")
    assert lanes(page)[:2] == ["NATO", "Russia"]
    drawing = page.request.get(f"{site.address}export/timeline.svg?top=NATO&top=Russia").text()
    assert drawing.index(">NATO<") < drawing.index(">Russia<") < drawing.index(">United States<")


def test_the_strip_is_dragged_by_its_edges_and_its_body(page: Page) -> None:
    """An edge changes one end of what is seen, the body moves both, a click beside leads there."""
    whole, box = window(page), page.locator("#overview").bounding_box()
    assert box
    area, y = plot(page), box["y"] + 15
    middle = (area.left + area.right) / 2
    page.mouse.move(area.right, y)
    page.mouse.down()
    page.mouse.move(middle, y, steps=3)
    page.mouse.up()
    settled(page)
    half = window(page)
    assert half[0] == pytest.approx(whole[0])
    assert half[1] == pytest.approx(sum(whole) / 2, abs=2)
    page.mouse.move((area.left + middle) / 2, y)
    page.mouse.down()
    page.mouse.move((area.left + middle) / 2 + 90, y, steps=3)
    page.mouse.up()
    settled(page)
    along = window(page)
    assert along[1] - along[0] == pytest.approx(half[1] - half[0])
    assert along[0] > half[0]
    page.mouse.click(area.right - 30, y)
    settled(page)
    assert window(page)[1] > along[1]
    page.mouse.dblclick(area.right - 30, y)
    settled(page)
    assert window(page) == pytest.approx(whole)


def test_what_fades_out_does_so_on_as_many_pixels_however_near(page: Page) -> None:
    """Between two turns of the wheel and at rest, an open end is as long as it was."""
    before = dict(page.evaluate(FADING))
    open_ends = {name: wide for name, wide in before.items() if wide < 130}
    assert open_ends
    area = plot(page)
    page.mouse.move(area.right - 60, area.bottom - 4)
    for _ in range(3):
        page.mouse.wheel(0, -120)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    for _ in range(2):
        now = dict(page.evaluate(FADING))
        assert {name: now[name] for name in open_ends if name in now} == pytest.approx(open_ends, abs=0.6)
        settled(page)
    assert window(page)[1] - window(page)[0] > 0


def test_what_has_no_date_says_what_it_is_and_is_listed(page: Page, site: Site) -> None:
    """The strip of undated events has the same card as the drawing, and its count opens as a list."""
    undated = [examples.event(number, f"Nobody knows when number {number} was") for number in range(40)]
    dated = examples.event(99, "Known", examples.within("2024-05-01", "2024-05-01"))
    put(site.chronicle, examples.plain(dated, *undated))
    opened(page, site.address)
    page.locator("#over .fixed .words").first.hover()
    expect(page.locator("#hover")).to_contain_text("Nobody knows when")
    expect(page.locator("#hover")).to_contain_text("date unknown")
    count = page.locator("#over .fixed .tally")
    number = int((count.text_content() or "").strip().removeprefix("+"))
    count.click()
    settled(page)
    listed = page.get_by_role("dialog", name="Events of this count")
    expect(listed.locator("li")).to_have_count(number)
    expect(listed.get_by_role("heading")).to_have_text(f"{number} events without a date")
    page.keyboard.press("Escape")


def test_ten_thousand_events_move_like_ten(page: Page, site: Site) -> None:
    """Nearer by wheel, farther by keys, along the strip: no words over others, and every step is drawn."""
    put(site.chronicle, examples.many(10_000, lanes=6))
    opened(page, f"{site.address}?events=all")
    area = plot(page)
    page.mouse.move((area.left + area.right) / 2, area.bottom - 4)
    for step in range(4):
        page.mouse.wheel(0, -360)
        settled(page)
        assert clashes(texts(page)) == [], step
    page.keyboard.press("Shift+ArrowLeft")
    settled(page)
    assert len(texts(page, "#over .labels text")) > 10
    page.keyboard.press("0")
    settled(page)
    assert len(texts(page, "#over .tally text")) > 0
