"""`timeline index`: from files of events, however large, to one file that the page and the pictures draw from."""

from __future__ import annotations

import sys
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from timeline.cli.table import printable
from timeline.errors import SavedTimelineError, TimelineError
from timeline.formats import json
from timeline.formats.lines import event_of, object_of
from timeline.library.index import Index, Line
from timeline.workspace import is_saved, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline.model.article import Article
    from timeline.model.timeline import Timeline

LINES = (".jsonl", ".ndjson")
"""Suffixes of files with an event a line."""
LONGEST = 10_000_000
"""Bytes of a line, at most."""
_OFTEN = 1000
"""Lines after which the progress is told."""


def index_files(files: Sequence[str], out: str, title: str | None, *, quiet: bool) -> None:
    """
    The index of all events of these files, called *title*, else as the first of them is.

    Raises:
        TimelineError: a file or a line of one is at fault, or the place cannot be written; nothing is left there.
    """
    for file in files:
        if not is_lines(file) and not is_saved(file):
            raise TimelineError(
                f"{file} is neither a saved timeline (.json) nor a file with an event a line (.jsonl): "
                f"save an article's timeline first, with `timeline export {file} -o saved.json`"
            )
    with Told(files, quiet=quiet) as told:
        stream = Stream(told.read)
        items = chain.from_iterable(map(stream.items, files))
        first = list(islice(items, 1))
        title = title or stream.title or Path(files[0]).stem
        with Index.build(out, chain(first, items), title=title, progress=told.stage) as index:
            total = index.total + index.unknown(0)[1]
    if not quiet:
        for note in (*stream.notes, f"{total:,} events in {out}"):
            sys.stderr.write(f"timeline: {printable(note)}\n")


def is_lines(file: str) -> bool:
    """A file with an event a line, by its suffix; standard input is one."""
    return file == "-" or Path(file).suffix.lower() in LINES


class Stream:
    """The events of files, one after the other; `title` is what the first file says it is called."""

    def __init__(self, read: Callable[[str, int], None]) -> None:
        self.title: str | None = None
        self.notes: list[str] = []
        self._read = read
        self._articles: set[str] = set()

    def items(self, file: str) -> Iterator[Article | Line]:
        """The articles and events of a file; SavedTimelineError where it is damaged."""
        if not is_lines(file):
            yield from self._timeline(file, load(file).timeline)
        elif file == "-":
            yield from self._lines("standard input", sys.stdin.buffer)
        else:
            try:
                with Path(file).open("rb") as lines:
                    yield from self._lines(file, lines)
            except OSError as fault:
                raise SavedTimelineError(f"{file} cannot be read: {fault.strerror or fault}") from fault

    def _timeline(self, file: str, timeline: Timeline) -> Iterator[Article | Line]:
        """The events of a timeline; those of an article that is there already are left out, as with other commands."""
        self.title = self.title or timeline.title
        twice = {article.id for article in timeline.articles if article.id in self._articles}
        for article in timeline.articles:
            if article.id not in twice:
                self._articles.add(article.id)
                yield article
        for number, event in enumerate(timeline.events):
            if event.article not in twice:
                yield Line(event, None, f"{file}, events[{number}]")
            if number % _OFTEN == 0:
                self._read(file, 0)
        if twice:
            self.notes.append(f"note: {file}: left out what was there already: {', '.join(sorted(twice))}")

    def _lines(self, file: str, lines: IO[bytes]) -> Iterator[Article | Line]:
        """An event a line; the first line may be a saved timeline without events, for title and articles."""
        articles: tuple[str, ...] = (Path(file).stem,)
        number = size = 0
        while raw := lines.readline(LONGEST + 1):
            number += 1
            size += len(raw)
            if number % _OFTEN == 0:
                self._read(file, size)
                size = 0
            text = _text(raw, file, number)
            if not text:
                continue
            data = object_of(text, file, number)
            if "version" in data and "id" not in data:
                timeline = _head(data, file, number)
                articles = tuple(article.id for article in timeline.articles) or articles
                yield from self._timeline(file, timeline)
                continue
            if "text" in data and "bounds" not in data:
                raise SavedTimelineError(
                    f"{file} has an article a line, not an event: `timeline library add {file}` keeps them, "
                    f"`timeline extract {file} -o FOLDER` reads very many"
                )
            if "article" not in data:
                if len(articles) != 1:
                    raise SavedTimelineError(f"{file} is damaged at line {number}: it names no article, of several")
                data["article"], text = articles[0], ""
            yield Line(event_of(data, file, number), text or None, f"{file}, line {number}")
        self._read(file, size)


def _text(raw: bytes, file: str, number: int) -> str:
    """A line as text; SavedTimelineError where it is none."""
    if len(raw) > LONGEST:
        raise SavedTimelineError(f"{file} is damaged at line {number}: it is longer than {LONGEST:,} bytes")
    try:
        return raw.decode("utf-8").removeprefix("\ufeff").strip()
    except UnicodeDecodeError as fault:
        raise SavedTimelineError(f"{file} is damaged at line {number}: it is not UTF-8 text") from fault


def _head(data: dict[str, Any], file: str, number: int) -> Timeline:
    """What stands above the events: title and articles."""
    return json.read(json.dumped({"events": [], **data}), f"{file}, line {number},")


class Told:
    """What is being done, on standard error: a bar in a terminal; nothing where it is to be quiet."""

    def __init__(self, files: Sequence[str], *, quiet: bool) -> None:
        sizes = [Path(file).stat().st_size for file in files if is_lines(file) and Path(file).is_file()]
        console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("timeline: {task.description}"),
            BarColumn(),
            TextColumn("{task.fields[count]:,} events"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task = self._bar.add_task("reading", total=sum(sizes) or None, count=0)

    def read(self, file: str, size: int) -> None:
        """So many bytes of a file more were read."""
        self._bar.update(self._task, description=f"reading {printable(file)}", advance=size)

    def stage(self, what: str, count: int) -> None:
        """What the index itself is doing, with so many events."""
        self._bar.update(self._task, count=count)
        if what != "reading":
            self._bar.update(self._task, description=what, total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self._bar.stop()
