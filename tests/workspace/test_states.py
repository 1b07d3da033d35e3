"""A library against a plain list of what it was: whatever is done, undo gives back each state, byte for byte."""

from __future__ import annotations

import os
import tempfile
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.workspace.cases import bridge, court, ferry, harbour, island
from timeline.errors import TimelineError
from timeline.formats import json
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.workspace.library import Library

SOURCES = (ferry(), bridge(), court(), harbour(), island())  # the last two tell one event
TEXTS = st.sampled_from(
    [
        "It sank",
        " Two  words ",
        "'); DROP TABLE events; --",
        'quoted "words"',
        "naïve ✓ 日本",
        "x" * 300,
        "NULL",
        "a\x00b",
    ]
) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
DATES = st.sampled_from(
    ["2025-08-19", "early 2021", "before 5 May 2024", "between 15 and 19 August 2025", "from March to June 2025",
     "07/??/97", "<06/15/97", "yesterday", None]
)  # fmt: skip
WHICH = st.integers(0, 30)
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
FIELDS = {
    "title": ("title", TEXTS),
    "note": ("note", TEXTS | st.none()),
    "status": ("status", st.sampled_from(["happened", "planned", "denied"])),
    "standing": ("standing", st.sampled_from(["disputed", "unsure", None])),
    "lane": ("lane", TEXTS | st.none()),
    "actors": ("actors", st.lists(TEXTS, max_size=3)),
    "places": ("places", st.lists(TEXTS, max_size=3)),
    "kind": ("kind", st.sampled_from(["day", "span"])),
    "date": ("date", DATES),
}


def difference(one: str, other: str) -> list[str]:
    """The first lines in which two exports differ."""
    if one == other:
        return []
    return list(islice(unified_diff(one.splitlines(), other.splitlines(), lineterm="", n=1), 60))


