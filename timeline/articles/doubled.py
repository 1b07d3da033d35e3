"""Words written twice by a slip, "on the the bridge", "Smith Smith said": the second is no word of the sentence."""

from __future__ import annotations

import re
from collections import Counter

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_][\w'’]*)[ \t]+(\1)(?![\w'’-])")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "of", "on", "the", "to", "with"})


def once(text: str) -> str:
    """
    The text with the second of two equal words blank, where it is a slip.

    So are small words that never follow themselves, and capitalised ones that mostly stand alone in the text:
    "Sing Sing" and "had had" are kept.

    >>> once("Smith left the the room. Smith Smith went to Sing Sing. Smith had had enough.")
    'Smith left the     room. Smith       went to Sing Sing. Smith had had enough.'
    """
    pairs = list(_TWICE.finditer(text))
    if not pairs:
        return text
    words = Counter(found[0].lower() for found in _WORD.finditer(text))
    twice = Counter(found[1].lower() for found in pairs)
    pieces, at = [], 0
    for found in pairs:
        word = found[1].lower()
        slip = word in _SMALL or (found[1][0].isupper() and words[word] - 2 * twice[word] >= twice[word])
        if slip:
            pieces += [text[at : found.start(2)], " " * len(found[2])]
            at = found.end(2)
    return "".join([*pieces, text[at:]])
