"""What SQLite says went wrong, as one sentence about the library."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAYS = {
    "BUSY": "is in use: another program is writing to it and has not finished; wait until it has, then try again",
    "LOCKED": "is in use: another program is writing to it and has not finished; wait until it has, then try again",
    "FULL": "cannot grow: the disk is full; make room, nothing was changed",
    "READONLY": "can only be read: copy it to a place where you may write",
    "PERM": "cannot be opened: permission denied",
    "AUTH": "cannot be opened: permission denied",
    "CANTOPEN": "cannot be opened: the file or its folder is missing, or may not be read",
    "IOERR": "cannot be read or written: the disk reports a fault; nothing was changed",
    "CORRUPT": "is damaged: `timeline library check` says where, `timeline library restore` takes a backup",
    "NOTADB": "is no library, or its beginning is damaged: `timeline library restore` takes a backup in its place",
    "TOOBIG": "cannot keep a text of that size: split it into several articles",
    "NOMEM": "cannot be worked on: there is not enough memory",
}

_NO_TEXT = "Could not decode to UTF-8"  # how the bytes of a text are refused that are none


def tells_damage(fault: LibraryError) -> bool:
    """It says that a file is damaged or cut off, not that it is in use, newer, or somebody else's."""
    return any(word in str(fault) for word in ("is damaged", "is cut off"))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """
    While a library is worked on: a fault of the file or of what is put into it is a LibraryError.

    A fault of ours (a statement that SQLite does not understand, a rule of the schema that is broken) stays what it is.
    """
    try:
        yield
    except sqlite3.Error as fault:
        name = getattr(fault, "sqlite_errorname", "") or ""
        says = _SAYS.get("CORRUPT" if _NO_TEXT in str(fault) else name.removeprefix("SQLITE_").split("_")[0])
        if says is None:
            raise
        raise LibraryError(f"{path} {says}") from fault
    except UnicodeDecodeError as fault:
        raise LibraryError(f"{path} {_SAYS['CORRUPT']}") from fault
    except UnicodeEncodeError as fault:
        half = f"at character {fault.start}"
        raise LibraryError(
            f"{path} cannot keep a text with half a character in it ({half}): save it as UTF-8"
        ) from fault
