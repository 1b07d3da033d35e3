"""Nouns that are events: "Trump's re-election", "the summit in Alaska", "the attack on the bridge"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.status import Stance, asserted, own_status, stance_of
from timeline.grammar.syntax import Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.speech import Saying
    from timeline.events.view import View

_NOT_ONE = wordset("not one")
_SOME = frozenset({"several", "many", "more", "similar", "these", "those", "most"})
_COMING = wordset("coming")
_PRESUPPOSING = frozenset({"after", "following", "since", "during", "amid", "until", "before", "despite"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that is an event: its phrase's words, how definite it is, and how much one would put it on a timeline."""

    head: int
    phrase: tuple[int, ...]
    status: Status
    definite: bool
    bare: bool
    weight: float


def nominals(view: View, cast: Cast, said: dict[int, Saying]) -> list[Nominal]:
    """The nominal events of a sentence, in text order."""
    venues = {saying.venue for saying in said.values() if saying.venue is not None}
    found = []
    for token in view.tokens:
        lemma = view.lemma(token.index)
        if token.pos not in {"NOUN", "PROPN"} or not noun_is(lemma, "event") or token.index in venues:
            continue
        nominal = _nominal(view, cast, token.index, lemma)
        if nominal is not None:
            found.append(nominal)
    return found


def phrase(view: View, head: int, *, whole: bool = True) -> tuple[int, ...]:
    """The words of the noun's phrase, without clauses that hang from it; *whole*: with a place right behind it."""
    words = view.subtree(
        head, ("relative", "participle", "adverbial", "complement", "apposition", "conjunct", "punct", "parenthetical")
    )
    first = max((kid + 1 for kid in view.under(head, "case") if kid < head), default=min(words))
    found = [word for word in words if word >= first]
    for where in place_behind(view, found[-1]) if whole else ():
        found += [word for word in view.subtree(where) if word > found[-1]]
    return tuple(found)


def place_behind(view: View, last: int) -> list[int]:
    """The heads of phrases of place right behind a noun's phrase, which the parse may have hung from the verb."""
    preposition = last + 1
    if preposition + 1 >= len(view.tokens) or view.tokens[preposition].text.lower() not in {"in", "at"}:
        return []
    head = view.tokens[preposition].head
    inside = preposition < head and head not in view.timed and view.tokens[head].pos == "PROPN"
    return [head] if inside and view.tokens[preposition].relation == "case" else []


def _nominal(view: View, cast: Cast, head: int, lemma: str) -> Nominal | None:
    token = view.tokens[head]
    if (
        head in view.timed
        or token.relation in {"compound", "flat", "amod"}
        or (token.pos == "PROPN" and (view.number, head) in cast.named)
    ):
        return None
    if view.under(head, "copula") or (token.tag == "VBG" and view.under(head, "object")):
        return None
    words = phrase(view, head)
    front = [view.tokens[word] for word in words if word < head]
    small = {part.text.lower() for part in front}
    if _there_was(view, head) and not small & (_NOT_ONE | {"little"}):
        return Nominal(head, words, Status.HAPPENED, definite=False, bare=False, weight=0.5)
    plain_plural = (
        token.tag in {"NNS", "NNPS"} and lemma not in {"talks", "election"} and not small & {"the", "'s", "’s"}
    )
    if small & (_NOT_ONE - _SOME if plain_plural else _NOT_ONE):
        return None
    owner = bool(view.under(head, "possessive"))
    named = _named(view, cast, head)
    timed = any(word in view.timed for word in words)
    definite = (
        owner
        or bool(small & {"the", "this", "that"})
        or (named and not small & {"a", "an"} and token.tag in {"NN", "NNP"})
    )
    clear, generic = noun_is(lemma, "clear"), noun_is(lemma, "generic")
    status = _status(view, head, small)
    if status is None:
        return None
    if definite and not plain_plural:
        return _definite(view, head, words, status, owner=owner, named=named, timed=timed, clear=clear, generic=generic)
    return _indefinite(view, head, words, status, timed=timed, clear=clear, generic=generic)


