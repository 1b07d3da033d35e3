"""The export dialog: what is chosen is what is seen, and what comes down."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.access import objections
from tests.browser.conftest import settled, window
from tests.browser.files import chosen, dialog, download, exported
from tests.browser.table import choose_event
from timeline.formats.registry import FORMATS

if TYPE_CHECKING:
    from playwright.sync_api import Page

STARTS = {"png": b"\x89PNG", "pdf": b"%PDF", "docx": b"PK", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("suffix", STARTS)
def test_each_format_is_downloaded(page: Page, suffix: str) -> None:
    """The button saves a file of that format, named by the title."""
    name, content = exported(page, suffix)
    assert name.startswith("washington-offers")
    assert name.endswith(f".{suffix}")
    assert content.startswith(STARTS[suffix])
    assert len(content) > 500


def test_every_format_of_the_registry_is_offered(page: Page) -> None:
    """Each with its words and what it is good for; those that are drawn, and those that are written."""
    found = dialog(page, "Data")
    offered = found.get_by_role("group", name="Format").inner_text()
    for form in FORMATS:
        if form.module is not None:
            assert form.label in offered
            assert form.use in offered


def test_the_picture_shows_the_window_that_is_seen(page: Page) -> None:
    """The page was moved without the server: the picture takes the window along all the same."""
    first, last = window(page)
    _, whole = exported(page, "svg")
    page.evaluate("(days) => window.timelinePage.show(...days)", [(first + last) / 2, last])
    settled(page)
    _, half = exported(page, "svg")
    _, everything = exported(page, "svg", show="Everything")
    assert half != whole
    assert b"earlier" in half or "\u2039".encode() in half
    assert everything.count(b"data-event") >= whole.count(b"data-event")


def test_the_preview_is_the_picture(page: Page) -> None:
    """Its size in words is that of the file; a choice changes it at once."""
    found = dialog(page, "Picture")
    chosen(found, "png")
    says = found.locator(".export-says")
    expect(says).to_have_text(re.compile(r"^2,800 × [\d,]+ pixels, [\d,]+ kB$"))
    found.get_by_label("Size").select_option("16:9")
    expect(says).to_contain_text("3,840 × 2,160 pixels")
    found.get_by_label("Sharpness").select_option("1")
    expect(says).to_contain_text("1,920 × 1,080 pixels")
    picture = found.get_by_role("img", name="The timeline as it will be drawn")
    assert picture.evaluate("(one) => one.naturalWidth") == 1920


def test_a_size_that_cannot_be_is_said_in_place(page: Page) -> None:
    """As it is typed; nothing can be downloaded until it can be."""
    found = dialog(page, "Picture")
    found.get_by_label("Size").select_option("own")
    button = found.get_by_role("button", name=re.compile("^Download"))
    expect(button).to_be_enabled()
    found.get_by_label("Width × height").fill("huge")
    expect(found.locator(".export-problem")).to_contain_text("'huge' is no size: write it as 1400x800")
    expect(button).to_be_disabled()
    found.get_by_label("Width × height").fill("20x20")
    expect(found.locator(".export-problem")).to_contain_text("choose 200 to 10000")
    found.get_by_label("Width × height").fill("900x500")
    expect(found.locator(".export-problem")).to_be_empty()
    expect(button).to_be_enabled()


def test_other_days(page: Page) -> None:
    """A range of days is typed as years, months or days, and asked for where an end is missing."""
    found = dialog(page, "Data")
    chosen(found, "txt")
    found.get_by_role("radio", name="Other days").check()
    expect(found.locator(".export-problem")).to_contain_text("no range of days")
    found.get_by_role("textbox", name="From").fill("2024-11")
    found.get_by_role("textbox", name="To").fill("2024-11")
    expect(found.locator(".export-shown pre")).to_contain_text("re-election")
    expect(found.locator(".export-shown pre")).not_to_contain_text("Alaska")


def test_what_a_format_cannot_hold_is_said_before_it_is_saved(page: Page) -> None:
    """One sentence for each kind of loss."""
    found = dialog(page, "Data")
    chosen(found, "ics")
    expect(found.locator(".export-notes li").first).to_contain_text("Calendar")
    expect(found.locator(".export-shown pre")).to_contain_text("BEGIN:VCALENDAR")


def test_it_opens_with_what_was_last_used(page: Page) -> None:
    """Twice the same is two clicks."""
    found = dialog(page, "Data")
    chosen(found, "md")
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    again = dialog(page)
    expect(again.get_by_role("radio", name="Data", exact=True)).to_be_checked()
    assert download(page, again).suggested_filename.endswith(".md")


def test_the_element_for_another_page_is_copied(page: Page) -> None:
    """With the name of the file and a title; the button says that it was."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    found = dialog(page, "Web page")
    frame = found.get_by_role("textbox", name="Element for another page")
    expect(frame).to_have_value(re.compile("<iframe src=.*sandbox=.allow-scripts"))
    found.get_by_role("button", name="Copy").click()
    expect(found.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == frame.input_value()


def test_the_link_is_what_is_seen(page: Page) -> None:
    """The address says days, lanes and the selected event."""
    choose_event(page, "officers visit Ukraine")
    found = dialog(page, "Link")
    expect(found.get_by_role("textbox", name="Address of what is seen")).to_have_value(page.url)
    expect(found.get_by_role("button", name=re.compile("^Download"))).to_be_hidden()


def test_the_saved_timeline_has_the_edits(page: Page) -> None:
    """What was edited on the page is in the JSON, hidden events included."""
    choose_event(page, "officers visit Ukraine")
    page.get_by_role("button", name="Hide").click()
    settled(page)
    saved = json.loads(exported(page, "json")[1])
    assert [edit["field"] for edit in saved["edits"]] == ["hidden"]
    assert any("officers visit" in event["title"] for event in saved["events"])


def test_by_keys_and_for_those_who_listen(page: Page) -> None:
    """The dialog takes the keyboard, arrows choose, Escape gives it back; axe finds nothing to object to."""
    page.locator("#header").get_by_role("button", name="Export").press("Enter")
    found = page.get_by_role("dialog", name="Export")
    expect(found.get_by_role("radio", name="Picture", exact=True)).to_be_focused()
    for kind in ("Data", "Web page", "Link", "Picture"):
        page.keyboard.press("ArrowRight")
        expect(found.get_by_role("radio", name=kind, exact=True)).to_be_focused()
        if kind != "Link":
            expect(found.locator(".export-says")).not_to_be_empty()
        if kind in ("Data", "Web page"):
            assert objections(page) == []
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    expect(page.locator("#header").get_by_role("button", name="Export")).to_be_focused()


def test_on_a_phone(page: Page) -> None:
    """At 360 px nothing of it runs out of the page."""
    page.set_viewport_size({"width": 360, "height": 740})
    try:
        found = dialog(page, "Picture")
        expect(found.locator(".export-says")).not_to_be_empty()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert found.locator(".export").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    finally:
        page.set_viewport_size({"width": 1290, "height": 924})
        settled(page)
