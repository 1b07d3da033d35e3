"""The options that commands share, each with the words a newcomer reads about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

_READING = "How articles are read"
_SHOWING = "What is shown"


class Theme(Enum):
    """The two themes."""

    LIGHT = "light"
    DARK = "dark"


class Which(Enum):
    """The events a reader would put on a timeline, or every one that was found."""

    MAIN = "main"
    ALL = "all"


class DatesFrom(Enum):
    """What dates may rest on."""

    ALL = "all"
    TEXT = "text"
    PUBLICATION = "publication"
    LANDMARKS = "landmarks"


class LanesBy(Enum):
    """What a lane stands for."""

    ACTOR = "actor"
    PLACE = "place"
    ARTICLE = "article"
    STATUS = "status"
    KIND = "kind"
    NONE = "none"


_FILES = (
    "Articles (plain text, HTML, PDF, Word, Markdown, e-mail; - is standard input), folders of them, "
    "or saved timelines (.json)"
)
Files = Annotated[list[str], typer.Argument(metavar="FILE…", help=f"{_FILES}.")]
FilesOrNone = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE…]",
        show_default=False,
        help=f"{_FILES}; none: a sample article.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        rich_help_panel=_READING,
        help="The day the article was published: 2025-08-20, 'August 2025', 'before 5 November 2024'. "
        "Without it, the day is worked out from the text as far as that goes.",
    ),
]
Landmarks = Annotated[
    Path | None,
    typer.Option(
        metavar="CSV", rich_help_panel=_READING, help="Your own well-known events, beside those that come along."
    ),
]
NoLandmarks = Annotated[
    bool, typer.Option("--no-landmarks", rich_help_panel=_READING, help="Date nothing by well-known events.")
]
RejectLandmark = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        rich_help_panel=_READING,
        help="'Not this event': a well-known event that is not meant; `timeline show` names them. May be repeated.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="MODEL", rich_help_panel=_READING, help="Another spaCy pipeline for English, by name or by path."
    ),
]
AllowNetwork = Annotated[
    bool,
    typer.Option(
        "--allow-network",
        rich_help_panel=_READING,
        help="A FILE may be an address (https://…): the page that stands there is fetched, and nothing else.",
    ),
]
Events = Annotated[
    Which | None,
    typer.Option(
        rich_help_panel=_SHOWING,
        help="The main events or all that were found; main for articles, all for saved timelines.",
        show_default=False,
    ),
]
OnlyStated = Annotated[
    bool, typer.Option("--only-stated", rich_help_panel=_SHOWING, help="Leave out what is usual but not stated.")
]
Sources = Annotated[
    DatesFrom,
    typer.Option(
        "--dates-from",
        metavar="SOURCE",
        rich_help_panel=_SHOWING,
        help="What dates may rest on: all; text, the text alone; publication, the text and the publication day; "
        "landmarks, the text and well-known events.",
    ),
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", rich_help_panel=_SHOWING, help="The first day shown.")
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", rich_help_panel=_SHOWING, help="The last day shown.")]
Lanes = Annotated[
    LanesBy,
    typer.Option(
        "--lanes-by",
        metavar="WHAT",
        rich_help_panel=_SHOWING,
        help="What a lane stands for: actor, place, article, status, kind or none.",
    ),
]
Themes = Annotated[Theme, typer.Option("--theme", rich_help_panel=_SHOWING, help="Colours.")]
Size = Annotated[
    str | None,
    typer.Option(
        metavar="SIZE",
        rich_help_panel=_SHOWING,
        help="Of a picture: 1400x800 pixels (1400: as high as the events need), 297x210mm, A4, A3 portrait, 16:9.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Tell nothing of the progress on standard error.")]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files of a command are to be read."""

    published: str | None = None
    landmarks: Path | None = None
    no_landmarks: bool = False
    reject_landmark: tuple[str, ...] = ()
    model: str | None = None
    quiet: bool = False
    allow_network: bool = False


def size(text: str | None) -> dict[str, int]:
    """``1400x800``, ``A4`` or ``297x210mm`` as width and height in pixels; BadParameter where it is no size."""
    if text is None:
        return {}
    from timeline.errors import ExportError
    from timeline.scene.paper import size_of

    try:
        width, height = size_of(text)
    except ExportError as fault:
        raise typer.BadParameter(str(fault), param_hint="--size") from fault
    return {"width": width} | ({} if height is None else {"height": height})


def pages(text: str) -> int | str:
    """A number of pages or "auto"; BadParameter where it is neither."""
    from timeline.scene.paper import MOST_PAGES

    if text == "auto":
        return text
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PAGES:
        raise typer.BadParameter(f"{text!r} is not possible: write 1 to {MOST_PAGES}, or auto", param_hint="--pages")
    return int(text)
