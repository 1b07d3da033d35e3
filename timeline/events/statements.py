"""Titles of statements: who says what, in the article's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.agreement import many, present
from timeline.events.behind import endings
from timeline.events.contents import clause_words, content_title, cut_short
from timeline.events.fitting import LONGEST, fit
from timeline.events.lexicon import verb_is
from timeline.events.parts import alone, named, parts_of
from timeline.events.sound import another_subject
from timeline.events.titles import verbal_title
from timeline.events.wording import capital, noun_phrase, pronoun
from timeline.grammar.syntax import Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.speech import Saying
    from timeline.events.view import View


_DATELINE = 10  # words of a place and an agency in front


def finding_title(view: View, cast: Cast, number: int) -> str | None:
    """The title of learning or showing something: "Diver notices channel had never been deepened"."""
    return content_title(view, cast, number)


def speech_title(view: View, cast: Cast, saying: Saying) -> str | None:
    """The title of a statement: "French officials: Paris could deploy 3,000 troops", "Trump to Fox: …"."""
    clause = view.clauses[saying.clause]
    saying = _with_speaker(view, saying)
    if saying.speaker is None:
        return None
    speaker = noun_phrase(view, cast, saying.speaker, detail=0, first=True)
    if speaker is None or pronoun(speaker):
        return None
    if saying.content is None or view.clauses[saying.content].tense is Tense.NONE:
        return verbal_title(view, cast, saying.clause, Status.HAPPENED) or _said_before(view, cast, saying, speaker)
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
    for short in alone(view, saying.speaker):  # "Officials", where "State Department officials" leaves no room
        content = clause_words(view, cast, saying.content, LONGEST - len(short) - 2, speakers)
        if content is not None:
            return f"{capital(short)}: {capital(content)}"
    content = clause_words(view, cast, saying.content, 200, speakers)
    if content is None:
        return None
    return cut_short(view, saying.content, openings[-1], content)


def _with_speaker(view: View, saying: Saying) -> Saying:
    """A time does not speak: "Friday, an *official* said …"."""
    if saying.speaker not in view.timed:
        other = saying.speaker is not None and another_subject(view, view.clauses[saying.clause], saying.speaker)
        return replace(saying, speaker=None) if other else saying
    before = view.tokens[max(0, view.clauses[saying.clause].predicate - 1)]
    named = before.pos in {"NOUN", "PROPN"} and before.index not in view.timed
    return replace(saying, speaker=before.index if named else None)


def _said_before(view: View, cast: Cast, saying: Saying, speaker: str) -> str | None:
    """What stands before the speaker, as it stands, where the parse does not tell what was said."""
    speaks = min(view.subtree(saying.speaker or 0))
    marks = (w for w in range(min(speaks, _DATELINE)) if view.tokens[w].text.endswith(("_", "—", "–", "--")))
    begins = max(marks, default=-1) + 1  # behind "OSLO (AP) _"
    before = view.undated(range(begins, speaks))
    while before and view.tokens[before[0]].pos == "PUNCT":
        before = before[1:]
    if len(before) < 4 or view.clauses[saying.clause].predicate < len(view.tokens) // 2:
        return None
    verb = next((word for word in before if view.tokens[word].tag in {"VBD", "VBZ", "VBP", "MD"}), None)
    told = next((text for text in endings(view, cast, before) if len(text) <= LONGEST - len(speaker) - 2), None)
    if told is None or verb is None or view.tokens[verb].text not in told.split(" ")[:-1]:
        return None  # nothing is said yet
    return f"{capital(speaker)}: {capital(told)}"


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
    if not parts:
        thought = next((n for n, each in enumerate(view.clauses) if each.parent == saying.content), None)
        opening = (
            f"{capital(speaker)} {present(view.lemma(inner.predicate), many=many(view, cast, saying.speaker or 0))} "
        )
        words = None if thought is None else clause_words(view, cast, thought, LONGEST - len(opening), frozenset())
        return opening + words if words else None
    particle = view.particle(inner.predicate)
    verb = present(view.lemma(inner.predicate), many=many(view, cast, saying.speaker or 0))
    return fit((speaker,), f"{verb} {particle}" if particle else verb, parts)
