"""The options that commands share, each with the words a newcomer reads about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

_READING = "How articles are read"
_SHOWING = "What is shown"
_DRAWING = "How a picture looks"


class Theme(Enum):
    """The themes; print is black ink alone."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


class RowFormat(Enum):
    """What the rows of many articles are written as."""

    PARQUET = "parquet"
    JSONL = "jsonl"


class DateOrder(Enum):
    """How dates in figures are meant in the tables of others."""

    BOTH = "both"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


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


class SampleName(Enum):
    """The articles that come with the program, as `workspace.samples` has them."""

    NEWS = "news"
    HISTORY = "history"
    INCIDENT = "incident"


_FILES = (
    "Articles (plain text, HTML, PDF, Word, Markdown, e-mail; - is standard input), folders of them, patterns, "
    "files with an article a line (.jsonl, .jsonl.gz) or one of its lines (news.jsonl@48213), "
    "saved timelines (.json), or tables, calendars and timelines of others (.csv, .xlsx, .ics, .mw, TimelineJS)"
)
Machine = Annotated[bool, typer.Option("--json", help="As JSON, for machines.")]
Files = Annotated[list[str], typer.Argument(metavar="FILE…", help=f"{_FILES}.")]
FilesOrNone = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE…]",
        show_default=False,
        help=f"{_FILES}; none: your library.",
    ),
]
SampleNamed = Annotated[
    SampleName | None,
    typer.Option(
        "--sample",
        show_default=False,
        help="An article that comes with the program: news, which states no day of its own; a history from antiquity "
        "to today; an incident by the hour, over midnight.",
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
Whole = Annotated[
    bool,
    typer.Option(
        "--whole",
        rich_help_panel=_SHOWING,
        help="From the first event to the last, even where few that lie far away squeeze all others.",
    ),
]
BrokenAxis = Annotated[
    bool,
    typer.Option(
        "--broken-axis", rich_help_panel=_SHOWING, help="Cut long stretches without events out of the axis, marked."
    ),
]
Locale = Annotated[
    str,
    typer.Option(
        "--locale",
        metavar="LANGUAGE",
        rich_help_panel=_DRAWING,
        help="The language of months and eras on the axis: en, en-US, de, es, fr, it, nl or pt.",
    ),
]
Lanes = Annotated[
    LanesBy,
    typer.Option(
        "--lanes-by",
        metavar="WHAT",
        rich_help_panel=_SHOWING,
        help="What a lane stands for: actor, place, article, status, kind or none.",
    ),
]
Themes = Annotated[
    Theme, typer.Option("--theme", rich_help_panel=_DRAWING, help="Colours; print is for black ink and copiers.")
]
Size = Annotated[
    str | None,
    typer.Option(
        metavar="SIZE",
        rich_help_panel=_DRAWING,
        help="Of a picture: 1400x800 pixels (1400: as high as the events need), 297x210mm, A4, A3 portrait, 16:9.",
    ),
]
Scale = Annotated[
    float | None,
    typer.Option(
        min=0.1,
        max=20,
        metavar="N",
        rich_help_panel=_DRAWING,
        show_default=False,
        help="Pixels of a PNG for each pixel of the drawing: 1, for sizes on paper 3.",
    ),
]
Pages = Annotated[
    str,
    typer.Option(
        metavar="N", rich_help_panel=_DRAWING, help="Pages of a PDF; auto: as many as it takes to label every event."
    ),
]
Palette = Annotated[
    Path | None,
    typer.Option(metavar="FILE", rich_help_panel=_DRAWING, help="Your own colours of lanes, one as #0b8663 on a line."),
]
Font = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        rich_help_panel=_DRAWING,
        help="A font for letters that the shipped one lacks; without it, those of this machine are asked.",
    ),
]
Title = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", rich_help_panel=_DRAWING, show_default=False, help="Another title for the picture; '' for none."
    ),
]
NoSubtitle = Annotated[
    bool, typer.Option("--no-subtitle", rich_help_panel=_DRAWING, help="Do not say what is drawn below the title.")
]
NoLegend = Annotated[
    bool, typer.Option("--no-legend", rich_help_panel=_DRAWING, help="Do not explain the glyphs below the picture.")
]
NoSourceLine = Annotated[
    bool, typer.Option("--no-source-line", rich_help_panel=_DRAWING, help="Do not name the articles below the picture.")
]
DateOrders = Annotated[
    DateOrder,
    typer.Option(
        "--date-order",
        metavar="ORDER",
        rich_help_panel=_READING,
        help="How 01/02/2024 is meant in a table that is read: day-first, month-first, or both: it may be either day.",
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
    date_order: str = "both"


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


def scale(text: str | None, chosen: float | None) -> float:
    """Pixels of a PNG for each of the drawing's, of which there are 96 to an inch of paper."""
    from timeline.scene.paper import on_paper

    return chosen or (3.0 if text is not None and on_paper(text) else 1.0)


def pages(text: str) -> int | str:
    """A number of pages or "auto"; BadParameter where it is neither."""
    from timeline.scene.paper import MOST_PAGES

    if text == "auto":
        return text
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PAGES:
        raise typer.BadParameter(f"{text!r} is not possible: write 1 to {MOST_PAGES}, or auto", param_hint="--pages")
    return int(text)
