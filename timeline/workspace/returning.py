"""A table that went out and comes back: what was edited in it becomes edits of the timeline it came from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.chrono import edtf
from timeline.errors import TimelineError
from timeline.formats.chronology import status_of
from timeline.formats.csv import COLUMNS
from timeline.formats.marks import mark, marks_in
from timeline.formats.shown import one_line
from timeline.model.event import Status
from timeline.workspace.tables import links_in, names_in, place_of, said_of
from timeline.workspace.typed import DATING, Dated, date_of, read_typed, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline.formats.rows import Row, Rows
    from timeline.model.event import Event
    from timeline.workspace.editing import Editing

_NOT_TAKEN = {
    "quote": "is what the article says: it stays, write a note beside it",
    "why": "follows from the reasons: it stays, edit the date",
    "earliest": "follows from the date: it stays, edit the date",
    "latest": "follows from the date: it stays, edit the date",
}
"""What cannot be edited in a table, and why."""
_READ: Mapping[str, Callable[[str], Any]] = {
    "title": str,
    "actors": names_in,
    "places": names_in,
    "links": links_in,
    **dict.fromkeys(("attribution", "source", "lane", "note"), lambda text: text.strip() or None),
}
_TOLD = ("status", "attribution", "actors", "places", "source", "note", "links", "lane")


class Returned(NamedTuple):
    """What became of a table: how many events were changed, added and hidden, and sentences on what was not taken."""

    changed: int
    added: int
    hidden: int
    notes: list[str]

    @property
    def words(self) -> str:
        """In one sentence."""
        told = [
            f"{count} {what}"
            for count, what in ((self.changed, "changed"), (self.added, "added"), (self.hidden, "hidden"))
            if count
        ]
        return f"events: {', '.join(told)}" if told else "nothing was edited in it"


def belongs(rows: Rows, editing: Editing) -> bool:
    """The table was made of this timeline: one of its rows names an event of it."""
    ids = {row.text("id").strip() for row in rows.rows} - {""}
    return bool(ids) and any(event.id in ids for event in editing.timeline.events)


def bring_back(editing: Editing, rows: Rows, name: str, order: str = "both") -> Returned:
    """
    Make of what was edited in a table edits of the timeline it came from, each of which can be undone.

    A cell counts as edited where it says something else than when it was written. A row without an id is a new event;
    an event whose row was taken out is hidden.
    """
    notes = list(rows.notes)
    events = {event.id: event for event in editing.timeline.events}
    changed = added = 0
    present: set[str] = set()
    for row in rows.rows:
        event = events.get(row.text("id").strip())
        where = place_of(rows, row, name)
        if event is None:
            added += _add(editing, row, order, where, notes)
        elif event.id in present:
            notes.append(f"{where}: another row has the same Timeline ID: this one is left out")
        else:
            present.add(event.id)
            changed += _change(editing, event, row, order, where, notes)
    others = Counter(column for row in rows.rows for column in row.rest if column not in COLUMNS)
    notes += [
        f"{name}: the column {column!r} (rows: {count}) has no place in a timeline: it is left out"
        for column, count in others.items()
    ]
    gone = [
        event.id
        for event in events.values()
        if rows.written and mark(event.id) in rows.written and event.id not in present and not event.hidden
    ]
    if gone:
        editing.hide(*gone)
    return Returned(changed, added, len(gone), notes)


def _change(editing: Editing, event: Event, row: Row, order: str, where: str, notes: list[str]) -> bool:
    """Edit an event as its row says; whether anything was."""
    marks = marks_in(row.text("check"))
    now = _now(event)
    edited = {
        role
        for role, cell in row.cells.items()
        if (
            mark(cell.text) != marks[role]
            if role in marks
            else not marks and role in now and not _same(cell.text, now[role])
        )
    }
    both = sorted(role for role in edited if role in marks and role in now and marks[role] not in map(mark, now[role]))
    if both:
        notes.append(f"{where}: {', '.join(both)} of {event.title!r} was changed here, too: the table's stands")
    done = False
    lost = {role: why for role, why in _NOT_TAKEN.items() if role in edited and role in marks}
    if "quote" in lost and not event.quote.strip() and "note" not in edited and row.text("quote").strip():
        editing.say(event.id, note="\n".join(filter(None, [event.note, row.text("quote").strip()])))
        done = True
        del lost["quote"]
    notes += [f"{where}: {role} of {event.title!r} {why}" for role, why in lost.items()]
    if edited & set(DATING):
        done |= _redate(editing, event, row, frozenset(edited), order, where, notes)
    fields = _fields(row, edited, where, notes)
    if fields:
        try:
            editing.say(event.id, **fields)
            done = True
        except TimelineError as fault:
            notes.append(f"{where}: {fault}: it stays as it was")
    return done


def _same(text: str, now: tuple[str, ...]) -> bool:
    return mark(text) in map(mark, now)


def _now(event: Event) -> Mapping[str, tuple[str, ...]]:
    """What a table would say of an event now, in the ways that tables of ours do."""
    status = status_of(event)
    note = event.note or ""
    lane = str(event.extra.get("lane") or (event.actors[0] if event.actors else ""))
    return {
        "title": (event.title, one_line(event.title)),
        "shown": (event.when, one_line(event.when), f"~ {one_line(event.when)}"),
        "status": (status, event.status.value, *([""] if status == Status.HAPPENED.value else [])),
        "actors": ("; ".join(event.actors), one_line("; ".join(event.actors))),
        "places": ("; ".join(event.places), one_line("; ".join(event.places))),
        "note": (note, one_line(note)),
        "links": ("; ".join(event.links),),
        "lane": (lane, one_line(lane)),
        "kind": (event.kind.value,),
        "standing": (event.standing.value if event.standing else "",),
        "attribution": (event.attribution or "",),
        "hidden": ("yes" if event.hidden else "",),
    }


def _redate(
    editing: Editing, event: Event, row: Row, edited: frozenset[str], order: str, where: str, notes: list[str]
) -> bool:
    date = date_of(row, order, edited)
    if date.either:
        notes.append(f"{where}: {date.either}; write the month as a word, or say which with --date-order")
    if date.fault or date.bounds.open:
        why = date.fault or "it has no date any more"
        notes.append(f"{where}: {why}: {event.title!r} keeps its date")
        return False
    try:
        editing.set_date(event.id, _words_of(date, order))
    except TimelineError as fault:
        notes.append(f"{where}: {fault}: {event.title!r} keeps its date")
        return False
    return True


def _words_of(date: Dated, order: str) -> str:
    """The date as the engine that reads what is typed takes it: its own words, else EDTF."""
    words = settled(date.words, order)
    if read_typed(words) is not None:
        return words
    return edtf.write(date.bounds, date.kind) or words


def _fields(row: Row, edited: set[str], where: str, notes: list[str]) -> dict[str, Any]:
    """What is said of an event anew, by the fields of `Editing.say`."""
    fields: dict[str, Any] = {}
    if "status" in edited or "standing" in edited:
        said = said_of(row.text("status"), "", row.text("standing"))
        if said.known:
            fields |= {"status": said.status.value, "standing": said.standing and said.standing.value}
            if "status" in edited and "attribution" not in row.cells:
                fields["attribution"] = said.attribution
        else:
            notes.append(
                f"{where}: {row.text('status')!r} is no status: write happened, reported, planned, possible or denied"
            )
    if "kind" in edited and not edited & set(DATING):
        fields["kind"] = row.text("kind").strip()
    return fields | {role: read(row.text(role)) for role, read in _READ.items() if role in edited}


def _add(editing: Editing, row: Row, order: str, where: str, notes: list[str]) -> bool:
    """A new event of a row that none was before; whether there is one."""
    title = row.text("title").strip() or row.text("quote").strip()
    if not title:
        return False
    date = date_of(row, order)
    notes += [f"{where}: {fault}" for fault in (date.fault, date.either) if fault]
    words = None if date.fault or date.bounds.open else _words_of(date, order)
    try:
        event_id = editing.add_event(title, date=words)
    except TimelineError as fault:
        notes.append(f"{where}: {fault}: it is left out")
        return False
    told = {role for role in _TOLD if row.text(role).strip()}
    fields = _fields(row, told, where, notes)
    quote = row.text("quote").strip()
    if quote and quote != title and "note" not in fields:
        fields["note"] = quote
    if fields:
        editing.say(event_id, **fields)
    return True
