"""Whether a clause tells of something that happened, and how sure the text is of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.nonfinite import OPEN, infinitive, participle
from timeline.events.schedule import goes_on_to, lasting_since, scheduled_for
from timeline.events.stance import Stance, asserted, not_asserted, perceived, stance_of, to_do
from timeline.events.timing import own_day, own_times
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

__all__ = ["OPEN", "Stance", "asserted", "judge", "own_status", "stance_of"]

_HEDGES = wordset("hedge")
_HABITUAL = wordset("habit")
_ALLEGED = wordset("alleged")
_HARMED = wordset("harmed")
_NEVER = wordset("none")
_NEARLY = wordset("nearly")
_FORECASTING = frozenset({"argue", "estimate", "forecast", "predict", "speculate", "suggest", "warn"})


def judge(view: View, number: int) -> Status | None:
    """
    The status of what a clause tells, None where it tells of no event.

    Its own form first (tense, modal, negation, kind of verb), then everything it hangs from.
    """
    own = own_status(view, number)
    if own is None:
        return None
    stance = stance_of(view, number)
    if stance is Stance.UNREAL:
        return None
    if stance is Stance.DENIED:
        return Status.DENIED
    if own is Status.HAPPENED and _heard_of(view, view.clauses[number]):
        return Status.REPORTED
    alleged = any(view.tokens[word].text.lower() in _ALLEGED for word in view.kids[view.clauses[number].predicate])
    if own is Status.HAPPENED and (stance is Stance.SAID or alleged):
        return Status.REPORTED
    return own


def _heard_of(view: View, clause: Clause) -> bool:
    """It is said to have been: "looting was *reported* in the old town"."""
    subject = clause.subject
    told = clause.passive and view.lemma(clause.predicate) in {"report", "hear"} and subject is not None
    return told and subject is not None and noun_is(view.lemma(subject), "event")


def own_status(view: View, number: int) -> Status | None:
    """The status by the clause's own form alone."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    if not_asserted(view, clause):
        return None
    if (ahead := scheduled_for(view, clause, lemma)) is not None:
        return ahead
    if (first := goes_on_to(view, clause)) is not None:
        above = own_status(view, first)
        return above if above in {Status.PLANNED, Status.POSSIBLE} else None
    if _is_to(view, clause):
        set_for = clause.tense is Tense.PRESENT or own_times(view, clause)
        return Status.PLANNED if set_for and clause.subject is not None and not clause.negated else None
    if clause.copular:
        return Status.HAPPENED if lasting_since(view, clause) else _harm(view, clause)
    if _supposed(view, number, lemma):
        return Status.REPORTED
    if perceived(view, clause) and not verb_is(lemma, "think"):
        return Status.HAPPENED
    if view.tokens[clause.predicate].pos not in {"VERB", "AUX"} or _stative(view, clause, lemma):
        return None
    if to_do(view, clause) and clause.modal is None and clause.tense is not Tense.FUTURE:
        return infinitive(view, number)
    return _by_form(view, number, lemma)


def _is_to(view: View, clause: Clause) -> bool:
    """What is or was only to be: "the bridge *is to* be closed", "the deal, which *was to* be signed on Friday"."""
    if clause.role is Role.MAIN and clause.connective == "to":
        return True
    if clause.tense is Tense.NONE:
        return False
    front = [view.tokens[kid] for kid in view.kids[clause.predicate] if kid < clause.predicate]
    to = next((token.index for token in front if token.tag == "TO"), None)
    bes = {"is", "are", "was", "were", "am"}
    return to is not None and any(token.text.lower() in bes and token.index < to for token in front)


def _by_form(view: View, number: int, lemma: str) -> Status | None:
    """By adverbs, modal, tense and negation, for a verb that may tell of an event."""
    clause = view.clauses[number]
    adverbs = {view.tokens[word].text.lower() for word in view.kids[clause.predicate]}
    if adverbs & (_HABITUAL | _NEARLY):
        return None  # "almost drowned", "had hardly sold any"
    if clause.modal is not None or clause.tense is Tense.FUTURE:
        return _ahead(view, clause, adverbs)
    if clause.role is Role.PARTICIPLE or clause.tense is Tense.NONE:
        return participle(view, number, None if clause.parent is None else own_status(view, clause.parent))
    if _negated(view, clause):
        past = clause.tense is Tense.PAST or clause.perfect
        nobody = clause.subject is not None and view.tokens[clause.subject].text.lower() in _NEVER and clause.objects
        spoken = verb_is(lemma, "say", "act") and not nobody
        return Status.DENIED if past and not spoken and not verb_is(lemma, "think") else None
    if adverbs & _HEDGES:
        return None
    if clause.tense is Tense.PRESENT and not clause.perfect:
        return _present(view, number, lemma)
    if verb_is(lemma, "plan") and clause.subject is not None and noun_is(view.lemma(clause.subject), "event"):
        return None  # no election plans: "elections planned for May are in doubt"
    return None if _told_of(view, number, lemma) else Status.HAPPENED


