"""Titles as a sub-editor writes them: who does what, to whom, where, in at most sixty characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_is, wordset
from timeline.events.status import OPEN
from timeline.events.wording import capital, join, noun_phrase, plural, present, pronoun
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actors import Cast
    from timeline.events.speech import Saying
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

LONGEST = 60
_CLOSE = wordset("close adverb")
_FUNCTION = wordset("function")


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece behind the verb, in shorter and shorter wordings; `needed` where a title is not complete without it."""

    at: int
    forms: tuple[str, ...]
    needed: bool


def verbal_title(view: View, cast: Cast, number: int, status: Status) -> str | None:
    """The title of what a clause tells, None where its subject cannot be named."""
    clause = view.clauses[number]
    agent = agent_of(view, clause) if clause.passive else None
    flipped = clause.subject if agent is not None and agent not in view.timed else None
    subject = agent if flipped is not None else _subject(view, clause)
    if subject is None:
        return None
    subjects = [text for detail in (2, 1, 0) if (text := noun_phrase(view, cast, subject, detail=detail, first=True))]
    if not subjects or pronoun(subjects[0]):
        return None
    actor = cast.meant.get((view.number, subject))
    many = plural(view, subject) if actor is None else actor.kind == "thing" and plural_text(actor.short)
    verb = _verb(view, clause, status, many=many, active=flipped is not None)
    parts = _parts(view, cast, number, flipped=flipped, agent=agent, subject=subject)
    if not parts and not clause.passive and verb_is(view.lemma(clause.predicate), "needy", "say", "act"):
        behind = _behind(view, clause)
        if behind is None:
            return None  # "X gives" is no title
        parts = [behind]
    return fit(tuple(dict.fromkeys(subjects)), verb, parts)


def _behind(view: View, clause: Clause) -> _Part | None:
    """What stands behind a verb that needs an object and was given none: as far as the next mark or verb."""
    found: list[int] = []
    for word in range(clause.predicate + 1, len(view.tokens)):
        token = view.tokens[word]
        if (
            token.pos in {"PUNCT", "VERB", "AUX", "SCONJ"}
            or (token.tag.startswith("W") and found)
            or word in view.timed
        ):
            break
        if token.relation != "particle":
            found.append(word)
    while found and view.tokens[found[-1]].pos in {"ADP", "DET", "CCONJ", "PART", "ADV"}:
        found.pop()
    if not any(view.tokens[word].pos in {"NOUN", "PROPN", "NUM"} for word in found):
        return None
    return _Part(clause.predicate + 1, (join(view, found),), needed=True)


def named(view: View, cast: Cast, head: int) -> frozenset[str]:
    """The short names a noun phrase says."""
    return frozenset(actor.short for word in view.conjuncts(head) if (actor := cast.at(view.number, word)) is not None)


def plural_text(text: str) -> bool:
    """Several, by the look of it."""
    return " and " in text or (text.endswith("s") and not text.endswith("ss"))


def fit(subjects: tuple[str, ...], verb: str, parts: list[_Part]) -> str:
    """The longest wording that fits: first the unneeded pieces go from the end, then phrases get shorter."""
    for level in range(max(3, *(len(part.forms) for part in parts), 0)):
        subject = subjects[min(level, len(subjects) - 1)]
        for kept in _shrinking(parts):
            texts = _texts(kept, level)
            title = " ".join(text for text in (subject, verb, *texts) if text)
            if len(title) <= LONGEST:
                return capital(title)
    needed = [part.forms[-1] for part in parts if part.needed]
    return cut(capital(" ".join([subjects[-1], verb, *needed])))


def _texts(parts: list[_Part], level: int) -> list[str]:
    """The wordings of a level; what is not needed behind a shortened piece goes: it may have hung from what is gone."""
    found, shortened = [], False
    for part in parts:
        if shortened and not part.needed:
            continue
        found.append(part.forms[min(level, len(part.forms) - 1)])
        shortened = shortened or found[-1] != part.forms[0]
    return found


def _shrinking(parts: list[_Part]) -> list[list[_Part]]:
    """The pieces, then without the last unneeded one, and so on."""
    found, kept = [parts], list(parts)
    while any(not part.needed for part in kept):
        last = max(i for i, part in enumerate(kept) if not part.needed)
        kept = kept[:last] + kept[last + 1 :]
        found.append(list(kept))
    return found


