"""The English names of what the calendar has, and of small numbers."""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def number_words(number: int) -> str:
    """Numbers up to twelve in letters."""
    return _NUMBERS[number - 1] if 1 <= number <= len(_NUMBERS) else str(number)


def ordinal_words(number: int) -> str:
    """
    Ordinals up to the tenth in letters.

    >>> ordinal_words(3), ordinal_words(22), ordinal_words(113)
    ('third', '22nd', '113th')
    """
    return _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else ordinal(number)


def ordinal(number: int) -> str:
    """
    An ordinal in figures.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def year_words(year: int, *, era: bool = False) -> str:
    """
    A year as people count it; *era* marks those since year 1, too, as a two-digit year always is.

    >>> year_words(2025), year_words(-216), year_words(79)
    ('2025', '217 BCE', '79 CE')
    """
    if year < 1:
        return f"{1 - year} BCE"
    return f"{year} CE" if era or year < 100 else str(year)


def clock_words(minute: int) -> str:
    """
    A minute of the day, counted on into the next.

    >>> clock_words(870), clock_words(1500)
    ('14:30', '01:00')
    """
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
