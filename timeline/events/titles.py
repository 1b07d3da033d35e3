"""Titles as a sub-editor writes them: who does what, to whom, where, in at most sixty characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.agreement import disagrees, many, present, told_many
from timeline.events.behind import endings, run_behind, uncovered, untold
from timeline.events.contents import content_title
from timeline.events.fitting import LONGEST, Part, fit, fit_run, fits
from timeline.events.lexicon import noun_is, participle_of, verb_is
from timeline.events.noact import PERIODS, no_act
from timeline.events.nominal import phrase, place_behind
from timeline.events.parts import alone, parts_of, took_place
from timeline.events.sound import (
    another_subject,
    broken_off,
    denied,
    loses_degree,
    loses_denial,
    loses_middle,
    only_describes,
    says_twice,
    without_object,
)
from timeline.events.status import OPEN
from timeline.events.verbatim import as_told
from timeline.events.who import NAMING, agent_of, subject_of
from timeline.events.wording import capital, coordinated, join, noun_phrase, pronoun
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_UNTOLD = frozenset({"this", "that", "these", "those", "me", "us", "you", "one", "what"})
_BY_PRONOUN = re.compile(r" (?:it|him|them|he|she|they)\b")
_MANY_NAMES = 38  # characters of names side by side that leave no room for what they do
_NO_ROOM = 45  # characters of a subject behind which no verb fits
_BEFORE = frozenset(
    {
        "as",
        "than",
        "like",
        "between",
        "among",
        "including",
        "through",
        "within",
        "because",
        "to",
        "in",
        "of",
        "by",
        "from",
        "with",
        "for",
        "at",
        "on",
        "but",
        "and",
    }
)
_PLACES = frozenset({"in", "at", "on", "near", "outside", "inside", "across", "between", "with", "against"})
_ENOUGH = 30  # characters of a phrase that need not be whole


def verbal_title(view: View, cast: Cast, number: int, status: Status) -> str | None:
    """The title of what a clause tells, None where its subject cannot be named or what it tells would be turned."""
    title = _sure(view, cast, number, status)
    return title.upper() if title is not None and _shouted(view) else title


def _shouted(view: View) -> bool:
    """The sentence is all in capitals."""
    words = [token.text for token in view.tokens if token.pos != "PROPN" and len(token.text) > 1]
    letters = [word for word in words if word.isalpha()]
    return len(letters) > 2 and all(word.isupper() for word in letters)


def _sure(view: View, cast: Cast, number: int, status: Status) -> str | None:
    """The title put together where it is sound, else the clause as it stands, else None where it would be wrong."""
    composed = _composed(view, cast, number, status)
    if composed is None:
        return None
    if _shouted(view):
        return as_told(view, cast, number) or composed
    clause = view.clauses[number]
    wrong = _wrong(view, clause, composed, status)
    if not wrong and not _faulty(view, clause, composed, status):
        return composed
    plain = as_told(view, cast, number)
    if plain is not None and not _faulty(view, clause, plain, status):
        return plain
    hopeless = (
        wrong or without_object(view, clause, composed) or says_twice(composed) or loses_middle(view, clause, composed)
    )
    return None if hopeless else composed


def _faulty(view: View, clause: Clause, title: str, status: Status) -> bool:
    """The title is cut, torn or unclear, if not wrong."""
    lost = loses_denial(view, clause, title, status) or loses_degree(view, clause, title)
    torn = broken_off(view, clause, title) or says_twice(title) or loses_middle(view, clause, title)
    return lost or torn or _BY_PRONOUN.search(title) is not None


def _wrong(view: View, clause: Clause, title: str, status: Status) -> bool:
    """The title says what the text does not say: of another subject, or without its "not"."""
    subject = None if clause.passive and agent_of(view, clause) is not None else subject_of(view, clause)
    other = subject is not None and (
        only_describes(view, clause) or another_subject(view, clause, subject) or disagrees(view, clause, subject)
    )
    return other or loses_denial(view, clause, title, status)


def _composed(view: View, cast: Cast, number: int, status: Status) -> str | None:
    """The title put together in the headline's style."""
    clause = view.clauses[number]
    if no_act(view, clause):
        return None
    agent = agent_of(view, clause) if clause.passive else None
    flipped = clause.subject if agent is not None and agent not in view.timed else None
    subject = agent if flipped is not None else subject_of(view, clause)
    if subject is None:
        told = clause.role in {Role.MAIN, Role.COORDINATE} and clause.subject is None
        return _done(view, cast, number, status, -1) if told else None
    if view.tokens[subject].pos == "PRON" and cast.at(view.number, subject) is None:
        return _done(view, cast, number, status, subject)
    subjects = tuple(text for text in _subjects(view, cast, subject) if "--" not in text)
    if not subjects or pronoun(subjects[0].split()[0]):
        return None
    if _meets_himself(view, cast, subject, clause):
        return None
    several = many(view, cast, subject)
    if subject == clause.subject and view.tokens[subject].pos != "PRON" and cast.at(view.number, subject) is None:
        form = told_many(view, clause)
        several = several if form is None or len(coordinated(view, subject)) > 1 else form
    verb = _verb(view, clause, status, several=several, active=flipped is not None)
    parts = parts_of(view, cast, number, flipped=flipped, agent=agent, subject=subject)
    if took_place(view, clause) and " " in subjects[0]:
        parts = [part for part in parts if part.forms[0].split(" ")[0] in _PLACES]
        return fit(subjects, "", parts)  # "King's coronation in Westminster"
    if _nothing_told(view, clause, parts) or any(
        part.needed and part.forms[-1] in {*_UNTOLD, *subjects} for part in parts
    ):
        return None  # "accepts this": what? And nobody accepts himself
    if flipped is not None:
        return fit(subjects, verb, parts)
    if not parts and (_governs(view, number) or not _complete(view, clause)):
        return _with_what(view, cast, number, status, subjects, verb)
    return _best(view, cast, clause, subjects, verb, parts)


