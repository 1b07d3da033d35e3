"""Events as TimelineJS shows them: the parts that its JSON and its spreadsheet have in common."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from timeline.formats.body import MARKED, lines_of, parts
from timeline.formats.chronology import heading, lines
from timeline.formats.marks import check_of
from timeline.formats.shown import COLUMNS, one_line, spoken
from timeline.formats.units import Dates, dates_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.formats.chronology import Line
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

KEPT = ("Media Credit", "Media Caption", "Media Thumbnail", "Background", "Alt Text")
"""Columns of the sheet that say nothing of an event; where it came from a sheet they go out again."""
_MEDIA = re.compile(
    r"https?://\S+\.(?:jpe?g|png|gif|webp|svg|mp4|webm|mp3|m4a|wav)(?:\?\S*)?\Z"
    r"|https?://(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|soundcloud\.com|dailymotion\.com|flickr\.com"
    r"|wikipedia\.org|imgur\.com|spotify\.com)/\S+\Z",
    re.IGNORECASE,
)

_WEB = re.compile(r"https?://", re.IGNORECASE)
"""What may be followed: an address of another kind can be a script."""


def counted(year: int) -> int:
    """A year as TimelineJS labels it, which counts 217 BCE as -217 and has no year 0."""
    return year if year > 0 else year - 1


class Slide(NamedTuple):
    """One event: its dates, the words of its date, headline and text as HTML, a picture or film, and its marks."""

    id: str
    dates: Dates
    shown: str
    headline: str
    text: str
    media: str
    group: str
    kept: Mapping[str, str]
    check: str


class Deck(NamedTuple):
    """The slides of a timeline, and the title slide; `undated` events are named on that, and all by their `ids`."""

    headline: str
    text: str
    slides: list[Slide]
    ids: list[str]


def deck(timeline: Timeline) -> Deck:
    """The visible events by time as slides."""
    slides, undated, ids = [], [], []
    for line in lines(timeline):
        dates = dates_of(line.event)
        if dates is None:
            undated.append(line)
            continue
        ids.append(line.event.id)
        slides.append(_slide(line, dates))
    told = [f"<p>{escape(one_line(line.title), quote=False)} ({_plain(line.when)})</p>" for line in undated]
    text = "".join(["<p>Of unknown date:</p>", *told]) if told else ""
    return Deck(escape(heading(timeline), quote=False), text, slides, ids)


def _slide(line: Line, dates: Dates) -> Slide:
    event = line.event
    media = next((link for link in event.links if _MEDIA.match(link)), "")
    told = parts(line, without=("links",))
    others = [link for link in event.links if link != media]
    group = str(event.extra.get("lane") or (event.actors[0] if event.actors else ""))
    headline = one_line(line.title)
    marks = {
        "shown": one_line(line.when),
        "date": dates.first.iso,
        "end": dates.last.iso if dates.last else "",
        "title": headline,
        **{role: told.get(role, "") for role in MARKED},
        "links": "; ".join([*([media] if media else []), *others]),
        "lane": one_line(group),
    }
    return Slide(
        id=event.id,
        dates=dates,
        shown=_words(line.when),
        headline=escape(headline, quote=False),
        text=_html(lines_of(told), others),
        media=media,
        group=_words(group),
        kept=_kept(event),
        check=check_of(marks, event),
    )


def _kept(event: Event) -> dict[str, str]:
    """What a sheet said of a slide that a timeline has no place for, where the event came from one."""
    columns = event.extra.get(COLUMNS)
    found = columns if isinstance(columns, dict) else {}
    return {name: spoken(found[name]) for name in KEPT if isinstance(found.get(name), str)}


def _html(told: list[str], links: list[str]) -> str:
    """Lines as paragraphs, the quote as one, addresses of the web as links."""
    paragraphs = [
        f"<blockquote>{_plain(line)}</blockquote>" if line.startswith("“") else f"<p>{_plain(line)}</p>"
        for line in told
    ]
    named = [
        f'<p><a href="{escape(one_line(link))}">{_plain(link)}</a></p>'
        if _WEB.match(link)
        else f"<p>{_plain(link)}</p>"
        for link in links
    ]
    return "".join([*paragraphs, *named])


def _words(text: str) -> str:
    """Words that are shown as they are, but that TimelineJS puts into its page as markup: no element begins in them."""
    return one_line(text).replace("<", "&lt;")


def _plain(text: str) -> str:
    return escape(one_line(text), quote=False)
