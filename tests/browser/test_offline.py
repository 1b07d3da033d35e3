"""The exported page, opened from a file with the network off: it moves, searches and answers by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

import pytest
from defusedxml import ElementTree
from playwright.sync_api import expect

from tests.browser.access import objections
from tests.browser.conftest import settled
from tests.browser.drawing import clashes, texts
from tests.offline.timelines import hostile, told
from tests.scene import examples
from timeline.chrono.calendar import day_number, start_of
from timeline.draw.svg import render
from timeline.offline.packed import unpack
from timeline.offline.page import page as made
from timeline.offline.page import snippet
from timeline.scene.evaluate import evaluate
from timeline.scene.plan import plan
from timeline.scene.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Site
    from tests.browser.offline import Seen
    from timeline.scene.geometry import Scene

ALONE = View(width=640, title=False, subtitle=False, legend=False, whole=True)
SVG = "{http://www.w3.org/2000/svg}"
LABELS = "#over .labels text"


def plot(page: Page) -> tuple[float, float, float, float]:
    """The area that moves with time, in pixels of the page."""
    found: list[float] = page.evaluate(
        """() => {
            const frame = document.getElementById('chart').getBoundingClientRect();
            const [left, top, right, bottom] = window.timelineChart.plan().plot;
            return [frame.left + left, frame.top + top, frame.left + right, frame.top + bottom]; }"""
    )
    return found[0], found[1], found[2], found[3]


def days(page: Page) -> list[float]:
    """The days at the edges of the drawing."""
    found: list[float] = page.evaluate("window.timelineChart.seen()")
    return found


def as_wide(page: Page, wide: int) -> None:
    """Give the window the width at which the drawing is so many pixels wide."""
    for _ in range(3):
        now = page.evaluate("document.getElementById('chart').clientWidth")
        size = page.viewport_size or {"width": 0, "height": 0}
        page.set_viewport_size({"width": size["width"] + wide - now, "height": size["height"]})
    assert page.evaluate("document.getElementById('chart').clientWidth") == wide


def words(page: Page, which: str = LABELS) -> list[str]:
    """What is written on the drawing."""
    return sorted(one.words for one in texts(page, which))


def label_words(scene: Scene) -> list[str]:
    """The labels of a picture."""
    return sorted("".join(run.text for line in one.text for run in line) for one in scene.labels if one.role == "event")


def test_page_picture_and_file_have_the_same_labels(page: Page, site: Site, seen: Seen, tmp_path: Path) -> None:
    """One layout, evaluated everywhere: the served page, the SVG and the file show the same words of a window."""
    timeline = site.chronicle.seen(events="main")
    alone = seen.open(tmp_path, timeline, (702, 924))
    as_wide(alone, 640)
    first, last = days(alone)
    third = (last - first) / 3
    try:
        page.set_viewport_size({"width": 686, "height": 924})
        as_wide(page, 640)
        settled(page)
        for window in ((first, last), (first + third, last), (last - third / 4, last - third / 8)):
            alone.evaluate("(days) => window.timelineChart.show(...days)", list(window))
            page.evaluate("(days) => window.timelinePage.show(...days)", list(window))
            settled(page)
            scene = evaluate(plan(timeline, ALONE, window), window)
            picture = ElementTree.fromstring(render(scene))
            in_svg = {"".join(one.itertext()) for one in picture.iter(f"{SVG}text")}
            assert words(alone) == words(page) == label_words(scene)
            assert set(words(alone)) <= in_svg
            assert words(alone, "#over .axis text") == words(page, "#over .axis text")
    finally:
        page.set_viewport_size({"width": 1290, "height": 924})
        settled(page)


@pytest.mark.parametrize("nearer", [1, 3, 11, 60])
def test_counts_and_labels_are_those_of_the_layout(seen: Seen, tmp_path: Path, nearer: int) -> None:
    """Of a hundred crowded events too: at each level the file says what the layout for that window says."""
    timeline = examples.many(100, clustered=60)
    page = seen.open(tmp_path, timeline, (702, 924))
    as_wide(page, 640)
    made_for = page.evaluate("window.timelineChart.plan().height")
    look = View(width=640, height=made_for, title=False, subtitle=False, legend=False, whole=True)
    whole = plan(timeline, look)
    first, last = whole.fit
    middle = (first + last) / 2
    window = (middle, middle + (last - first) / nearer / 1.01)
    page.evaluate("(days) => window.timelineChart.show(...days)", list(window))
    scene = evaluate(plan(timeline, look, window), window)
    assert words(page) == label_words(scene)
    assert words(page, "#over .tallies text") == sorted(one.label.plain for one in scene.counts)
    assert clashes(texts(page, "#over .labels text, #over .tallies text")) == []


def test_it_zooms_and_pans_by_hand(seen: Seen, tmp_path: Path) -> None:
    """The wheel zooms around the pointer, a drag moves, a double click and the button show everything."""
    page = seen.open(tmp_path, examples.force())
    left, top, right, bottom = plot(page)
    before = days(page)
    page.mouse.move((left + right) / 2, (top + bottom) / 2)
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(200)
    near = days(page)
    assert near[1] - near[0] < (before[1] - before[0]) * 0.9
    assert abs(sum(near) - sum(before)) < (before[1] - before[0]) * 0.01
    page.mouse.down()
    page.mouse.move((left + right) / 2 + 150, (top + bottom) / 2, steps=4)
    page.mouse.up()
    assert days(page)[0] < near[0]
    page.get_by_role("button", name="Fit").click()
    whole = days(page)
    page.get_by_role("button", name="Zoom in").click()
    assert days(page)[1] - days(page)[0] < whole[1] - whole[0]
    expect(page.locator("#live")).to_contain_text("events in sight")
    page.mouse.dblclick(left + 4, bottom - 4)
    assert days(page) == whole


def test_an_event_says_why(seen: Seen, tmp_path: Path) -> None:
    """A click on a label or in the list shows date, EDTF, quote, reasons as numbers, who and where."""
    timeline = told(12)
    page = seen.open(tmp_path, timeline)
    event = timeline.events[3]
    page.locator("#list").get_by_role("button", name=event.title).click()
    detail = page.locator("#detail")
    expect(detail.locator(".event-title")).to_have_text(event.title)
    expect(detail.locator("code")).to_have_text(event.edtf or "")
    expect(detail.locator("blockquote")).to_have_text(f"“{event.quote}”")
    expect(detail.locator("ol.why > li")).to_have_count(3)
    expect(detail.locator(".conclusion")).to_contain_text(event.reasons[-1].says)
    for name in (*event.actors, *event.places):
        expect(detail.locator(".names li", has_text=name).first).to_be_visible()
    expect(page.locator("#live")).to_have_text(f"{event.title}: {event.when}.")
    expect(page.locator(f'#over .words[data-event="{event.id}"]')).to_be_visible()
    page.locator("#over .labels .words").first.click()
    expect(detail.locator(".event-title")).not_to_have_text(event.title)


def test_it_is_searched_and_filtered(seen: Seen, tmp_path: Path) -> None:
    """Words and choices leave events on the drawing, in the list and in the counts alike; all come back."""
    timeline = told(40)
    page = seen.open(tmp_path, timeline)
    rows = page.locator("#list tr")
    expect(rows).to_have_count(40)
    page.keyboard.press("/")
    page.keyboard.type("STORM number")
    wanted = [event for event in timeline.events if "Storm" in event.title]
    expect(page.locator("#found")).to_have_text(f"{len(wanted)} of 40 events")
    expect(rows).to_have_count(len(wanted))
    drawn = page.evaluate("window.timelineChart.plan().glyphs.map((one) => one.event)")
    assert set(drawn) <= {event.id for event in wanted}
    page.get_by_role("button", name="Filter").click()
    where = page.get_by_role("group", name="Where")
    expect(where.locator("label", has_text="Vienna").locator(".count")).to_have_text(
        str(sum("Vienna" in event.places for event in wanted))
    )
    where.get_by_label("Vienna").check()
    both = sum("Vienna" in event.places for event in wanted)
    expect(page.locator("#found")).to_have_text(f"{both} of 40 events")
    page.get_by_role("textbox", name="From").fill("2018-02")
    edge = start_of(day_number(2018, 2, 1))
    later = [one for one in wanted if "Vienna" in one.places and (one.bounds.end.latest or 0) >= edge]
    assert later
    expect(rows).to_have_count(len(later))
    page.get_by_role("textbox", name="To").fill("soon")
    expect(page.locator(".period .problem")).to_contain_text("“soon” is no date")
    page.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(40)
    expect(page.locator("#found")).to_be_empty()


def test_nothing_passes(seen: Seen, tmp_path: Path) -> None:
    """An empty answer is said."""
    page = seen.open(tmp_path, examples.force())
    page.get_by_role("searchbox").fill("nowhere in it")
    expect(page.locator("#list")).to_contain_text("No event passes")
    expect(page.locator("#over .nothing")).to_be_visible()
    expect(page.locator(LABELS)).to_have_count(0)


def test_the_keyboard_alone(seen: Seen, tmp_path: Path) -> None:
    """Arrows go from event to event and lane to lane, plus and minus zoom, a question mark helps."""
    page = seen.open(tmp_path, examples.force())
    title = page.locator("#detail .event-title")
    page.keyboard.press("ArrowRight")
    first = title.inner_text()
    page.keyboard.press("ArrowRight")
    expect(title).not_to_have_text(first)
    page.keyboard.press("ArrowLeft")
    expect(title).to_have_text(first)
    page.keyboard.press("ArrowDown")
    expect(title).not_to_have_text(first)
    before = days(page)
    page.keyboard.press("+")
    assert days(page)[1] - days(page)[0] < before[1] - before[0]
    page.keyboard.press("0")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys and signs")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys and signs")).to_be_hidden()


def test_light_and_dark(seen: Seen, tmp_path: Path) -> None:
    """As the reader's machine has it, with a switch; the drawing goes along."""
    page = seen.open(tmp_path, examples.force())
    ground = "getComputedStyle(document.querySelector('.card')).backgroundColor"
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Light colours").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert page.evaluate(ground) != dark


