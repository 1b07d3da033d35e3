"""How dates are written where there is little room, in tables above all, said in the words that are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_number, weekday
from timeline.chrono.names import MONTHS, WEEKDAYS
from timeline.phrases.making.calendar import short_year

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in MONTHS) + "|sept"
_MONTH = rf"(?P<month>(?:{_NAME})\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_SHORT = r"['’]?(?P<short>\d{2})"
_ERA = r"(?P<era>b\.?\s?c\.?(?:\s?e\.?)?|a\.?\s?d\.?|c\.?\s?e\.?)"
_WEEKDAY = rf"(?P<weekday>{'|'.join(name[:3] for name in WEEKDAYS)})[a-z]*\.?,?\s+"
_ABOUT = r"(?P<about>(?:c|ca|circa)\.?\s*)?"
_JOIN, _ON = r"\s*[-–—]\s*", r"\s*[-–—]+\s*|\s+(?:to|until)\s+"
_NEARLY = (
    r"(?:around|about|approximately|approx|circa|ca|c|just|shortly|soon|before|after|by|from|until|past|at|or|on|~)"
)
_MIDNIGHT = r"0?0[:.h]?\d\d|12\s*(?:[:.]\d\d)?\s*a\.?m"  # before it is the day before
_HALF = r"\s*[ap]\.?m\.?"
_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?"
_TIME = r"(?:[01]?\d|2[0-3])(?:[:.h]?[0-5]\d)?"
_HOURS = r"\s*(?:hours|hrs\.?|h\b|[ap]\.?m\.?)?"


def _american(found: re.Match[str]) -> str:
    """Figures behind the day of the week: the order in which they fall on it; nothing where it is neither, or both."""
    year = int(found["year"]) if len(found["year"]) == 4 else short_year(int(found["year"]))
    wanted = next(place for place, name in enumerate(WEEKDAYS) if name[:3].lower() == found["weekday"].lower())
    orders = {(int(found["one"]), int(found["two"])), (int(found["two"]), int(found["one"]))}
    fitting = []
    for month, day in orders:
        try:
            number = day_number(year, month, day)
        except ValueError:
            continue
        if weekday(number) == wanted:
            fitting.append(f"{day} {MONTHS[month - 1]} {year}{found['clock'] or ''}")
    return fitting[0] if len(fitting) == 1 else ""


def _years(found: re.Match[str]) -> str:
    """1914-18: the first two digits serve both; nothing where it goes backwards."""
    first, last = int(found["first"]), int(found["first"][:-2] + found["last"])
    return f"from {first} to {last}" if first < last else ""


def _slashed(found: re.Match[str]) -> str:
    """2021/12 is a month; 1928/9 and 1911/12 may be two years, within which that month lies, too."""
    year, last = int(found["year"]), int(found["last"])
    size = 10 ** len(found["last"])
    if last > year % size:
        return f"between {year} and {year - year % size + last}"
    return f"{MONTHS[last - 1]} {year}" if 1 <= last <= 12 else ""


def _ages(found: re.Match[str]) -> str:
    """300-275 BC: the era serves both, and so does "c."."""
    about, era = "c. " if found["about"] else "", found["era"]
    return f"from {about}{found['first']} {era} to {about}{found['last']} {era}"


def _either(found: re.Match[str]) -> str:
    return f"between {found['first']} {found['era']} and {found['last']} {found['era']}"


def _clocks(found: re.Match[str]) -> str:
    """13 May 2021, 2-3pm: both are of the afternoon."""
    rest, half = found["rest"], found["half"] or ""
    first, last = (_hour(f"{found[name]}{own or half}") for name, own in (("first", found["own"]), ("last", half)))
    return f"from {rest} {first} to {rest} {last}" if first and last else ""


def _hour(text: str) -> str:
    """A clock time; a bare number, which may be anything, is none."""
    return text if re.search(r"[:.m]", text, re.IGNORECASE) else ""


def _two_digits(found: re.Match[str]) -> str:
    day = found.groupdict().get("day") or ""
    return f"{day} {found['month'].rstrip('.')} {short_year(int(found['short']))}".strip()


_RULES: dict[str, str | Callable[[re.Match[str]], str]] = {
    # remarks behind a date which leave it what it is
    r"(?P<rest>.+?)\s*\((?:per|according to|source|see|exact (?:day|date|time)) ?[^()]*\)": r"\g<rest>",
    r"(?P<rest>.+?),?\s*(?:\((?:approx(?:imate(?:ly)?)?|est(?:imated)?|circa|c|ca)\.?\)|approx\.?)": r"about \g<rest>",
    r"(?:on/about|o/a|on/or about)\s+(?P<rest>.+)": r"on or about \g<rest>",
    r"c\.?(?P<year>\d{3,4})": r"c. \g<year>",
    r"(?P<rest>.*\d:\d\d(?::\d\d)?)\s+(?:[+-]\d\d:?\d\d|Z)": r"\g<rest>",
    r"ante (?P<rest>.+)": r"before \g<rest>",
    r"post (?P<rest>.+)": r"after \g<rest>",
    r"(?P<rest>(?:week|month) of .+)": r"the \g<rest>",
    # figures
    r"(?P<year>[12]\d{3})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)": r"\g<year>-\g<m>-\g<d>",
    r"(?P<year>\d{4})-00(?:-00)?": r"\g<year>",
    r"(?P<year>\d{4})-(?P<m>\d\d)-00": r"\g<year>-\g<m>",
    r"00?[/.]00?[/.](?P<year>\d{4})": r"\g<year>",
    r"(?P<m>0?[1-9]|1[0-2])[/.-](?P<year>\d{4})": lambda found: f"{MONTHS[int(found['m']) - 1]} {found['year']}",
    r"(?P<year>\d{4})/(?P<last>\d{1,2})": _slashed,
    r"(?P<first>\d{1,2}/\d{1,2}/\d{4})-(?P<last>\d{1,2}/\d{1,2}/\d{4})": r"\g<first> to \g<last>",
    r"(?P<m>\d{1,2})/\?/(?P<year>\d{4})": r"\g<m>/??/\g<year>",
    r"(?:week (?:commencing|beginning)|w/c) (?P<rest>.+)": r"the week of \g<rest>",
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<short>\d{2})": lambda found: (
        f"{found['d']}.{found['m']}.{short_year(int(found['short']))}"
    ),
    rf"{_WEEKDAY}(?P<one>\d{{1,2}})[/-](?P<two>\d{{1,2}})[/-](?P<year>\d{{4}}|\d\d)(?P<clock>,?\s+\d.*)?": _american,
    # months as words
    rf"{_DAY}[-\s/]+{_MONTH}[-\s,/]+{_SHORT}": _two_digits,
    rf"{_DAY}[-/]{_MONTH}[-/]{_YEAR}": r"\g<day> \g<month> \g<year>",
    rf"{_MONTH}[-/]{_SHORT}": _two_digits,
    rf"{_DAY}\.\s*{_MONTH}\s+{_YEAR}": r"\g<day> \g<month> \g<year>",
    rf"(?P<year>\d{{3,4}}),?\s+{_DAY}\s+{_MONTH}": r"\g<day> \g<month> \g<year>",
    rf"(?P<year>\d{{3,4}}),?\s+{_MONTH}\s+{_DAY}": r"\g<day> \g<month> \g<year>",
    rf"(?P<year>\d{{1,4}}) {_ERA},?\s+{_DAY}\s+{_MONTH}": r"\g<day> \g<month> \g<year> \g<era>",
    # stretches whose ends share what they can
    rf"{_DAY}{_JOIN}{_LAST}\s+{_MONTH},?\s+{_YEAR}": r"from \g<day> \g<month> \g<year> to \g<last> \g<month> \g<year>",
    rf"{_MONTH}\s+{_DAY}(?:{_ON}){_LAST},?\s+{_YEAR}": (
        r"from \g<day> \g<month> \g<year> to \g<last> \g<month> \g<year>"
    ),
    rf"{_DAY}\s*(?:/|or)\s*{_LAST}\s+{_MONTH},?\s+{_YEAR}": (
        r"between \g<day> \g<month> \g<year> and \g<last> \g<month> \g<year>"
    ),
    rf"{_MONTH}\s*/\s*{_MONTH.replace('month', 'name')}\s+{_YEAR}": r"between \g<month> \g<year> and \g<name> \g<year>",
    rf"{_MONTH}{_JOIN}{_MONTH.replace('month', 'name')}\s+{_YEAR}": r"from \g<month> \g<year> to \g<name> \g<year>",
    r"(?P<first>\d{4})\s*[-–—]\s*(?P<last>\d{2})": _years,
    rf"{_ABOUT}(?P<first>\d{{1,4}}){_JOIN}(?P<last>\d{{1,4}})\s*{_ERA}": _ages,
    rf"(?P<first>\d{{1,4}})\s*/\s*(?P<last>\d{{1,4}})\s*{_ERA}": _either,
    r"(?P<rest>.*?\d{4})(?:\s*[-–—]|\s*[-–—]\s*(?:present|now|today|date|ongoing)|\s+(?:to|until)\s+(?:the\s+)?"
    r"(?:present|now|today|date))": r"since \g<rest>",
    # a time of day that is only nearly known leaves the day
    rf"(?P<rest>.*\d{{4}}),?\s+(?P<first>{_CLOCK})(?P<own>{_HALF})?(?:{_ON})(?P<last>{_CLOCK})(?P<half>{_HALF})?": (
        _clocks
    ),
    r"(?P<rest>.*\d),?\s+(?P<four>[01]\d[0-5]\d|2[0-3][0-5]\d)(?:\s*(?:hours|hrs?\.?))?": (
        lambda found: f"{found['rest']} {found['four'][:2]}:{found['four'][2:]}"
    ),
    rf"(?P<rest>.*\d),?\s+(?:{_NEARLY}\.?,?\s*)+(?!{_MIDNIGHT}){_TIME}{_HOURS}": r"\g<rest>",
}  # fmt: skip
_COMPILED = [(re.compile(pattern + r"\Z", re.IGNORECASE), said) for pattern, said in _RULES.items()]


def in_full(words: str) -> str | None:
    """
    A date in other words, which say no more; None where it is none that is short.

    >>> in_full("14-Jun-23"), in_full("1914-18"), in_full("Fri 2/4/22")
    ('14 Jun 2023', 'from 1914 to 1918', '4 February 2022')
    """
    for pattern, said in _COMPILED:
        found = pattern.match(words)
        if found is not None:
            full = found.expand(said) if isinstance(said, str) else said(found)
            if full and full != words:
                return full
    return None
