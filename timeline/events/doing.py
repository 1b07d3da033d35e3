"""Whose doing a clause is, where the parse leaves it to somebody else: for its title and those who take part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.lexicon import participle_of, verb_is
from timeline.events.nonfinite import OPEN, after_comma
from timeline.events.schedule import meant_for
from timeline.events.stance import rumour_of
from timeline.grammar.syntax import Role, Tense

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_TEMPORAL = frozenset({"after", "as", "because", "before", "once", "since", "until", "when"})
_PLACED = frozenset({"in", "at", "by", "to", "from", "near", "along", "under"})


def lent(view: View, clause: Clause) -> bool:
    """
    The subject is somebody else's.

    A finite complement never borrows that of the verb above. What follows from the whole clause and befalls somebody
    in it was not that one's doing: "beat Ito in two sets, *moving* her to the final".
    """
    befalls = any(view.tokens[thing].text.lower() in {"her", "him", "them", "it"} for thing in clause.objects)
    follows = view.tokens[clause.predicate].tag == "VBG" and clause.connective is None and after_comma(view, clause)
    if befalls and follows and verb_is(view.lemma(clause.predicate), "ensue", "result"):
        return True
    if clause.parent is None or clause.role is not Role.COMPLEMENT or clause.tense is Tense.NONE:
        return False
    above = view.clauses[clause.parent]
    return clause.subject is not None and clause.subject == above.subject and clause.subject < above.predicate


def mended(view: View, number: int) -> View:
    """The view as the clause's title needs it: voice and subject put right."""
    clause = view.clauses[number]
    if misread_past(view, clause):
        return with_clause(view, number, replace(clause, passive=False, tense=Tense.PAST))
    if (whose := meant_for(view, clause)) is not None:
        return with_clause(_set_apart(view, clause.predicate), number, replace(clause, subject=whose))
    if rumour_of(view, clause) is not None:  # what was told is no object of it
        things = tuple(thing for thing in clause.objects if thing > clause.predicate)
        return with_clause(view, number, replace(clause, role=Role.COMPLEMENT, objects=things))
    if _done_to(view, clause):
        return with_clause(view, number, replace(clause, passive=True))
    if (noun := _right_in_front(view, clause)) is not None:
        return with_clause(view, number, replace(clause, subject=noun))
    if clause.parent is None or view.tokens[clause.predicate].tag != "VBG" or clause.connective is not None:
        return view
    parent = view.clauses[clause.parent]
    token = view.tokens[clause.predicate]
    if token.relation == "participle" and view.preposition(token.head) == "with":
        return _apart(view, clause)
    if not after_comma(view, clause) or clause.predicate < parent.predicate:
        return view
    if _between(view, number):  # "was halted when a wall fell, injuring two": the work or the wall? Two were injured
        return with_clause(view, number, replace(clause, subject=None, role=Role.MAIN, parent=None))
    ensues = token.relation == "participle" and verb_is(view.lemma(clause.predicate), "result", "ensue")
    if ensues and parent.subject is None:
        return with_clause(view, number, replace(clause, subject=None, role=Role.MAIN, parent=None))
    if ensues and token.head != parent.subject and not parent.passive:
        # "ran onto the pitch, forcing a delay": they did, not the pitch
        return with_clause(view, number, replace(clause, subject=parent.subject, role=Role.ADVERBIAL))
    return view


def with_clause(view: View, number: int, clause: Clause) -> View:
    """The view with this clause instead of the one it has."""
    clauses = (*view.clauses[:number], clause, *view.clauses[number + 1 :])
    return replace(view, sentence=replace(view.sentence, clauses=clauses))