def _meets_himself(view: View, cast: Cast, subject: int, clause: Clause) -> bool:
    """A pronoun was taken for somebody whom its own clause names: "Ana Ruiz speaks with Ana"."""
    actor = cast.meant.get((view.number, subject)) if view.tokens[subject].pos == "PRON" else None
    if actor is None:
        return False
    name = set(actor.name.split()) | set(actor.short.split())
    heads = [*clause.objects, *(m.head for m in clause.modifiers)]
    named = (head for head in heads if view.tokens[head].pos == "PROPN" and head > clause.predicate)
    return any(view.tokens[head].text in name for head in named)


def _nothing_told(view: View, clause: Clause, parts: list[Part]) -> bool:
    """Somebody was told or asked, and what is missing; or only by whom: "tells the court", "announces by …"."""
    if clause.passive or len(parts) != 1:
        return False
    lemma, only = view.lemma(clause.predicate), parts[0]
    more = any(word in only.forms[0].split() for word in ("to", "about", "of", "for"))
    told = lemma in {"tell", "ask", "inform", "assure", "say"} and only.at in clause.objects and not more
    return told or (only.forms[0].startswith("by ") and verb_is(lemma, "say", "act"))


def _best(
    view: View, cast: Cast, clause: Clause, subjects: tuple[str, ...], verb: str, parts: list[Part]
) -> str | None:
    """The title by the tree, or by the words as they stand where the tree is torn or tells less."""
    if verb_is(view.lemma(clause.predicate), "naming") and not clause.passive and _unsaid(view, clause, parts):
        return None  # "calls the ban": what?
    by_tree = fit(subjects, verb, parts)
    torn, short = bool(uncovered(view, clause, parts)), not fits(subjects, verb, parts)
    if not (torn or short or untold(view, cast, clause, parts)):
        return by_tree
    as_it_stands = fit_run(subjects, verb, endings(view, cast, run_behind(view, clause)))
    if as_it_stands is None or not (torn or short or len(as_it_stands) > len(by_tree)):
        return by_tree
    return as_it_stands


def _unsaid(view: View, clause: Clause, parts: list[Part]) -> bool:
    """Something is called, and nothing says what."""
    things = [thing for thing in clause.objects if thing > clause.predicate]
    if len(things) != 1 or len(parts) > 1 or noun_is(view.lemma(things[0]), "event"):
        return False
    inside = set(view.subtree(things[0]))
    return all(word in inside for word in run_behind(view, clause))


