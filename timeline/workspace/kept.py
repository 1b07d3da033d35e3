"""What several articles tell, kept in the library: what was found when all of it was looked at is not found again."""

from __future__ import annotations

import json as jsonlib
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.errors import TimelineError
from timeline.formats import _statements, json
from timeline.formats._fields import Record
from timeline.library import articles, groups, log
from timeline.model.timeline import Timeline
from timeline.reasoning.retelling import RULES, Disagreement
from timeline.reasoning.retelling.groups import found_again
from timeline.reasoning.retelling.together import Joined, undated
from timeline.workspace import slices
from timeline.workspace.adding import version
from timeline.workspace.grouping import Compared, Together, Told
from timeline.workspace.held import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.library.store import Connection
    from timeline.model.article import Article
    from timeline.model.event import Event


class Kept:
    """
    The rows about groups of one library, as far as this program has read or written them.

    They are true for one tick of the file, and by the rules of one version of the program.
    """

    def __init__(self) -> None:
        self._written: dict[int, Timeline] = {}
        self._state = ""
        self._told: Told | None = None

    def load(self, sql: Connection, alone: Timeline, compared: Compared) -> Told | None:
        """
        What was found in the library as it stands, None where that is not kept, or cannot be read.

        Args:
            sql: the library.
            alone: all of it, every event as its article tells it.
            compared: the same as it is compared.
        """
        state = _state(sql)
        if groups.state(sql) != state:
            return None
        try:
            self._told = self._read(sql, alone, compared)
        except (TimelineError, LookupError, TypeError, ValueError):  # `check` says what is wrong
            return None
        self._state = state
        return self._told

    def keep(self, sql: Connection, told: Told) -> None:
        """Keep what was found in the library as it stands; only what differs from what was kept is written."""
        state = _state(sql)
        if told is self._told or groups.state(sql) == state:
            return
        if groups.state(sql) != self._state:  # somebody else has written
            self._written = {}
        self._told, self._state = told, state
        found, (alone, _, whole) = told
        firsts = {event: group.events[0] for group in found.groups for event in group.events}
        set_aside = _statements.write_conflicts(whole.conflicts, whole.statements)
        groups.put(sql, state, json.dumped({"conflicts": set_aside}), firsts, found.disagreements)
        numbers = {row.id: row.number for row in articles.present(sql)}
        parts = {numbers[part.articles[0].id]: part for part in _dated_otherwise(alone, whole)}
        there = groups.dated(sql).keys()
        for number in sorted(there - parts.keys()):
            groups.put_dated(sql, number, None)
        for number, part in parts.items():
            if number not in there or not same(self._written.get(number), part):
                groups.put_dated(sql, number, slices.pack(part))
        self._written = parts

    def _read(self, sql: Connection, alone: Timeline, compared: Compared) -> Told:
        clusters: dict[str, list[str]] = {}
        for event, first in groups.firsts(sql).items():
            clusters.setdefault(first, []).append(event)
        against = [Disagreement(*one) for one in groups.quarrels(sql)]
        found = found_again(compared.timeline, clusters.values(), against, compared.first)
        texts = {article.id: article for article in alone.articles}
        numbers = {row.number: row.id for row in articles.present(sql)}
        dated: dict[str, Event] = {}
        days: dict[str, Article] = {}
        for number, packed in groups.dated(sql).items():
            one = slices.unpack(packed, texts[numbers[number]].text, numbers[number])
            days[numbers[number]] = one.articles[0]
            dated |= {event.id: event for event in one.events}
            self._written[number] = one
        whole = undated(alone, found.groups) if found.groups else alone
        record = Record(jsonlib.loads(groups.conflicts(sql)), "the library", "conflicts")
        whole = replace(
            whole,
            articles=tuple(days.get(article.id, article) for article in whole.articles),
            events=tuple(dated.get(event.id, event) for event in whole.events),
            conflicts=tuple(_statements.read_conflict(one, whole.statements) for one in record.records("conflicts")),
        )
        return Told(found, Joined(alone, found.groups, whole))


def wrong(sql: Connection, alone: Timeline) -> list[str]:
    """In words what is kept of a library otherwise than it is found anew; *alone* is all of it."""
    if groups.state(sql) != _state(sql):
        return []  # it is not believed
    told = Kept().load(sql, alone, Compared.of(alone))
    if told is None:
        return ["what is kept of what several articles tell cannot be read"]
    if json.write(Together().of(alone, lambda _: told)) != json.write(Together().of(alone)):
        return ["what is kept of what several articles tell is not what they tell"]
    return []


def _state(sql: Connection) -> str:
    return f"{version()}, rules {RULES}, tick {log.ticks(sql)}"


def _dated_otherwise(alone: Timeline, whole: Timeline) -> Iterator[Timeline]:
    """Each article with those of its events that are dated otherwise than they would be alone, where there is any."""
    own = {event.id: event for event in alone.events}
    changed: dict[str, list[Event]] = {}
    for event in whole.events:
        was = own[event.id]
        if event is not was and replace(event, merged=was.merged, hidden=was.hidden) != was:
            changed.setdefault(event.article, []).append(event)
    for before, article in zip(alone.articles, whole.articles, strict=True):
        if article.id in changed or article.published != before.published:
            yield Timeline(articles=(article,), events=tuple(changed.get(article.id, ())))
