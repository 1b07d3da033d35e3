"""The table: sorted, filtered, edited, copied, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import chosen, opened, put, settled
from tests.browser.table import choose_event, chosen_row, held, in_sight, row, seen
from tests.scene.examples import many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Site


@pytest.fixture(autouse=True)
def as_it_came(page: Page) -> Iterator[None]:
    """Sorting and filters stand until the page is loaded anew: take them away for the next scenario."""
    yield
    page.evaluate(
        """() => {
            const api = window.dash_ag_grid.getApi && window.dash_ag_grid.getApi("events-grid");
            if (!api) return;
            api.setFilterModel(null);
            api.applyColumnState({ defaultState: { sort: null } });
        }"""
    )


def test_the_begin_sorts_and_what_has_none_stands_last(page: Page) -> None:
    """Upwards and downwards: what is only known to be over by some day is not put before or after the others."""
    seen(page)
    header = page.get_by_role("columnheader", name="Date", exact=True)
    ways = []
    for _ in range(2):
        header.click()
        begins = [one["begin"] for one in held(page)]
        known = [begin for begin in begins if begin is not None]
        assert None in begins
        assert begins[: len(known)] == known
        ways.append(known)
    assert ways[0] == sorted(ways[0])
    assert ways[1] == sorted(ways[1], reverse=True)
    assert ways[0] != ways[1]


def test_a_filter_leaves_the_rows_with_the_words(page: Page) -> None:
    """Each column has its own; it stands while another tab is looked at."""
    seen(page)
    page.get_by_role("columnheader", name="Event").locator(".ag-header-cell-filter-button").click()
    page.get_by_role("textbox", name="Filter Value").first.fill("trump")
    expect(page.locator('.ag-row:not(:has-text("Trump"))')).to_have_count(0)
    assert all("trump" in one["title"].lower() for one in held(page))
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Article").click()
    settled(page)
    assert all("trump" in one["title"].lower() for one in held(page))


def test_title_and_date_are_edited_in_the_table(page: Page) -> None:
    """As in the panel: words or EDTF; what cannot be read is refused, and the cell says what it said."""
    choose_event(page, "officers visit Ukraine")
    cell = chosen_row(page).locator('[col-id="when"]')
    for typed, told in (("between 3 and 5 April 2025", "between 3 and 5 April 2025"), ("some day", None)):
        cell.dblclick()
        page.keyboard.press("Control+a")
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        settled(page)
        expect(cell).to_have_text("between 3 and 5 April 2025")
        if told is None:
            expect(page.locator("body")).to_contain_text("names no date")
    expect(page.locator("#detail h2.when")).to_have_text("between 3 and 5 April 2025")
    title = chosen_row(page).locator('[col-id="title"]')
    title.dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type("Officers <b>go</b> there")
    page.keyboard.press("Enter")
    settled(page)
    expect(title).to_have_text("Officers <b>go</b> there")
    expect(page.locator("#detail .event-title")).to_have_text("Officers <b>go</b> there")


def test_the_table_is_gone_through_by_keys(page: Page) -> None:
    """Arrows go from cell to cell, the space bar chooses, F2 edits, and the page's own keys stay its own."""
    choose_event(page, "officers visit Ukraine")
    first = chosen(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator("#detail .event-title")).not_to_have_text(first)
    settled(page)
    page.keyboard.press("F2")
    page.keyboard.press("Control+a")
    page.keyboard.type("Renamed by keys")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator("#detail .event-title")).to_have_text("Renamed by keys")
    page.keyboard.press("u")
    settled(page)
    expect(page.locator("#detail .event-title")).not_to_have_text("Renamed by keys")


def test_what_is_chosen_elsewhere_is_chosen_in_the_table(page: Page) -> None:
    """Its row comes into sight, also when the table is first opened."""
    seen(page)
    last = held(page)[-1]["title"]
    page.locator("#over .labels text", has_text=last[:20]).first.click()
    settled(page)
    expect(chosen_row(page)).to_contain_text(last)
    pane, found = page.locator(".grid-room").bounding_box(), chosen_row(page).bounding_box()
    assert pane is not None
    assert found is not None
    assert pane["y"] < found["y"] < pane["y"] + pane["height"]


