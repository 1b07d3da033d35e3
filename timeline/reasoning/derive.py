"""A timeline's dates, derived again from its statements alone: no text is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono import edtf
from timeline.model.article import replace_article
from timeline.model.statement import Stratum, Within, publication
from timeline.reasoning.explain import Explanations
from timeline.reasoning.islands import islands
from timeline.reasoning.network import Network, subjects
from timeline.reasoning.offsets import Offsets
from timeline.reasoning.strata import order, settle
from timeline.reasoning.wording import hung_on, open_unit, shared, when

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.statement import Conflict, Statement
    from timeline.model.timeline import Timeline
    from timeline.reasoning.offsets import Paths
    from timeline.reasoning.strata import Settled
    from timeline.reasoning.wording import Key

ALL = frozenset(Stratum)


def derive(
    timeline: Timeline,
    *,
    strata: frozenset[Stratum] = ALL,
    without: frozenset[str] = frozenset(),
    explained: bool = True,
    touched: Collection[str] | None = None,
) -> Timeline:
    """
    The timeline with everything that follows from its statements.

    An event about which no statement is saved keeps what was written, and so does a publication day.

    Args:
        timeline: articles, events and statements; what was derived before is not looked at.
        strata: the strata to take in.
        without: the events whose landmark is left out, by id.
        explained: with reasons; without them it is several times quicker.
        touched: the events and publications about which anything is said, or no longer said, since everything was
            derived in the same way: what does not hang together with them stays as it is. None derives everything.
    """
    taken = [one for one in timeline.statements if one.stratum in strata and not _rejected(one, without)]
    kinds = {event.id: event.kind for event in timeline.events}
    titles = {event.id: event.title for event in timeline.events}
    known = Network(kinds)
    settled: dict[str, Settled] = {}
    for island in islands(taken):
        if touched is None or not island.subjects.isdisjoint(touched):
            settled |= dict.fromkeys(island.subjects, settle(island.statements, kinds, known))
    mentioned = {subject for statement in timeline.statements for subject in subjects(statement.constraint)}
    nothing = settle((), kinds, known)  # where what was said is not taken in
    for subject in mentioned if touched is None else mentioned.intersection(touched):
        settled.setdefault(subject, nothing)

    events: list[Event] = []
    units: dict[str, Key] = {}
    telling: dict[int, tuple[Offsets, Explanations]] = {}
    for event in timeline.events:
        found = settled.get(event.id)
        if found is None:
            events.append(event)
            continue
        unit = open_unit(found, event, found.bounds(event.id))
        if unit is not None:
            units[event.id] = unit
        if id(found) not in telling:
            telling[id(found)] = Offsets(found), Explanations(found, titles)
        offsets, explanations = telling[id(found)]
        dated, paths = _dated(event, found, offsets, hung_on(found, event, unit, titles))
        events.append(replace(dated, reasons=explanations.of(dated, paths) if explained else ()))
    before = {one.id: one.shared for one in events if one.shared is not None and one.id not in settled}
    names = shared(units, {} if touched is None else before, (one.id for one in events))
    return replace(
        timeline,
        articles=tuple(_published(article, settled) for article in timeline.articles),
        events=tuple(replace(one, shared=names[one.id]) if one.id in names else one for one in events),
        conflicts=_conflicts(() if touched is None else timeline.conflicts, settled),
    )


def _dated(event: Event, settled: Settled, offsets: Offsets, hung: str | None) -> tuple[Event, Paths]:
    """The event with its bounds and how they are told, and the statements that lead there from publication."""
    bounds, stated = settled.bounds(event.id), settled.stated_bounds(event.id)
    offset, paths = offsets.of(event) if bounds.open else (None, ())
    told = replace(
        event,
        bounds=bounds,
        stated=None if stated == bounds else stated,
        offset=offset,
        when=when(event, bounds, offset, hung),
        edtf=edtf.write(bounds, event.kind.value),
        landmark=_landmark(settled, event),
        shared=None,
    )
    return told, paths


def _rejected(statement: Statement, without: frozenset[str]) -> bool:
    """It says that the event is a landmark, and that was rejected."""
    constraint = statement.constraint
    return statement.stratum is Stratum.LANDMARK and isinstance(constraint, Within) and constraint.subject in without


def _published(article: Article, settled: Mapping[str, Settled]) -> Article:
    """The day as far as it is stated: what is only usual never narrows what the article is said to allow."""
    found = settled.get(publication(article.id))
    if found is None:
        return article
    return replace_article(article, published=found.stated_bounds(publication(article.id)).window)


def _landmark(settled: Settled, event: Event) -> str | None:
    """The landmark that one of the event's bounds rests on directly."""
    for derivation in settled.why(event.id):
        for number in () if derivation is None else derivation.origin:
            statement = settled.statements[number]
            if statement.landmark is not None and event.id in subjects(statement.constraint):
                return statement.landmark
    return None


def _conflicts(before: Iterable[Conflict], settled: Mapping[str, Settled]) -> tuple[Conflict, ...]:
    """What was set aside now, and what had been before among statements that have not been looked at again."""
    kept = [one for one in before if not settled.keys() >= set(subjects(one.set_aside.constraint))]
    new = (conflict for found in {id(one): one for one in settled.values()}.values() for conflict in found.conflicts)
    return tuple(sorted(dict.fromkeys((*kept, *new)), key=lambda one: order(one.set_aside)))
