"""Tables, calendars and other programs' timelines as timelines of ours: each row is an event, dated by its cells."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.chrono import edtf, words
from timeline.formats.shown import CITED, COLUMNS
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Mention, Standing, Status
from timeline.model.original import Original, Place
from timeline.model.span import Span
from timeline.model.statement import Reason, Statement, Stratum, Within
from timeline.model.timeline import Timeline
from timeline.workspace.typed import Dated, date_of

if TYPE_CHECKING:
    from timeline.chrono.bounds import Bounds
    from timeline.formats.rows import Row, Rows

RULE = "what a table says"
TABLES = frozenset({"CSV table", "Excel table", "calendar", "TimelineJS", "Markwhen"})
"""What the readers of `timeline.formats` call files whose rows are events of their own."""
_STATUSES = {
    Status.HAPPENED: "happened happens occurred confirmed done true yes completed verified actual",
    Status.REPORTED: "reported alleged claimed said allegation alleges reportedly",
    Status.PLANNED: "planned scheduled upcoming future intended tentative due pending",
    Status.POSSIBLE: "possible possibly unconfirmed maybe perhaps likely probable tbc unverified",
    Status.DENIED: "denied cancelled canceled false no rejected refuted",
}
_WORDS = {word: status for status, listed in _STATUSES.items() for word in listed.split()}
_STANDINGS = {
    **dict.fromkeys(("disputed", "contested"), Standing.DISPUTED),
    **dict.fromkeys(("undisputed", "agreed", "common ground", "not disputed"), Standing.UNDISPUTED),
    **dict.fromkeys(("unsure", "uncertain"), Standing.UNSURE),
}
_LONGEST_TITLE = 120
_BLANK = " \t\r\n\u00a0"


class Said(NamedTuple):
    """What a cell says of a status: whether it happened, who says so, how it stands; `known` where that is read."""

    status: Status
    attribution: str | None
    standing: Standing | None
    known: bool


def timeline_of(rows: Rows, name: str, order: str = "both") -> tuple[Timeline, list[str]]:
    """
    The rows of a file as a timeline of their own, and a sentence for each that could not be wholly read.

    What they say stands as the text of an article, a line each, so that every date can show where it is from.

    Args:
        rows: what a reader of `timeline.formats` gave.
        name: the file, for messages and as the article's source.
        order: "day-first" or "month-first" where dates in figures are meant so; "both" where nobody says.
    """
    notes = list(rows.notes)
    order = rows.order if order == "both" else order
    article, spots = _written(rows, name) if rows.article is None else (rows.article, {})
    events, statements = [], []
    for number, row in enumerate(rows.rows):
        spot = spots.get(number) or _marked(row, article)
        if spot is None:
            if any(cell.text.strip() for role, cell in row.cells.items() if role not in ("id", "check")):
                notes.append(f"{place_of(rows, row, name)}: it says nothing that happened: it is left out")
            continue
        date = date_of(row, order)
        where = place_of(rows, row, name, date.place)
        notes += told_of(date, where, "; the event is kept without a date")
        event = _event(row, article, spot, date)
        reason = _reason(rows, row, article, spot, date)
        if not date.bounds.open:
            statements.append(Statement(Within(event.id, date.bounds), Stratum.TEXT, reason))
        events.append(event if date.bounds.open else replace(event, reasons=(reason,)))
    return Timeline((article,), tuple(events), tuple(statements), title=rows.title), notes


def is_table(article: Article) -> bool:
    """It stands for the rows of a table or calendar, whose dates hang on no day of publication."""
    return article.original is not None and article.original.format in TABLES


def told_of(date: Dated, where: str, instead: str = "") -> list[str]:
    """What a reader of the table should know of how a date was read; *instead* is what becomes of one that was not."""
    told = [f"{where}: {date.fault}{instead}"] if date.fault else []
    if date.either:
        told.append(f"{where}: {date.either}; write the month as a word, or say which with --date-order")
    return told + ([f"{where}: {date.aside}"] if date.aside else [])


def place_of(rows: Rows, row: Row, name: str, column: str = "") -> str:
    """Where something stands, as a reader finds it: "cases.xlsx, row 5, column B"."""
    where = f", column {column}" if column and len(column.partition(" ")[0]) <= 2 else f", {column}" if column else ""
    return f"{name}, {rows.line} {row.line}{where}"


class Spot(NamedTuple):
    """Where an event's words stand in the article: its whole line, its title, its quote, the words of its date."""

    line: Span
    title: Span
    quote: Span
    date: Span | None


