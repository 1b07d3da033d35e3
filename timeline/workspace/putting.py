"""What the verbs of a library do to its file, within one change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import LibraryError
from timeline.formats._events import write_event
from timeline.library import articles, events, log
from timeline.model.timeline import Edit, Timeline
from timeline.workspace import edits, held, slices
from timeline.workspace.editing import Change
from timeline.workspace.held import ARTICLE
from timeline.workspace.joining import OWN, others_in
from timeline.workspace.renaming import rename, rename_edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.library.rows import ArticleRow, Entry
    from timeline.library.store import Connection
    from timeline.model.event import Event
    from timeline.workspace.held import Doing

_BY_HAND = "by hand"
_LONGEST = 60  # characters of a value in a sentence


def make(doing: Doing, edit: Edit) -> None:
    """Make an edit and log it."""
    homes = homes_of(doing, edit)
    found = doing.load(homes)
    entry = append(doing, edit, homes[0])
    if len(homes) > 1:
        articles.tie(doing.sql, entry, homes)
    held.write(doing, found, edits.apply(found.timeline, edit))
    touch(doing, edit)


def take_back(doing: Doing, entry: Entry) -> None:
    """Take one entry of the log back, the last that is done."""
    if entry.field == ARTICLE:
        put(doing, entry.article, held.value(entry.before))
    else:
        found = doing.load([entry.article])
        if not found.edits or found.edits[-1][0] != entry.number:
            raise LibraryError("the log of the library is damaged: `timeline library restore` takes a backup")
        shorter, _ = edits.take_back(found.timeline)
        held.write(doing, found, shorter)
        articles.untie(doing.sql, entry.number)
    touch(doing, held.edit_of(entry))


def do_again(doing: Doing, entry: Entry) -> None:
    """Do one entry of the log again, the first that is undone."""
    if entry.field == ARTICLE:
        put(doing, entry.article, held.value(entry.after))
    else:
        edit = held.edit_of(entry)
        homes = [entry.article, *homes_of(doing, edit)[1:]]
        found = doing.load(homes)
        if len(homes) > 1:
            articles.tie(doing.sql, entry.number, homes)
        held.write(doing, found, edits.apply(found.timeline, edit))
    touch(doing, held.edit_of(entry))


def put(doing: Doing, number: int, value: dict[str, Any] | None) -> None:
    """Put an article in with a reading that is there already, or out."""
    if value is None:
        articles.stand(doing.sql, number, present=False)
        held.show(doing, number, None)
    else:
        articles.stand(doing.sql, number, present=True, reading=value["reading"])
        held.show(doing, number, held.part(doing.sql, articles.by_number(doing.sql, number)))


def include(doing: Doing, other: Timeline, *, file: str | None, reader: str) -> list[str]:
    """
    Put the articles of a timeline in that are not there yet, then make its edits, each a step of its own.

    Returns:
        the ids of the articles that are new.
    """
    machine = other
    while machine.edits:
        machine, _ = edits.take_back(machine)
    articles_, events_ = _taken_ids(doing.sql, machine, other.edits)
    machine = rename(machine, articles_, events_)
    new = [part for name, part in slices.parts(machine).items() if name != OWN.id and not _is_there(doing.sql, part)]
    for part in new:
        _insert(doing, part, file, reader)
    here = {article.id for part in new for article in part.articles}
    here |= {event.id for part in new for event in part.events}
    by_hand = [_added(event) for event in machine.events if event.article == OWN.id]
    for edit in (*by_hand, *(rename_edit(one, articles_, events_) for one in other.edits)):
        added = edit.field == "event" and edit.after is not None and edit.after["event"]["article"] in {*here, OWN.id}
        if edit.subject in here or (added and events.home(doing.sql, edit.subject) is None):
            here |= {edit.subject, *others_in(edit)}
            make(held.next_step(doing, edit), edit)
    return [part.articles[0].id for part in new]


def _added(event: Event) -> Edit:
    """An event that no article tells of, and of which no edit tells, as the edit that adds it."""
    after: dict[str, Any] = {"event": write_event(event)}
    if not event.bounds.open:
        after["date"] = {"text": event.when, "bounds": event.bounds.as_dict(), "kind": event.kind.value}
    return Edit(event.id, "event", None, after, at="")


def _taken_ids(sql: Connection, new: Timeline, made: Iterable[Edit]) -> tuple[dict[str, str], dict[str, str]]:
    """Other ids for the articles and events whose own are taken, or whose text is known by another."""
    articles_: dict[str, str] = {}
    for article in new.articles:
        digest = slices.digest(article.text)
        known = articles.by_hash(sql, digest)
        if known is not None and known.id != article.id:
            articles_[article.id] = known.id
        elif known is None and articles.by_id(sql, article.id) is not None:
            articles_[article.id] = next(
                digest[:length] for length in range(12, 65) if articles.by_id(sql, digest[:length]) is None
            )
    events_: dict[str, str] = {}
    absent = {article.id for article in new.articles if article.id != OWN.id and not _known(sql, article.text)}
    found = [(event.id, event.article) for event in new.events]
    found += [(made_id, home) for edit in made for made_id, home in _made_ids(edit)]
    for event_id, home in found:
        if home in absent and events.home(sql, event_id) is not None:
            events_[event_id] = f"{articles_.get(home, home)}-{event_id}"
    return articles_, events_


def _made_ids(edit: Edit) -> list[tuple[str, str]]:
    """The event that an edit adds or splits off, with its article."""
    if edit.field not in ("event", "split") or not edit.after:
        return []
    return [(edit.after["event"]["id"], edit.after["event"]["article"])]


def _known(sql: Connection, text: str) -> bool:
    row = articles.by_hash(sql, slices.digest(text))
    return row is not None and bool(row.present)


def take_out(doing: Doing, row: ArticleRow) -> None:
    """Take an article out and log it."""
    before = {"reading": row.reading}
    _log(doing, row.id, row.number, ARTICLE, before, None)
    put(doing, row.number, None)


def cut_loose(timeline: Timeline, article_id: str) -> list[Change]:
    """What is to be done before an article goes: nothing stays within an event, or has one within it, that goes."""
    homes = {event.id: event.article for event in timeline.events}
    within: dict[str, list[str]] = {}
    for event in timeline.events:
        if event.merged is not None:
            within.setdefault(event.merged, []).append(event.id)
    changes = []
    for whole, parts in within.items():
        leaving = homes.get(whole) == article_id
        staying = [part for part in parts if (homes[part] == article_id) == leaving]
        if len(staying) < len(parts):
            changes.append(Change(whole, "parts", parts, staying))
    return changes


def own(doing: Doing) -> int:
    """The article of what no article tells of: its number."""
    row = articles.by_id(doing.sql, OWN.id)
    if row is not None:
        return row.number
    number = articles.insert(doing.sql, slices.article_row(OWN), OWN.text, slices.digest(OWN.text), None)
    packed = slices.pack(Timeline(articles=(OWN,)))
    reading = articles.add_reading(doing.sql, number, _BY_HAND, doing.at, packed, None)
    articles.stand(doing.sql, number, present=False, reading=reading)
    return number


def homes_of(doing: Doing, edit: Edit) -> list[int]:
    """The numbers of the articles that an edit is about, that of its subject first."""
    if edit.field == "event":
        name = (edit.after or edit.before)["event"]["article"]
        first = own(doing) if name == OWN.id else _number(doing.sql, name)
    else:
        first = _number(doing.sql, edit.subject)
    others = (events.home(doing.sql, other) for other in sorted(others_in(edit)))
    return list(dict.fromkeys([first, *(home.article for home in others if home is not None)]))


def append(doing: Doing, edit: Edit, article: int) -> int:
    """Log an edit; the number of its entry."""
    return _log(doing, edit.subject, article, edit.field, edit.before, edit.after, dict(edit.extra) or None)


def touch(doing: Doing, edit: Edit) -> None:
    """What an edit is about has another version now."""
    for subject in {edit.subject, *others_in(edit)}:
        events.touch(doing.sql, subject, doing.tick)
        articles.touch(doing.sql, subject, doing.tick)


def told(field: str, before: Any, after: Any) -> str:  # noqa: ANN401 - JSON values
    """A change in words: ``title from 'A' to 'B'``."""
    return f"{field} from {_short(before)} to {_short(after)}"


def _short(value: Any) -> str:  # noqa: ANN401 - a JSON value
    if isinstance(value, dict):
        value = value.get("text") or (value.get("event") or {}).get("title") or value.get("bounds") or "what it was"
    if value is None or value == []:
        return "nothing"
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return repr(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")


def _log(
    doing: Doing,
    subject: str,
    article: int,
    field: str,
    before: Any,  # noqa: ANN401 - a JSON value
    after: Any,  # noqa: ANN401 - a JSON value
    more: dict[str, Any] | None = None,
) -> int:
    told_ = [held.written(value) for value in (before, after, more)]
    return log.append(doing.sql, doing.step, doing.at, doing.by, subject, article, field, *told_)


def _number(sql: Connection, subject: str) -> int:
    home = events.home(sql, subject)
    if home is not None:
        return home.article
    row = articles.by_id(sql, subject)
    if row is None:
        raise LibraryError(f"there is no event or article {subject!r} in this library")
    return row.number


def _is_there(sql: Connection, part: Timeline) -> bool:
    return _known(sql, part.articles[0].text)


def _insert(doing: Doing, part: Timeline, file: str | None, reader: str) -> None:
    """One article with what was read in it."""
    [article] = part.articles
    row = articles.by_id(doing.sql, article.id)
    if row is None:
        digest = slices.digest(article.text)
        number = articles.insert(doing.sql, slices.article_row(article), article.text, digest, file)
    else:
        number = row.number
        articles.set_file(doing.sql, number, file)
    reading = articles.add_reading(doing.sql, number, reader, doing.at, slices.pack(part), None)
    _log(doing, article.id, number, ARTICLE, None, {"reading": reading})
    put(doing, number, {"reading": reading})
