"""
The same event told by several articles: groups of three articles each on one story, our own writing, with look-alikes.

In `groups/`, an article begins with ``# source | day``, and ``{sank=sink}`` says that "sank" tells the event "sink" of
its file; what has no mark is told once. A pair is right where two articles tell one marked event. Of those, what was
not found at all, or was dated or judged so that it contradicts, is no fault of the grouping and counted apart.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import timeline
from timeline.model.article import Article
from timeline.reasoning.retelling.groups import groups
from timeline.reasoning.retelling.same import compatible, happened_alike
from timeline.workspace.chronicle import Chronicle
from timeline.workspace.grouping import alone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

pytestmark = pytest.mark.quality

HERE = Path(__file__).resolve().parent
FILES = sorted((HERE / "groups").glob("*.txt"))
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["groups"]
_MARK = re.compile(r"\{([^={}]+)=([\w.]+)\}")
# the event that all three articles of a file are about
MAIN = (
    *("strike", "strike", "summit", "summit", "open", "testify", "sink", "fire", "deal", "resign"),
    *("break", "hearing", "steal", "win", "explode", "crash", "coup", "fire", "strike", "visit"),
    *("collapse", "faint", "treaty", "close", "prize"),
)

Marks = tuple[tuple[int, int, str], ...]
Told = tuple[str, str, str]  # an event, and two articles that tell it


class Result(NamedTuple):
    """Pairs of articles that tell one event: marked, found, found without contradiction, and grouped; and the wrong."""

    marked: frozenset[Told]
    found: frozenset[Told]
    alike: frozenset[Told]
    grouped: frozenset[Told]
    wrong: tuple[str, ...] = ()

    def of_main(self) -> Result:
        """Those of the events that all articles of a file are about."""
        return Result(self._main(self.marked), self._main(self.found), self._main(self.alike), self._main(self.grouped))

    def share(self) -> float:
        """How many per cent are grouped of what was found and does not contradict."""
        return 100 * len(self.grouped & self.alike) / len(self.alike)

    @staticmethod
    def _main(pairs: frozenset[Told]) -> frozenset[Told]:
        numbered = {f"{number:02}.{name}" for number, name in enumerate(MAIN, 1)}
        return frozenset(pair for pair in pairs if pair[0] in numbered)

    def __str__(self) -> str:
        counts = [len(pairs) for pairs in self[:4]]
        return "{} told, {} found, {} without contradiction, {} grouped".format(*counts)


def written(path: Path) -> list[tuple[Article, Marks]]:
    """The articles of a file, and where their marked events stand."""
    found = []
    for part in re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        source, _, day = head.partition(" | ")
        text, marks = "", []
        body, end = body.strip() + "\n", 0
        for mark in _MARK.finditer(body):
            text += body[end : mark.start()]
            name = mark[2] if "." in mark[2] else f"{path.name[:2]}.{mark[2]}"
            marks.append((len(text), len(text) + len(mark[1]), name))
            text, end = text + mark[1], mark.end()
        found.append((Article(text + body[end:], day.strip(), source=source), tuple(marks)))
    return found


@cache
def read(path: Path) -> tuple[Timeline, Mapping[str, Marks]]:
    """The timeline of a file, read once, and the marks of its articles."""
    articles = written(path)
    told = alone(timeline.extract([article for article, _ in articles]).timeline)
    return told, {one.id: marks for one, marks in articles}


def mark_of(event: Event, marks: Marks) -> str | None:
    """The marked event that it is: by its own word, else by another it is told with."""
    for span in (event.head, *(mention.head for mention in event.mentions)):
        for start, end, name in marks:
            if start < span.end and span.start < end:
                return name
    return None


def measured(whole: Timeline, marks: Mapping[str, Marks]) -> Result:
    """What was grouped of what should be."""
    names = {event.id: mark_of(event, marks[event.article]) for event in whole.events}
    events = {event.id: event for event in whole.events}
    tellers: dict[str, set[str]] = defaultdict(set)
    for article, spans in marks.items():
        for _, _, mark in spans:
            tellers[mark].add(article)
    found, alike = set(), set()
    for one, other in combinations(whole.events, 2):
        name = names[one.id]
        if name is not None and name == names[other.id] and one.article != other.article:
            pair = _told(name, one.article, other.article)
            found.add(pair)
            if compatible(one.bounds, other.bounds) and happened_alike(one, other):
                alike.add(pair)
    grouped, wrong = set(), []
    for group in groups(whole):
        for one, other in combinations((events[name] for name in group.events), 2):
            name = names[one.id]
            if name is not None and name == names[other.id]:
                grouped.add(_told(name, one.article, other.article))
            else:
                wrong.append(f"“{one.title}” and “{other.title}”")
    marked = {_told(name, one, other) for name, who in tellers.items() for one, other in combinations(who, 2)}
    return Result(frozenset(marked), frozenset(found), frozenset(alike), frozenset(grouped), tuple(wrong))


def _told(name: str, one: str, other: str) -> Told:
    first, second = sorted((one, other))
    return name, first, second


def one_by_one(paths: list[Path]) -> Result:
    """All files, each by itself."""
    parts = [measured(*read(path)) for path in paths]
    return Result(
        frozenset[Told]().union(*(part.marked for part in parts)),
        frozenset[Told]().union(*(part.found for part in parts)),
        frozenset[Told]().union(*(part.alike for part in parts)),
        frozenset[Told]().union(*(part.grouped for part in parts)),
        tuple(line for part in parts for line in part.wrong),
    )


@pytest.mark.parametrize(("part", "first", "last"), [("ten", 1, 10), ("fifteen", 11, 25)])
def test_groups_of_one_story(part: str, first: int, last: int) -> None:
    """Nothing is grouped that is not one; of what is one, and found so, the most."""
    result = one_by_one([path for path in FILES if first <= int(path.name[:2]) <= last])
    print(f"{part}: {result}; of the main events {result.of_main()}")

    assert result.wrong == ()
    assert result.share() >= FLOORS[f"{part}_all"]
    assert result.of_main().share() >= FLOORS[f"{part}_main"]


def test_all_stories_in_one_timeline() -> None:
    """A strike is not the next strike, a summit not the second, a trial's first day not its second."""
    chronicle = Chronicle(read(FILES[0])[0])
    marks = dict(read(FILES[0])[1])
    for path in FILES[1:]:
        chronicle.include(read(path)[0])
        marks |= read(path)[1]
    result = measured(alone(chronicle.timeline), marks)
    print(f"together: {result}")

    assert result.wrong == ()
    assert result.share() >= FLOORS["together_all"]