def _written(rows: Rows, name: str) -> tuple[Article, dict[int, Spot]]:
    """The article that holds what the rows say, and where the events of them stand in it, by the number of the row."""
    pieces: list[str] = []
    spots: dict[int, Spot] = {}
    places: list[Place] = []
    length = 0

    def put(text: str) -> Span:
        nonlocal length
        pieces.append(text)
        length += len(text)
        return Span(length - len(text), length)

    for number, row in enumerate(rows.rows):
        quote = row.text("quote").strip("\n\r ")
        title = row.text("title").strip(_BLANK) or quote
        if not title:
            continue
        start = length
        places.append(Place(start, line=row.line))
        when = row.when
        date = put(when) if when else None
        put(": " if when else "")
        head = put(title)
        said = head
        if quote and quote != title:
            put("\n")
            said = put(quote)
        spots[number] = Spot(Span(start, length), head, said, date)
        put("\n\n")
    original = Original(rows.format, tuple(places))
    source = PurePath(name).name or name
    return Article("".join(pieces), title=rows.title, source=source, original=original), spots


def _marked(row: Row, article: Article) -> Spot | None:
    """Where a word that is marked in an article stands, and the line around it."""
    if row.span is None:
        return None
    start = article.text.rfind("\n", 0, row.span.start) + 1
    end = article.text.find("\n", row.span.end)
    line = Span(start, end if end >= 0 else len(article.text))
    return Spot(line, row.span, line, None)


def _event(row: Row, article: Article, spot: Spot, date: Dated) -> Event:
    kind = Kind.SPAN if date.kind == "span" else Kind.DAY
    status = said_of(row.text("status"), row.text("attribution"), row.text("standing"))
    extra: dict[str, Any] = {}
    if lane := row.text("lane").strip():
        extra["lane"] = lane
    if cited := row.text("source").strip():
        extra[CITED] = cited
    columns = dict(row.rest)
    if (given := row.text("id").strip()) and not row.text("check"):
        columns["ID"] = given
    if not status.known:
        columns["Status"] = row.text("status").strip()
    if columns:
        extra[COLUMNS] = columns
    when, written = _worded(date.bounds, kind.value)
    title = row.text("title") or spot.title.of(article.text)[:_LONGEST_TITLE]
    return Event(
        id=f"{article.id}-{spot.title.start}",
        article=article.id,
        title=title.strip(_BLANK),
        quote=spot.quote.of(article.text),
        span=spot.quote,
        head=spot.title,
        mentions=(Mention(spot.line.of(article.text), spot.line, spot.title),),
        kind=kind,
        status=status.status,
        attribution=status.attribution,
        weight=1.0,
        actors=names_in(row.text("actors")),
        places=names_in(row.text("places")),
        when=when,
        edtf=written,
        bounds=date.bounds,
        hidden=row.text("hidden").strip().lower() == "yes",
        note=row.text("note").strip() or None,
        links=links_in(row.text("links")),
        standing=status.standing,
        extra=extra,
    )


@lru_cache(maxsize=50_000)  # many rows lie on few days
def _worded(bounds: Bounds, kind: str) -> tuple[str, str | None]:
    """A date in words and in EDTF."""
    return words.describe(bounds, kind), edtf.write(bounds, kind)


def _reason(rows: Rows, row: Row, article: Article, spot: Spot, date: Dated) -> Reason:
    told = f"{rows.line.capitalize()} {row.line} says “{date.words}”"
    return Reason(RULE, Stratum.TEXT, told, date.words, spot.date, article.id, date.bounds)


def said_of(text: str, attribution: str = "", standing: str = "") -> Said:
    """
    What is said of whether something happened, in one cell or in several.

    >>> said_of("reported, per an official; disputed")[:2]
    (<Status.REPORTED: 'reported'>, 'per an official')
    """
    whole, _, stands = text.strip().rpartition(";")
    if stands.strip().lower() not in _STANDINGS:
        whole, stands = text.strip(), ""
    word, _, who = whole.partition(",")
    folded = word.strip().lower()
    found = _WORDS.get(folded)
    stood = _STANDINGS.get((standing or stands).strip().lower())
    if found is None and stood is None and folded in _STANDINGS:
        stood, folded = _STANDINGS[folded], ""
    known = found is not None or not folded
    said = attribution.strip() or (who.strip() if known else "")
    return Said(found or Status.HAPPENED, said or None, stood, known)


def names_in(text: str) -> tuple[str, ...]:
    """Names that stand in one cell, separated by semicolons or line breaks."""
    return tuple(dict.fromkeys(name for one in re.split(r"[;\n]", text) if (name := " ".join(one.split()))))


def links_in(text: str) -> tuple[str, ...]:
    """The addresses of the web that stand in a cell."""
    return tuple(dict.fromkeys(re.findall(r"https?://[^\s;<>\"]+", text)))
