"""The pattern language of the rules."""

from __future__ import annotations

import pytest

from timeline.phrases.patterns import Codes, compile_rule, literals, rule

WORDS = {"in": {"=in"}, "April": {"month"}, "1941": {"year", "number"}, "7": {"number"}, ",": {"=,"}, "x": {"=x"}}
CODES = Codes()
BY_WORD = {word: CODES.of(classes) for word, classes in WORDS.items()}

PATTERNS = [
    ("{month} {year}", "April 1941", 2),
    ("{month} ,? {year}", "April , 1941", 3),
    ("{month} ,? {year}", "April 7", None),
    ("{month} ( , {year} )?", "April , 7", 1),
    ("( {month} | {n:number} ) x", "7 x", 2),
    ("in|x {month}", "x April", 2),
    ("@number >> !x", "7 x", None),
    ("@number >> !x", "7 April", 1),
    ("@month >> in", "April in", 1),
]


@pytest.mark.parametrize(("pattern", "text", "length"), PATTERNS, ids=[f"{each[0]}: {each[1]}" for each in PATTERNS])
def test_what_a_pattern_matches(pattern: str, text: str, length: int | None) -> None:
    """Options, choices, groups and what must or must not follow."""
    compiled = compile_rule(rule("example", pattern, dict), CODES)
    found = compiled.regex.match("".join(BY_WORD[word] for word in text.split()))
    assert (None if found is None else found.end()) == length


def test_what_stands_before_is_no_part() -> None:
    """The context before a pattern must be there and is not part of the match."""
    compiled = compile_rule(rule("example", "in << {month}", dict), CODES)
    text = "".join(BY_WORD[word] for word in ("in", "April"))
    found = compiled.regex.match(text, 1)
    assert found is not None
    assert found.span() == (1, 2)
    assert compiled.regex.match(text[1:]) is None


def test_a_class_that_nothing_has_is_a_fault_of_the_rule() -> None:
    """A pattern that names an unknown class is found out when the rules are compiled."""
    with pytest.raises(ValueError, match="names '@planet'"):
        compile_rule(rule("example", "{planet}", dict), CODES)


def test_literal_words_of_a_pattern() -> None:
    """Literal words are told from classes, groups and context signs."""
    assert literals("in|on << the? ( {month} | @year ) of >> !x|@unit") == {"in", "on", "the", "of", "x"}
