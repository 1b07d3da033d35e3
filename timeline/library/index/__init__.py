"""An index: the events of a timeline that is too large for memory, in one SQLite file that answers for a window."""

from __future__ import annotations

from timeline.library.index.building import Line
from timeline.library.index.file import is_index
from timeline.library.index.index import Index

__all__ = ["Index", "Line", "is_index"]
