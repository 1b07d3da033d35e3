"""Editing: dates, titles, hiding, rejecting a known event, undo, adding an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.table import choose_event, chosen_row, held

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Site


def test_a_date_is_edited_in_words_or_edtf_with_errors_in_place(page: Page, site: Site) -> None:
    """The edit is kept in the chronicle; undo brings the machine's date back."""
    choose_event(page, "officers visit Ukraine")
    page.keyboard.press("e")
    field = page.locator("form[data-act^='date:'] input")
    expect(field).to_be_focused()
    field.fill("the twelfth of never")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator("form[data-act^='date:']")).to_contain_text("names no date")
    field.fill("3 April 2025")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator("#detail h2.when")).to_have_text("3 April 2025")
    expect(page.locator("#detail .place")).to_contain_text("set by you")
    assert [edit.field for edit in site.chronicle.timeline.edits] == ["date"]
    page.get_by_role("button", name="Edit date").click()
    field.fill("[2025-04-03..2025-04-05]")
    page.get_by_role("button", name="Save date").click()
    settled(page)
    expect(page.locator("#detail h2.when")).to_have_text("between 3 and 5 April 2025")
    page.get_by_role("button", name="Undo").click()
    settled(page)
    page.keyboard.press("u")
    settled(page)
    expect(page.locator("#detail h2.when")).to_have_text("April 2025")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_a_title_is_edited_everywhere(page: Page) -> None:
    """Panel, drawing and table have the new title; markup in it is text."""
    choose_event(page, "officers visit Ukraine")
    page.get_by_role("button", name="Edit title").click()
    page.locator("form[data-act^='title:'] input").fill("A visit <b>in</b> April")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator("#detail .event-title")).to_have_text("A visit <b>in</b> April")
    expect(chosen_row(page)).to_contain_text("A visit <b>in</b> April")
    expect(page.locator("#over .labels text", has_text="A visit")).to_have_count(1)
    expect(page.locator("#over .labels text", has_text="A visit")).to_have_text("A visit <b>in</b> April")


def test_hiding_takes_an_event_off_and_undo_brings_it_back(page: Page) -> None:
    """The next event is selected, and a notice says how to get it back."""
    choose_event(page, "officers visit Ukraine")
    count = len(held(page))
    page.get_by_role("button", name="Hide").click()
    settled(page)
    assert len(held(page)) == count - 1
    expect(page.locator("body")).to_contain_text("is hidden. Undo brings it back.")
    expect(page.locator("#detail .event-title")).not_to_have_text("British and French officers visit Ukraine")
    page.keyboard.press("u")
    settled(page)
    assert len(held(page)) == count
    expect(page.locator("#detail .event-title")).to_have_text("British and French officers visit Ukraine")


def test_a_hidden_event_can_be_shown_again(page: Page) -> None:
    """The events table keeps a list of what was hidden."""
    choose_event(page, "officers visit Ukraine")
    page.get_by_role("button", name="Hide").click()
    page.keyboard.press("ArrowRight")
    settled(page)
    page.locator(".hidden-events").get_by_role("button", name="Show again").click()
    settled(page)
    expect(page.locator("#detail .event-title")).to_have_text("British and French officers visit Ukraine")
    expect(page.locator(".hidden-events")).to_have_count(0)


def test_not_this_event_takes_the_known_day_away(page: Page) -> None:
    """A date that rests on a known event says so, and one click rejects the match."""
    choose_event(page, "summit")
    expect(page.locator("#detail h2.when")).to_have_text("15 August 2025")
    expect(page.locator("#detail .place")).to_contain_text("known event")
    expect(page.locator("#detail .why")).to_contain_text("known event")
    page.locator("#detail").get_by_role("button", name="not this event?").first.click()
    settled(page)
    expect(page.locator("#detail h2.when")).not_to_have_text("15 August 2025")
    page.keyboard.press("u")
    settled(page)
    expect(page.locator("#detail h2.when")).to_have_text("15 August 2025")


