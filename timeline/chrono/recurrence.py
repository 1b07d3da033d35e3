"""When something recurs, as calendars write it (RFC 5545: RRULE), within limits."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from dateutil.rrule import rrulestr

if TYPE_CHECKING:
    from datetime import datetime

_OFTEN = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)
_ZONE = re.compile(r"(UNTIL=\d{8}(?:T\d{6})?)Z", re.IGNORECASE)
_YEARS = 100


def occurrences(rule: str, start: datetime, most: int) -> tuple[list[datetime], bool]:
    """
    The first *most* times, and whether there are more; *start* is in no time zone.

    Raises:
        ValueError: it is no rule, or recurs more often than daily.

    >>> from datetime import datetime
    >>> found, more = occurrences("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2", datetime(2025, 1, 31), 10)
    >>> [one.month for one in found], more
    ([1, 3], False)
    """
    if _OFTEN.search(rule):
        raise ValueError("it recurs more often than daily")
    try:
        made = rrulestr(_ZONE.sub(r"\1", rule), dtstart=start)
    except TypeError as fault:
        raise ValueError("its rule says not how often") from fault
    last = min(start.year + _YEARS, 9999)
    found: list[datetime] = []
    for one in islice(made, most + 1):
        if one.year > last:
            return found[:most], True
        found.append(one)
    return found[:most], len(found) > most
