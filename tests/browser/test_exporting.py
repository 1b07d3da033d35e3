"""The Export menu: each format comes down as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import choose_event, settled

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
