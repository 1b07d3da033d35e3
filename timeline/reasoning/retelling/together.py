"""A timeline on which each event stands once, whoever tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.model.statement import Distance, Point, Reason, Statement, Stratum
from timeline.reasoning.derive import derive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.reasoning.retelling.group import Group

RULE = "one event of several articles"


def together(timeline: Timeline, groups: Iterable[Group], *, without: frozenset[str] = frozenset()) -> Timeline:
    """
    The timeline with one event shown for each group, dated by what all of its articles say.

    The others are hidden and know it as what they are merged with; that they are one is only usual, so what any article
    states goes first. What each article says by itself is in the group's sources. Split a group by leaving it out.

    Args:
        timeline: derived, none of the groups' events joined yet.
        groups: of `retelling.groups.groups`.
        without: the events whose landmark was rejected.
    """
    joined = list(groups)
    if not joined:
        return timeline
    events = {event.id: event for event in timeline.events}
    names = {article.id: article.source or article.title or article.id for article in timeline.articles}
    whole = {part: group.shown for group in joined for part in group.events if part != group.shown}
    statements = [statement for group in joined for statement in _at_one_time(group, events, names)]
    merged = replace(
        timeline,
        events=tuple(
            replace(event, merged=whole[event.id], hidden=True) if event.id in whole else event
            for event in timeline.events
        ),
        statements=(*timeline.statements, *statements),
    )
    return derive(merged, without=without, touched={*whole, *whole.values()})


def _at_one_time(group: Group, events: Mapping[str, Event], names: Mapping[str, str]) -> Iterator[Statement]:
    shown = events[group.shown]
    for part in (events[one] for one in group.events if one != group.shown):
        reason = Reason(
            rule=RULE,
            stratum=Stratum.USUAL,
            says=f"“{part.title}” in {names[part.article]} tells the same event",
            text=part.quote,
            span=part.span,
            article=part.article,
        )
        for side in ("begin", "end") if part.kind is shown.kind else ("begin",):
            constraint = Distance(Point(shown.id, side), Point(part.id, side), 0, 0)
            yield Statement(constraint, Stratum.USUAL, reason)
