"""
Expression trees in English, by their anchor: "the Tuesday before publication", "three weeks before the verdict".

For what hangs on a publication day nobody knows. None where English has no short phrase for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono import patterns, trees, vague
from timeline.chrono.bounds import Bounds
from timeline.chrono.datewords import range_words
from timeline.chrono.granularity import Granularity
from timeline.chrono.names import MONTHS, SEASONS, WEEKDAYS, clock_words, number_words, ordinal, ordinal_words

if TYPE_CHECKING:
    from timeline.chrono.patterns import Repeating, Tree

_FEASTS = {
    -47: "Shrove Tuesday",
    -46: "Ash Wednesday",
    -7: "Palm Sunday",
    -3: "Maundy Thursday",
    -2: "Good Friday",
    -1: "Holy Saturday",
    0: "Easter Sunday",
    1: "Easter Monday",
    39: "Ascension Day",
    49: "Pentecost",
    50: "Whit Monday",
    60: "Corpus Christi",
}
_PARTS = {
    "start": "the start of {}",
    "early": "early in {}",
    "mid": "the middle of {}",
    "late": "late in {}",
    "end": "the end of {}",
    "first half": "the first half of {}",
    "second half": "the second half of {}",
}


def tree_words(tree: Tree, anchor: str = "publication") -> str | None:  # noqa: C901, PLR0912 - one case for each kind
    """
    What the tree names, in words, when its anchor is called *anchor*; None where there is no short phrase.

    "before publication" leaves the day of publication possible, as everywhere: relations are inclusive.

    >>> tree_words(trees.Last(patterns.Weekday(1)))
    'the Tuesday before publication'
    >>> tree_words(vague.Ago(3, Granularity.WEEK), "the verdict")
    'three weeks before the verdict'
    """
    match tree:
        case trees.Fixed(interval):
            return range_words(Bounds.of_interval(interval).window)
        case trees.This(unit):
            return f"the {_unit(unit)} of {anchor}"
        case trees.Shift(unit, count):
            return f"the {_unit(unit)} of {anchor}" if count == 0 else _distance(count, unit, anchor, single="the")
        case vague.Ago(count, unit) | vague.Ahead(count, unit):
            signed = -count if isinstance(tree, vague.Ago) else count
            return _distance(signed, unit, anchor, single="the" if unit is Granularity.DAY else "a")
        case trees.Last(pattern, skip) | trees.Next(pattern, skip):
            return _occurrence(pattern, skip, anchor, past=isinstance(tree, trees.Last))
        case trees.Within(pattern, whole):
            return _joined("{} of {}", pattern_words(pattern), tree_words(whole, anchor))
        case trees.Nth(number, pattern, whole):
            return _joined("the {} {} of {}", _place(number), pattern_words(pattern), tree_words(whole, anchor))
        case vague.WeekOf(number, whole):
            return _joined("the {} week of {}", _place(number), tree_words(whole, anchor))
        case trees.UpTo(whole):
            return _joined("earlier in {}", tree_words(whole, anchor))
        case trees.From(whole):
            return _joined("later in {}", tree_words(whole, anchor))
        case trees.Span(first, last):
            return _joined("from {} to {}", tree_words(first, anchor), tree_words(last, anchor))
        case trees.Relative(inner, base):
            named = tree_words(base, anchor)
            return None if named is None else tree_words(inner, named)
        case trees.Before(whole):
            return _joined("before {}", tree_words(whole, anchor))
        case trees.After(whole):
            return _joined("after {}", tree_words(whole, anchor))
        case trees.TimeOfDay(whole, first, last):
            time = clock_words(first) if last == first + 1 else f"between {clock_words(first)} and {clock_words(last)}"
            return _joined("{}, {}", tree_words(whole, anchor), time)
        case trees.Easter():
            return _joined("{} of the year of {}", pattern_words(patterns.EveryYear(tree)), anchor)
        case vague.Around(whole, _, side):
            phrase = {"both": "about {}", "earlier": "{} or earlier", "later": "{} or later"}[side]
            return _joined(phrase, tree_words(whole, anchor))
        case vague.Part(whole, part, _):
            return _joined(_PARTS[part], tree_words(whole, anchor))
        case vague.Either(one, other):
            return _joined("{} or {}", tree_words(one, anchor), tree_words(other, anchor))
    return None


def pattern_words(pattern: Repeating) -> str | None:
    """
    The name of a calendar pattern: "Tuesday", "April", "5 May", "Good Friday".

    >>> pattern_words(patterns.MonthDay(5, 5))
    '5 May'
    """
    match pattern:
        case patterns.Weekday(number):
            return WEEKDAYS[number]
        case patterns.Month(number):
            return MONTHS[number - 1]
        case patterns.MonthDay(month, day):
            return f"{day} {MONTHS[month - 1]}"
        case patterns.Season(number):
            return SEASONS[number - 1]
        case patterns.DayOfMonth(day):
            return ordinal(day)
        case patterns.Each(unit):
            return _unit(unit)
        case patterns.Months(first, 12):
            return f"year from {MONTHS[first - 1]}"
        case patterns.Months(first, count):
            return f"{MONTHS[first - 1]} to {MONTHS[(first + count - 2) % 12]}"
        case patterns.EveryYear(trees.Easter(offset, orthodox)):
            name = _FEASTS.get(offset)
            return f"Orthodox {name}" if name and orthodox else name
        case patterns.EveryYear(trees.Nth(number, inner, trees.Within(month, trees.This(Granularity.YEAR)))):
            return _joined("{} {} of {}", _place(number), pattern_words(inner), pattern_words(month))
    return None


def shared_words(tree: Tree) -> str | None:
    """
    What several events share that lie at the time the tree names, whichever it is.

    >>> shared_words(trees.Last(patterns.Weekday(1)))
    'one Tuesday'
    """
    match tree:
        case trees.Last(pattern, _) | trees.Next(pattern, _) | trees.Within(pattern, _) | trees.Nth(_, pattern, _):
            return _joined("one {}", pattern_words(pattern))
        case trees.This(unit) | trees.Shift(unit, _) | vague.Ago(_, unit) | vague.Ahead(_, unit):
            return f"one {_unit(unit)}"
        case trees.UpTo(whole) | trees.From(whole) | trees.TimeOfDay(whole) | vague.Part(whole) | vague.Around(whole):
            return shared_words(whole)
    return None


def _occurrence(pattern: Repeating, skip: int, anchor: str, *, past: bool) -> str | None:
    direction = "before" if past else "after"
    if skip:
        return _joined("the {} {} {} {}", ordinal_words(skip + 1), pattern_words(pattern), direction, anchor)
    if isinstance(pattern, patterns.Weekday):
        return _joined("the {} {} {}", pattern_words(pattern), direction, anchor)
    return _joined("the {} {} {} {}", "last" if past else "next", pattern_words(pattern), direction, anchor)


def _distance(count: int, unit: Granularity, anchor: str, single: str) -> str:
    direction = "before" if count < 0 else "after"
    if abs(count) == 1:
        article = "an" if single == "a" and unit is Granularity.HOUR else single
        return f"{article} {_unit(unit)} {direction} {anchor}"
    return f"{number_words(abs(count))} {_units(unit)} {direction} {anchor}"


def _place(number: int) -> str:
    if number < 0:
        return "last" if number == -1 else f"{ordinal_words(-number)} last"
    return ordinal_words(number)


def _unit(unit: Granularity) -> str:
    return "half-year" if unit is Granularity.HALF else unit.value


def _units(unit: Granularity) -> str:
    return "centuries" if unit is Granularity.CENTURY else f"{_unit(unit)}s"


def _joined(phrase: str, *parts: str | None) -> str | None:
    """The phrase with its parts; None where one is missing."""
    return None if None in parts else phrase.format(*parts)
