"""
Articles that are lines of a file, each a JSON object: read one by one, each with a fault of its own.

A line has a name, ``news.jsonl@48213``: the file, and the byte at which the line begins, in what is packed as it is
unpacked.
"""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.errors import ArticleError, TimelineError
from timeline.model.article import replace_article
from timeline.workspace.records import NAME, article_of, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike
    from typing import BinaryIO

    from timeline.chrono.bounds import Range
    from timeline.model.article import Article

LINES = (".jsonl", ".ndjson")
PACKED = tuple(f"{suffix}.gz" for suffix in LINES)
LONGEST = 64 * 1000 * 1000
"""Bytes of a line, at most: all that an article may have, however its letters are written."""
_NAMED = re.compile(r"(.+\.(?:jsonl|ndjson)(?:\.gz)?)@(\d{1,15})", re.IGNORECASE | re.DOTALL)
_CHUNK = 1 << 20
_EVENT = frozenset(("bounds", "quote"))
_ROW = frozenset(("event", "event_title", "span_start"))


class Record(NamedTuple):
    """One article, or the sentence that says why it cannot be read; `place` is what tells it from all others."""

    place: str
    name: str | None = None
    article: Article | None = None
    fault: str | None = None


class Lines(NamedTuple):
    """A file of lines as somebody named it, and those meant by the bytes they begin at; None: all of them."""

    name: str
    file: str
    places: frozenset[int] | None = None


def is_lines(file: str | PathLike[str]) -> bool:
    """A file with an article a line, by the end of its name."""
    return str(file).lower().endswith((*LINES, *PACKED))


def named(name: str) -> tuple[str, int] | None:
    """
    The file and the byte that the name of a line says; None where it is another name.

    >>> named("news.jsonl@48213"), named("news.jsonl")
    (('news.jsonl', 48213), None)
    """
    found = _NAMED.fullmatch(name)
    return (found[1], int(found[2])) if found else None


def grouped(files: Iterable[str]) -> list[str | Lines]:
    """Files as they were named; lines of one file together, in its order, where the first of them was named."""
    found: dict[str, str | Lines] = {}
    for file in files:
        line = named(file)
        if line is not None:
            before = found.get(line[0])
            if not isinstance(before, Lines):
                found[line[0]] = Lines(file, line[0], frozenset({line[1]}))
            elif before.places is not None:
                found[line[0]] = before._replace(places=before.places | {line[1]})
        elif is_lines(file):
            found[file] = Lines(file, file)
        else:
            found[file] = file
    return list(found.values())


def articles(lines: Lines) -> Iterator[Record]:
    """The articles of a file that is named as one of lines, in its order; a fault of one is told in its place."""
    try:
        file = unpacked(lines.file)
    except TimelineError as fault:
        yield Record(lines.name, fault=str(fault))
        return
    with file:
        found = all_lines(file) if lines.places is None else _at(file, sorted(lines.places))
        for one in records(lines.file, found):
            if one.article is None or one.article.source is not None:
                yield one
            else:
                source = one.name or one.place.replace("\\", "/").rpartition("/")[2]
                yield one._replace(article=replace_article(one.article, source=source))


def article(name: str, published: Range | None = None) -> Article:
    """
    The article that the name of a line means.

    Raises:
        ArticleError: no such line is there, or it holds no article.
    """
    line = named(name)
    if line is None:
        raise ArticleError(
            f"{name} has an article a line: name one of them as {name}@0, by the byte at which its line begins; "
            f"`timeline library add {name}` takes all of them"
        )
    (found,) = articles(Lines(name, line[0], frozenset({line[1]})))
    if found.article is None:
        raise ArticleError(found.fault or "")
    return found.article if published is None else found.article.with_published(published, "user")


def count(lines: Lines) -> int:
    """How many articles will be told of; 1 where the file cannot be read."""
    if lines.places is not None:
        return len(lines.places)
    try:
        with unpacked(lines.file) as file:
            return sum(bool(line.strip()) for _, line in all_lines(file))
    except (OSError, EOFError, zlib.error, TimelineError):
        return 1


