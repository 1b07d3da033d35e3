"""Which column of a table says what: by its heading, or where there is none by what stands in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.chrono.names import MONTHS, SEASONS
from timeline.formats.marks import HEADER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# For each role the headings it goes by, the best first. A heading counts once: "date" is no end, "text" no title.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("timeline id", "id"),
    "shown": ("display date", "when", "date in words"),
    "date": (
        *("date", "start date", "event date", "date of event", "start", "begin", "begins", "from", "date/time"),
        *("date and time", "datetime", "day and date", "dates", "timestamp", "on", "first day", "period", "dos"),
    ),
    "end": ("end date", "end", "to", "until", "ends", "finish", "date to", "last day", "through", "end date/time"),
    "edtf": ("edtf",),
    "begin_earliest": ("begin earliest",),
    "begin_latest": ("begin latest",),
    "end_earliest": ("end earliest",),
    "end_latest": ("end latest",),
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "time": ("time", "start time", "time of day", "hour", "from time", "time from"),
    "end_year": ("end year",),
    "end_month": ("end month",),
    "end_day": ("end day",),
    "end_time": ("end time", "finish time", "to time", "time to"),
    "title": (
        *("title", "headline", "event", "what happened", "what", "event title", "fact", "incident"),
        *("name", "subject", "summary", "action", "entry", "matter", "milestone", "development", "activity"),
        *("happening", "allegation", "occurrence", "key event"),
    ),
    "quote": (
        *("quote", "quotation", "text", "description", "details", "detail", "body", "extract", "event description"),
        *("wording", "excerpt", "narrative", "content"),
    ),
    "kind": ("kind",),
    "status": ("status", "certainty"),
    "standing": ("standing", "disputed"),
    "agreed": ("agreed", "undisputed", "admitted"),
    "attribution": ("attribution", "according to", "who says so", "who says", "said by", "reported by", "per"),
    "actors": (
        *("who", "actors", "actor", "people", "persons", "person", "participants", "parties", "party", "involved"),
        *("witness", "witnesses", "key people", "individuals", "officer", "officers", "staff", "provider"),
    ),
    "places": ("where", "places", "place", "location", "locations", "venue", "city", "town", "scene", "facility"),
    "source": (
        *("source", "sources", "reference", "references", "ref", "document", "documents", "citation", "evidence"),
        *("exhibit", "source document", "bates", "bates no", "support", "record cite", "cite", "doc", "docs"),
    ),
    "why": ("why this date", "reasons"),
    "note": ("note", "notes", "comment", "comments", "remarks", "remark"),
    "links": ("links", "link", "url", "address", "web", "website", "hyperlink", "media"),
    "lane": ("group", "tag", "lane", "category", "theme", "issue"),
    "hidden": ("hidden",),
    "earliest": ("earliest", "earliest date", "not before", "no earlier than"),
    "latest": ("latest", "latest date", "not after", "no later than"),
    "number": ("no", "number", "nr", "#", "item", "row", "item no", "ref no"),
}
_LOOSE = {
    "date": re.compile(r"\b(?:dates?|when)\b"),
    "title": re.compile(
        r"\b(?:events?|facts?|incidents?|happened|headline|activity|occurred|milestones?|entry|summary|treatment)\b"
    ),
    "source": re.compile(r"\b(?:bates|exhibits?|sources?)\b"),
}
"""What a heading says of a date or of what happened, whatever else it says, where no other does."""
MADE = ("why", "number", "earliest", "latest")
"""What is made anew whenever a table of ours is written."""
_DATED = ("date", "shown", "year", "edtf", "begin_earliest", "earliest", "latest")
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_WORD = rf"\b(?:{_NAMES}|sept)\b|\b(?:{'|'.join(SEASONS)})\b|\b(?:b\.?c\.?e?|a\.?d)\b"
_DATELIKE = re.compile(
    rf"(?<![\w:.])(?:\d{{1,4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,4}})?|\d{{3,4}}s?|[12]\d{{7}})(?!\w)|{_WORD}", re.IGNORECASE
)
_LONGEST_DATE = 60
_MOST_WORDS = 8


def roles_of(headings: Sequence[str]) -> dict[int, str]:
    """
    The roles of columns by their headings; a column that has none is not there.

    >>> roles_of(["No.", "Date", "Event", "Source", "Exhibit"])
    {0: 'number', 1: 'date', 2: 'title', 3: 'source'}
    """
    found = {column: "check" for column, heading in enumerate(headings) if heading.strip().startswith(HEADER)}
    whole = [[_folded(heading)] for heading in headings]
    parts = [_parts(heading) for heading in headings]
    for names in (whole, parts):
        for role, known in _HEADINGS.items():
            if role in found.values():
                continue
            free = [(column, mine) for column, mine in enumerate(names) if column not in found]
            named = (column for one in known for column, mine in free if one in mine)
            found |= {column: role for column in [next(named, None)] if column is not None}
    for role, pattern in _LOOSE.items():
        if role not in found.values() and not (role == "date" and set(found.values()) & set(_DATED)):
            loose = (at for at, [name] in enumerate(whole) if at not in found and pattern.search(name))
            found |= {column: role for column in [next(loose, None)] if column is not None}
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
    """How much a row looks like headings: the roles it names, none where it names no date, or a date alone."""
    roles = set(roles_of(headings).values())
    return len(roles) if roles & set(_DATED) and len(roles) > 1 else 0


def guessed(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """
    The roles of columns without headings, by what stands in them: dates, and what happened; empty where none is dated.

    >>> guessed([["5 May 2024", "The ferry sinks"], ["June 2024", "The captain is tried"]])
    {0: 'date', 1: 'title'}
    """
    dates = [column for column, cells in enumerate(_columns(rows)) if _share(cells) >= 0.5]
    told = told_in(rows, without=dates)
    if not dates or not told:
        return {}
    found = {dates[0]: "date"}
    if dates[0] + 1 in dates:
        found[dates[0] + 1] = "end"
    return dict(sorted({**found, **told}.items()))


def told_in(rows: Sequence[Sequence[str]], *, without: Collection[int]) -> dict[int, str]:
    """
    The column that says what happened, by the number of its words, and beside it one of texts that are much longer.

    It is the first of those with many words; empty where there is none.
    """
    words = {column: _words(cells) for column, cells in enumerate(_columns(rows)) if column not in without}
    most = max(words.values(), default=0.0)
    texts = [column for column, count in words.items() if count >= max(1.2, 0.4 * most)]
    if not texts:
        return {}
    longest = max(texts, key=lambda column: words[column])
    headline = next((column for column, count in words.items() if column < longest and count >= 3), texts[0])
    return {headline: "title"} if headline in texts else {headline: "title", longest: "quote"}


def settled(roles: Mapping[int, str], rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """
    The roles with the column of dates that is one, where what the headings say is no date and another column is.

    >>> settled({0: "date", 1: "title"}, [["ann@a.example", "Lunch", "12 June 2023"]])
    {1: 'title', 2: 'date'}
    """
    shares = dict(enumerate(map(_share, _columns(rows))))
    wrong = {column for column, role in roles.items() if role in ("date", "end") and shares.get(column, 1) < 0.2}
    better = next((column for column, share in shares.items() if column not in roles and share >= 0.6), None)
    if better is None or "date" not in {roles[column] for column in wrong}:
        return dict(roles)
    kept = {column: role for column, role in roles.items() if column not in wrong}
    return dict(sorted({**kept, better: "date"}.items()))


def named_above(heading: Sequence[str], roles: Mapping[int, str]) -> bool:
    """A row above what was guessed names its columns: where dates stand below, it has words that are none."""
    column = next(column for column, role in roles.items() if role == "date")
    mine = heading[column].strip() if column < len(heading) else ""
    return bool(mine) and not _is_date(mine) and not any(map(str.isdecimal, mine))


def order_in(heading: str) -> str:
    """
    In which order dates in figures are, where a heading says it; "both" where it does not.

    >>> order_in("Date (DD/MM/YYYY)"), order_in("Date")
    ('day-first', 'both')
    """
    found = re.search(r"\b(?:(d{1,2})[-/.](m{1,2})|(m{1,2})[-/.](d{1,2}))[-/.]y", heading, re.IGNORECASE)
    return "both" if found is None else "day-first" if found[1] else "month-first"


def _columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max((len(row) for row in rows), default=0)
    return [[row[column].strip() if column < len(row) else "" for row in rows] for column in range(width)]


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_DATE and len(text.split()) <= _MOST_WORDS and bool(_DATELIKE.search(text))


def _share(cells: Sequence[str]) -> float:
    """How many of the cells that say something are dates."""
    filled = [cell for cell in cells if cell]
    return sum(map(_is_date, filled)) / len(filled) if filled else 0.0


def _words(cells: Sequence[str]) -> float:
    """The mean number of words in a cell; none where most say nothing."""
    filled = sum(map(bool, cells))
    return sum(len(cell.split()) for cell in cells) / len(cells) if 2 * filled >= len(cells) > 0 else 0.0


def _folded(heading: str) -> str:
    """A heading as it is compared: lower case, one space between words, no brackets, nothing that ends a sentence."""
    text = re.sub(r"[_\s]+", " ", heading).strip().lower()
    text = re.sub(r"\(e?s\)", "", text)
    text = re.sub(r"\s*(?:\([^)]*\)|\[[^\]]*\])", "", text) or text
    text = re.sub(r"\s*/\s*", "/", text)
    return text.strip(" .:?*") or text


def _parts(heading: str) -> list[str]:
    """The names in a heading that has several: "Fact / Event", "Notes & comments"."""
    return [one.strip(" .:?*") for one in re.split(r"/|&|,|\band\b|\bor\b|\s-\s", _folded(heading))]


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
    bare = re.sub(r"[\s,]+|\.0\Z", "", year)
    if not re.fullmatch(r"-?\d{1,5}", bare):  # a year in words, which may have more than a year in it
        return " ".join(filter(None, (day, month, year, time)))
    year = bare
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
