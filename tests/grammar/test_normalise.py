"""What the parser is given, and the way back to the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.grammar.normalise import normalise
from timeline.model.span import Span

AWKWARD = st.text(alphabet="ab A.,-'\"“”’\n\r\t\u00a0\u00ad\u200bﬁ–s!?", max_size=80)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Trump’s re -election", "Trump's re-election"),
        ("an anti -aircraft gun, an anti- tank gun", "an anti-aircraft gun, an anti-tank gun"),
        ("pre- and post-war", "pre- and post-war"),
        ("he came -and left", "he came -and left"),
        ("a French -German plan", "a French-German plan"),
        ("two  spaces,\u00a0and one\nline", "two spaces, and one line"),
        ("the develop-\nment of anti-\naircraft guns", "the development of anti-aircraft guns"),
        ("co\u00adoperation", "cooperation"),
        ("Mr X , who 's here .", "Mr X, who's here."),
        ("could lead to ”. He left", "could lead to. He left"),
        ("the oﬃce", "the office"),
        ("“Yes,” he said", '"Yes," he said'),
    ],
)
def test_misprints_are_mended(given: str, expected: str) -> None:
    """Torn words, odd quotes and stray marks do not reach the parser."""
    assert expected == normalise(given, Span(0, len(given))).text


@given(AWKWARD, st.integers(0, 20))
def test_every_character_knows_its_place(text: str, start: int) -> None:
    """Each character given to the parser stands for one of the stretch, in the order of the article."""
    span = Span(min(start, len(text)), len(text))

    normal = normalise(text, span)

    places = list(normal.places)
    assert len(places) == len(normal.text)
    assert places == sorted(places)
    assert all(span.start <= place < span.end for place in places)
    for character, place in zip(normal.text, places, strict=True):
        if character.isalnum() and text[place] != "ﬁ":
            assert text[place] == character


@given(AWKWARD)
def test_no_word_is_lost(text: str) -> None:
    """Letters and digits reach the parser whole."""
    normal = normalise(text, Span(0, len(text)))

    assert [c for c in text.replace("ﬁ", "fi") if c.isalnum()] == [c for c in normal.text if c.isalnum()]


@given(AWKWARD)
def test_quotations_lie_within_the_text(text: str) -> None:
    """Quotations are stretches of what the parser sees, one after the other."""
    normal = normalise(text, Span(0, len(text)))

    ends = [0]
    for quote in normal.quotes:
        assert ends[-1] <= quote.start < quote.end <= len(normal.text)
        ends.append(quote.end)


def test_a_quotation_may_go_on() -> None:
    """A quotation that opens a paragraph and is not closed there covers all of it; one opened later is a stray mark."""
    going_on = "“We shall go on. We shall not stop."
    stray = "He is 6“ tall."

    assert [quote.of(going_on) for quote in normalise(going_on, Span(0, len(going_on))).quotes] == [going_on]
    assert normalise(stray, Span(0, len(stray))).quotes == ()


def test_a_span_covers_what_was_mended() -> None:
    """The words of the article behind a mended word include its misprint."""
    text = "Trump’s re -election"
    normal = normalise(text, Span(0, len(text)))
    at = normal.text.index("re-election")

    assert normal.span(at, at + len("re-election")).of(text) == "re -election"
