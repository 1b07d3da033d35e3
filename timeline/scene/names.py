"""How the parts of a date are written on an axis: the names of months, the order of day and month, the eras."""

from __future__ import annotations

from typing import NamedTuple

from timeline.chrono.names import MONTHS


class Names(NamedTuple):
    """
    The words of one language.

    `day`, `full` and `month` are patterns: a day of a month in short ("5 May"), a whole day ("5 May 2025"), a month
    ("May 2025"). `before` and `since` are the patterns of years of the two eras.
    """

    months: tuple[str, ...]
    short: tuple[str, ...]
    day: str
    full: str
    month: str
    before: str
    since: str

    def year(self, year: int, *, era: bool = False) -> str:
        """
        A year as people write it; *era* marks those since year 1, too, as a year of one or two figures always is.

        >>> ENGLISH.year(-216), ENGLISH.year(79), ENGLISH.year(2025)
        ('217 BCE', '79 CE', '2025')
        """
        if year < 1:
            return self.before.replace("{year}", str(1 - year))
        return self.since.replace("{year}", str(year)) if era or year < 100 else str(year)

    def day_of_month(self, month: int, day: int) -> str:
        """``5 May``."""
        return self.day.replace("{day}", str(day)).replace("{month}", self.short[month - 1])

    def whole_day(self, year: int, month: int, day: int) -> str:
        """``5 May 2025``."""
        text = self.full.replace("{day}", str(day)).replace("{month}", self.months[month - 1])
        return text.replace("{year}", self.year(year))

    def month_of_year(self, year: int, month: int) -> str:
        """``May 2025``."""
        return self.month.replace("{month}", self.months[month - 1]).replace("{year}", self.year(year))


ENGLISH = Names(
    MONTHS,
    tuple(month[:3] for month in MONTHS),
    "{day} {month}",
    "{day} {month} {year}",
    "{month} {year}",
    "{year} BCE",
    "{year} CE",
)
