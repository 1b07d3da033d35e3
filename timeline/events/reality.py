"""Whether what a noun names was: by the clause it stands in and by its preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.stance import Stance, asserted, stance_of
from timeline.events.status import own_status
from timeline.grammar.syntax import Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.view import View

_COMING = wordset("coming")
_PRESUPPOSING = frozenset(
    {"after", "following", "since", "during", "amid", "amidst", "until", "before", "despite"}
    | {"due to", "because of", "owing to", "thanks to"}
)
_ABOUT = frozenset({"for", "of", "about", "against", "without", "than", "as", "like", "to", "on"})
_SET = frozenset({"scheduled", "planned", "set", "slated", "due", "expected", "fixed", "booked", "pencilled"})
_OVER = frozenset({"last", "yesterday", "earlier", "previous", "past", "recent", "ago"})


def there_was(view: View, head: int) -> bool:
    """The noun is what there was: "there were protests outside the stadium"."""
    number = view.clause_of[head]
    if number is None or view.clauses[number].subject != head:
        return False
    clause = view.clauses[number]
    was = (clause.tense is Tense.PAST or clause.perfect) and clause.modal is None
    return (
        was
        and not clause.negated
        and any(view.tokens[kid].text.lower() == "there" for kid in view.kids[clause.predicate])
    )


def reported(view: View, head: int) -> bool:
    """Somebody says so."""
    number = view.clause_of[head]
    return number is not None and stance_of(view, number) is Stance.SAID


def presupposed(view: View, head: int) -> bool:
    """It stands behind a word that takes it for granted: "during the siege", "after days of fighting"."""
    preposition = view.preposition(head)
    above = view.tokens[head].head
    if preposition == "of" and above in view.timed:
        return view.preposition(above) in _PRESUPPOSING
    return preposition in _PRESUPPOSING


def scheduled(view: View, head: int) -> tuple[int, ...] | None:
    """
    The words up to the time a noun is set for, None where it is set for none.

    "The hearing is scheduled for Friday", "the final is on 5 May".
    """
    number = view.clause_of[head]
    if number is None:
        return None
    reduced = _set_in_passing(view, head) or _called_for(view, head, number)
    if reduced is not None:
        return reduced
    if view.clauses[number].subject != head:
        return None
    clause = view.clauses[number]
    if clause.tense is not Tense.PRESENT or clause.negated or clause.modal or clause.conditional or clause.question:
        return None
    set_for = view.tokens[clause.predicate].text.lower() in _SET and not clause.objects
    on_day = clause.copular and clause.predicate in view.timed and bool(view.under(clause.predicate, "case"))
    if not (set_for or on_day):
        return None
    times = [word for word in view.subtree(clause.predicate) if word in view.timed and word > head]
    if not times or any(time.type in {"DURATION", "SET"} for time in view.times_in(times)):
        return None
    return tuple(range(head + 1, max(times) + 1))


def _set_in_passing(view: View, head: int) -> tuple[int, ...] | None:
    """The same in a participle right behind the noun: "elections *planned for November* are in doubt"."""
    verb = view.tokens[head + 1] if head + 1 < len(view.tokens) else None
    if verb is None or verb.text.lower() not in _SET or view.tokens[verb.index].tag not in {"VBN", "VBD", "JJ"}:
        return None
    after = view.tokens[verb.index + 1] if verb.index + 1 < len(view.tokens) else None
    if after is None or after.text.lower() not in {"for", "on"} or after.index + 1 not in view.timed:
        return None
    number = view.clause_of[verb.index]
    now = number is not None and (view.clauses[number].copular or view.clauses[number].tense is not Tense.PAST)
    present = any(token.text.lower() in {"is", "are", "has", "have", "will"} for token in view.tokens[after.index :])
    end = after.index + 1
    while end < len(view.tokens) and end in view.timed:
        end += 1
    return tuple(range(head + 1, end)) if now or present else None


def _called_for(view: View, head: int, number: int) -> tuple[int, ...] | None:
    """The day it was called or set for, right behind it: "called a *strike* for 12 June"."""
    clause = view.clauses[number]
    after = head + 1
    sets = head in clause.objects and not clause.negated and noun_is(view.lemma(clause.predicate), "sets")
    if not sets or after + 1 >= len(view.tokens) or view.tokens[after].text.lower() != "for":
        return None
    times = view.times_in([after + 1])
    if after + 1 not in view.timed or any(time.type in {"DURATION", "SET"} for time in times):
        return None
    end = after + 1
    while end < len(view.tokens) and end in view.timed:
        end += 1
    return tuple(range(after, end))


def only_wanted(view: View, head: int) -> bool:
    """
    What is announced, ordered or demanded has not yet been, what is cancelled never was.

    "Ordered the release of the suspect", "their merger collapsed"; but "announced the death of the king" tells it.
    """
    number = view.clause_of[head]
    if number is None or presupposed(view, head):
        return False
    clause = view.clauses[number]
    governor = view.lemma(clause.predicate)
    first = head if view.tokens[head].relation != "conjunct" else view.tokens[head].head
    wanted = view.tokens[first].relation == "object" or view.preposition(first) == "for"
    if noun_is(governor, "undone"):
        return wanted or (clause.subject == head and (clause.passive or not clause.objects))
    known = view.under(head, "possessive") or any(
        view.tokens[kid].text.lower() == "the" for kid in view.under(head, "determiner")
    )
    return wanted and noun_is(governor, "unsure") and not (governor == "announce" and known)


def happened(view: View, head: int) -> bool:
    """The clause it stands in happened."""
    number = view.clause_of[head]
    return number is not None and own_status(view, number) is Status.HAPPENED


def told(view: View, head: int, *, loosely: bool = True) -> bool:
    """The clause it stands in tells what was; *loosely*: whatever its verb."""
    number = view.clause_of[head]
    if number is None:
        return False
    clause = view.clauses[number]
    if verb_is(view.lemma(clause.predicate), "deny", "favour") and not presupposed(view, head):
        return False  # "denied an attack", "called for an inquiry"
    if own_status(view, number) is Status.HAPPENED and stance_of(view, number) not in {Stance.UNREAL, Stance.DENIED}:
        return True
    return loosely and asserted(view, number)


def about(view: View, head: int) -> bool:
    """The noun only says what something is for or about: "a plan for elections", "accused of murder"."""
    preposition = view.preposition(head)
    above = view.tokens[head].head
    if preposition == "of" and above in view.timed:
        return False  # "after two weeks of protests"
    number = view.clause_of[head]
    if preposition in {"for", "to", "as"} and number is not None and view.clauses[number].modal is None:
        lemma = view.lemma(view.clauses[number].predicate)
        if preposition == "for" and noun_is(lemma, "given for"):
            return False
        if preposition == "to" and noun_is(lemma, "leads to"):
            return False
    return preposition in _ABOUT


def status_in(view: View, head: int, small: set[str]) -> Status | None:
    """Planned where the phrase or its clause lies ahead; None where the clause is not real and presupposes nothing."""
    if small & _COMING:
        return Status.PLANNED
    number = view.clause_of[head]
    if number is None:
        return Status.HAPPENED
    if presupposed(view, head):
        return Status.PLANNED if _lies_ahead(view, head, number) else Status.HAPPENED
    clause = view.clauses[number]
    if clause.tense is Tense.FUTURE:
        return Status.PLANNED
    if stance_of(view, number) is Stance.DENIED:
        return None  # "denied that arrests had been made"
    if clause.modal is not None or clause.conditional or stance_of(view, number) is Stance.UNREAL:
        owned = bool(view.under(head, "possessive"))
        return Status.HAPPENED if owned and noun_is(view.lemma(head), "clear") and clause.modal is None else None
    governor = view.lemma(clause.predicate)
    aimed = verb_is(governor, "plan", "think", "negate") and not verb_is(governor, "factive")
    if aimed and view.tokens[head].relation in {"object", "oblique", "nominal"}:
        return None
    return Status.HAPPENED


def _lies_ahead(view: View, head: int, number: int) -> bool:
    """What people set a day for, in a clause that lies ahead: "will resume after the election", not "the fire"."""
    over = any(view.tokens[word].text.lower() in _OVER for word in view.subtree(head))
    return view.clauses[number].tense is Tense.FUTURE and noun_is(view.lemma(head), "scheduled") and not over


def status_of_name(view: View, head: int, small: set[str]) -> Status:
    """What has a name of its own was, unless its phrase or clause lies ahead: "he wished to see the Great Fire"."""
    number = view.clause_of[head]
    future = number is not None and view.clauses[number].tense is Tense.FUTURE and not presupposed(view, head)
    return Status.PLANNED if small & _COMING or future else Status.HAPPENED
