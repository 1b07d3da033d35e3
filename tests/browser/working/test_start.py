"""An empty library: three ways in, and many articles read while one looks at the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.working.conftest import Shop

Serve = "Callable[[Path], Shop]"
Visit = "Callable[[Shop], Page]"


def write(folder: Path, **texts: str) -> list[Path]:
    """Files with these texts."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, "utf-8")
    return paths


def choose(page: Page, paths: list[Path]) -> None:
    """Choose files, from whichever way in is there."""
    with page.expect_file_chooser() as chooser:
        page.locator("[data-act=choose-files]").first.click()
    chooser.value.set_files(paths)


def state(page: Page, name: str) -> str | None:
    """What has become of a file in the list."""
    return page.locator("#reading li", has_text=name).get_attribute("data-state")


def test_an_empty_library_has_three_ways_in_and_nothing_else(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """No tools, no empty chart, nothing to export."""
    page = visit(serve(tmp_path / "new.timeline"))
    expect(page.locator(".way")).to_have_count(3)
    for hidden in (".tools", ".main"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.get_by_role("button", name="Export")).to_have_count(0)


def test_pasting_is_the_first_way(serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path) -> None:
    """The dialog says what is missing, and the article is on the page when it is read."""
    shop = serve(tmp_path / "new.timeline")
    page = visit(shop)
    page.get_by_role("button", name="Paste an article").click()
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#add-problem")).to_contain_text("There is nothing to read yet")
    page.locator("#add-text").fill("The harbour closed 🚢. It was cold.")
    page.locator("#add-day").fill("2025-03-07")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#detail .event-title")).to_contain_text("The harbour closed")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".start")).to_have_count(0)
    assert shop.library.articles[0].published.one_day


def test_the_first_events_are_there_before_the_last_article_is_read(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """A list tells what becomes of each; one that cannot be read says why and stops no other."""
    shop = serve(tmp_path / "new.timeline")
    page = visit(shop)
    paths = write(tmp_path, first="The ferry sank.", second="A slow one sank.", third="The bridge opened.")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 9)
    choose(page, [paths[0], tmp_path / "bad.txt", *paths[1:]])
    expect(page.locator("#detail .event-title")).to_have_text("The ferry sank")
    expect(page.locator("#reading li", has_text="second.txt")).to_contain_text("finding times")
    assert [state(page, name) for name in ("first", "bad", "second", "third")] == [
        "done",
        "failed",
        "reading",
        "waiting",
    ]
    expect(page.locator("#reading li", has_text="bad.txt")).to_contain_text("not text")
    page.keyboard.press("+")  # the page goes on meanwhile
    settled(page)
    shop.gate.open.set()
    expect(page.locator(".counts")).to_have_text("3 articles · 3 events")
    expect(page.locator("#reading h2")).to_have_text("3 of 4 articles read")
    page.keyboard.press("u")
    expect(page.locator(".start")).to_have_count(1)  # one undo takes all of them back
    page.keyboard.press("U")
    expect(page.locator(".counts")).to_have_text("3 articles · 3 events")


def test_each_article_can_be_cancelled(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """The one that is being read, and one that waits: neither is kept, and the others are read."""
    shop = serve(tmp_path / "new.timeline")
    page = visit(shop)
    choose(page, write(tmp_path, one="A slow one sank.", two="The bridge opened.", three="The court ruled."))
    page.get_by_role("button", name="Cancel two.txt").click()
    expect(page.locator("#reading li", has_text="one.txt")).to_contain_text("finding times")
    page.get_by_role("button", name="Cancel one.txt").click()
    assert shop.gate.left.wait(10)
    expect(page.locator(".counts")).to_have_text(re.compile("1 article · 1 event"))
    assert [state(page, name) for name in ("one", "two", "three")] == ["cancelled", "cancelled", "done"]
    assert [article.text for article in shop.library.articles] == ["The court ruled."]


def test_files_are_dropped_anywhere_on_the_page(shop: Shop, visit: Callable[[Shop], Page]) -> None:
    """The page says that it takes them; what is there already is recognised."""
    page = visit(shop)
    drop = """(text) => {
        const carried = new DataTransfer();
        carried.items.add(new File([text], "note.txt", { type: "text/plain" }));
        const told = { bubbles: true, cancelable: true, dataTransfer: carried };
        document.body.dispatchEvent(new DragEvent("dragover", told));
        const says = document.body.dataset.dropping;
        document.body.dispatchEvent(new DragEvent("drop", told));
        return says;
    }"""
    assert page.evaluate(drop, "The court ruled.") == "true"
    expect(page.locator(".counts")).to_contain_text("2 articles")
    page.evaluate(drop, "The court ruled.")
    expect(page.locator("#reading li")).to_contain_text("is there already")
    assert len(shop.library.articles) == 2
