"""The page opens: what stands on it, and whom it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.drawing import clashes, labels, texts

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Site


def test_the_page_shows_the_whole_timeline_at_once(page: Page, site: Site) -> None:
    """Header, question, lanes, drawing, article and detail stand there with no further step."""
    count = len([event for event in site.chronicle.seen(events="main").events if not event.hidden])
    expect(page.locator(".counts")).to_have_text(f"1 article · {count} events")
    expect(page.locator(".question")).to_contain_text("When was this published? The article does not say")
    expect(page.locator(".question strong")).to_have_text("15 Aug – 31 Dec 2025")
    assert page.locator(".chip").count() >= 4
    expect(page.locator("#detail h2.when")).not_to_be_empty()
    expect(page.locator("#article h2").first).to_contain_text("Washington offers aircraft")
    assert page.locator("#article mark.ev").count() >= count


def test_no_label_lies_over_another(page: Page) -> None:
    """At first view the labels of events are complete and clear of each other."""
    found = texts(page)
    assert len(labels(page)) >= 14
    assert clashes(found) == []


def test_everything_is_compressed(page: Page, site: Site) -> None:
    """What the page loads travels compressed, and the page is allowed to load nothing from elsewhere."""
    answer = page.request.get(site.address, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
