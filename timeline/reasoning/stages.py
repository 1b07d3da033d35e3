"""What usually comes first: an arrest before a charge, a crash before the rescue. Of order alone, and only usual."""

from __future__ import annotations

import csv
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline._files import data
from timeline.model.event import Status
from timeline.model.statement import Distance, Point, Stratum
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.reading import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.candidate import Candidate
    from timeline.model.statement import Statement
    from timeline.reasoning.reading import Reading

RULE = "stage"
_HAPPENED = (Status.HAPPENED, Status.REPORTED)
# Tellings of the next stage that one is compared with, the nearest in the text on either side: time stays linear.
_NEAR = 4


class _Stage(NamedTuple):
    """A kind of story, and how far into it."""

    kind: str
    number: int


class _Told(NamedTuple):
    """An event of a stage, by where it is told."""

    start: int
    event: Candidate


@cache
def _stages() -> dict[str, tuple[_Stage, ...]]:
    """The stages of each word; a word of one part of speech alone ends in "/n" or "/v"."""
    lines = data("stages.csv").read_text("utf-8").splitlines()
    found: dict[str, tuple[_Stage, ...]] = {}
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), _Stage(row["kind"], int(row["stage"])))
    return found


def in_stages(reading: Reading) -> list[Statement]:
    """The pairs of events, both of which happened, that stand at neighbouring stages of one kind of story."""
    stories: dict[str, dict[int, list[_Told]]] = {}
    for one in sorted(reading.candidates, key=lambda candidate: candidate.event.head):
        if one.event.status in _HAPPENED:
            for stage in _of(reading, one):
                stories.setdefault(stage.kind, {}).setdefault(stage.number, []).append(_Told(one.event.head.start, one))
    found = []
    for kind, story in stories.items():
        numbers = sorted(story)
        for number, following in pairwise(numbers):
            pairs = [(one, other) for one in story[number] for other in _nearest(story[following], one)]
            pairs += [(one, other) for other in story[following] for one in _nearest(story[number], other)]
            found += [_statement(reading, kind, one.event, other.event) for one, other in dict.fromkeys(pairs)]
    return found


def side_by_side(reading: Reading, first: Candidate, second: Candidate) -> bool:
    """Both are of the same stage of one kind of story: "killed two and wounded five"."""
    return bool({*_of(reading, first)} & {*_of(reading, second)})


def _of(reading: Reading, candidate: Candidate) -> tuple[_Stage, ...]:
    token = reading.sentences[candidate.sentence].tokens[candidate.token]
    if not token.span.meets(candidate.event.head):
        return ()  # the span stands in no sentence
    word, part = (token.lemma.lower(), "/n") if candidate.nominal else (lemma_of(token), "/v")
    return (*_stages().get(word, ()), *_stages().get(word + part, ()))


def _nearest(told: Sequence[_Told], here: _Told) -> Sequence[_Told]:
    place = bisect_left([one.start for one in told], here.start)
    return told[max(0, place - _NEAR) : place + _NEAR]


def _statement(reading: Reading, kind: str, first: Candidate, second: Candidate) -> Statement:
    text = reading.article.text
    words = f"{quoted(first.event.head.of(text))} usually comes before {quoted(second.event.head.of(text))}"
    constraint = Distance(Point(first.event.id, "end"), Point(second.event.id, "begin"), least=None, most=None)
    says = f"{words} in one story ({kind})"
    return reading.state(constraint, RULE, says, span=second.event.head, stratum=Stratum.USUAL)
