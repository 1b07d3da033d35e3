"""Days that no calendar has: "31 February 2020", "April 31, 2023" are text, and so is the month within them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.calendar import days_in_month
from timeline.chrono.expressions import Fixed, Within

if TYPE_CHECKING:
    from timeline.model.expression import TimeExpression

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_NAME = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:,? (?P<year>\d{4})\b)?"
_DAY_FIRST = re.compile(
    rf"(?<![\d.,:/-])\b(?P<day>\d{{1,2}})(?P<ordinal>st|nd|rd|th)?(?P<of> of)? {_NAME}(?!\w){_YEAR}"
)
_MONTH_FIRST = re.compile(rf"\b{_NAME} (?P<day>\d{{1,2}})(?P<ordinal>st|nd|rd|th)?\b(?![.,:]\d|[%-]){_YEAR}")
_MONTH = re.compile(r"([a-z]{3})[a-z]*\.?(?:,? (\d{4})\b)?", re.IGNORECASE)
_BEFORE = re.compile(r"(?<![\d.,:/-])(\d{1,2})(?P<ordinal>st|nd|rd|th)?(?P<of> of)? \Z", re.IGNORECASE)
_LEAP = 2024  # a year that has every day: what is impossible in it is impossible in any


def impossible(text: str, expression: TimeExpression) -> bool:
    """
    The calendar has no such day ("29 February 2023"), or the month stands beside a number that is none of its days.

    A plain number counts only near a day's ("31 February") or with a year behind: "40 March releases" are of March.
    """
    tree, span = expression.tree, expression.span
    if isinstance(tree, Within) and isinstance(tree.whole, Fixed) and tree.at(0) is None:
        return True
    follows = _MONTH_FIRST.match(text, span.start)
    if follows is not None and _no_day_after(text, follows):
        return True
    month = _MONTH.match(text, span.start)
    number = None if month is None else _MONTHS.get(month[1].lower())
    before = _BEFORE.search(text, max(0, span.start - 10), span.start)
    if month is None or number is None or before is None:
        return False
    return _no_day(int(before[1]), number, month[2], bool(before["ordinal"] or before["of"]))


def impossible_days(text: str) -> list[str]:
    """The words for days that no calendar has, in their order, each once: "30 February 2024", "April 31, 2023"."""
    found = [
        (each.start(), each[0])
        for each in _DAY_FIRST.finditer(text)
        if _no_day(int(each["day"]), _number(each), each["year"], bool(each["ordinal"] or each["of"]))
    ]
    found += [(each.start(), each[0]) for each in _MONTH_FIRST.finditer(text) if _no_day_after(text, each)]
    return list(dict.fromkeys(words for _, words in sorted(found)))


def _number(found: re.Match[str]) -> int:
    return _MONTHS[found["month"][:3].lower()]


def _no_day(day: int, month: int, year: str | None, plainly: bool) -> bool:  # noqa: FBT001 - one of four marks of a day
    """The month has no such day; *plainly*: the words are those of a day ("31st of April"), not of so many things."""
    if 1 <= day <= days_in_month(int(year or _LEAP), month):
        return False
    return plainly or year is not None or day in (0, 30, 31)


def _no_day_after(text: str, found: re.Match[str]) -> bool:
    """As in "April 31, 2023", "on April 31"; "in June 31 people died" counts people, "June 98" has a year."""
    day, year = int(found["day"]), found["year"]
    said = text[max(0, found.start() - 3) : found.start()].lower() == "on " and day in (30, 31)
    if not (said or year is not None or found["ordinal"]):
        return False
    return not 1 <= day <= days_in_month(int(year or _LEAP), _number(found))
