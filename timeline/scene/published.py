"""The publication days of a timeline's articles, as they are drawn behind its lanes."""

from __future__ import annotations

from collections import Counter
from functools import reduce
from typing import TYPE_CHECKING, Final

from timeline.chrono.bounds import Range
from timeline.scene.extent import published_extent
from timeline.scene.words import published_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.scene.breaks import Breaks
    from timeline.scene.source import Source

_MOST_BANDS: Final = 3
"""So many may lie one over the other: each is a shade of grey more behind the labels."""


def published_in(source: Source, breaks: Breaks) -> tuple[tuple[float | None, float | None, str], ...]:
    """The first and the last day, and the words, of each publication day: a line, or a band where it is not known."""
    if source.offset:
        return ((0.5, 0.5, ""),)
    days = Counter(article.published for article in source.articles if not article.published.open)
    bands = {one: number for one, number in days.items() if not one.one_day}
    told = {one: published_words(one) for one in days}
    if len(bands) > _MOST_BANDS:
        told = {one: words for one, words in told.items() if one.one_day}
        for hull, number in _joined(bands):
            told[hull] = published_words(hull) + (f" ({number} articles)" if number > 1 else "")
    shown = [(*breaks.ends(published_extent(one)), words) for one, words in told.items()]
    return tuple(sorted(shown, key=lambda one: (one[0] is None, one[0] or 0.0, one[1] is None, one[1] or 0.0)))


def _joined(bands: Mapping[Range, int]) -> Iterable[tuple[Range, int]]:
    """Those that overlap as one from the first to the last day of any, with the number of their articles."""
    groups: list[list[Range]] = []
    reached: Range | None = None
    for band in sorted(bands, key=lambda one: (one.earliest is not None, one.earliest or 0)):
        if reached is None or (reached & band).empty:
            groups.append([])
            reached = band
        groups[-1].append(band)
        reached = reached.hull(band)
    return [(reduce(Range.hull, group), sum(bands[one] for one in group)) for group in groups]
