"""Clauses that are events, with their titles and those who take part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.agreement import many, present
from timeline.events.doing import lent, mended, with_clause
from timeline.events.draft import Draft
from timeline.events.fitting import LONGEST, fit
from timeline.events.gapping import gaps, in_place_of, without
from timeline.events.kinds import kind_of
from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.negation import denies
from timeline.events.nonfinite import OPEN
from timeline.events.parts import parts_of
from timeline.events.places import places_of
from timeline.events.retold import governed, told_again
from timeline.events.speech import Saying, source_of
from timeline.events.statements import finding_title, speech_title
from timeline.events.status import judge, own_status
from timeline.events.takers import clause_actors, noun_actors, side_by_side
from timeline.events.timing import own_day
from timeline.events.titles import nominal_title, verbal_title
from timeline.events.weight import of_clause
from timeline.events.wording import capital
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind, Status
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.actor import Cast
    from timeline.events.gapping import Gap
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause
    from timeline.model.expression import TimeExpression

__all__ = ["clause_actors", "drafts", "noun_actors", "told_again"]

_MENTION = 0.1
_HARMED = wordset("harmed")
_NEARLY = wordset("nearly")
_NOBODY = frozenset({"no one", "nobody", "none", "no-one"})


def drafts(
    view: View,
    cast: Cast,
    said: dict[int, Saying],
    times: Mapping[int, Sequence[TimeExpression]],
    nouns: frozenset[int] = frozenset(),
) -> list[Draft]:
    """The events of a sentence's clauses; *nouns* are the words of its nominal events, which name their own places."""
    found = []
    for number in range(len(view.clauses)):
        saying = said.get(number)
        if saying is not None:
            draft = _statement(view, cast, saying, times) if saying.news else None
            if draft is not None and not _joined(view, said, saying, times) and not _quoted_act(said, saying):
                found.append(draft)
            done = view.clauses[number].objects or own_status(view, number) is Status.PLANNED
            if saying.news or saying.content is not None or not done:
                continue
        status = judge(view, number)
        if status is None:
            continue
        if _own_announcement(view, cast, said, number):
            continue
        found += _told_for_each(view, cast, said, number, status, times, nouns)
    return found


def _told_for_each(
    view: View,
    cast: Cast,
    said: dict[int, Saying],
    number: int,
    status: Status,
    times: Mapping[int, Sequence[TimeExpression]],
    nouns: frozenset[int],
) -> list[Draft]:
    """The clause's event; several where it tells of others besides: "one joined in 1955 and the other in 1982"."""
    others = gaps(view, number)
    if not others:
        draft = _clause(view, cast, said, number, status, times, nouns)
        return [] if draft is None else [draft]
    theirs = [gap.time for gap in others]
    predicate = view.clauses[number].predicate
    own = {**times, predicate: [time for time in times.get(predicate, ()) if time not in theirs]}
    first = _clause(without(view, number, others), cast, said, number, status, own, nouns)
    if first is None:
        return []
    subject = view.clauses[number].subject
    return [
        first,
        *(draft for gap in others if subject is not None and (draft := _of_gap(view, cast, first, subject, gap))),
    ]


def _of_gap(view: View, cast: Cast, first: Draft, subject: int, gap: Gap) -> Draft | None:
    """What one of the others did, told by the verb of the first."""
    title = in_place_of(view, cast, subject, gap, first.title)
    if title is None:
        return None
    his = noun_actors(view, cast, subject, doer=True)
    theirs = noun_actors(view, cast, gap.head, doer=True)
    head, time = view.tokens[gap.head].span, gap.time.span
    return replace(
        first,
        token=gap.head,
        head=head,
        span=Span(view.tokens[gap.words[0]].span.start, max(head.end, time.end)),
        title=title,
        times=(gap.time,),
        words=gap.words,
        actors=(*theirs, *(actor for actor in first.actors if actor not in his)),
        places=(),
        side=tuple(actor.lane for actor in theirs if actor.lane),
    )


def _joined(view: View, said: dict[int, Saying], saying: Saying, times: Mapping[int, Sequence[TimeExpression]]) -> bool:
    """A second saying by the same subject, with no time of its own, goes on with the first: "said …, but denied …"."""
    clause = view.clauses[saying.clause]
    acts = not verb_is(view.lemma(clause.predicate), "say")  # "condemned the attack but criticised the reply" are two
    if clause.role is not Role.COORDINATE or times.get(clause.predicate) or acts:
        return False
    return any(
        other.news and other.clause < saying.clause and view.clauses[other.clause].subject == clause.subject
        for other in said.values()
    )