def _told_of(view: View, number: int, lemma: str) -> bool:
    """Of "were confirmed to have killed" the killing is what is told."""
    saying = view.clauses[number].passive and verb_is(lemma, "report", "say", "act")
    inner = _infinitive_of(view, number) if saying else None
    return inner is not None and view.clauses[inner].perfect


def _harm(view: View, clause: Clause) -> Status | None:
    """A state that tells of what happened: "two are dead"."""
    harmed = view.tokens[clause.predicate].text.lower() in _HARMED
    sure = clause.modal is None and not clause.negated and clause.tense in {Tense.PRESENT, Tense.PAST}
    return Status.HAPPENED if harmed and sure and clause.role in {Role.MAIN, Role.COORDINATE, Role.COMPLEMENT} else None


def _supposed(view: View, number: int, lemma: str) -> bool:
    """
    What is only supposed is reported: "are feared dead", "appeared to accept", "appear to be falling".

    Of "seems to have fled" the flight itself is what is reported; of "seemed to know" there is no event.
    """
    clause = view.clauses[number]
    if clause.modal is not None or clause.negated or clause.tense not in {Tense.PAST, Tense.PRESENT}:
        return False
    if clause.passive and lemma in {"fear", "believe", "presume"}:
        return any(
            view.tokens[kid].text.lower() in _HARMED
            for kid in view.under(clause.predicate, "open-complement", "complement")
        )
    inner_number = _infinitive_of(view, number) if lemma in {"seem", "appear"} else None
    if inner_number is None:
        return False
    inner = view.clauses[inner_number]
    below = view.lemma(inner.predicate)
    if inner.perfect or inner.copular or inner.negated or verb_is(below, "state", "think"):
        return False
    bare = verb_is(below, "needy", "say", "act") and not inner.objects and not inner.passive
    return not bare and (clause.tense is Tense.PAST or inner.progressive)


def _ahead(view: View, clause: Clause, adverbs: set[str]) -> Status | None:
    """What will be is planned, what may be on a day of its own possible; what could, would or should be is no event."""
    if clause.tense is Tense.FUTURE:
        claimed = clause.quoted and not own_times(view, clause)  # "they will pay for it" is a threat or a hope
        unsure = bool(adverbs & _HEDGES) or clause.negated or claimed or _on_condition(view, clause)
        return None if unsure else Status.PLANNED
    if clause.modal in {"may", "might"} and own_times(view, clause) and not clause.negated:
        return Status.POSSIBLE
    return _announced(view, clause) if clause.modal == "would" else None


def _announced(view: View, clause: Clause) -> Status | None:
    """What somebody said would be: on a day of its own, or his own doing ("said it would close the plant")."""
    if clause.parent is None or clause.role is not Role.COMPLEMENT or clause.negated or clause.perfect:
        return None
    parent = view.clauses[clause.parent]
    lemma = view.lemma(parent.predicate)
    told = verb_is(lemma, "say", "act") and (parent.tense is Tense.PAST or parent.perfect) and parent.modal is None
    if not told or parent.negated or lemma in _FORECASTING or _on_condition(view, clause):
        return None
    his = clause.subject is not None and view.tokens[clause.subject].text.lower() in {"he", "it", "she", "they"}
    return Status.PLANNED if his or own_day(view, clause) else None


def _on_condition(view: View, clause: Clause) -> bool:
    """Only if something else happens: "if the dam breaks, the town will be flooded"."""
    firsts = [
        view.tokens[view.subtree(kid)[0]].text.lower() for kid in view.under(clause.predicate, "adverbial", "oblique")
    ]
    return bool({"if", "unless", "should"} & set(firsts))


