"""Verbs that tell of no act: inside a time, in front of a noun, or with a time for their subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_is
from timeline.grammar.syntax import Role, Tense

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

PERIODS = frozenset({"year", "quarter", "months", "month", "week", "weeks", "days", "period", "half", "season", "term"})
_UNDOING = frozenset(
    {"unarm", "unbalance", "undo", "undress", "unearth", "unfold", "unleash", "unload", "unlock", "unmask", "unnerve"}
    | {"unplug", "unravel", "unseat", "unsettle", "unveil", "unwind", "unwrap"}
)


def no_act(view: View, clause: Clause) -> bool:
    """A verb inside a time, a noun taken for one, or a finite verb whose own subject was not found."""
    word = clause.predicate
    token = view.tokens[word]
    if token.text.lower() == "given" and clause.role is not Role.MAIN and not _helped(view, clause) and clause.objects:
        return True  # "given the decision to sell"
    if token.text.lower().startswith("un") and token.tag in {"VBN", "JJ"} and _adjective(view.lemma(word)):
        return True  # "has unrealized gains"
    if word in view.timed or (view.under(word, "determiner") and not clause.copular):
        return True
    before, after = (
        view.tokens[place].text.lower() if 0 <= place < len(view.tokens) else "" for place in _beside(word)
    )
    if view.lemma(word) == "end" and (before in PERIODS or word - 1 in view.timed) and not _helped(view, clause):
        return clause.role is not Role.MAIN or word + 1 in view.timed  # "the year ended in March"
    if view.lemma(word) == "compare" and after in {"with", "to"} and not _helped(view, clause):
        return True  # "a loss of 3 million, compared with …"
    if view.tokens[word].tag == "VBG" and _in_front_of_noun(view, word):
        return True  # "the shooting death"
    if _of_a_time(view, clause, word):
        return True  # "as Easter week began"
    lost = clause.subject is None or clause.subject in view.timed
    return clause.role is Role.COMPLEMENT and lost and clause.tense is not Tense.NONE


def _beside(word: int) -> tuple[int, int]:
    return word - 1, word + 1


def _helped(view: View, clause: Clause) -> bool:
    """The verb has an auxiliary."""
    return bool(view.under(clause.predicate, "aux", "passive-aux"))


def _in_front_of_noun(view: View, word: int) -> bool:
    """A word in "-ing" between an article, adjective or date and a noun without one: it belongs to the noun."""
    if word == 0 or word + 1 >= len(view.tokens):
        return False
    before, after = view.tokens[word - 1], view.tokens[word + 1]
    fronted = before.pos in {"DET", "ADJ", "NUM"} or before.tag == "POS" or (word - 1 in view.timed)
    return fronted and after.pos == "NOUN" and not view.under(after.index, "determiner", "possessive", "number")


def _of_a_time(view: View, clause: Clause, word: int) -> bool:
    """Of a clause without a subject of its own, a time right before the verb is what it is about."""
    own = clause.subject if clause.subject is not None else -1
    finite = clause.tense in {Tense.PAST, Tense.PRESENT} and view.tokens[word].tag in {"VBD", "VBZ", "VBP"}
    told = (
        finite
        and word - 1 in view.timed
        and clause.role is not Role.MAIN
        and verb_is(view.lemma(word), "aspect", "happen")
    )
    inside = own in view.timed and view.tokens[own].head == word
    return told and (inside or clause.subject is None)


def _adjective(lemma: str) -> bool:
    """No verb, for all its "un-" and "-ed"."""
    return not (lemma.startswith(("under", "uni")) or lemma in _UNDOING)
