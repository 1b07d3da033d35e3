"""Words that name a time, as TimeML's TIMEX3 has them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds

if TYPE_CHECKING:
    from timeline.chrono.bounds import Range
    from timeline.chrono.expressions import Tree
    from timeline.model.span import Span


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """
    A time expression with its TIMEX3 type and value and its expression tree.

    `type` is DATE, TIME, DURATION or SET; `value` the TIMEX3 value; `mod` the TIMEX3 modifier (APPROX, START, …).
    `tree` is None where it names no place on the calendar (a bare duration, a set).
    `anchor` says what the tree is relative to: "publication", "none" (absolute), "expression" (the one at
    `anchor_span`), or "event" (the event whose words stand at `anchor_span`: "the day after the verdict").
    `bounds` are begin and end of the time named, open where the publication day or the tree leaves them open.
    `rule` is the pattern that found it. Provenance takes no part in equality.
    """

    span: Span
    text: str
    type: str
    value: str
    tree: Tree | None
    mod: str | None = None
    anchor: str = "publication"
    anchor_span: Span | None = None
    bounds: Bounds = field(default=Bounds(), compare=False, kw_only=True)
    rule: str = field(default="", compare=False)

    @property
    def begin(self) -> Range:
        """When the time named begins, as far as the publication day tells."""
        return self.bounds.begin

    @property
    def end(self) -> Range:
        """When the time named ends, as far as the publication day tells."""
        return self.bounds.end