def test_on_a_phone(seen: Seen, tmp_path: Path) -> None:
    """At 360 px nothing runs out of the page, and the narrow layout is drawn."""
    page = seen.open(tmp_path, told(40), (360, 740))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("window.timelineChart.plan().width") < 340
    page.get_by_role("button", name="Filter").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert clashes(texts(page, "#over .labels text, #over .tallies text")) == []


def test_hostile_words_are_words(seen: Seen, tmp_path: Path) -> None:
    """Nothing of what they try runs; a link that is none is no link."""
    page = seen.open(tmp_path, hostile())
    page.locator("#list button", has_text="window.ran").click()
    page.get_by_role("button", name="Filter").click()
    expect(page.locator("#detail blockquote")).to_contain_text("</script>")
    assert page.evaluate("window.ran") is None
    expect(page.locator("#detail a")).to_have_count(1)
    expect(page.locator("img")).to_have_count(0)


def test_in_the_frame_of_another_page(seen: Seen, tmp_path: Path) -> None:
    """With the element that is copied: it runs, without an origin of its own."""
    (tmp_path / "timeline.html").write_bytes(made(examples.force(), View()).data)
    article = tmp_path / "article.html"
    article.write_text(f"<!DOCTYPE html><title>An article</title><body>{snippet('timeline.html', 'A force')}", "utf-8")
    seen.page.goto(article.as_uri())
    frame = seen.page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for()
    frame.locator("#list button").nth(2).click()
    expect(frame.locator("#detail .event-title")).to_be_visible()
    frame.get_by_role("button", name="Zoom in").click()
    expect(frame.locator("#live")).to_contain_text("in sight")
    frame.get_by_role("button", name="Dark colours").click()
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")


