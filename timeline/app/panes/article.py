"""The articles' text, as text: events in their lane's colour, words that name a time underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

from timeline.app.fits import place_of
from timeline.app.marks import Paragraph, Piece, paragraphs
from timeline.app.palette import name_of
from timeline.app.panes.parts import Component, does

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.span import Span

_HEADINGS = ("heading",)


def article_pane(
    articles: Sequence[Article],
    events: Sequence[Event],
    colours: Mapping[str, int],
    times: Mapping[str, tuple[Span, ...]],
    clashes: Mapping[str, tuple[Span, ...]],
) -> Component:
    """
    The texts one below the other.

    *colours* is the colour number of each event's lane, *times* where each article's time expressions stand,
    *clashes* where words stand that do not fit others.
    """
    several = len(articles) > 1
    return [
        html.Article(
            [
                *(
                    [html.H2(article.title or article.source or "Article", className="article-title")]
                    if several
                    else []
                ),
                *[
                    _paragraph(one, article.id, colours)
                    for one in paragraphs(article, events, times.get(article.id, ()), clashes.get(article.id, ()))
                ],
            ],
            className="article-text",
        )
        for article in articles
    ]


def _paragraph(paragraph: Paragraph, article: str, colours: Mapping[str, int]) -> Component:
    pieces = [_piece(piece, article, colours) for piece in paragraph.pieces]
    # so that words that are marked have their place in the text
    where: dict[str, Any] = {"data-article": article, "data-start": str(paragraph.start)}
    return (
        html.H2(pieces, **where) if paragraph.kind in _HEADINGS else html.P(pieces, className=paragraph.kind, **where)
    )


def _piece(piece: Piece, article: str, colours: Mapping[str, int]) -> Component:
    """Plain text stays a string; marked text is a `mark` that selects the narrowest event it tells."""
    if not (piece.events or piece.time or piece.why or piece.clash):
        return piece.text
    classes = []
    marks: dict[str, Any] = {}
    if piece.events:
        classes += ["ev", name_of(colours.get(piece.events[0], -1))]
        marks |= {**does("select", piece.events[0]), "data-event": " ".join(piece.events)}
    if len(piece.events) > 1:
        classes.append("nested")
    if piece.time:
        classes.append("time")
    if piece.why:
        marks["data-why"] = " ".join(piece.why)
    if piece.clash:
        classes.append("clash")
        marks["data-place"] = " ".join(place_of(article, span) for span in piece.clash)
    return (html.Mark if piece.events else html.Span)(piece.text, className=" ".join(classes), **marks)
