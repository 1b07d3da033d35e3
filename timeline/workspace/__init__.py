"""What a user does: read, extract, load, edit, draw, save. Both skins, `cli` and `app`, stand on this alone."""

from __future__ import annotations

from timeline.workspace.chronicle import Chronicle
from timeline.workspace.reading import extract, files, gather, is_saved, load, read, reader
from timeline.workspace.remarks import notes
from timeline.workspace.sources import MAIN_WEIGHT, SOURCES

__all__ = [
    "MAIN_WEIGHT",
    "SOURCES",
    "Chronicle",
    "extract",
    "files",
    "gather",
    "is_saved",
    "load",
    "notes",
    "read",
    "reader",
]
