"""Files by their addresses: a path of this machine, or anything else that fsspec knows."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Any

import fsspec
from fsspec.core import url_to_fs

from timeline.errors import ArticleError, InstallationError

if TYPE_CHECKING:
    from typing import BinaryIO

_WEB = ("http://", "https://")
_NO_FILES = (stat.S_ISFIFO, stat.S_ISSOCK, stat.S_ISCHR, stat.S_ISBLK)


def system(address: str) -> tuple[Any, str]:
    """
    The file system of an address, and the path in it.

    Raises:
        ArticleError: it is of a kind that is not known, or a page of the web, or it does not answer.
        InstallationError: what reads this kind is not installed.
    """
    if "://" not in address:  # whatever a name has in it, it is a name
        return fsspec.filesystem("file"), os.path.abspath(address)  # noqa: PTH100 - no links followed
    kind = address.partition("://")[0]
    if any(part.startswith(_WEB) for part in address.split("::")):  # what is unpacked or kept may come from there
        raise ArticleError(f"{address} is a page of the web, and these are read from files: save it, and give its file")
    try:
        files, path = url_to_fs(address)
    except ImportError as fault:
        raise InstallationError(f"{address} needs what reads {kind}://: {fault}") from fault
    except ValueError as fault:
        raise ArticleError(f"{address} begins with {kind}://, which is not known: give a path") from fault
    except OSError as fault:  # some ask for the place at once
        raise unreadable(address, fault) from fault
    return files, path


def opened(address: str, compression: str | None = None) -> BinaryIO:
    """A file to read bytes from; ArticleError where it cannot be opened, or is one that never ends."""
    files, path = system(address)
    try:
        if is_local(files):
            check_ends(path)
        stream: BinaryIO = files.open(path, "rb", compression=compression)
    except OSError as fault:
        raise unreadable(address, fault) from fault
    return stream


def is_local(files: Any) -> bool:  # noqa: ANN401 - fsspec has no types
    """The file system is this machine's."""
    return "file" in files.protocol


def check_ends(path: str) -> None:
    """ArticleError where a path of this machine is a pipe, a socket or a device, for which one could wait for ever."""
    mode = os.stat(path).st_mode  # noqa: PTH116 - a path of fsspec
    if any(is_one(mode) for is_one in _NO_FILES):
        raise ArticleError(f"{path} is a pipe or a device, not a file: save what comes from it, and give that file")


def unreadable(address: str, fault: Exception) -> ArticleError:
    """What is said of an address that the system refuses."""
    return ArticleError(f"{address} cannot be read: {getattr(fault, 'strerror', None) or fault}")
