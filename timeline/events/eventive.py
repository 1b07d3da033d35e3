"""Which nouns name something that happens: by the word, by a name's last word, by what an effort is for."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is

if TYPE_CHECKING:
    from timeline.events.view import View

_NUMERAL = re.compile(r"[IVX]+|\d+")
_INSIDE = frozenset({"compound", "amod", "flat", "number", "possessive"})
_NEAR = 3  # "the Great Fire of Old London"
_OPEN = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})


class Sort(Enum):
    """How a noun comes to name an event."""

    WORD = "word"  # "attack", "summit"
    LOOSE = "loose"  # "solution", "applause": only in a clause that tells what was
    NAME = "name"  # "the Boxer Rebellion"
    EFFORT = "effort"  # "search and rescue efforts"


def sort_of(view: View, head: int, lemma: str) -> Sort | None:
    """The sort of event a noun names, None where it names none."""
    token = view.tokens[head]
    if token.pos not in {"NOUN", "PROPN"} and not _gerund(view, head):
        return None
    if _named_event(view, head, lemma):
        return Sort.NAME
    if noun_is(lemma, "effort") and _for_event(view, head):
        return Sort.EFFORT
    if noun_is(lemma, "event"):
        return Sort.WORD
    return Sort.LOOSE if noun_is(lemma, "loose") and token.pos == "NOUN" else None


def noun_of(view: View, head: int) -> str:
    """The lemma of a noun; of a verbal noun the word as it stands: "his kidnapping in August"."""
    return view.tokens[head].text.lower() if _gerund(view, head) else view.lemma(head)


def _gerund(view: View, head: int) -> bool:
    """A verb's "-ing" with an owner or an article, and no object: a noun that the tagger took for the verb."""
    if view.tokens[head].tag != "VBG" or any(head in {clause.predicate, clause.verb} for clause in view.clauses):
        return False
    return bool(view.under(head, "possessive", "determiner")) and not view.under(head, "object", "subject")


def christened(view: View, head: int) -> bool:
    """A storm or an operation by its name: "Hurricane Katrina"."""
    before = view.tokens[head - 1] if head else None
    return (
        before is not None
        and before.head == head
        and before.pos == view.tokens[head].pos == "PROPN"
        and noun_is(before.text.lower(), "christened")
    )


def _named_event(view: View, head: int, lemma: str) -> bool:
    """
    A capitalised name that ends in what happened: "the Boxer Rebellion", "the Great Fire of London".

    Where the name goes on behind the word it is of a place, a body or a thing: "the War Office", "Victory Square".
    """
    token = view.tokens[head]
    if token.pos != "PROPN" or not token.text[0].isupper() or _title_case(view):
        return False
    if christened(view, head):
        return True
    if not noun_is(lemma, "named") or _goes_on(view, head):
        return False
    front = [kid for kid in view.kids[head] if kid < head and view.tokens[kid].relation in _INSIDE]
    behind = [kid for kid in view.under(head, "nominal") if view.preposition(kid) == "of" and kid - head <= _NEAR]
    return any(_capital(view, kid) for kid in (*front, *behind))


def _goes_on(view: View, head: int) -> bool:
    """Another capitalised word follows, no numeral: "World War II" ends, "the War Office" goes on."""
    after = head + 1
    if after >= len(view.tokens):
        return False
    token = view.tokens[after]
    return (
        token.pos == "PROPN"
        and token.text[0].isupper()
        and _NUMERAL.fullmatch(token.text) is None
        and token.head == head
    )


def _capital(view: View, word: int) -> bool:
    text = view.tokens[word].text
    return text[0].isupper() or text[0].isdigit()


def _title_case(view: View) -> bool:
    """A sentence in which every word has a capital says nothing by one."""
    return not any(token.pos in _OPEN and token.text[0].islower() for token in view.tokens)


def _for_event(view: View, head: int) -> bool:
    """The effort says what it is made for: "rescue efforts", "the search and rescue operation"."""
    return any(
        kid < head and noun_is(view.lemma(each), "event", "cause")
        for kid in view.under(head, "compound", "amod")
        for each in (kid, *view.under(kid, "conjunct"))
    )