def test_a_row_and_the_table_can_be_copied(page: Page) -> None:
    """As lines with tabs, which spreadsheets take; the table as it is sorted and filtered, with its head."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose_event(page, "officers visit Ukraine")
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\t")[:2] == ["April 2025", "British and French officers visit Ukraine"]
    page.get_by_role("button", name="Copy the table").click()
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0].split("\t") == ["Date", "Event", "Lane", "Status", "EDTF", "Source of the date"]
    assert [line.split("\t")[1] for line in lines[1:]] == [one["title"] for one in held(page)]
    expect(page.locator("body")).to_contain_text(f"Copied: {len(lines) - 1} rows")


@pytest.fixture
def full(browser: Browser, site: Site) -> Iterator[Page]:
    """A page with as many events as a table holds, and the table open."""
    put(site.chronicle, many(10_000))
    page = browser.new_page(viewport={"width": 1290, "height": 924})
    opened(page, f"{site.address}?tab=events&events=all")
    yield page
    page.context.close()


def test_ten_thousand_rows_are_held_and_few_are_drawn(full: Page) -> None:
    """The last one can be chosen; nothing of the table is drawn anew while one zooms."""
    assert len(held(full)) == 10_000
    assert full.locator(".ag-row").count() < 60
    last = held(full)[-1]
    in_sight(full, last["id"])
    full.locator(f'.ag-row[row-id="{last["id"]}"] [col-id="title"]').click()
    settled(full)
    expect(full.locator("#detail .event-title")).to_have_text(last["title"])
    full.evaluate(
        """() => {
            window.redrawn = 0;
            const heard = (all) => (window.redrawn += all.length);
            const pane = document.querySelector(".ag-center-cols-container");
            new MutationObserver(heard).observe(pane, { subtree: true, childList: true });
        }"""
    )
    full.get_by_role("button", name="Zoom in").click()
    settled(full)
    assert full.evaluate("window.redrawn") == 0


def test_several_rows_are_made_one_and_one_undo_parts_them(page: Page, site: Site) -> None:
    """Chosen with the keys that choose several everywhere; the first one chosen is the event that is kept."""
    choose_event(page, "officers visit Ukraine")
    before = len(held(page))
    for words in ("begin to discuss", "draw up the plan"):
        row(page, words).locator('[col-id="title"]').click(modifiers=["Control"])
        settled(page)
    bar = page.get_by_role("group", name="Chosen events")
    expect(bar).to_contain_text("3 events are chosen.")
    expect(bar).to_contain_text("One event: “British and French officers visit Ukraine”")
    bar.get_by_role("button", name="Make them one").click()
    settled(page)
    expect(bar).to_be_hidden()
    assert len(held(page)) == before - 2
    assert chosen(page) == "British and French officers visit Ukraine"
    page.keyboard.press("u")
    settled(page)
    assert len(held(page)) == before
    assert site.chronicle.timeline.edits == ()


def test_several_rows_are_hidden_or_left_again(page: Page) -> None:
    """By the box of each row; hidden in one step, and the selection goes on to an event that is there."""
    choose_event(page, "officers visit Ukraine")
    before = len(held(page))
    row(page, "draw up the plan").get_by_role("checkbox").click()
    settled(page)
    bar = page.get_by_role("group", name="Chosen events")
    bar.get_by_role("button", name="Choose only one").click()
    expect(bar).to_be_hidden()
    row(page, "officers visit Ukraine").get_by_role("checkbox").click()
    settled(page)
    bar.get_by_role("button", name="Hide them").click()
    settled(page)
    assert len(held(page)) == before - 2
    expect(page.locator("body")).to_contain_text("2 events are hidden. Undo brings them back.")
    page.keyboard.press("u")
    settled(page)
    assert len(held(page)) == before
