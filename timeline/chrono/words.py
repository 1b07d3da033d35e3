"""
Bounds in English, as a reader wants them: "19 August 2025", "by 5 November 2024", "from March to June 2025".

Both ends named are included. No phrase is more precise than the bounds: whole months and years are told as such, clock
times only within one day. Expression trees in English are in `timeline.chrono.treewords`, the parts in
`timeline.chrono.datewords`.
"""

from __future__ import annotations

from typing import Protocol

from timeline.chrono.bounds import Bounds, Range, day_window
from timeline.chrono.calendar import civil, day_of
from timeline.chrono.datewords import UNKNOWN, day_words, pair_words, range_words, unit_words, whole_years
from timeline.chrono.treewords import pattern_words, shared_words, tree_words

__all__ = ["UNKNOWN", "day_words", "describe", "offset_words", "pattern_words", "shared_words", "short", "tree_words"]

Pair = tuple[int | None, int | None]


class _Offset(Protocol):
    """Least and most whole days from an anchor to begin and to end, as `chrono.reach.Reach` has them."""

    @property
    def begin(self) -> Pair: ...
    @property
    def end(self) -> Pair: ...


def describe(bounds: Bounds, kind: str, *, usual: bool = False) -> str:
    """
    The bounds in words; *kind* is "day" (one day, perhaps unknown) or "span"; "~" before what is only *usual*.

    >>> from timeline.chrono.edtf import read
    >>> for text in (
    ...     "2025-08-19",
    ...     "2025-04",
    ...     "[2025-08-15..2025-08-19]",
    ...     "[..2024-11-05]",
    ...     "2025-03/2025-06",
    ...     "2025-03/..",
    ... ):
    ...     print(describe(*read(text)))
    19 August 2025
    April 2025
    between 15 and 19 August 2025
    by 5 November 2024
    from March to June 2025
    from March 2025 on
    """
    known = bounds.ordered
    if known.empty:
        return UNKNOWN
    one_day = day_window(known)
    # What cannot lie on one day is told as a stretch, whatever it was taken for.
    if kind != "span" and not one_day.empty:
        words = range_words(one_day)
    elif known.begin == known.end:
        words = range_words(known.window)
    else:
        words = _span_words(known)
    return f"~ {words}" if usual and words != UNKNOWN else words


def short(bounds: Bounds, kind: str, *, years: bool = True) -> str:
    """
    The bounds for a label beside a glyph; without *years* where the axis says them.

    "after 28 Feb" leaves that day possible, as every relation between days does. Empty where nothing is known.

    >>> from timeline.chrono.edtf import read
    >>> short(*read("[2025-08-19..2025-08-20]"), years=False), short(*read("[2025-08-15..2025-12-31]"))
    ('19–20 Aug', '15 Aug – 31 Dec 2025')
    """
    known = bounds.ordered
    one_day = day_window(known)
    window = known.window if kind == "span" or one_day.empty else one_day
    if known.empty:
        return ""
    if window.earliest is None and window.latest is None and known.begin.latest is not None:
        return f"begun by {day_words(day_of(known.begin.latest), short=True, year=years)}"
    if window.earliest is None and known.begin.open and known.end.earliest is not None:
        return f"until at least {day_words(day_of(known.end.earliest), short=True, year=years)}"
    if window.earliest is None:
        return "" if window.latest is None else f"by {day_words(day_of(window.latest), short=True, year=years)}"
    if window.latest is None and kind == "span" and _unit(known.begin):
        return f"from {_unit(known.begin, short=True)}"
    if window.latest is None:
        return f"after {day_words(day_of(window.earliest), short=True, year=years)}"
    first, last = day_of(window.earliest), day_of(window.latest)
    if first == last:
        time = f", {range_words(window).rpartition(', ')[2]}" if window.earliest == window.latest else ""
        return day_words(first, short=True, year=years) + time
    unit = unit_words(first, last, short=True)
    if unit is not None:
        return unit
    joined = pair_words(first, last, "–", short=True, year=years)
    return joined if _tight(first, last, joined) else pair_words(first, last, " – ", short=True, year=years)


def offset_words(offset: _Offset, anchor: str = "publication") -> str:
    """
    Whole days from an anchor, in words.

    >>> from timeline.chrono.reach import Reach
    >>> offset_words(Reach((-6, 0), (-6, 0)))
    'within 6 days before publication'
    """
    if offset.begin == offset.end:
        return _days_away(offset.begin, anchor)
    begun, ended = _days_away(offset.begin, anchor), _days_away(offset.end, anchor)
    told = [f"{verb} {words}" for verb, words in (("begun", begun), ("ended", ended)) if words != UNKNOWN]
    return ", ".join(told)


