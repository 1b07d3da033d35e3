"""Named days: feasts with a fixed date, those that move with Easter, and those on a weekday of a month."""

from __future__ import annotations

from timeline.chrono.expressions import Easter, Month, MonthDay, Nth, Relative, Shift, This, Tree, Weekday, Within
from timeline.chrono.granularity import Granularity

_YEAR = This(Granularity.YEAR)


def _fixed(month: int, day: int) -> Tree:
    return Within(MonthDay(month, day), _YEAR)


def _nth(number: int, weekday: int, month: int) -> Tree:
    return Nth(number, Weekday(weekday), Within(Month(month), _YEAR))


FEASTS: dict[str, Tree] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new years day": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "valentine's day": _fixed(2, 14),
    "st. patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "candlemas": _fixed(2, 2),
    "lady day": _fixed(3, 25),
    "may day": _fixed(5, 1),
    "midsummer day": _fixed(6, 24),
    "bastille day": _fixed(7, 14),
    "lammas": _fixed(8, 1),
    "michaelmas": _fixed(9, 29),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2),
    "martinmas": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "easter": Easter(),
    "easter sunday": Easter(),
    "easter monday": Easter(1),
    "good friday": Easter(-2),
    "holy saturday": Easter(-1),
    "maundy thursday": Easter(-3),
    "palm sunday": Easter(-7),
    "shrove tuesday": Easter(-47),
    "ash wednesday": Easter(-46),
    "ascension day": Easter(39),
    "pentecost": Easter(49),
    "whitsun": Easter(49),
    "whit sunday": Easter(49),
    "whit monday": Easter(50),
    "trinity sunday": Easter(56),
    "martin luther king day": _nth(3, 0, 1),
    "presidents' day": _nth(3, 0, 2),
    "memorial day": Nth(-1, Weekday(0), Within(Month(5), _YEAR)),
    "labor day": _nth(1, 0, 9),
    "columbus day": _nth(2, 0, 10),
    "thanksgiving": _nth(4, 3, 11),
    "thanksgiving day": _nth(4, 3, 11),
    # The Tuesday after the first Monday of November.
    "election day": Relative(Shift(Granularity.DAY, 1), _nth(1, 0, 11)),
}
"""A feast names its day in the year of its anchor. "Independence Day" is left out: every country has its own."""
ALSO_WORDS = ("epiphany", "may day", "boxing day", "lady day")
"""Feasts with a capital only."""
