"""TimelineJS itself shows what we write, in Chromium, without a network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from tests.chromium import FLAGS, chromium
from tests.formats.hostile import TITLES, timeline
from timeline.formats.registry import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Dialog, Page, Route

pytestmark = pytest.mark.soak

HOST = "http://timeline.test"
PAGE = """<!DOCTYPE html><link rel="stylesheet" href="/css/timeline.css"><script src="/js/timeline.js"></script>
<div id="timeline" style="width: 1200px; height: 700px"></div>
<script>window.made = new TL.Timeline("timeline", "/FILE", {font: null, debug: false});</script>"""


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    """One page of one Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser.new_page(viewport={"width": 1200, "height": 800})
        browser.close()


def shown(page: Page, packages: Path, name: str) -> dict[str, Any]:
    """What TimelineJS makes of a format: its errors, the headlines and dates of slides, and whether a script ran."""
    form = NAMES[name]
    file = f"file{form.suffix}"
    dist = packages / "@knight-lab" / "timelinejs" / "dist"

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        if path == "/":
            route.fulfill(body=PAGE.replace("FILE", file), content_type="text/html")
        elif path == f"/{file}":
            route.fulfill(body=form.write(timeline()), content_type=form.media)
        elif path.startswith(("/css/", "/js/")) and (dist / path[1:]).is_file():
            route.fulfill(path=dist / path[1:])
        else:
            route.abort()

    page.route("**/*", answer)
    alerts: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.goto(HOST)
    page.wait_for_function("() => window.made.config && document.querySelectorAll('.tl-slide').length > 1")
    found: dict[str, Any] = page.evaluate(
        """() => ({
            errors: window.made.config.getErrors(),
            events: window.made.config.events.map(one => [one.display_date, one.start_date.getFullYear()]),
            headlines: [...document.querySelectorAll('.tl-slide h2')].map(one => one.textContent.trim()),
            dates: [...document.querySelectorAll('.tl-slide .tl-headline-date')].map(one => one.textContent.trim()),
            scripts: document.querySelectorAll('#timeline script, #timeline [onerror]').length,
        })"""
    )
    page.unroute("**/*")
    return {**found, "alerts": alerts}


@pytest.mark.parametrize("name", ["timelinejs", "timelinejs-csv"])
def test_timelinejs_shows_every_slide(name: str, browser_page: Page, packages: Path) -> None:
    """Without an error of its own; dates in our words, titles as text, and nothing of an article is run."""
    found = shown(browser_page, packages, name)

    assert found["errors"] == []
    assert found["alerts"] == []
    assert found["scripts"] == 0
    assert len(found["events"]) == len(TITLES) - 1
    assert found["events"][0] == ["22 June 217 BCE", -217]
    assert "<b>bold</b> & <img src=x onerror=alert(1)>" in found["headlines"]
    assert "between 15 and 19 August 2025" in found["dates"]


def test_a_slide_has_the_id_of_its_event() -> None:
    """So that an edit in the JSON finds it."""
    deck = json.loads(NAMES["timelinejs"].write(timeline()))

    assert {slide["unique_id"] for slide in deck["events"]} < {event.id for event in timeline().events}
