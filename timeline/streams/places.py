"""Where articles come from and rows go: a path of this machine, or any address that fsspec knows."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import fsspec
from fsspec.core import url_to_fs

from timeline.errors import ArticleError, ExportError, InstallationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_WEB = ("http", "https")
_WILD = frozenset("*?[")


def check(address: str) -> None:
    """
    That an address can be asked at all.

    Raises:
        ArticleError: it is of a kind that is not known, or a page of the web.
        InstallationError: what reads this kind is not installed.
    """
    _system(address)


def found(address: str) -> list[str]:
    """
    The files that an address means, in the order of their names: itself, those that match it, those in the folder.

    Raises:
        ArticleError: there is none.
    """
    files, path = _system(address)
    try:
        if _WILD & set(path) and not files.exists(path):
            names = [one for one in files.glob(path) if files.isfile(one)]
        elif files.isdir(path):
            names = [name for name in files.find(path) if _is_shown(str(name)[len(path) :])]
        else:
            return [_full(files, path)] if files.exists(path) else _nothing(address)
    except OSError as fault:
        raise ArticleError(f"{address} cannot be read: {fault.strerror or fault}") from fault
    return [_full(files, name) for name in sorted(names)] or _nothing(address)


def size(address: str) -> int:
    """How many bytes a file has; ArticleError where it cannot be asked."""
    files, path = _system(address)
    try:
        return int(files.size(path) or 0)
    except OSError as fault:
        raise ArticleError(f"{address} cannot be read: {fault.strerror or fault}") from fault


def opened(address: str, compression: str | None = None) -> BinaryIO:
    """A file to read bytes from; ArticleError where it cannot be opened."""
    _, path = _system(address)
    try:
        stream: BinaryIO = fsspec.open(address if "://" in address else path, "rb", compression=compression).open()
    except OSError as fault:
        raise ArticleError(f"{address} cannot be read: {fault.strerror or fault}") from fault
    return stream


def name_of(address: str) -> str:
    """The last part of an address."""
    return PurePosixPath(address).name


class Folder:
    """
    A folder that files are written into whole: beside, under a name that begins with a dot, and then renamed.

    Raises:
        ExportError: it cannot be made or written.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._files, self._path = _system(address)

    def make(self) -> None:
        """Make it, where it is not there; what was half written by a run that was ended is cleared away."""
        try:
            self._files.makedirs(self._path, exist_ok=True)
            for name in self.names():
                if name.startswith(".") and name.endswith(".part"):
                    self._files.rm(self._place(name))
        except OSError as fault:
            raise self._refused(fault) from fault

    def names(self) -> set[str]:
        """The names of the files in it."""
        self._files.invalidate_cache(self._path)
        return {name_of(str(one)) for one in self._files.ls(self._path, detail=False)}

    def read(self, name: str) -> bytes:
        """All of a file."""
        return bytes(self._files.cat_file(self._place(name)))

    def write(self, name: str, data: bytes) -> None:
        """A file, whole or not at all; two that write the same at once leave one of them."""
        beside = self._place(f".{name}.{uuid4().hex}.part")
        try:
            with self._files.open(beside, "wb") as file:
                file.write(data)
                _flush(file)
            self._files.mv(beside, self._place(name))
        except OSError as fault:
            raise self._refused(fault) from fault

    def _place(self, name: str) -> str:
        return f"{self._path.rstrip('/')}/{name}"

    def _refused(self, fault: OSError) -> ExportError:
        return ExportError(f"{self.address} cannot be written: {fault.strerror or fault}; choose another folder")


def _system(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    kind = address.partition("://")[0] if "://" in address else "file"
    if kind in _WEB:
        raise ArticleError(f"{address} is a page of the web, and these are read from files: save it, and give its file")
    try:
        files, path = url_to_fs(address if "://" in address else os.path.abspath(address))  # noqa: PTH100 - no links followed
    except ImportError as fault:
        raise InstallationError(f"{address} needs what reads {kind}://: {fault}") from fault
    except ValueError as fault:
        raise ArticleError(f"{address} begins with {kind}://, which is not known: give a path") from fault
    return files, path


def _full(files: Any, path: str) -> str:  # noqa: ANN401 - fsspec has no types
    """A path of this machine as it is, any other with what its address begins with."""
    return path if "file" in files.protocol else str(files.unstrip_protocol(path))


def _is_shown(path: str) -> bool:
    return not any(part.startswith((".", "~$")) for part in path.split("/"))


def _nothing(address: str) -> list[str]:
    raise ArticleError(f"{address} does not exist or holds nothing: name files, folders, or a pattern as news/*.txt")


def _flush(file: Any) -> None:  # noqa: ANN401 - see above
    """To the disk, where the file is one of this machine's."""
    file.flush()
    try:
        os.fsync(file.fileno())
    except (AttributeError, OSError, ValueError):
        return


def lines(file: BinaryIO, first: int, end: int | None) -> Iterator[tuple[int, bytes]]:
    """
    The lines of a file that begin at byte *first* or later and before *end*, each with the byte it begins at.

    Neighbouring stretches have every line between them once.
    """
    place = first
    if first:
        file.seek(first - 1)
        place = first - 1 + len(file.readline())
    while end is None or place < end:
        line = file.readline()
        if not line:
            return
        yield place, line
        place += len(line)