def test_what_would_change_a_date_is_said(page: Page) -> None:
    """The panel names what would give another date, and which; and does it."""
    choose_event(page, "officers visit Ukraine")
    change = page.locator("#detail .change")
    expect(change.locator("li", has_text="Leave out known events")).to_contain_text(re.compile("then: .*April"))
    change.get_by_role("button", name="Set the publication day of its article").click()
    settled(page)
    expect(page.locator("form[data-act^='publish:'] input")).to_be_focused()
    page.keyboard.press("Escape")
    settled(page)
    change.get_by_role("button", name="Leave out known events").click()
    settled(page)
    assert "dates=publication" in page.url
    change.get_by_role("button", name="Take in everything that is known").click()
    settled(page)
    assert "dates=" not in page.url


def test_an_article_is_added_by_pasting(page: Page, site: Site) -> None:
    """Its events join the others; an empty dialog says what is missing."""
    page.get_by_role("button", name="Add article").click()
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#add-problem")).to_contain_text("There is nothing to read yet")
    page.locator("#add-text").fill(
        "Storm over the coast\n\nThe harbour of Brenwick was closed on 3 March 2025. "
        "Two days later the mayor visited the town. <script>window.hit = 1</script> was written on a wall.\n"
    )
    page.locator("#add-day").fill("2025-03-07")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".counts")).to_contain_text("2 articles", timeout=30_000)
    settled(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#article")).to_contain_text("<script>window.hit = 1</script>")
    assert page.evaluate("window.hit") is None
    expect(page.locator(".pill")).to_contain_text("7 Mar 2025")
    assert len(site.chronicle.articles) == 2


def test_files_are_chosen(page: Page, site: Site, tmp_path: Path) -> None:
    """A text file is read as it is; one that is no text is refused with a sentence, and stops no other."""
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "note.txt").write_text("The court ruled on 5 May 2025.\n", "utf-8")
    page.get_by_role("button", name="Add article").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="choose them").click()
    chooser.value.set_files([tmp_path / "picture.txt", tmp_path / "note.txt"])
    expect(page.locator("#reading li", has_text="picture.txt")).to_contain_text("not text")
    expect(page.locator(".counts")).to_contain_text("2 articles", timeout=30_000)
    page.locator("#reading").get_by_role("button", name="Close").click()
    assert site.chronicle.articles[-1].text.startswith("The court ruled")


def test_a_typed_date_lies_in_its_row_on_the_axis_until_it_is_cancelled(page: Page) -> None:
    """In words and as a band where it would be; what lies beyond the window says which way; nothing stays of it."""
    choose_event(page, "officers visit Ukraine")
    page.keyboard.press("e")
    field = page.locator("form[data-act^='date:'] input")
    expect(field).to_be_focused()
    field.fill("between 1 May and 31 July 2025")
    band = page.locator("#bands .band.for-preview")
    expect(band).to_have_count(1)
    expect(page.locator(".form .preview")).to_contain_text("between May and July 2025")
    where = (
        "(of) => { const r = document.querySelector(of).getBoundingClientRect(); return [r.x, (r.y + r.bottom) / 2]; }"
    )
    drawn, halo = page.evaluate(where, "#bands .band.for-preview"), page.evaluate(where, "#over .halo rect")
    assert abs(drawn[1] - halo[1]) < 2
    assert drawn[0] > halo[0] + 20
    field.fill("3 April 1950")
    expect(page.locator("#bands .tag.for-preview")).to_have_text("← 3 Apr 1950")
    expect(band).to_have_count(0)
    page.keyboard.press("Escape")
    settled(page)
    expect(page.locator("#bands .for-preview")).to_have_count(0)


def test_several_details_are_saved_as_one_step(page: Page, site: Site) -> None:
    """One undo by key takes all of them back."""
    choose_event(page, "officers visit Ukraine")
    page.get_by_role("button", name="Details").click()
    page.get_by_label("Note", exact=True).fill("See exhibit 4")
    page.get_by_label("Where").fill("Kyiv; Odesa")
    page.get_by_role("button", name="Save details").click()
    settled(page)
    expect(page.locator("#detail .names")).to_contain_text("Odesa")
    assert _edits(site) == 2
    page.keyboard.press("u")
    settled(page)
    expect(page.locator("#detail .user-note")).to_have_count(0)
    assert _edits(site) == 0


def _edits(site: Site) -> int:
    """How many edits there are now."""
    return len(site.chronicle.timeline.edits)
