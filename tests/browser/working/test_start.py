"""An empty library: three ways in, and many articles read while one looks at the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.articles.files import mail, pdf, word
from tests.articles.files import page as web_page
from tests.browser.conftest import settled
from tests.workspace.cases import court
from timeline.formats import json as saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.working.conftest import Shop

PASTE = """(text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
}"""

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
    expect(page.locator(".way-in")).to_have_count(3)
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
    expect(page.get_by_role("heading", level=1)).to_have_text("The harbour closed 🚢. It was cold.")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".start")).to_have_count(0)
    assert shop.library.articles[0].published.one_day


def test_a_pasted_text_is_never_lost(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """Not for a day that is none, nor for a text that cannot be read: it stands there again to be changed."""
    shop = serve(tmp_path / "new.timeline")
    page = visit(shop)
    page.get_by_role("button", name="Paste an article").click()
    page.locator("#add-text").fill("1 2 3")
    page.locator("#add-day").fill("the twelfth of never")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#add-problem")).to_contain_text("names no date")
    expect(page.locator("#add-day")).to_be_focused()
    page.locator("#add-day").fill("7 March 2025")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#reading li")).to_contain_text("has no sentence in it")
    page.get_by_role("button", name="Change it").click()
    expect(page.locator("#add-problem")).to_contain_text("has no sentence in it")
    expect(page.locator("#add-text")).to_have_value("1 2 3")
    expect(page.locator("#add-day")).to_have_value("7 March 2025")
    expect(page.locator("#reading")).to_be_hidden()
    page.locator("#add-text").fill("Ship 1 sank.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#detail .event-title")).to_have_text("Ship 1 sank")


def test_what_is_pasted_onto_the_page_stands_in_the_dialog(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """One looks at it and reads it; a field that has the keyboard takes what is pasted itself."""
    page = visit(serve(tmp_path / "new.timeline"))
    page.evaluate(PASTE, "The ferry sank. It was cold.")
    expect(page.locator("#add-text")).to_have_value("The ferry sank. It was cold.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#detail .event-title")).to_have_text("The ferry sank")
    settled(page)
    page.keyboard.press("/")
    page.evaluate(PASTE, "ferry")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_files_of_every_kind_are_taken(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """A PDF, a Word file, a web page, a mail, a saved timeline; a picture says what could be read instead."""
    shop = serve(tmp_path / "new.timeline")
    page = visit(shop)
    kinds = {
        "a.pdf": pdf([["The ferry sank. Nobody was hurt, the harbour said."]]),
        "b.docx": word(("Normal", "The council met. It was late.")),
        "c.eml": mail("The inspector came. He left.", "Subject: The site", "Date: Wed, 10 Apr 2024 09:30:00 +0000"),
        "d.html": web_page("<p>The captain was arrested on Saturday. The owners said that all was well.</p>"),
        "e.json": saved.write(court()).encode(),
        "f.png": bytes(range(256)) * 20,
    }
    for name, content in kinds.items():
        (tmp_path / name).write_bytes(content)
    choose(page, [tmp_path / name for name in kinds])
    expect(page.locator("#reading h2")).to_have_text("5 of 6 articles read")
    expect(page.locator("#reading li", has_text="f.png")).to_contain_text("web page, PDF, Word")
    texts = [article.text for article in shop.library.articles]
    assert ["ferry" in texts[0], "council" in texts[1], "inspector" in texts[2], "arrested" in texts[3]] == [True] * 4
    assert len(texts) == 5


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


def test_what_was_cancelled_is_read_after_all(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """By the button that stands in its place, with the keyboard where it was."""
    shop = serve(tmp_path / "new.timeline")
    page = visit(shop)
    choose(page, write(tmp_path, one="A slow one sank.", two="The bridge opened.", three="The court ruled."))
    stop = page.get_by_role("button", name="Cancel two.txt")
    stop.focus()
    stop.press("Enter")
    again = page.get_by_role("button", name="Read it two.txt")
    expect(again).to_be_focused()
    shop.gate.open.set()
    expect(page.locator(".counts")).to_contain_text("2 articles")
    again.press("Enter")
    expect(page.locator(".counts")).to_contain_text("3 articles")
    assert state(page, "two") == "done"


def test_what_one_writes_stays_while_articles_come_in(
    shop: Shop, visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """A form that is open is drawn anew with what stands in it."""
    page = visit(shop)
    page.get_by_role("button", name="Add article").click()
    choose(page, write(tmp_path, one="A slow one sank.", two="The bridge opened.", three="The court ruled."))
    page.get_by_role("button", name="Edit title").click()
    settled(page)
    field = page.locator("form[data-act^='title:'] input")
    field.fill("My words")
    shop.gate.open.set()
    expect(page.locator(".counts")).to_contain_text("4 articles")
    settled(page)
    expect(field).to_have_value("My words")


def test_a_day_is_asked_for_once(serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path) -> None:
    """Left open is an answer, for one article or for all at once, and is kept beyond the visit."""
    shop = serve(tmp_path / "new.timeline")
    page = visit(shop)
    choose(page, write(tmp_path, one="The ferry sank.", two="The bridge opened.", three="The court ruled."))
    expect(page.locator(".counts")).to_contain_text("3 articles")
    settled(page)
    expect(page.locator(".question")).to_contain_text("When was “one.txt” published?")
    page.get_by_role("button", name="Leave open", exact=True).click()
    settled(page)
    expect(page.locator(".question")).to_contain_text("When was “two.txt” published?")
    page.reload()
    settled(page)
    expect(page.locator(".question")).to_contain_text("When was “two.txt” published?")
    page.get_by_role("button", name="Leave all 2 open").click()
    settled(page)
    expect(page.locator(".question")).to_have_count(0)
    page.reload()
    settled(page)
    expect(page.locator(".question")).to_have_count(0)
    assert not shop.library.can_undo or len(shop.library.history()) == 3


def test_a_folder_is_dropped_with_all_that_is_in_it(
    serve: Callable[[Path], Shop], visit: Callable[[Shop], Page], tmp_path: Path
) -> None:
    """Folders within it, too, but for what is hidden; as the browser itself drops it."""
    shop = serve(tmp_path / "new.timeline")
    page = visit(shop)
    inner = tmp_path / "case" / "letters"
    inner.mkdir(parents=True)
    write(tmp_path / "case", one="The ferry sank.", two="The bridge opened.")
    write(inner, three="The court ruled.")
    (inner / ".hidden").write_text("Nobody reads this.", "utf-8")
    session = page.context.new_cdp_session(page)
    carried = {"items": [], "files": [str(tmp_path / "case")], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 400, "y": 300, "data": carried})
    expect(page.locator(".counts")).to_contain_text("3 articles")
    assert {article.text for article in shop.library.articles} == {
        "The ferry sank.",
        "The bridge opened.",
        "The court ruled.",
    }


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