def _subjects(view: View, cast: Cast, subject: int) -> tuple[str, ...]:
    """What the subject is called, shorter and shorter."""
    found = [text for detail in (3, 2, 1, 0) if (text := noun_phrase(view, cast, subject, detail=detail, first=True))]
    found = [text.rsplit(", ", 1)[-1] if text.split(" ")[0].lower() in _BEFORE else text for text in found]
    found = [_without_time(text) for text in found]
    found = [text for text in found if text.split(" ")[0].lower() not in _BEFORE]
    if not found:
        return ()
    found += alone(view, subject)
    actor = cast.named.get((view.number, subject))
    if actor is not None and len(found[-1]) > _ENOUGH and not view.under(subject, "conjunct"):
        found.append(actor.short.removeprefix("the "))
    several = bool(view.under(subject, "conjunct")) and view.tokens[subject].pos == "PROPN"
    if actor is not None and several and len(found[-1]) > _MANY_NAMES:
        found.append(f"{actor.short} and others")
    elif len(found[-1]) > _NO_ROOM and view.under(subject, "conjunct") and view.tokens[subject].text.islower():
        found.append(f"{view.tokens[subject].text} and others")
    return tuple(dict.fromkeys(found))


def _without_time(text: str) -> str:
    """The subject without a time that opens the sentence: "All week, officials"."""
    first, comma, rest = text.partition(", ")
    return rest if comma and first.split(" ")[-1].lower() in PERIODS | {"day", "night", "morning"} else text


def _complete(view: View, clause: Clause) -> bool:
    """The verb says enough by itself: "resigns", "was arrested"; but "was asked" and "gives" do not."""
    lemma = view.lemma(clause.predicate)
    if clause.passive:
        return not verb_is(lemma, "asked")
    return clause.copular or verb_is(lemma, "intransitive", "alone")


def _with_what(view: View, cast: Cast, number: int, status: Status, subjects: tuple[str, ...], verb: str) -> str | None:
    """The title of a verb that does not stand alone and was given nothing by the tree: what stands behind it."""
    clause = view.clauses[number]
    behind = run_behind(view, clause)
    says = verb_is(view.lemma(clause.predicate), "say", "think")
    if (
        behind
        and view.lemma(clause.predicate) != "say"
        and not (says and view.tokens[behind[0]].pos not in {"ADP", "PART"})
    ):
        run = fit_run(subjects, verb, endings(view, cast, behind))
        if run is not None:
            return run
    if clause.passive:
        return None if verb_is(view.lemma(clause.predicate), "asked") else fit(subjects, verb, [])
    if status in {Status.HAPPENED, Status.REPORTED}:
        content = content_title(view, cast, number)
        if content is not None:
            return content  # "INS decides the boy should go home"
    governs = any(inner.parent == number and inner.role is Role.INFINITIVE for inner in view.clauses)
    if (
        governs
        or clause.negated
        or _takes(view, clause)
        or verb_is(view.lemma(clause.predicate), "needy", "say", "act")
    ):
        return None  # "X gives" is no title
    return fit(subjects, verb, [])


def _governs(view: View, number: int) -> bool:
    """An infinitive completes the verb."""
    inner = (each for each in view.clauses if each.parent == number and each.role is Role.INFINITIVE)
    return any(view.tokens[each.predicate].relation in OPEN for each in inner)


def _takes(view: View, clause: Clause) -> bool:
    """Something stands right behind the verb that the parse gave to another."""
    after = next((t for t in view.tokens[clause.predicate + 1 :] if t.pos not in {"ADV", "PART", "PUNCT"}), None)
    if after is not None and view.tokens[after.index - 1].tag == "TO":
        return True
    if after is None or after.index in view.timed or view.tokens[after.index - 1].text in {",", ";", ":"}:
        return False
    return after.pos in {"DET", "NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ"} and not after.tag.startswith("W")


