"""Titles as a sub-editor writes them: who does what, to whom, where, in at most sixty characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.agreement import many, present
from timeline.events.behind import behind_verb, endings, run_behind, uncovered
from timeline.events.contents import content_title
from timeline.events.fitting import LONGEST, cut, fit, fit_run
from timeline.events.lexicon import participle_of, verb_is
from timeline.events.nominal import phrase, place_behind
from timeline.events.parts import alone, parts_of, took_place
from timeline.events.who import NAMING, agent_of, subject_of
from timeline.events.wording import capital, join, noun_phrase, pronoun
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_UNTOLD = frozenset({"this", "that", "these", "those", "me", "us", "you", "one", "what"})
_ENOUGH = 30  # characters of a phrase that need not be whole


def verbal_title(view: View, cast: Cast, number: int, status: Status) -> str | None:
    """The title of what a clause tells, None where its subject cannot be named."""
    clause = view.clauses[number]
    agent = agent_of(view, clause) if clause.passive else None
    flipped = clause.subject if agent is not None and agent not in view.timed else None
    subject = agent if flipped is not None else subject_of(view, clause)
    if subject is None:
        told = clause.role in {Role.MAIN, Role.COORDINATE} and clause.subject is None
        return _done(view, cast, number, status, -1) if told else None
    if view.tokens[subject].pos == "PRON" and cast.at(view.number, subject) is None:
        return _done(view, cast, number, status, subject)
    subjects = [
        text for detail in (3, 2, 1, 0) if (text := noun_phrase(view, cast, subject, detail=detail, first=True))
    ]
    if not subjects or pronoun(subjects[0].split()[0]):
        return None
    subjects += alone(view, subject)
    if (actor := cast.named.get((view.number, subject))) is not None and len(subjects[-1]) > _ENOUGH:
        subjects.append(actor.short.removeprefix("the "))
    verb = _verb(view, clause, status, several=many(view, cast, subject), active=flipped is not None)
    parts = parts_of(view, cast, number, flipped=flipped, agent=agent, subject=subject)
    lemma = view.lemma(clause.predicate)
    if took_place(view, clause) and " " in subjects[0]:
        return fit(tuple(dict.fromkeys(subjects)), "", parts)  # "King's coronation in Westminster"
    if any(part.needed and part.forms[-1] in _UNTOLD for part in parts):
        return None  # "accepts this": what?
    if not parts and clause.passive and verb_is(lemma, "asked"):
        return None
    if not parts and not clause.passive and not clause.copular and not verb_is(lemma, "intransitive", "alone"):
        behind = behind_verb(view, cast, clause)
        if behind is None and status in {Status.HAPPENED, Status.REPORTED}:
            content = content_title(view, cast, number)
            if content is not None:
                return content  # "INS decides the boy should go home"
        if behind is None and verb_is(lemma, "needy", "say", "act"):
            return None  # "X gives" is no title
        parts = [behind] if behind is not None else []
    if flipped is None and uncovered(view, clause, parts):
        as_it_stands = fit_run(subjects, verb, endings(view, cast, run_behind(view, clause)))
        if as_it_stands is not None:
            return as_it_stands
    return fit(tuple(dict.fromkeys(subjects)), verb, parts)


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
    loose = clause.role in {Role.PARTICIPLE, Role.ADVERBIAL, Role.RELATIVE} or by
    reduced = loose and clause.tense is Tense.NONE and token.tag == "VBN" and not clause.perfect
    passive = (clause.passive or reduced) and not active
    particle = view.particle(clause.predicate)
    tail = f" {particle}" if particle else ""
    participle = token.text.lower()
    if clause.copular and status is not Status.PLANNED:
        return participle  # "two dead"
    if status is Status.PLANNED:
        return (f"to be {participle}" if passive else f"to {lemma}") + tail
    if status is Status.POSSIBLE:
        return (f"may be {participle}" if passive else f"may {lemma}") + tail
    if clause.negated and not _none(view, clause):
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
        if text and len(text) <= LONGEST:
            if " " not in text:
                when = [word for word in view.kids[head] if word in view.timed and word < head]
                text = " ".join([*(view.tokens[word].text for word in when), text])
            return capital(text)
    return None


def verbatim(view: View, clause: Clause) -> str:
    """The clause as it stands, where it is too damaged for a title of its own."""
    words = [token.index for token in view.tokens if clause.span.covers(token.span) and token.index not in view.timed]
    return cut(capital(join(view, words))) if words else ""