def cut(title: str) -> str:
    """At most sixty characters, ending on a word that can end a title."""
    if len(title) <= LONGEST:
        return title
    words = title[: LONGEST + 1].rsplit(" ", 1)[0].split(" ")
    while len(words) > 1 and words[-1].lower().strip(",;:") in _FUNCTION:
        words.pop()
    return " ".join(words).rstrip(",;:–- ")


def agent_of(view: View, clause: Clause) -> int | None:
    """Who does it, in a passive: the noun, or adjective for a people, behind "by"."""
    for m in clause.modifiers:
        if m.preposition == "by" and m.head not in view.timed:
            return m.head
    for kid in view.kids[clause.predicate]:
        if (
            view.preposition(kid) == "by"
            and kid not in view.timed
            and view.tokens[kid].pos in {"NOUN", "PROPN", "ADJ", "PRON"}
        ):
            return kid
    return None


def _subject(view: View, clause: Clause) -> int | None:
    """The subject; for "who" and "which" the noun they take up; for a participle that of its noun or clause."""
    subject = clause.subject
    if subject is None and clause.role is Role.MAIN:
        nouns = [
            k for k in view.kids[clause.predicate] if k < clause.predicate and view.tokens[k].pos in {"NOUN", "PROPN"}
        ]
        return next((kid for kid in reversed(nouns) if view.preposition(kid) is None and kid not in view.timed), None)
    if (
        subject is not None
        and view.tokens[subject].text.lower() in {"who", "which", "that"}
        and clause.role is Role.RELATIVE
    ):
        return view.tokens[clause.predicate].head
    if subject is None and clause.role is Role.PARTICIPLE:
        head = view.tokens[clause.predicate].head
        if view.tokens[head].pos in {"NOUN", "PROPN"}:
            return head
        return view.clauses[clause.parent].subject if clause.parent is not None else None
    if (
        subject is None
        and clause.parent is not None
        and clause.role in {Role.COORDINATE, Role.ADVERBIAL, Role.INFINITIVE}
    ):
        above = view.clauses[clause.parent]
        return above.subject if above.subject is not None or above.role is not Role.MAIN else _subject(view, above)
    return subject


def _verb(view: View, clause: Clause, status: Status, *, many: bool, active: bool) -> str:
    token = view.tokens[clause.predicate]
    lemma = view.lemma(clause.predicate)
    passive = (clause.passive or (clause.role is Role.PARTICIPLE and token.tag in {"VBN", "VBD"})) and not active
    particle = view.particle(clause.predicate)
    tail = f" {particle}" if particle else ""
    participle = token.text.lower()
    if status is Status.PLANNED:
        return (f"to be {participle}" if passive else f"to {lemma}") + tail
    if status is Status.POSSIBLE:
        return (f"may be {participle}" if passive else f"may {lemma}") + tail
    if clause.negated and not _none(view, clause):
        return (f"not {participle}" if passive else f"{'do' if many else 'does'} not {lemma}") + tail
    return (participle if passive else present(lemma, many=many)) + tail


def _none(view: View, clause: Clause) -> bool:
    """The negation is the subject's own: "no airspace was violated"."""
    return clause.subject is not None and any(
        view.tokens[kid].text.lower() == "no" for kid in view.kids[clause.subject]
    )


