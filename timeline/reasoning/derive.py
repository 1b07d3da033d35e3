"""A timeline's dates, derived again from its statements alone: no text is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono import edtf
from timeline.model.article import replace_article
from timeline.model.statement import Stratum, Within, publication
from timeline.reasoning.explain import Explanations
from timeline.reasoning.network import subjects
from timeline.reasoning.offsets import Offsets
from timeline.reasoning.strata import settle
from timeline.reasoning.wording import hung_on, open_unit, shared, when

if TYPE_CHECKING:
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.statement import Statement
    from timeline.model.timeline import Timeline
    from timeline.reasoning.strata import Settled

ALL = frozenset(Stratum)


def derive(
    timeline: Timeline,
    *,
    strata: frozenset[Stratum] = ALL,
    without: frozenset[str] = frozenset(),
    explained: bool = True,
) -> Timeline:
    """
    The timeline with everything that follows from its statements.

    An event about which no statement is saved keeps what was written, and so does a publication day.

    Args:
        timeline: articles, events and statements; what was derived before is not looked at.
        strata: the strata to take in.
        without: the events whose landmark is left out, by id.
        explained: with reasons; without them it is several times quicker.
    """
    mentioned = {name for statement in timeline.statements for name in subjects(statement.constraint)}
    kinds = {event.id: event.kind for event in timeline.events}
    settled = settle(
        (one for one in timeline.statements if one.stratum in strata and not _rejected(one, without)), kinds
    )
    dated = {event.id: settled.bounds(event.id) for event in timeline.events if event.id in mentioned}
    units = {
        event.id: unit
        for event in timeline.events
        if event.id in dated and (unit := open_unit(settled, event, dated[event.id])) is not None
    }
    names = shared(units)
    titles = {event.id: event.title for event in timeline.events}
    offsets, explanations = Offsets(settled), Explanations(settled, titles)
    events = []
    for event in timeline.events:
        if event.id not in mentioned:
            events.append(event)
            continue
        bounds = dated[event.id]
        stated = settled.stated_bounds(event.id)
        offset, paths = offsets.of(event) if bounds.open else (None, ())
        told = replace(
            event,
            bounds=bounds,
            stated=None if stated == bounds else stated,
            offset=offset,
            when=when(event, bounds, offset, hung_on(settled, event, bounds, units.get(event.id), titles)),
            edtf=edtf.write(bounds, event.kind.value),
            landmark=_landmark(settled, event),
            shared=names.get(event.id),
        )
        events.append(replace(told, reasons=explanations.of(told, paths) if explained else ()))
    return replace(
        timeline,
        articles=tuple(_published(article, settled, mentioned) for article in timeline.articles),
        events=tuple(events),
        conflicts=settled.conflicts,
    )


def _rejected(statement: Statement, without: frozenset[str]) -> bool:
    """It says that the event is a landmark, and that was rejected."""
    constraint = statement.constraint
    return statement.stratum is Stratum.LANDMARK and isinstance(constraint, Within) and constraint.subject in without


def _published(article: Article, settled: Settled, mentioned: set[str]) -> Article:
    """The day as far as it is stated: what is only usual never narrows what the article is said to allow."""
    subject = publication(article.id)
    if subject not in mentioned:
        return article
    return replace_article(article, published=settled.stated_bounds(subject).window)


def _landmark(settled: Settled, event: Event) -> str | None:
    """The landmark that one of the event's bounds rests on directly."""
    for derivation in settled.why(event.id):
        for number in () if derivation is None else derivation.origin:
            statement = settled.statements[number]
            if statement.landmark is not None and event.id in subjects(statement.constraint):
                return statement.landmark
    return None
