"""Dates typed by people: EDTF, or words and figures ("early 2021", "by 5 Nov 2024", "07/??/97")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono import edtf
from timeline.chrono.bounds import Bounds, Range, day_window
from timeline.chrono.expressions import Last, resolve
from timeline.errors import DateError
from timeline.phrases import making as make
from timeline.phrases.engine import find
from timeline.phrases.meaning import Grain, Named
from timeline.phrases.reading import Reading
from timeline.phrases.rules import typed
from timeline.phrases.shorthand import in_full
from timeline.phrases.trees import Open, map_tree

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree

_GAPS = re.compile(r"(\?\?|\d{1,2})/(\?\?|\d{1,2})/(\?{2}|\?{4}|\d{2}|\d{4})\Z")

_FIGURES = re.compile(r"(0?[1-9]|1[0-2])/(\d{1,2})/(\d{2}|\d{4})\Z")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read_date(text: str, reference: Range | None = None) -> tuple[Bounds, str]:
    """
    Bounds and kind ("day" or "span") of a date that somebody typed.

    Args:
        text: EDTF, or words: "April 2025", "between 15 and 19 August 2025", "after 2019", "from March to June 2025",
            "07/??/97", "<06/15/97", ">2019".
        reference: what relative words ("yesterday", "last Tuesday") count from; None where nothing is known.

    Raises:
        DateError: the text names no date, or none of the years -9999 to 9999.

    >>> bounds, kind = read_date("between 15 and 19 August 2025")
    >>> bounds.as_dict()["begin"], kind
    ({'earliest': '2025-08-15', 'latest': '2025-08-19'}, 'day')
    """
    words = " ".join(text.split())
    if not words:
        raise DateError("the date is empty: write a date such as 19 August 2025 or 2025-08-19")
    if len(words) > 200:
        raise DateError("the date is too long: write one date such as 19 August 2025 or 2025-08-19")
    found = _edtf(words) or _words(words, reference or Range()) or _in_full(words, reference or Range())
    if found is None or found[0].empty:
        raise DateError(
            f"{words!r} names no date: write it as 19 August 2025, April 2025, by 5 November 2024 or 2025-08-19"
        )
    return found


def _edtf(text: str) -> tuple[Bounds, str] | None:
    try:
        return edtf.read(text)
    except DateError:
        return None


def _words(words: str, reference: Range) -> tuple[Bounds, str] | None:
    lower = words.lower()
    for sign, side in typed.SIGNS.items():
        if lower.startswith(sign):
            return _one_sided(side, words[len(sign) :].strip(), reference)
    for word, side in typed.PREPOSITIONS.items():
        if " or " in word and lower.startswith(word + " "):  # "on or about 15 June" is no choice of two
            return _one_sided(side, words[len(word) :].strip(), reference)
    for opening, joiner, kind in typed.RANGES:
        pair = _pair(words, opening, joiner, reference)
        if pair is not None:
            first, last = pair
            window = Range(first.begin.earliest, last.end.latest)
            if window.empty:
                raise DateError(f"{words!r} ends before it begins: write the earlier date first")
            return (Bounds.within(window), "day") if kind == "day" else (Bounds(first.window, last.window), "span")
    for word, side in typed.PREPOSITIONS.items():
        if lower.startswith(word + " "):
            return _one_sided(side, words[len(word) :].strip(), reference)
    one = _one(words, reference)
    return None if one is None else (one, "day")


def _in_full(words: str, reference: Range) -> tuple[Bounds, str] | None:
    """What is written short, read as it is said in full; twice, since "14-Jun-23 (per Dunne)" is short in two ways."""
    for _ in range(2):
        full = in_full(words)
        if full is None:
            return None
        found = _edtf(full) or _words(full, reference)
        if found is not None:
            return found
        words = full
    return None


def _one_sided(side: str, rest: str, reference: Range) -> tuple[Bounds, str] | None:
    one = _one(rest, reference, about=side == "around")
    if one is None:
        return None
    if side == "around":
        return one, "day"
    if side == "before":
        return Bounds.within(Range(None, one.end.latest)), "day"
    if side == "going on":
        return Bounds(Range(None, one.end.latest), Range(one.begin.earliest, None)), "span"
    if side == "since":
        return Bounds(one.window, Range(one.begin.earliest, None)), "span"
    return Bounds.within(Range(one.begin.earliest, None)), "day"


def _pair(words: str, opening: str, joiner: str, reference: Range) -> tuple[Bounds, Bounds] | None:
    found = re.match(rf"{opening}(.+?){joiner}(.+)\Z", words, re.IGNORECASE)
    if not found:
        return None
    left, right = _alike(found[1].strip(), found[2].strip())
    last = _one(right, reference)
    # "15 and 19 August 2025", "March to June 2025": what the first lacks, the last has.
    lacking = [left, *(f"{left} {right.split(maxsplit=skip)[skip]}" for skip in (1, 2) if len(right.split()) > skip)]
    firsts = (_one(completed, reference) for completed in reversed(lacking))
    first = next((bounds for bounds in firsts if bounds is not None), None)
    return None if first is None or last is None else (first, last)


def _alike(left: str, right: str) -> tuple[str, str]:
    """Two dates in figures written in one order: where one can only be month/day/year the other is, too."""
    figures = [_FIGURES.match(words) for words in (left, right)]
    if not all(figures) or not any(int(one[2]) > 12 for one in figures if one):
        return left, right
    first, last = (_american(one[1], one[2], one[3]) for one in figures if one)
    return first, last


def _american(month: str, day: str, year: str) -> str:
    return f"{_MONTHS[int(month) - 1]} {day}, {year if len(year) == 4 else make.short_year(int(year))}"


def _one(words: str, reference: Range, *, about: bool = False) -> Bounds | None:
    """A single date; None where the words are not wholly one."""
    gaps = _GAPS.match(words)
    if gaps and "?" in words:
        return _with_gaps(gaps[1], gaps[2], gaps[3])
    named = _year(words) or _named(words)
    if named is None:
        return None
    if about:
        named = make.approximate(named) or named
    directed: Tree = map_tree(named.tree, lambda node: Last(node.pattern) if isinstance(node, Open) else node)
    found = resolve(directed, reference)
    if found.open:
        return None
    exact = named.grain is Grain.MINUTE and not day_window(found).empty  # a minute of one of two days is no stretch
    return found if exact else Bounds.within(found.window)


def _year(words: str) -> Named | None:
    return make.a_year(int(words)) if re.fullmatch(r"\d{3,4}", words) else None


def _named(words: str) -> Named | None:
    readings = [each for each in find(words) if isinstance(each, Reading)]
    if len(readings) != 1 or _core(readings[0].text) != _core(words):
        return None
    named = readings[0].meaning
    return named if isinstance(named, Named) and named.anchor != "expression" else None


def _core(words: str) -> str:
    """The words without what a date may be surrounded by."""
    bare = re.sub(r"^(?:on|in|at|the)\s+", "", words.strip(" .,"), flags=re.IGNORECASE)
    return bare.lower().removeprefix("the ").strip(" .,")


def _with_gaps(month: str, day: str, year: str) -> Bounds | None:
    if "?" in year:
        return None
    number = int(year) if len(year) == 4 else make.short_year(int(year))
    if "?" in month:
        named = make.a_year(number)
    elif not 1 <= int(month) <= 12:
        return None
    else:
        named = make.a_month(int(month), number) if "?" in day else make.a_date(int(month), int(day), number)
    return None if named is None else Bounds.within(resolve(named.tree, Range()).window)
