"""A picture of a timeline as the bytes of a file: the one way for the library, the command line and the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.draw.svg import FOOT, render
from timeline.draw.theme import Theme, theme_of, with_palette
from timeline.errors import ExportError
from timeline.scene.paper import MOST_PAGES
from timeline.scene.view import SMALLEST, View
from timeline.scene.words import published_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline.model.article import Article
    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Scene
    from timeline.scene.source import Source

    Lay = Callable[[View], Scene]
    """How a view becomes a scene."""

PICTURES = ("svg", "png", "pdf")
_PUBLISHED = "published "
_NAMED = 3
"""Articles that the source line names."""
_DAYS = 4
"""Pages of more days than these begin with a whole one."""
_TRIED = (1, 2, 3, 4, 6, 8, 11, 15, MOST_PAGES)
"""Numbers of pages that "auto" tries."""


@dataclass(frozen=True, slots=True)
class Style:
    """
    How a picture is made.

    `palette` is a file of colours, `font` one for characters that the shipped font lacks; `scale` is pixels of a PNG
    for each of the drawing's, `pages` how many a PDF has, or "auto". `source` is the line below the drawing, empty for
    none; `tell` is called with a sentence for what could not be drawn. `most` is how many pixels a
    PNG may have, where that is less than is possible.
    """

    theme: str = "light"
    palette: Path | None = None
    font: Path | None = None
    scale: float = 1.0
    pages: int | str = 1
    source: str = ""
    tell: Callable[[str], None] | None = None
    most: int | None = None

    def colours(self) -> Theme:
        """The theme with its palette; ExportError where one of them does not exist."""
        theme = theme_of(self.theme)
        return theme if self.palette is None else with_palette(theme, self.palette)


def picture(name: str, lay: Lay, view: View, style: Style = Style()) -> bytes:
    """
    A timeline as "svg", "png" or "pdf".

    ExportError where it cannot be made: a theme, palette or font that does not exist, a size or number of pages that is
    not possible.
    """
    colours = style.colours()
    if name == "svg":
        return _svg(lay, view, style, colours, fonts=True).encode("utf-8")
    from timeline.draw import image  # noqa: PLC0415 - who writes SVG needs no renderer

    if name == "png":
        svg = _svg(lay, view, style, colours)
        return image.png(svg, style.scale, font=style.font, tell=style.tell, most=style.most or image.MOST_PIXELS)
    drawn = (_svg(lay, page, style, colours) for page in paged(lay, view, style.pages))
    return image.pdf(*drawn, font=style.font, tell=style.tell)


def _svg(lay: Lay, view: View, style: Style, colours: Theme, *, fonts: bool = False) -> str:
    """The drawing in its height, the line below it included where there is room."""
    source = style.source
    if source and view.height is not None:
        if view.height - FOOT < SMALLEST:
            source = ""
        else:
            view = replace(view, height=view.height - int(FOOT))
    return render(lay(view), colours, fonts=fonts, source=source)


def paged(lay: Lay, view: View, pages: int | str) -> list[View]:
    """
    What each page of a PDF shows: its share of the time, with the same lanes on all and the legend on the last.

    "auto" takes as many pages as it needs for every event to have its label, at most `MOST_PAGES`.
    """
    if pages == "auto":
        ways = (_split(lay, view, count) for count in _TRIED)
        return next((way for way in ways if _complete(lay, way)), _split(lay, view, MOST_PAGES))
    if not isinstance(pages, int) or not 1 <= pages <= MOST_PAGES:
        raise ExportError(f"a PDF of {pages} pages is not possible: choose 1 to {MOST_PAGES}, or auto")
    return _split(lay, view, pages)


def _split(lay: Lay, view: View, pages: int) -> list[View]:
    if pages == 1:
        return [view]
    if view.broken:
        raise ExportError("a broken axis is drawn on one page: ask for one page, or for an axis that is not broken")
    whole = lay(replace(view, whole=True))
    if whole.offset:  # days from publication have no window
        return [view]
    edges = [whole.first + (whole.last - whole.first) * number / pages for number in range(pages + 1)]
    if edges[1] - edges[0] > _DAYS:  # a day lies on one page alone
        edges = [edges[0], *map(round, edges[1:-1]), edges[-1]]
    return [
        replace(view, window=(first, last), legend=view.legend and last == edges[-1]) for first, last in pairwise(edges)
    ]


def _complete(lay: Lay, pages: list[View]) -> bool:
    return not any(lane.more for page in pages for lane in lay(page).lanes)


def source_line(timeline: Timeline | Source) -> str:
    """
    ``Source: A European force (force.txt), published 20 Aug 2025``; empty where there is nothing to name.

    The title of the only article, which is that of the drawing, is not said again.
    """
    articles = timeline.articles
    alone = len(articles) == 1 and articles[0].title in (timeline.title or articles[0].title, None)
    named = [text for article in articles if (text := _named(article, titled=not alone))]
    if not named:
        return ""
    if named[0].startswith(_PUBLISHED) and len(named) == 1:
        return named[0][0].upper() + named[0][1:]
    rest = len(named) - _NAMED
    more = f"; and {rest} more" if rest > 0 else ""
    return ("Source: " if len(named) == 1 else "Sources: ") + "; ".join(named[:_NAMED]) + more


def _named(article: Article, *, titled: bool) -> str:
    """An article's title, where it comes from, and its day where that is known."""
    title, source = article.title if titled else None, article.source
    name = f"{title} ({source})" if title and source and source not in title else title or source or ""
    day = published_words(article.published)
    return ", ".join(part for part in (name, f"{_PUBLISHED}{day}" if day else "") if part)
