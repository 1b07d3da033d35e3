"""How what stands above a clause bears on it: a fact, somebody's words, denied, or not real."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_is, wordset
from timeline.events.timing import own_day
from timeline.grammar.syntax import Role, Tense

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_UNREAL_CONNECTIVES = wordset("unreal")
_TELLING = frozenset({"accusation", "allegation", "claim", "news", "report", "rumor", "rumour", "statement", "story"})
_THOUGHT = frozenset(
    {"belief", "chance", "concern", "danger", "fear", "hope", "idea", "likelihood", "possibility", "prospect"}
)
_THOUGHT |= {"possibility", "prospect", "proposal", "risk", "speculation", "suggestion", "theory", "threat", "worry"}
_DISMISSING = frozenset({"contradict", "debunk", "dismiss", "downplay", "quash", "rebut", "rubbish"})
_PERCEIVING = frozenset({"catch", "feel", "film", "hear", "notice", "photograph", "see", "spot", "watch"})


class Stance(Enum):
    """How what stands above a clause bears on it."""

    FACT = "fact"
    SAID = "said"
    DENIED = "denied"
    UNREAL = "unreal"


def stance_of(view: View, number: int) -> Stance:
    """How everything above the clause bears on it, from the outside in."""
    clause = view.clauses[number]
    above = Stance.FACT
    if clause.parent is not None and clause.parent != number:
        parent = view.clauses[clause.parent]
        goes_on = clause.role is Role.COORDINATE and clause.connective == "but" and clause.tense is Tense.PAST
        # "…, if he agreed, but was freed in 2017" goes on from the main clause
        if not (goes_on and parent.role is Role.ADVERBIAL):
            above = _stance_from(view, clause.parent)
    return _compose(above, _link(view, number))


def _stance_from(view: View, number: int) -> Stance:
    """`stance_of` without its exception, worked out once for each clause; safe against a loop in a broken tree."""
    known = view.worked_out
    trail: list[int] = []
    at: int | None = number
    while at is not None and at not in known and at not in trail[-1:] and len(trail) <= len(view.clauses):
        trail.append(at)
        at = view.clauses[at].parent
    above = Stance.FACT if at is None else known.get(at, Stance.FACT)
    for place in reversed(trail):
        above = known[place] = _compose(above, _link(view, place))
    return above


def _compose(outer: Stance, inner: Stance) -> Stance:
    if Stance.UNREAL in {outer, inner}:
        return Stance.UNREAL
    if inner is Stance.FACT:
        return outer
    return inner


def _link(view: View, number: int) -> Stance:
    """How the clause right above bears on this one."""
    clause = view.clauses[number]
    connective = (clause.connective or "").lower().replace(" ", "_")
    if connective in _UNREAL_CONNECTIVES or (
        connective == "that" and clause.modal == "would" and clause.role is Role.ADVERBIAL
    ):
        return Stance.UNREAL
    if clause.parent is None:
        return Stance.UNREAL if connective == "that" and _denied_by_noun(view, clause) else Stance.FACT
    parent = view.clauses[clause.parent]
    lemma = view.lemma(parent.predicate)
    if (noun := rumour_of(view, clause)) is not None:  # "denied reports that officers had fired"
        if noun not in _TELLING or parent.modal or parent.conditional or _none_of_it(view, clause):
            return Stance.UNREAL
        denied = verb_is(lemma, "deny") or lemma in _DISMISSING
        return Stance.DENIED if denied else Stance.UNREAL if parent.negated else Stance.SAID
    if _that_of_noun(view, clause) and _none_of_it(view, clause):
        return Stance.UNREAL  # "found no evidence that he had been drinking"
    at_once = verb_is(lemma, "deny") and _right_behind(view, clause, parent)  # "denied having sold the shares"
    if at_once or (clause.role in {Role.COMPLEMENT, Role.INFINITIVE} and not fronted(view, clause)):
        return _complement(view, clause, parent, lemma)
    later = clause.role is Role.ADVERBIAL and connective in {"as_soon_as", "once", "until", "when", "as_long_as"}
    if later and clause.tense is Tense.PRESENT and (parent.modal or parent.tense is Tense.FUTURE):
        return Stance.UNREAL
    if clause.role in {Role.PARTICIPLE, Role.RELATIVE} and (parent.modal or parent.tense is Tense.FUTURE):
        # "may convict the man who shot her": what the relative tells in the past stays a fact
        finite_past = clause.tense is Tense.PAST or clause.perfect
        set_for = clause.role is Role.RELATIVE and clause.tense is Tense.PRESENT and own_day(view, clause)
        return Stance.FACT if finite_past or set_for else Stance.UNREAL  # "will extend permits that expire in May"
    return Stance.FACT


def rumour_of(view: View, clause: Clause) -> str | None:
    """The noun whose content a clause is, where it is only told or thought: "*reports* that the bridge had fallen"."""
    token = view.tokens[clause.predicate]
    noun = view.tokens[token.head]
    if clause.role not in {Role.RELATIVE, Role.COMPLEMENT} or noun.pos != "NOUN" or clause.tense is Tense.NONE:
        return None
    if not _that_of_noun(view, clause):
        return None
    above = view.tokens[noun.head]  # "claims *by the opposition* that he had fled"
    whose = noun.relation == "nominal" and view.preposition(noun.index) in {"by", "from", "of"}
    lemmas = [view.lemma(noun.index), *([view.lemma(above.index)] if whose and above.pos == "NOUN" else [])]
    return next((lemma for lemma in lemmas if lemma in _TELLING | _THOUGHT), None)


def _denied_by_noun(view: View, clause: Clause) -> bool:
    """A verb of denying that was taken for a noun stands in front: "the club *denies* that he leaves"."""
    words = [view.tokens[kid] for kid in view.kids[clause.predicate] if view.tokens[kid].text.lower() == "that"]
    before = view.tokens[words[0].index - 1].text.lower() if words and words[0].index else ""
    return any(verb_is(form, "deny") for form in (before, before.removesuffix("s"), before.removesuffix("ies") + "y"))


def _right_behind(view: View, clause: Clause, parent: Clause) -> bool:
    """A form in "-ing" that begins right behind the verb above is what that is about."""
    after = parent.predicate + 1
    if clause.tense is not Tense.NONE or after >= len(view.tokens) or view.tokens[after].tag != "VBG":
        return False
    return after == clause.predicate or view.tokens[after].head == clause.predicate


def _that_of_noun(view: View, clause: Clause) -> bool:
    """A clause with "that" and a subject of its own right behind a noun says what that holds, not which one it is."""
    noun = view.tokens[clause.predicate].head
    if view.tokens[noun].pos != "NOUN" or clause.predicate < noun:
        return False
    own = clause.subject is not None and clause.subject not in {noun, clause.predicate}
    whole = len(clause.objects) > 1 or verb_is(view.lemma(clause.predicate), "intransitive", "alone")
    parts = {"subject"} if whole else {"subject", "object"}  # of "claims that he made" it is the object
    return own and any(
        view.tokens[kid].text.lower() == "that" and (view.tokens[kid].relation not in parts)
        for kid in view.kids[clause.predicate]
    )


def _none_of_it(view: View, clause: Clause) -> bool:
    """There is none of the noun the clause hangs from: "*no* evidence that …"."""
    noun = view.tokens[clause.predicate].head
    return any(view.tokens[kid].text.lower() in {"no", "any", "little"} for kid in view.kids[noun])


def fronted(view: View, clause: Clause) -> bool:
    """A participle in front of its clause, however the parse has it: "*Turning* down the offer, they marched on"."""
    token = view.tokens[clause.predicate]
    if clause.connective is not None or clause.parent is None or token.tag != "VBG":
        return False
    in_front = clause.predicate < view.clauses[clause.parent].predicate
    if not in_front or token.relation not in {"complement", "adverbial"} or view.under(clause.predicate, "subject"):
        return False
    last = view.subtree(clause.predicate)[-1]
    return "," in {token.text for token in view.tokens[last : last + 2]}


def to_do(view: View, clause: Clause) -> bool:
    """An infinitive, also where the parse calls it a complement like any other: "is due *to begin*"."""
    bare = clause.tense is Tense.NONE and clause.connective == "to" and view.tokens[clause.predicate].tag == "VB"
    return clause.role is Role.INFINITIVE or (clause.role is Role.COMPLEMENT and bare)


def perceived(view: View, clause: Clause) -> bool:
    """Somebody saw it happen: "saw the man *jump*", "was seen *leaving* the harbour"."""
    if clause.parent is None or clause.tense is not Tense.NONE or clause.connective is not None or clause.negated:
        return False
    parent = view.clauses[clause.parent]
    token = view.tokens[clause.predicate]
    seen = view.lemma(parent.predicate) in _PERCEIVING and (parent.tense is Tense.PAST or parent.perfect)
    sure = not parent.negated and parent.modal is None and not parent.conditional
    whose = clause.subject is not None and (parent.passive or clause.subject > parent.predicate)
    inner = token.relation in {"complement", "open-complement"} and token.tag in {"VB", "VBG"}
    return seen and sure and whose and inner and clause.predicate > parent.predicate


def _complement(view: View, clause: Clause, parent: Clause, lemma: str) -> Stance:
    particle = view.particle(parent.predicate)
    if parent.conditional or (parent.modal is not None and parent.modal not in {"will", "shall"}):
        return Stance.UNREAL
    if parent.negated:
        return Stance.DENIED if verb_is(lemma, "deny") else Stance.UNREAL
    if verb_is(lemma, "deny", particle=particle):
        if clause.tense is Tense.FUTURE:
            return Stance.UNREAL  # "denied that he will leave"
        return Stance.DENIED if lemma in {"deny", "dispute", "reject", "refute"} else Stance.UNREAL
    if to_do(view, clause) or perceived(view, clause):
        return Stance.FACT  # what an infinitive may tell was decided by its own form
    if verb_is(lemma, "say", "accuse", "hearsay", particle=particle) or verb_is(lemma, "act", particle=particle):
        return Stance.SAID
    if verb_is(lemma, "factive"):
        return Stance.FACT
    if verb_is(lemma, "think", "order", "commit", "plan", "negate"):
        return Stance.UNREAL
    return Stance.FACT if clause.tense is not Tense.NONE else Stance.UNREAL


def asserted(view: View, number: int) -> bool:
    """The clause, or the nearest finite one above it, tells what was or has been, whatever its verb."""
    seen: set[int] = set()
    at: int | None = number
    while at is not None and at not in seen:
        seen.add(at)
        clause = view.clauses[at]
        lemma = view.lemma(clause.predicate)
        aimed = verb_is(lemma, "plan", "think", "order", "commit", "negate", "deny", "accuse", "favour")
        aimed = aimed or clause.negated
        if aimed or not_asserted(view, clause) or (clause.role is Role.INFINITIVE and not clause.perfect):
            return False
        if clause.tense is not Tense.NONE:
            real = clause.modal is None and (clause.tense is Tense.PAST or clause.perfect or clause.progressive)
            return real and stance_of(view, number) not in {Stance.UNREAL, Stance.DENIED}
        at = clause.parent
    return False


def not_asserted(view: View, clause: Clause) -> bool:
    """A condition, a question, an order, or "what happened"."""
    if clause.conditional or clause.question or clause.imperative:
        return True
    if any(view.tokens[kid].text.lower() in {"what", "whatever"} for kid in view.under(clause.predicate, "object")):
        return True
    return clause.subject is not None and view.tokens[clause.subject].text.lower() in {
        "what",
        "whatever",
        "how",
        "whoever",
    }
