"""The articles' text, as text: events in their lane's colour, words that name a time underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

from timeline.app.fits import place_of
from timeline.app.marks import Paragraph, Piece, paragraphs
from timeline.app.palette import name_of
from timeline.app.panes.parts import Component, does, plain_button

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.app.texts import Texts
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.span import Span

_HEADINGS = ("heading",)


def article_pane(
    read: Texts,
    events: Sequence[Event],
    colours: Mapping[str, int],
    times: Mapping[str, Mapping[Span, str]],
    clashes: Mapping[str, tuple[Span, ...]],
) -> Component:
    """
    The texts one below the other; where they are not all, with ways to those before and after.

    *colours* is the colour number of each event's lane, *times* where words of each article name a
    time, and which, *clashes* where words stand that do not fit others.
    """
    several = len(read.articles) > 1 or read.total > 0
    return [
        *_ways(read),
        *[_text(article, events, colours, times, clashes, named=several) for article in read.articles],
    ]


def _ways(read: Texts) -> list[Component]:
    """Which article it is, and the ways to its neighbours: each selects an event that is told there."""
    if not read.total:
        return []
    ways = [
        plain_button(words, "select", event, kind="link")
        for words, event in (("‹ Previous article", read.before), ("Next article ›", read.after))
        if event is not None
    ]
    says = f"Article {read.number:,} of {read.total:,}, the one that tells the selected event."
    return [html.P([html.Span(says), *ways], className="note article-ways")]


def _text(
    article: Article,
    events: Sequence[Event],
    colours: Mapping[str, int],
    times: Mapping[str, Mapping[Span, str]],
    clashes: Mapping[str, tuple[Span, ...]],
    *,
    named: bool,
) -> Component:
    title = [html.H2(article.title or article.source or "Article", className="article-title")] if named else []
    blocks = paragraphs(article, events, times.get(article.id, {}), clashes.get(article.id, ()))
    return html.Article([*title, *[_paragraph(one, article.id, colours) for one in blocks]], className="article-text")


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
    for name, on in (
        ("nested", len(piece.events) > 1),
        ("begins", piece.begins),
        ("ends", piece.ends),
        ("time", piece.time),
    ):
        if on:
            classes.append(name)
    if piece.when:
        marks["data-when"] = piece.when
    if piece.why:
        marks["data-why"] = " ".join(piece.why)
    if piece.clash:
        classes.append("clash")
        marks["data-place"] = " ".join(place_of(article, span) for span in piece.clash)
    return (html.Mark if piece.events else html.Span)(piece.text, className=" ".join(classes), **marks)
