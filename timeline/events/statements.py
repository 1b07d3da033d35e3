"""Titles of statements: who says what, in the article's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.behind import behind_verb
from timeline.events.fitting import LONGEST, cut, fit, shrinking, texts_of
from timeline.events.lexicon import verb_is
from timeline.events.parts import named, parts_of
from timeline.events.titles import many, verbal_title
from timeline.events.who import subject_of
from timeline.events.wording import capital, join, noun_phrase, present, pronoun
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.speech import Saying
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause


_DATELINE = 10  # words of a place and an agency in front
_TORN = re.compile(r" (n't|n’t|['’](?:ve|re|ll|d|m|s)\b)")


def clause_words(
    view: View, cast: Cast, number: int, limit: int, said: frozenset[str], *, same: bool = False
) -> str | None:
    """What was said, in the article's words: subject, verb with auxiliaries, and as much behind as fits in *limit*."""
    clause = view.clauses[number]
    subject = subject_of(view, clause)
    if subject is None:
        return None
    phrases = (noun_phrase(view, cast, subject, detail=detail, first=True, said=said) for detail in (3, 2, 1, 0))
    subjects = [text for text in phrases if text]
    if not subjects or same or named(view, cast, subject) & said:
        word = view.tokens[subject].text
        subjects = [word if word == "I" else word.lower()]
    verb = _verb_group(view, cast, clause)
    short = verb.removeprefix("is ").removeprefix("are ") if clause.copular or clause.passive else verb
    parts = parts_of(view, cast, number, subject=subject)
    if not parts and view.lemma(clause.predicate) in {"be", "plan", "say"}:
        return None
    if not parts and not clause.copular and not clause.passive:
        rest = behind_verb(view, cast, clause)  # a broken tree: "is pursuing" what?
        parts = [rest] if rest is not None else []
    for level in range(max(4, *(len(part.forms) for part in parts), 0)):
        texts = texts_of(parts, level)
        if clause.copular and inner_adjective(view, clause):
            whole = " ".join([subjects[min(level, len(subjects) - 1)], short, *texts])
            if len(whole) <= limit < len(" ".join([subjects[min(level, len(subjects) - 1)], verb, *texts])):
                return whole
        for kept in shrinking(parts):
            texts = texts_of(kept, level)
            text = _TORN.sub(r"\1", " ".join([subjects[min(level, len(subjects) - 1)], verb, *texts]))
            if len(text) <= limit:
                return text
    return None


def inner_adjective(view: View, clause: Clause) -> bool:
    """What a headline says without "is": "ready to help", "prepared to send"."""
    return view.tokens[clause.predicate].pos in {"ADJ", "VERB"}


def _verb_group(view: View, cast: Cast, clause: Clause) -> str:
    """Auxiliaries and verb as they stand, turned from reported to direct speech ("would" to "will")."""
    words = [
        kid
        for kid in view.kids[clause.predicate]
        if view.tokens[kid].relation in {"aux", "passive-aux", "copula", "negation"} and kid < clause.predicate
    ]
    words += [
        kid
        for kid in view.kids[clause.predicate]
        if view.tokens[kid].text.lower() in {"not", "n't"} and kid < clause.predicate
    ]
    front = view.under(clause.predicate, "determiner", "number", "compound", "amod") if clause.copular else []
    words = sorted({*words, clause.predicate, *front})
    words = [word for word in words if word <= clause.predicate]
    turned = not clause.quoted and (clause.copular or clause.modal == "would")
    direct = {"would": "will", "was": "is", "were": "are"} if turned else {}
    if clause.perfect and clause.tense is Tense.PAST and clause.subject is not None:
        direct["had"] = "have" if many(view, cast, clause.subject) else "has"
    texts = [direct.get(view.tokens[word].text, view.tokens[word].text) for word in words]
    text = _TORN.sub(r"\1", " ".join(texts))
    particle = view.particle(clause.predicate)
    return f"{text} {particle}" if particle else text


def finding_title(view: View, cast: Cast, number: int) -> str | None:
    """The title of learning or showing something: "Diver notices channel had never been deepened"."""
    clause = view.clauses[number]
    content = next(
        (
            n
            for n, each in enumerate(view.clauses)
            if each.parent == number and each.role is Role.COMPLEMENT and each.subject
        ),
        None,
    )
    subject = subject_of(view, clause)
    if (
        content is None
        or subject is None
        or clause.objects
        or clause.negated
        or view.clauses[content].tense is Tense.NONE
    ):
        return None
    who = noun_phrase(view, cast, subject, detail=0, first=True)
    if who is None or pronoun(who):
        return None
    opening = f"{capital(who)} {present(view.lemma(clause.predicate), many=many(view, cast, subject))} "
    words = clause_words(view, cast, content, LONGEST - len(opening), named(view, cast, subject))
    return opening + words if words else None


