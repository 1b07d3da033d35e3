"""What the library's commands do and print."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.cli.gather import Progress, clock, date, expanded
from timeline.cli.table import WIDTH, printable, write_json
from timeline.errors import LibraryError, TimelineError
from timeline.formats.files import standard_output
from timeline.workspace.adding import place_of
from timeline.workspace.opening import default_library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from timeline.cli.options import Reading
    from timeline.library.rows import Entry, Listed
    from timeline.library.search import Hit
    from timeline.model.timeline import Edit
    from timeline.workspace.adding import Added, Job
    from timeline.workspace.library import Library
    from timeline.workspace.lines import Lines

STOPPED = 130  # what a shell expects of a program that Ctrl-C has ended
_IMPORT = "article"


def opened(path: Path | None, *, write: bool = True, by: str | None = None) -> Library:
    """The library; where it is only looked at it must be there."""
    place = default_library() if path is None else path
    if not write and not place.exists():
        raise LibraryError(f"there is no library {place} yet: `timeline library add FILE` makes it")
    return open_library(place, clock=clock, by=by)


def add(library: Library, files: Sequence[str], reading: Reading, processes: int, *, again: bool = False) -> int:
    """Read files into the library; the exit code: 0 all are in, 1 a fault of ours, 2 a file that could not be read."""
    from timeline.workspace import lines
    from timeline.workspace.adding import Job, add_all

    published = None if reading.published is None else date(reading.published, "--published")
    landmarks = False if reading.no_landmarks else reading.landmarks or True
    how = Job("", published, landmarks, reading.model, reading.allow_network, reading.date_order)
    sources = lines.grouped(expanded(files))
    total = sum(lines.count(one) if isinstance(one, lines.Lines) else 1 for one in sources)
    tell = Progress(quiet=reading.quiet)
    faults = ours = articles = events = 0
    with tell:
        try:
            for number, one in enumerate(add_all(library, _jobs(sources, how), processes, again=again), 1):
                tell.done(f"{number} of {total}: {printable(one.file)}: {_outcome(one)}")
                for note in one.notes:
                    tell.note(one.file, note)
                articles, events = articles + one.articles, events + one.events
                faults, ours = faults + (one.fault is not None), ours + one.ours
        except KeyboardInterrupt:
            tell.done(f"stopped; {_count(articles, 'article')} with {_count(events, 'event')} were added and are kept")
            return STOPPED
    unread = f", {_count(faults, 'file')} could not be read" if faults else ""
    tell.done(f"{_count(articles, 'article')} with {_count(events, 'event')} added{unread}")
    return 1 if ours else 2 if faults else 0


def _jobs(sources: Iterable[str | Lines], how: Job) -> Iterator[Job]:
    """A job for each file, and for each line of a file of lines, as they are asked for."""
    from timeline.workspace import lines

    for one in sources:
        if isinstance(one, str):
            yield replace(how, file=one)
            continue
        for record in lines.articles(one):
            yield replace(how, file=record.place, article=record.article, fault=record.fault)


def _outcome(one: Added) -> str:
    if one.fault is not None:
        return printable(one.fault)
    return one.returned or (_count(one.events, "event") if one.articles else "is in the library already")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def article_id(library: Library, name: str) -> str:
    """The article that a user means by its id, its file or its title; TimelineError where that is none or several."""
    listed = library.listed()
    found = {one.id for one in listed if name == one.id}
    found = found or {one.id for one in listed if name in (one.source, one.title) or place_of(name) == one.file}
    if len(found) == 1:
        return found.pop()
    if not found:
        raise TimelineError(f"there is no article {name!r} in {library.path}: `timeline library list` lists them")
    raise TimelineError(f"{name!r} names {len(found)} articles: name one by its id, as `timeline library list` has it")


def check(path: Path | None, *, mend: bool) -> int:
    """Tell what is damaged; the exit code. What cannot be mended is read into a new file, as far as it can be read."""
    place = default_library() if path is None else path
    problems, aside = _problems(place, mend=mend)
    for problem in problems:
        sys.stdout.write(f"{printable(problem)}\n")
    if not problems:
        sys.stderr.write(f"timeline: {place} is whole\n")
    elif mend:
        from timeline.workspace.salvaging import salvage

        sys.stderr.write(f"timeline: {printable(str(salvage(place, aside)))}\n")
    return 2 if problems else 0


def _problems(place: Path, *, mend: bool) -> tuple[list[str], Path | None]:
    """What is damaged, after the indexes were built again where that was asked for; the file as it was before that."""
    from timeline.library.backup import put_aside
    from timeline.library.faults import tells_damage
    from timeline.library.opening import says_library

    aside = None
    try:
        with opened(place, write=mend) as library:
            problems = library.check()
            if mend and problems:
                aside = put_aside(library.path)
                library.store.mend()
                sys.stderr.write(f"timeline: the indexes are built again; the file as it was is {aside}\n")
                problems = library.check()
    except LibraryError as fault:
        if not (mend and tells_damage(fault) and says_library(place)):
            raise
        return [str(fault)], aside
    return problems, aside


def say_step(edits: Sequence[Edit], what: str, nothing: str) -> None:
    """One sentence about a step that was taken back or done again."""
    if not edits:
        sys.stderr.write(f"timeline: {nothing}\n")
        return
    words = _told(edits[0]) if len(edits) == 1 else f"{_told(edits[0])} and {len(edits) - 1} more"
    sys.stderr.write(f"timeline: {what}: {printable(words)}\n")


def show_articles(library: Library, *, machine: bool = False) -> None:
    """The articles: a table in a terminal, uncut lines with tabs elsewhere; or as JSON."""
    rows = library.listed()
    if machine:
        write_json([_days_together(one._asdict()) for one in rows])
        return
    cells = [
        (
            one.id,
            _day(one),
            str(one.events),
            str(one.characters),
            one.title or "",
            one.source or "",
            one.file or "",
            one.added,
        )
        for one in rows
    ]
    _print(("Id", "Published", "Events", "Characters", "Title", "Source", "File", "Added"), cells)


def show_hits(hits: Iterable[Hit], *, machine: bool = False) -> None:
    """Where the words stand."""
    if machine:
        write_json([_found(hit) for hit in hits])
        return
    cells = [(hit.event or hit.article, hit.said, hit.title, hit.passage, hit.heading) for hit in hits]
    _print(("Id", "When", "Event", "Words", "Article"), cells)


def show_entries(entries: Iterable[Entry], *, machine: bool = False) -> None:
    """What was done."""
    from timeline.workspace.held import edit_of

    if machine:
        write_json([_done(one, edit_of(one)) for one in entries])
        return
    cells = [
        (
            str(one.number),
            one.at,
            one.by or "",
            one.subject,
            _told(edit_of(one)),
            "" if one.state == "done" else one.state,
        )
        for one in entries
    ]
    _print(("No.", "When", "By", "On", "What", ""), cells)


def _days_together(data: dict[str, Any]) -> dict[str, Any]:
    """An article with its publication day as a saved timeline has it."""
    days = {end: data.pop(end) for end in ("earliest", "latest")}
    return {**data, "published": days}


def _found(hit: Hit) -> dict[str, Any]:
    """A place by the names that rows of events have."""
    names = {"heading": "article_title", "title": "event_title", "said": "when"}
    return {names.get(field, field): value or None for field, value in hit._asdict().items()} | {"at": hit.at}


def _done(one: Entry, edit: Edit) -> dict[str, Any]:
    """An entry for machines; of an article `says` tells all: what was read of it stays within the file."""
    values = {} if edit.field == _IMPORT else {"from": edit.before, "to": edit.after}
    named = {"number": one.number, "step": one.step, "at": one.at, "by": one.by, "on": one.subject, "field": one.field}
    return {**named, **values, "says": _told(edit), "state": one.state}


def _told(edit: Edit) -> str:
    from timeline.workspace.putting import told

    if edit.field == _IMPORT:
        if edit.before is not None and edit.after is not None:
            return f"read again: {edit.subject}"
        return f"added: {edit.subject}" if edit.after is not None else f"removed: {edit.subject}"
    return told(edit.field, edit.before, edit.after)


def _day(one: Listed) -> str:
    if one.earliest == one.latest:
        return one.earliest or ""
    return f"{one.earliest or ''}..{one.latest or ''}"


def _print(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    with standard_output():
        if not sys.stdout.isatty():
            for row in cells:
                sys.stdout.write("\t".join(printable(cell) for cell in row) + "\n")
        else:
            _table(headings, cells)
        sys.stdout.flush()


def _table(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in cells:
        table.add_row(*(Text(printable(cell)) for cell in row))
    console = Console(highlight=False)
    console.width = max(console.width, WIDTH // 2)
    console.print(table)
