"""Text → tokens: words, numbers and signs with their places. Nothing here knows a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BREAK = "\n\n"
"""The text of the token that stands for an empty line: no expression reaches across it."""
TIGHT = "\N{NON-BREAKING HYPHEN}"
"""The text by which a hyphen with no space on either side is looked up."""

_DATE = r"\d{1,4}(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,4}(?!\d)(?:T\d\d:?\d\d(?::?\d\d)?)?|\d{1,2}/\d{2,4}(?![\d/])"
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?!\d)"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+(?!\w)|\d{1,2}\.\d\d(?=[a-z]{2}(?!\w))"
_WORD = r"[^\W_]+"


class Token(NamedTuple):
    """One token and its characters ``[start, end)``; *tight*: no space on either side (a hyphen inside a word)."""

    text: str
    start: int
    end: int
    tight: bool = False


class Tokeniser:
    """
    Splits text; *dotted* are the words that keep their dot or apostrophe ("a.m.", "Sept.", "o'clock").

    One regular expression whose branches each start differently and never nest a repetition: linear in the text.
    """

    def __init__(self, dotted: Iterable[str]) -> None:
        longest_first = sorted(dotted, key=lambda word: (-len(word), word))
        # A dotted word may not begin inside another word, nor end inside one: "dec." is no month in "dec.imal".
        kept = "|".join(re.escape(word) for word in longest_first)
        self._pattern = re.compile(
            rf"(?P<gap>\n[^\S\n]*\n\s*)|(?<![^\W_])(?:(?i:{kept}))(?![^\W_])|(?<![\w.,/:-]){_DATE}|(?<![\d:.]){_CLOCK}"
            rf"|(?<![\w.]){_NUMBER}|{_WORD}|[^\w\s]|_"
        )

    def __call__(self, text: str) -> Iterator[Token]:
        """The tokens in order; an empty line is one token, `BREAK`."""
        size = len(text)
        for found in self._pattern.finditer(text):
            start, end = found.span()
            if found["gap"] is not None:
                yield Token(BREAK, start, end)
            elif end - start == 1 and not text[start].isalnum():
                inside = start > 0 and end < size and not text[start - 1].isspace() and not text[end].isspace()
                yield Token(text[start], start, end, inside)
            else:
                yield Token(text[start:end], start, end)
