"""
The days of a log: a live blog, a diary, an archive page, whose entries stand under their day or begin with it.

What such an entry tells from its own day ("this afternoon", "on Monday", "20:05") is told from there, not from the day
on which the whole was published.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from timeline.phrases.focus import Seen
from timeline.phrases.meaning import Grain, Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.span import Span
    from timeline.phrases.reading import Reading

_BLANK = re.compile(r"[ \t*#=|•-]*")
_ALONE = re.compile(r"[ \t]*[:*#=|-]*[ \t]*(?=\n|\Z)")
_OPENS = re.compile(r"[ \t]*(?:[–—:]|--?(?=\s))[ \t]*(?=\S)")


class Scenes:
    """The days that head parts of a text, each with the part it heads: up to the next one."""

    def __init__(self, text: str, readings: Sequence[Reading]) -> None:
        heading: list[Seen] = []
        opening: list[Seen] = []
        for reading in readings:
            named = reading.meaning
            if not isinstance(named, Named) or named.grain is not Grain.DAY or named.anchor != "none":
                continue
            start = text.rfind("\n", 0, reading.span.start) + 1
            interval = named.written.at(0)
            if interval is None or not _BLANK.fullmatch(text, start, reading.span.start):
                continue
            seen = Seen(named, interval, reading.span)
            if _ALONE.match(text, reading.span.end):
                heading.append(seen)
            elif start > 0 and _OPENS.match(text, reading.span.end):
                opening.append(seen)
        days = {seen.interval for seen in heading}
        # One day by itself is the page's own, or a caption: only a row of them heads what stands below it.
        found = opening + (heading if len(days) > 1 else [])
        self._found = sorted(found, key=lambda seen: seen.span)
        self._starts = [seen.span.start for seen in self._found]
        self._ends = {seen.span: text.find("\n", seen.span.end) for seen in opening}

    def heads(self, span: Span | None) -> bool:
        """The day at this place heads a part."""
        return any(seen.span == span for seen in self._found)

    def at(self, span: Span) -> Seen | None:
        """The day under which a place stands; a day that opens a paragraph is that of its paragraph alone."""
        place = bisect_right(self._starts, span.start) - 1
        if place < 0:
            return None
        found = self._found[place]
        end = self._ends.get(found.span, -1)
        return None if end >= 0 and span.start > end else found
