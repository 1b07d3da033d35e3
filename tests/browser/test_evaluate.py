"""What the page shows of a plan is what a picture of the same days shows."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.scene import examples
from timeline._files import asset
from timeline.scene.evaluate import evaluate
from timeline.scene.plan import plan
from timeline.scene.seen import look
from timeline.scene.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

    from timeline.model.timeline import Timeline
    from timeline.scene.planned import Plan

VIEW = View(height=800, title=False, subtitle=False, legend=False)
SCENES: dict[str, tuple[Timeline, View]] = {
    "open-publication": (examples.force(published=False), VIEW),
    "narrow": (examples.force(), View(width=420, height=500)),
    "uncertain": (examples.uncertain(), VIEW),
    "hundred": (examples.many(100), VIEW),
    "clustered": (examples.many(100, clustered=60), VIEW),
    "folded": (examples.many(300), View(height=800, folded=("Actor A0",))),
    "thousands": (examples.many(3000), VIEW),
    "hours": (examples.hours(), VIEW),
    "no-year": (examples.offsets(), VIEW),
}


@pytest.fixture(scope="module")
def blank(context: BrowserContext) -> Iterator[Page]:
    """A page with the script and nothing else."""
    page = context.new_page()
    for name in ("calendar", "ticks", "evaluate", "published"):
        page.add_script_tag(content=asset(f"{name}.js").read_text(encoding="utf-8"))
    yield page
    page.close()


def windows(made: Plan, count: int) -> list[tuple[float, float]]:
    """Windows as a user may come to them: of the plan's zooms, within its region, and a little beyond what there is."""
    chance = random.Random(1)  # noqa: S311 - windows, not secrets
    plot = made.page.plot
    lowest, highest = made.zooms
    first, last = made.region or made.fit
    found = [made.window]
    for _ in range(count):
        zoom = chance.uniform(max(lowest, 0.3 * plot.width / (last - first)), highest or 4 * lowest)
        span = plot.width / zoom
        beyond = 0.0 if made.region else 0.2 * span
        start = chance.uniform(first - beyond, max(last - span + beyond, first))
        found.append((start, start + span))
    return found


def evaluated(made: Plan, window: tuple[float, float]) -> dict[str, Any]:
    """What is seen of a plan, as the page tells it."""
    seen = look(made, window)
    return {
        "labels": [[made.marks[one.mark].event, one.option.side, list(one.box)] for one in seen.labels],
        "counts": [[one.lane, one.first, one.last, one.count, list(one.box)] for one in seen.counts],
        "bars": [[one.lane, one.first, one.last, one.count, list(one.stretch)] for one in seen.bars],
        "brackets": list(seen.brackets),
        "glyphs": [[made.marks[number].event, list(stretch)] for number, stretch in seen.visible.items()],
    }


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("nearer", [1, 7, 60])
def test_the_page_shows_the_same(blank: Page, name: str, nearer: int) -> None:
    """Labels, their sides and boxes, counts and bars are the same to the last digit, in any window."""
    timeline, view = SCENES[name]
    first, last = plan(timeline, view).fit
    middle = (first + last) / 2
    made = plan(timeline, view, (middle, middle + (last - first) / nearer))
    asked = windows(made, 12)
    found = blank.evaluate(
        """([plan, windows]) => windows.map((window) => {
            const seen = timelineEvaluate(plan, window);
            return {
                labels: seen.labels.map((one) => [one.event, one.side, one.box]),
                counts: seen.counts.map((one) => [one.lane, one.first, one.last, one.count, one.box]),
                bars: seen.bars.map((one) => [one.lane, one.first, one.last, one.count, [one.left, one.right]]),
                brackets: seen.brackets,
                glyphs: seen.glyphs.map((one) => [one.event, [one.left, one.right]]),
            };
        })""",
        [made.data(), [list(window) for window in asked]],
    )
    assert found == [evaluated(made, window) for window in asked]


def test_publication_days_are_told_as_in_a_picture(blank: Page) -> None:
    """Each where there is room for its words, else how many they are, at the same places."""
    days = [(739252.5, 739252.5, "1 Jan 2025"), (739262.5, 739262.5, "11 Jan 2025"), (739400.0, 739420.0, "29 May")]
    made = replace(plan(examples.force(), VIEW), published=tuple(days))
    asked = [(739250.0, 739270.0), (739000.0, 739900.0), (738000.0, 742000.0), (739254.0, 739390.0)]
    found = blank.evaluate(
        """([plan, windows]) => windows.map(([first, last]) => {
            const at = (day) => plan.plot[0] + ((day - first) * (plan.plot[2] - plan.plot[0])) / (last - first);
            const told = timelinePublished.told(plan, at);
            return told.map(({ words, box }) => [words.map(([text]) => text).join(""), (box[0] + box[1]) / 2]);
        })""",
        [made.data(), asked],
    )
    for told, window in zip(found, asked, strict=True):
        labels = [one.label for one in evaluate(made, window).published if one.label]
        assert sorted((words, round(x)) for words, x in told) == sorted((one.plain, round(one.x)) for one in labels)
    assert ["2 publication days" in dict(told) for told in found] == [False, True, False, False]
    assert "3 publication days" in dict(found[2])
