"""Days that no calendar has: "31 February 2020", "the 45th of May" are text, and so is the month within them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.calendar import days_in_month
from timeline.chrono.expressions import Fixed, Within

if TYPE_CHECKING:
    from timeline.model.expression import TimeExpression

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTH = re.compile(r"([a-z]{3})[a-z]*\.?(?:,? (\d{4})\b)?", re.IGNORECASE)
_BEFORE = re.compile(r"(?<![\d.,:/-])(\d{1,2})(?P<ordinal>st|nd|rd|th)?(?P<of> of)? \Z", re.IGNORECASE)
_LEAP = 2024  # a year that has every day: what is impossible in it is impossible in any


def impossible(text: str, expression: TimeExpression) -> bool:
    """
    The calendar has no such day ("29 February 2023"), or the month stands behind a number that is none of its days.

    A plain number counts only near a day's ("31 February") or with a year behind: "40 March releases" are of March.
    """
    tree, span = expression.tree, expression.span
    if isinstance(tree, Within) and isinstance(tree.whole, Fixed) and tree.at(0) is None:
        return True
    month = _MONTH.match(text, span.start)
    number = None if month is None else _MONTHS.get(month[1].lower())
    before = _BEFORE.search(text, max(0, span.start - 10), span.start)
    if month is None or number is None or before is None:
        return False
    day, year = int(before[1]), int(month[2] or _LEAP)
    if 1 <= day <= days_in_month(year, number):
        return False
    return bool(before["ordinal"] or before["of"] or month[2]) or day in (0, 30, 31)
