"""An article cut into pieces: nothing is lost, and a click finds the narrowest event."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.app.fourteen import timeline
from timeline.app.marks import paragraphs
from timeline.articles.layout import blocks
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.span import Span

TEXT = "A headline\n\nOne thing happened after another thing had happened. A third came on Monday.\n\nThe end of it.\n"
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: Span(min(pair), max(pair)))


def event(number: int, span: Span) -> Event:
    """An event told by these characters."""
    return Event(f"e{number}", "a", "t", span.of(TEXT), span, span)


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=3))
def test_the_pieces_are_the_text(found: list[Span], times: list[Span]) -> None:
    """Whatever is marked, each block of the page reads as before."""
    events = [event(number, span) for number, span in enumerate(found)]
    cut = paragraphs(Article(TEXT, id="a"), events, dict.fromkeys(times, ""))
    assert ["".join(piece.text for piece in one.pieces) for one in cut] == [
        block.span.of(TEXT) for block in blocks(TEXT)
    ]


@given(st.lists(spans, max_size=6))
def test_a_piece_names_the_events_that_cover_it_narrowest_first(found: list[Span]) -> None:
    """Overlapping marks stay apart, and each event opens once."""
    events = {f"e{number}": span for number, span in enumerate(found)}
    pieces = [
        piece
        for one in paragraphs(Article(TEXT, id="a"), [event(n, span) for n, span in enumerate(found)])
        for piece in one.pieces
    ]
    for piece in pieces:
        widths = [events[name].end - events[name].start for name in piece.events]
        assert widths == sorted(widths)
    opened = [name for piece in pieces for name in piece.opens]
    assert len(opened) == len(set(opened))


def test_headings_words_of_time_and_reasons_are_told_apart() -> None:
    """Headings keep their kind; a reason's words carry the event whose date rests on them."""
    found = timeline()
    article = found.articles[0]
    at = article.text.index("in April")
    cut = paragraphs(article, found.events, {Span(at, at + 8): "April 2025"})
    assert cut[0].kind == "heading"
    piece = next(piece for one in cut for piece in one.pieces if piece.text == "in April")
    assert piece.time
    assert piece.when == "April 2025"
    assert "visit" in piece.events
    assert "visit" in piece.why


def test_events_of_another_article_leave_no_mark() -> None:
    """Spans count characters of their own article only."""
    cut = paragraphs(Article(TEXT, id="b"), [event(0, Span(0, 10))])
    assert not any(piece.events for one in cut for piece in one.pieces)


def test_events_that_share_words_show_where_each_begins_and_ends() -> None:
    """Crossing and nested ones alike; one that shares no words needs no edge."""
    one, other, apart = Span(12, 40), Span(30, 55), Span(60, 66)
    cut = paragraphs(Article(TEXT, id="a"), [event(n, span) for n, span in enumerate((one, other, apart))])
    pieces = [piece for block in cut for piece in block.pieces if piece.events]
    assert [(piece.text, piece.begins, piece.ends) for piece in pieces] == [
        (Span(12, 30).of(TEXT), True, False),
        (Span(30, 40).of(TEXT), True, True),
        (Span(40, 55).of(TEXT), False, True),
        (apart.of(TEXT), False, False),
    ]


def test_two_events_of_the_same_words_are_both_there() -> None:
    """One piece with both, begun and ended once."""
    same = Span(12, 40)
    cut = paragraphs(Article(TEXT, id="a"), [event(0, same), event(1, same)])
    [piece] = [piece for block in cut for piece in block.pieces if piece.events]
    assert (piece.events, piece.begins, piece.ends) == (("e0", "e1"), True, True)
