"""
The day a web page was published, by what its markup says, with the very words that say so.

htmldate knows the many ways in which pages tell it; here its answer is looked up again in the page: what calls itself
a change of the page is no day of publication, only its latest possible one, and what stands nowhere is not taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.articles import dates
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.iso import parse_day
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# no day is right because of the day on which it is read: fixed bounds, far apart
OLDEST, NEWEST = "1900-01-01", "2199-12-31"
_WORDS = 200  # characters of a tag that are kept
_SCRIPT = 2_000_000  # characters of a script that are looked at
_REVISED = re.compile(r"modif|updat|revis|chang|crawl|saved|fetch", re.IGNORECASE)
_BEGINS_REVISED = re.compile(r"\W*(?:last\s+)?(?:updated|modified|revised|changed)\b", re.IGNORECASE)
_DATED = re.compile(r"date|time|publi|posted|issued|byline|stamp|created", re.IGNORECASE)
_JSON = re.compile(r"\"(date(?:Published|Created|Modified)|uploadDate)\"\s{0,9}:\s{0,9}\"([^\"<>]{8,40})\"")
_SAVED = re.compile(r"\bsaved date:\s*(?P<day>[^\n>]{8,60})", re.IGNORECASE)
_NAMES = ("name", "property", "itemprop", "http-equiv", "class", "id", "rel", "pubdate")
_SHOWN = ("name", "property", "itemprop", "http-equiv", "class", "rel", "datetime", "content", "href", "title")


@dataclass(frozen=True, slots=True)
class PageDate:
    """The day of publication, or the latest one possible, and the words of the page that say it."""

    window: Range
    words: str


@dataclass(frozen=True, slots=True)
class _Said:
    day: int
    words: str
    revised: bool


def page_date(tree: Any, markup: str, url: str | None = None) -> PageDate | None:  # noqa: ANN401 - an lxml element
    """The publication day of a page that was parsed to *tree*; *markup* is its source."""
    said = list(_said(tree, url))
    saved = [one.day for one in said if one.revised]
    chosen = _chosen(tree, url)
    if chosen is not None:
        for one in said:
            if one.day == chosen and not one.revised:
                return PageDate(Range(start_of(chosen), last_of(chosen)), one.words)
    if saved:
        first = min(saved)
        return PageDate(
            Range(None, last_of(first)), next(one.words for one in said if one.revised and one.day == first)
        )
    return _by_the_saver(markup)


def _chosen(tree: Any, url: str | None) -> int | None:  # noqa: ANN401 - an lxml element
    """The day that htmldate gives; it changes no tree that is handed to it."""
    from htmldate import find_date  # noqa: PLC0415 - only where a page is read

    found = find_date(
        tree, extensive_search=False, original_date=True, url=url, min_date=OLDEST, max_date=NEWEST
    )  # a tree, never a string: one that looks like an address would be fetched
    return None if found is None else parse_day(found)


def _said(tree: Any, url: str | None) -> Iterator[_Said]:  # noqa: ANN401 - an lxml element
    """The days the page says around its text, in its order: the address, the head, what calls itself a date."""
    if url:
        yield from (_Said(day, url, revised=False) for day in _days(url))
    for element in tree.iter("meta", "link", "time", "abbr", "script", "span", "div", "p", "li"):
        if element.tag == "script":
            yield from _in_json(element.text or "")
            continue
        names = " ".join(str(element.get(name)) for name in _NAMES if element.get(name))
        if element.tag not in ("time", "abbr", "link") and not _DATED.search(names):
            continue
        if element.tag == "link" and element.get("rel") != "canonical":
            continue
        own = " ".join(str(element.get(name)) for name in ("content", "datetime", "title", "href") if element.get(name))
        text = own if element.tag == "meta" else f"{own} {_own_words(element)}"
        revised = bool(_REVISED.search(names)) or _under_revised(element)
        yield from (_Said(day, _tag(element), revised) for day in _days(text))


def _under_revised(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    """It, or the line it stands in, begins with "Last updated"."""
    return element.tag != "meta" and any(
        _BEGINS_REVISED.match(_own_words(one)) for one in (element, element.getparent()) if one is not None
    )


def _in_json(script: str) -> Iterator[_Said]:
    for found in _JSON.finditer(script, 0, _SCRIPT):
        yield from (_Said(day, found[0], found[1] == "dateModified") for day in _days(found[2]))


def _days(text: str) -> Iterator[int]:
    yield from (date.number for date in dates.within(text, Span(0, len(text))) if date.number is not None)


def _own_words(element: Any) -> str:  # noqa: ANN401 - an lxml element
    """What stands in an element that is a line of its own, not a part of the page."""
    words = " ".join("".join(element.itertext()).split())
    return words if len(words) <= _WORDS else ""


def _tag(element: Any) -> str:  # noqa: ANN401 - an lxml element
    """The opening tag as a page has it, and the words in it."""
    names = "".join(f' {name}="{element.get(name)}"' for name in _SHOWN if element.get(name))
    words = "" if element.tag == "meta" else _own_words(element)
    shown = f"<{element.tag}{names}>{words}"
    return shown if len(shown) <= _WORDS else f"{shown[: _WORDS - 1]}…"


def _by_the_saver(markup: str) -> PageDate | None:
    """The day on which a program saved the page, where it left a note of that."""
    found = _SAVED.search(markup, 0, 5000)
    days = [] if found is None else list(_days(found["day"]))
    if found is None or not days:
        return None
    return PageDate(Range(None, last_of(days[0])), found[0].strip(" -"))
