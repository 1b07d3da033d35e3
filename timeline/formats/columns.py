"""Which column of a table says what: by its heading, or where there is none by what stands in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.names import MONTHS, SEASONS
from timeline.formats.marks import HEADER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# For each role the headings it goes by, the best first. A heading counts once: "date" is no end, "text" no title.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("timeline id", "id"),
    "shown": ("display date", "when", "date in words"),
    "date": (
        *("date", "start date", "event date", "date of event", "start", "begin", "begins", "from", "date/time"),
        *("date and time", "datetime", "day and date", "dates", "timestamp", "date(s)", "on", "first day", "period"),
    ),
    "end": ("end date", "end", "to", "until", "ends", "finish", "date to", "last day", "through"),
    "edtf": ("edtf",),
    "begin_earliest": ("begin earliest",),
    "begin_latest": ("begin latest",),
    "end_earliest": ("end earliest",),
    "end_latest": ("end latest",),
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "time": ("time", "start time", "time of day", "hour"),
    "end_year": ("end year",),
    "end_month": ("end month",),
    "end_day": ("end day",),
    "end_time": ("end time",),
    "title": (
        *("title", "headline", "event", "what happened", "what", "event title", "fact", "incident", "occurrence"),
        *("name", "subject", "summary", "action", "entry", "matter", "event/fact", "milestone", "development"),
    ),
    "quote": (
        *("quote", "quotation", "text", "description", "details", "detail", "body", "extract", "event description"),
        *("wording", "excerpt", "narrative", "content"),
    ),
    "kind": ("kind",),
    "status": ("status", "certainty"),
    "standing": ("standing", "disputed", "disputed?", "agreed", "undisputed"),
    "attribution": ("attribution", "according to", "who says so", "per"),
    "actors": (
        *("who", "actors", "actor", "people", "persons", "person", "participants", "parties", "party", "involved"),
        *("witness", "witnesses", "person(s)", "key people", "individuals"),
    ),
    "places": ("where", "places", "place", "location", "locations", "venue", "city", "location(s)"),
    "source": (
        *("source", "sources", "reference", "references", "ref", "document", "documents", "citation", "evidence"),
        *("exhibit", "source document", "bates", "bates no", "source/reference", "support", "record cite", "cite"),
    ),
    "why": ("why this date", "reasons"),
    "note": ("note", "notes", "comment", "comments", "remarks", "remark"),
    "links": ("links", "link", "url", "address", "web", "website", "hyperlink", "media"),
    "lane": ("group", "tag", "lane", "category", "theme", "issue"),
    "hidden": ("hidden",),
    "span": ("earliest", "latest"),
    "number": ("no", "number", "nr", "#", "item", "row", "no."),
}
PASSED_OVER = ("why", "number", "span")
"""What is made anew whenever a table is written."""
_DATED = ("date", "shown", "year", "edtf", "begin_earliest")
_WORD = rf"\b(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\b|\b(?:{'|'.join(SEASONS)})\b|\b(?:b\.?c\.?e?|a\.?d)\b"
_DATELIKE = re.compile(
    rf"\d{{1,4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,4}})?|\b\d{{3,4}}s?\b|{_WORD}|[\[<>]?\d{{4}}", re.IGNORECASE
)
_LONGEST_DATE = 60


def roles_of(headings: Sequence[str]) -> dict[int, str]:
    """
    The roles of columns by their headings; a column that has none is not there.

    >>> roles_of(["No.", "Date", "Event", "Source", "Exhibit"])
    {0: 'number', 1: 'date', 2: 'title', 3: 'source'}
    """
    names = [_folded(heading) for heading in headings]
    found: dict[int, str] = {}
    for column, heading in enumerate(headings):
        if heading.strip().startswith(HEADER):
            found[column] = "check"
    for role, known in _HEADINGS.items():
        columns = [names.index(one) for one in known if one in names and names.index(one) not in found]
        found |= dict.fromkeys(columns if role in PASSED_OVER else columns[:1], role)
    return _settled(dict(sorted(found.items())))


def _settled(found: dict[int, str]) -> dict[int, str]:
    """A table with no other title has it in what is called a description; with no other date, what is shown is it."""
    roles = set(found.values())
    changes = {}
    if "title" not in roles:
        changes["quote"] = "title"
    if not roles & {"date", "year"} and "shown" in roles and "edtf" not in roles:
        changes["shown"] = "date"
    return {column: changes.get(role, role) for column, role in found.items()}


def score(headings: Sequence[str]) -> int:
    """How much a row looks like headings: the roles it names, none where it names no date or nothing that happened."""
    roles = set(roles_of(headings).values())
    return len(roles) if roles & set(_DATED) and "title" in roles else 0


def guessed(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """
    The roles of columns without headings, by what stands in them: dates, and what happened; empty where none is dated.

    >>> guessed([["5 May 2024", "The ferry sinks"], ["June 2024", "The captain is tried"]])
    {0: 'date', 1: 'title'}
    """
    width = max((len(row) for row in rows), default=0)
    columns = [[row[column].strip() for row in rows if column < len(row)] for column in range(width)]
    dated = [_share(cells, _is_date) for cells in columns]
    dates = [column for column in range(width) if dated[column] >= 0.5]
    words = {column: _words(cells) for column, cells in enumerate(columns) if column not in dates}
    if not dates or not words:
        return {}
    texts = sorted((column for column, count in words.items() if count >= 1.5), key=lambda one: words[one])
    if not texts:
        return {}
    found = {dates[0]: "date"}
    if len(dates) > 1:
        found[dates[1]] = "end"
    found[texts[0]] = "title"
    if len(texts) > 1:
        found[texts[-1]] = "quote"
    return dict(sorted(found.items()))


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_DATE and bool(_DATELIKE.search(text))


def _share(cells: Sequence[str], of: object) -> float:
    filled = [cell for cell in cells if cell]
    return sum(map(_is_date, filled)) / len(filled) if filled and callable(of) else 0.0


def _words(cells: Sequence[str]) -> float:
    """The mean number of words in the cells that say something."""
    filled = [cell for cell in cells if cell]
    return sum(len(cell.split()) for cell in filled) / len(filled) if filled else 0.0


def _folded(heading: str) -> str:
    """A heading as it is compared: lower case, one space between words, nothing after a colon or in brackets."""
    text = re.sub(r"[_\s]+", " ", heading).strip().lower()
    return re.sub(r"\s*(?:\([^)]*\)|:)\s*\Z", "", text) or text


def letter(column: int) -> str:
    """
    The letters of a column, from 0.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def composed(cells: Mapping[str, str], side: str = "") -> str:
    """
    A date in parts as one: ``2025-08-19T14:30``, or in words where a month is a word.

    >>> composed({"year": "2025", "month": "8", "day": ""}), composed({"year": "1944", "month": "June", "day": "6"})
    ('2025-08', '6 June 1944')
    """
    year, month, day, time = (cells.get(f"{side}{part}", "").strip() for part in ("year", "month", "day", "time"))
    year = re.sub(r"[\s,]+|\.0\Z", "", year)
    if not re.fullmatch(r"-?\d{1,5}", year):
        return " ".join(filter(None, (day, month, year, time)))
    iso = f"{'-' if year.startswith('-') else ''}{abs(int(year)):04d}"
    if not month:
        return iso
    if not month.isdecimal() or (day and not day.isdecimal()):
        return " ".join(filter(None, (day, month, year, time)))
    iso += f"-{int(month):02d}"
    if not day:
        return iso
    iso += f"-{int(day):02d}"
    clock = re.fullmatch(r"(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?\s*(?:([ap])\.?m\.?)?", time, re.IGNORECASE)
    if not clock:
        return f"{iso} {time}".strip()
    hour = int(clock[1]) % 12 + (12 if clock[3].lower() == "p" else 0) if clock[3] else int(clock[1])
    return f"{iso}T{hour:02d}:{clock[2]}"
