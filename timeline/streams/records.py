"""Articles one by one: from a file, or from a line with an article as a JSON object."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.articles import reading
from timeline.errors import ArticleError, TimelineError
from timeline.streams import places
from timeline.streams.parts import PACKED
from timeline.workspace.records import NAME, article_of, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.chrono.bounds import Range
    from timeline.model.article import Article
    from timeline.streams.parts import Piece


class Record(NamedTuple):
    """One article, or the sentence that says why it cannot be read; `place` is what tells it from all others."""

    place: str
    name: str | None = None
    article: Article | None = None
    fault: str | None = None


def records(piece: Piece, published: Range | None) -> Iterator[Record]:
    """Every article of a piece; a fault of one is told in its place."""
    if not piece.lines:
        yield _of_file(piece, published)
        return
    packed = piece.address.lower().endswith(PACKED)
    number = _Numbers(piece)
    with places.opened(piece.address, "gzip" if packed else None) as file:
        try:
            for place, line in places.lines(file, piece.first, piece.end):
                if line.strip():
                    yield _of_line(line, f"{piece.address}@{place}", place, number, published)
        except (OSError, EOFError) as fault:  # a packed file that is cut off
            yield Record(f"{piece.address}@end", fault=f"{piece.address} cannot be read to its end: {fault}")


def _of_file(piece: Piece, published: Range | None) -> Record:
    try:
        with places.opened(piece.address) as file:
            stream = io.BytesIO(file.read())
        stream.name = places.name_of(piece.address)  # as a file has it: its end tells its kind
        return Record(piece.address, article=reading.read(stream, published))
    except TimelineError as fault:
        return Record(piece.address, fault=str(fault))
    except OSError as fault:
        return Record(piece.address, fault=f"{piece.address} cannot be read: {fault.strerror or fault}")


class _Numbers:
    """The numbers of a piece's lines, counted only where one is asked for: the file has to be read up to there."""

    def __init__(self, piece: Piece) -> None:
        self._piece = piece
        self._before = 0
        self._counted = 0

    def of(self, place: int) -> int:
        packed = self._piece.address.lower().endswith(PACKED)
        with places.opened(self._piece.address, "gzip" if packed else None) as file:
            file.seek(self._counted)
            while self._counted < place:
                read = file.read(min(1 << 20, place - self._counted))
                if not read:
                    break
                self._before += read.count(b"\n")
                self._counted += len(read)
        return self._before + 1


def _of_line(line: bytes, place: str, at: int, number: _Numbers, published: Range | None) -> Record:
    name = None
    try:
        data = _object(line)
        name = said(data, NAME)
        return Record(place, name, article_of(data, published))
    except TimelineError as fault:
        address = place.rpartition("@")[0]
        return Record(place, name, fault=f"{address}, line {number.of(at):,}: {fault}")


def _object(line: bytes) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except UnicodeDecodeError as fault:
        raise ArticleError("this is not UTF-8 text") from fault
    except (ValueError, RecursionError) as fault:
        why = f"{fault.msg} at column {fault.colno}" if isinstance(fault, json.JSONDecodeError) else str(fault)
        raise ArticleError(f"this is no JSON ({why})") from fault
    if not isinstance(data, dict):
        raise ArticleError('this is no JSON object: an article is {"text": …, "published": …}')
    return data
