"""Moving about in the drawing: what stands on it goes along, and the server is asked only for what is not there."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ASKS, opened, settled, show_tab, window
from tests.browser.drawing import clashes, glyph, labels, plot, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import CDPSession, Page, Route

    from tests.browser.conftest import Site


@pytest.fixture
def touch(page: Page) -> Iterator[Callable[[str, list[tuple[float, float]]], None]]:
    """Fingers on the page: the name of the event, and where they are."""
    session: CDPSession = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})

    def send(kind: str, points: list[tuple[float, float]]) -> None:
        places = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    yield send
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
    session.detach()


def near(page: Page, notches: int, x: float | None = None) -> None:
    """Turn the wheel above the drawing by so many notches; negative ones go farther."""
    area = plot(page)
    page.mouse.move(x or (area.left + area.right) / 2, (area.top + area.bottom) / 2)
    for _ in range(abs(notches)):
        page.mouse.wheel(0, -120 if notches > 0 else 120)
    settled(page)


def frames(page: Page) -> None:
    """Let the browser draw what it has been told."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_labels_stay_with_their_glyphs_while_one_drags(page: Page) -> None:
    """During a drag nothing is set anew: glyph and words move by the same pixels."""
    event = page.locator("#over .labels .words", has_text="Oval Office").get_attribute("data-event")
    assert event is not None
    which = f'#over .labels .words[data-event="{event}"] text'
    mark, words = glyph(page, event), texts(page, which)[0]
    area = plot(page)
    page.mouse.move(area.left + 300, area.bottom - 5)
    page.mouse.down()
    page.mouse.move(area.left + 240, area.bottom - 5, steps=4)
    frames(page)
    moved, set_ = glyph(page, event), texts(page, which)[0]
    page.mouse.up()
    assert moved[0] - mark[0] == pytest.approx(-60, abs=1)
    assert set_.left - words.left == pytest.approx(-60, abs=1)
    assert set_.right - set_.left == pytest.approx(words.right - words.left, abs=0.5)
    settled(page)
    assert glyph(page, event)[0] - mark[0] == pytest.approx(-60, abs=1)


def test_dots_keep_their_shape_while_one_zooms(page: Page) -> None:
    """Between two turns of the wheel a dot is as wide as before, and its label as large."""
    event = page.locator("#over .labels .words", has_text="Oval Office").get_attribute("data-event")
    assert event is not None
    size = """(event) => [...window.timelinePage.plot().querySelectorAll('.scatterlayer .points path')]
        .map((one) => one.getBoundingClientRect()).map((box) => box.width / box.height)"""
    area, before = plot(page), page.evaluate(size, event)
    page.mouse.move(glyph(page, event)[0], area.bottom - 5)
    page.mouse.wheel(0, -240)
    frames(page)
    assert not page.evaluate("window.timelinePage.idle()")
    assert page.evaluate(size, event)[: len(before)] == pytest.approx(before, rel=0.05)
    settled(page)


def test_a_pan_within_the_margin_asks_nobody(page: Page, asked: list[str]) -> None:
    """The address follows, the server hears nothing of it; what it is told next carries the window along."""
    near(page, 4)
    asked.clear()
    shown, area = window(page), plot(page)
    page.mouse.move(area.left + 400, area.top + 60)
    page.mouse.down()
    page.mouse.move(area.left + 300, area.top + 60, steps=5)
    page.mouse.up()
    settled(page)
    assert asked == []
    assert window(page)[0] > shown[0]
    assert "from=" in page.url
    address = page.url
    show_tab(page, "Events")
    assert asked == ["tab"]
    assert page.url.startswith(address)


