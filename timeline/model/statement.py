"""
What is claimed about when things happened, and why.

Statements are what a timeline keeps; bounds are derived from them and can be derived again.
A *subject* is an event's id, or `publication(article_id)`: the publication day of an article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chrono.bounds import Bounds
    from timeline.chrono.expressions import Tree
    from timeline.model.span import Span

PUBLICATION = "published:"
ENDS = ("both", "begin", "end", "exact", "before", "after")


def publication(article_id: str) -> str:
    """The subject that stands for an article's publication day."""
    return PUBLICATION + article_id


class Stratum(Enum):
    """Where a statement comes from, strongest first (DESIGN: strata)."""

    EDIT = "edit"
    TEXT = "text"
    METADATA = "metadata"
    LANDMARK = "landmark"
    USUAL = "usual"

    @property
    def rank(self) -> int:
        """0 is the strongest."""
        return list(Stratum).index(self)


class Point(NamedTuple):
    """The begin or the end of a subject: ``side`` is "begin" or "end"."""

    subject: str
    side: str


@dataclass(frozen=True, slots=True)
class Within:
    """The subject's four bounds lie within these: an absolute date, a landmark's day, an edit."""

    subject: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Denotes:
    """
    The subject lies within the time that *tree* names when anchored at *anchor*.

    `ends` says which of the subject's ends lie there: "both" ("in April"), "begin" ("since April"),
    "end" ("until April"), or "exact" (begin at its start and end at its end: "from 14 to 16 February"; to the day);
    "before" says only that it does not end later ("by April"), "after" only that it does not begin earlier.
    `anchor` is the begin of an event or a publication; None for a tree that needs none.
    """

    subject: str
    tree: Tree
    anchor: Point | None = None
    ends: str = "both"


@dataclass(frozen=True, slots=True)
class Distance:
    """
    ``least <= day(later) - day(earlier) <= most``, in whole days; None is open.

    "A before B" is ``Distance(end of A, begin of B, least=0)``: inclusive, A may be on B's own day. But it is over by
    then: B before A as well, or round a circle, is a contradiction.
    With both open it bounds no date: the two are told in that order, and that is all.
    """

    earlier: Point
    later: Point
    least: int | None = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The subject's begin lies on such a day: a weekday (Monday is 0), a month, a day of the month; None is any."""

    subject: str
    weekday: int | None = None
    month: int | None = None
    day: int | None = None


Constraint = Within | Denotes | Distance | Calendar


@dataclass(frozen=True, slots=True)
class Reason:
    """
    One step of the argument for a bound.

    `rule` is the rule's short name for people ("tense", "time expression", "known event", "how months are named");
    `says` is the step as a plain sentence; `text` the words it read, `span` where they stand in `article`;
    `bounds` what the step gave, where that can be said by itself.
    """

    rule: str
    stratum: Stratum
    says: str = ""
    text: str = ""
    span: Span | None = None
    article: str | None = None
    bounds: Bounds | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """A constraint with the stratum it belongs to and its reason; the reason takes no part in equality."""

    constraint: Constraint
    stratum: Stratum
    reason: Reason = field(compare=False)
    landmark: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A statement that was set aside, and the statements that stand against it (at least one)."""

    set_aside: Statement
    against: tuple[Statement, ...]