def _parts(view: View, cast: Cast, number: int, *, flipped: int | None, agent: int | None, subject: int) -> list[_Part]:
    """What follows the verb, in text order: object, complement, place, and the rest."""
    clause = view.clauses[number]
    said = named(view, cast, subject) if subject >= 0 else frozenset()
    parts = []
    if flipped is not None:
        parts.append(_Part(clause.predicate, _forms(view, cast, flipped, said), needed=True))
    for thing in clause.objects:
        if thing in view.timed or thing == subject or thing < clause.predicate:
            continue
        forms = _forms(view, cast, thing, said)
        if forms:
            parts.append(_Part(thing, forms, needed=True))
    if (
        clause.role is Role.RELATIVE
        and not clause.objects
        and not clause.passive
        and subject != view.tokens[clause.predicate].head
    ):
        head = view.tokens[clause.predicate].head
        if clause.connective in {"which", "that", "whom"} and view.tokens[head].pos in {"NOUN", "PROPN"}:
            parts.append(_Part(clause.predicate, _forms(view, cast, head, said), needed=True))
    parts += [
        _Part(kid, (view.tokens[kid].text.lower(),), needed=True)
        for kid in view.under(clause.predicate, "adverb")
        if clause.predicate < kid <= clause.predicate + 3 and view.tokens[kid].text.lower() in _CLOSE
    ]
    for modifier in clause.modifiers:
        part = _modifier(view, cast, clause, modifier.head, modifier.preposition, agent, said, has_object=bool(parts))
        if part is not None:
            parts.append(part)
    inner = _infinitive(view, cast, number, subject)
    if inner is not None:
        parts.append(inner)
    return sorted(parts, key=lambda part: part.at)


def _forms(view: View, cast: Cast, head: int, said: frozenset[str]) -> tuple[str, ...]:
    found = [noun_phrase(view, cast, head, detail=detail, said=said) for detail in (2, 1, 0)]
    texts = [text for text in found if text]
    if not texts and view.tokens[head].pos == "PRON":
        texts = [view.tokens[head].text.lower()]
    return tuple(dict.fromkeys(texts))


def _modifier(
    view: View,
    cast: Cast,
    clause: Clause,
    head: int,
    preposition: str | None,
    agent: int | None,
    said: frozenset[str],
    *,
    has_object: bool,
) -> _Part | None:
    """A phrase with its preposition; not times, not other events as times ("after the summit"), not "according to"."""
    if preposition is None or head == agent or head in view.timed or head < clause.predicate:
        return None
    if preposition in {
        "after",
        "before",
        "since",
        "following",
        "until",
        "during",
        "despite",
        "including",
        "such as",
        "as of",
    }:
        return None
    if preposition.startswith("according") or view.tokens[head].pos not in {"NOUN", "PROPN", "NUM", "PRON"}:
        return None
    forms = tuple(f"{preposition} {text}" for text in _forms(view, cast, head, said))
    close = head - clause.predicate <= 4
    return _Part(head, forms, needed=close and not has_object) if forms else None


def _infinitive(view: View, cast: Cast, number: int, subject: int) -> _Part | None:
    """The infinitive or gerund that completes the verb: "refuse to send forces", "begin working with …"."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    for other, inner in enumerate(view.clauses):
        token = view.tokens[inner.predicate]
        if inner.parent != number or inner.predicate <= clause.predicate or inner.tense is not Tense.NONE:
            continue
        if (
            token.pos == "VERB" and token.tag in {"NN", "NNS"} and token.relation in OPEN
        ):  # "begin work": a noun after all
            forms = _forms(view, cast, inner.predicate, frozenset())
            return _Part(inner.predicate, forms, needed=True) if forms else None
        completes = token.relation in OPEN or (token.relation == "participle" and token.tag == "VB")
        if (
            inner.role not in {Role.INFINITIVE, Role.COMPLEMENT, Role.PARTICIPLE}
            or not completes
            or token.tag not in {"VB", "VBG"}
        ):
            continue
        gerund = token.tag == "VBG"
        start = token.text.lower() if gerund else f"to {view.lemma(inner.predicate)}"
        particle = view.particle(inner.predicate)
        if particle:
            start += f" {particle}"
        behind = _parts(view, cast, other, flipped=None, agent=None, subject=subject)
        wordings = {" ".join([start, *_texts(kept, level)]) for level in (0, 1, 2) for kept in _shrinking(behind)}
        ordered = tuple(sorted(wordings, key=lambda form: (-len(form), form)))
        needed = verb_is(lemma, "aspect", "commit", "negate", "plan", "order", "think", "deny") or not clause.objects
        return _Part(inner.predicate, ordered, needed=needed)
    return None


def clause_words(view: View, cast: Cast, number: int, limit: int, said: frozenset[str]) -> str | None:
    """What was said, in the article's words: subject, verb with auxiliaries, and as much behind as fits in *limit*."""
    clause = view.clauses[number]
    subject = _subject(view, clause)
    if subject is None:
        return None
    subjects = [text for detail in (2, 1, 0) if (text := noun_phrase(view, cast, subject, detail=detail, first=True))]
    if not subjects or named(view, cast, subject) & said:
        word = view.tokens[subject].text
        subjects = [word if word == "I" else word.lower()]
    verb = _verb_group(view, clause)
    short = verb.removeprefix("is ").removeprefix("are ") if clause.copular or clause.passive else verb
    parts = _parts(view, cast, number, flipped=None, agent=None, subject=subject)
    for level in range(max(3, *(len(part.forms) for part in parts), 0)):
        texts = _texts(parts, level)
        if clause.copular and inner_adjective(view, clause):
            whole = " ".join([subjects[min(level, len(subjects) - 1)], short, *texts])
            if len(whole) <= limit < len(" ".join([subjects[min(level, len(subjects) - 1)], verb, *texts])):
                return whole
        for kept in _shrinking(parts):
            texts = _texts(kept, level)
            text = " ".join([subjects[min(level, len(subjects) - 1)], verb, *texts])
            if len(text) <= limit:
                return text
    return None


