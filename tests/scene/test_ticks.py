"""Ticks are those a person would choose, at every zoom, from -9999 to 9999."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scene.examples import day
from timeline.chrono.calendar import FIRST_DAY, LAST_DAY, civil
from timeline.errors import ExportError
from timeline.scene.axis import ticks_of
from timeline.scene.languages import LANGUAGES, names_of
from timeline.scene.names import ENGLISH
from timeline.scene.scale import Scale
from timeline.scene.text import width
from timeline.scene.ticks import choose, choose_offset, marks, offset_marks, offset_title

_spans = st.floats(0.01, 7_000_000)


@pytest.mark.parametrize(
    ("first", "last", "texts", "contexts"),
    [
        ("2024-08-01", "2025-12-20", ["Sep", "Nov", "Jan", "Mar", "May", "Jul", "Sep", "Nov"], {"2024", "2025"}),
        ("2025-08-01", "2025-08-08", ["1", "2", "3", "4", "5", "6", "7", "8"], {"August 2025"}),
        (
            "2024-12-30",
            "2025-02-10",
            ["30 Dec", "6 Jan", "13 Jan", "20 Jan", "27 Jan", "3 Feb", "10 Feb"],
            {"2024", "2025"},
        ),
        ("1200-01-01", "1900-01-01", ["1200", "1300", "1400", "1500", "1600", "1700", "1800", "1900"], set()),
        ("-299-01-01", "299-01-01", ["300 BCE", "200 BCE", "100 BCE", "1 CE", "100 CE", "200 CE"], set()),
    ],
)
def test_chosen_ticks(first: str, last: str, texts: list[str], contexts: set[str]) -> None:
    """The ticks of some spans on 700 pixels."""
    found, _ = ticks_of(Scale(day(first), day(last), 100, 800), 900, 0, offset=False)
    assert [tick.text for tick in found] == texts
    assert {tick.context for tick in found if tick.context} == contexts


def test_hours() -> None:
    """Within a day the ticks are clock times, below them the day."""
    start = float(day("2024-03-26"))
    found, _ = ticks_of(Scale(start, start + 0.4, 100, 800), 900, 0, offset=False)
    assert [tick.text for tick in found][:3] == ["00:00", "01:00", "02:00"]
    assert found[0].context == "26 March 2024"


@pytest.mark.parametrize(
    ("locale", "days", "texts", "context"),
    [
        ("de", 200, "15. Mär", "2025"),
        ("de", 10, "3", "März 2025"),
        ("en-US", 200, "Mar 15", "2025"),
        ("en_us", 1, "06:00", "March 3, 2025"),
        ("fr-CA", 400, "avr.", "2025"),
        ("pt", 1, "06:00", "3 de março de 2025"),
        ("it", 10_000, "2030", ""),
        ("nl", 400, "mei", "2025"),
        ("es", 10, "5", "marzo de 2025"),
        ("en", 200, "15 Mar", "2025"),
    ],
)
def test_languages(locale: str, days: int, texts: str, context: str) -> None:
    """Months, their order with the day, and larger units are written as in the language."""
    start = float(day("2025-03-03"))
    found, _ = ticks_of(Scale(start, start + days, 30, 930), 960, 0, offset=False, names=names_of(locale))
    assert texts in [tick.text for tick in found]
    assert context in [tick.context for tick in found]


def test_eras_and_languages() -> None:
    """Years before 1 have the era of the language; every language has twelve months."""
    assert [names.year(-43) for names in LANGUAGES.values()][:4] == ["44 BCE", "44 BCE", "44 v. Chr.", "44 a. C."]
    assert {len(part) for names in LANGUAGES.values() for part in names[:2]} == {12}
    with pytest.raises(ExportError, match="'xx'"):
        names_of("xx")


def test_no_year_zero() -> None:
    """1 BCE is followed by the year 1."""
    assert [ENGLISH.year(year) for year in (-1, 0, 1)] == ["2 BCE", "1 BCE", "1 CE"]


@given(st.floats(FIRST_DAY, LAST_DAY - 1), _spans, st.floats(200, 3000))
def test_tick_texts_never_touch(first: float, span: float, room: float) -> None:
    """Neither the texts of a row nor the larger units below them overlap, and the page cuts none."""
    scale = Scale(first, first + span, 30, 30 + room)
    found, _ = ticks_of(scale, room + 60, 0, offset=False)
    for row in ([(tick.x, tick.text) for tick in found], [(tick.x, tick.context) for tick in found if tick.context]):
        for (one, text), (other, following) in pairwise(row):
            assert one + width(text, 12) / 2 <= other - width(following, 12) / 2
        assert all(at - width(text, 12) / 2 >= 0 and at + width(text, 12) / 2 <= room + 60 for at, text in row if text)
    assert all(scale.first <= tick.day <= scale.last for tick in found)


@given(st.floats(FIRST_DAY, LAST_DAY - 1), _spans, st.floats(200, 3000))
def test_ticks_are_in_order_and_few(first: float, span: float, room: float) -> None:
    """Ticks rise, and there are no more than a person can read."""
    step = choose(first, first + span, room, 12)
    found = [mark.day for mark in marks(first, first + span, step)]
    assert found == sorted(set(found))
    assert len(found) <= room / 40 + 2


@given(st.integers(FIRST_DAY, LAST_DAY - 40_000))
def test_a_year_tick_stands_on_new_years_day(first: int) -> None:
    """Ticks that name years lie on 1 January of that year."""
    for mark in marks(first, first + 40_000, choose(first, first + 40_000, 900, 12)):
        year, month, number = civil(int(mark.day))
        assert (month, number) == (1, 1)
        assert mark.text.startswith(ENGLISH.year(year))


@given(st.floats(-40_000, 0), st.floats(2, 50_000))
def test_offset_ticks_count_from_publication(first: float, span: float) -> None:
    """Days from publication are round numbers with the publication at 0."""
    apart = choose_offset(first, first + span, 900)
    found = offset_marks(first, first + span, apart)
    assert offset_title(apart) in {"days from publication", "years from publication"}
    assert all((mark.text == "0") == (mark.day == 0.5) for mark in found)
