"""What a reader goes by: how much an event is one of those that tell the story, from 0 to 1."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.lexicon import verb_is
from timeline.events.telling import act_of
from timeline.grammar.syntax import Role
from timeline.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.actor import Actor
    from timeline.events.draft import Draft
    from timeline.events.speech import Saying
    from timeline.events.story import Story
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause
    from timeline.model.expression import TimeExpression

_EMPTY = frozenset({"occur", "happen", "follow", "come", "ensue"})
_DOERS = frozenset({"person", "organisation", "country", "group", "people"})
_LIGHT = frozenset({"take", "make", "give", "do", "get", "go", "have"})  # what is done is told by the object
_NAMES = frozenset({"person", "organisation", "country"})
_SEVERAL = 3  # mentions by which a bare noun matters after all
_THIN = 2  # words of a title that tells what sort of thing it was, and of nothing and nobody
_LEAD = 4  # sentences in which news says what is new
_BASE = 0.58  # so that of news some twelve events reach a half
_STATED = 0.65  # what `speech` gives a statement with its time, or one of somebody named in some place
_WORTH_SAYING = 0.5
_OWN = 0.6  # what the clause alone says counts less than where it stands and what it shares with the headline
_MOST = 3  # words of the headline, or further mentions, that count
_LEAST = 0.05
_FEW = 3  # events that are shown first however little there is to them
_FLOOR = 0.3  # but not these
_BUDGET = 5.0  # times the root of the sentences: 16 of ten, 27 of thirty, 87 of three hundred


def of_clause(
    view: View,
    number: int,
    status: Status,
    actors: Sequence[Actor],
    *,
    times: Sequence[TimeExpression],
    said: dict[int, Saying],
) -> float:
    """By the clause alone: a time, a past main clause, somebody named; less for what hangs from others."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    precise = any(
        time.type in {"DATE", "TIME"} and len(time.value) > len("2025") and time.value[:1] != "P" for time in times
    )
    weight = 0.5
    weight += 0.25 * precise if precise else 0.1 * bool(times)
    weight += 0.1 * bool(clause.objects or (clause.passive and (times or clause.role is Role.MAIN)))
    weight += 0.1 * any(actor.kind in _DOERS for actor in actors)
    weight += 0.1 * verb_is(lemma, "punctual") - 0.05 * verb_is(lemma, "aspect")
    weight -= _hanging(view, clause) + _spoken(clause, number, said)
    if verb_is(lemma, "mild", "say"):
        weight -= 0.3
    if status is Status.DENIED:
        weight -= 0.3
    if status is Status.HAPPENED and clause.progressive:
        weight -= 0.1
    if lemma in _EMPTY:
        weight -= 0.1
    return weight


def _hanging(view: View, clause: Clause) -> float:
    """What a clause loses for not being the main one."""
    if clause.connective in {"while", "when"} and view.tokens[clause.predicate].tag == "VBG":
        return 0.25
    if clause.role is Role.PARTICIPLE:
        return 0.25
    if clause.role is Role.RELATIVE:
        return 0.15
    if clause.role is Role.ADVERBIAL:
        return {"while": 0.0, "whereas": 0.0, "when": 0.1, "after": 0.1, "before": 0.1}.get(
            clause.connective or "", 0.2
        )
    return 0.05 * (clause.role is Role.COMPLEMENT)


def _spoken(clause: Clause, number: int, said: dict[int, Saying]) -> float:
    """What a clause loses for standing in somebody's words."""
    quoted = 0.2 * clause.quoted
    if any(saying.news and saying.content == number for saying in said.values()):
        return quoted + 0.15
    if clause.parent is not None and any(saying.content == clause.parent for saying in said.values()):
        return quoted + 0.1
    return quoted