def _span_words(bounds: Bounds) -> str:
    """A stretch whose begin and end are known differently."""
    begin, end = bounds.begin, bounds.end
    from_, to = _unit(begin), _unit(end)
    # What the end says beyond "not before the begin".
    goes_on = end.earliest is not None and (begin.latest is None or end.earliest > begin.latest)
    at_least = f"at least {day_words(day_of(end.earliest))}" if goes_on and end.earliest is not None else ""
    if from_ and to and begin.latest is not None and end.earliest is not None:
        return _from_to(begin, end, from_, to)
    if end.latest is None:
        if from_:
            return f"from {from_} until {at_least}" if at_least else f"from {from_} on"
        if begin.open:
            return f"until {at_least}"
        return f"{_begun(begin)}, going on until {at_least}" if at_least else _begun(begin)
    if to and begin.earliest is None and not goes_on:
        return f"until {to}"
    if begin.earliest is None and end.earliest is None:
        return f"begun by {_day(begin.latest)}, ended by {_day(end.latest)}"
    return f"{_begun(begin)}, {_ended(end, goes_on=goes_on)}"


def _from_to(begin: Range, end: Range, from_: str, to: str) -> str:
    """From one unit to another; days and years need no "from" before their "to"."""
    first, last = day_of(begin.earliest or 0), day_of(end.latest or 0)
    levels = _level(begin), _level(end)
    if first == last:
        times = [range_words(one).rpartition(", ")[2] for one in (begin, end) if one.earliest == one.latest]
        return f"{day_words(first)}, {' to '.join(times)}" if len(times) == 2 else day_words(first)
    if levels in (("day", "day"), ("year", "year")):
        return pair_words(first, last, " to ")
    if levels == ("month", "month") and not whole_years(first, last):
        return f"from {pair_words(first, last, ' to ')}"
    return f"from {from_} to {to}"


def _level(found: Range) -> str:
    """Which unit a range that is one unit is; a decade counts as "longer"."""
    first, last = civil(day_of(found.earliest or 0)), civil(day_of(found.latest or 0))
    if first == last:
        return "day"
    if first.year != last.year:
        return "longer"
    return "month" if first.month == last.month else "year"


def _begun(begin: Range) -> str:
    unit = _unit(begin)
    if unit:
        return f"begun {'on' if begin.one_day else 'in'} {unit}"
    return f"begun {range_words(begin)}"


def _ended(end: Range, *, goes_on: bool) -> str:
    unit = _unit(end)
    if unit:
        return f"ended {'on' if end.one_day else 'in'} {unit}"
    return f"ended {range_words(end)}" if goes_on else f"ended by {_day(end.latest)}"


def _unit(found: Range, *, short: bool = False) -> str | None:
    if found.earliest is None or found.latest is None:
        return None
    return unit_words(day_of(found.earliest), day_of(found.latest), short=short)


def _day(moment: int | None) -> str:
    return UNKNOWN if moment is None else day_words(day_of(moment))


def _tight(first: int, last: int, joined: str) -> bool:
    """A dash without spaces joins single words only: "19–20 Aug", "Mar–Jun 2025", "1914–1918"."""
    head, _, tail = joined.partition("–")
    return " " not in head and (tail.count(" ") <= 2 or whole_years(first, last))


def _days_away(days: Pair, anchor: str) -> str:
    least, most = days
    if least is None and most is None:
        return UNKNOWN
    if least is None or most is None:
        bound = most if least is None else least
        side = "before" if (bound or 0) < 0 else "after"
        if not bound:
            return f"by the day of {anchor}" if least is None else f"from the day of {anchor} on"
        farther = (least is None) == (bound < 0)
        return f"{'at least' if farther else 'at most'} {count_of_days(bound)} {side} {anchor}"
    if least == most:
        if least in (-1, 0, 1):
            return f"the day {('before', 'of', 'after')[least + 1]} {anchor}"
        return f"{count_of_days(least)} {'before' if least < 0 else 'after'} {anchor}"
    if least < 0 < most:
        return f"between {count_of_days(least)} before and {count_of_days(most)} after {anchor}"
    if (least, most) in ((-1, 0), (0, 1)):
        return f"the day of {anchor} or the day {'before' if least else 'after'}"
    near, far = sorted((abs(least), abs(most)))
    side = "before" if least < 0 else "after"
    return (
        f"within {count_of_days(far)} {side} {anchor}"
        if near == 0
        else f"{near} to {count_of_days(far)} {side} {anchor}"
    )


def count_of_days(days: int) -> str:
    return f"{abs(days)} {'day' if abs(days) == 1 else 'days'}"
