"""Tokens and spelled-out numbers."""

from __future__ import annotations

import pytest

from timeline.phrases.engine import english
from timeline.phrases.numbers import read_number
from timeline.phrases.rules.words import NUMBERS
from timeline.phrases.tokens import BREAK, Tokeniser

tokenise = Tokeniser(["a.m.", "sept.", "o'clock"])
TEXTS = [
    ("10-hour", ["10", "-", "hour"]),
    ("at 10:30 a.m.", ["at", "10:30", "a.m."]),
    ("Sept. 5, 1,000 men", ["Sept.", "5", ",", "1,000", "men"]),
    ("22.8 years.", ["22.8", "years", "."]),
    ("2025-08-20 and 8/20/25", ["2025-08-20", "and", "8/20/25"]),
    ("1861-1865", ["1861", "-", "1865"]),
    ("year's 1990s", ["year", "'", "s", "1990s"]),
    ("one\n\ntwo", ["one", BREAK, "two"]),
    ("ten o'clock", ["ten", "o'clock"]),
    ("a.m.x", ["a", ".", "m", ".", "x"]),
]


@pytest.mark.parametrize(("text", "words"), TEXTS, ids=[text for text, _ in TEXTS])
def test_words_numbers_and_signs(text: str, words: list[str]) -> None:
    """A number keeps its commas, dots and colons, a kept word its dots, and an empty line is a token."""
    assert [token.text for token in tokenise(text)] == words


NUMBER_WORDS = [
    ("twenty-five years", 25, "cardinal", 3),
    ("twenty -five", 25, "cardinal", 3),
    ("two hundred and ten", 210, "cardinal", 4),
    ("three thousand four hundred", 3400, "cardinal", 4),
    ("twenty-first", 21, "ordinal", 3),
    ("nineteen ninety-six", 1996, "year", 4),
    ("nineteen eighty", 1980, "year", 2),
    ("two thousand", 2000, "cardinal", 2),
    ("five and six", 5, "cardinal", 1),
    ("one two", 1, "cardinal", 1),
    ("twenty twelve", 2012, "year", 2),
]


@pytest.mark.parametrize(("text", "value", "kind", "length"), NUMBER_WORDS, ids=[text for text, *_ in NUMBER_WORDS])
def test_numbers_in_words(text: str, value: int, kind: str, length: int) -> None:
    """A number in words is the longest that its parts make."""
    read = read_number(list(tokenise(text)), 0, NUMBERS)
    assert read is not None
    assert (read.value, read.kind, read.end) == (value, kind, length)


def test_a_number_of_endless_parts_is_left() -> None:
    """Past a million millions reading stops, so no text makes a number that takes long to add."""
    read = read_number(list(tokenise("two " + "hundred " * 5000)), 0, NUMBERS)
    assert read is not None
    assert read.end < 20


def test_every_kind_of_token_is_known_before_the_rules_are_compiled() -> None:
    """No number and no word has a set of classes that a compiled rule has never seen."""
    lexicon = english().lexicon
    known = len(lexicon.codes)
    widths = [f"{value:0{width}d}" for width in (1, 2, 3, 4) for value in range(10**width)]
    others = "12345 1,234 1.25 3rd 31st 32nd 1970s 70s 770s 11pm 12:59 24:61 a1 Ab AB ab aB é É ß 中 ½ ² _ € … 31/31/31"
    for text in [*widths, *others.split(), "1/2/2003", "1.2.2003"]:
        lexicon.look(text)
    for value in (*range(200), *range(900, 3100, 7), 10**6):
        for kind in ("cardinal", "ordinal", "year"):
            lexicon.spelled(value, kind)
    assert len(lexicon.codes) == known