def speech_title(view: View, cast: Cast, saying: Saying) -> str | None:
    """The title of a statement: "French officials: Paris could deploy 3,000 troops", "Trump to Fox: …"."""
    clause = view.clauses[saying.clause]
    if saying.speaker is None:
        return None
    speaker = noun_phrase(view, cast, saying.speaker, detail=0, first=True)
    if speaker is None or pronoun(speaker):
        return None
    if saying.content is None or view.clauses[saying.content].tense is Tense.NONE:
        return verbal_title(view, cast, saying.clause, Status.HAPPENED) or _said_before(view, saying, speaker)
    own = _own_words(view, cast, saying, speaker)
    if own is not None:
        return own
    lemma = view.lemma(clause.predicate)
    speakers = named(view, cast, saying.speaker)
    audience = None
    if saying.audience is not None and (view.number, saying.audience) in cast.named:
        audience = noun_phrase(view, cast, saying.audience, detail=0)
    said = present(lemma if verb_is(lemma, "act") and lemma != "call" else "say", many=many(view, cast, saying.speaker))
    openings = [f"{capital(speaker)} to {audience}: "] if audience else []
    openings += (
        [f"{capital(speaker)} {said} "]
        if not audience and not clause.quoted and lemma in {"announce", "confirm", "deny"}
        else []
    )
    openings += [f"{capital(speaker)}: "]
    if _same_speaker(view, cast, saying):
        openings = [f"{capital(speaker)} {said} "]
    for opening in openings:
        content = clause_words(
            view, cast, saying.content, LONGEST - len(opening), speakers, same=_same_speaker(view, cast, saying)
        )
        if content is not None:
            return opening + (capital(content) if opening.endswith(": ") else content)
    content = clause_words(view, cast, saying.content, 200, speakers)
    if content is None:
        return None
    return cut(openings[-1] + (capital(content) if openings[-1].endswith(": ") else content))


def _said_before(view: View, saying: Saying, speaker: str) -> str | None:
    """What stands before the speaker, as it stands, where the parse does not tell what was said."""
    speaks = min(view.subtree(saying.speaker or 0))
    marks = (w for w in range(min(speaks, _DATELINE)) if view.tokens[w].text.endswith(("_", "—", "–", "--")))
    begins = max(marks, default=-1) + 1  # behind "OSLO (AP) _"
    before = [word for word in range(begins, speaks) if word not in view.timed]
    text = join(view, before)
    if len(before) < 4 or view.clauses[saying.clause].predicate < len(view.tokens) // 2:
        return None
    return cut(f"{capital(speaker)}: {capital(text)}")


def _same_speaker(view: View, cast: Cast, saying: Saying) -> bool:
    """Somebody speaks of himself: "Trump says he expects …"."""
    subject = view.clauses[saying.content].subject if saying.content is not None else None
    if subject is None or saying.speaker is None or view.tokens[subject].pos != "PRON":
        return False
    actor = cast.at(view.number, subject)
    if actor is None:
        return False
    return actor == cast.at(view.number, saying.speaker) or actor.short == noun_phrase(
        view, cast, saying.speaker, detail=0
    )


def _own_words(view: View, cast: Cast, saying: Saying, speaker: str) -> str | None:
    """Turned to the third person: "We reiterate our position", said by X, is "X reiterates position"."""
    if saying.content is None:
        return None
    inner = view.clauses[saying.content]
    if inner.subject is None or view.tokens[inner.subject].text.lower() not in {"we", "i"}:
        return None
    if (
        inner.copular
        or inner.modal
        or inner.negated
        or inner.tense is not Tense.PRESENT
        or inner.perfect
        or inner.progressive
    ):
        return None
    parts = parts_of(view, cast, saying.content, subject=inner.subject)
    particle = view.particle(inner.predicate)
    verb = present(view.lemma(inner.predicate), many=many(view, cast, saying.speaker or 0))
    return fit((speaker,), f"{verb} {particle}" if particle else verb, parts)