def misread_past(view: View, clause: Clause) -> bool:
    """An active past that the parse takes for a participle: "the river *burst* its banks", "… and *called* on both"."""
    if clause.tense is not Tense.NONE or view.tokens[clause.predicate].tag != "VBN" or clause.perfect:
        return False
    if view.under(clause.predicate, "aux", "passive-aux"):
        return False
    lemma = view.lemma(clause.predicate)
    things = any(thing > clause.predicate for thing in clause.objects)
    if clause.role is Role.MAIN:
        bound = bool(view.under(clause.predicate, "open-complement")) and verb_is(lemma, "commit")
        after = "".join(token.text.lower() for token in view.tokens[clause.predicate + 1 : clause.predicate + 2])
        asked = lemma == "call" and after in {"for", "on"}  # "the captain called for help"
        return things or bound or asked or not clause.passive
    parent = None if clause.parent is None else view.clauses[clause.parent]
    goes_on = clause.role is Role.COORDINATE and parent is not None and parent.tense is Tense.PAST
    active = parent is not None and not (parent.passive or parent.perfect or parent.copular)
    behind = "".join(token.text.lower() for token in view.tokens[clause.predicate + 1 : clause.predicate + 2])
    return goes_on and active and (things or verb_is(lemma, "act", particle=behind))


def _done_to(view: View, clause: Clause) -> bool:
    """What only can be done to somebody was done to its subject: "the body *found* in the canal was that of …"."""
    plain = clause.tense is Tense.PAST and not (clause.passive or clause.progressive or clause.perfect)
    if not plain or clause.objects or clause.negated or clause.modal or clause.subject is None:
        return False
    if view.tokens[clause.subject].pos != "NOUN" or clause.subject > clause.predicate:
        return False
    completed = [kid for kid in view.under(clause.predicate, *OPEN) if not view.under(kid, "copula")]
    placed = any(modifier.preposition in _PLACED for modifier in clause.modifiers)
    lemma = view.lemma(clause.predicate)
    only = verb_is(lemma, "transitive") and participle_of(lemma) == view.tokens[clause.predicate].text.lower()
    placed = placed or lemma in {"injure", "wound", "arrest", "detain", "kidnap"}  # never done without somebody
    return only and placed and not completed and view.particle(clause.predicate) is None


def _right_in_front(view: View, clause: Clause) -> int | None:
    """The noun that a participle in commas is about: "under the *treaty*, signed on 4 March, the town was returned"."""
    token = view.tokens[clause.predicate]
    alone = token.tag == "VBN" and clause.tense is Tense.NONE and not clause.perfect and token.index > 1
    if not alone or view.tokens[token.index - 1].text != "," or (clause.subject or 0) < token.index:
        return None
    end = view.tokens[token.index - 2].span.end
    ends = [m.head for m in clause.modifiers if m.head < token.index and m.span.end >= end and m.head not in view.timed]
    return next((head for head in ends if view.tokens[head].pos == "NOUN"), None)


def _between(view: View, number: int) -> bool:
    """Another clause of time or cause stands right in front of the participle, with a doer of its own."""
    clause = view.clauses[number]
    before = [each for each in view.clauses if each.predicate < clause.predicate]
    nearest = max(before, key=lambda each: each.predicate, default=None)
    if nearest is None or nearest.parent != clause.parent or nearest.connective not in _TEMPORAL:
        return False
    finite = nearest.tense is not Tense.NONE and nearest.subject not in {None, clause.subject}
    return finite or view.tokens[nearest.predicate].tag in {"VBD", "VBN"}


def _set_apart(view: View, word: int) -> View:
    """The view with a word that hangs from nothing, so that no phrase takes it in."""
    tokens = list(view.tokens)
    tokens[word] = replace(tokens[word], head=word, relation="root")
    kids = tuple(tuple(kid for kid in found if kid != word) for found in view.kids)
    return replace(view, sentence=replace(view.sentence, tokens=tuple(tokens)), kids=kids)


def _apart(view: View, clause: Clause) -> View:
    """What stands with "with" is no part of its subject's phrase: "with the trucks *arriving* on Monday"."""
    token = view.tokens[clause.predicate]
    above = view.clauses[clause.parent or 0].predicate
    tokens = list(view.tokens)
    tokens[token.index] = replace(token, head=above, relation="adverbial")
    kids = [tuple(kid for kid in found if kid != token.index) for found in view.kids]
    kids[above] = tuple(sorted((*kids[above], token.index)))
    return replace(view, sentence=replace(view.sentence, tokens=tuple(tokens)), kids=tuple(kids))
