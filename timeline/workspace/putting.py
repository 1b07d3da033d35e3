"""What the verbs of a library do to its file, within one change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import LibraryError
from timeline.formats._events import write_event
from timeline.library import articles, events, log
from timeline.model.timeline import Edit, Timeline
from timeline.workspace import edits, held, slices
from timeline.workspace.grouping import alone
from timeline.workspace.held import ARTICLE
from timeline.workspace.joining import OWN, others_in
from timeline.workspace.reattaching import reattach
from timeline.workspace.renaming import rename, rename_edit
from timeline.workspace.saying import Change

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
    edit = edits.with_written(found.timeline, edit)
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
        after = held.value(entry.after)
        put(doing, entry.article, after)
        if after and after.get("ties"):
            articles.tie(doing.sql, entry.number, [entry.article, *after["ties"]])
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
        events.touch_all(doing.sql, number, doing.tick)


def include(doing: Doing, other: Timeline, *, file: str | None, reader: str) -> list[str]:
    """
    Put the articles of a timeline in that are not there yet, then make its edits, by the steps they were made in.

    Returns:
        the ids of the articles that are new.
    """
    other = alone(other)
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
    step: Doing | None = None
    for edit in (*by_hand, *(rename_edit(one, articles_, events_) for one in other.edits)):
        added = edit.field == "event" and edit.after is not None and edit.after["event"]["article"] in {*here, OWN.id}
        if edit.subject in here or (added and events.home(doing.sql, edit.subject) is None):
            here |= {edit.subject, *others_in(edit)}
            step = step if step and edit.extra.get(edits.TOGETHER) else held.next_step(doing, edit)
            make(step, edit)
        else:
            step = None
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
        earlier = [] if row.present else held.edits_of(log.of_articles(doing.sql, [row.number]))
        if earlier:  # what was taken out stays out
            packed = slices.pack(Timeline(articles=(OWN,)))
            reading = articles.add_reading(doing.sql, row.number, _BY_HAND, doing.at, packed, None)
            after = {"reading": reading, "dropped": [number for number, _ in earlier]}
            _log(doing, OWN.id, row.number, ARTICLE, None, after)
            put(doing, row.number, after)
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
        home = events.home(doing.sql, subject)
        if home is not None:  # also where nothing in the article is another: its log is
            doing.written.add(home.article)


def told(field: str, before: Any, after: Any) -> str:  # noqa: ANN401 - JSON values
    """A change in words: ``title from 'A' to 'B'``."""
    return f"{field} from {short(before)} to {short(after)}"


def short(value: Any) -> str:  # noqa: ANN401 - a JSON value
    """A value of an edit in a few words."""
    if isinstance(value, dict):
        value = value.get("text") or (value.get("event") or {}).get("title") or value.get("bounds") or "what it was"
    if value is None or value == []:
        return "nothing"
    if isinstance(value, list):
        value = ", ".join(" and ".join(one) if isinstance(one, list) else str(one) for one in value)
    words = str(value)
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
    """One article with what was read in it; the edits of one that was taken out come back with it."""
    [article] = part.articles
    row = articles.by_id(doing.sql, article.id)
    if row is not None and held.edits_of(log.of_articles(doing.sql, held.lineage(doing.sql, [row]))):
        read_again(doing, row, part, file, reader)
        return
    number = _row_of(doing, part, file)
    reading = articles.add_reading(doing.sql, number, reader, doing.at, slices.pack(part), None)
    _log(doing, article.id, number, ARTICLE, None, {"reading": reading})
    put(doing, number, {"reading": reading})


def _row_of(doing: Doing, part: Timeline, file: str | None) -> int:
    """The number of an article's row, which is made where there is none."""
    [article] = part.articles
    row = articles.by_id(doing.sql, article.id)
    if row is None:
        digest = slices.digest(article.text)
        return articles.insert(doing.sql, slices.article_row(article), article.text, digest, file)
    articles.set_file(doing.sql, row.number, file)
    return row.number


def read_again(doing: Doing, row: ArticleRow, part: Timeline, file: str | None, reader: str) -> list[int]:
    """
    Put another reading of an article in its place, of its own text or of one that takes its place, with its edits.

    Returns:
        the numbers of the edits that could not be attached.
    """
    sql = doing.sql
    [article] = part.articles
    group = doing.load([row.number]) if row.present else None
    rows = group.rows if group else (row,)
    made = group.edits if group else held.edits_of(log.of_articles(sql, held.lineage(sql, [row])))
    old = {one.number: held.part(sql, one, machine=True) for one in rows}
    was = old[row.number].articles[0]
    new = slices.joined(part if one == row.number else old[one] for one in old)
    found = reattach(slices.joined(old.values()), new, made, was, article)
    number = _row_of(doing, part, file)
    others = [one for one in rows if one.number != row.number]
    if number != row.number:
        articles.set_former(sql, number, row.number)
        take_out(doing, row)
    parts_ = slices.parts(found.timeline)
    after: dict[str, Any] = {
        "reading": _reading(doing, number, reader, slices.pack(part), parts_[article.id], found.timeline),
        "edits": {str(one): changes for one, changes in found.changed.items()},
        "orphaned": found.orphaned,
        "ties": [one.number for one in others],
    }
    before = {"reading": row.reading} if row.present and number == row.number else None
    entry = _log(doing, article.id, number, ARTICLE, before, after)
    if others:
        articles.tie(sql, entry, [number, *after["ties"]])
    put(doing, number, after)
    for one in others:
        machine, _ = articles.reading(sql, one.reading or 0)
        beside = {"reading": _reading(doing, one.number, reader, machine, parts_[one.id], found.timeline)}
        _log(doing, one.id, one.number, ARTICLE, {"reading": one.reading}, beside)
        put(doing, one.number, beside)
    return found.orphaned


def _reading(doing: Doing, number: int, reader: str, machine: bytes, now: Timeline, whole: Timeline) -> int:
    packed = slices.pack(now) if whole.edits else None
    return articles.add_reading(doing.sql, number, reader, doing.at, machine, packed)
