"""Who does it: names, roles and pronouns of short passages, each one actor or left open."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.events.told import told

HERE = Path(__file__).parent / "who"


def passages() -> list[tuple[str, str, tuple[str, ...]]]:
    """A passage, the head of one of its events, and the actors of that event; none where it is left open."""
    with (HERE / "passages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["text"], row["head"], tuple(filter(None, row["actors"].split(";")))) for row in rows]


@pytest.mark.parametrize(("text", "head", "actors"), passages())
def test_who_does_it(text: str, head: str, actors: tuple[str, ...]) -> None:
    """What the text makes one is one actor; where two could be meant nobody is named."""
    found = [candidate.event.actors for candidate in told(text) if candidate.event.head.of(text) == head]

    assert (found[-1:] or [()]) == [actors]


def test_there_are_enough_passages() -> None:
    """Eighty passages at least, each once."""
    assert len(set(passages())) == len(passages()) >= 80