def _negated(view: View, clause: Clause) -> bool:
    """Negated by "not" or "never", or by a subject or object that is none: "no airspace was violated"."""
    if clause.negated:
        return True
    nouns = [*([clause.subject] if clause.subject is not None else []), *clause.objects]
    return any(
        view.tokens[noun].text.lower() in _NEVER
        or any(view.tokens[kid].text.lower() in {"no", "neither"} for kid in view.kids[noun])
        for noun in nouns
    )


def _stative(view: View, clause: Clause, lemma: str) -> bool:
    """States are not events, however past they are; weak ones become events with a time or in the passive of doing."""
    if lemma == "consider" and clause.progressive:
        return False
    if verb_is(lemma, "think"):
        return True
    if lemma == "appear" and _shows_up(view, clause):
        return False
    if lemma == "have" and own_day(view, clause) and any(noun_is(view.lemma(thing), "had") for thing in clause.objects):
        return False  # "had a profit of three million in 2019"
    if not verb_is(lemma, "state"):
        return False
    particle = view.particle(clause.predicate)
    if particle is not None or _brought_about(view, clause, lemma):
        return False
    return not (verb_is(lemma, "weak") and (own_day(view, clause) or clause.perfect or clause.passive))


def _shows_up(view: View, clause: Clause) -> bool:
    """Somebody "appeared in court", "appeared at the gate around noon"; what appears so or as if is a state."""
    there = any(m.preposition in {"in", "at", "on", "before"} for m in clause.modifiers)
    seems = view.under(clause.predicate, *OPEN, "adverbial")
    return there and not seems and (clause.tense is Tense.PAST or clause.perfect)


def _brought_about(view: View, clause: Clause, lemma: str) -> bool:
    """What "led to" or "resulted in" something happened, and what "led the king to resign"."""
    if lemma == "lead" and clause.objects and clause.modal is None and clause.tense is Tense.PAST:
        near = {clause.predicate, *clause.objects}
        done = [inner for inner in view.clauses if inner.connective == "to" and inner.tense is Tense.NONE]
        return any(view.tokens[inner.predicate].head in near for inner in done)
    first = {"lead": "to", "result": "in", "stem": "from"}.get(lemma)
    behind = any(m.preposition == first and view.tokens[m.head].pos in {"NOUN", "PROPN"} for m in clause.modifiers)
    return first is not None and behind and not clause.modal


def _present(view: View, number: int, lemma: str) -> Status | None:
    """The present tells of habits and states; of an event where it is under way, or set in the future by a time."""
    clause = view.clauses[number]
    if verb_is(lemma, "plan") and _infinitive_of(view, number) is not None:
        return None  # "plans to visit": the visit is what is planned
    if clause.progressive:
        going_on = _now(view, clause) or not _at_a_time(view, clause)
        return Status.HAPPENED if going_on or verb_is(lemma, "say", "act") else Status.PLANNED
    if verb_is(lemma, "say", "act"):
        return Status.HAPPENED if clause.role is Role.MAIN else None
    harmed = any(view.tokens[kid].text.lower() in _HARMED for kid in view.under(clause.predicate, "open-complement"))
    if clause.passive and (verb_is(lemma, "result") or harmed):
        return Status.HAPPENED
    return None


def _now(view: View, clause: Clause) -> bool:
    """It goes on at this moment: "are now circling the mountain"."""
    times = [time for time in view.times if any(m.span.meets(time.span) for m in clause.modifiers)]
    return bool(times) and all(time.value == "PRESENT_REF" for time in times)


def _at_a_time(view: View, clause: Clause) -> bool:
    """A time is when it is to be, and not only a word about something in it: "questions about a 2005 report"."""
    heads = [view.tokens[modifier.head].span for modifier in clause.modifiers]
    return any(time.span.covers(head) for time in view.times if time.type != "SET" for head in heads)


def _infinitive_of(view: View, number: int) -> int | None:
    """The infinitive clause that completes this one."""
    predicate = view.clauses[number].predicate
    for other, clause in enumerate(view.clauses):
        completes = clause.role in {Role.INFINITIVE, Role.COMPLEMENT} and clause.tense is Tense.NONE
        open_ended = view.tokens[clause.predicate].relation in OPEN and clause.predicate > predicate
        if clause.parent == number and completes and open_ended:
            return other
    return None
