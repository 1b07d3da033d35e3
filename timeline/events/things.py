"""What "it" and "they" take up: a body or thing that is the subject above, the object before, or goes on being told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.gazetteer import calling
from timeline.events.human import is_person
from timeline.events.lexicon import noun_is, verb_is
from timeline.events.names import is_media
from timeline.events.standing import AS_ONE, BODIES, CREW, as_thing, several
from timeline.events.who import subject_of
from timeline.grammar.syntax import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.actor import Actor, Known
    from timeline.events.view import View

_MANY = frozenset({"they", "them", "their"})
_FOLLOWS = frozenset(
    {"get", "come", "follow", "happen", "occur", "take", "mark", "mean", "seem", "appear", "turn", "rain"}
)
_ASKS = calling("asks that")
_WILL = frozenset({"agree", "buy", "own", "pay", "refuse", "sell", "try", "want"})


def main_subject(view: View) -> int | None:
    """The head of the subject of the sentence's first main clause."""
    tops = [clause for clause in view.clauses if clause.parent is None and clause.subject is not None]
    if tops and tops[0].quoted:  # "He was honest," *Reece* said
        for clause in view.clauses:
            if not clause.quoted and clause.subject is not None and verb_is(view.lemma(clause.predicate), "say"):
                return clause.subject
    if tops:
        return tops[0].subject
    return next((clause.subject for clause in view.clauses if clause.subject is not None), None)


def subjects_above(view: View, word: int, *, own: bool) -> Iterator[int]:
    """The subjects before a word of the clauses it stands in, nearest first; its own clause's only if *own*."""
    number, seen = view.clause_of[word], set[int]()
    while number is not None and number not in seen:
        seen.add(number)
        clause = view.clauses[number]
        subject = subject_of(view, clause)
        above = None if clause.parent is None else view.clauses[clause.parent]
        if clause.role is Role.INFINITIVE and above is not None:  # "urged his allies to raise *their* stakes"
            yield from (thing for thing in above.objects if own and thing < word and _people(view, thing))
        mine = len(seen) == 1
        if subject is not None and subject < word and subject not in view.timed and (own or not mine):
            if view.preposition(subject) is None or clause.role is Role.RELATIVE:
                yield subject
            if mine and subject != word:
                own = True
        number = clause.parent


def thing_of(view: View, word: int, known: Known) -> Actor | None:
    """The body or thing a pronoun stands for, None where that is not clear."""
    token = view.tokens[word]
    plural = token.text.lower() in _MANY
    own = view.clause_of[word]
    if token.relation == "object" or (token.relation == "indirect" and not plural):
        return _acted_on(view, word, known, plural=plural)
    if token.relation not in {"subject", "possessive"} or _empty(view, word, own):
        return None
    if view.under(word, "conjunct"):
        return None
    states = own is not None and view.clauses[own].copular and view.clauses[own].subject == word
    if plural and (found := _agent_above(view, own, word, known)) is not None:
        return found
    found, clear = _subject_above(view, word, known, plural=plural)
    suffers = own is not None and view.clauses[own].passive and view.clauses[own].subject == word
    if suffers and found is not None and found.kind == "thing" and noun_is(found.name.split()[-1].lower(), "event"):
        return None  # "A flood swept away the arch, and soldiers …; it was rebuilt": what a flood did it to
    if states and found is not None and found.kind == "thing":
        return None
    if found is not None and token.relation == "possessive" and (found.members or found.kind == "thing"):
        return None  # "France and Germany withdrew their envoys", "the storm lost its strength" say it all
    if found is not None or not clear:
        return found
    for clause in view.clauses:  # "Although the wall had cracks, it held"
        before = clause.parent == own and clause.role is Role.ADVERBIAL and clause.subject is not None
        if (
            before
            and clause.subject is not None
            and clause.subject < clause.verb < word
            and token.relation == "subject"
        ):
            return as_thing(view, clause.subject, known, plural=plural)
    if any((actor := known.at(view, other)) is not None and actor.kind in BODIES for other in range(word)):
        return None
    return _carried_on(view, word, known, plural=plural)


def _subject_above(view: View, word: int, known: Known, *, plural: bool) -> tuple[Actor | None, bool]:
    """The nearest subject above that fits; False where something stands nearer that may be meant as well."""
    possessive = view.tokens[word].relation == "possessive"
    for subject in subjects_above(view, word, own=possessive):
        if subject == word:
            continue
        if asked_of_another(view, word):
            return None, False
        actor = known.at(view, subject)
        apart = actor is None and not possessive and not _people(view, subject)
        apart = apart or (actor is not None and not actor.members and not several(view, subject, known))
        if plural and apart and _crowd(view, subject, word):
            return None, False
        if actor is not None and (is_media(actor.name) or actor.kind == "open"):
            continue
        if plural and actor is not None and actor.kind == "country" and not several(view, subject, known):
            return None, False
        if (found := as_thing(view, subject, known, plural=plural)) is not None:
            return (found, True) if found.kind != "thing" or plural or not _wants(view, word) else (None, False)
        if actor is None and not plural and view.tokens[subject].tag == "NN" and not is_person(view.lemma(subject)):
            return None, False
    return None, True


