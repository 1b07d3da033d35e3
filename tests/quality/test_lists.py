"""
Whole timelines beside those a careful reader wrote down by hand: fifteen news articles drawn at random.

``lists/`` has a file an article: where each event is first told and where else, the days it lies in (null is open; of
something longer, from the earliest begin to the latest end), and whether it must be on any timeline of the article or
only may. The lists were written before anything was run on the articles, and nothing was written with them in view.
The floors only rise. The texts are not part of the project: without them the test is skipped.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import timeline.workspace as work
from timeline.articles import plain, timeml
from timeline.chrono.bounds import Range
from timeline.chrono.iso import parse_earliest, parse_latest

if TYPE_CHECKING:
    from timeline.model.article import Article
    from timeline.model.event import Event

pytestmark = pytest.mark.quality

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("TIMELINE_SHARED", HERE.parent.parent.parent / "shared"))
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["lists"]


@dataclass(frozen=True, slots=True)
class Listed:
    """An event of a list: the places it is told at, the first one in front; where it lies; whether it must be shown."""

    places: tuple[tuple[int, int], ...]
    window: Range
    main: bool

    @classmethod
    def of(cls, row: dict[str, Any]) -> Listed:
        """From a row of a list."""
        earliest, latest = row["earliest"], row["latest"]
        window = Range(
            None if earliest is None else parse_earliest(earliest), None if latest is None else parse_latest(latest)
        )
        return cls(
            ((row["start"], row["end"]), *((start, end) for start, end in row["also"])),
            window,
            row["standing"] == "main",
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """One article's list beside the events found in it, all of them and those shown first."""

    name: str
    listed: tuple[Listed, ...]
    found: tuple[Event, ...]
    shown: tuple[Event, ...]


def article_of(path: Path, published: str) -> Article:
    """The article as the program reads it."""
    data = path.read_bytes()
    if path.suffix == ".tml":
        return timeml.read(data, path.name)
    return plain.read(io.StringIO(json.loads(data)["text"]), published)


@cache
def pairs() -> tuple[Pair, ...]:
    """Every article of the lists, read once."""
    bench = SHARED / "bench"
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "lists").glob("*.json"))]
    for row in rows:
        if not (bench / row["file"]).is_file():
            pytest.skip(f"no listed article: {bench / row['file']} is not there (TIMELINE_SHARED names its folder)")
    result = []
    for row in rows:
        chronicle = work.extract(article_of(bench / row["file"], row["published"]))
        listed = tuple(Listed.of(each) for each in row["events"])
        result.append(Pair(row["file"], listed, chronicle.seen().events, chronicle.seen(events="main").events))
    return tuple(result)


def tells(event: Event, places: tuple[tuple[int, int], ...]) -> bool:
    """The event is told at one of these places."""
    return any(
        mention.head.start < end and start < mention.head.end for mention in event.mentions for start, end in places
    )


def counterpart(listed: Listed, found: tuple[Event, ...]) -> Event | None:
    """The event found at the first place of a listed one, else at another of its places; None where there is none."""
    start, end = listed.places[0]
    for event in found:
        if event.head.start < end and start < event.head.end:
            return event
    for places in (listed.places[:1], listed.places):
        for event in found:
            if tells(event, places):
                return event
    return None


def compared(ours: Range, listed: Range) -> str:
    """How our days stand to the reader's: "open" and "contains" say less, "narrower" more, "contradict" shares none."""
    if ours.open:
        return "open"
    if (ours & listed).empty:
        return "contradict"
    if ours == listed:
        return "equal"
    if ours.contains(listed):
        return "contains"
    return "narrower" if listed.contains(ours) else "overlaps"


def _share(hits: list[bool]) -> float:
    return 100 * sum(hits) / len(hits)


def test_what_a_reader_lists_is_found_and_shown() -> None:
    """Most events that must be on a timeline are found, and most of them are shown first."""
    anywhere, first = [], []
    for pair in pairs():
        for listed in pair.listed:
            if listed.main:
                anywhere.append(any(tells(event, listed.places) for event in pair.found))
                first.append(any(tells(event, listed.places) for event in pair.shown))
    measured = {"found": round(_share(anywhere), 1), "found_first": round(_share(first), 1)}
    sys.stdout.write(f"\nof {len(anywhere)} listed: {measured}\n")
    assert all(value >= FLOORS[name] for name, value in measured.items()), measured


def test_what_is_shown_is_what_a_reader_would_list() -> None:
    """Most of what is shown first stands on the reader's list, or may stand on one."""
    right = [any(tells(event, listed.places) for listed in pair.listed) for pair in pairs() for event in pair.shown]
    must = [
        any(listed.main and tells(event, listed.places) for listed in pair.listed)
        for pair in pairs()
        for event in pair.shown
    ]
    sys.stdout.write(f"\nof {len(right)} shown: {_share(right):.1f} may be, {_share(must):.1f} must be\n")
    assert _share(right) >= FLOORS["shown_listed"]


def test_little_is_shown_twice() -> None:
    """Few of the events shown first tell only what one shown before them tells."""
    again = []
    for pair in pairs():
        told: set[int] = set()
        for event in pair.shown:
            own = {
                number
                for number, listed in enumerate(pair.listed)
                if any(event.head.start < end and start < event.head.end for start, end in listed.places)
            }
            again.append(bool(own) and own <= told)
            told |= own
    sys.stdout.write(f"\nof {len(again)} shown: {_share(again):.1f} told again\n")
    assert _share(again) <= FLOORS["shown_again"]


def test_the_days_are_those_a_reader_would_give() -> None:
    """Few dates contradict the reader's, few are narrower than the text allows, and most are the same or contain it."""
    tally: Counter[str] = Counter()
    for pair in pairs():
        for listed in pair.listed:
            event = counterpart(listed, pair.found)
            if event is not None and not listed.window.open:
                tally[compared(event.bounds.window, listed.window)] += 1
    total = sum(tally.values())
    measured = {name: round(100 * count / total, 1) for name, count in tally.items()}
    sys.stdout.write(f"\nof {total} dated: {measured}\n")
    assert measured.get("equal", 0.0) >= FLOORS["days_equal"]
    assert measured.get("narrower", 0.0) <= FLOORS["days_narrower"]
    assert measured.get("contradict", 0.0) <= FLOORS["days_contradict"]
