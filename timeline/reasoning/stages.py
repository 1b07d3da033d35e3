"""What usually comes first: an arrest before a charge, a crash before the rescue. Of order alone, and only usual."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.model.event import Status
from timeline.reasoning.moods import lemma_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline.events.candidate import Candidate
    from timeline.reasoning.reading import Reading

_HAPPENED = (Status.HAPPENED, Status.REPORTED)
# Stages of one kind of story share the hundreds below this: a vote is not before or after an arrest.
_KIND = 200


@cache
def _stages() -> dict[str, int]:
    lines = data("stages.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {word: int(row["stage"]) for row in rows for word in row["words"].split()}


def in_stages(reading: Reading, events: Collection[str]) -> set[tuple[str, str]]:
    """The pairs of these events, both of which happened, that stand at different stages of one kind of story."""
    staged = [
        (one.event.id, stage)
        for one in reading.candidates
        if one.event.id in events and one.event.status in _HAPPENED and (stage := _stage(reading, one)) is not None
    ]
    return {
        (a, b) for a, first in staged for b, second in staged if first < second and first // _KIND == second // _KIND
    }


def _stage(reading: Reading, candidate: Candidate) -> int | None:
    token = reading.sentences[candidate.sentence].tokens[candidate.token]
    if not token.span.meets(candidate.event.head):
        return None  # the span stands in no sentence
    return _stages().get(token.lemma.lower() if candidate.nominal else lemma_of(token))
