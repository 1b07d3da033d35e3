"""Subjects and participles put right: who or what a clause is really about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, verb_is, verb_of, wordset
from timeline.events.swallowed import TEMPORAL
from timeline.grammar.syntax import Role, Tense
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.grammar.syntax import Clause, Sentence

_NAMING = frozenset({"NOUN", "PROPN"})
_PART_OF_NAME = frozenset({"compound", "flat", "possessive", "amod"})
_PERSONS = wordset("person") | wordset("role") | wordset("title") | wordset("close to somebody")
_PLACING = frozenset({"of", "at", "on", "in"})
_WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"})
_NOMINATIVE = frozenset({"he", "she", "it", "they", "we", "i"})
_DOERS = ("er", "or", "ist", "ian", "ant", "man", "men", "people", "ee")


def resubject(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Sentence, tuple[Clause, ...]]:
    """The clauses with their own subjects, and the sentence where those hang from them."""
    put_right = tuple(_before_preposition(sentence, clause) for clause in clauses)
    for new, old in zip(put_right, clauses, strict=True):
        if new.subject is not None and old.subject is not None and new.subject != old.subject:
            behind = new.subject < old.subject
            sentence = _moved(sentence, old.subject, new.subject, "nominal") if behind else sentence
    clauses = put_right
    for number, clause in enumerate(clauses):
        sentence, mended = _behind_weekday(*_odd_name(sentence, clause))
        clauses = (*clauses[:number], mended, *clauses[number + 1 :])
    clauses = _set_off(sentence, clauses)
    clauses = tuple(_reduced(sentence, clause) for clause in clauses)
    clauses = tuple(_content(sentence, clauses, clause) for clause in _what_was_said(sentence, clauses))
    clauses = _right_after_and(sentence, clauses)
    clauses = tuple(_speaks_last(sentence, clause) for clause in clauses)
    found = _in_front(sentence, clauses)
    for new, old in zip(found, clauses, strict=True):
        if new.subject is not None and new.subject != old.subject:
            sentence = _moved(sentence, new.subject, new.predicate, "subject")
    return sentence, tuple(_who(sentence, clause) for clause in found)


def _behind_weekday(sentence: Sentence, clause: Clause) -> tuple[Sentence, Clause]:
    """A noun behind a weekday is no part of it: "On Monday *shares* fell"."""
    if clause.subject is not None or clause.tense is Tense.NONE:
        return sentence, clause
    for modifier in clause.modifiers:
        head = sentence.tokens[modifier.head]
        days = [one for one in sentence.children(head.index) if one.text in _WEEKDAYS and one.relation == "compound"]
        cases = [one for one in sentence.children(head.index) if one.relation == "case" and one.text.lower() == "on"]
        if not days or not cases or days[0].index != cases[0].index + 1 or head.index >= clause.predicate:
            continue
        tokens = list(sentence.tokens)
        tokens[days[0].index] = replace(days[0], head=clause.predicate, relation="oblique")
        tokens[cases[0].index] = replace(cases[0], head=days[0].index)
        tokens[head.index] = replace(head, head=clause.predicate, relation="subject")
        when = replace(modifier, head=days[0].index, span=Span(cases[0].span.start, days[0].span.end))
        others = tuple(when if each == modifier else each for each in clause.modifiers)
        return replace(sentence, tokens=tuple(tokens)), replace(clause, subject=head.index, modifiers=others)
    return sentence, clause


def _odd_name(sentence: Sentence, clause: Clause) -> tuple[Sentence, Clause]:
    """A name that was taken for an adverb right behind its verb is what the verb is about: "he founded *NeXT*"."""
    after = clause.predicate + 1
    token = sentence.tokens[after] if after < len(sentence.tokens) else None
    if token is None or clause.objects or clause.passive or clause.copular or token.head != clause.predicate:
        return sentence, clause
    odd = token.pos == "ADV" and token.relation == "adverb" and sum(letter.isupper() for letter in token.text) > 1
    if not odd:
        return sentence, clause
    tokens = list(sentence.tokens)
    tokens[after] = replace(token, pos="PROPN", tag="NNP", relation="object", lemma=token.text)
    others = tuple(modifier for modifier in clause.modifiers if modifier.head != after)
    return replace(sentence, tokens=tuple(tokens)), replace(clause, objects=(after,), modifiers=others)


def _before_preposition(sentence: Sentence, clause: Clause) -> Clause:
    """Of two subjects the one behind a preposition is none: "*Floods* in Tarn killed forty people"."""
    if clause.subject is None:
        return clause
    prepositions = {one.text.lower() for one in sentence.children(clause.subject) if one.relation == "case"}
    if not prepositions & (_PLACING | {"near", "from", "with", "by", "for"}):
        return clause
    first = min(clause.verb, clause.predicate)
    near = sentence.tokens[first - 1] if clause.subject < first - 2 else None
    if near is not None and near.pos in _NAMING and sentence.tokens[first - 2].text == ",":
        return replace(clause, subject=near.index)  # "At the fund, *investors* took out 2 million"
    others = [one.index for one in sentence.children(clause.predicate) if one.relation == "subject"]
    first = min(others, default=clause.subject)
    return replace(clause, subject=first) if first < clause.subject else clause


def _moved(sentence: Sentence, word: int, head: int, relation: str) -> Sentence:
    """The sentence with the word under another head, unless that would close a ring."""
    if _hangs(sentence, head, word):
        return sentence
    tokens = list(sentence.tokens)
    tokens[word] = replace(tokens[word], head=head, relation=relation)
    return replace(sentence, tokens=tuple(tokens))


def _set_off(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """What stands between commas is a participle: "The minister, *asked* about the deal, said …"."""
    found = list(clauses)
    for number, clause in enumerate(clauses):
        subject, token = clause.subject, sentence.tokens[clause.predicate]
        if subject is None or clause.objects or clause.passive or token.tag not in {"VBD", "VBN"}:
            continue
        comma = clause.predicate - 1
        if (
            comma <= subject
            or sentence.tokens[comma].text != ","
            or clause.role is not Role.MAIN
            or _helped(sentence, token.index)
        ):
            continue
        if any(each.pos in {"VERB", "AUX", "PUNCT", "CCONJ"} for each in sentence.tokens[subject + 1 : comma]):
            continue
        goes_on = next(
            (
                place
                for place, each in enumerate(clauses)
                if place > number
                and each.subject is None
                and each.tense is Tense.PAST
                and _comma_before(sentence, each)
            ),
            None,
        )
        if verb_is(_lemma(sentence, clause), "intransitive", "alone"):
            continue
        if goes_on is None:  # the verb that goes on was not found: "the ferry, *suspended* in March, resumes on …"
            if verb_is(_lemma(sentence, clause), "deed", "punctual", "undo"):
                found[number] = replace(clause, role=Role.PARTICIPLE, tense=Tense.NONE, passive=True)
            continue
        main = clauses[goes_on]
        found[number] = replace(clause, role=Role.PARTICIPLE, parent=goes_on, tense=Tense.NONE, passive=True)
        found[goes_on] = replace(main, role=Role.MAIN, parent=None, subject=subject)
    return tuple(found)


def _hangs(sentence: Sentence, word: int, top: int) -> bool:
    """The word hangs from the other, or both of them in a ring: nothing may be moved there."""
    seen: set[int] = set()
    while word not in seen:
        if word == top:
            return True
        seen.add(word)
        word = sentence.tokens[word].head
    return sentence.tokens[word].head != word


def _comma_before(sentence: Sentence, clause: Clause) -> bool:
    first = min(clause.verb, clause.predicate)
    return first > 0 and sentence.tokens[first - 1].text == ","


def _helped(sentence: Sentence, index: int) -> bool:
    return any(one.relation in {"aux", "passive-aux", "mark"} for one in sentence.children(index))


def _lemma(sentence: Sentence, clause: Clause) -> str:
    token = sentence.tokens[clause.predicate]
    return verb_of(token.text.lower(), token.lemma.lower())


def _reduced(sentence: Sentence, clause: Clause) -> Clause:
    """What hangs from a noun behind a preposition was done to it: "including 500 shares *bought* in May"."""
    token, subject = sentence.tokens[clause.predicate], clause.subject
    if token.relation != "participle" or token.tag not in {"VBD", "VBN"} or clause.objects or clause.passive:
        return clause
    if subject is None or subject != token.head or subject + 1 != token.index or _helped(sentence, token.index):
        return clause
    when = next((one.text.lower() for one in sentence.children(subject) if one.relation == "case"), None)
    if when is None or when in TEMPORAL or verb_is(_lemma(sentence, clause), "intransitive", "alone"):
        return clause
    return replace(clause, role=Role.PARTICIPLE, tense=Tense.NONE, passive=True)


def _what_was_said(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """What goes on without "and" behind "suggests X" is about X: "reports suggest a *fault* was forcing it down"."""
    found = list(clauses)
    for number, clause in enumerate(clauses):
        if clause.role is not Role.COORDINATE or clause.parent is None or clause.connective is not None:
            continue
        above = found[clause.parent]
        joined = any(one.relation == "coordinator" for one in sentence.children(clause.predicate))
        thing = above.objects[-1] if above.objects else None
        if joined or thing is None or clause.subject != above.subject or not above.predicate < thing < clause.verb:
            continue
        if not verb_is(_lemma(sentence, above), "say", "think", "report", "factive") or clause.tense is Tense.NONE:
            continue
        found[clause.parent] = replace(above, objects=above.objects[:-1])
        found[number] = replace(clause, role=Role.COMPLEMENT, subject=thing)
    return tuple(found)


def _content(sentence: Sentence, clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """What follows a verb of saying at once is what was said: "the officer denied *more arrests had been made*"."""
    if clause.role is not Role.COORDINATE or clause.parent is None or clause.connective is not None:
        return clause
    above = clauses[clause.parent]
    says = verb_is(_lemma(sentence, above), "say", "act", "deny", "think", "report")
    if not says or above.objects or above.passive or clause.subject is None or clause.tense is Tense.NONE:
        return clause
    first = clause.subject
    while first > above.predicate + 1 and sentence.tokens[first - 1].pos in {
        "DET",
        "ADJ",
        "NUM",
        "NOUN",
        "PROPN",
        "PRON",
    }:
        first -= 1
    return replace(clause, role=Role.COMPLEMENT) if first == above.predicate + 1 else clause


def _right_after_and(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """What follows "and" without a subject goes on with the finite verb before: "added to reserves and *paid*"."""
    found = list(clauses)
    for number, clause in enumerate(clauses):
        first = min(clause.verb, clause.predicate)
        joined = first > 0 and sentence.tokens[first - 1].tag == "CC"
        if clause.role is not Role.COORDINATE or clause.parent is None or clause.tense is Tense.NONE or not joined:
            continue
        above = clauses[clause.parent]
        if above.tense is not Tense.NONE or above.modal is not None or clause.subject != above.subject:
            continue  # its subject is that of a finite verb already
        finite = _finite_above(clauses, above)
        if finite is not None and finite.subject is not None:
            found[number] = replace(clause, subject=finite.subject)
    return tuple(found)


def _finite_above(clauses: tuple[Clause, ...], clause: Clause) -> Clause | None:
    """The nearest finite clause up the tree."""
    for _ in clauses:
        if clause.tense is not Tense.NONE:
            return clause
        if clause.parent is None:
            return None
        clause = clauses[clause.parent]
    return None


def _speaks_last(sentence: Sentence, clause: Clause) -> Clause:
    """Who stands between a comma and a verb of saying says it: "The boy must go home, *the judge* ruled"."""
    speaker = clause.predicate - 1
    if clause.subject is None or speaker < 1 or clause.subject >= speaker or clause.passive:
        return clause
    token = sentence.tokens[speaker]
    said = verb_is(_lemma(sentence, clause), "say", "act", "report") or _lemma(sentence, clause) in {"rule", "decide"}
    if not said or token.pos not in _NAMING or clause.role is Role.RELATIVE:
        return clause
    first = speaker
    while first > 0 and sentence.tokens[first - 1].pos in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}:
        first -= 1
    set_off = first > 1 and sentence.tokens[first - 1].text in {",", "''", "”"} and clause.subject < first - 1
    verb_before = any(each.pos in {"VERB", "AUX"} for each in sentence.tokens[clause.subject : first])
    return replace(clause, subject=speaker) if set_off and verb_before else clause


def _in_front(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """A finite clause behind a verb of saying has its subject in front: "noted *Kelmar Gas* was hit"."""
    found = list(clauses)
    for number, clause in enumerate(clauses):
        finite = clause.tense is not Tense.NONE or clause.modal is not None
        if clause.role is not Role.COMPLEMENT or clause.subject is not None or clause.parent is None or not finite:
            continue
        above = found[clause.parent]
        first = min(clause.verb, clause.predicate)
        if above.predicate >= first or clause.connective in {"who", "which", "what", "whether"}:
            continue
        between = [each for each in clauses if above.predicate < each.predicate < first and each is not clause]
        told = (
            above.predicate if not verb_is(_lemma(sentence, above), "asked") else max((*above.objects, above.predicate))
        )
        noun = _first_noun(sentence, told + 1, first)
        if noun is None or any(each.tense is not Tense.NONE for each in between):
            continue
        found[clause.parent] = replace(above, objects=tuple(thing for thing in above.objects if thing != noun))
        found[number] = replace(clause, subject=noun)
    return tuple(found)


def _first_noun(sentence: Sentence, start: int, end: int) -> int | None:
    """The head of the noun phrase that a stretch begins with."""
    for token in sentence.tokens[start:end]:
        if token.pos in {"ADP", "VERB", "AUX"} or token.text in {",", ";", ":"}:
            return None
        after = sentence.tokens[token.index + 1]
        if token.text.lower() in _NOMINATIVE and token.index + 1 == end:
            return token.index
        if token.pos in _NAMING and token.relation not in _PART_OF_NAME and after.text not in {"'", "’", "'s", "’s"}:
            return token.index
    return None


def _who(sentence: Sentence, clause: Clause) -> Clause:
    """Somebody is who, no event: "the killing of Berg, a *doctor* who treated refugees", "a rifle *buried* there"."""
    if clause.role is Role.RELATIVE and clause.connective in {"that", "which"}:
        return _what(sentence, clause)
    if clause.subject is None or not noun_is(sentence.tokens[clause.subject].lemma.lower(), "event"):
        return clause
    head = sentence.tokens[clause.subject]
    if clause.role is Role.PARTICIPLE and clause.passive and head.index == sentence.tokens[clause.predicate].head:
        before = sentence.tokens[clause.predicate - 1]
        nearer = before.index > head.index and before.pos in _NAMING and before.relation == "nominal"
        return replace(clause, subject=before.index) if nearer else clause
    if clause.role is not Role.RELATIVE or clause.connective != "who":
        return clause
    who = next((t.index for t in sentence.tokens[head.index : clause.predicate] if t.text.lower() == "who"), None)
    if who is None:
        return clause
    near = [t for t in sentence.tokens[head.index + 1 : who] if t.pos in _NAMING and t.relation not in _PART_OF_NAME]
    persons = [t for t in near if t.lemma.lower() in _PERSONS or t.lemma.lower().endswith(_DOERS)]
    names = [t for t in near if t.pos == "PROPN" and _behind_of(sentence, t.index)]
    somebody = persons[-1] if persons else names[-1] if names else None
    return clause if somebody is None else replace(clause, subject=somebody.index)


def _what(sentence: Sentence, clause: Clause) -> Clause:
    """What kills is the event, no place: "the *bombing* of a clinic that killed two"."""
    head = None if clause.subject is None else sentence.tokens[clause.subject]
    if head is None or head.head == head.index or not verb_is(_lemma(sentence, clause), "harm"):
        return clause
    above = sentence.tokens[head.head]
    placed = any(one.relation == "case" and one.text in _PLACING for one in sentence.children(head.index))
    happened = noun_is(above.lemma.lower(), "event") and not noun_is(head.lemma.lower(), "event")
    return replace(clause, subject=above.index) if placed and happened and above.index < head.index else clause


def _behind_of(sentence: Sentence, index: int) -> bool:
    return any(one.relation == "case" and one.text == "of" for one in sentence.children(index))
