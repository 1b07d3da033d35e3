"""Right-to-left text in the order in which it is seen, its letters joined: for who only puts letters in a row."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_FORMS = {"<isolated>", "<initial>", "<medial>", "<final>"}
_FIRST, _LAST = 0xFE70, 0xFEFC
"""The joined forms of the Arabic script."""
_LAM = "\u0644"
_JOINER = "\u0640"
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_RIGHT = {"R", "AL", "AN"}


def is_simple(text: str) -> bool:
    """Its characters are seen in the order in which they are written."""
    return text.isascii() or not any(unicodedata.bidirectional(sign) in _RIGHT for sign in text)


def visual(text: str) -> str:
    """A line that is written from left to right, with what reads from right to left turned round and joined."""
    if is_simple(text):
        return text
    from fpdf.bidi import BidiParagraph  # noqa: PLC0415 - only texts that need it pay for it
    from fpdf.enums import TextDirection  # noqa: PLC0415 - see above

    line = BidiParagraph(text=joined(text), base_direction=TextDirection.LTR)
    return "".join(
        one.character.translate(_MIRRORED) if one.embedding_level % 2 else one.character
        for one in line.get_reordered_characters()
    )


def joined(text: str) -> str:
    """
    Arabic letters in the forms they have beside their neighbours.

    >>> [f"{ord(sign):x}" for sign in joined("\u0628\u0628\u0628 \u0644\u0627")]
    ['fe91', 'fe92', 'fe90', '20', 'fefb']
    """
    found = []
    letters = list(text)
    for at, letter in enumerate(letters):
        if not letter:
            continue
        sign = letter
        before, after = _neighbour(letters, at, -1), _neighbour(letters, at, 1)
        if sign == _LAM and after is not None and _shape(_LAM + letters[after], "<isolated>"):
            sign += letters[after]
            letters[after] = ""
            after = None
        left = before is not None and _reaches(letters[before] or _LAM + "\u0627", "<initial>")
        right = after is not None and _reaches(sign, "<initial>") and _reaches(letters[after], "<final>")
        form = "<medial>" if left and right else "<final>" if left else "<initial>" if right else "<isolated>"
        found.append(_shape(sign, form) or sign)
    return "".join(found)


def unjoined(text: str, lacking: Container[int]) -> str:
    """The text with the plain letters of those joined forms that a font is lacking."""
    forms = range(_FIRST, _LAST + 1)
    return text.translate({code: unicodedata.normalize("NFKC", chr(code)) for code in forms if code in lacking})


def _neighbour(letters: list[str], at: int, step: int) -> int | None:
    """The letter beside one, marks passed over; None at the edge."""
    at += step
    while 0 <= at < len(letters) and letters[at] and unicodedata.combining(letters[at]):
        at += step
    return at if 0 <= at < len(letters) else None


def _reaches(sign: str, form: str) -> bool:
    """The letter joins on that side: it has a form for it."""
    return sign == _JOINER or bool(_shape(sign, form))


def _shape(letters: str, form: str) -> str:
    """A letter in one of its forms; empty where it has none such."""
    return _shapes().get((letters, form), "")


@cache
def _shapes() -> dict[tuple[str, str], str]:
    """The forms, read from what each is a form of."""
    found = {}
    for code in range(_FIRST, _LAST + 1):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if form in _FORMS and letters:
            found["".join(chr(int(letter, 16)) for letter in letters), form] = chr(code)
    return found
