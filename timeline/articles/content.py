"""What is in a path, an open file or standard input, and what it is called for people."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from os import PathLike, fspath
from pathlib import Path, PurePath
from typing import IO

from timeline.errors import ArticleError

LIMIT = 10 * 1000 * 1000  # bytes; a long novel has one million
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Content:
    """
    The bytes of a source, or its characters where it was open as text.

    `name` is the source's for people, `place` where it is, as messages tell it; `media` and `charset` are what the
    sender says of them, where it was sent.
    """

    data: bytes | str
    name: str
    place: str
    media: str | None = None
    charset: str | None = None

    @property
    def suffix(self) -> str:
        """The end of its name, ``.pdf``, in small letters; empty where it has none."""
        return PurePath(self.name).suffix.lower()


def content(source: str | PathLike[str] | IO[str] | IO[bytes], limit: int = LIMIT) -> Content:
    """
    All that is in a source.

    Raises:
        ArticleError: it is missing, unreadable, or holds more than *limit* bytes.
    """
    if isinstance(source, str) and source == STANDARD_INPUT:
        return _from_stream(sys.stdin.buffer, "standard input", limit)
    if not isinstance(source, (str, PathLike)):
        return _from_stream(source, _name(source), limit)
    path = Path(fspath(source))
    return Content(_bytes(path, limit), path.name, str(path))


def check_size(found: Content, limit: int) -> None:
    """ArticleError where it is more than *limit* bytes."""
    if len(found.data) > limit:
        raise _too_large(found.place, limit)


def why(fault: Exception) -> str:
    """The system's own reason."""
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault)


def _from_stream(stream: IO[str] | IO[bytes], name: str, limit: int) -> Content:
    try:
        data = stream.read(limit + 1)
    except (OSError, ValueError) as fault:
        raise ArticleError(f"{name} cannot be read ({why(fault)}): give an open file with plain text") from fault
    if len(data) > limit:
        raise _too_large(name, limit)
    return Content(data, name, name)


def _name(stream: IO[str] | IO[bytes]) -> str:
    """A file's own name, where it has one; a pipe has a number."""
    name = getattr(stream, "name", None)
    if isinstance(name, str) and not name.startswith("<"):
        return Path(name).name
    return "the given text" if isinstance(stream, (io.StringIO, io.BytesIO)) else "the given file"


def _bytes(path: Path, limit: int) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder: give the article's file")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as fault:
        raise ArticleError(f"there is no file {path}: check the name and the folder") from fault
    except PermissionError as fault:
        raise ArticleError(f"{path} may not be read: give yourself permission to read it") from fault
    except (OSError, ValueError) as fault:
        raise ArticleError(f"{path} cannot be read ({why(fault)}): give the path of an article's file") from fault
    if len(data) > limit:
        raise _too_large(str(path), limit)
    return data


def _too_large(place: str, limit: int) -> ArticleError:
    return ArticleError(f"{place} is larger than {limit // 1_000_000} MB, the most one article may have: split it")