def asked_of_another(view: View, word: int) -> bool:
    """Who "recommended that *it* stop" hardly speaks of itself."""
    own = view.clause_of[word]
    clause = None if own is None else view.clauses[own]
    if clause is None or clause.role is not Role.COMPLEMENT or clause.parent is None or clause.subject != word:
        return False
    return clause.connective == "that" and view.lemma(view.clauses[clause.parent].predicate) in _ASKS


def _empty(view: View, word: int, own: int | None) -> bool:
    """An "it" that stands for nothing: "it is clear that …", "when it comes to", "it rained"."""
    if own is None:
        return True
    if view.tokens[word].text.lower() != "it":
        return False
    clause = view.clauses[own]
    if clause.subject != word:
        return view.tokens[word].relation != "subject"
    lemma = view.lemma(clause.predicate)
    if clause.copular or clause.question or lemma in _FOLLOWS or lemma == "be":
        return True
    told = [other for other in view.clauses if other.parent == own and other.role is Role.COMPLEMENT]
    return bool(told) and (clause.passive or not verb_is(lemma, "say", "act", "plan"))


def _wants(view: View, word: int) -> bool:
    """What only somebody or a body does: "it is trying to sell", "it agreed"."""
    own = view.clause_of[word]
    if own is None or view.clauses[own].subject != word or view.clauses[own].passive:
        return False
    lemma = view.lemma(view.clauses[own].predicate)
    acts = verb_is(lemma, "say", "think", "plan", "order", "commit", "deny", "accuse", "report", "act", "requite")
    return acts or lemma in _WILL or (verb_is(lemma, "deed") and not verb_is(lemma, "harm"))


def _agent_above(view: View, number: int | None, word: int, known: Known) -> Actor | None:
    """Who does it in the passive above: "were agreed to by the functionaries when *they* met"."""
    above = None if number is None else view.clauses[number].parent
    if above is None or not view.clauses[above].passive:
        return None
    for m in view.clauses[above].modifiers:
        if m.preposition == "by" and m.head < word and m.head not in view.timed:
            return as_thing(view, m.head, known, plural=True)
    return None


def _acted_on(view: View, word: int, known: Known, *, plural: bool) -> Actor | None:
    """The object of the verb before: "seized the town and burned *it*"; of the sentence before where it has one."""
    own = view.clause_of[word]
    doer = None if own is None else view.clauses[own].subject
    if own is not None and view.lemma(view.clauses[own].predicate) == "do":
        return None  # "nobody forced her to do it"
    below = [
        other for other in view.clauses if other.parent == own and other.role in {Role.COMPLEMENT, Role.INFINITIVE}
    ]
    if own is not None and below and not plural:
        return None  # "making it impossible for him to enter"
    sides = {Role.MAIN, Role.COORDINATE}
    if own is not None and view.clauses[own].role not in {*sides, Role.ADVERBIAL, Role.INFINITIVE, Role.PARTICIPLE}:
        return None
    helped: list[int] = []
    if own is not None and view.clauses[own].role is Role.INFINITIVE and view.clauses[own].parent is not None:
        helped = list(view.clauses[view.clauses[own].parent or 0].objects)  # "wanted the city to have *it*"
    found = [
        thing
        for number, clause in reversed(list(enumerate(view.clauses)))
        if number != own and clause.verb < word
        for thing in clause.objects
        if thing < word and view.tokens[thing].pos != "PRON" and thing not in view.timed and thing not in helped
    ]
    if found:
        return _object(view, found[0], known, view, doer, plural=plural)
    if not view.number or known.views[view.number - 1].sentence.heading:
        return None
    earlier = known.views[view.number - 1]
    subject = main_subject(earlier)
    objects = [thing for clause in earlier.clauses for thing in clause.objects if thing not in earlier.timed]
    if len(objects) != 1 or subject is None:
        return None
    beneath = own is not None and view.clauses[own].role not in sides
    if beneath and (doer is None or known.at(view, doer) is None or known.at(view, doer) != known.at(earlier, subject)):
        return None  # "When a ship reached *them*": somebody else may do it to something else
    return _object(earlier, objects[0], known, view, doer, plural=plural)