def _own_announcement(view: View, cast: Cast, said: dict[int, Saying], number: int) -> bool:
    """One event: "NATO announced that it had raised the alert" is the announcement; what others did stands beside."""
    subject = view.clauses[number].subject
    if judge(view, number) is Status.DENIED:
        return False  # the denial was, what is denied was not
    for saying in said.values():
        if saying.news and saying.content == number and saying.speaker is not None and subject is not None:
            if own_day(view, view.clauses[number]) and judge(view, number) is Status.PLANNED:
                return False  # what was announced for a day stands on that day
            actor = cast.at(view.number, subject)
            return actor is not None and actor == cast.at(view.number, saying.speaker)
    return False


def _quoted_act(said: dict[int, Saying], saying: Saying) -> bool:
    """One statement: "Moscow rejects the plan, the spokeswoman said on Tuesday" is hers."""
    return any(
        other.news and other.content == saying.clause and other.weight > saying.weight for other in said.values()
    )


def _clause(
    view: View,
    cast: Cast,
    said: dict[int, Saying],
    number: int,
    status: Status,
    times: Mapping[int, Sequence[TimeExpression]],
    nouns: frozenset[int],
) -> Draft | None:
    view = mended(view, number)
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    title = None if lent(view, clause) else _title(view, cast, number, status)
    lost = clause.role is Role.COMPLEMENT and (clause.subject is None or clause.subject in view.timed)
    if verb_is(lemma, "factive") and not lost and status in {Status.HAPPENED, Status.REPORTED}:
        title = finding_title(view, cast, number) or title
    inner = governed(view, number)
    own = tuple(time for word in (clause.predicate, *inner) for time in times.get(word, ()))
    if title is None:
        return None
    source = source_of(view, number, said)
    attribution = _source_text(view, cast, source) if source else None
    if source and attribution is None:
        source = None
    if source and status is Status.HAPPENED:
        status = Status.REPORTED
    words = _own_words(view, number)
    actors = clause_actors(view, cast, number)
    weight = of_clause(view, number, status, actors, times=own, said=said)
    weight -= 0.15 * (clause.modal == "would")
    if not verb_is(lemma, "implicative"):  # what is only meant is told once, whatever the words
        weight -= _MENTION * min(len(inner), 2)
    return Draft(
        sentence=view.number,
        token=clause.predicate,
        clause=number,
        lemma=lemma,
        title=title,
        status=status,
        span=_span(view, number, own, source),
        head=view.tokens[clause.predicate].span,
        words=words,
        actors=actors,
        places=places_of(view, cast, [word for word in words if word not in nouns], clause.predicate),
        times=own,
        weight=weight,
        kind=_kind(view, number, status, own),
        attribution=attribution,
        side=side_by_side(view, cast, number),
    )


def _kind(view: View, number: int, status: Status, times: Sequence[TimeExpression]) -> Kind:
    """What is planned in the present is as long as it would be with "will": "the fair *opens* on Friday"."""
    clause = view.clauses[number]
    if clause.copular and not clause.perfect:
        return Kind.DAY
    if status is Status.PLANNED and clause.tense is Tense.PRESENT:
        view = with_clause(view, number, replace(clause, tense=Tense.FUTURE))
    return kind_of(view, clause.predicate, nominal=False, times=times)


def _title(view: View, cast: Cast, number: int, status: Status) -> str | None:
    """The clause's title; what nobody did or suffered is said as it stands: "no one hurt in the fire"."""
    clause = view.clauses[number]
    token = view.tokens[clause.predicate]
    title = verbal_title(view, cast, number, status) or _of_event(view, cast, clause, status)
    if status is Status.PLANNED and clause.tense is Tense.PRESENT and verb_is(view.lemma(clause.predicate), "plan"):
        return verbal_title(view, cast, number, Status.HAPPENED)  # "plans a charity match"
    if title is None and status is Status.DENIED and clause.subject is not None:
        nobody = " ".join(view.tokens[word].text for word in view.subtree(clause.subject))
        parts = parts_of(view, cast, number, subject=clause.subject)
        verb = token.text.lower() if clause.passive else present(view.lemma(clause.predicate), many=False)
        whole = nobody.lower() in _NOBODY and (clause.passive or parts)
        return fit((capital(nobody),), verb, parts) if whole else None
    if title is None:
        return None
    if token.tag == "VBG" and clause.tense is Tense.NONE and f" {token.text.lower()} " in title.lower():
        return None  # the subject's words have swallowed the verb
    if status is Status.REPORTED and clause.passive:
        return _with_harm(view, clause, title)
    return title


