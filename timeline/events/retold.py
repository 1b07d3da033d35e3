"""Further words of a sentence that tell the same event: what a verb governs, its noun, what goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.nonfinite import ATTEMPTS, OPEN
from timeline.events.reality import scheduled
from timeline.events.status import judge
from timeline.events.timing import own_times
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.draft import Draft
    from timeline.events.speech import Saying
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_HARMED = wordset("harmed")
_SEPARATE = frozenset({"deny", "dispute", "admit", "accuse", "charge", "convict", "suspect", "recall", "remember"})
_CARRYING = frozenset({"to", "in", "from", "into", "with", "by", "of", "amid", "amidst", "over", "for", "during"})
_TURNING = frozenset({"descend", "develop", "escalate", "evolve", "grow", "turn"})
_MEASURES = frozenset({"wave", "series", "string", "spate", "round", "number", "week", "day", "month", "year", "hour"})


def told_again(view: View, said: dict[int, Saying], draft: Draft) -> list[int]:
    """Other words that tell the same event: "held a *meeting*", "forced to *flee*", "said in an *interview*"."""
    if draft.clause is None:
        return []
    clause = view.clauses[draft.clause]
    nouns = list(clause.objects) if verb_is(draft.lemma, "light") else []
    if clause.subject is not None and (
        verb_is(draft.lemma, "happen") or (clause.passive and (verb_is(draft.lemma, "light", "report")))
    ):
        nouns.append(clause.subject)
    if not draft.speech:  # "a leak led to an explosion": what is new here has no event of its own
        taking_part = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
        taking_part += [m.head for m in clause.modifiers if m.preposition in _CARRYING]
        taking_part += [  # "followed two weeks of protests", "a wave of attacks"
            kid
            for noun in taking_part
            if noun in view.timed or view.lemma(noun) in _MEASURES
            for kid in view.under(noun, "nominal")
            if view.preposition(kid) == "of"
        ]
        nouns += [noun for noun in taking_part if noun not in nouns and _new(view, noun)]
        nouns += _turned_into(clause, draft.lemma)
    found = [noun for noun in nouns if noun_is(view.lemma(noun), "event") and noun not in view.timed]
    if draft.status is not Status.PLANNED:  # the call was, the strike it called for 12 June is yet to be
        found = [noun for noun in found if scheduled(view, noun) is None]
    saying = said.get(draft.clause)
    if saying is not None and draft.speech:
        found += [saying.venue] if saying.venue is not None else []
        found += [*_announced(view, said, saying), *_in_the_same_breath(view, said, draft.clause)]
    if draft.status in {Status.HAPPENED, Status.REPORTED} and not draft.speech:
        found += _at_the_same_time(view, draft.clause)
    if draft.lemma not in _SEPARATE:
        found += governed(view, draft.clause)
    found += _governing(view, draft.clause)
    found += [
        kid for kid in view.under(clause.predicate, "open-complement") if view.tokens[kid].text.lower() in _HARMED
    ]
    return found


def _turned_into(clause: Clause, lemma: str) -> list[int]:
    """One event becomes another: "the *funeral* turned into the largest *demonstration* in years"."""
    became = [m.head for m in clause.modifiers if m.preposition == "into"] if lemma in _TURNING else []
    return [clause.subject, *became] if became and clause.subject is not None else []


def governed(view: View, number: int, depth: int = 2) -> list[int]:
    """
    What a verb has somebody begin, do or be about to do, with the noun of a light verb: one event with the verb itself.

    "managed to *remove* the pictures", "refused to *discuss* it", "ordered the crew to *leave*", "used the day to
    *hold* *rallies*", "made peace by *promising* help"; not what is an event of its own, or set for a time of its own.
    """
    above = view.clauses[number]
    found = []
    for other, inner in enumerate(view.clauses):
        if inner.parent != number or inner.tense is not Tense.NONE or inner.predicate <= above.predicate:
            continue
        tag = view.tokens[inner.predicate].tag
        bare = tag in {"VB", "VBG"} or (tag == "VBN" and inner.role is Role.INFINITIVE)
        if not bare or inner.perfect or inner.negated or inner.copular:
            continue
        if own_times(view, inner) and not _at_once(view, above):
            continue
        if not _completes(view, above, inner) or judge(view, other) is not None:
            continue
        found.append(inner.predicate)
        found += [kid for kid in view.under(inner.predicate, "conjunct") if view.tokens[kid].tag in {"VB", "VBG"}]
        if verb_is(view.lemma(inner.predicate), "light"):
            found += [noun for noun in inner.objects if noun_is(view.lemma(noun), "event") and _new(view, noun)]
        if depth > 1 and not verb_is(view.lemma(inner.predicate), "deny", "accuse"):
            found += governed(view, other, depth - 1)
    return found


def _at_once(view: View, clause: Clause) -> bool:
    """The verb and what it governs have one time: "was forced to flee on 3 May"; not so what is promised or ordered."""
    lemma = view.lemma(clause.predicate)
    return verb_is(lemma, "implicative", "aspect", "negate") or lemma in ATTEMPTS


def _completes(view: View, above: Clause, inner: Clause) -> bool:
    """It is the verb's complement, what the act was for, or how it was done."""
    lemma = view.lemma(above.predicate)
    token = view.tokens[inner.predicate]
    if token.relation in OPEN:
        return inner.connective in {None, "to"}
    if inner.connective == "by" and token.tag == "VBG":
        return token.relation == "adverbial"
    if inner.connective not in {"to", "in order to"} or token.tag not in {"VB", "VBN"}:
        return False
    if token.relation == "participle" and token.head in above.objects:
        return verb_is(lemma, "purpose", "order", "implicative", "light", "aspect")
    return token.relation == "adverbial" and (
        verb_is(lemma, "purpose", "commit") or lemma in {"order", "ask", "urge", "force"}
    )


