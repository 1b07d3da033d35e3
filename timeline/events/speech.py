"""Who says what: statements that are news themselves, and sources of what others tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.doing import misread_past
from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.names import is_media
from timeline.events.stance import Stance, stance_of
from timeline.events.status import own_status
from timeline.events.who import subject_of
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View

_AUDIENCES = wordset("audience")


@dataclass(frozen=True, slots=True)
class Saying:
    """
    An act of saying.

    `clause` is its clause, `content` the clause that is said (None where it is a noun phrase or missing),
    `speaker` the head word of who says it, `venue` that of the occasion ("interview"), `audience` who is addressed.
    `news`: the saying itself is an event; `weight` how much it is one.
    """

    clause: int
    content: int | None
    speaker: int | None
    venue: int | None
    audience: int | None
    news: bool
    weight: float


def sayings(view: View, cast: Cast) -> dict[int, Saying]:
    """Every act of saying in a sentence, by its clause."""
    found = {}
    for number, clause in enumerate(view.clauses):
        particle = view.particle(clause.predicate)
        after = _following_preposition(view, clause.predicate)
        lemma = view.lemma(clause.predicate)
        act = verb_is(lemma, "act", particle=particle or after)
        if not act and not verb_is(lemma, "say", particle=particle):
            continue
        content = _content(view, number)
        if content is None and not act and clause.subject is not None and noun_is(view.lemma(clause.subject), "event"):
            continue  # "the talks concluded", "looting was reported"
        ordered = clause.passive and lemma == "tell"  # "were told to leave": an order
        if (verb_is(lemma, "aspect") or ordered) and content is None and _goes_on(view, number):
            continue
        if (
            not act
            and content is None
            and lemma in {"show", "post", "point", "describe", "brief", "suggest", "indicate"}
        ):
            continue
        found[number] = _saying(view, cast, number, content, act=act)
    return found


def _goes_on(view: View, number: int) -> bool:
    """Nothing is said: the police "continue to search the forest"."""
    return any(
        inner.parent == number
        and inner.tense is Tense.NONE
        and view.tokens[inner.predicate].relation in {"open-complement", "complement"}
        for inner in view.clauses
    )


def _following_preposition(view: View, predicate: int) -> str | None:
    after = predicate + 1
    return (
        view.tokens[after].text.lower()
        if after < len(view.tokens) and view.tokens[after].pos in {"ADP", "ADV"}
        else None
    )


def _content(view: View, number: int) -> int | None:
    """The clause that is said: a complement, or, for a parenthetical saying, the clause around it."""
    clause = view.clauses[number]
    for other, inner in enumerate(view.clauses):
        claimed = (
            inner.role is Role.INFINITIVE and inner.perfect and view.lemma(clause.predicate) in {"allege", "claim"}
        )
        if inner.parent == number and (inner.role is Role.COMPLEMENT or claimed):
            return other
    if clause.role is Role.PARENTHETICAL and clause.parent is not None:
        return clause.parent
    return None


def _saying(view: View, cast: Cast, number: int, content: int | None, *, act: bool) -> Saying:
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    places = [modifier.head for modifier in clause.modifiers]
    places += clause.objects if lemma in {"address", "tell"} else ()  # "told a news conference on Tuesday"
    venue = next((head for head in places if noun_is(view.lemma(head), "occasion")), None)
    audience = _audience(view, number)
    timed = any(modifier.span.meets(time.span) for modifier in clause.modifiers for time in view.times)
    timed = timed or any(clause_time in view.timed for clause_time in view.kids[clause.predicate])
    told = audience is not None and (
        view.lemma(audience) in _AUDIENCES or cast.named.get((view.number, audience)) is not None
    )
    misread = misread_past(view, clause)
    past = clause.tense is Tense.PAST or clause.perfect or (clause.tense is Tense.PRESENT and not clause.negated)
    past = past or misread
    real = own_status(view, number) is Status.HAPPENED and past and stance_of(view, number) is not Stance.UNREAL
    eventful = content is not None and _eventful(view, content)
    media = clause.subject is not None and _is_media(view, cast, clause.subject)
    mild = not verb_is(lemma, "continue") or act
    speaker = subject_of(view, clause) if misread else clause.subject
    plain = clause.role in {Role.MAIN, Role.COORDINATE} and speaker is not None
    if (speaker is None and clause.role is not Role.COORDINATE) or _anyone(view, speaker):
        return Saying(number, content, None, venue, audience, news=False, weight=0.0)
    if timed or venue is not None or (told and not media):
        weight = 0.8 if timed else 0.65
        news = real
    elif act:
        weight, news = 0.5, real and (plain or content is None) and not (media and content is not None)
    else:
        weight = 0.6 if clause.perfect else 0.3
        if content is not None and verb_is(view.lemma(view.clauses[content].predicate), "think"):
            weight -= 0.25
        news = real and mild and not media and not eventful and content is not None
        if clause.role not in {Role.MAIN, Role.PARENTHETICAL}:
            weight = 0.25
    return Saying(number, content, speaker, venue, audience, news=news, weight=weight)


def _anyone(view: View, speaker: int | None) -> bool:
    """Somebody who is named no further: "said one of them"."""
    return speaker is not None and view.tokens[speaker].text.lower() in {"another", "one", "others", "some"}


def _audience(view: View, number: int) -> int | None:
    """Who is addressed: "told reporters", "told parliament", "in an interview with Fox"."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    if lemma in {"tell", "inform", "warn", "assure"}:
        indirect = view.under(clause.predicate, "indirect", "object")
        people = [word for word in indirect if word in clause.objects or view.tokens[word].relation == "indirect"]
        if people:
            return people[0]
    for modifier in clause.modifiers:
        if noun_is(view.lemma(modifier.head), "occasion"):
            for word in view.under(modifier.head, "nominal"):
                if view.preposition(word) in {"with", "to"}:
                    return word
        if modifier.preposition == "to" and lemma in {"say", "speak", "write", "explain"}:
            return modifier.head
    return next(
        (
            modifier.head
            for modifier in clause.modifiers
            if modifier.preposition == "with" and any(noun_is(view.lemma(m.head), "occasion") for m in clause.modifiers)
        ),
        None,
    )


