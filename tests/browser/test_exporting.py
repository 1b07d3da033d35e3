"""The Export menu: each format comes down as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import settled, window
from tests.browser.table import choose_event

if TYPE_CHECKING:
    from playwright.sync_api import Page

STARTS = {"PNG": b"\x89PNG", "SVG": b"<svg", "PDF": b"%PDF", "JSON": b"{", "CSV": b""}


@pytest.mark.parametrize("name", STARTS)
def test_each_format_is_downloaded(page: Page, name: str) -> None:
    """A click on the menu's line saves a file of that format."""
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name=name).click()
    download = waiting.value
    assert download.suggested_filename.endswith(f".{name.lower()}")
    content = Path(download.path()).read_bytes()
    assert content.lstrip().startswith(STARTS[name])
    assert len(content) > 500


def test_the_picture_shows_the_window_that_is_seen(page: Page) -> None:
    """The page was moved without the server: the link takes the window along all the same."""
    first, last = window(page)
    third = (last - first) / 3
    page.evaluate("(days) => window.timelinePage.show(...days)", [first + third, last - third])
    settled(page)
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name="SVG").click()
    seen = page.url.split("?")[1].split("&")[:2]
    assert seen[0].startswith("from=")
    assert all(part in waiting.value.url for part in seen)


def test_the_saved_timeline_has_the_edits(page: Page) -> None:
    """What was edited on the page is in the JSON, hidden events included."""
    choose_event(page, "officers visit Ukraine")
    page.get_by_role("button", name="Hide").click()
    settled(page)
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name="JSON").click()
    saved = json.loads(Path(waiting.value.path()).read_text("utf-8"))
    assert [edit["field"] for edit in saved["edits"]] == ["hidden"]
    assert any("officers visit" in event["title"] for event in saved["events"])
