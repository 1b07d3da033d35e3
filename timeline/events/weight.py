"""What a reader goes by: how much an event is one of those that tell the story, from 0 to 1."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.landmark import words_of
from timeline.events.lexicon import verb_is
from timeline.grammar.syntax import Role
from timeline.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.actor import Actor
    from timeline.events.draft import Draft
    from timeline.events.speech import Saying
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause
    from timeline.model.expression import TimeExpression

_EMPTY = frozenset({"occur", "happen", "follow", "come", "ensue"})
_DOERS = frozenset({"person", "organisation", "country", "group", "people"})
_LEAD = 4  # sentences in which news says what is new
_LONG = 10  # sentences from which on an article has a background part


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


def ranked(draft: Draft, heading: frozenset[str], count: int) -> Draft:
    """
    The draft with its weight in the article.

    Headline words, an early place, a place on the map, several mentions and a known date lift it.

    Args:
        draft: what was found.
        heading: the words of the title and the first heading.
        count: how many sentences the article has.
    """
    place = draft.sentence / max(1, count)
    weight = draft.weight
    if not draft.speech:
        weight += 0.15 * max(0.0, 1 - 2 * place) + 0.1 * (draft.sentence < _LEAD)
        weight += min(0.2, 0.12 * len(draft.also))
    weight -= 0.1 * (count > _LONG and place > 0.8 and not draft.speech)
    weight += 0.1 * bool(heading & words_of(draft.title))
    weight += 0.05 * bool(draft.places)
    weight += 0.2 * (draft.landmark is not None) - 0.4 * (draft.nominal and " " not in draft.title)
    return replace(draft, weight=round(min(1.0, max(0.05, weight)), 2))