def _there_was(view: View, head: int) -> bool:
    """The noun is what there was: "there were protests outside the stadium"."""
    number = view.clause_of[head]
    if number is None or view.clauses[number].subject != head or view.clauses[number].tense is not Tense.PAST:
        return False
    clause = view.clauses[number]
    return not clause.negated and any(view.tokens[kid].text.lower() == "there" for kid in view.kids[clause.predicate])


def _definite(
    view: View,
    head: int,
    words: tuple[int, ...],
    status: Status,
    *,
    owner: bool,
    named: bool,
    timed: bool,
    clear: bool,
    generic: bool,
) -> Nominal | None:
    deep = any(view.preposition(word) is not None for word in view.under(head, "nominal"))
    if generic and not (owner or named):
        return None
    if generic and not (timed or _presupposed(view, head) or (named and deep and _told(view, head))):
        return None
    bare = not (owner or named or timed or deep)
    weight = 0.45 + 0.15 * clear + 0.1 * named + 0.1 * timed + 0.05 * owner - 0.25 * bare
    if owner and not named:
        weight -= 0.1
    return Nominal(head, words, status, definite=True, bare=bare, weight=weight)


def _indefinite(
    view: View, head: int, words: tuple[int, ...], status: Status, *, timed: bool, clear: bool, generic: bool
) -> Nominal | None:
    """An indefinite one counts as the time of something that happened ("after an explosion"), or with its own time."""
    number = view.clause_of[head]
    if number is None or _of_kind(view, head):
        return None
    happened = own_status(view, number) is Status.HAPPENED and stance_of(view, number) is not Stance.UNREAL
    if not (happened or (not generic and asserted(view, number))):
        return None
    if not generic and (view.preposition(head) in {"after", "following", "during"} or (timed and clear)):
        return Nominal(head, words, status, definite=False, bare=False, weight=0.35 + 0.1 * timed)
    if generic and not (timed or _presupposed(view, head)):
        return None
    return Nominal(head, words, status, definite=False, bare=False, weight=0.2 + 0.1 * timed)


def _of_kind(view: View, head: int) -> bool:
    """The noun only says what something is for or about: "a plan for elections", "accused of murder"."""
    preposition = view.preposition(head)
    if preposition == "of" and view.tokens[head].head in view.timed:
        return False  # "after two weeks of protests"
    return preposition in {"for", "of", "about", "against", "without", "than", "as", "like", "to"}


def _told(view: View, head: int) -> bool:
    """The clause it stands in happened."""
    number = view.clause_of[head]
    return number is not None and own_status(view, number) is Status.HAPPENED


def _presupposed(view: View, head: int) -> bool:
    return view.preposition(head) in _PRESUPPOSING


def _named(view: View, cast: Cast, head: int) -> bool:
    """Somebody or some place with a name takes part: "Zelensky's confrontation with Trump", "the summit in Alaska"."""
    inside = set(phrase(view, head))
    words = [word for word in view.under(head, "possessive", "nominal", "amod", "compound") if word in inside]
    return any(
        cast.at(view.number, inner) is not None
        for word in words
        for inner in (word, *view.under(word, "conjunct", "compound", "flat", "nominal"))
    )


def _status(view: View, head: int, small: set[str]) -> Status | None:
    """Planned where the phrase or its clause lies ahead; None where the clause is not real and presupposes nothing."""
    if small & _COMING:
        return Status.PLANNED
    number = view.clause_of[head]
    if number is None or _presupposed(view, head):
        return Status.HAPPENED
    clause = view.clauses[number]
    if clause.tense is Tense.FUTURE:
        return Status.PLANNED
    if clause.modal is not None or clause.conditional or stance_of(view, number) is Stance.UNREAL:
        owned = bool(view.under(head, "possessive"))
        return Status.HAPPENED if owned and noun_is(view.lemma(head), "clear") and clause.modal is None else None
    governor = view.lemma(clause.predicate)
    if verb_is(governor, "plan", "think") or (
        verb_is(governor, "order", "commit", "act", "negate") and not _presupposed(view, head)
    ):
        inside = view.tokens[head].relation in {"object", "oblique", "nominal"}
        if inside and verb_is(governor, "plan", "think", "negate"):
            return None
    return Status.HAPPENED
