"""A window beyond what the page can draw by itself: asked for once and alone; the rest of the page follows later."""

from __future__ import annotations

import contextlib
import re
import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened, questions, settled, show_tab, window
from tests.browser.files import exported
from tests.scene.examples import many
from timeline.app.server import make_server
from timeline.library.index import Index
from timeline.workspace.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page, Route

    from tests.browser.conftest import Heard

COUNT = 2000
PANES = 'document.querySelector("#detail").innerText + document.querySelector("#events").innerText'

IN_A_ROW = """async (shares) => {
    const [page, chart] = [window.timelinePage, window.timelineChart];
    const plans = new Set();
    for (const share of shares) {
        const [first, last] = chart.seen();
        page.show(first + 0.6 * (last - first), first + (0.6 + share) * (last - first));
        while (!page.drawn()) await new Promise((done) => setTimeout(done, 5));
        plans.add(chart.plan());
    }
    return { asked: plans.size, idle: page.idle(), days: chart.seen() };
}"""
"""Windows that are shares of each other, each as soon as the one before is drawn."""


def beyond(page: Page, share: float = 0.02) -> list[float]:
    """Go so near that the page has to ask; the days that were asked for."""
    first, last = page.evaluate("window.timelineChart.seen()")
    start, span = first + 0.6 * (last - first), share * (last - first)
    page.evaluate("(days) => window.timelinePage.show(...days)", [start, start + span])
    return [start, start + span]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page over an index."""
    path = tmp_path_factory.mktemp("index") / "large.timeline"
    Index.build(path, many(COUNT).events, title="Very many").close()
    with Opened(path) as index:
        server, port = make_server(index, port=0)

        def run() -> None:
            with contextlib.suppress(OSError):  # closed under its feet
                server.run()

        threading.Thread(target=run, daemon=True).start()
        yield f"http://127.0.0.1:{port}/"
        server.close()


@pytest.fixture
def other(context: BrowserContext, large: str) -> Iterator[Page]:
    """A tab of its own that shows the index."""
    page = context.new_page()
    yield opened(page, large)
    page.close()


def test_a_window_is_asked_for_once(page: Page, asked: list[str]) -> None:
    """One question for the drawing and none of Dash's; what was asked for is seen, and the address has it."""
    days = beyond(page)
    settled(page)
    assert window(page) == pytest.approx(days)
    assert page.evaluate("window.timelineChart.plan().window") == pytest.approx(days)
    page.wait_for_timeout(600)
    settled(page)
    assert asked == ["a drawing"]
    assert "from=" in page.url


def test_an_action_knows_what_was_drawn_before_it(page: Page, asked: list[str]) -> None:
    """The window stays, nothing is drawn again, and what is chosen then lies beside it."""
    days = beyond(page)
    settled(page)
    page.evaluate("() => { window.drawnBefore = window.timelineChart.plan(); }")
    before = page.url
    show_tab(page, "Events")
    assert asked == ["a drawing", "tab"]
    assert page.evaluate("window.drawnBefore === window.timelineChart.plan()")
    assert window(page) == pytest.approx(days)
    assert page.url.startswith(before)


def test_export_and_link_have_the_window(page: Page, context: BrowserContext) -> None:
    """The picture is of what is seen, and whoever opens the address sees it, too."""
    days = beyond(page)
    settled(page)
    address = page.url
    with page.expect_request(re.compile(r"export/timeline\.svg")) as asked:
        _, picture = exported(page, "svg")
    assert all(part in asked.value.url for part in address.split("?")[1].split("&")[:2])
    assert picture.startswith(b"<svg")
    again = opened(context.new_page(), address)
    assert window(again) == pytest.approx(days, abs=1)
    again.close()


def test_a_question_without_an_answer_is_told_and_the_page_goes_on(page: Page, heard: Heard) -> None:
    """As for every action; what can be drawn without the server is, and the next question is answered."""
    whole = window(page)
    page.route("**/window", lambda route: route.abort())
    beyond(page)
    settled(page)
    expect(page.get_by_text("The program does not answer")).to_be_visible()
    assert window(page) == pytest.approx(whole)
    page.unroute("**/window")
    page.evaluate("(days) => window.timelinePage.show(...days)", whole)
    settled(page)
    days = beyond(page)
    settled(page)
    assert window(page) == pytest.approx(days)
    page.locator(".mantine-Notification-closeButton").first.click()
    heard.complaints.clear()  # the browser says that it was not answered


def test_a_refusal_is_told_in_its_own_words(page: Page, heard: Heard) -> None:
    """The sentence of the server is shown, and goes by itself."""

    def refuse(route: Route) -> None:
        route.fulfill(status=500, body="Something went wrong: a fault of ours, number 7 in the log.\n")

    page.route("**/window", refuse)
    beyond(page)
    settled(page)
    expect(page.get_by_text("number 7 in the log")).to_be_visible()
    page.unroute("**/window")
    page.locator(".mantine-Notification-closeButton").first.click()
    heard.complaints.clear()  # the browser names every answer of that kind


def test_the_panes_of_an_index_follow_when_the_hands_rest(other: Page) -> None:
    """Three windows in a row are drawn one after the other; table and details are told once, of the last."""
    show_tab(other, "Events")
    before = other.evaluate(PANES)
    with questions(other) as verbs:
        found = other.evaluate(IN_A_ROW, [0.1, 0.2, 0.2])
        assert found["asked"] == 3
        assert not found["idle"]
        settled(other)
    assert verbs == [*["a drawing"] * 3, "window"]
    assert other.evaluate(PANES) != before
    assert window(other) == pytest.approx(found["days"])
    assert other.evaluate("window.timelineChart.plan().window") == pytest.approx(found["days"])
