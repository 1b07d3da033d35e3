"""Where articles come from and rows go: a path of this machine, or any address that fsspec knows."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from timeline.errors import ArticleError, ExportError
from timeline.workspace.addresses import is_local, system, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_WILD = frozenset("*?[")
_LOCKS = find_spec("fcntl") is not None


def check(address: str) -> None:
    """
    That an address can be asked at all.

    Raises:
        ArticleError: it is of a kind that is not known, or a page of the web.
        InstallationError: what reads this kind is not installed.
    """
    system(address)


def found(address: str) -> list[str]:
    """
    The files that an address means, in the order of their names: itself, those that match it, those in the folder.

    Raises:
        ArticleError: there is none.
    """
    files, path = system(address)
    try:
        if _WILD & set(path) and not files.exists(path):
            names = [one for one in files.glob(path) if files.isfile(one)]
        elif files.isdir(path):
            names = [name for name in files.find(path) if _is_shown(str(name)[len(path) :])]
        else:
            return [_full(files, path)] if files.exists(path) else _nothing(address)
    except OSError as fault:
        raise unreadable(address, fault) from fault
    return [_full(files, name) for name in sorted(names)] or _nothing(address)


def size(address: str) -> int:
    """How many bytes a file has; ArticleError where it cannot be asked."""
    files, path = system(address)
    try:
        return int(files.size(path) or 0)
    except OSError as fault:
        raise unreadable(address, fault) from fault


def within(folder: str) -> str:
    """What the addresses of all files in a folder begin with."""
    files, path = system(folder)
    return f"{_full(files, path).rstrip('/')}/"


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
        self._files, self._path = system(address)

    def make(self) -> None:
        """Make it, where it is not there; what was half written by a run that was ended is cleared away."""
        try:
            self._files.makedirs(self._path, exist_ok=True)
            self.clear()
        except OSError as fault:
            raise self._refused(fault) from fault

    def clear(self) -> None:
        """Take away what is half written."""
        for name in self.names():
            if name.startswith(".") and name.endswith(".part"):
                self._files.rm(self._place(name))

    def names(self) -> set[str]:
        """The names of the files in it."""
        self._files.invalidate_cache(self._path)
        return {name_of(str(one)) for one in self._files.ls(self._path, detail=False)}

    def read(self, name: str) -> bytes:
        """All of a file."""
        return bytes(self._files.cat_file(self._place(name)))

    def write(self, name: str, data: bytes) -> None:
        """A file, whole or not at all."""
        with self.writing(name) as file:
            file.write(data)

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A file to be written, there when it is whole; two that write the same at once leave one of them."""
        beside = self._place(f".{name}.{uuid4().hex}.part")
        try:
            with self._files.open(beside, "wb") as file:
                yield file
                _flush(file)
            self._files.mv(beside, self._place(name))
        except BaseException as fault:
            with suppress(OSError):
                self._files.rm(beside)
            if isinstance(fault, OSError):
                raise self._refused(fault) from fault
            raise

    @contextmanager
    def held(self) -> Iterator[None]:
        """
        The folder, for this run alone as far as its file system can tell; it is made where it is not there.

        Raises:
            ExportError: another run holds it.
        """
        try:
            self._files.makedirs(self._path, exist_ok=True)
            handle = os.open(self._path, os.O_RDONLY) if _LOCKS and is_local(self._files) else None
        except OSError as fault:
            raise self._refused(fault) from fault
        try:
            if handle is not None and not _locked(handle):
                raise ExportError(f"another run is writing into {self.address}: let it end, or choose another folder")
            yield
        finally:
            if handle is not None:
                os.close(handle)

    def _place(self, name: str) -> str:
        return f"{self._path.rstrip('/')}/{name}"

    def _refused(self, fault: OSError) -> ExportError:
        return ExportError(f"{self.address} cannot be written: {fault.strerror or fault}; choose another folder")


def _full(files: Any, path: str) -> str:  # noqa: ANN401 - fsspec has no types
    """A path of this machine as it is, any other with what its address begins with."""
    return path if is_local(files) else str(files.unstrip_protocol(path))


def _is_shown(path: str) -> bool:
    return not any(part.startswith((".", "~$")) for part in path.split("/"))


def _nothing(address: str) -> list[str]:
    raise ArticleError(f"{address} does not exist or holds nothing: name files, folders, or a pattern as news/*.txt")


def _locked(handle: int) -> bool:
    """Lock an open folder; what ends the process unlocks it. A file system without locks is taken at its word."""
    import fcntl  # noqa: PLC0415 - not on every system

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _flush(file: Any) -> None:  # noqa: ANN401 - see above
    """To the disk, where the file is one of this machine's."""
    file.flush()
    try:
        os.fsync(file.fileno())
    except (AttributeError, OSError, ValueError):
        return
