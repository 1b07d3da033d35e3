"""Everything in one archive: a timeline in every format there is."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from timeline.errors import TimelineError
from timeline.formats.registry import NAMES

if TYPE_CHECKING:
    from timeline.formats.registry import Format
    from timeline.workspace.looking import Looking
    from timeline.workspace.opened import Opened

_MADE = (1980, 1, 1, 0, 0, 0)  # no clock is read: the same timeline gives the same archive
_STORED = ("png", "pdf", "docx", "xlsx", "timelinejs-xlsx")
"""What is compressed within already."""


def archive(chronicle: Looking | Opened, theme: str, view: dict[str, Any]) -> bytes:
    """
    A zip with one file of each format; *view* is what `pictures.rendered` takes.

    A format that cannot be made of this timeline is left out, and `tell` is called with the reason.
    """
    from timeline.workspace import pictures

    tell = view.get("tell") or (lambda _sentence: None)
    silent = {key: value for key, value in view.items() if key != "tell"}  # what one cannot hold, another does
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in pictures.FORMATS:
            if name == "zip":
                continue
            form = NAMES[name]
            try:
                data = pictures.rendered(chronicle, name, theme, view if name in pictures.DRAWN else silent)
            except TimelineError as fault:
                tell(f"{form.label} is not in the archive: {fault}")
                continue
            entry = zipfile.ZipInfo(file_name(form), _MADE)
            entry.compress_type = zipfile.ZIP_STORED if name in _STORED else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, data)
    return out.getvalue()


def file_name(form: Format) -> str:
    """A file's name in the archive: by its format where that is not what its suffix means."""
    return f"timeline{form.suffix}" if form.main else f"{form.name.partition('-')[0]}{form.suffix}"