def _is_media(view: View, cast: Cast, word: int) -> bool:
    actor = cast.named.get((view.number, word))
    text = actor.name if actor is not None else view.tokens[word].text
    return is_media(text) or view.lemma(word) in {
        "report",
        "media",
        "newspaper",
        "agency",
        "paper",
        "magazine",
        "document",
        "study",
    }


def _eventful(view: View, number: int) -> bool:
    """What is said tells of an event itself, in this clause or one coordinated with it."""
    return own_status(view, number) in {Status.HAPPENED, Status.PLANNED} and not (
        view.clauses[number].subject is not None
        and view.tokens[view.clauses[number].subject or 0].text.lower() in {"i", "we"}
    )


def source_of(view: View, number: int, found: dict[int, Saying]) -> tuple[int, int] | None:
    """
    Who says that what a clause tells happened: the source's first and last word, None for the article itself.

    "according to a Western official", "…, a Western official said", "officials said that …".
    """
    according = _according(view)
    if according is not None and not _own_source(view, number, found):
        return according
    speaker = _own_source(view, number, found)
    if speaker is None:
        return None
    words = view.subtree(speaker, ("relative", "participle", "complement", "apposition"))
    comma = next((word for word in words if word > speaker and view.tokens[word].text == ","), None)
    if comma is not None and not any(word > comma for word in view.under(speaker, "conjunct")):
        words = [word for word in words if word < comma]
    words = [word for word in words if view.tokens[word].pos != "PUNCT" or word < words[-1]]
    return (words[0], words[-1]) if words else None  # a dash taken for a speaker is none


def _own_source(view: View, number: int, found: dict[int, Saying]) -> int | None:
    """The speaker whose words the clause stands in: the innermost one."""
    word: int | None = number
    trail: set[int] = set()
    while word is not None and word not in trail:
        trail.add(word)
        for saying in found.values():
            if saying.content == word and saying.speaker is not None and saying.clause not in trail:
                return saying.speaker
        word = view.clauses[word].parent
    return None


def _according(view: View) -> tuple[int, int] | None:
    for token in view.tokens[:-2]:
        if token.text.lower() != "according" or view.tokens[token.index + 1].text.lower() != "to":
            continue
        head = token.head if token.head != token.index else token.index + 2
        if view.tokens[head].pos not in {"NOUN", "PROPN"}:
            continue
        words = [
            word
            for word in view.subtree(head, ("relative", "participle", "case", "punct", "conjunct"))
            if word > token.index + 1
        ]
        comma = next(
            (word for word in range(head, len(view.tokens)) if view.tokens[word].pos == "PUNCT"), len(view.tokens)
        )
        words = [word for word in words if word < comma and view.tokens[word].pos != "PUNCT"]
        if words:
            return words[0], words[-1]
    return None


def per(source: str) -> str:
    """
    The source as a label ends in it.

    >>> per("a Western official")
    '(per an official)'
    """
    words = source.split()
    if words and words[0].lower() in {"a", "an"} and len(words) > 2:
        last = words[-1]
        return f"(per {'an' if last[0].lower() in 'aeiou' else 'a'} {last})"
    if words and words[0] in {"The", "A", "An"}:
        source = source[0].lower() + source[1:]
    return f"(per {source})"
