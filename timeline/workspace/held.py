"""What of a library is in memory: the articles that hang together, with their edits, read and written as one."""

from __future__ import annotations

import json as jsonlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from timeline.formats import json
from timeline.library import articles, events, log
from timeline.model.timeline import Edit
from timeline.workspace import slices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.library.rows import ArticleRow, Entry
    from timeline.library.store import Connection
    from timeline.model.timeline import Timeline

ARTICLE = "article"
"""
The field of the entries that put articles in and out: ``{"reading": n}``, null where it is not there.

Where there were edits before, "edits" has what they are on the new reading, by their numbers, as far as that is
something else, "orphaned" the numbers of those that could not be attached to it, "dropped" of those that had been taken
out. "ties" are the articles that hang together with it.
"""
_MOST_KEPT = 5000  # articles whose timelines stay in memory


@dataclass(frozen=True)
class Held:
    """
    Articles that hang together, as they were when they were read.

    `parts` are their timelines by the articles' numbers, `edits` what was done with them, by the number in the log,
    `versions` the tick of the last edit of each event and article, by their ids.
    """

    rows: tuple[ArticleRow, ...]
    parts: Mapping[int, Timeline]
    edits: tuple[tuple[int, Edit], ...]
    versions: Mapping[str, int]

    @cached_property
    def timeline(self) -> Timeline:
        """All of them as one timeline with its edits."""
        return replace(slices.joined(self.parts.values()), edits=tuple(edit for _, edit in self.edits))

    @property
    def numbers(self) -> dict[str, int]:
        """The articles' numbers by their ids."""
        return {row.id: row.number for row in self.rows}