def test_what_the_page_unpacks_is_what_was_packed(seen: Seen, tmp_path: Path) -> None:
    """The script gives back what Python packed, to the letter."""
    page = seen.open(tmp_path, examples.uncertain())
    written = page.locator("#data").text_content() or ""
    assert page.evaluate("window.timelinePage.data") == unpack(json.loads(written))


def test_many_events_keep_moving(seen: Seen, tmp_path: Path) -> None:
    """Of more events than one drawing holds, each level has its plans side by side, and any window has one."""
    page = seen.open(tmp_path, examples.many(300))
    first, last = page.evaluate("window.timelineChart.plan().fit")
    shown: Any = page.evaluate(
        """([first, last]) => [1, 5, 25, 200].flatMap((nearer) => [0.1, 0.45, 0.8].map((share) => {
            const span = (last - first) / nearer;
            const start = first + (last - first - span) * share;
            window.timelineChart.show(start, start + span);
            const { plan } = window.timelineChart;
            const { covers } = window.timelineAim;
            return covers(plan(), [start, start + span]);
        }))""",
        [first, last],
    )
    assert shown == [True] * 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way(seen: Seen, tmp_path: Path, scheme: Literal["light", "dark"]) -> None:
    """Nothing for axe to object to: with an event selected, the filters and a count open, in both colours."""
    seen.page.emulate_media(color_scheme=scheme)
    page = seen.open(tmp_path, told(60, clustered=40))
    page.locator("#list button").nth(3).click()
    page.get_by_role("button", name="Filter").click()
    assert objections(page) == []
    tally = page.locator("#over .tally").first
    tally.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#counted")).to_be_visible()
    assert objections(page) == []
