"""From files and options to one chronicle, and what is worth saying about it on the way."""

from __future__ import annotations

import glob
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import timeline.workspace as work
from timeline.articles.folder import MOST
from timeline.chrono.bounds import Range
from timeline.cli.arriving import bring_in, sorted_out
from timeline.cli.table import printable
from timeline.errors import ArticleError, DateError, TimelineError
from timeline.model.timeline import Timeline
from timeline.phrases.dates import read_date
from timeline.workspace import lines
from timeline.workspace.lines import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from timeline.cli.options import Reading
    from timeline.model.article import Article
    from timeline.workspace import Chronicle


def clock() -> str:
    """The time that stamps an edit, ISO 8601 in UTC: the one place where the world's clock comes in."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def gather(files: Iterable[str], reading: Reading) -> Chronicle:
    """
    One chronicle from articles and saved timelines, in the order given.

    Saved timelines alone are opened without any language processing.

    Raises:
        TimelineError: a file or an option that is at fault, told before any long work begins where that can be.
    """
    named = list(dict.fromkeys(files))
    files = expanded(named)
    published = None if reading.published is None else date(reading.published, "--published")
    tell = Progress(quiet=reading.quiet)
    saved, tables, unread = sorted_out(files, named, tell)
    rest = (file for file in files if file not in {*saved, *tables, *unread})
    articles = _articles(rest, named, reading, published, tell)
    if not (saved or tables or articles) and unread:
        raise next(iter(unread.values()))
    files = [file for file in files if file in saved or file in articles]
    if articles:
        landmarks = False if reading.no_landmarks else reading.landmarks or True
        chronicle = work.extract([], landmarks, model=reading.model, progress=tell.stage, clock=clock)
        with tell:
            for file in files:
                if file in saved:
                    chronicle.include(saved[file].timeline)
                    continue
                for name, article in articles.get(file, {}).items():
                    tell.file(name)
                    chronicle.add(article)
                    tell.notes(article, chronicle)
    else:
        chronicle = saved[files[0]] if files else work.Chronicle(Timeline(), clock=clock)
        for file in files[1:]:
            chronicle.include(saved[file].timeline)
    bring_in(chronicle, tables, reading.date_order, tell, alone=not files)
    if reading.published is not None:
        for other in saved.values():
            for article in other.articles:
                chronicle.set_published(reading.published, article.id)
    for name in reading.reject_landmark:
        _reject(chronicle, name)
    return chronicle


def expanded(files: Iterable[str]) -> list[str]:
    """
    The files named, each once: of a folder or a pattern (``news/*.txt``) those that it holds.

    Raises:
        ArticleError: a name is empty, or a folder holds nothing that can be read.
    """
    found: dict[str, None] = {}
    for file in files:
        found |= dict.fromkeys(_inside(file))
    return list(found)


def _inside(file: str) -> list[str]:
    if not file.strip():
        raise ArticleError("the name of a FILE is empty: name a file, or . for all in this folder")
    if file == "-" or "://" in file:
        return [file]
    if Path(file).is_dir():
        return [str(one) for one in work.files(file)]
    matching = [] if os.path.lexists(file) else sorted(glob.glob(file, recursive=True))  # noqa: PTH207 - of any folder
    return expanded(matching) if matching else [file]


def date(text: str, option: str) -> Range:
    """The days a date names, as the user wrote it; DateError names the option."""
    try:
        bounds, _ = read_date(text, None)
    except DateError as fault:
        raise DateError(f"{option}: {fault}") from fault
    if bounds.window.open:
        raise DateError(f"{option}: {text!r} names no day: write it as 2025-08-20")
    return bounds.window


class Progress:
    """What is being done, on standard error: one line that changes in a terminal, one line a file elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._terminal = sys.stderr.isatty()
        self._file = ""

    def file(self, name: str) -> None:
        """Another file is begun."""
        self._file = "standard input" if name == "-" else printable(name)
        if not self._terminal:
            self._write(f"timeline: reading {self._file}\n")

    def stage(self, name: str) -> None:
        """Another stage is begun."""
        if self._terminal:
            self._write(f"\r\033[2Ktimeline: {self._file}: {name} …")

    def notes(self, article: Article, chronicle: Chronicle) -> None:
        """What a reader should know of an article that was read; it goes on all the same."""
        for note in work.notes(article, chronicle.events):
            self._clear()
            self._write(f"timeline: note: {self._file}: {printable(note)}\n")

    def note(self, file: str, note: str) -> None:
        """What a reader should know of a file that was read by somebody else."""
        self._clear()
        self._write(f"timeline: note: {printable(file)}: {printable(note)}\n")

    def remark(self, note: str) -> None:
        """What a reader should know of a place that the sentence names itself."""
        self._clear()
        self._write(f"timeline: note: {printable(note)}\n")

    @property
    def silent(self) -> bool:
        """Nothing is told."""
        return self._quiet

    def done(self, what: str) -> None:
        """Something is done for good."""
        self._clear()
        self._write(f"timeline: {what}\n")

    def left_out(self, why: str) -> None:
        """A file of a folder that is not read, and why; it goes on all the same."""
        self._clear()
        self._write(f"timeline: left out: {printable(why)}\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self._clear()

    def _clear(self) -> None:
        if self._terminal:
            self._write("\r\033[2K")

    def _write(self, text: str) -> None:
        if not self._quiet:
            sys.stderr.write(text)
            sys.stderr.flush()


def _articles(
    files: Iterable[str], named: Collection[str], reading: Reading, published: Range | None, tell: Progress
) -> dict[str, dict[str, Article]]:
    """
    The articles of each file, by their names: one, or all its lines.

    Of a folder, or of lines, one that cannot be read is told, and the others are.
    """
    found: dict[str, dict[str, Article]] = {}
    fault: TimelineError | None = None
    for record in _records(files, reading):
        if record.article is None:
            fault = ArticleError(record.fault or "")
            if record.place in named:
                raise fault
            tell.left_out(str(fault))
            continue
        article = record.article if published is None else record.article.with_published(published, "user")
        found.setdefault(record.name or record.place, {})[record.place] = article
        if len(found[record.name or record.place]) > MOST:
            raise ArticleError(
                f"{record.name} holds more than the {MOST:,} articles that are read at once: "
                "`timeline extract` reads any number of them into rows of events"
            )
    if fault is not None and not found:
        raise fault
    return found


def _records(files: Iterable[str], reading: Reading) -> Iterator[Record]:
    """What each file holds; `name` is the file that it was named as."""
    for one in lines.grouped(files):
        if isinstance(one, lines.Lines):
            for record in lines.articles(one):
                yield record._replace(name=one.name)
            continue
        try:
            yield Record(one, article=work.read(one, allow_network=reading.allow_network))
        except TimelineError as why:
            yield Record(one, fault=str(why))


def _reject(chronicle: Chronicle, name: str) -> None:
    """Reject a landmark by its own id, or by that of the event it was matched with."""
    if any(event.id == name for event in chronicle.timeline.events):
        chronicle.reject_landmark(name)
    else:
        chronicle.reject_landmark_everywhere(name)
