"""
Everything that can go wrong and is somebody's to mend.

TimelineError                 exit code 2: a fault in the input or the command
├── ArticleError              an article that cannot be read
├── DateError                 words or EDTF that name no date
├── LandmarksError            a damaged landmarks file: which line, what is wrong
├── SavedTimelineError        a damaged saved timeline: where, what is wrong
├── LibraryError              a library that cannot be opened, read or written: what is in the way
│   └── ChangedError          an edit on something that was changed meanwhile: both versions
├── ExportError               an export that cannot be written
└── InstallationError         a part of the installation is missing

Each message is one sentence that names the thing, the place and the remedy.
"""

from __future__ import annotations


class TimelineError(Exception):
    """A fault in the input or the command, told in one sentence."""


class ArticleError(TimelineError):
    """Raised when an article cannot be read."""


class DateError(TimelineError):
    """Raised when words or an EDTF string name no date."""


class LandmarksError(TimelineError):
    """Raised when a landmarks file is damaged."""


class SavedTimelineError(TimelineError):
    """Raised when a saved timeline is damaged."""


class LibraryError(TimelineError):
    """Raised when a library cannot be opened, read or written."""


class ChangedError(LibraryError):
    """Raised when what is edited was changed by somebody else meanwhile."""


class ExportError(TimelineError):
    """Raised when an export cannot be written."""


class InstallationError(TimelineError):
    """Raised when a part of the installation (font, model, data) is missing."""