def test_labels_are_clear_of_each_other_after_any_gesture(page: Page) -> None:
    """Whatever is done with wheel and drag, no words lie over others, and none are cut by the edge."""
    chance, area = random.Random(4), plot(page)  # noqa: S311 - the order of gestures, no secret
    for _ in range(14):
        x = chance.uniform(area.left + 40, area.right - 40)
        if chance.random() < 0.6:
            near(page, chance.choice([-3, -2, 2, 3, 4]), x)
        else:
            page.mouse.move(x, area.bottom - 4)
            page.mouse.down()
            page.mouse.move(chance.uniform(area.left, area.right), area.bottom - 4, steps=4)
            page.mouse.up()
            settled(page)
        found = texts(page)
        assert clashes(found) == []
        assert all(area.left - 1 <= one.left and one.right <= area.right + 1 for one in labels(page))


def test_the_wheel_zooms_around_the_pointer_and_a_double_click_shows_everything(page: Page) -> None:
    """The day under the pointer stays where it is; a double click beside any glyph is the way back."""
    area, whole = plot(page), window(page)
    x = area.left + (area.right - area.left) / 5
    near(page, 5, x)
    first, last = window(page)
    assert last - first < (whole[1] - whole[0]) / 2
    assert first + (last - first) / 5 == pytest.approx(whole[0] + (whole[1] - whole[0]) / 5, abs=(last - first) / 500)
    page.mouse.dblclick(area.right - 4, area.top + 3)
    settled(page)
    assert window(page) == pytest.approx(whole)
    assert "from=" not in page.url


def test_two_fingers_zoom_and_keep_their_days(
    page: Page, touch: Callable[[str, list[tuple[float, float]]], None]
) -> None:
    """A pinch by a factor of two halves the window, around the fingers."""
    area, before = plot(page), window(page)
    y, middle = area.top + 120, (area.left + area.right) / 2
    touch("touchStart", [(middle - 50, y), (middle + 50, y)])
    for step in range(1, 6):
        touch("touchMove", [(middle - 50 - 10 * step, y), (middle + 50 + 10 * step, y)])
        frames(page)
    touch("touchEnd", [])
    settled(page)
    after = window(page)
    assert after[1] - after[0] == pytest.approx((before[1] - before[0]) / 2, rel=0.02)
    assert sum(after) / 2 == pytest.approx(sum(before) / 2, abs=(after[1] - after[0]) * 0.02)


def test_a_count_opens_as_a_list(page: Page, site: Site) -> None:
    """What has no room is counted; the count lists it, by mouse and by key, and Escape closes the list."""
    page.set_viewport_size({"width": 700, "height": 620})
    opened(page, f"{site.address}?events=all")
    count = page.locator("#over .tally").first
    expect(count).to_be_visible()
    number = int((count.text_content() or "").strip().removeprefix("+"))
    count.focus()
    page.keyboard.press("Enter")
    settled(page)
    listed = page.get_by_role("dialog", name="Events of this count")
    expect(listed.locator("li")).to_have_count(number)
    title = listed.locator("li button").first
    expect(title).to_be_focused()
    page.keyboard.press("Escape")
    expect(listed).to_have_count(0)
    count.click()
    settled(page)
    words = title.inner_text()
    title.click()
    settled(page)
    expect(page.locator("#detail .event-title")).to_have_text(words)
    page.set_viewport_size({"width": 1290, "height": 924})
    settled(page)


def test_a_pointer_leads_to_what_lies_beyond(page: Page) -> None:
    """At the edge stands how many events lie beside the window, and when; a click goes to the nearest of them."""
    near(page, 6, plot(page).right - 30)
    before = page.locator("#over .pointer", has_text="\u2039")
    expect(before).to_contain_text("event")
    edge = window(page)[0]
    before.click()
    settled(page)
    assert window(page)[0] < edge
    assert labels(page)


def test_a_lane_folds_to_a_strip_and_back(page: Page) -> None:
    """Its title is a button; folded, the lane shows only how many events there are."""
    title = page.get_by_role("button", name="Fold United States")
    count = len(labels(page))
    title.click()
    settled(page)
    assert "fold=United+States" in page.url
    assert len(labels(page)) < count
    assert page.locator("#under .density rect").count() > 0
    page.get_by_role("button", name="Unfold United States").press("Enter")
    settled(page)
    assert len(labels(page)) == count


