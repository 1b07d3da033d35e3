"""Past or future without a parse: the nearest verb form in the sentence, and the preposition."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from timeline.phrases.rules import tense

if TYPE_CHECKING:
    from timeline.model.span import Span

_WORDS = re.compile(r"[^\W\d_]+|\d[\d.,]*|['’][^\W\d_]+|[,;:()\"“”]|``|''|--")
_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(`]*[A-Z])|\n\s*\n")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_REACH = 240
"""Characters to either side that a cue may be away: sentences seldom are longer, and the time taken stays linear."""


class Direction(Enum):
    """Where a time lies from its anchor."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNKNOWN = "unknown"


class Cue(NamedTuple):
    """
    A direction, whether the words leave little doubt of it, whether a preposition tells it ("until Friday"),
    whether it is seen from the day of writing ("will", not "would"), whether it owns what follows ("Friday's"), and
    whether it is the present of schedules ("opens on Friday").
    """

    direction: Direction
    strong: bool = False
    preposed: bool = False
    from_now: bool = False
    owner: bool = False
    scheduled: bool = False


NO_CUE = Cue(Direction.UNKNOWN)


def sentence_around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after an expression in its own sentence, as far as a cue may be away."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    start = max((found.end() for found in _END.finditer(before) if _ends(before, found.start())), default=0)
    stop = next((found.start() for found in _END.finditer(after) if _ends(after, found.start())), None)
    return before[start:], after[:stop]


def ends_sentence(text: str) -> bool:
    """A sentence ends somewhere in the text."""
    return any(_ends(text, found.start()) for found in _END.finditer(text))


def _ends(text: str, place: int) -> bool:
    """The sign at *place* ends a sentence: a dot after an initial or an abbreviation does not."""
    if text[place] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, place - 12), place)
    return word is None or not (word[0] in tense.ABBREVIATIONS or (len(word[0]) == 1 and word[0].isupper()))


def direction(text: str, span: Span, *, weekly: bool = False) -> Cue:
    """The direction that the words around an expression give; *weekly*: it names a day of the week."""
    before, after = sentence_around(text, span)
    left = _words(before)
    right = _words(after)
    preposition = left[-1] if left else ""
    if preposition in tense.BACK:
        return Cue(Direction.PAST, strong=True, preposed=True)
    if text[span.end : span.end + 2] in ("'s", "’s"):
        # A possessive is about what it names, not about the clause: "Thursday's ruling" is past unless it is told.
        return Cue(Direction.PAST, owner=True)
    back = _nearest(left, backwards=True)
    ahead = _nearest(right, backwards=False) if back is None or back[1] > 2 else None
    found = _closer(back, ahead)
    if preposition in tense.AHEAD and found.direction is not Direction.PAST:
        return Cue(Direction.FUTURE, preposed=True)
    if preposition in tense.LIMITS:
        follows = _nearest(right, backwards=False)
        past = follows is not None and follows[0] is Direction.PAST and follows[1] <= 6
        return Cue(Direction.PAST if past else Direction.FUTURE, preposed=True)
    if preposition == "as" and len(left) > 1 and left[-2] in tense.AS_SOON:
        past = back is not None and back[0] is Direction.PAST
        return Cue(Direction.PAST if past else Direction.FUTURE, strong=True, preposed=True)
    if preposition in tense.UP_TO and not weekly:
        return Cue(Direction.FUTURE, preposed=True)
    if preposition in tense.ARTICLES and re.match(r" [a-z]", after):
        # "a June agreement": it tells which one, not when the clause happens.
        return NO_CUE._replace(preposed=True)
    if preposition in tense.EFFECTIVE:
        past = len(left) > 1 and left[-2] in tense.PAST_FORMS
        return Cue(Direction.PAST if past else Direction.FUTURE, strong=True, preposed=True)
    return found


def _words(text: str) -> list[str]:
    # "May" is a month within a sentence; as a modal it has no capital there.
    return [word if word in tense.NOT_LOWERED else word.lower() for word in _WORDS.findall(text)]


def _closer(back: tuple[Direction, int, bool] | None, ahead: tuple[Direction, int, bool] | None) -> Cue:
    if back is None and ahead is None:
        return NO_CUE
    # What has been said governs what follows, unless the verb comes right after.
    if ahead is None or (back is not None and back[1] <= ahead[1] + 3):
        assert back is not None  # noqa: S101 - one of the two is there
        return Cue(back[0], strong=back[1] <= 3 and (back[2] or back[0] is not Direction.FUTURE), from_now=back[2])
    return Cue(ahead[0], strong=ahead[1] <= 2 and (ahead[2] or ahead[0] is not Direction.FUTURE), from_now=ahead[2])


def _nearest(words: list[str], *, backwards: bool) -> tuple[Direction, int, bool] | None:
    """The nearest verb form that tells a direction, how many words away, and whether it is one of now."""
    places = range(len(words) - 1, -1, -1) if backwards else range(len(words))
    away = 0
    for place in places:
        word = words[place]
        if not word[0].isalnum() and word[0] not in "'’":
            away += 3
            continue
        away += 1
        found = _form(words, place)
        if found is not None:
            return found, away, found is Direction.FUTURE and _of_now(words, place)
    return None


def _form(words: list[str], place: int) -> Direction | None:
    """The direction of a word in its place; None where it is no verb form that tells one."""
    word = words[place]
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if word in tense.FUTURE:
        return Direction.FUTURE
    if word == tense.INFINITIVE_MARK:
        return Direction.FUTURE if _base_form(after) else None
    if before == tense.INFINITIVE_MARK or before in tense.MODALS:
        return None  # the infinitive: its "to" or its modal tells
    if word in tense.PAST_FORMS:
        return Direction.FUTURE if before in ("be", "being") else Direction.PAST
    if word.endswith("ed") and len(word) > 3 and word not in tense.NOT_VERBS_IN_ED:
        return Direction.FUTURE if before in ("be", "being") else Direction.PAST
    if word in tense.PERFECT:
        return Direction.PAST
    if word in tense.PRESENT:
        if after.endswith("ed") or after in tense.PAST_FORMS:
            return None
        return Direction.FUTURE if after.endswith("ing") else Direction.PRESENT
    return None


def _of_now(words: list[str], place: int) -> bool:
    """As in "will leave", "is to leave": seen from the day of writing."""
    to = words[place] == tense.INFINITIVE_MARK and place > 0 and words[place - 1] in tense.PRESENT
    return to or words[place] in tense.FROM_NOW


def _base_form(word: str) -> bool:
    """A word after "to" that is likely a verb: no article, pronoun or number, and not written as a noun of many."""
    return word.isalpha() and word not in tense.WORDS_AFTER_TO
