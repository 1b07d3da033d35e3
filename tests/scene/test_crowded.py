"""What is too much, too little or too odd for a drawing is drawn all the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.scene import examples
from timeline.draw.svg import render
from timeline.errors import ExportError
from timeline.scene.evaluate import evaluate
from timeline.scene.material import MOST_GLYPHS
from timeline.scene.plan import plan
from timeline.scene.scene import lay_out
from timeline.scene.seen import MOST_LABELS
from timeline.scene.source import Held
from timeline.scene.view import View

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Scene

PAGE = View(height=800, title=False, subtitle=False, legend=False)
ODD = (
    "<b>bold</b> & \"quoted\" 'so'",
    "\x00\x07\x1b[31m\u202e\u200b",
    "\U0001f6a2 \U0001f468\u200d\U0001f469\u200d\U0001f467",
    " ",
)


def unknown(count: int) -> Timeline:
    """Events of which nothing is known."""
    return examples.plain(*(examples.event(n, f"Something happens {n}") for n in range(count)))


def odd() -> Timeline:
    """Titles that are very long, or hardly text."""
    titles = ("x" * 5000, "word " * 1000, *ODD)
    days = [examples.within("2024-01-10", "2024-01-10"), examples.within("2024-01-10", None)]
    return examples.plain(*(examples.event(n, title, days[n % 2]) for n, title in enumerate(titles)))


def uneven() -> Timeline:
    """A thousand years beside a day."""
    return examples.plain(
        examples.event(0, "Some time in the middle ages", examples.within("0500-01-01", "1499-12-31")),
        examples.event(1, "One day", examples.within("1000-06-01", "1000-06-01")),
        examples.event(2, "The day after", examples.within("1000-06-02", "1000-06-02")),
    )


CASES: dict[str, Timeline] = {
    "none": examples.plain(),
    "one": examples.one(),
    "same day": examples.same_day(500),
    "unknown": unknown(500),
    "odd": odd(),
    "uneven": uneven(),
    "undated": examples.plain(
        *(examples.event(n, f"By then {n}", examples.within(None, "2020-01-01")) for n in range(120))
    ),
}


def told(scene: Scene) -> int:
    """How many events have a label or are counted."""
    labels = [label for label in scene.labels if label.role in {"event", "unknown"}]
    more = [label.plain for label in scene.labels if label.role == "pointer" and label.plain.startswith("+")]
    counted = sum(one.count for one in scene.counts) + sum(int(text[1:].replace(",", "")) for text in more)
    return len(labels) + counted


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("view", [View(), PAGE, View(width=200, height=200)], ids=["picture", "page", "tiny"])
def test_any_timeline_is_drawn(name: str, view: View) -> None:
    """Whatever it holds, a timeline becomes a drawing and its data."""
    scene = lay_out(CASES[name], view)
    assert len(scene.glyphs) <= MOST_GLYPHS
    assert "nan" not in render(scene)
    made = plan(CASES[name], view, (scene.first, scene.last))
    assert made.data()["glyphs"] is not None
    if view is PAGE:
        assert told(scene) == sum(not event.hidden for event in CASES[name].events)


@pytest.mark.parametrize("window", [(1.0, 2.0), (900_000.0, 900_001.0)])
def test_a_window_beside_everything_says_so(window: tuple[float, float]) -> None:
    """Where nothing is to be seen, it is told where something is."""
    for scene in (
        lay_out(examples.force(), View(window=window)),
        evaluate(plan(examples.force(), PAGE, window), window),
    ):
        assert not scene.glyphs
        assert any("14 events" in label.plain for label in scene.labels if label.role == "pointer")


@pytest.mark.parametrize("size", [{"width": 1, "height": 1}, {"width": 20_000}, {"height": 20_000}])
def test_sizes_that_cannot_be_are_refused_with_the_limit(size: dict[str, int]) -> None:
    """The sentence says what is possible."""
    with pytest.raises(ExportError, match="200 to 10000"):
        View(**size)  # type: ignore[arg-type]  # sizes by name


def test_never_more_than_can_be_read() -> None:
    """Wherever one looks, and however near: at most 250 glyphs and 120 labels, and all the others are counted."""
    chance = random.Random(5)  # noqa: S311 - windows, not secrets
    source = Held(examples.many(4000))
    first, last = plan(source, PAGE).fit
    for _ in range(25):
        span = (last - first) / 10 ** chance.uniform(-0.3, 4)
        start = chance.uniform(first - span / 2, last - span / 2)
        made = plan(source, PAGE, (start, start + span))
        scene = evaluate(made, made.window)
        assert len(made.marks) <= MOST_GLYPHS
        assert sum(label.role == "event" for label in scene.labels) <= MOST_LABELS


def test_the_weightiest_have_labels() -> None:
    """Of events that lie at the same place, those that matter most are told."""
    timeline = examples.plain(
        *(
            examples.event(n, f"Statement {n}", examples.within("2024-06-03", "2024-06-03"), weight=n / 100)
            for n in range(100)
        )
    )
    scene = lay_out(timeline, PAGE)
    shown = sorted(int(label.event[1:]) for label in scene.labels if label.role == "event")
    assert shown == list(range(100 - len(shown), 100))
    assert len(shown) >= 40