def _governing(view: View, number: int) -> list[int]:
    """The verb that only says how the event stands: "is *expected* to visit", "*appears* to have fled"."""
    clause = view.clauses[number]
    if clause.parent is None or view.tokens[clause.predicate].relation not in OPEN or judge(view, clause.parent):
        return []
    above = view.clauses[clause.parent]
    lemma = view.lemma(above.predicate)
    if above.negated or above.copular or view.tokens[above.predicate].pos not in {"VERB", "AUX"}:
        return []
    stands = (
        verb_is(lemma, "plan", "commit", "raising")
        or lemma == "have"
        or (above.passive and verb_is(lemma, "report", "say", "think"))
    )
    return [above.predicate] if stands else []


def _at_the_same_time(view: View, number: int) -> list[int]:
    """What goes with what happened: "was killed *leaving* the hospital", not what is begun, planned or prevented."""
    above = view.clauses[number]
    lemma = view.lemma(above.predicate)
    with_it = above.passive or above.objects or above.progressive or verb_is(lemma, "intransitive")
    if not with_it or verb_is(lemma, "plan", "think", "order", "commit", "negate", "deny", "aspect", "say", "act"):
        return []
    found = []
    for other, inner in enumerate(view.clauses):
        token = view.tokens[inner.predicate]
        hangs = inner.parent == number and inner.connective is None and inner.predicate > above.predicate
        if not hangs or token.tag != "VBG" or judge(view, other) is not None:
            continue
        told = inner.predicate - 1 in above.objects and verb_is(view.lemma(inner.predicate), "say", "act", "order")
        if inner.objects and (token.relation == "open-complement" or told):  # "released a statement *urging* calm"
            found.append(inner.predicate)
        elif view.lemma(inner.predicate) in ATTEMPTS and (
            token.relation in {"adverbial", "open-complement"} or token.head in above.objects
        ):
            found += [inner.predicate, *governed(view, other)]  # "are flying over the bay *trying* to *find* them"
    return found


def _in_the_same_breath(view: View, said: dict[int, Saying], number: int) -> list[int]:
    """What a speaker says beside: "pledged to stay, *warning* that the talks would be hard"."""
    subject = view.clauses[number].subject
    return [
        inner.predicate
        for other, inner in enumerate(view.clauses)
        if other in said
        and other != number
        and inner.subject == subject
        and inner.connective is None
        and inner.predicate > view.clauses[number].predicate
        and view.tokens[inner.predicate].tag == "VBG"
        and view.tokens[inner.predicate].relation in {"adverbial", "open-complement", "participle"}
        and judge(view, other) is None
    ]


def _announced(view: View, said: dict[int, Saying], saying: Saying) -> list[int]:
    """What somebody says of his own doing is told by its verb, too: "said today it had *sent* an envoy"."""
    if saying.content is None or saying.content in said:
        return []
    inner = view.clauses[saying.content]
    own = inner.subject is not None and view.tokens[inner.subject].text.lower() in {
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
    }
    if not own or judge(view, saying.content) not in {Status.HAPPENED, Status.REPORTED, Status.PLANNED}:
        return []
    light = verb_is(view.lemma(inner.predicate), "light")
    nouns = [noun for noun in inner.objects if light and noun_is(view.lemma(noun), "event")]
    return [inner.predicate, *nouns]


def _new(view: View, noun: int) -> bool:
    """A noun told of for the first time: no owner, no "the"."""
    small = {view.tokens[kid].text.lower() for kid in view.kids[noun]}
    return (
        view.tokens[noun].pos == "NOUN" and not view.under(noun, "possessive") and not small & {"the", "this", "that"}
    )
