"""From a phone to a wide screen, by finger or mouse, light or dark, calm or forced into few colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened, settled, window
from tests.browser.drawing import clashes, labels, plot, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, CDPSession, Page

    from tests.browser.conftest import Site

    Finger = Callable[[str, list[tuple[float, float]]], None]

SIZES = {
    "phone": (360, 740),
    "at 200 %": (640, 460),
    "tablet": (820, 1180),
    "usual": (1290, 924),
    "large": (1920, 1080),
    "widest": (2560, 1440),
}


def size(page: Page, wide: int, high: int) -> None:
    """Another size of the window, once everything is drawn for it."""
    if page.viewport_size != {"width": wide, "height": high}:
        page.set_viewport_size({"width": wide, "height": high})
        page.wait_for_timeout(260)  # after which the page takes it for the last size
    settled(page)


@pytest.fixture
def resized(page: Page) -> Iterator[Page]:
    """A page whose size is changed."""
    yield page
    size(page, 1290, 924)


def tall(page: Page, selector: str) -> tuple[float, float]:
    """The upper and lower edge of a part of the page."""
    box = page.locator(selector).bounding_box()
    assert box, selector
    return box["y"], box["y"] + box["height"]


@pytest.mark.parametrize("name", SIZES)
def test_everything_has_its_place_at_every_size(resized: Page, name: str) -> None:
    """Nothing is wider than the window, no words of the drawing over others or cut, and some events can be read."""
    wide, high = SIZES[name]
    size(resized, wide, high)
    assert resized.evaluate("document.documentElement.scrollWidth") <= wide
    area, found = plot(resized), texts(resized)
    assert clashes(found) == []
    assert all(one.left >= 0 and one.right <= wide for one in found)
    assert all(area.left - 1 <= one.left and one.right <= area.right + 1 for one in labels(resized))
    assert len(labels(resized)) >= (5 if wide < 600 else 12)
    assert resized.get_by_role("button", name="Fit").is_visible()


def test_on_a_phone_what_is_selected_stands_below_the_timeline(resized: Page) -> None:
    """One column: timeline, panel, article."""
    size(resized, 360, 740)
    assert tall(resized, ".chart-card")[1] <= tall(resized, ".detail-card")[0]
    assert tall(resized, ".detail-card")[1] <= tall(resized, ".texts")[0]


def test_on_a_wide_page_the_article_stands_beside_the_table(resized: Page, site: Site) -> None:
    """The table opens by itself; another tab takes its place, and the article alone takes both."""
    resized.set_viewport_size({"width": 1920, "height": 1080})
    opened(resized, site.address)
    resized.locator(".ag-row").first.wait_for()
    article, table = resized.locator("#article").bounding_box(), resized.locator(".grid-room").bounding_box()
    assert article
    assert table
    assert article["x"] + article["width"] <= table["x"]
    assert resized.evaluate("window.scrollY") == 0
    resized.get_by_role("tab", name="Article").click()
    settled(resized)
    alone = resized.locator("#article").bounding_box()
    assert alone
    assert alone["width"] > 2 * article["width"]


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[tuple[Page, Finger]]:
    """The page on a phone, and what fingers do: the name of the event, and where they are."""
    page = browser.new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    opened(page, site.address)
    session: CDPSession = page.context.new_cdp_session(page)

    def touch(kind: str, places: list[tuple[float, float]]) -> None:
        points: list[dict[str, Any]] = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.evaluate("() => new Promise((done) => requestAnimationFrame(done))")

    yield page, touch
    page.context.close()


def test_one_finger_moves_the_timeline_sideways_and_the_page_up(phone: tuple[Page, Finger]) -> None:
    """Along the axis it pans; across it the page scrolls, and the timeline stays where it is."""
    page, touch = phone
    page.get_by_role("button", name="Zoom in").click()
    settled(page)
    before, area = window(page), plot(page)
    x, y = area.left + 120, area.top + 60
    touch("touchStart", [(x, y)])
    for step in range(1, 7):
        touch("touchMove", [(x - 12 * step, y)])
    touch("touchEnd", [])
    settled(page)
    after = window(page)
    assert after[0] > before[0]
    assert after[1] - after[0] == pytest.approx(before[1] - before[0])
    assert page.evaluate("window.scrollY") == 0
    touch("touchStart", [(x, y)])
    for step in range(1, 9):
        touch("touchMove", [(x, y - 20 * step)])
    touch("touchEnd", [])
    settled(page)
    assert page.evaluate("window.scrollY") > 50
    assert window(page) == pytest.approx(after)


def test_a_resting_finger_takes_a_lane_and_a_moving_one_the_page(phone: tuple[Page, Finger]) -> None:
    """Lanes are put into another order by finger as well; the strip below by its edges."""
    page, touch = phone
    keys = "window.timelineChart.plan().lanes.map((lane) => lane.key)"
    before, box = page.evaluate(keys), page.get_by_role("button", name="Fold Russia").bounding_box()
    assert box
    x, y, top = box["x"] + 50, box["y"] + box["height"] / 2, plot(page).top
    touch("touchStart", [(x, y)])
    page.wait_for_timeout(420)  # longer than a finger rests before it takes a lane
    for step in range(1, 7):
        touch("touchMove", [(x, y + (top + 4 - y) * step / 6)])
    touch("touchEnd", [])
    settled(page)
    assert page.evaluate(keys) == ["Russia", *(lane for lane in before if lane != "Russia")]
    strip, area, whole = page.locator("#overview").bounding_box(), plot(page), window(page)
    assert strip
    page.evaluate("document.getElementById('overview').scrollIntoView({ block: 'center' })")
    height = page.locator("#overview").bounding_box()
    assert height
    touch("touchStart", [(area.right - 12, height["y"] + 15)])
    for step in range(1, 6):
        touch("touchMove", [(area.right - 12 - 15 * step, height["y"] + 15)])
    touch("touchEnd", [])
    settled(page)
    now = window(page)
    assert now[0] == pytest.approx(whole[0])
    assert now[1] < whole[1]


def test_the_page_turns_dark_with_the_system_until_somebody_chooses(browser: Browser, site: Site) -> None:
    """A change while the page is open is followed; a choice of one's own is kept, and given up by choosing back."""
    page = browser.new_page(color_scheme="light")
    opened(page, site.address)
    html = page.locator("html")
    expect(html).to_have_attribute("data-mantine-color-scheme", "light")
    page.emulate_media(color_scheme="dark")
    expect(html).to_have_attribute("data-mantine-color-scheme", "dark")
    settled(page)
    page.get_by_role("button", name="Light colours").click()
    settled(page)
    page.reload()
    settled(page)
    expect(html).to_have_attribute("data-mantine-color-scheme", "light")
    page.get_by_role("button", name="Dark colours").click()
    settled(page)
    page.emulate_media(color_scheme="light")
    expect(html).to_have_attribute("data-mantine-color-scheme", "light")
    page.context.close()


def test_forced_colours_leave_every_word_to_be_read(browser: Browser, site: Site) -> None:
    """Where the system has few colours of its own, the drawing's words have those of its text."""
    page = browser.new_page(forced_colors="active", color_scheme="dark")
    opened(page, site.address)
    colours = page.evaluate(
        """() => [...document.querySelectorAll('#over text')].map((one) => getComputedStyle(one).fill)"""
    )
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert set(colours) == {ink}
    page.context.close()


def test_where_motion_is_reduced_nothing_moves_by_itself(page: Page) -> None:
    """No transition or animation lasts, and panes jump to what is selected."""
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    lasting = page.evaluate(
        """() => [...document.querySelectorAll('*')].map((one) => getComputedStyle(one))
            .filter((style) => style.transitionProperty !== 'none' && parseFloat(style.transitionDuration) > 0.02
                || style.animationName !== 'none' && parseFloat(style.animationDuration) > 0.02).length"""
    )
    assert lasting == 0
