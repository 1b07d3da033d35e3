"""TimelineJS' slides as rows: what its JSON and its spreadsheet have in common, read."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from timeline.formats.body import MARKED, parts_in
from timeline.formats.columns import composed, letter
from timeline.formats.marks import HEADER
from timeline.formats.rows import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BLOCKS = frozenset({"p", "div", "br", "blockquote", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr"})
_READ = frozenset(
    {"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline"}
    | {"Text", "Media", "Group", "Type", "Timeline ID"}
)


def is_sheet(headings: Sequence[str]) -> bool:
    """The headings are those of TimelineJS' spreadsheet."""
    names = {heading.strip() for heading in headings}
    return {"Year", "Headline"} <= names and bool(names & {"Display Date", "Media", "Media Caption", "End Year"})


def of_sheet(number: int, named: Mapping[str, str], headings: Sequence[str]) -> Row:
    """A row of the sheet; *named* has its cells by their headings."""
    letters = {heading.strip(): letter(column) for column, heading in enumerate(headings)}
    lower = {name.lower().replace(" ", "_"): text for name, text in named.items()}
    check = next((name for name in named if name.startswith(HEADER)), "")
    told = {
        "shown": (plain(named.get("Display Date", "")), "Display Date"),
        "date": (composed({**lower, "year": in_data(lower.get("year", ""))}), "Year"),
        "end": (composed({**lower, "end_year": in_data(lower.get("end_year", ""))}, "end_"), "End Year"),
        "title": (plain(named.get("Headline", "")), "Headline"),
        "lane": (plain(named.get("Group", "")), "Group"),
        "id": (named.get("Timeline ID", "").strip(), "Timeline ID"),
        "check": (named.get(check, ""), check),
    }
    cells = {role: Cell(text, letters.get(name, "")) for role, (text, name) in told.items() if name in named}
    for role, text in _told(named.get("Text", ""), named.get("Media", "")).items():
        cells[role] = Cell(text, letters.get("Media" if role == "links" else "Text", ""))
    rest = {name: text for name, text in named.items() if name not in _READ and name != check and text.strip()}
    return Row(number, cells, rest)


def in_data(year: str) -> str:
    """
    A year of TimelineJS, whose -217 is 217 BCE, as data has it.

    >>> in_data("-217"), in_data("2025"), in_data("c. 1850")
    ('-216', '2025', 'c. 1850')
    """
    return str(int(year) + 1) if re.fullmatch(r"\s*-\d+\s*", year) else year


def of_slide(number: int, slide: Mapping[str, str], rest: Mapping[str, str]) -> Row:
    """A slide of the JSON by the names of its fields, whose ``text`` and ``headline`` are HTML."""
    cells = {role: Cell(slide[role], role) for role in ("date", "end", "id", "check") if slide.get(role)}
    for role, name in (("shown", "display_date"), ("title", "headline"), ("lane", "group")):
        cells[role] = Cell(plain(slide.get(name, "")), name)
    for role, text in _told(slide.get("text", ""), slide.get("media", "")).items():
        cells[role] = Cell(text, "media" if role == "links" else "text")
    return Row(number, cells, rest)


def _told(html: str, media: str) -> dict[str, str]:
    """What is told below the headline, each role once; those that are not told are empty, so that an edit shows."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = [line for line in words.lines() if line not in words.links and line not in words.named]
    links = dict.fromkeys(filter(None, [media.strip(), *words.links]))
    told = dict.fromkeys((*MARKED, "links"), "") | parts_in(lines)
    told.pop("why", None)
    return {**told, "links": "; ".join(links)}


def plain(html: str) -> str:
    """Words without their markup, on one line."""
    words = _Words()
    words.feed(html)
    words.close()
    return " ".join(" ".join(words.lines()).split())


class _Words(HTMLParser):
    """The words of a piece of HTML by lines, the addresses it links to, and how they are named."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self.links: list[str] = []
        self.named: set[str] = set()
        self._link: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._pieces.append("\n")
        if tag == "a":
            self._link = []
            self.links += [address for name, address in attrs if name == "href" and address]

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._pieces.append("\n")
        if tag == "a" and self._link is not None:
            self.named.add(" ".join("".join(self._link).split()))
            self._link = None

    def handle_data(self, data: str) -> None:
        self._pieces.append(data)
        if self._link is not None:
            self._link.append(data)

    def lines(self) -> list[str]:
        """The lines that say something."""
        lines = (" ".join(line.split()) for line in re.split(r"\n", "".join(self._pieces)))
        return [line for line in lines if line]
