"""Each thing that can be known of an event has its glyph."""

from __future__ import annotations

import pytest

from tests.scene.examples import day, event, within
from timeline.chrono.bounds import Bounds, Range
from timeline.model.event import Event, Kind, Status
from timeline.scene.extent import extent_of
from timeline.scene.geometry import Part, Shape
from timeline.scene.glyphs import THINNEST, outline
from timeline.scene.scale import Scale

DAY = within("2025-04-05", "2025-04-05")
MONTH = within("2025-04-01", "2025-04-30")
SCALE = Scale(day("2025-01-01"), day("2026-01-01"), 0, 1000)


def span(*edges: str | None) -> Bounds:
    """Begin between the first two days, end between the last two."""
    one, other = within(edges[0], edges[1]).window, within(edges[2], edges[3]).window
    return Bounds(one, other)


def parts(made: Event, scale: Scale = SCALE) -> list[Part]:
    """The parts of an event's glyph."""
    extent = extent_of(made, offset=False)
    assert extent
    return list(outline(made, extent, scale, 6, 150).parts)


@pytest.mark.parametrize(
    ("made", "shapes"),
    [
        (event(0, "", DAY), ["dot"]),
        (event(0, "", DAY, landmark="x"), ["diamond"]),
        (event(0, "", DAY, status=Status.DENIED), ["dot", "strike"]),
        (event(0, "", MONTH), ["pale", "cap", "cap"]),
        (event(0, "", within(None, "2025-04-30")), ["pale left", "cap"]),
        (event(0, "", within("2025-04-30", None)), ["pale right", "cap"]),
        (event(0, "", DAY, stated=within(None, "2025-04-30")), ["pale left", "cap", "ring"]),
        (event(0, "", span("2025-02-01", "2025-02-01", "2025-03-01", "2025-03-01"), kind=Kind.SPAN), ["solid"]),
        (
            event(0, "", span("2025-02-01", "2025-02-10", "2025-03-01", "2025-03-05"), kind=Kind.SPAN),
            ["pale", "pale", "solid", "cap", "cap"],
        ),
        (event(0, "", span("2025-02-01", "2025-02-01", "2025-03-01", None), kind=Kind.SPAN), ["pale right", "solid"]),
        (
            event(0, "", span(None, "2025-02-01", "2025-03-01", None), kind=Kind.SPAN),
            ["pale left", "pale right", "solid"],
        ),
    ],
)
def test_glyph_of_what_is_known(made: Event, shapes: list[str]) -> None:
    """Dot, diamond, band with hard ends, fades, solid bar, ring, strike."""
    assert [f"{part.shape.value} {part.fade}".strip() for part in parts(made)] == shapes


@pytest.mark.parametrize(("status", "line"), [(Status.PLANNED, "outline"), (Status.POSSIBLE, "dashed")])
def test_what_has_not_happened_is_outlined(status: Status, line: str) -> None:
    """Planned is outlined, possible dashed; the hard ends stay hard."""
    assert {part.line for part in parts(event(0, "", MONTH, status=status)) if part.shape is Shape.PALE} == {line}
    assert parts(event(0, "", DAY, status=status))[0].line == line


def test_nothing_known_has_no_glyph() -> None:
    """An event of which nothing is known has no place on the axis."""
    assert extent_of(event(0, ""), offset=False) is None


def test_a_day_whose_begin_is_bounded_on_one_side_and_its_end_on_the_other() -> None:
    """A bound of the begin of something that lies within a day bounds its end too."""
    bounds = Bounds(Range(None, day("2025-04-05") * 1440), Range(day("2025-04-01") * 1440, None))
    shown = parts(event(0, "", bounds))
    assert (shown[0].first, shown[0].last) == (day("2025-04-01"), day("2025-04-06"))


def test_no_glyph_is_thinner_than_six_pixels() -> None:
    """A day at the scale of millennia is still to be seen."""
    wide = Scale(day("-5000-01-01"), day("2025-01-01"), 0, 1000)
    shown = parts(event(0, "", MONTH), wide)
    drawn = wide.x(shown[0].last) + shown[0].after - wide.x(shown[0].first) + shown[0].before
    assert drawn == pytest.approx(THINNEST)


def test_a_thin_band_does_not_grow_with_what_it_was_widened_by() -> None:
    """Four times as near a band of a pixel is no more than the three pixels wider that it really is."""
    far = Scale(day("2000-01-01"), day("2000-01-01") + 30_000, 0, 1000)
    band = parts(event(0, "", MONTH), far)[0]
    days = band.last - band.first
    assert days == 30
    assert 4 * days * 1000 / 30_000 + band.before + band.after == pytest.approx(THINNEST + 3)


def test_the_band_shows_what_is_stated() -> None:
    """What is usual narrows no band: it is a ring on it."""
    made = event(0, "", within("2025-02-28", "2025-08-20"), stated=within(None, "2025-08-20"))
    band, _, ring = parts(made)
    assert band.last == day("2025-08-21")
    assert ring.first == day("2025-02-28") + 0.5
    assert SCALE.x(band.first) - band.before < SCALE.x(ring.first)
