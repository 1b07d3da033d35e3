"""Out and in again: for every format that goes both ways nothing is lost but what the format says it loses."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.formats.hostile import timeline as hostile
from tests.formats.told import timelines
from timeline.errors import ExportError
from timeline.formats.registry import FORMATS, NAMES, Format
from timeline.formats.shown import one_line
from timeline.formats.things import THINGS
from timeline.model.event import Status
from timeline.workspace.tables import timeline_of

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

TABLES = [one for one in FORMATS if one.reader and one.name not in ("json", "timeml")]
NAME = attrgetter("name")


def back(form: Format, timeline: Timeline) -> dict[str, Event]:
    """The events that come back, by their ids."""
    rows = form.read(form.write(timeline), f"x{form.suffix}")
    found, notes = timeline_of(rows, f"x{form.suffix}")
    assert not notes, notes
    return {row.text("id"): event for row, event in zip(rows.rows, found.events, strict=True)}


def lost(form: Format, event: Event) -> set[str]:
    """What the format says that it cannot hold of an event."""
    return {name for name in form.losses if name in THINGS and THINGS[name].of(event)}


def folded(text: str) -> str:
    """Words as they are compared where line breaks and what cannot be written are lost."""
    return one_line(text)


def check(form: Format, timeline: Timeline) -> None:
    """Dates, titles, status, people, places, notes and addresses of every event that is not left out."""
    try:
        found = back(form, timeline)
    except ExportError:
        assert all({"undated", "bce", "hidden"} & lost(form, event) for event in timeline.events)
        return
    for event in timeline.events:
        gone = lost(form, event)
        if event.id not in found:
            assert gone & {"hidden", "undated", "bce"}
            continue
        come = found[event.id]
        assert folded(come.title) == folded(event.title)
        if "lines" not in form.losses and "unspeakable" not in gone:
            assert come.title == event.title.strip(" \t\r\n\u00a0")
        assert (come.bounds, come.kind) == (event.bounds, event.kind), (come.when, event.when)
        assert (come.status, come.standing) == (event.status, event.standing)
        assert folded(come.attribution or "") == folded(event.attribution or "")
        assert [folded(one) for one in come.actors] == [folded(one) for one in event.actors]
        assert [folded(one) for one in come.places] == [folded(one) for one in event.places]
        assert folded(come.note or "") == folded(event.note or "")
        if "links" not in form.losses:
            assert set(come.links) == set(event.links)


@pytest.mark.parametrize("form", TABLES, ids=NAME)
@settings(max_examples=12, deadline=None)
@given(timeline=timelines())
def test_what_is_not_declared_lost_comes_back(form: Format, timeline: Timeline) -> None:
    """Of whatever timeline."""
    check(form, timeline)


@pytest.mark.soak
@pytest.mark.parametrize("form", TABLES, ids=NAME)
@settings(max_examples=400, deadline=None)
@given(timeline=timelines())
def test_of_hundreds_of_timelines_nothing_else_is_lost(form: Format, timeline: Timeline) -> None:
    """As above, longer."""
    check(form, timeline)


@settings(max_examples=25, deadline=None)
@given(timeline=timelines())
def test_timeml_brings_back_what_happened_when(timeline: Timeline) -> None:
    """The words that are events, with dates that hold what was known; exactly, where one day or a unit was."""
    form = NAMES["timeml"]
    data = form.write(timeline)
    found, notes = timeline_of(form.read(data, "x.tml"), "x.tml")

    assert not notes
    assert found.articles[0].text == re.sub(
        "[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", timeline.articles[0].text
    )
    shown = {event.head: event for event in reversed(timeline.events) if not event.hidden}
    assert found.events
    for come in found.events:
        event = shown[come.head]
        if (
            not {"uncertain", "one-sided", "undated", "clock"} & lost(form, event)
            and event.status is not Status.REPORTED
        ):
            assert (come.bounds.window, come.status) == (event.bounds.window, event.status)
        assert come.bounds.window.hull(event.bounds.window) == come.bounds.window


@pytest.mark.parametrize("form", TABLES, ids=NAME)
def test_what_is_hard_to_write_comes_back(form: Format) -> None:
    """Formulas, markup, both forms of accents, marks of direction, what no file can hold, and very much of it."""
    made = hostile()
    titles = ("a\0b", "half \ud800 a sign", "]]> <![CDATA[", "\u202eabc\u202c", "e\u0301 \u00e9", "x " * 20_000)
    events = (replace(event, title=title) for event, title in zip(made.events, titles, strict=False))
    cut = replace(made, events=tuple(events))

    check(form, made)
    if "long" in form.losses:
        assert lost(form, cut.events[-1]) >= {"long"}
        cut = replace(cut, events=cut.events[:-1])
    check(form, cut)
