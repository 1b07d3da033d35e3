"""What is put right in the clauses before events are read from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_is, verb_of, wordset
from timeline.events.resubject import resubject
from timeline.events.swallowed import TEMPORAL, swallowed
from timeline.grammar.syntax import Role, Tense
from timeline.grammar.words import INVARIABLE

if TYPE_CHECKING:
    from timeline.grammar.syntax import Clause, Sentence

_WHEN = wordset("when noun")
_ADVERBS = wordset("no name")
_PERSONS = wordset("person") | wordset("role") | wordset("title")
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def mend(sentence: Sentence) -> Sentence:
    """The sentence with its clauses put right; the same object where nothing is wrong."""
    sentence = _adjectives_that_are_verbs(sentence)
    clauses = tuple(_emphatic(sentence, clause) for clause in sentence.clauses)
    clauses = _plans_to(sentence, clauses)
    clauses = tuple(_noun_in_front(sentence, clause) for clause in clauses)
    clauses = tuple(_name_in_front(sentence, clause) for clause in clauses)
    clauses = tuple(_same_form(sentence, clauses, clause) for clause in clauses)
    clauses = _without_and(clauses)
    clauses = _own_objects(sentence, clauses)
    clauses = tuple(_which_thing(sentence, clause) for clause in clauses)
    clauses = _no_inversion(sentence, clauses)
    clauses = tuple(_by_somebody(sentence, clause) for clause in clauses)
    clauses = _shared_objects(sentence, clauses)
    clauses = tuple(_noun_subject(sentence, clause) for clause in clauses)
    clauses = tuple(_own_subject(sentence, clauses, clause) for clause in clauses)
    clauses = tuple(_shared_passive(sentence, clauses, clause) for clause in clauses)
    clauses = tuple(_only_verb(sentence, clauses, clause) for clause in clauses)
    clauses = _no_finite_verb(sentence, clauses)
    sentence, clauses = resubject(sentence, clauses)
    clauses = tuple(_told_that(sentence, clauses, clause) for clause in clauses)
    clauses = tuple(_same_as_above(sentence, clauses, clause) for clause in clauses)
    for number in range(len(clauses)):
        clauses = swallowed(sentence, clauses, number)
    return sentence if clauses == sentence.clauses else replace(sentence, clauses=clauses)


def _name_in_front(sentence: Sentence, clause: Clause) -> Clause:
    """The subject of "Obi carried the state" is Obi, even if the word looked like an adverb."""
    past = clause.tense is Tense.PAST or clause.perfect
    if clause.subject is not None or clause.role is not Role.MAIN or not past or clause.passive:
        return clause
    first = sentence.tokens[0]
    front = sentence.tokens[: min(clause.verb, clause.predicate)]
    if not front or first.pos not in {"ADJ", "ADV", "INTJ"} or not first.text[:1].isupper():
        return clause
    joined = all(token.tag == "CC" or token.text[:1].isupper() for token in front) and len(front) > 1
    alone = len(front) == 1 and first.pos == "ADV" and clause.objects and not first.text.endswith("ly")
    if not joined and not (alone and first.text.lower() not in _ADVERBS):
        return clause
    return replace(clause, subject=0)


def _same_form(sentence: Sentence, clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """The past of some verbs is their plain form: "was on its way and *hit* the sea"."""
    token = sentence.tokens[clause.predicate]
    if clause.role is not Role.COORDINATE or clause.parent is None or token.tag != "VB" or clause.tense != Tense.NONE:
        return clause
    above = clauses[clause.parent]
    marked = any(one.relation in {"mark", "aux", "passive-aux"} for one in sentence.children(token.index))
    if above.tense is not Tense.PAST or above.modal or marked or token.text.lower() not in INVARIABLE:
        return clause
    return replace(clause, tense=Tense.PAST, passive=False)


def _noun_in_front(sentence: Sentence, clause: Clause) -> Clause:
    """The subject of "closed" in "until his practice closed last year" is the noun it hangs from, right before it."""
    token = sentence.tokens[clause.predicate]
    finite = clause.tense is Tense.PAST and token.tag == "VBD" and clause.role is Role.COMPLEMENT
    noun = sentence.tokens[token.head]
    behind = token.index in {noun.index + 1, noun.index + 2} and noun.pos in {"NOUN", "PROPN"}
    if clause.subject is not None or not finite or token.relation != "participle" or not behind:
        return clause
    when = next((one.text.lower() for one in sentence.children(noun.index) if one.relation == "case"), None)
    role = Role.ADVERBIAL if when in TEMPORAL else clause.role
    return replace(clause, subject=noun.index, role=role, connective=when if when in TEMPORAL else clause.connective)


def _adjectives_that_are_verbs(sentence: Sentence) -> Sentence:
    """The predicate of "the airport closed for six hours" is no adjective: it has a subject and no copula."""
    tokens, clauses = list(sentence.tokens), list(sentence.clauses)
    for number, clause in enumerate(clauses):
        token = tokens[clause.predicate]
        going_on = token.tag in {"VBP", "VB", "NN"} and token.text.endswith("ing") and not clause.copular
        if going_on and any(one.relation == "aux" and one.lemma == "be" for one in sentence.children(token.index)):
            stem = verb_of(token.text.lower(), token.text.lower())
            tokens[clause.predicate] = replace(token, pos="VERB", tag="VBG", lemma=stem)
            clauses[number] = replace(clause, progressive=True)
            continue
        bare = clause.subject is not None and not clause.copular and clause.tense is Tense.NONE and clause.modal is None
        if token.pos != "ADJ" or not token.text.endswith("ed") or not bare or clause.role is not Role.MAIN:
            continue
        lemma = verb_of(token.text.lower(), token.text.lower())
        tokens[clause.predicate] = replace(token, pos="VERB", tag="VBD", lemma=lemma)
        clauses[number] = replace(clause, tense=Tense.PAST)
    return replace(sentence, tokens=tuple(tokens), clauses=tuple(clauses))


def _plans_to(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The "plans" of "Macron plans to visit Kyiv" is no noun: what follows is to be done by who stands in front."""
    found = list(clauses)
    for number, clause in enumerate(clauses):
        head = sentence.tokens[sentence.tokens[clause.predicate].head]
        to_do = clause.connective == "to" and clause.tense is Tense.NONE
        if not (to_do and head.tag == "NNS" and head.index and verb_is(head.lemma.lower(), "plan")):
            continue
        before = sentence.tokens[head.index - 1]
        if before.pos not in {"NOUN", "PROPN"} or before.head != head.index:
            continue
        if clause.role is Role.MAIN and head.head == head.index:
            found[number] = replace(clause, tense=Tense.PRESENT, subject=before.index)
        elif clause.parent is not None and (speaker := _speaks_after(sentence, clauses[clause.parent], head.index)):
            above = clauses[clause.parent]
            found[number] = replace(
                clause, role=Role.MAIN, parent=None, tense=Tense.PRESENT, connective="to", subject=before.index
            )
            found[clause.parent] = replace(above, role=Role.PARENTHETICAL, parent=number, subject=speaker)
    return tuple(found)


