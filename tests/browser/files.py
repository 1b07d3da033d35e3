"""Files from the export dialog."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Download, Locator, Page


def dialog(page: Page, kind: str = "") -> Locator:
    """Open the dialog, at one of its kinds where one is named, and wait until it shows what the file will be."""
    page.locator("#header").get_by_role("button", name="Export").click()
    found = page.get_by_role("dialog", name="Export")
    found.locator("input:checked").first.wait_for()
    if kind:
        found.get_by_role("radio", name=kind, exact=True).check()
    return found


def chosen(found: Locator, suffix: str) -> None:
    """Choose the first format with that suffix."""
    found.get_by_role("radio", name=re.compile(rf"\({suffix}\)")).first.check()


def download(page: Page, found: Locator) -> Download:
    """What the dialog's button gives."""
    with page.expect_download() as waiting:
        found.get_by_role("button", name=re.compile("^Download")).click()
    return waiting.value


def exported(page: Page, suffix: str, *, show: str = "") -> tuple[str, bytes]:
    """The name and the bytes of a file of that suffix, of what the dialog has chosen else; it is closed again."""
    kind = {"png": "Picture", "svg": "Picture", "pdf": "Picture", "html": "Web page"}.get(suffix, "Data")
    found = dialog(page, kind)
    if suffix != "html":
        chosen(found, suffix)
    if show:
        found.get_by_role("radio", name=show, exact=True).check()
    file = download(page, found)
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    return file.suggested_filename, Path(file.path()).read_bytes()
