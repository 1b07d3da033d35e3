"""The axis of the page: the calendar and the ticks are the same as those of the pictures."""

from __future__ import annotations

import random
import string
from typing import TYPE_CHECKING, Any

import pytest

from timeline._files import asset
from timeline.chrono.calendar import FIRST_DAY, LAST_DAY, MINUTES_PER_DAY, civil, day_number, first_of_month, weekday
from timeline.chrono.iso import iso_day, iso_earliest
from timeline.scene.axis import ticks_of
from timeline.scene.beyond import after_words, before_words
from timeline.scene.languages import LANGUAGES
from timeline.scene.names import Names
from timeline.scene.scale import Scale
from timeline.scene.source import Beside
from timeline.scene.text import advances_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

ADVANCES = advances_of(string.printable + "–" + "".join(sign for names in LANGUAGES.values() for sign in str(names)))


@pytest.fixture(scope="module")
def blank(context: BrowserContext) -> Iterator[Page]:
    """A page with these scripts and nothing else."""
    page = context.new_page()
    for name in ("calendar.js", "ticks.js", "words.js"):
        page.add_script_tag(content=asset(name).read_text(encoding="utf-8"))
    yield page
    page.close()


def some_days() -> list[int]:
    """Days from all over the calendar, and those beside its ends, leap days and the turn of the eras."""
    chance = random.Random(1)  # noqa: S311  # the same examples every time
    edges = [FIRST_DAY, LAST_DAY, day_number(0, 2, 29), day_number(0, 12, 31), day_number(1), day_number(-4, 3, 1)]
    edges += [day_number(year, 3, 1) - 1 for year in (-9996, -400, -100, 4, 100, 400, 1900, 2000, 2024)]
    return edges + [chance.randint(FIRST_DAY, LAST_DAY) for _ in range(2000)]


def test_days_are_those_of_the_calendar(blank: Page) -> None:
    """Year, month, day and weekday of a number, the number of a day, and the first of a month."""
    days = some_days()
    found = blank.evaluate(
        """days => days.map((day) => {
            const { civil, dayNumber, weekday, firstOfMonth } = window.timelineCalendar;
            const [year, month, number] = civil(day);
            const months = year * 12 + month;
            return [[year, month, number], dayNumber(year, month, number), weekday(day), firstOfMonth(months)];
        })""",
        days,
    )
    assert found == [
        [list(civil(day)), day, weekday(day), first_of_month(civil(day).year * 12 + civil(day).month)] for day in days
    ]


def test_days_are_written_and_read_as_iso(blank: Page) -> None:
    """What is written is ISO 8601 with astronomical years, and reading it gives the same place again."""
    chance = random.Random(2)  # noqa: S311  # the same examples every time
    moments = [day * MINUTES_PER_DAY + chance.choice([0, 0, 1, 719, 870, 1439]) for day in some_days()]
    places = [moment / MINUTES_PER_DAY for moment in moments]
    found = blank.evaluate(
        """places => places.map((place) => {
            const text = window.timelineCalendar.isoPlace(place);
            return [text, window.timelineCalendar.parse(text) - place];
        })""",
        places,
    )
    assert [text for text, _ in found] == [iso_earliest(moment) for moment in moments]
    assert max(abs(apart) for _, apart in found) < 1e-9


def test_what_is_no_day_is_not_read(blank: Page) -> None:
    """Days that the calendar does not have, and other texts, are none."""
    wrong = ["2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "-0000-01-01", "2025-1-1", "x", "2025-01-01T24:00"]
    assert blank.evaluate("texts => texts.map(window.timelineCalendar.parse)", wrong) == [None] * len(wrong)
    outside = "day => { try { window.timelineCalendar.isoDay(day); } catch (fault) { return fault.name; } return ''; }"
    assert [blank.evaluate(outside, day) for day in (FIRST_DAY, FIRST_DAY - 1, LAST_DAY + 1)] == [
        "",
        "RangeError",
        "RangeError",
    ]
    assert iso_day(FIRST_DAY) == "-9999-01-01"


def windows() -> list[dict[str, Any]]:
    """Windows of every magnitude, from minutes to the whole calendar, on pages of every width."""
    chance = random.Random(3)  # noqa: S311  # the same examples every time
    found = []
    for number in range(600):
        span = 10 ** chance.uniform(-2, 6.9)
        first = chance.uniform(FIRST_DAY - 100, LAST_DAY) if number % 3 else chance.uniform(-400_000, 800_000)
        left, room = chance.choice([0, 30, 132.5]), chance.uniform(200, 2400)
        scale = {"first": first, "last": first + span, "left": left, "right": left + room}
        offset = number % 7 == 0
        if offset:
            scale |= {"first": -span * chance.random(), "last": span * chance.random() + 0.01}
        overscan = chance.choice([0, 0, 1])
        names = LANGUAGES[chance.choice(list(LANGUAGES))]
        found.append(
            {"scale": scale, "page": left + room + 14, "offset": offset, "overscan": overscan, "names": names._asdict()}
        )
    return found


def test_ticks_are_those_of_the_pictures(blank: Page) -> None:
    """The same texts and larger units at the same days and pixels, in windows of every size."""
    asked = windows()
    found = blank.evaluate(
        """([asked, advances]) => asked.map(({ scale, ...options }) => {
            const { ticks, title } = window.timelineTicks.ticksOf(scale, { advances, ...options });
            return [title, ticks.map((tick) => [tick.text, tick.context, tick.day, tick.x])];
        })""",
        [asked, ADVANCES],
    )
    empty = 0
    for one, (title, drawn) in zip(asked, found, strict=True):
        ticks, expected = ticks_of(
            Scale(**one["scale"]), one["page"], one["overscan"], offset=one["offset"], names=Names(**one["names"])
        )
        assert title == expected
        assert [tick[:2] for tick in drawn] == [[tick.text, tick.context] for tick in ticks], one
        assert [tick[2] for tick in drawn] == pytest.approx([tick.day for tick in ticks], abs=1e-9)
        assert [tick[3] for tick in drawn] == pytest.approx([tick.x for tick in ticks], abs=1e-6)
        empty += not ticks
    assert empty < len(asked) / 20


def test_what_lies_beside_the_window_is_said_in_the_same_words(blank: Page) -> None:
    """Years from afar, months and days nearby, before and after, of one event and of many."""
    chance = random.Random(4)  # noqa: S311  # the same examples every time
    asked = []
    for number in range(800):
        edge = float(chance.randint(-200_000, 900_000))
        near = edge + (-1) ** number * 10 ** chance.uniform(-2.5, 5)
        near = round(near) if number % 3 else near
        far = near + (-1) ** number * chance.choice([0, 0, 1, 40, 500, 20_000])
        asked.append(["after" if number % 2 == 0 else "before", chance.choice([1, 2, 3456]), near, far, edge])
    asked += [["before", 2, day_number(-43, 3, 16), day_number(-299), 300.0], ["after", 5, 1, day_number(14), -4000.0]]
    asked += [["after", 2, day_number(2025, 3, 1), day_number(2025, 3, 31), float(day_number(2024, 12, 31))]]
    found = blank.evaluate(
        """asked => asked.map(([side, count, near, far, edge]) =>
            window.timelineWords.beyond(side, { count, near, far }, edge, false))""",
        asked,
    )
    words = {"before": before_words, "after": after_words}
    for (side, count, near, far, edge), said in zip(asked, found, strict=True):
        assert said == words[side](Beside(count, near, far), edge, offset=False)
