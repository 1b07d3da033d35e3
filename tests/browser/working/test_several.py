"""One event that several articles tell: it stands once, with the words of each, until one parts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.working.conftest import point
from tests.workspace.cases import gazette, harbour, island
from timeline.model.telling import tellings
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.working.conftest import Shop


def test_each_article_has_its_say_and_one_click_parts_them(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """The other articles' sentences lead to the event, too; undo puts together what was parted."""
    path = tmp_path / "case.timeline"
    with open_library(path) as library:
        for make in (harbour, island, gazette):
            library.include(make())
    shop = serve(path)
    [whole] = [event for event in shop.library.events if tellings(event)]
    page = visit(shop)
    point(page, whole.title)
    told = page.locator("#detail .tellings li")
    expect(page.locator("#detail")).to_contain_text("Told by 3 articles")
    expect(told).to_have_count(3)
    for telling, item in zip(tellings(whole), told.all(), strict=True):
        expect(item).to_contain_text(telling.quote)
        expect(item).to_contain_text(telling.when)
        marks = page.locator(f"[data-article='{telling.article}'] mark[data-event~='{whole.id}']")
        expect(marks.first).to_have_attribute("data-chosen", "true")
    page.get_by_role("button", name="Not this one").first.click()
    settled(page)
    expect(page.locator("#detail")).to_contain_text("Told by 2 articles")
    page.get_by_role("button", name="Part them again").click()
    settled(page)
    expect(page.locator("#detail")).not_to_contain_text("Told by")
    page.keyboard.press("u")
    settled(page)
    page.keyboard.press("u")
    settled(page)
    point(page, whole.title)
    expect(page.locator("#detail")).to_contain_text("Told by 3 articles")
