"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from timeline.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_OUTPUT = "-"


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """
    Write beside the target and rename: nobody ever sees half a file, and a failure leaves the old one as it was.

    "-" is standard output; a device or pipe is written to directly.

    Raises:
        ExportError: the folder is missing, or the place cannot be written.
    """
    if os.fspath(path) == STANDARD_OUTPUT:
        with standard_output():
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        return
    try:
        check(path)
        target = Path(path).resolve()  # through a link, to the file it names
        if _is_device(path):
            Path(path).write_bytes(data)
        else:
            _replace(target, data)
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise ExportError(f"{path} cannot be written: {why}; choose another place") from fault


@contextmanager
def standard_output() -> Iterator[None]:
    """While standard output is written to: a reader who has seen enough is no fault, a full disk is told as one."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python would complain once more when it ends
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise ExportError(f"standard output cannot be written: {fault.strerror or fault}") from fault


def check(path: str | os.PathLike[str]) -> None:
    """Say before any work is done that a place cannot be written; ExportError names what is in the way."""
    if os.fspath(path) == STANDARD_OUTPUT or _is_device(path):
        return
    try:
        target = Path(path).resolve()
        folder = target.parent
        if target.is_dir():
            raise ExportError(f"{path} is a folder: name a file in it")
        if not folder.exists():
            raise ExportError(f"{path} cannot be written: the folder {folder} does not exist; make it first")
        if not folder.is_dir():
            raise ExportError(f"{path} cannot be written: {folder} is not a folder")
        if not os.access(target if target.exists() else folder, os.W_OK):
            raise ExportError(f"{path} cannot be written: permission denied; choose another place")
    except (OSError, ValueError, RuntimeError) as fault:  # a name too long, with a null character, a loop of links
        raise ExportError(f"{str(path)!r} cannot be written: {fault}; choose another place") from fault


def _is_device(path: str | os.PathLike[str]) -> bool:
    """A pipe or device, which is written to as it is; ``/dev/stdout`` is one, whatever it leads to."""
    place = Path(path)
    try:
        return place.is_relative_to("/dev") or (place.exists() and not place.is_file() and not place.is_dir())
    except (OSError, ValueError):
        return False


def _replace(target: Path, data: bytes) -> None:
    with beside(target) as place:
        place.write_bytes(data)


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty file next to the target to write into: it takes the target's place, or is gone where anything fails."""
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part", delete=False) as file:
        place = Path(file.name)
    try:
        yield place
        with place.open("rb+") as file:
            os.fsync(file.fileno())
        place.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        place.replace(target)
    except BaseException:
        place.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