class Parts:
    """The timelines of articles that were unpacked, as long as nothing is written in them."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[int, Timeline]] = {}

    def of(self, sql: Connection, row: ArticleRow) -> Timeline:
        """The timeline of one article as it stands."""
        kept = self._kept.get(row.number)
        if kept is None or kept[0] != row.written:
            kept = row.written, part(sql, row)
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[row.number] = kept
        return kept[1]

    def take(self, fresh: Mapping[int, tuple[int, Timeline]]) -> None:
        """Keep what was written, once it is in the file for good."""
        self._kept |= fresh


@dataclass(frozen=True)
class Doing:
    """
    A change of the file while it is made: the connection, its tick and its step, when, and by whom.

    `fresh` are the timelines that were written, by the articles' numbers, with their tick; `written` the numbers of
    all articles in which anything was.
    """

    sql: Connection
    parts: Parts
    tick: int
    step: int
    at: str
    by: str | None
    fresh: dict[int, tuple[int, Timeline]] = field(default_factory=dict)
    written: set[int] = field(default_factory=set)

    def load(self, numbers: Iterable[int]) -> Held:
        """What hangs together with these articles, as it is within the change."""
        return load(self.sql, self.parts, numbers, self.fresh)


def next_step(doing: Doing, edit: Edit) -> Doing:
    """The same change with a step of its own for an edit that says when it was made, and by whom."""
    return replace(doing, step=log.next_step(doing.sql), at=edit.at or doing.at, by=edit.by)


def load(
    sql: Connection,
    parts: Parts,
    numbers: Iterable[int],
    fresh: Mapping[int, tuple[int, Timeline]] | None = None,
) -> Held:
    """What hangs together with these articles; *fresh* is what was written and is not in the file for good."""
    found: dict[int, ArticleRow] = {}
    for number in numbers:
        if number not in found:
            found |= {row.number: row for row in articles.together(sql, number)}
    rows = tuple(found[number] for number in sorted(found))
    new = fresh or {}
    timelines = {row.number: new[row.number][1] if row.number in new else parts.of(sql, row) for row in rows}
    return Held(rows, timelines, edits_of(log.of_articles(sql, lineage(sql, rows))), versions(sql, found))


def versions(sql: Connection, numbers: Iterable[int]) -> dict[str, int]:
    """The ticks of the last edits of these articles and of their events, by their ids."""
    rows = [articles.by_number(sql, number) for number in numbers]
    return events.versions(sql, [row.number for row in rows]) | {row.id: row.changed for row in rows}


def part(sql: Connection, row: ArticleRow, *, machine: bool = False) -> Timeline:
    """The timeline of one article as it stands, or as the machine made it."""
    made, now = articles.reading(sql, row.reading or 0)
    packed = made if machine or now is None else now
    return slices.unpack(packed, articles.text_of(sql, row.number), row.title or row.id)


def lineage(sql: Connection, rows: Iterable[ArticleRow]) -> set[int]:
    """The numbers of articles, and of those whose texts they replaced."""
    found: set[int] = set()
    for row in rows:
        number: int | None = row.number
        while number is not None and number not in found:
            found.add(number)
            number = articles.by_number(sql, number).former
    return found


def edits_of(entries: Iterable[Entry]) -> tuple[tuple[int, Edit], ...]:
    """
    The edits among entries as they apply now, in order, with their numbers.

    Where an article was read again, what was edited before goes by the new events; what could not be attached is
    left out here (`orphans_of` has it).
    """
    found: dict[int, Edit] = {}
    for entry in entries:
        if entry.field != ARTICLE:
            found[entry.number] = edit_of(entry)
            continue
        after = value(entry.after) or {}
        for number, changes in after.get("edits", {}).items():
            if int(number) in found:
                found[int(number)] = replace(found[int(number)], **changes)
        for number in (*after.get("orphaned", ()), *after.get("dropped", ())):
            found.pop(number, None)
    return tuple(found.items())


def orphans_of(entries: Iterable[Entry]) -> list[Entry]:
    """The entries whose edits could not be attached when an article was read again."""
    every = list(entries)
    lost = {number for one in every if one.field == ARTICLE for number in (value(one.after) or {}).get("orphaned", ())}
    return [entry for entry in every if entry.number in lost]


def edit_of(entry: Entry) -> Edit:
    """An entry as an edit."""
    return Edit(
        subject=entry.subject,
        field=entry.field,
        before=value(entry.before),
        after=value(entry.after),
        at=entry.at,
        by=entry.by,
        extra=value(entry.more) or {},
    )


def value(text: str | None) -> Any:  # noqa: ANN401 - a JSON value
    """What a column of JSON says."""
    return None if text is None else jsonlib.loads(text)


def written(what: Any) -> str | None:  # noqa: ANN401 - a JSON value
    """A JSON value as a column of the log."""
    return None if what is None else json.dumped(what)


def write(doing: Doing, held: Held, new: Timeline) -> None:
    """
    Write what differs in *new* from what is held.

    Where no edit is left everything is again exactly as the machine made it.
    """
    changed = slices.parts(new)
    for number in {number for name, number in held.numbers.items() if name not in changed}:
        articles.set_now(doing.sql, articles.by_number(doing.sql, number).reading or 0, None)
        articles.stand(doing.sql, number, present=False)
        show(doing, number, None)
    for name, mine in changed.items():
        row = articles.by_id(doing.sql, name)
        if row is None:
            raise KeyError(name)
        packed: bytes | None = None
        one = mine
        if not new.edits:
            one = part(doing.sql, row, machine=True)
        elif same(held.parts.get(row.number), one):
            continue
        else:
            packed = slices.pack(one)
        articles.stand(doing.sql, row.number, present=True)
        articles.set_now(doing.sql, row.reading or 0, packed)
        show(doing, row.number, one)


def show(doing: Doing, number: int, part: Timeline | None) -> None:
    """Make the rows of an article and its events say what stands; None: it is not there."""
    if part is not None:
        articles.update(doing.sql, number, slices.article_row(part.articles[0]))
        doing.fresh[number] = doing.tick, part
    else:
        doing.fresh.pop(number, None)
    doing.written.add(number)
    events.put(
        doing.sql, number, [] if part is None else [slices.event_row(event) for event in part.events], doing.tick
    )
    articles.written(doing.sql, number, doing.tick)


def same(one: Timeline | None, other: Timeline) -> bool:
    """Nothing was replaced; equality would not look at what takes no part in it."""
    if one is None:
        return False
    pairs = ((one.articles, other.articles), (one.events, other.events), (one.statements, other.statements))
    conflicts = one.conflicts == other.conflicts  # they are made anew whenever they are joined
    return conflicts and all(
        len(mine) == len(theirs) and all(a is b for a, b in zip(mine, theirs, strict=True)) for mine, theirs in pairs
    )
