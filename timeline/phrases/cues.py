"""Past or future without a parse: the nearest verb form in the sentence, and the preposition."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from timeline.phrases.rules import tense

if TYPE_CHECKING:
    from timeline.model.span import Span

_WORDS = re.compile(r"[^\W\d_]+|['’][^\W\d_]+|[,;:()\"“”]|``|''|--")
_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(`]*[A-Z])|\n\s*\n")
_REACH = 240
"""Characters to either side that a cue may be away: sentences seldom are longer, and the time taken stays linear."""


class Direction(Enum):
    """Where a time lies from its anchor."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNKNOWN = "unknown"


def sentence_around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after an expression in its own sentence, as far as a cue may be away."""
    before = text[max(0, span.start - _REACH) : span.start]
    ends = [found.end() for found in _END.finditer(before)]
    after = text[span.end : span.end + _REACH]
    stop = _END.search(after)
    return before[ends[-1] if ends else 0 :], after[: stop.start() if stop else None]


def direction(text: str, span: Span) -> Direction:
    """The direction that the words around an expression give."""
    before, after = sentence_around(text, span)
    left = [word.lower() for word in _WORDS.findall(before)]
    right = [word.lower() for word in _WORDS.findall(after)]
    if left and left[-1] in tense.BACK:
        return Direction.PAST
    back = _nearest(left, backwards=True)
    if back is not None and back[1] <= 2:
        found = back[0]
    else:
        ahead = _nearest(right, backwards=False)
        found = _closer(back, ahead)
    if left and left[-1] in tense.AHEAD and found is not Direction.PAST:
        return Direction.FUTURE
    return found


def _closer(back: tuple[Direction, int] | None, ahead: tuple[Direction, int] | None) -> Direction:
    if back is None or ahead is None:
        one = back or ahead
        return Direction.UNKNOWN if one is None else one[0]
    # What has been said governs what follows, unless the verb comes right after.
    return ahead[0] if ahead[1] + 3 < back[1] else back[0]


def _nearest(words: list[str], *, backwards: bool) -> tuple[Direction, int] | None:
    places = range(len(words) - 1, -1, -1) if backwards else range(len(words))
    away = 0
    for place in places:
        word = words[place]
        if not word[0].isalpha() and word[0] not in "'’":
            away += 3
            continue
        away += 1
        found = _form(words, place)
        if found is not None:
            return found, away
    return None


def _form(words: list[str], place: int) -> Direction | None:
    word = words[place]
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if word in tense.FUTURE:
        return Direction.FUTURE
    if word == tense.INFINITIVE_MARK:
        return None if after in tense.WORDS_AFTER_TO or not after.isalpha() else None
    if word in tense.PAST_FORMS:
        return Direction.FUTURE if before == tense.INFINITIVE_MARK and word in ("put", "cut", "hit", "let", "set", "read", "spread") else Direction.PAST
    if word.endswith("ed") and len(word) > 3 and word not in tense.NOT_VERBS_IN_ED:
        if before in ("be", "being"):
            return Direction.FUTURE
        return Direction.PAST
    if word in tense.PERFECT:
        return Direction.PAST
    if word == "be":
        return Direction.FUTURE
    if word in tense.PRESENT:
        if after.endswith("ed") or after in tense.PAST_FORMS:
            return None
        return Direction.PRESENT
    return None