def records(
    address: str, found: Iterable[tuple[int, bytes | None]], published: Range | None = None
) -> Iterator[Record]:
    """
    The article of each line that was found at a byte of a file; a fault of one is told in its place.

    None stands for a byte at which no line begins. What holds something else than articles, or cannot be read on, is
    told once, and is the last.
    """
    numbers = _Numbers(address)
    try:
        for at, line in found:
            place = f"{address}@{at}"
            if line is None:
                yield Record(place, fault=f"{place}: no article begins at this byte: name it as `extract` writes it")
                continue
            if line.strip():
                try:
                    yield _record(line, place, at, numbers, published)
                except _OtherLinesError as fault:
                    yield Record(place, fault=f"{address}: {fault}")
                    return
            numbers.seen(at, line)
    except (OSError, EOFError, zlib.error) as fault:  # a packed file that is cut off or damaged
        yield Record(f"{address}@end", fault=f"{address} cannot be read to its end: {fault}")


def unpacked(address: str) -> BinaryIO:
    """What is in a file, unpacked where it is packed; ArticleError where it cannot be opened."""
    from timeline.workspace.addresses import opened

    return opened(address, "gzip" if address.lower().endswith(PACKED) else None)


def all_lines(file: BinaryIO, first: int = 0, end: int | None = None) -> Iterator[tuple[int, bytes]]:
    """
    The lines of a file that begin at byte *first* or later and before *end*, each with the byte it begins at.

    Neighbouring stretches have every line between them once. Of one that is too long, a byte more than may be is given.
    """
    place = first
    if first:
        file.seek(first - 1)
        place = first - 1 + _rest(file, b"")
    while end is None or place < end:
        line = file.readline(LONGEST + 1)
        if not line:
            return
        yield place, line
        place += len(line) + (_rest(file, line) if len(line) > LONGEST else 0)


def _record(line: bytes, place: str, at: int, numbers: _Numbers, published: Range | None) -> Record:
    name = None
    try:
        data = _object(line, first=at == 0)
        name = said(data, NAME)
        return Record(place, name, article_of(data, published))
    except _OtherLinesError:
        raise
    except TimelineError as fault:
        why = str(fault)
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one article is told, and the others go on
        why = f"a fault of ours ({type(fault).__name__}: {fault})"
    return Record(place, name, fault=f"{place.rpartition('@')[0]}, line {numbers.of(at):,}: {why}")


def _at(file: BinaryIO, places: Iterable[int]) -> Iterator[tuple[int, bytes | None]]:
    """The lines that begin at some bytes, None where none does."""
    for place in places:
        begins = True
        if place:
            file.seek(place - 1)
            begins = file.read(1) == b"\n"
        line = file.readline(LONGEST + 1) if begins else b""
        yield place, line if line.strip() else None


def _rest(file: BinaryIO, line: bytes) -> int:
    """Pass over what is left of a line; so many bytes."""
    passed = 0
    while not line.endswith(b"\n"):
        line = file.readline(_CHUNK)
        passed += len(line)
        if not line:
            break
    return passed


class _Numbers:
    """The numbers of a file's lines; for one that does not follow what was seen, the file is read up to it."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._before = 0
        self._counted = 0

    def seen(self, place: int, line: bytes) -> None:
        """A line was read; one that follows what is counted needs no second reading."""
        if place == self._counted and line.endswith(b"\n"):
            self._before += 1
            self._counted += len(line)

    def of(self, place: int) -> int:
        """The number of the line that begins at a byte, from 1."""
        if place == self._counted:
            return self._before + 1
        with unpacked(self._address) as file:
            file.seek(self._counted)
            while self._counted < place:
                read = file.read(min(_CHUNK, place - self._counted))
                if not read:
                    break
                self._before += read.count(b"\n")
                self._counted += len(read)
        return self._before + 1


class _OtherLinesError(ArticleError):
    """The file holds something else than articles."""


def _object(line: bytes, *, first: bool) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise ArticleError(f"it is longer than {LONGEST // 1_000_000} MB, the most a line may have: split it")
    try:
        data = json.loads(line.decode("utf-8-sig" if first else "utf-8"))
    except UnicodeDecodeError as fault:
        raise ArticleError("this is not UTF-8 text") from fault
    except (ValueError, RecursionError) as fault:
        why = f"{fault.msg} at column {fault.colno}" if isinstance(fault, json.JSONDecodeError) else str(fault)
        raise ArticleError(f"this is no JSON ({why})") from fault
    if not isinstance(data, dict):
        raise ArticleError('this is no JSON object: an article is {"text": …, "published": …}')
    if data.keys() >= _ROW:
        raise _OtherLinesError("these are rows that `timeline extract` wrote: give the articles they were read from")
    if data.keys() >= _EVENT or ("version" in data and "articles" in data):
        raise _OtherLinesError(
            "it has an event a line, not an article: `timeline index FILE -o big.timeline` makes of it what opens"
        )
    return data
