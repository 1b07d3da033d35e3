"""The export dialog: what can be chosen. assets/exporting.js makes the form of it, and shows what the file will be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import dash_mantine_components as dmc
from dash import html

from timeline.app import ids
from timeline.app.panes.parts import Component, named
from timeline.draw.picture import PICTURES
from timeline.formats.registry import FORMATS

if TYPE_CHECKING:
    from timeline.formats.registry import Format

_SIZES: Final = (
    ("", "1,400 pixels wide, as high as it needs"),
    ("16:9", "16:9, for slides"),
    ("A4", "A4, landscape"),
    ("A4 portrait", "A4, portrait"),
    ("A3", "A3, landscape"),
    ("A3 portrait", "A3, portrait"),
    ("letter", "Letter, landscape"),
    ("own", "Another size…"),
)
_THEMES: Final = (("light", "Light"), ("dark", "Dark"), ("print", "Print: black ink alone"))
_SCALES: Final = (("1", "as it stands"), ("2", "for screens"), ("3", "for paper"))
_PAGES: Final = (
    *[(str(number), str(number)) for number in (1, 2, 3, 4, 6, 8)],
    ("auto", "as many as it takes to label every event"),
)
_ORDER: Final = ("png", "svg", "pdf")


def export_dialog() -> Component:
    """The dialog, empty until it is opened."""
    offered: dict[str, Any] = {"data-choices": json.dumps(choices(), ensure_ascii=False)}
    return dmc.Modal(
        html.Div(id=ids.EXPORT_FORM, className="export", **offered),
        id=ids.EXPORT,
        closeButtonProps=named("Close"),
        title="Export",
        size="1020px",
        opened=False,
    )


def choices() -> dict[str, Any]:
    """What there is to choose, each with its words; formats are those of the registry."""
    pictures = sorted((one for one in FORMATS if one.name in PICTURES), key=lambda one: _ORDER.index(one.name))
    return {
        "pictures": [_choice(one) for one in pictures],
        "data": [_choice(one) for one in FORMATS if one.module is not None or one.name == "zip"],
        "whole": ["json", "zip"],  # what always holds everything
        "sizes": _SIZES,
        "themes": _THEMES,
        "scales": _SCALES,
        "pages": _PAGES,
    }


def _choice(form: Format) -> dict[str, str]:
    return {"name": form.name, "label": form.label, "use": form.use, "suffix": form.suffix.removeprefix(".")}
