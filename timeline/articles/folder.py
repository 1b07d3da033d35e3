"""The files of a folder that can be read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.articles.formats import SUFFIXES
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Collection

MOST = 10_000  # files
SAVED = ".json"


def files(folder: str | Path, suffixes: Collection[str] = (*SUFFIXES, SAVED)) -> list[Path]:
    """
    Every file of a folder and of those in it that has one of these suffixes, in the order of their names.

    What is hidden, what a link leads to elsewhere, pipes and devices are left alone.

    Raises:
        ArticleError: the folder holds nothing that can be read, or more files than may be.
    """
    found: list[Path] = []
    place = Path(folder)
    for parent, folders, names in os.walk(place, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(parent, name)
            for name in sorted(names)
            if not name.startswith((".", "~$")) and name.lower().endswith(tuple(suffixes)) and _ends(Path(parent, name))
        ]
        if len(found) > MOST:
            raise ArticleError(f"{place} holds more than the {MOST:,} files that are read at once: give folders of it")
    if not found:
        listed = ", ".join(suffix.removeprefix(".") for suffix in suffixes)
        raise ArticleError(f"{place} is a folder with nothing in it that can be read ({listed}): give another one")
    return found


def _ends(path: Path) -> bool:
    """It is no pipe, socket or device, for which one could wait for ever."""
    return path.is_file() or path.is_symlink() or not path.exists()


def _refuse(fault: OSError) -> None:
    raise ArticleError(f"{fault.filename} cannot be read: {fault.strerror}") from fault
