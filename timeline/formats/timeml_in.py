"""TimeML as rows: its events, dated by their links to times whose values are calendar dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline._timeml import creation_day, document
from timeline.chrono import edtf
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import day_of, last_of, start_of
from timeline.chrono.iso import iso_day
from timeline.errors import ArticleError, DateError, SavedTimelineError
from timeline.formats.rows import Cell, Row, Rows
from timeline.model.article import Article
from timeline.model.event import Status
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_CONVERSE = (
    "BEFORE",
    "AFTER",
    "IBEFORE",
    "IAFTER",
    "INCLUDES",
    "IS_INCLUDED",
    "BEGINS",
    "BEGUN_BY",
    "ENDS",
    "ENDED_BY",
)
_INVERSE = dict(zip(_CONVERSE[::2], _CONVERSE[1::2], strict=True))
_INVERSE |= {"AFTER": "BEFORE", "IAFTER": "IBEFORE"}
_WITHIN = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "DURING", "IDENTITY"})
_VALUE = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?\Z")


def has_events(data: bytes) -> bool:
    """The document marks events, not times alone."""
    return b"<EVENT" in data and b"<TimeML" in data


def read(data: bytes, name: str) -> Rows:
    """
    The marked events with the dates that their links give; an event without one is of unknown date.

    Raises:
        SavedTimelineError: it is not well-formed, declares a document type, or has no TEXT.
    """
    try:
        root, text = document(data, name)
    except ArticleError as fault:
        raise SavedTimelineError(str(fault)) from fault
    spans: dict[str, Span] = {}
    words = _marked(text, spans)
    article = _article(root, words, name)
    instances = {one.get("eventID", ""): one for one in root.iter("MAKEINSTANCE")}
    dates = _dates(root)
    rows = []
    for number, (event, span) in enumerate(spans.items(), 1):
        instance = instances.get(event)
        mine = dates.get(instance.get("eiid", "") if instance is not None else event) or dates.get(event, {})
        rows.append(Row(number, _cells(span.of(words), instance, mine), span=span))
    return Rows("TimeML", tuple(rows), article.title, "event", article=article)


def _marked(text: Element, spans: dict[str, Span]) -> str:
    """The text without its markup; the places of events are put into *spans*."""
    pieces: list[str] = []
    length = 0

    def add(piece: str | None) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            length += len(piece)

    def walk(element: Element) -> None:
        start = length
        add(element.text)
        for child in element:
            walk(child)
            add(child.tail)
        if element.tag == "EVENT" and length > start:
            spans[element.get("eid", f"#{len(spans)}")] = Span(start, length)

    walk(text)
    return "".join(pieces)


def _article(root: Element, words: str, name: str) -> Article:
    day = creation_day(root)
    published = Range() if day is None else Range(start_of(day), last_of(day))
    title = (root.findtext(".//TITLE") or "").strip() or None
    given = None if day is None else "metadata"
    return Article(words, published, title, root.findtext(".//DOCID") or name, given=given)


def _dates(root: Element) -> dict[str, dict[str, str]]:
    """For each event or instance the values of the times it is linked to, by the relation; the first of each."""
    values = {one.get("tid", ""): one.get("value", "") for one in root.iter("TIMEX3")}
    found: dict[str, dict[str, str]] = {}
    for link in root.iter("TLINK"):
        relation = link.get("relType", "").upper()
        event, time = link.get("eventInstanceID") or link.get("eventID"), link.get("relatedToTime")
        if not (event and time):
            event = link.get("relatedToEventInstance") or link.get("relatedToEvent")
            time, relation = link.get("timeID"), _INVERSE.get(relation, relation)
        if event and time and _VALUE.match(values.get(time, "")):
            found.setdefault(event, {}).setdefault(relation, values[time])
    return found


def _cells(word: str, instance: Element | None, dates: Mapping[str, str]) -> dict[str, Cell]:
    cells = {"title": Cell(" ".join(word.split()), "EVENT"), "date": Cell(_when(dates), "TLINK")}
    if "BEGUN_BY" in dates and "ENDED_BY" in dates:
        cells["date"], cells["end"] = Cell(dates["BEGUN_BY"], "TLINK"), Cell(dates["ENDED_BY"], "TLINK")
    status = _status(instance)
    return cells if status is None else cells | {"status": Cell(status.value, "MAKEINSTANCE")}


def _status(instance: Element | None) -> Status | None:
    if instance is None:
        return None
    if instance.get("polarity") == "NEG":
        return Status.DENIED
    modality = (instance.get("modality") or "").lower()
    return {"": None, "will": Status.PLANNED, "to": Status.PLANNED}.get(modality, Status.POSSIBLE)


def _when(dates: Mapping[str, str]) -> str:
    """A date in EDTF from links that say within, or after one and before another."""
    within = next((value for relation, value in dates.items() if relation in _WITHIN), "")
    if within:
        return within
    first, last = "", ""
    for relation, value in dates.items():
        try:
            window = edtf.read(value)[0].window
        except DateError:
            continue
        if relation in ("AFTER", "IAFTER") and window.latest is not None:
            first = iso_day(day_of(window.latest) + 1)
        elif relation in ("BEFORE", "IBEFORE") and window.earliest is not None:
            last = iso_day(day_of(window.earliest) - 1)
    if not (first or last):
        return dates.get("BEGUN_BY", "") and f"{dates['BEGUN_BY']}/.."
    return first if first == last else f"[{first}..{last}]"
