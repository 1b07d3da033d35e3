"""The events as the table shows them; its rows are drawn as one scrolls, so what it holds is asked of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.conftest import settled, show_tab

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_HELD = """() => {
    const found = [];
    window.dash_ag_grid.getApi("events-grid").forEachNodeAfterFilterAndSort((row) => found.push(row.data));
    return found;
}"""


def seen(page: Page) -> None:
    """Show the table, where another tab is shown."""
    if page.get_by_role("tab", name="Events").get_attribute("aria-selected") != "true":
        show_tab(page, "Events")
    settled(page)


def held(page: Page) -> list[dict[str, Any]]:
    """All rows, as they are sorted and filtered."""
    seen(page)
    found: list[dict[str, Any]] = page.evaluate(_HELD)
    return found


def row(page: Page, words: str) -> Locator:
    """The row of the event with these words in its title, brought into sight."""
    found = next(one["id"] for one in held(page) if words in one["title"])
    in_sight(page, found)
    return page.locator(f'.ag-row[row-id="{found}"]')


def in_sight(page: Page, event: str) -> None:
    """Scroll the table to an event's row."""
    page.evaluate(
        """(id) => {
            const api = window.dash_ag_grid.getApi("events-grid");
            api.ensureNodeVisible(api.getRowNode(id));
        }""",
        event,
    )


def choose_event(page: Page, words: str) -> None:
    """Select the event with these words in its title, by its row."""
    row(page, words).locator('[col-id="title"]').click()
    settled(page)


def dates(page: Page) -> list[str]:
    """All dates, in words."""
    return [one["when"].split(",")[0] for one in held(page)]


def chosen_row(page: Page) -> Locator:
    """The row that is chosen."""
    return page.locator(".ag-row-selected")
