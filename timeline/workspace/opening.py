"""Opening a library: where it is, and what is needed to work on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import LibraryError
from timeline.library.store import Store
from timeline.workspace.library import Library

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from timeline.model.article import Article
    from timeline.model.timeline import Timeline

NAME = "library.timeline"


def default_library() -> Path:
    """Where the user's library is when nobody says where: a folder for such things, made where it is not there."""
    from platformdirs import user_data_path

    try:
        return user_data_path("timeline", appauthor=False, ensure_exists=True) / NAME
    except OSError as fault:
        why = fault.strerror or fault
        raise LibraryError(f"the user's data folder cannot be made: {why}; name a file with --library") from fault


def open_library(
    path: str | os.PathLike[str] | None = None,
    *,
    clock: Callable[[], str] | None = None,
    reader: Callable[[Article], Timeline] | None = None,
    by: str | None = None,
    write: bool = True,
    patience: float = 5.0,
) -> Library:
    """
    Open a library, or make it; ``with timeline.open_library("case.timeline") as library: …`` closes it.

    Args:
        path: the file; None: the user's own library.
        clock: gives the ISO time that stamps an edit.
        reader: what reads articles that are added; as `timeline.extract` does where there is none.
        by: the name that edits are signed with.
        write: False: only to look.
        patience: seconds to wait while another program is writing.

    Raises:
        LibraryError: the file is none, is damaged, is of a newer program, or cannot be opened; it stays as it is.
    """
    place = default_library() if path is None else Path(path)
    return Library(Store(place, write=write, patience=patience), clock=clock, reader=reader, by=by)