def _done(view: View, cast: Cast, number: int, status: Status, subject: int) -> str | None:
    """What was done, where nobody can say by whom: "they put up a giant cross" is "Giant cross put up"."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    anybody = subject < 0 or view.tokens[subject].text.lower() in {"they", "it", "who", "which", "he", "she"}
    sure = status in {Status.HAPPENED, Status.REPORTED} and not clause.negated and not clause.copular
    things = [thing for thing in clause.objects if thing > clause.predicate and thing not in view.timed]
    if not (anybody and sure) or clause.passive or len(things) != 1 or view.tokens[things[0]].pos not in NAMING:
        return None
    if verb_is(lemma, "say", "act", "think", "state", "weak", "mild", "light", "aspect", "commit", "order"):
        return None
    texts = [text for detail in (3, 2, 1, 0) if (text := noun_phrase(view, cast, things[0], detail=detail, first=True))]
    if not texts:
        return None
    parts = [part for part in parts_of(view, cast, number, subject=subject) if part.at != things[0]]
    particle = view.particle(clause.predicate)
    verb = participle_of(lemma) + (f" {particle}" if particle else "")
    return fit(tuple(dict.fromkeys(texts)), verb, parts)


def _verb(view: View, clause: Clause, status: Status, *, several: bool, active: bool) -> str:
    token = view.tokens[clause.predicate]
    lemma = view.lemma(clause.predicate)
    by = any(token_.text == "by" for token_ in view.tokens[clause.predicate + 1 : clause.predicate + 2])
    finite = clause.connective is not None and not clause.objects and clause.subject == clause.predicate - 1
    loose = (clause.role in {Role.PARTICIPLE, Role.ADVERBIAL, Role.RELATIVE} and not finite) or by
    reduced = loose and clause.tense is Tense.NONE and token.tag == "VBN" and not clause.perfect
    passive = (clause.passive or reduced) and not active
    particle = view.particle(clause.predicate)
    tail = f" {particle}" if particle else ""
    participle = token.text.lower()
    if clause.copular and status is not Status.PLANNED:
        return participle  # "two dead"
    if status is Status.PLANNED:
        to_be = passive or (clause.copular and token.tag != "VB")
        return (f"to be {participle}" if to_be else f"to {lemma}") + tail
    if status is Status.POSSIBLE:
        return (f"may be {participle}" if passive else f"may {lemma}") + tail
    if (denied(view, clause) or status is Status.DENIED) and not _none(view, clause):
        return (f"not {participle}" if passive else f"{'do' if several else 'does'} not {lemma}") + tail
    return (participle if passive else present(lemma, many=several)) + tail


def _none(view: View, clause: Clause) -> bool:
    """The negation is the subject's or object's own: "no airspace was violated", "did no harm"."""
    nouns = [*([clause.subject] if clause.subject is not None else []), *clause.objects]
    return any(view.tokens[kid].text.lower() == "no" for noun in nouns for kid in view.kids[noun])


def nominal_title(view: View, cast: Cast, head: int) -> str | None:
    """A nominal event keeps its words: "Trump's summit with his Russian counterpart in Alaska"."""
    for detail in (3, 2, 1, 0):
        text = noun_phrase(view, cast, head, detail=detail, first=True)
        for where in place_behind(view, max(phrase(view, head, whole=False))) if text and detail else ():
            if view.tokens[where].head != head:
                text = f"{text} {view.preposition(where)} {noun_phrase(view, cast, where, detail=0)}"
        if text and detail and not _whole(view, head, text):
            continue
        if text and len(text) <= LONGEST:
            if " " not in text:
                owner = next((word for word in view.under(head, "possessive") if word in view.timed), None)
                when = [word for word in view.kids[head] if word in view.timed and word < head and word != owner]
                whose = [join(view, view.subtree(owner))] if owner is not None else []
                text = " ".join([*whose, *([join(view, _whole_time(view, when))] if when else []), text])
            return capital(text)
    return None


def _whole(view: View, head: int, text: str) -> bool:
    """The phrase does not end inside a name or before its noun."""
    ends = [t.index for t in view.tokens[head:] if text.lower().endswith(t.text.lower())]
    return not ends or any(not _inside_name(view, word) for word in ends)


def _inside_name(view: View, word: int) -> bool:
    """More of the name, or its noun, comes right behind: "Flight 103", "a Birmingham (, Ala.,) clinic"."""
    after = view.tokens[word + 1] if word + 1 < len(view.tokens) else None
    if after is None or word + 1 in view.timed:
        return False
    article = word > 0 and view.tokens[word - 1].text.lower() in {"a", "an"} and view.tokens[word].pos == "PROPN"
    return after.pos in {"NOUN", "NUM"} or (article and after.text == ",")


def _whole_time(view: View, words: list[int]) -> list[int]:
    """The time with what a hyphen ties to it: "two-day"."""
    first = words[0]
    while first > 1 and view.tokens[first - 1].text == "-" and first - 2 in view.timed:
        first -= 2
    return [*range(first, words[0]), *words]
