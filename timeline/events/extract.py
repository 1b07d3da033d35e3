"""Events of an article: clauses and nouns, each once, with title, status, people, places and weight."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events import nominal, verbal
from timeline.events.actors import cast, lane_actor
from timeline.events.candidate import Candidate
from timeline.events.doing import mended
from timeline.events.draft import Draft
from timeline.events.kinds import kind_of
from timeline.events.known import recognised
from timeline.events.lexicon import verb_is, wordset
from timeline.events.merge import once
from timeline.events.names import is_media
from timeline.events.places import places_of
from timeline.events.speech import per, sayings
from timeline.events.status import asserted, own_status
from timeline.events.story import story_of
from timeline.events.takers import side_by_side
from timeline.events.timing import owners
from timeline.events.titles import nominal_title, verbal_title
from timeline.events.view import View, look
from timeline.events.weight import ranked, shared_out
from timeline.model.event import Event, Mention, Status
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.actor import Actor, Cast
    from timeline.events.landmarks import Landmarks
    from timeline.events.nominal import Nominal
    from timeline.grammar.syntax import Sentence
    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression

MAIN = 0.5
_FAINT = 0.2
_HOW = frozenset({"in", "by", "during"})
_NOT_THAT_ONE = wordset("not that one")


def extract(
    article: Article, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression], landmarks: Landmarks | None
) -> list[Candidate]:
    """
    The events of an article, in text order, without dates.

    Args:
        article: where they stand.
        sentences: its sentences, parsed.
        expressions: its time expressions.
        landmarks: the known events to recognise; None for none.
    """
    views = look(article.text, sentences, expressions)
    people = cast(views)
    drafts = [draft for view in views if not view.sentence.heading for draft in _of_sentence(view, people, landmarks)]
    story = story_of(article, views)
    kept = once(drafts, views, people)
    kept = _carried([draft for draft in kept if not _says_nothing(draft)], [d for d in kept if _says_nothing(d)])
    kept = shared_out([ranked(views[draft.sentence], draft, story) for draft in kept], story.length)
    kept.sort(key=lambda draft: draft.head)
    return _candidates(article, [_sided(views[draft.sentence], people, draft) for draft in kept], views)


def _says_nothing(draft: Draft) -> bool:
    """A bare "the match" with no time, no known event and no other mention."""
    alone = not (draft.times or draft.landmark or draft.also)
    return draft.nominal and alone and (" " not in draft.title or (draft.bare and draft.weight < _FAINT))


def _carried(kept: Sequence[Draft], bare: Sequence[Draft]) -> list[Draft]:
    """A bare "the match" that is no event of its own is told by the clause it takes part in."""
    hosts = {(draft.sentence, draft.clause): place for place, draft in enumerate(kept) if not draft.nominal}
    found = list(kept)
    for draft in bare:
        place = hosts.get((draft.sentence, draft.clause))
        if place is not None and draft.taking_part and not found[place].speech:
            found[place] = replace(found[place], also=(*found[place].also, draft))
    return found


def _of_sentence(view: View, people: Cast, landmarks: Landmarks | None) -> list[Draft]:
    said = sayings(view, people)
    nouns = nominal.nominals(view, people, said)
    told = {noun.head: noun.phrase for noun in nouns if not view.times or nominal_title(view, people, noun.head)}
    times = owners(view, told)  # a noun that makes no event keeps no time from its verb
    for clause in view.clauses:  # "the flood in January reached the town": the time is the verb's as well
        if (
            clause.subject in times
            and verb_is(view.lemma(clause.predicate), "happen")
            and clause.predicate not in times
        ):
            times[clause.predicate] = times.pop(clause.subject)
    drafts = verbal.drafts(view, people, said, times, frozenset(word for noun in nouns for word in noun.phrase))
    again = [(draft, verbal.told_again(view, said, draft)) for draft in drafts]
    carried = {word for _, words in again for word in words}
    drafts = [_with_its_nouns(view, draft, words, times) for draft, words in again]
    drafts += [
        draft
        for noun in nouns
        if noun.head not in carried
        and (draft := _nominal_draft(view, people, noun, times.get(noun.head, []))) is not None
    ]
    if landmarks is not None:
        drafts = [recognised(view, people, landmarks, draft) for draft in drafts]
    return sorted(drafts, key=lambda draft: draft.head)


def _with_its_nouns(
    view: View, draft: Draft, words: Sequence[int], times: Mapping[int, Sequence[TimeExpression]]
) -> Draft:
    """
    The event of a verb with the nouns that tell it again, whose time may be its own: "killed in a crash in 1979".

    Not that of what it is about: "described a call of 8 January".
    """
    also = tuple(_mention(view, draft, word) for word in words)
    own = tuple(
        dict.fromkeys(
            (*draft.times, *(time for word in words if view.preposition(word) in _HOW for time in times.get(word, ())))
        )
    )
    return replace(draft, also=also, times=own)


def _mention(view: View, draft: Draft, word: int) -> Draft:
    """The same event, told by another word of its sentence."""
    return replace(draft, token=word, head=_head_span(view, word), times=(), also=())


def _nominal_draft(view: View, people: Cast, noun: Nominal, times: Sequence[TimeExpression]) -> Draft | None:
    title = nominal_title(view, people, noun.head)
    if title is None:
        return None
    if " " not in title:
        title = _lasting(view, people, noun) or title
    lemma = view.lemma(noun.head)
    spans = [view.span_of(noun.phrase), *(time.span for time in times)]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    taking_part = _participants(view, people, noun)
    kind = kind_of(view, noun.head, nominal=True, times=times)
    return Draft(
        sentence=view.number,
        token=noun.head,
        clause=view.clause_of[noun.head],
        lemma=lemma,
        title=title,
        status=noun.status,
        span=span,
        head=_head_span(view, noun.head),
        words=noun.phrase,
        actors=taking_part,
        places=places_of(view, people, noun.phrase),
        times=tuple(times),
        weight=noun.weight + 0.1 * bool(times),
        kind=kind,
        nominal=True,
        taking_part=view.tokens[noun.head].relation in {"subject", "object"},
        definite=noun.definite,
        bare=noun.bare,
    )


def _lasting(view: View, people: Cast, noun: Nominal) -> str | None:
    """What is told of a lone noun, where its verb is no event of its own: "Protest spans several regions"."""
    number = view.clause_of[noun.head]
    if number is None or noun.status is not Status.HAPPENED or own_status(view, number) is not None:
        return None
    clause = view.clauses[number]
    if clause.subject != noun.head or clause.copular or clause.passive or not asserted(view, number):
        return None
    title = verbal_title(view, people, number, Status.HAPPENED)
    return title if title is not None and title.count(" ") > 1 else None


def _head_span(view: View, head: int) -> Span:
    """The noun, with "re-" where a hyphen split it off."""
    start = head - 2 if "-" in view.lemma(head) and view.tokens[head - 1].text == "-" else head
    return Span(view.tokens[start].span.start, view.tokens[head].span.end)


def _participants(view: View, people: Cast, noun: Nominal) -> tuple[Actor, ...]:
    found: dict[Actor, None] = {}
    for word in (*view.under(noun.head, "possessive"), *view.under(noun.head, "amod", "compound", "nominal")):
        if (
            word in view.timed
            or word not in noun.phrase
            or view.preposition(word) in {"in", "at", "near", "on", "over"}
        ):
            continue
        for actor in verbal.noun_actors(view, people, word):
            if actor.kind == "other" and view.tokens[word].relation == "nominal":
                continue
            found.setdefault(actor)
    return tuple(found)


def _sided(view: View, people: Cast, draft: Draft) -> Draft:
    """A statement is on the side of those who make it, like any other act."""
    if not draft.speech or draft.clause is None:
        return draft
    return replace(draft, side=side_by_side(mended(view, draft.clause), people, draft.clause))


def _candidates(article: Article, drafts: Sequence[Draft], views: Sequence[View]) -> list[Candidate]:
    popular = Counter(
        lane for draft in drafts for lane in dict.fromkeys(actor.lane for actor in draft.actors if actor.lane)
    )
    pairs = Counter(draft.side for draft in drafts if len(draft.side) > 1)
    alone = Counter(draft.side[0] for draft in drafts if len(draft.side) == 1)
    return [_candidate(article, draft, _lane(views[draft.sentence], draft, popular, pairs, alone)) for draft in drafts]


def _lane(
    view: View, draft: Draft, popular: Mapping[str, int], pairs: Mapping[tuple[str, ...], int], alone: Mapping[str, int]
) -> str | None:
    """
    The lane by actor: a country or body, or two that act together.

    Where the clause has somebody who does it, it is theirs or nobody's: "a diver wrote to Ines Cathcart" is not hers.
    Two that act together more than once are a lane of their own; it takes in what one does alone, if that is less.
    """
    if len(draft.side) > 1:
        return (" & " if pairs[draft.side] > 1 else ", ").join(draft.side[:2])
    rolled = _rolled(draft)
    if not draft.nominal and _is_done(view, draft):
        rolled = [actor for actor in rolled if actor.lane in draft.side]
    lane = lane_actor(rolled, popular) if draft.nominal else next((actor.lane for actor in rolled), None)
    for pair, count in pairs.items():
        if lane in pair and count > 1 and alone[lane] <= count:
            return " & ".join(pair[:2])
    return lane


def _is_done(view: View, draft: Draft) -> bool:
    """Its clause says who does it, or to whom it is done where nobody does it."""
    return draft.clause is not None and mended(view, draft.clause).clauses[draft.clause].subject is not None


def _rolled(draft: Draft) -> list[Actor]:
    """The actors that may name a lane: newspapers and agencies only report."""
    return [actor for actor in draft.actors if actor.lane and not is_media(actor.name)]


def _candidate(article: Article, draft: Draft, lane: str | None) -> Candidate:
    mentions = (draft, *draft.also)
    extra: dict[str, str] = {}
    if lane:
        extra["lane"] = lane
    if draft.attribution:
        extra["source"] = per(draft.attribution)
    event = Event(
        id=f"{article.id}-{draft.head.start}",
        article=article.id,
        title=draft.title,
        quote=draft.span.of(article.text),
        span=draft.span,
        head=draft.head,
        mentions=tuple(Mention(each.span.of(article.text), each.span, each.head) for each in mentions),
        kind=draft.kind,
        status=draft.status,
        attribution=draft.attribution,
        weight=draft.weight,
        actors=tuple(dict.fromkeys(actor.name for actor in draft.actors)),
        places=draft.places,
        extra=extra,
    )
    return Candidate(
        event=event,
        sentence=draft.sentence,
        token=draft.token,
        clause=draft.clause,
        nominal=draft.nominal,
        speech=draft.speech,
        definite=draft.definite,
        times=draft.times,
        landmark=draft.landmark,
    )
