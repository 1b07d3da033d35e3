"""A timeline on which each event stands once, whoever tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline.model.statement import Conflict, Distance, Point, Reason, Statement, Stratum, publication
from timeline.model.telling import RULE
from timeline.reasoning.derive import derive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.reasoning.retelling.group import Group


class Joined(NamedTuple):
    """A timeline that was put together: what it was, the groups, and what it became."""

    alone: Timeline
    groups: tuple[Group, ...]
    whole: Timeline


def together(
    timeline: Timeline,
    groups: Iterable[Group],
    *,
    without: frozenset[str] = frozenset(),
    before: Joined | None = None,
) -> Timeline:
    """
    The timeline with one event shown for each group, dated by what all of its articles say.

    The others are hidden and know it as what they are merged with; that they are one is only usual, so what any article
    states goes first. What each article says by itself is in the group's sources. Split a group by leaving it out.

    Args:
        timeline: derived, none of the groups' events joined yet.
        groups: of `retelling.groups.groups`.
        without: the events whose landmark was rejected.
        before: what was put together before: what is as it was then is not dated again.
    """
    joined = tuple(groups)
    if not joined:
        return timeline
    merged = undated(timeline, joined)
    if before is None:
        return derive(merged, without=without, touched={event for group in joined for event in group.events})
    known, touched = _as_before(timeline, joined, merged, before)
    if not touched and len(before.alone.events) == len(timeline.events):
        return known
    return derive(known, without=without, touched=touched)


def undated(timeline: Timeline, groups: Iterable[Group]) -> Timeline:
    """The timeline with its groups marked as one, and the statements that say so; nothing is dated by them yet."""
    joined = tuple(groups)
    events = {event.id: event for event in timeline.events}
    names = {article.id: article.source or article.title or article.id for article in timeline.articles}
    whole = {part: group.shown for group in joined for part in group.events}
    statements = tuple(statement for group in joined for statement in _at_one_time(group, events, names))
    return replace(
        timeline,
        events=tuple(
            replace(event, merged=whole[event.id], hidden=True) if whole.get(event.id, event.id) != event.id else event
            for event in timeline.events
        ),
        statements=(*timeline.statements, *statements),
    )


def _as_before(
    timeline: Timeline, joined: tuple[Group, ...], merged: Timeline, before: Joined
) -> tuple[Timeline, set[str]]:
    """With everything that is as it was dated as it was; and what is not."""
    was = {event.id: event for event in before.alone.events}
    dated = {event.id: event for event in before.whole.events}
    days = {article.id: article for article in before.alone.articles}
    told = {article.id: article for article in before.whole.articles}
    mine, theirs = _membership(joined), _membership(before.groups)
    read = {one.id for one in timeline.articles if days.get(one.id) is one}  # what was read anew has new statements
    same = {
        event.id
        for event in timeline.events
        if event.id in was and event.article in read and _dated_alike(was[event.id], event)
    }
    touched = {
        event.id for event in timeline.events if event.id not in same or mine.get(event.id) != theirs.get(event.id)
    }
    touched |= {publication(one.id) for one in timeline.articles if one.id not in read}
    kept = _conflicts_kept(before.whole.conflicts, merged.statements, len(timeline.statements))
    known = replace(
        merged,
        articles=tuple(told[one.id] if one.id in read else one for one in timeline.articles),
        events=tuple(
            one if one.id in touched else dated[one.id] if was[one.id] is own else _noted(dated[one.id], own)
            for one, own in zip(merged.events, timeline.events, strict=True)
        ),
        conflicts=tuple(dict.fromkeys((*kept, *timeline.conflicts))),
    )
    return known, touched


def _conflicts_kept(conflicts: Iterable[Conflict], statements: Sequence[Statement], own: int) -> Iterator[Conflict]:
    """
    The conflicts about statements that are still made; what says that two are one is made anew each time.

    Of *statements*, the first *own* are the articles'.
    """
    said = {id(statement) for statement in statements[:own]}
    joins = {statement: statement for statement in statements[own:]}

    def now(statement: Statement) -> Statement:
        return statement if id(statement) in said else joins.get(statement, statement)

    for one in conflicts:
        if id(one.set_aside) in said or one.set_aside in joins:
            yield Conflict(now(one.set_aside), tuple(map(now, one.against)))


def _dated_alike(was: Event, event: Event) -> bool:
    """The user has written something beside it at most."""
    return was is event or replace(event, note=was.note, links=was.links, standing=was.standing) == was


def _noted(dated: Event, own: Event) -> Event:
    return replace(dated, note=own.note, links=own.links, standing=own.standing, extra=own.extra)


def _membership(groups: Iterable[Group]) -> dict[str, Group]:
    """The group of each event."""
    return {event: group for group in groups for event in group.events}


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