class Libraries(RuleBasedStateMachine):
    """
    Two openings of one library, used in turn, beside the exports of every state that there was.

    The file lies in memory where the system has such a folder: nobody pulls the plug here, and waiting for a disk is
    nine tenths of the time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None)
        self.path = Path(self.folder.name) / "case.timeline"
        self.hands = [self.opened(), self.opened()]
        self.exported: list[tuple[Timeline, str] | None] = [None, None]
        self.before: list[str] = []
        self.now = self.export(0)
        self.after: list[str] = []

    def opened(self) -> Library:
        """Open the library once more."""
        return open_library(self.path, clock=lambda: "2025-01-01T00:00:00Z", by="Ann")

    def export(self, hand: int) -> str:
        """All of it, as one of the two sees it; what is the very same timeline is not written once more."""
        timeline = self.hands[hand].timeline
        last = self.exported[hand]
        if last is None or last[0] is not timeline:
            last = self.exported[hand] = timeline, json.write(timeline)
        return last[1]

    def do(self, hand: int, verb: Callable[[Library], Any]) -> None:
        """Do something by one hand; what was refused has changed nothing."""
        library = self.hands[hand]
        library.timeline  # noqa: B018 - whoever edits has looked
        entries = len(library.history())
        try:
            verb(library)
        except TimelineError:
            assert len(library.history()) == entries
            return
        if len(library.history()) > entries:
            self.before.append(self.now)
            self.now = self.export(hand)
            self.after = []

    def event(self, hand: int, which: int) -> Event | None:
        """One of the events, hidden ones included."""
        events = self.hands[hand].timeline.events
        return events[which % len(events)] if events else None

    @initialize()
    def begin(self) -> None:
        """There is an article."""
        self.do(0, lambda library: library.include(SOURCES[0], file="ferry.txt"))

    @rule(hand=st.integers(0, 1), which=st.integers(0, 4))
    def include(self, hand: int, which: int) -> None:
        """Put an article in, perhaps again."""
        self.do(hand, lambda library: library.include(SOURCES[which]))

    @rule(hand=st.integers(0, 1), which=WHICH)
    def remove(self, hand: int, which: int) -> None:
        """Take an article out."""
        articles = self.hands[hand].listed()
        if articles:
            self.do(hand, lambda library: library.remove(articles[which % len(articles)].id))

    @rule(hand=st.integers(0, 1), which=WHICH, field=st.sampled_from(sorted(FIELDS)), data=st.data())
    def edit(self, hand: int, which: int, field: str, data: st.DataObject) -> None:
        """Change a field."""
        event = self.event(hand, which)
        if event is not None:
            name, values = FIELDS[field]
            value = data.draw(values)
            self.do(hand, lambda library: getattr(library, f"set_{name}")(event.id, value))

    @rule(hand=st.integers(0, 1), which=WHICH, verb=st.sampled_from(["hide", "show", "reject_landmark", "split"]))
    def simple(self, hand: int, which: int, verb: str) -> None:
        """A verb that needs nothing but an event."""
        event = self.event(hand, which)
        if event is not None:
            self.do(hand, lambda library: getattr(library, verb)(event.id))

    @rule(hand=st.integers(0, 1), which=WHICH)
    def split_mention(self, hand: int, which: int) -> None:
        """Make the second telling an event of its own."""
        event = self.event(hand, which)
        if event is not None:
            self.do(hand, lambda library: library.split(event.id, 1))

    @rule(
        hand=st.integers(0, 1), which=WHICH, address=st.sampled_from(["https://a.org/x", "http://b.org", "file:///x"])
    )
    def link(self, hand: int, which: int, address: str) -> None:
        """Put an address beside it; not every one is allowed."""
        event = self.event(hand, which)
        if event is not None:
            self.do(hand, lambda library: library.link(event.id, address))

    @rule(hand=st.integers(0, 1), which=WHICH, others=st.lists(WHICH, min_size=1, max_size=2))
    def merge(self, hand: int, which: int, others: list[int]) -> None:
        """Say that events are one."""
        event = self.event(hand, which)
        found = [self.event(hand, other) for other in others]
        if event is not None:
            self.do(hand, lambda library: library.merge(event.id, *(one.id for one in found if one)))

    @rule(
        hand=st.integers(0, 1),
        title=TEXTS,
        date=DATES,
        span=st.none() | st.tuples(st.integers(0, 60), st.integers(1, 30)),
    )
    def add_event(self, hand: int, title: str, date: str | None, span: tuple[int, int] | None) -> None:
        """Add an event, of marked words or of none."""
        where = None if span is None else (span[0], sum(span))
        self.do(hand, lambda library: library.add_event(title, date=date, span=where))

    @rule(hand=st.integers(0, 1), which=WHICH, day=DATES)
    def publish(self, hand: int, which: int, day: str | None) -> None:
        """Set a publication day."""
        articles = self.hands[hand].listed()
        if articles:
            self.do(hand, lambda library: library.set_published(day, articles[which % len(articles)].id))

    @precondition(lambda self: self.before)
    @rule(hand=st.integers(0, 1))
    def undo(self, hand: int) -> None:
        """The state before comes back."""
        assert self.hands[hand].undo() is not None
        self.after.append(self.now)
        self.now = self.before.pop()
        assert not (what := difference(self.export(hand), self.now)), what

    @precondition(lambda self: self.after)
    @rule(hand=st.integers(0, 1))
    def redo(self, hand: int) -> None:
        """The state after comes back."""
        assert self.hands[hand].redo() is not None
        self.before.append(self.now)
        self.now = self.after.pop()
        assert not (what := difference(self.export(hand), self.now)), what

    @rule(hand=st.integers(0, 1))
    def open_again(self, hand: int) -> None:
        """Nothing is lost by closing."""
        self.hands[hand].close()
        self.hands[hand] = self.opened()

    @invariant()
    def both_see_the_same(self) -> None:
        """What one does the other sees."""
        for hand in (0, 1):
            assert not (what := difference(self.export(hand), self.now)), what

    def teardown(self) -> None:
        """The file is whole, and undo leads through every state to the first."""
        try:
            assert self.hands[0].check() == []
            states = [*self.before, self.now]
            while self.hands[0].can_undo:
                states.pop()
                self.hands[0].undo()
                assert not (what := difference(self.export(0), states[-1])), what
            assert len(states) == 1
            assert self.hands[0].check() == []
        finally:
            for hand in self.hands:
                hand.close()
            self.folder.cleanup()


def test_every_state_comes_back() -> None:
    """Undo and redo give back what was, whatever was done, by whichever of two openings."""
    quiet = settings(max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Libraries, settings=quiet)


@pytest.mark.soak
def test_every_state_comes_back_two_thousand_times() -> None:
    """The same, looked at much longer."""
    long = settings(max_examples=2000, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Libraries, settings=long)
