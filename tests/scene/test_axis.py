"""Days, ISO and pixels are the same places said in three ways, over the whole calendar; also on a broken axis."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scene import examples
from tests.scene.examples import day
from timeline.chrono.calendar import FIRST_DAY, FIRST_MOMENT, LAST_DAY, LAST_MOMENT, MINUTES_PER_DAY, civil
from timeline.chrono.iso import iso_earliest, iso_year, parse_earliest
from timeline.scene.axis import breaks_shown, broken_ticks, ticks_of
from timeline.scene.breaks import Breaks, breaks_of
from timeline.scene.names import ENGLISH
from timeline.scene.scale import Scale
from timeline.scene.scene import View, lay_out
from timeline.scene.text import width

_days = st.floats(FIRST_DAY, LAST_DAY)
_spans = st.floats(-3, 6.9).map(lambda magnitude: 10.0**magnitude)
_rooms = st.floats(200, 3000)


@given(_days, _spans, _rooms, st.floats(-1, 2))
def test_a_day_is_where_its_pixel_is(first: float, span: float, room: float, share: float) -> None:
    """From a day to its pixel and back is the same day, to a hundredth of a pixel, within the window and beside it."""
    scale = Scale(first, first + span, 30, 30 + room)
    at = first + share * span
    assert scale.day(scale.x(at)) == pytest.approx(at, abs=0.01 * span / room)
    assert scale.x(scale.day(share * room)) == pytest.approx(share * room, abs=0.01)


@given(st.integers(FIRST_MOMENT, LAST_MOMENT))
def test_a_moment_is_what_is_written_of_it(moment: int) -> None:
    """A place on the axis is a moment as ISO 8601 writes it, and reading that gives the place again."""
    place = moment / MINUTES_PER_DAY
    assert round(place * MINUTES_PER_DAY) == moment
    assert parse_earliest(iso_earliest(moment)) / MINUTES_PER_DAY == place
    assert iso_earliest(moment).startswith(iso_year(civil(moment // MINUTES_PER_DAY).year))


@given(_days, _spans, _rooms)
def test_a_tick_says_where_it_stands(first: float, span: float, room: float) -> None:
    """The text and the larger unit of a tick are those of its day, read back from its pixel."""
    scale = Scale(first, first + span, 30, 30 + room)
    for tick in ticks_of(scale, 2 * room, 0, offset=False)[0]:
        minutes = round(scale.day(tick.x) * MINUTES_PER_DAY)
        found = civil(minutes // MINUTES_PER_DAY)
        said = {
            f"{minutes % MINUTES_PER_DAY // 60:02d}:{minutes % 60:02d}",
            str(found.day),
            ENGLISH.day_of_month(found.month, found.day),
            ENGLISH.short[found.month - 1],
            ENGLISH.year(found.year),
            ENGLISH.year(found.year, era=True),
            "",
        }
        assert tick.text in said
        larger = {ENGLISH.whole_day(*found), ENGLISH.month_of_year(found.year, found.month), ENGLISH.year(found.year)}
        assert tick.context in {*larger, ""}


@given(_days, _spans, _rooms, st.floats(0, 1))
def test_ticks_stay_while_one_pans(first: float, span: float, room: float, share: float) -> None:
    """Where the years are as long, a window beside another has the same ticks in what both show."""
    here, there = Scale(first, first + span, 0, room), Scale(first + share * span, first + (1 + share) * span, 0, room)
    ends = [civil(int(at)).year for at in (here.first, there.last)]
    if len(ENGLISH.year(ends[0])) != len(ENGLISH.year(ends[1])):
        return
    one, other = ({tick.day for tick in ticks_of(scale, 2 * room, 0, offset=False)[0]} for scale in (here, there))
    assert {at for at in one if there.first <= at} == {at for at in other if at <= here.last}


# --- the broken axis --------------------------------------------------------------------------------

_known = st.lists(st.integers(FIRST_DAY, LAST_DAY), min_size=2, max_size=30).map(sorted)


def broken(days: list[int], room: float) -> tuple[Breaks, Scale]:
    """An axis from the first to the last of these days."""
    breaks = breaks_of(days, days, room)
    first, last = breaks.unit(days[0]), breaks.unit(days[-1] + 1)
    return breaks, Scale(first - (last - first) / 50, last + (last - first) / 50, 30, 30 + room)


@given(_known, _rooms, st.sampled_from([(50, 100), (50, 400)]))
def test_no_tick_lies_in_a_break(days: list[int], room: float, lanes: tuple[float, float]) -> None:
    """Ticks stand on days that are drawn, in order, and touch neither one another nor what a break says."""
    breaks, scale = broken(days, room)
    shown = breaks_shown(scale, breaks, *lanes)
    ticks = broken_ticks(scale, room + 60, breaks, shown)
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)
    for tick in ticks:
        at = breaks.day(tick.day)
        assert not any(cut.first < at < cut.last for cut in breaks.cuts)
        assert at == pytest.approx(round(at * MINUTES_PER_DAY) / MINUTES_PER_DAY, abs=1e-5)
    for row in ("text", "context"):
        texts = [(tick.x, getattr(tick, row)) for tick in ticks if getattr(tick, row)]
        for (one, text), (other, following) in pairwise(texts):
            assert one + width(text, 12) / 2 <= other - width(following, 12) / 2
    for tick in ticks:
        for cut in (cut for cut in shown if tick.text and cut.label.upright):
            half = width(tick.text, 12) / 2
            assert tick.x + half <= cut.label.box.left or cut.label.box.right <= tick.x - half


def test_every_stretch_of_a_broken_axis_has_its_ticks() -> None:
    """Days of August stand beside days of 1812, each with their month below them."""
    days = [day("1812-06-24"), *(day("2025-08-01") + at for at in range(30))]
    breaks, scale = broken(days, 1200)
    shown = breaks_shown(scale, breaks, 50, 400)
    ticks = broken_ticks(scale, 1260, breaks, shown)
    assert [one.label.plain for one in shown] == ["213 years"]
    assert [tick.context for tick in ticks if tick.context] == ["June 1812", "August 2025"]
    assert {tick.text for tick in ticks} >= {"25", "1", "15", "29"}


@given(_known, st.integers(-10_000, 10_000))
def test_shifting_all_days_leaves_the_breaks_in_place(days: list[int], shift: int) -> None:
    """All days so much later: every break at the same pixels."""
    (one, scale), (other, moved) = broken(days, 1000), broken([at + shift for at in days], 1000)
    assert [scale.x(unit) for pair in one.marks() for unit in pair] == pytest.approx(
        [moved.x(unit) for pair in other.marks() for unit in pair], abs=0.01
    )


def test_a_drawing_speaks_its_language() -> None:
    """The language of a view is that of its axis, broken or not."""
    for view in (View(locale="de"), View(locale="de", broken=True), View(locale="de", window=(738_900.0, 739_400.0))):
        texts = [tick.text for tick in lay_out(examples.far_apart() if view.broken else examples.force(), view).ticks]
        assert any(name in text for name in ("Mär", "Mai", "Dez") for text in texts), texts
        assert not any(name in text for name in ("Mar", "May", "Dec") for text in texts)


@pytest.mark.parametrize("start", range(20))
def test_no_tick_is_cut_or_taken_for_one_of_another_month(start: int) -> None:
    """At the edge of the page a text is whole with some room to spare, and a day of a new month says which."""
    scale = Scale(day("2025-07-25") + start, day("2025-09-02") + start, 100, 1386)
    said = ""
    for tick in ticks_of(scale, 1400, 0.0, offset=False)[0]:
        said = tick.context or said
        assert not tick.text or width(tick.text, 12) / 2 + 4 <= tick.x <= 1396 - width(tick.text, 12) / 2
        month = civil(int(tick.day)).month
        assert not tick.text or not tick.text.isdigit() or said.startswith({7: "July", 8: "Aug", 9: "Sept"}[month])
