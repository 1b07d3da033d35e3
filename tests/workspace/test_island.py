"""What hangs together with an article, and that what is derived of it is what is derived of all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workspace.cases import bridge, court, ferry
from timeline.model.statement import Distance, Point, Reason, Statement, Stratum
from timeline.workspace import Chronicle
from timeline.workspace.island import island
from timeline.workspace.sources import SOURCES, from_sources


def three() -> Chronicle:
    """Three articles, of which the first two are tied by hand."""
    chronicle = Chronicle(ferry())
    chronicle.include(bridge())
    chronicle.include(court())
    one, other = (next(event for event in found.events) for found in (ferry(), bridge()))
    chronicle.merge(one.id, other.id)
    return chronicle


def test_tied_articles_come_together_and_others_stay_away() -> None:
    """By what was merged, with the edits and statements about them."""
    found = three().timeline
    ids = [article.id for article in found.articles]
    for name in ids[:2]:
        part = island(found, name)
        assert [article.id for article in part.articles] == ids[:2]
        assert part.edits == found.edits
    alone = island(found, ids[2])
    assert [article.id for article in alone.articles] == ids[2:]
    assert alone.edits == ()
    assert {event.article for event in alone.events} == {ids[2]}
    assert len(alone.statements) + len(island(found, ids[0]).statements) == len(found.statements)


def test_a_statement_ties_two_articles() -> None:
    """As much as a telling does, and on to a third one."""
    found = three().timeline
    ids = [article.id for article in found.articles]
    ends = [next(event.id for event in found.events if event.article == name) for name in ids[1:]]
    tie = Statement(Distance(Point(ends[0], "end"), Point(ends[1], "begin")), Stratum.EDIT, Reason("r", Stratum.EDIT))
    tied = replace(found, statements=(*found.statements, tie))
    assert len(island(tied, ids[2]).articles) == 3


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("only_stated", [False, True])
def test_what_is_derived_of_an_island_is_what_is_derived_of_all(source: str, only_stated: bool) -> None:  # noqa: FBT001 - a table's column
    """Dates with their reasons, by whatever sources."""
    found = three().timeline
    whole = {event.id: event for event in from_sources(found, source, only_stated=only_stated).events}
    for article in found.articles:
        part = from_sources(island(found, article.id), source, only_stated=only_stated)
        assert all(whole[event.id] == event for event in part.events)
        assert part.events
