"""Titles as a sub-editor writes them: who does what, to whom, where, in at most sixty characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.fitting import LONGEST, Part, cut, fit, neat, shrinking, texts_of
from timeline.events.lexicon import noun_is, participle_of, verb_is, wordset
from timeline.events.nominal import phrase, place_behind
from timeline.events.status import OPEN
from timeline.events.who import NAMING, agent_of, subject_of
from timeline.events.wording import capital, join, noun_phrase, plural, present, pronoun
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_BOUND = wordset("bound noun")
_UNTOLD = frozenset({"this", "that", "these", "those", "me", "us", "you", "one", "what"})
_CLOSE_BY = 4  # words
_ENOUGH = 30  # characters of a phrase that need not be whole
_CLOSE = wordset("close adverb")


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
    subjects += _alone(view, subject)
    if (actor := cast.named.get((view.number, subject))) is not None and len(subjects[-1]) > _ENOUGH:
        subjects.append(actor.short.removeprefix("the "))
    verb = _verb(view, clause, status, several=many(view, cast, subject), active=flipped is not None)
    parts = parts_of(view, cast, number, flipped=flipped, agent=agent, subject=subject)
    lemma = view.lemma(clause.predicate)
    if _took_place(view, clause) and " " in subjects[0]:
        return fit(tuple(dict.fromkeys(subjects)), "", parts)  # "King's coronation in Westminster"
    if any(part.needed and part.forms[-1] in _UNTOLD for part in parts):
        return None  # "accepts this": what?
    if not parts and clause.passive and verb_is(lemma, "asked"):
        return None
    if (
        not parts
        and not clause.passive
        and verb_is(lemma, "needy", "say", "act")
        and not verb_is(lemma, "intransitive")
    ):
        behind = behind_verb(view, clause)
        if behind is None:
            return None  # "X gives" is no title
        parts = [behind]
    return fit(tuple(dict.fromkeys(subjects)), verb, parts)


def _took_place(view: View, clause: Clause) -> bool:
    """The verb only says that what its subject names happened."""
    lemma = view.lemma(clause.predicate)
    place = any(view.lemma(thing) == "place" for thing in clause.objects)
    happens = clause.subject is not None and noun_is(view.lemma(clause.subject), "event")
    plain = clause.tense is Tense.PAST and not clause.negated and not clause.modal
    return happens and plain and ((lemma == "take" and place) or lemma in {"occur", "happen"})


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


def _alone(view: View, head: int) -> list[str]:
    """A common noun by itself, the last resort where its phrase fills the title; not of those side by side."""
    token = view.tokens[head]
    single = token.pos == "NOUN" and not view.under(head, "conjunct") and not token.text.isupper()
    return [token.text] if single else []


def many(view: View, cast: Cast, head: int) -> bool:
    """Several: a person or a body is one, whatever its name looks like."""
    actor = cast.meant.get((view.number, head))
    if actor is not None:
        return actor.kind == "thing" and plural_text(actor.short)
    named_ = cast.named.get((view.number, head))
    single = named_ is not None and named_.kind in {"person", "organisation", "country"}
    return plural(view, head) and not (single and len(view.under(head, "conjunct")) == 0)


def behind_verb(view: View, clause: Clause) -> Part | None:
    """What stands behind a verb that needs an object and was given none: as far as the next mark or verb."""
    found: list[int] = []
    if clause.subject is not None and clause.subject > clause.predicate:
        return None
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
    return Part(clause.predicate + 1, (join(view, found),), needed=True)


def named(view: View, cast: Cast, head: int) -> frozenset[str]:
    """The short names a noun phrase says."""
    return frozenset(actor.short for word in view.conjuncts(head) if (actor := cast.at(view.number, word)) is not None)


def plural_text(text: str) -> bool:
    """Several, by the look of it."""
    return " and " in text or (text.endswith("s") and not text.endswith("ss"))


def _verb(view: View, clause: Clause, status: Status, *, several: bool, active: bool) -> str:
    token = view.tokens[clause.predicate]
    lemma = view.lemma(clause.predicate)
    passive = (
        clause.passive
        or (
            clause.role in {Role.PARTICIPLE, Role.ADVERBIAL, Role.RELATIVE}
            and clause.tense is Tense.NONE
            and token.tag == "VBN"
            and not clause.perfect
        )
    ) and not active
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


def parts_of(
    view: View, cast: Cast, number: int, *, subject: int, flipped: int | None = None, agent: int | None = None
) -> list[Part]:
    """What follows the verb, in text order: object, complement, place, and the rest."""
    clause = view.clauses[number]
    said = named(view, cast, subject) if subject >= 0 else frozenset()
    parts = []
    if flipped is not None:
        parts.append(Part(clause.predicate, _forms(view, cast, flipped, said), needed=True))
    for thing in clause.objects:
        if view.lemma(thing) == "place" and _took_place(view, clause):
            continue
        if thing in view.timed or thing == subject or thing < clause.predicate or view.tokens[thing].tag == "PRP$":
            continue
        forms = _forms(view, cast, thing, said)
        if forms:
            parts.append(Part(thing, forms, needed=True))
    if (
        clause.role is Role.RELATIVE
        and set(clause.objects) <= {view.tokens[clause.predicate].head}
        and not clause.passive
        and subject != view.tokens[clause.predicate].head
    ):
        head = view.tokens[clause.predicate].head
        asks = clause.connective is not None or view.preposition(head) is None
        asks = asks and not any(view.tokens[k].tag in {"WDT", "WP"} for k in view.under(clause.predicate, "subject"))
        if clause.connective in {"which", "that", "whom", None} and asks and view.tokens[head].pos in {"NOUN", "PROPN"}:
            with_ = next(  # "for which they had paid"
                (view.preposition(kid) for kid in view.kids[clause.predicate] if view.tokens[kid].tag in {"WDT", "WP"}),
                None,
            )
            forms = _forms(view, cast, head, said)
            forms = tuple(f"{with_} {form}" for form in forms) if with_ else forms
            parts.append(Part(clause.predicate, forms, needed=True))
    parts += [
        Part(kid, (view.tokens[kid].text.lower(),), needed=True)
        for kid in view.under(clause.predicate, "adverb")
        if clause.predicate < kid <= clause.predicate + 3 and view.tokens[kid].text.lower() in _CLOSE
    ]
    for modifier in clause.modifiers:
        part = _modifier(view, cast, clause, modifier.head, modifier.preposition, agent, said, has_object=bool(parts))
        if part is not None:
            parts.append(part)
    parts += [
        Part(kid, _predicate_forms(view, kid), needed=True)
        for kid in view.under(clause.predicate, "open-complement", "complement")
        if kid > clause.predicate and view.tokens[kid].pos in {"ADJ", "NOUN"} and not view.under(kid, "mark", "copula")
    ]
    inner = _infinitive(view, cast, number, subject)
    if inner is not None:
        parts.append(inner)
    parts += [  # "intercepts a boat carrying two tonnes of cocaine"
        Part(kid, _predicate_forms(view, kid), needed=False)
        for kid in view.under(clause.predicate, "adverbial")
        if view.tokens[kid].tag == "VBG" and kid - 1 in clause.objects and not view.under(kid, "mark")
    ]
    return sorted(parts, key=lambda part: part.at)


def _predicate_forms(view: View, word: int) -> tuple[str, ...]:
    """What somebody is found, made or called: "guilty of taking bribes", "famous"."""
    goes_on = any(view.tokens[kid].pos in {"VERB", "AUX"} for kid in view.under(word, "conjunct"))
    without = ("punct", "subject", "conjunct", "coordinator") if goes_on else ("punct", "subject")
    full = join(view, view.undated(view.subtree(word, without)))
    short = full if len(full) <= _ENOUGH else neat(full[: _ENOUGH + 1].rsplit(" ", 1)[0])
    last = (view.tokens[word].text,) if view.tokens[word].pos == "ADJ" else ()
    return tuple(dict.fromkeys((full, short, *last)))


def _forms(view: View, cast: Cast, head: int, said: frozenset[str]) -> tuple[str, ...]:
    found = [noun_phrase(view, cast, head, detail=detail, said=said) for detail in (3, 2, 1, 0)]
    texts = [text for text in found if text]
    if texts and len(texts[-1]) > _ENOUGH:
        texts += _alone(view, head)
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
) -> Part | None:
    """A phrase with its preposition; not times, not other events as times ("after the summit"), not "according to"."""
    if preposition is None or head == agent or head in view.timed or head < clause.predicate:
        return None
    first, _, rest = preposition.partition(" ")
    if rest and first == view.tokens[clause.predicate].text.lower():  # "close to": the adjective stands there already
        preposition = rest
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
    if view.lemma(head) in _BOUND:  # "in connection" with what?
        forms = tuple(form for form in forms if not form.endswith(view.tokens[head].text))
    close = head - clause.predicate <= _CLOSE_BY or verb_is(view.lemma(clause.predicate), "needy")
    return Part(head, forms, needed=close and not has_object) if forms else None


def _infinitive(view: View, cast: Cast, number: int, subject: int) -> Part | None:
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
            return Part(inner.predicate, forms, needed=True) if forms else None
        if (
            inner.perfect
            and token.relation in OPEN
            and token.tag in {"VBN", "VBD"}
            and inner.role is not Role.INFINITIVE
        ):
            behind = parts_of(view, cast, other, subject=subject)
            forms = tuple(
                " ".join([f"having {token.text.lower()}", *texts_of(behind, level)]) for level in (0, 1, 2, 3)
            )
            return Part(inner.predicate, tuple(dict.fromkeys(forms)), needed=True)
        completes = token.relation in OPEN or (token.relation == "participle" and token.tag == "VB")
        completes = completes or (lemma == "use" and inner.role is Role.INFINITIVE)
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
        behind = parts_of(view, cast, other, subject=subject)
        if not behind and not verb_is(view.lemma(inner.predicate), "intransitive") and not inner.passive:
            rest = behind_verb(view, inner)  # a broken tree: "managed to remove and store the pictures"
            behind = [rest] if rest is not None else []
        wordings = {" ".join([start, *texts_of(kept, level)]) for level in (0, 1, 2) for kept in shrinking(behind)}
        ordered = tuple(sorted(wordings, key=lambda form: (-len(form), form)))
        needed = (
            lemma == "use"
            or verb_is(lemma, "aspect", "commit", "negate", "plan", "order", "think", "deny")
            or not clause.objects
        )
        return Part(inner.predicate, ordered, needed=needed)
    return None


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
