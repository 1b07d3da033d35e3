"""Articles one by one: from a file, or from the lines of a stretch of one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from timeline.articles import reading
from timeline.errors import ArticleError, TimelineError
from timeline.streams import places
from timeline.workspace import lines
from timeline.workspace.addresses import opened, unreadable
from timeline.workspace.lines import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.chrono.bounds import Range
    from timeline.streams.parts import Piece

_MOST = 64 * 1000 * 1000
"""Bytes that are taken of a file: more than an article may have, so that one that is too large is told."""


def records(piece: Piece, published: Range | None) -> Iterator[Record]:
    """Every article of a piece; a fault of one is told in its place, and one of the whole file once."""
    try:
        if not piece.lines:
            yield _of_file(piece, published)
            return
        _check_size(piece)
        file = lines.unpacked(piece.address)
    except TimelineError as fault:
        yield Record(f"{piece.address}@{piece.first}" if piece.lines else piece.address, fault=str(fault))
        return
    with file:
        yield from lines.records(piece.address, lines.all_lines(file, piece.first, piece.end), published)


def _of_file(piece: Piece, published: Range | None) -> Record:
    try:
        with opened(piece.address) as file:
            stream = io.BytesIO(file.read(_MOST))
    except OSError as fault:
        raise unreadable(piece.address, fault) from fault
    stream.name = name = places.name_of(piece.address)  # as a file has it: its end tells its kind
    try:
        return Record(piece.address, article=reading.read(stream, published))
    except TimelineError as fault:
        why = str(fault)
        raise ArticleError(piece.address + why.removeprefix(name) if why.startswith(name) else why) from fault


def _check_size(piece: Piece) -> None:
    """ArticleError where a file has lost lines since it was cut into parts; one that has grown is read as it was."""
    now = places.size(piece.address)
    if now < piece.size:
        raise ArticleError(
            f"{piece.address} has changed since the run began ({piece.size:,} bytes, now {now:,}): "
            "choose another folder for the results"
        )
