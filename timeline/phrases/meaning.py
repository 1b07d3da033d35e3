"""What a phrase means before it is known when the article was written: four kinds of time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree


class Grain(Enum):
    """How precisely a time is named, and so how TIMEX3 writes it. `span`: longer than any one unit."""

    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    FISCAL = "fiscal"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def rank(self) -> int:
        """Finer is smaller."""
        return list(Grain).index(self)


@dataclass(frozen=True, slots=True)
class Amount:
    """
    So much of a unit: "three weeks", "a few years" (count None: not said how many).

    `adjective` stands before a noun ("three-week", "24-year").
    """

    count: float | None
    unit: str
    mod: str | None = None
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """
    A time with a place on the calendar.

    `anchor`: "none", "publication", "expression" (the time the text speaks of) or "event".
    `suffix` is what follows the day in a TIMEX3 value ("TMO"); `mod` its modifier.
    `weekday`: the day of the week that was named with a date ("Monday, Oct. 26"), which tells its year.
    `histories`: marked by annotators of histories only (a season before a noun, "at that time").
    `other`: the second reading of a date in figures, the day first ("03/04/2025"); then `face` is the first one.
    `counted`: so much of one end of what follows "of" ("the first nine months of 1997").
    `face` is the tree its value is written from, where `tree` is wider than the words ("three weeks ago").
    """

    tree: Tree
    grain: Grain
    anchor: str = "none"
    suffix: str = ""
    mod: str | None = None
    face: Tree | None = None
    weekday: int | None = None
    other: Tree | None = None
    histories: bool = False
    counted: Amount | None = None

    @property
    def written(self) -> Tree:
        """The tree the value is written from."""
        return self.tree if self.face is None else self.face


@dataclass(frozen=True, slots=True)
class Vague:
    """
    PRESENT_REF, PAST_REF or FUTURE_REF: "now", "recently", "in the future".

    `histories`: marked by annotators of histories only ("former", "current" before a noun).
    """

    value: str
    type: str = "DATE"
    tree: Tree | None = None
    anchor: str = "publication"
    mod: str | None = None
    histories: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """Words that look like a time and are none: "a quarter of the vote", "52 years old"."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration as an expression of its own; `tree` where the text pins it down ("the past two decades")."""

    amount: Amount
    tree: Tree | None = None
    anchor: str = "publication"


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set: "every Monday", "twice a week"."""

    value: str
    mod: str | None = None
    histories: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """
    From one time to another: two expressions in TIMEX3, one stretch for us.

    `apart`: a list, not a stretch ("May 4 and 5").
    """

    first: Named
    last: Named
    apart: bool = False


Meaning = Amount | Named | Vague | Lasting | Repeated | Reach | Nothing


def label(meaning: object) -> tuple[str, ...]:
    """The classes a phrase with this meaning has for the rules of the next level."""
    if isinstance(meaning, Amount):
        return ("Amount", "Adjective" if meaning.adjective else "Qualified" if meaning.mod else "Counted")
    if isinstance(meaning, Named):
        return ("Named", "Named." + meaning.grain.value)
    return (type(meaning).__name__,)


LABELS: tuple[tuple[str, ...], ...] = (
    ("Amount", "Adjective"),
    ("Amount", "Qualified"),
    ("Amount", "Counted"),
    *(("Named", "Named." + grain.value) for grain in Grain),
    ("Vague",),
    ("Lasting",),
    ("Repeated",),
    ("Reach",),
    ("Nothing",),
)
"""Every set of classes `label` can give."""
