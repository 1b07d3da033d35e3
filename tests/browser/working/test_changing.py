"""Everything an event is can be changed in the page, and everything can be undone, from the first to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.working.conftest import point

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.working.conftest import Shop

MARK = """([from, to]) => {
    const block = [...document.querySelectorAll("#article [data-start]")].find((one) => one.textContent.includes(from));
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node; (node = texts.nextNode()); ) {
        if (node.data.includes(from)) range.setStart(node, node.data.indexOf(from));
        if (node.data.includes(to)) range.setEnd(node, node.data.indexOf(to) + to.length);
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


def test_who_where_what_and_what_one_says_of_it(shop: Shop, visit: Callable[[Shop], Page]) -> None:
    """One form; each field that changes is an edit of its own."""
    page = visit(shop)
    point(page, "officers visit Ukraine")
    page.get_by_role("button", name="Details").click()
    settled(page)
    form = page.locator("form[data-act^='details:']")
    expect(form.get_by_label("Who takes part")).to_be_focused()
    form.get_by_label("Who takes part").fill("Ann Archer; Bob")
    form.get_by_label("Where").fill("Kyiv")
    form.get_by_label("Status").select_option(label="Denied")
    form.get_by_label("As a fact").select_option(label="Disputed")
    form.get_by_label("Note").fill("Ask the embassy <b>again</b>.")
    form.get_by_label("Add a link").fill("not a link")
    form.get_by_role("button", name="Save details").click()
    settled(page)
    expect(form).to_contain_text("is no address of the web")
    expect(form.get_by_label("Note")).to_have_value("Ask the embassy <b>again</b>.")
    expect(form.get_by_label("Status")).to_have_value("denied")
    form.get_by_label("Add a link").fill("https://example.org/visit")
    form.get_by_role("button", name="Save details").click()
    settled(page)
    detail = page.locator("#detail")
    for words in ("Ann Archer", "Kyiv", "Denied", "Disputed", "Ask the embassy <b>again</b>."):
        expect(detail).to_contain_text(words)
    link = detail.get_by_role("link", name="https://example.org/visit")
    assert link.get_attribute("rel") == "noopener noreferrer"
    fields = [entry.field for entry in shop.library.history()]
    assert set(fields[:-1]) == {"links", "actors", "places", "status", "standing", "note"}


def test_a_date_is_told_and_shown_before_it_is_saved_and_the_text_stays_beside_it(
    shop: Shop, visit: Callable[[Shop], Page]
) -> None:
    """In words and as a band on the axis; afterwards one click leads back to what is read in the text."""
    page = visit(shop)
    point(page, "officers visit Ukraine")
    page.keyboard.press("e")
    settled(page)
    field = page.locator("form[data-act^='date:'] input")
    field.fill("never")
    expect(page.locator(".preview")).to_have_text("That names no date yet.")
    field.fill("between 3 and 9 April 2025")
    expect(page.locator(".preview")).to_have_text("That is: between 3 and 9 April 2025")
    expect(page.locator("#bands .band.for-preview")).to_be_visible()
    field.press("Enter")
    settled(page)
    expect(page.locator("#bands .band.for-preview")).to_have_count(0)
    expect(page.locator("#detail h2.when")).to_have_text("between 3 and 9 April 2025")
    expect(page.locator(".machine")).to_contain_text("April 2025")
    page.get_by_role("button", name="Back to it").click()
    settled(page)
    expect(page.locator("#detail h2.when")).to_have_text("April 2025")
    expect(page.locator(".machine")).to_have_count(0)


def test_marked_words_become_an_event(shop: Shop, visit: Callable[[Shop], Page]) -> None:
    """Across the pieces that a sentence is cut into; the words are its quote, and their time its date."""
    page = visit(shop)
    page.evaluate(MARK, ["British and French officers", "study the options"])
    page.get_by_role("button", name="Add as event").click()
    settled(page)
    expect(page.locator("#detail .quote")).to_contain_text("study the options")
    page.locator("form[data-act=add]").get_by_label("Title").fill("The options are studied")
    page.locator("form[data-act=add]").get_by_label("Title").press("Enter")
    settled(page)
    expect(page.locator("#detail .event-title")).to_have_text("The options are studied")
    event = next(one for one in shop.library.events if one.title == "The options are studied")
    assert event.quote.startswith("British and French officers")
    assert event.quote.endswith("study the options")
    assert event.span.of(shop.library.articles[0].text) == event.quote


def test_an_event_that_no_article_tells_of(shop: Shop, visit: Callable[[Shop], Page]) -> None:
    """The key n; Escape leaves without a trace."""
    page = visit(shop)
    page.keyboard.press("n")
    settled(page)
    page.keyboard.press("Escape")
    settled(page)
    page.keyboard.press("n")
    settled(page)
    form = page.locator("form[data-act=add]")
    form.get_by_label("Title").fill("A call between ministers")
    form.get_by_label("Date").fill("5 June 2025")
    form.get_by_label("Date").press("Enter")
    settled(page)
    expect(page.locator("#detail h2.when")).to_have_text("5 June 2025")
    expect(page.locator("#over .labels text", has_text="A call between ministers")).to_have_count(1)
    assert len(shop.library.history()) == 2


def test_two_events_are_made_one_and_parted(shop: Shop, visit: Callable[[Shop], Page]) -> None:
    """The other one is sought by selecting it, wherever it stands."""
    page = visit(shop)
    point(page, "officers visit Ukraine")
    page.get_by_role("button", name="Merge…").click()
    settled(page)
    expect(page.locator(".joining")).to_contain_text("Which event is the same as this one?")
    page.keyboard.press("Escape")
    settled(page)
    expect(page.locator(".joining")).to_have_count(0)
    page.get_by_role("button", name="Merge…").click()
    settled(page)
    page.keyboard.press("ArrowRight")
    settled(page)
    page.get_by_role("button", name="Make them one").click()
    settled(page)
    expect(page.locator("#detail .event-title")).to_have_text("British and French officers visit Ukraine")
    expect(page.locator("#detail")).to_contain_text("One with it")
    assert sum(event.merged is not None for event in shop.library.timeline.events) == 1
    page.get_by_role("button", name="Part them again").click()
    settled(page)
    assert all(event.merged is None for event in shop.library.timeline.events)


def test_undo_and_redo_reach_from_the_first_to_the_last_across_a_restart(
    shop: Shop, visit: Callable[[Shop], Page], serve: Callable[[Path], Shop]
) -> None:
    """By keys and by buttons, in another run of the program."""
    page = visit(shop)
    point(page, "officers visit Ukraine")
    page.get_by_role("button", name="Hide").click()
    settled(page)
    page.keyboard.press("e")
    settled(page)
    page.locator("form[data-act^='date:'] input").fill("May 2025")
    page.keyboard.press("Enter")
    settled(page)
    page.close()
    again = serve(shop.path)
    shop.tabs.clear()
    page = visit(again)
    for _ in range(2):
        page.keyboard.press("u")
        settled(page)
    expect(page.locator("#over .labels text", has_text="officers visit Ukraine")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".start")).to_be_visible()
    for _ in range(2):
        page.get_by_role("button", name="Redo").click()
        settled(page)
    page.keyboard.press("U")
    settled(page)
    expect(page.get_by_role("button", name="Redo")).to_be_disabled()
    assert [entry.state for entry in again.library.history()] == ["done"] * 3
    page.get_by_role("button", name="History").click()
    expect(page.locator(".history li")).to_have_count(3)
    expect(page.locator(".history li").first).to_contain_text("“May 2025”")