def test_an_answer_that_comes_too_late_is_dropped(page: Page) -> None:
    """What the server drew for a window that is left again never shows: the drawing does not jump back."""
    area = plot(page)
    kept: list[Route] = []

    def hold(route: Route) -> None:
        kept.append(route) if not kept else route.continue_()

    page.route(ASKS, hold)
    page.mouse.move((area.left + area.right) / 2, area.bottom - 4)
    for _ in range(14):
        page.mouse.wheel(0, -120)
    for _ in range(100):
        if kept:
            break
        page.wait_for_timeout(50)
    assert kept, "the server is asked for what lies beyond the level"
    page.mouse.down()
    page.mouse.move(area.left + 200, area.bottom - 4, steps=4)
    kept[0].continue_()
    page.wait_for_timeout(250)
    page.mouse.move(area.left + 150, area.bottom - 4, steps=4)
    frames(page)
    held = page.evaluate("window.timelineChart.seen()")
    page.mouse.up()
    settled(page)
    page.unroute(ASKS)
    assert window(page) == pytest.approx(held)
    assert page.evaluate("window.timelineChart.seen()") == pytest.approx(held)


def test_a_glyph_is_hit_beside_its_edge_and_says_what_it_is(page: Page) -> None:
    """Ten pixels above a dot are near enough; the card has title, date in words and where it comes from."""
    event = page.locator("#over .labels .words", has_text="Oval Office").get_attribute("data-event")
    assert event is not None
    x, y = glyph(page, event)
    page.mouse.move(x + 3, y + 10)
    card = page.locator("#hover")
    expect(card).to_be_visible()
    expect(card).to_contain_text("28 February 2025")
    page.mouse.click(x + 3, y + 10)
    settled(page)
    expect(page.locator("#detail h2.when")).to_contain_text("28 February 2025")


def test_a_click_between_two_turns_of_the_wheel_ends_no_gesture(page: Page) -> None:
    """The wheel comes to rest while the button is down: the window is drawn when it is let go."""
    area, before = plot(page), window(page)
    page.mouse.move((area.left + area.right) / 2, area.bottom - 4)
    page.mouse.wheel(0, -120)
    page.mouse.down()
    page.wait_for_timeout(200)
    page.mouse.up()
    settled(page)
    after = window(page)
    assert after[1] - after[0] < before[1] - before[0]
    assert after == pytest.approx(page.evaluate("window.timelineChart.seen()"))


def test_the_calendar_ends_the_zoom(page: Page) -> None:
    """No nearer than minutes, no farther than the years that are counted."""
    page.evaluate("window.timelinePage.show(700000, 700000.0001)")
    settled(page)
    assert window(page)[1] - window(page)[0] >= 1 / 1440
    assert any(":" in one.words for one in texts(page, "#over .axis text"))
    page.evaluate("window.timelinePage.show(-1e9, 1e9)")
    settled(page)
    first, last = window(page)
    assert (first, last) == pytest.approx((-3652424, 3652059))
    assert any("BCE" in one.words for one in texts(page, "#over .axis text"))


def test_the_layers_are_painted_in_the_theme(page: Page) -> None:
    """Words and grid have the colours of the drawing's own theme, light or dark."""
    colour = "() => getComputedStyle(document.querySelector('#over .labels text')).fill"
    light = page.evaluate(colour)
    page.get_by_role("button", name="Dark colours").click()
    settled(page)
    assert page.evaluate(colour) != light
    page.get_by_role("button", name="Light colours").click()
    settled(page)
    assert page.evaluate(colour) == light


def test_a_narrow_drawing_keeps_its_words_inside(page: Page) -> None:
    """On a phone the labels are fewer, and none leaves the drawing."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.wait_for_timeout(400)
    settled(page)
    area, found = plot(page), texts(page)
    assert clashes(found) == []
    assert all(one.left >= 0 and one.right <= 360 for one in found)
    assert all(area.left - 1 <= one.left and one.right <= area.right + 1 for one in labels(page))
    page.set_viewport_size({"width": 1290, "height": 924})
    page.wait_for_timeout(400)
    settled(page)