def inner_adjective(view: View, clause: Clause) -> bool:
    """What a headline says without "is": "ready to help", "prepared to send"."""
    return view.tokens[clause.predicate].pos in {"ADJ", "VERB"}


def _verb_group(view: View, clause: Clause) -> str:
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
    direct = {"would": "will", "was": "is", "were": "are"} if clause.copular or clause.modal == "would" else {}
    texts = [direct.get(view.tokens[word].text, view.tokens[word].text) for word in words]
    text = " ".join(texts).replace(" n't", "n't")
    particle = view.particle(clause.predicate)
    return f"{text} {particle}" if particle else text


def speech_title(view: View, cast: Cast, saying: Saying) -> str | None:
    """The title of a statement: "French officials: Paris could deploy 3,000 troops", "Trump to Fox: …"."""
    clause = view.clauses[saying.clause]
    if saying.speaker is None:
        return None
    speaker = noun_phrase(view, cast, saying.speaker, detail=0, first=True)
    if speaker is None or pronoun(speaker):
        return None
    if saying.content is None:
        return verbal_title(view, cast, saying.clause, Status.HAPPENED) or _said_before(view, saying, speaker)
    own = _own_words(view, cast, saying, speaker)
    if own is not None:
        return own
    lemma = view.lemma(clause.predicate)
    speakers = named(view, cast, saying.speaker)
    audience = None
    if saying.audience is not None and (view.number, saying.audience) in cast.named:
        audience = noun_phrase(view, cast, saying.audience, detail=0)
    many = plural(view, saying.speaker) and cast.meant.get((view.number, saying.speaker)) is None
    said = present(lemma if verb_is(lemma, "act") and lemma != "call" else "say", many=many)
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
        content = clause_words(view, cast, saying.content, LONGEST - len(opening), speakers)
        if content is not None:
            return opening + (capital(content) if opening.endswith(": ") else content)
    content = clause_words(view, cast, saying.content, 200, speakers)
    if content is None:
        return None
    return cut(openings[-1] + (capital(content) if openings[-1].endswith(": ") else content))


def _said_before(view: View, saying: Saying, speaker: str) -> str | None:
    """What stands before the speaker, as it stands, where the parse does not tell what was said."""
    speaks = min(view.subtree(saying.speaker or 0))
    before = [word for word in range(speaks) if word not in view.timed]
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
    return actor is not None and actor == cast.at(view.number, saying.speaker)


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
    parts = _parts(view, cast, saying.content, flipped=None, agent=None, subject=inner.subject)
    particle = view.particle(inner.predicate)
    verb = present(view.lemma(inner.predicate), many=plural(view, saying.speaker or 0))
    return fit((speaker,), f"{verb} {particle}" if particle else verb, parts)


def nominal_title(view: View, cast: Cast, head: int) -> str | None:
    """A nominal event keeps its words: "Trump's summit with his Russian counterpart in Alaska"."""
    for detail in (2, 1, 0):
        text = noun_phrase(view, cast, head, detail=detail, first=True)
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
