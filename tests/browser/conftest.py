"""One server and one browser for all scenarios; each begins with the sample as it was read."""

from __future__ import annotations

import contextlib
import os
import re
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.access import objections
from tests.browser.offline import Seen
from tests.chromium import FLAGS, chromium
from timeline._files import data
from timeline.app.server import make_server
from timeline.workspace import Chronicle, extract, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Route

    from timeline.model.timeline import Timeline

ASKS = re.compile("_dash-update-component|/window$")
"""What the page asks the server for while it is used."""
EXAMINED = bool(os.environ.get("TIMELINE_EXAMINED"))
"""Whether axe looks at the last state of each scenario: a third of a second for each."""


@dataclass
class Site:
    """The served page: its address, and the chronicle behind it."""

    address: str
    chronicle: Chronicle


@dataclass
class Heard:
    """What the tab did since the scenario began; `failed` scenarios before it was last used: then it is loaded anew."""

    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    failed: int = 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def sample() -> Timeline:
    """The sample article as it is read, its publication day open."""
    return extract(read(data("articles", "european-force.txt"))).timeline


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Chronicle, str]]:
    """A chronicle that is served as in production, on a free port of this machine."""
    from timeline.model.timeline import Timeline

    chronicle = Chronicle(Timeline())
    server, port = make_server(chronicle, port=0)

    def run() -> None:
        with contextlib.suppress(OSError):  # closed under its feet when the session ends
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield chronicle, f"http://127.0.0.1:{port}/"
    server.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, wherever this machine has it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One window for all scenarios, so that they share what it has loaded."""
    context = browser.new_context(
        viewport={"width": 1290, "height": 924}, accept_downloads=True, reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    expect.set_options(timeout=10_000)
    yield context
    context.close()


@pytest.fixture
def site(served: tuple[Chronicle, str], sample: Timeline) -> Site:
    """The sample, freshly read."""
    chronicle, address = served
    put(chronicle, sample)
    return Site(address, chronicle)


@pytest.fixture(scope="session")
def heard() -> Heard:
    """What the browser complains about, and whom it asks."""
    return Heard()


@pytest.fixture(scope="session")
def tab(context: BrowserContext, served: tuple[Chronicle, str], heard: Heard) -> Page:
    """The tab all scenarios use: loading the page for each would be most of their time."""
    page = context.new_page()
    page.on("console", lambda told: heard.complaints.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: heard.complaints.append(str(fault)))
    page.on("request", lambda asked: None if at_home(served[1], asked.url) else heard.elsewhere.append(asked.url))
    return page


@pytest.fixture
def page(tab: Page, site: Site, heard: Heard, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that shows the sample; afterwards, that the browser complained of nothing and asked nobody else."""
    heard.complaints.clear()
    heard.elsewhere.clear()
    failed = request.session.testsfailed
    if tab.url.startswith(site.address) and failed == heard.failed:
        tab.evaluate(f"window.history.replaceState(null, '', '{site.address}')")
        tab.evaluate("dash_clientside.set_props('view', { data: null })")
        tab.evaluate("document.activeElement.blur()")  # arrows scroll the pane that the last scenario left them in
        settled(tab)
    else:
        opened(tab, site.address)
    heard.failed = failed
    yield tab
    examine(tab)
    tab.evaluate("localStorage.clear()")
    tab.mouse.move(0, 0)
    tab.keyboard.press("Escape")
    assert heard.complaints == []
    assert heard.elsewhere == []


@pytest.fixture(scope="session")
def alone(browser: Browser) -> Iterator[BrowserContext]:
    """A browser window that reaches nobody."""
    context = browser.new_context(offline=True, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def seen(alone: BrowserContext) -> Iterator[Seen]:
    """A tab; afterwards, that it asked for no more than the file and complained of nothing."""
    page = alone.new_page()
    found = Seen(page, [], [])
    page.on("request", lambda asked: found.asked.append(asked.url))
    page.on("pageerror", lambda fault: found.complaints.append(str(fault)))
    page.on("console", lambda said: found.complaints.append(said.text) if said.type in ("error", "warning") else None)
    yield found
    page.close()
    assert found.complaints == []
    assert {url.split(":")[0] for url in found.asked} <= {"file", "data"}
    assert len([url for url in found.asked if url.startswith("file")]) <= 2


@contextlib.contextmanager
def questions(page: Page) -> Iterator[list[str]]:
    """The actions that a page has sent to the server since; "a drawing" is what it asked for by itself."""
    verbs: list[str] = []

    def note(route: Route) -> None:
        data = route.request.post_data_json or {}
        own = ["a drawing"] if route.request.url.endswith("/window") else []
        acts = [one["value"]["verb"] for one in data.get("inputs", ()) if isinstance(one["value"], dict)]
        verbs.extend([*own, *acts])
        route.continue_()

    page.route(ASKS, note)
    yield verbs
    page.unroute(ASKS)


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """What the page asks the server from here on."""
    with questions(page) as verbs:
        yield verbs


def examine(page: Page) -> None:
    """Where all scenarios are examined (`make soak`): axe objects to nothing in the state that one ends in."""
    if EXAMINED:
        assert objections(page) == []


def put(chronicle: Chronicle, timeline: Timeline) -> None:
    """Another timeline into a chronicle that is served, as if it had just been opened."""
    vars(chronicle).update(vars(Chronicle(timeline)))


def at_home(address: str, url: str) -> bool:
    """The address is the server's, or data within the page."""
    return url.startswith((address, "data:", "blob:"))


def opened(page: Page, address: str) -> Page:
    """Go there and wait until the timeline stands."""
    page.goto(address)
    page.locator("#overview svg").wait_for()
    page.locator("#graph .main-svg").first.wait_for()
    settled(page)
    return page


def settled(page: Page) -> None:
    """Wait until every action is answered and drawn."""
    # polled in the page itself: its security policy forbids what wait_for_function does
    page.evaluate(
        """() => new Promise((done, fail) => {
            const look = () => (window.timelinePage.idle() ? done() : setTimeout(look, 20));
            setTimeout(() => fail(new Error("the page does not come to rest")), 15000);
            look();
        })"""
    )


def choose(page: Page, menu: str, words: str) -> None:
    """Choose a line of one of the menus above the timeline."""
    page.get_by_role("button", name=re.compile(rf"^{menu}: [^.]*$")).click()  # not what takes it away
    page.get_by_role("menuitem", name=words).click()
    settled(page)


def show_tab(page: Page, name: str) -> None:
    """Go to a tab, and wait for it: a click is an action only once the tabs have told of it."""
    page.get_by_role("tab", name=name).click()
    page.wait_for_url(re.compile(f"tab={name.lower()}"))
    settled(page)


def chosen(page: Page) -> str:
    """The title of the selected event."""
    return page.locator("#detail .event-title").inner_text()


def window(page: Page) -> list[float]:
    """The days at the edges of the drawing."""
    edges: list[float] = page.evaluate(
        "document.querySelector('#graph .js-plotly-plot')._fullLayout.xaxis.range.map(Number)"
    )
    return edges
