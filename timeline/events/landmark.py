"""A known event, what an article tells of one of its own, and whether the two can be the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.chrono.calendar import civil, day_of
from timeline.events.gazetteer import places

if TYPE_CHECKING:
    from timeline.chrono.bounds import Bounds
    from timeline.model.event import Kind

_OLD = re.compile(r"[0-9]{2,3}")  # centuries and decades
_DATE = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?![0-9])")
_PLAIN = frozenset({"the", "presidential", "general", "national"})  # "won the general election"
_A_YEAR = 366
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Landmark:
    """
    A known event.

    `words`: alternatives; each is a tuple of groups, of which every one must be present by one of its variants.
    The first group names the event itself ("summit", "talks"): the head of the clause or noun phrase.
    """

    id: str
    name: str
    bounds: Bounds
    kind: Kind
    url: str
    words: tuple[tuple[frozenset[str], ...], ...]

    @property
    def years(self) -> range:
        """The years it took place in."""
        begin, end = self.bounds.begin.earliest, self.bounds.end.latest
        return range(civil(day_of(begin or 0)).year, civil(day_of(end or 0)).year + 1)


@dataclass(frozen=True, slots=True)
class Told:
    """
    What an article says of an event, in lower case, for `Landmarks.match`.

    `head`: forms of its head word. `words`: every word of its own phrase, and what its names and pronouns go by.
    `text`: the phrase, for variants of several words. `theme`: words of what it happened to; None where unknown.
    `names`: the words of each name in the phrase, each name's own together. `places`: places it names.
    `barred`: words that tell it from others of its kind ("second", "memorial"). `years`: years it is put in.
    `dates`: TIMEX3 values that stand with it. `lent`: nouns of the phrase, each with the words of a name that only
    tells which ("Bismarck tower"): unless the row knows the noun, the name is not the row's.
    """

    head: frozenset[str]
    words: frozenset[str]
    text: str
    theme: frozenset[str] | None = None
    names: tuple[frozenset[str], ...] = ()
    places: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    lent: tuple[tuple[str, frozenset[str]], ...] = ()
    dates: tuple[str, ...] = ()


def fits(row: Landmark, groups: tuple[frozenset[str], ...], told: Told) -> int:
    """How many words of the groups are present; 0 where one group has none, or the event is told apart from the row."""
    present = [[variant for variant in group if _present(variant, told)] for group in groups[1:]]
    if not all(present):
        return 0
    if not all(year in row.years for year in told.years):
        return 0
    if not all(_can_be(row, value) for value in told.dates):
        return 0
    named = _named(row)
    of_row = (variant for variants in present for variant in variants)
    if (
        told.theme is not None
        and present
        and not (
            told.theme & named
            or told.theme <= groups[0] | _PLAIN
            or any(told.theme.issuperset(variant.split()) for variant in of_row)
        )
    ):
        return 0
    variants = frozenset(part for group in groups for variant in group for part in (variant, *_parts(variant)))
    known = variants | named | _countries(variants | named)
    if not told.barred <= known or not all(place in known or known.issuperset(place.split()) for place in told.places):
        return 0
    if not all(name <= known for name in told.names):
        return 0
    if told.lent and not _its_own(row, present, known, told):
        return 0
    return 1 + sum(max(len(variant.split()) for variant in variants) for variants in present)


def _can_be(row: Landmark, value: str) -> bool:
    """
    The row's days do not contradict a date of the sentence: day, month, year, decade or century, as far as it says.

    One day more on either side is allowed, for the clocks of the world.
    """
    if (old := _OLD.fullmatch(value)) is not None:
        return any(str(year).zfill(4).startswith(old.group()) for year in row.years)
    date = _DATE.match(value)
    if date is None:
        return True
    first, last = day_of(row.bounds.begin.earliest or 0) - 1, day_of(row.bounds.end.latest or 0) + 1
    year, month, day = date.groups()
    if last - first > _A_YEAR:
        return year == "XXXX" or int(year) in row.years
    days = [civil(number) for number in range(first, last + 1)]
    return any(
        (year == "XXXX" or int(year) == each.year)
        and (month is None or int(month) == each.month)
        and (day is None or int(day) == each.day)
        for each in days
    )


def _its_own(row: Landmark, present: list[list[str]], known: frozenset[str], told: Told) -> bool:
    """No noun the row does not know takes a name for itself, or stands before its head."""
    known |= {word.casefold() for word in _WORD.findall(row.name)}
    strange = [words for noun, words in told.lent if noun not in known]
    taken = frozenset[str]().union(*strange)
    return all(strange) and all(any(not taken & set(variant.split()) for variant in variants) for variants in present)


def _present(variant: str, told: Told) -> bool:
    if " " in variant:
        return re.search(rf"(?<!\w){re.escape(variant)}(?!\w)", told.text) is not None
    return variant in told.words


def _parts(variant: str) -> list[str]:
    return _WORD.findall(variant) + variant.split()


def _named(row: Landmark) -> frozenset[str]:
    """The words of its name that are names: "Joseph Stalin dies" knows Joseph."""
    return frozenset(word.casefold() for word in _WORD.findall(row.name) if word[0].isupper())


def _countries(variants: frozenset[str]) -> frozenset[str]:
    """Countries of its places: "the attack on Pearl Harbor, United States"."""
    known = places()
    return frozenset(known[variant].country.casefold() for variant in variants if variant in known)


def words_of(text: str) -> frozenset[str]:
    """The words of a phrase in lower case."""
    return frozenset(found.group().casefold() for found in _WORD.finditer(text))