def _speaks_after(sentence: Sentence, clause: Clause, noun: int) -> int | None:
    """Who says so, right before the verb and behind a comma: "…, his office said"."""
    speaker = sentence.tokens[clause.predicate - 1] if clause.predicate else None
    saying = verb_is(sentence.tokens[clause.predicate].lemma.lower(), "say", "act") and clause.subject == noun
    if speaker is None or not saying or speaker.pos not in {"NOUN", "PROPN", "PRON"}:
        return None
    set_off = any(token.text == "," for token in sentence.tokens[noun + 1 : speaker.index])
    return speaker.index if set_off and speaker.index > noun else None


def _without_and(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """A finite verb without subject or connective goes on: "seized the town, *burned* it and *withdrew*"."""
    found = list(clauses)
    for number, clause in enumerate(clauses):
        if clause.subject is not None or clause.parent is None or clause.tense is not Tense.PAST:
            continue
        above = found[clause.parent]
        loose = clause.role is Role.ADVERBIAL and clause.connective is None and above.verb < clause.verb
        if above.subject is not None and (loose or clause.role is Role.COORDINATE):
            found[number] = replace(clause, role=Role.COORDINATE, subject=above.subject)
    return tuple(found)


def _own_objects(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """An object behind the second verb is its own: "condemned it and promised *aid*"."""
    found = list(clauses)
    for number, clause in enumerate(clauses):
        if clause.role is not Role.COORDINATE or clause.parent is None or clause.objects:
            continue
        above = found[clause.parent]
        taken = tuple(thing for thing in above.objects if thing > clause.predicate > above.predicate)
        helped = any(one.relation in {"aux", "passive-aux"} for one in sentence.children(clause.predicate))
        if not taken or helped or above.passive:
            continue
        found[clause.parent] = replace(above, objects=tuple(thing for thing in above.objects if thing not in taken))
        found[number] = replace(clause, objects=taken, passive=False, tense=above.tense, perfect=above.perfect)
    return tuple(found)


def _which_thing(sentence: Sentence, clause: Clause) -> Clause:
    """The subject of "the director of the bank, which collapsed" is the bank: "which" is no person."""
    head = sentence.tokens[clause.predicate].head
    if clause.role is not Role.RELATIVE or clause.connective != "which" or clause.subject != head:
        return clause
    if sentence.tokens[head].lemma.lower() not in _PERSONS:
        return clause
    which = next((t.index for t in sentence.tokens[head : clause.predicate] if t.text.lower() == "which"), None)
    if which is None:
        return clause
    nouns = (t for t in reversed(sentence.tokens[head + 1 : which]) if t.pos in {"NOUN", "PROPN"})
    thing = next((t.index for t in nouns if t.relation not in {"compound", "flat", "possessive"}), None)
    return clause if thing is None else replace(clause, subject=thing)


def _no_inversion(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """What stands behind the second verb is its object: "she travelled, wrote *two books* and learned the cello"."""
    for number, clause in enumerate(clauses):
        thing = clause.subject
        after_comma = clause.predicate > 1 and sentence.tokens[clause.predicate - 1].text == ","
        if thing is None or thing < clause.predicate or not after_comma or clause.tense is not Tense.PAST:
            continue
        goes_on = any(each.subject == thing and each.verb > thing for each in clauses)
        said = verb_is(sentence.tokens[clause.predicate].lemma.lower(), "say", "act", "state") and not goes_on
        if said or clause.passive:
            continue
        first = next(
            (
                each
                for each in clauses
                if each.verb < clause.verb and each.tense is Tense.PAST and each.subject not in {None, thing}
            ),
            None,
        )
        if first is None or first.connective is not None:
            continue
        return tuple(
            replace(each, subject=first.subject, objects=(thing, *each.objects) if place == number else each.objects)
            if each.subject == thing
            else each
            for place, each in enumerate(clauses)
        )
    return clauses


def _by_somebody(sentence: Sentence, clause: Clause) -> Clause:
    """What stands right before "by" somebody was done to it: "statements *made* by the author"."""
    token, after = sentence.tokens[clause.predicate], clause.predicate + 1
    if clause.passive or clause.objects or token.tag not in {"VBN", "VBD"} or clause.progressive or clause.perfect:
        return clause
    if after >= len(sentence.tokens) or sentence.tokens[after].text.lower() != "by" or clause.subject is None:
        return clause
    lemma = verb_of(token.text.lower(), token.lemma.lower())
    doer = sentence.tokens[sentence.tokens[after].head]
    somebody = doer.index > after and doer.pos in {"NOUN", "PROPN"} and doer.text[:1].isupper()
    if not somebody or verb_is(lemma, "intransitive", "say", "weak") or token.lemma in {"go", "stop", "drop", "walk"}:
        return clause
    return replace(clause, passive=True)


def _shared_objects(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The object of both verbs: "managed to remove and store *the pictures*"."""
    found = list(clauses)
    for clause in clauses:
        if clause.role is not Role.COORDINATE or clause.parent is None or not clause.objects or clause.passive:
            continue
        above = found[clause.parent]
        between = sentence.tokens[above.predicate + 1 : clause.predicate]
        near = bool(between) and all(token.tag == "CC" for token in between)
        lemma = verb_of(sentence.tokens[above.predicate].text.lower(), sentence.tokens[above.predicate].lemma.lower())
        if near and not above.objects and not above.passive and not verb_is(lemma, "intransitive", "say"):
            found[clause.parent] = replace(above, objects=clause.objects)
    return tuple(found)


def _noun_subject(sentence: Sentence, clause: Clause) -> Clause:
    """A verb is no subject: in "the company that Tom founded went bankrupt" the company is."""
    if clause.subject is None or sentence.tokens[clause.subject].pos not in {"VERB", "AUX"}:
        return clause
    verb = sentence.tokens[clause.subject]
    noun = sentence.tokens[verb.head]
    relative = verb.relation == "relative" and noun.pos in {"NOUN", "PROPN"}
    nouns = (token for token in reversed(sentence.tokens[: verb.index]) if token.pos in {"NOUN", "PROPN"})
    whole = (token for token in nouns if token.relation not in {"compound", "flat", "possessive"})
    first = next((token.index for token in whole if token.head != verb.index), None)
    return replace(clause, subject=noun.index if relative else first)


def _own_subject(sentence: Sentence, clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """A noun between "and" and the verb is its subject: "the airport closed and ferries *were cancelled*"."""
    if clause.role is not Role.COORDINATE or clause.parent is None or clause.tense is Tense.NONE:
        return clause
    verbs = [token.index for token in sentence.children(clause.predicate) if token.relation in {"aux", "passive-aux"}]
    start = min([clause.predicate, clause.verb, *verbs])
    above = clauses[clause.parent].predicate
    joins = [word for word in range(above + 1, start) if sentence.tokens[word].text.lower() in {"and", "but"}]
    if not joins or (clause.subject is not None and clause.subject > above):
        return clause
    between = sentence.tokens[joins[-1] + 1 : start]
    commas = [token.index for token in between if token.pos == "PUNCT"]
    framed = len(commas) == 2 and commas[-1] == start - 1
    if any(token.pos in {"VERB", "AUX", "SCONJ"} for token in between) or (commas and not framed):
        return clause
    first = next((token for token in between if token.pos in {"NOUN", "PROPN", "PRON", "ADP"}), None)
    if first is None or first.pos == "ADP" or first.lemma.lower() in _WHEN:
        return clause
    heads = [token for token in between if token.pos in {"NOUN", "PROPN", "PRON"}]
    phrase = next(
        (i for i, token in enumerate(heads) if token.index + 1 == start or _ends_phrase(sentence, token.index)), 0
    )
    return replace(clause, subject=heads[phrase].index)


def _ends_phrase(sentence: Sentence, word: int) -> bool:
    """The noun is followed by something that does not belong to its name."""
    return sentence.tokens[word + 1].pos not in {"NOUN", "PROPN"}


def _shared_passive(sentence: Sentence, clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """The passive goes on: "was captured and *executed*", but not in "was wounded and *died*"."""
    if clause.role is not Role.COORDINATE or clause.parent is None or clause.passive or clause.objects:
        return clause
    same = [one for one in clauses if one.subject == clause.subject and one.verb < clause.verb]
    above = max((one for one in same if one.role is not Role.RELATIVE), key=lambda one: one.verb, default=clause)
    token, head = sentence.tokens[clause.predicate], sentence.tokens[above.predicate]
    if not above.passive or above.subject != clause.subject or token.tag not in {"VBD", "VBN"}:
        return clause
    own = any(one.relation in {"aux", "passive-aux"} for one in sentence.children(clause.predicate))
    lemma, before = verb_of(token.text.lower(), token.lemma.lower()), verb_of(head.text.lower(), head.lemma.lower())
    brought = lemma == "recover" and before in {"find", "locate", "discover", "retrieve"}
    if own or (verb_is(lemma, "intransitive", "say", "act", "state") and not brought):
        return clause
    return replace(clause, passive=True, tense=above.tense, perfect=above.perfect)


def _only_verb(sentence: Sentence, clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """The only verb of a sentence is no participle: "Unions called for a strike"."""
    token = sentence.tokens[clause.predicate]
    head = sentence.tokens[token.head]
    rootless = (
        head.head == head.index
        and head.pos in {"NOUN", "PROPN"}
        and all(each.predicate != head.index for each in clauses)
    )
    plain = clause.role is Role.PARTICIPLE and clause.parent is None and token.tag in {"VBN", "VBD"}
    agent = any(modifier.preposition == "by" for modifier in clause.modifiers)
    if sentence.heading or not rootless or not plain or agent or head.index > clause.predicate:
        return clause
    return replace(clause, role=Role.MAIN, subject=head.index, tense=Tense.PAST, passive=False)


def _no_finite_verb(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Of a sentence with no finite verb: in "A plane carrying forty people crashed near Lyon" the plane crashed."""
    root = next((token for token in sentence.tokens if token.head == token.index), None)
    if sentence.heading or root is None or root.pos not in {"NOUN", "PROPN"} or sentence.tokens[-1].text != ".":
        return clauses
    if any(clause.tense is not Tense.NONE or clause.modal for clause in clauses):
        return clauses
    for number, clause in enumerate(clauses):
        token = sentence.tokens[clause.predicate]
        plain = token.tag in {"VBN", "VBD"} and token.index > root.index and token.relation == "participle"
        helped = any(one.relation in {"aux", "passive-aux", "mark"} for one in sentence.children(token.index))
        happens = verb_is(verb_of(token.text.lower(), token.lemma.lower()), "intransitive") or clause.objects
        if plain and not helped and happens and all(m.preposition != "by" for m in clause.modifiers):
            main = replace(
                clause,
                role=Role.MAIN,
                parent=None,
                subject=root.index,
                tense=Tense.PAST,
                passive=False,
                connective=None,
            )
            above, before = clause.parent, clause.subject
            clauses = tuple(
                replace(each, subject=root.index) if each.parent == number and each.subject == before else each
                for each in clauses
            )
            return tuple(
                main
                if place == number
                else replace(each, role=Role.PARTICIPLE, parent=number)
                if place == above and each.parent is None
                else each
                for place, each in enumerate(clauses)
            )
    return clauses


def _told_that(sentence: Sentence, clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """What follows "told the court that" is what was told, not a relative clause about the court."""
    if (
        clause.role is not Role.RELATIVE
        or clause.connective != "that"
        or clause.parent is None
        or clause.subject is None
    ):
        return clause
    above = sentence.tokens[clauses[clause.parent].predicate]
    subject = sentence.tokens[clause.subject]
    if above.lemma.lower() not in {"tell", "inform", "warn", "assure", "remind", "convince", "persuade"}:
        return clause
    own = (
        subject.text.lower() != "that"
        and subject.index > above.index
        and subject.index != sentence.tokens[clause.predicate].head
    )
    return replace(clause, role=Role.COMPLEMENT) if own else clause


def _same_as_above(sentence: Sentence, clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """Who was put right for "which killed three" is right for "and *injured* five"."""
    if clause.role is not Role.COORDINATE or clause.parent is None or clause.subject is None:
        return clause
    above = clauses[clause.parent]
    own = sentence.tokens[clause.subject].head == clause.predicate
    if own or above.role is not Role.RELATIVE or above.subject is None or clause.subject > above.predicate:
        return clause
    return replace(clause, subject=above.subject)


def _emphatic(sentence: Sentence, clause: Clause) -> Clause:
    """The subject of "Ruiz himself was captured" is Ruiz."""
    subject = clause.subject
    if subject is None or subject == 0 or sentence.tokens[subject].text.lower() not in REFLEXIVE:
        return clause
    before = sentence.tokens[subject - 1]
    return replace(clause, subject=before.index) if before.pos in {"NOUN", "PROPN"} else clause