def ranked(view: View, draft: Draft, story: Story) -> Draft:
    """
    The draft with its weight in the article: what its clause gave it, and what a reader goes by besides.

    The numbers are those of a logistic regression on the salient events of news, rounded; any one of them can be half
    or double without much change.
    """
    words = draft.words
    if draft.speech:  # what is said stands in clauses of its own
        words = tuple(token.index for token in view.tokens if draft.span.covers(token.span))
    place = story.place(draft.sentence)
    figure = any(view.tokens[word].pos == "NUM" and word not in view.timed for word in words)
    dated = any(time.type == "DATE" and time.value[:1].isdigit() for time in draft.times)
    act = act_of(draft.lemma, nominal=True) if draft.nominal else draft.lemma
    weight = _BASE + _OWN * (draft.weight - 0.5)
    # what the headline says is what the article is for: with the lead the strongest sign
    weight += 0.07 * min(_MOST, story.headline_words(view, words))
    # news says first what is new, and last what was long known
    weight += 0.1 * (place == 0) + 0.1 * (place < _LEAD) - 0.15 * place / max(1, story.length)
    # what is told again matters, by further words of its sentence or further on
    weight += 0.1 * min(_MOST, len(draft.also))
    # somebody is killed, elected or struck; it begins, bursts or sinks: the turns of a story
    weight += 0.12 * verb_is(act, "punctual") + 0.12 * verb_is(act, "happen")
    # what is said about the news is less than the news
    weight -= 0.15 * verb_is(draft.lemma, "say") + 0.15 * draft.speech
    # what did not happen, or not yet
    weight -= 0.2 * (draft.status is Status.DENIED) + 0.1 * (draft.status is Status.PLANNED)
    # a date of its own, a known event, a place, a figure: what one can put on a timeline
    weight += 0.1 * dated + 0.2 * (draft.landmark is not None) + 0.08 * bool(draft.places) + 0.05 * figure
    # "Clashes" alone tells little, and less without a day
    weight -= 0.1 * (draft.nominal and " " not in draft.title) + (0.1 if draft.nominal else 0.2) * thin(draft)
    # but a statement made at a stated time, or one that gives a figure, is as good as its words
    if draft.speech and (draft.weight >= _STATED or (draft.weight >= _WORTH_SAYING and figure)):
        weight = max(weight, draft.weight)
    return replace(draft, weight=min(1.0, max(_LEAST, weight)))


def thin(draft: Draft) -> bool:
    """Its title tells a sort of thing alone, at no stated time: "News conference", "Charges taken"."""
    if len(draft.title.split()) > _THIN or draft.landmark is not None or len(draft.also) + 1 >= _SEVERAL:
        return False
    if any(time.type in {"DATE", "TIME"} and not time.value.endswith("_REF") for time in draft.times):
        return False
    if any(actor.kind in _NAMES for actor in draft.actors) or any(
        word[0].isupper() for word in draft.title.split()[1:]
    ):
        return False
    return draft.nominal or draft.lemma in _EMPTY | _LIGHT


def shared_out(drafts: Sequence[Draft], sentences: int) -> list[Draft]:
    """
    The drafts with weights stretched so that half and more is what is shown first.

    A long article shows the more events the longer it is, but ever fewer of each page; a short or dull one at least a
    few, where there is anything to show. The order of the drafts by weight stays.
    """
    weights = sorted((draft.weight for draft in drafts), reverse=True)
    cut = 0.5
    most = max(_FEW, round(_BUDGET * sentences**0.5))
    if len(weights) > most and weights[most] >= cut:
        cut = weights[most - 1]
    elif weights and weights[: _FEW + 1][-1] < cut:
        cut = max(_FLOOR, min(cut, weights[:_FEW][-1]))
    return [replace(draft, weight=_stretched(draft.weight, cut)) for draft in drafts]


def _stretched(weight: float, cut: float) -> float:
    if weight < cut:
        return round(max(_LEAST, min(0.49, 0.5 * weight / cut)), 2)
    return round(0.5 + 0.5 * (weight - cut) / (1 - cut), 2) if cut < 1 else 1.0