def _object(where: View, thing: int, known: Known, view: View, doer: int | None, *, plural: bool) -> Actor | None:
    if doer is not None and where.lemma(thing) == view.lemma(doer):
        return None
    actor = known.at(where, thing)
    if actor is not None and doer is not None and actor == known.at(view, doer):
        return None
    if not plural and is_person(where.lemma(thing)) and actor is None:
        return None
    return as_thing(where, thing, known, plural=plural)


def _carried_on(view: View, word: int, known: Known, *, plural: bool) -> Actor | None:
    """The subject of the sentence before, for a subject that opens its sentence, or what a subject owns."""
    top = view.tokens[word].head if view.tokens[word].relation == "possessive" else word
    opens = main_subject(view) in {word, top} or any(
        clause.subject in {word, top} and clause.parent is None for clause in view.clauses
    )
    if not view.number or not opens or (not plural and _fronted_thing(view, top)):
        return None
    earlier = known.views[view.number - 1]
    if earlier.sentence.heading:
        return None
    subject = main_subject(earlier)
    if subject is None or earlier.preposition(subject) is not None:
        return None
    if not plural and _told_by_a_body(earlier, subject, known):
        return None  # "A canvas was found, the museum said. It …"
    actor = known.at(earlier, subject)
    if actor is not None and actor.kind == "country" and plural and not several(earlier, subject, known):
        return None
    told = earlier.tokens[subject].pos in {"PRON", "DET"}
    if actor is None and plural and not _people(earlier, subject):
        return None
    if actor is not None and actor.kind == "person" and not plural:
        return _only_body(earlier, known)  # "Brook accused the club. It dismissed her"
    if actor is not None and actor.kind == "thing" and not told:
        return None
    if actor is None and told:
        return None
    if not plural and _made(view, word) and _new_thing(earlier):
        return None  # "Tarn sent a division. It was led by …"
    if not told:
        found = as_thing(earlier, subject, known, plural=plural)
        harmless = found is None or found.kind != "thing" or (top == word and not (_wants(view, word) and not plural))
        return found if harmless else None
    return actor if _number(actor, plural=plural) else None


def _told_by_a_body(view: View, subject: int, known: Known) -> bool:
    """What is said, and the body that says it, may both be taken up."""
    for clause in view.clauses:
        says = clause.subject is not None and verb_is(view.lemma(clause.predicate), "say")
        if says and clause.subject is not None and clause.subject > subject:
            actor = known.at(view, clause.subject)
            if (actor is not None and actor.kind in BODIES) or view.lemma(clause.subject) in AS_ONE:
                return True
    return False


def _made(view: View, word: int) -> bool:
    number = view.clause_of[word]
    return number is not None and view.clauses[number].passive and view.clauses[number].subject == word


def _new_thing(view: View) -> bool:
    """Something is told of for the first time, as an object."""
    return any(
        view.tokens[thing].text.lower() == "one"
        or any(view.tokens[kid].text.lower() in {"a", "an", "one"} for kid in view.kids[thing])
        for clause in view.clauses
        for thing in clause.objects
        if thing not in view.timed
    )


def _fronted_thing(view: View, until: int) -> bool:
    """A noun stands in front that "it" may be: "As for the court, it …"."""
    return any(
        view.tokens[w].tag == "NN" and w not in view.timed and view.tokens[w].relation in {"oblique", "nominal", "root"}
        for w in range(until)
    )


def _only_body(view: View, known: Known) -> Actor | None:
    """The only thing a person did something to, where it is a body."""
    things = [thing for clause in view.clauses for thing in clause.objects if thing not in view.timed]
    if len(things) != 1:
        return None
    actor = known.at(view, things[0])
    body = actor is not None and actor.kind in BODIES
    return as_thing(view, things[0], known, plural=False) if body or view.lemma(things[0]) in AS_ONE else None


def _number(actor: Actor | None, *, plural: bool) -> bool:
    """A pronoun that goes on: one that stood for several does so again."""
    if actor is None or actor.kind == "person":
        return False
    if actor.kind == "other":
        return not plural
    return actor.kind in BODIES and (bool(actor.members) == plural or not actor.members)


def _crowd(view: View, since: int, until: int) -> bool:
    """Several people stand between: "problems that Muslims face as *they* settle"."""
    return any(
        (view.tokens[w].tag in {"NNS", "NNPS"} or view.under(w, "conjunct")) and _people(view, w)
        for w in range(since + 1, until)
    )


def _people(view: View, index: int) -> bool:
    """Those who can do something: "they" of the next sentence are hardly the buildings."""
    return any(
        is_person(view.lemma(word)) or view.lemma(word) in CREW or view.tokens[word].pos == "PROPN"
        for word in view.conjuncts(index)
    )