def _of_event(view: View, cast: Cast, clause: Clause, status: Status) -> str | None:
    """What goes on or ends by itself, by a verb that else says something: "talks conclude"."""
    lemma = view.lemma(clause.predicate)
    if clause.subject is None or clause.passive or clause.objects or clause.negated or not verb_is(lemma, "run out"):
        return None
    subject = nominal_title(view, cast, clause.subject) if noun_is(view.lemma(clause.subject), "event") else None
    several = many(view, cast, clause.subject)
    verbs = {Status.PLANNED: f"to {lemma}", Status.HAPPENED: present(lemma, many=several)}
    return fit((subject,), verbs[status], []) if subject is not None and status in verbs else None


def _with_harm(view: View, clause: Clause, title: str) -> str | None:
    """What somebody is feared or said to be: "forty miners feared *dead*"."""
    kids = view.under(clause.predicate, *OPEN)
    harmed = next((text for kid in kids if (text := view.tokens[kid].text.lower()) in _HARMED), None)
    if harmed is None or harmed in title.lower().split():
        return title
    return whole if len(whole := f"{title} {harmed}") <= LONGEST else None


def _statement(view: View, cast: Cast, saying: Saying, times: Mapping[int, Sequence[TimeExpression]]) -> Draft | None:
    view = mended(view, saying.clause)
    clause = view.clauses[saying.clause]
    title = speech_title(view, cast, saying) or verbal_title(view, cast, saying.clause, Status.HAPPENED)
    if title is None or _loses_negation(view, saying, title):
        return None
    own = tuple(times.get(clause.predicate, ()))
    words = _own_words(view, saying.clause)
    actors = clause_actors(view, cast, saying.clause)
    span = _span(view, saying.clause, own, None)
    if saying.content is not None:
        inner = view.clauses[saying.content].span
        span = Span(min(span.start, inner.start), max(span.end, inner.end))
    named = bool(actors) and actors[0].kind in {"person", "organisation", "country", "people"}
    return Draft(
        sentence=view.number,
        token=clause.predicate,
        clause=saying.clause,
        lemma=view.lemma(clause.predicate),
        title=title,
        status=Status.HAPPENED,
        span=span,
        head=view.tokens[clause.predicate].span,
        words=words,
        actors=actors,
        places=(),
        times=own,
        weight=saying.weight - (0.0 if named else 0.1),
        speech=True,
    )


def _loses_negation(view: View, saying: Saying, title: str) -> bool:
    """The title says as a fact what the speaker denied, or all but denied: "had *hardly* sold any"."""
    if saying.content is None:
        return False
    content = view.clauses[saying.content]
    near = {view.tokens[kid].text.lower() for kid in view.kids[content.predicate]}
    denying = verb_is(view.lemma(view.clauses[saying.clause].predicate), "deny", "negate")
    return (content.negated and not denies(title) and not denying) or bool(near & _NEARLY - set(title.lower().split()))


def _own_words(view: View, number: int) -> tuple[int, ...]:
    """The clause's words without those of other clauses, infinitives that complete it included."""
    clause = view.clauses[number]
    mine = {number}
    for other, inner in enumerate(view.clauses):
        if inner.parent in mine and inner.tense is Tense.NONE and inner.role in {Role.INFINITIVE, Role.COMPLEMENT}:
            mine.add(other)
    return tuple(
        token.index
        for token in view.tokens
        if view.clause_of[token.index] in mine or token.index in {clause.predicate, clause.subject}
    )


def _span(view: View, number: int, times: Sequence[TimeExpression], source: tuple[int, int] | None) -> Span:
    """The clause with its time and its attribution."""
    clause = view.clauses[number]
    spans = [clause.span, *(time.span for time in times)]
    if source is not None and source[0] >= 0:
        spans.append(Span(view.tokens[source[0]].span.start, view.tokens[source[1]].span.end))
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _source_text(view: View, cast: Cast, source: tuple[int, int]) -> str | None:
    first, last = source
    if first == last and cast.meant.get((view.number, first)) is None and view.tokens[first].pos == "PRON":
        return None
    meant = next(
        (actor for word in range(first, last + 1) if (actor := cast.meant.get((view.number, word))) is not None), None
    )
    if meant is not None and last - first <= 1:
        return meant.short
    found = (cast.named.get((view.number, word)) for word in range(first, last + 1))
    speaker = next((actor for actor in found if actor is not None and actor.kind in {"person", "organisation"}), None)
    if speaker is not None and all(view.tokens[word].text != "of" for word in range(first, last + 1)):
        return (
            speaker.name
            if speaker.kind == "person" or last - first > 3
            else " ".join(Span(view.tokens[first].span.start, view.tokens[last].span.end).of(view.text).split())
        )
    text = Span(view.tokens[first].span.start, view.tokens[last].span.end).of(view.text)
    return " ".join(text.split()).strip(' ,"“”')
