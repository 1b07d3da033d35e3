"""Who speaks in the quotation a word stands in: he is no "he" of his own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_is

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.view import View

_MARKS = re.compile(r"[\"“”]|``|''")


def speakers(views: Sequence[View], view: View, word: int) -> list[tuple[View, int]]:
    """The subjects of what introduces the quotation a word stands in: in its own sentence or those before it."""
    first = view.number
    while first and views[first - 1].sentence.paragraph == view.sentence.paragraph and first > view.number - 4:
        first -= 1
    start = views[first].sentence.span.start
    marks = [found.start() + start for found in _MARKS.finditer(view.text[start : view.tokens[word].span.start])]
    if not marks or not _opening(view.text, marks[-1], odd=len(marks) % 2 == 1):
        return []
    opens = next(each.number for each in views[first:] if marks[-1] < each.sentence.span.end)
    return _who_say(views[opens : view.number + 1], view, word) or _who_say(views[first:opens], view, word)


def _opening(text: str, mark: int, *, odd: bool) -> bool:
    """A quotation begins there: by the mark, by the spaces around it, or else by count."""
    if text[mark] != '"':
        return text[mark] in "“`"
    left, right = text[mark - 1 : mark] if mark else "", text[mark + 1 : mark + 2]
    begins, ends = not left or left.isspace() or left in "([—", not right or right.isspace() or right in ".,;:)"
    return begins if begins != ends else odd


def _who_say(views: Sequence[View], view: View, word: int) -> list[tuple[View, int]]:
    return [
        (each, clause.subject)
        for each in views
        for clause in each.clauses
        if clause.subject is not None
        and not clause.quoted
        and verb_is(each.lemma(clause.predicate), "say")
        and not (each is view and clause.predicate < word and _partial(view, word))
    ]


def _partial(view: View, word: int) -> bool:
    """Only a part of what he said is quoted: "said that he “never asked”"."""
    opened = next((w for w in range(word - 1, -1, -1) if view.tokens[w].text in {'"', "“", "``"}), 0)
    return opened > 0 and view.tokens[opened - 1].text not in {",", ":"}
