"""Two tabs, or the page and a command, on one library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.working.conftest import point
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.working.conftest import Shop

VISIT = "British and French officers visit Ukraine"


def edit_title(page: Page, title: str) -> None:
    """Give the selected event another title."""
    page.get_by_role("button", name="Edit title").click()
    settled(page)
    page.locator("form[data-act^='title:'] input").fill(title)
    page.keyboard.press("Enter")
    settled(page)


def test_what_one_tab_changes_the_other_shows_by_itself(shop: Shop, visit: Callable[[Shop], Page]) -> None:
    """Title in the drawing and the panel, without a touch."""
    one, other = visit(shop), visit(shop)
    point(one, "officers visit Ukraine")
    edit_title(one, "A visit in spring")
    expect(other.locator("#over .labels text", has_text="A visit in spring")).to_have_count(1)
    one.keyboard.press("u")
    expect(other.locator("#over .labels text", has_text=VISIT)).to_have_count(1)


def test_what_a_command_changes_the_page_shows_by_itself(shop: Shop, visit: Callable[[Shop], Page]) -> None:
    """Another program with the same file open."""
    page = visit(shop)
    with open_library(shop.path, by="Bob") as library:
        event = next(one for one in library.events if one.title == VISIT)
        library.set_title(event.id, "Bob's words")
    expect(page.locator("#over .labels text", has_text="Bob's words")).to_have_count(1)
    page.get_by_role("button", name="History").click()
    expect(page.locator(".history li").first).to_contain_text("Bob")
    expect(page.locator(".history li").first).to_contain_text("“Bob's words”")


def test_an_edit_on_what_changed_meanwhile_is_refused_with_both_versions(
    shop: Shop, visit: Callable[[Shop], Page]
) -> None:
    """What was written stays; the other's words are told, and stand until one says again what one wants."""
    page = visit(shop)
    point(page, "officers visit Ukraine")
    page.get_by_role("button", name="Edit title").click()
    settled(page)
    field = page.locator("form[data-act^='title:'] input")
    field.fill("My words")
    with open_library(shop.path, by="Bob") as library:
        event = next(one for one in library.events if one.title == VISIT)
        library.set_title(event.id, "Bob's words")
    expect(page.locator("#over .labels text", has_text="Bob's words")).to_have_count(1)
    expect(field).to_have_value("My words")
    field.press("Enter")
    settled(page)
    form = page.locator("form[data-act^='title:']")
    expect(form).to_contain_text("it was changed meanwhile by Bob")
    expect(form).to_contain_text("Bob's words")
    expect(form).to_contain_text("My words")
    assert shop.library.event(event.id).title == "Bob's words"
    field.press("Enter")
    settled(page)
    expect(page.locator("#detail .event-title")).to_have_text("My words")


def test_while_nothing_changes_nothing_is_drawn(shop: Shop, visit: Callable[[Shop], Page]) -> None:
    """One tiny question now and then is all that the page asks."""
    page = visit(shop)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(shop.address)))
    for _ in range(2):
        with page.expect_response("**/version") as answer:
            pass
        assert len(answer.value.body()) < 12
    assert set(asked) == {"version"}
