"""The index as a source that a drawing draws from."""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import contextmanager
from copy import copy
from functools import cached_property
from heapq import merge
from typing import TYPE_CHECKING, Self

from timeline.formats.lines import read_article_line, read_event_line
from timeline.library.index import building, file
from timeline.library.index.lanes import encoded, read_census, read_lanes
from timeline.library.index.packing import meeting
from timeline.scene.counting import Census, place_of
from timeline.scene.extent import extent_of
from timeline.scene.lanes import choose, names_of
from timeline.scene.source import MOST_LANES, answer, claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    from timeline.library.index.building import Line
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.scene.lanes import Sum
    from timeline.scene.source import Asked, Found

_KEPT = 5000
"""Events that stay read: those of the windows one has just seen."""


class Index:
    """
    An index that was built before, open for reading; a `scene.source.Source`.

    Raises:
        LibraryError: there is no such file, or it is no index, a damaged one, or one of a newer version; a damage that
            is found later is told in the same way by whatever meets it.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = path
        self._connection = file.opened(path)
        self._lock = threading.RLock()
        self._events: OrderedDict[int, Event] = OrderedDict()
        self._lanes: dict[str, tuple[dict[str, Sum], dict[str, int]]] = {}
        self._counted: dict[int, Census] = {}
        with self._reading():
            row = self._connection.execute("SELECT title, offset, total, unknown, first, last FROM source").fetchone()
            self.title: str | None = row[0]
            self.offset = bool(row[1])
            self.total, self._unknown = int(row[2]), int(row[3])
            self._reach: tuple[float, float] | None = None if row[4] is None else (float(row[4]), float(row[5]))

    @classmethod
    def build(
        cls,
        path: str | PathLike[str],
        items: Iterable[Article | Event | Line],
        articles: Iterable[Article] = (),
        *,
        title: str | None = None,
        progress: Callable[[str, int], None] | None = None,
    ) -> Self:
        """Write an index, as `building.build` does, and open it."""
        building.build(path, items, articles, title=title, progress=progress)
        return cls(path)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Where the events come from."""
        with self._reading():
            rows = self._connection.execute("SELECT json FROM article ORDER BY number")
            return tuple(read_article_line(text, str(self.path)) for (text,) in rows)

    @cached_property
    def _names(self) -> dict[str, str]:
        return names_of(self.articles)

    def titled(self, title: str | None) -> Self:
        """The same under another title."""
        other = copy(self)
        other.title = title
        return other

    def reach(self) -> tuple[float, float] | None:
        """From the first to the last day that is known of anything; None where nothing is."""
        return self._reach

    def unknown(self, most: int) -> tuple[tuple[Event, ...], int]:
        """The first of the events without a place on the axis, in the order of the text, and how many there are."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT number FROM unknown ORDER BY article, start, end, id LIMIT ?", (most,)
            )
            return tuple(self._event(number) for (number,) in rows.fetchall()), self._unknown

    def event(self, name: str) -> Event | None:
        """The event with an id; None where there is none."""
        with self._reading():
            found = self._connection.execute("SELECT number FROM event WHERE id = ?", (encoded(name),)).fetchone()
            return None if found is None else self._event(found[0])

    def window(self, asked: Asked) -> Found:
        """What lies in a window."""
        with self._reading():
            sums, numbers = self._lanes_by(asked.lanes_by)
            everything = self._lanes_by("none")[1].get("")
            chosen = choose(sums, asked.lanes_by, min(asked.lanes, MOST_LANES))
            lanes = [self._meeting(numbers[key], asked) for key in chosen.kept]
            if len(chosen.lanes) > len(chosen.kept):
                others = numbers.keys() - set(chosen.kept)
                lanes.append(merge(*(self._meeting(numbers[key], asked) for key in others)))
            found = claim(lanes, self._meeting(everything, asked), self._selected(asked), asked)
            events = tuple(self._event(number) for number in found)
            counted = [self._census(numbers[key]) for key in chosen.kept]
            return answer(events, chosen, counted, self._census(everything), self._names, asked)

    def _meeting(self, lane: int | None, asked: Asked) -> Iterator[tuple[int, int]]:
        rows = self._connection.execute(
            "SELECT best, events FROM chunk WHERE lane = ? AND first <= ? AND last >= ? ORDER BY best",
            (lane, asked.last, asked.first),
        )
        return meeting(rows, asked.first, asked.last)

    def _selected(self, asked: Asked) -> int | None:
        """The number of the selected event where it meets the window."""
        if asked.selected is None:
            return None
        row = self._connection.execute("SELECT number FROM event WHERE id = ?", (encoded(asked.selected),)).fetchone()
        extent = None if row is None else extent_of(self._event(row[0]), offset=self.offset)
        if extent is None:
            return None
        place = place_of(extent)
        return int(row[0]) if place.first <= asked.last and place.last >= asked.first else None

    def _lanes_by(self, by: str) -> tuple[dict[str, Sum], dict[str, int]]:
        if by not in self._lanes:
            self._lanes[by] = read_lanes(self._connection, by)
        return self._lanes[by]

    def _census(self, lane: int | None) -> Census:
        if lane is None:  # nothing has a place on the axis
            return Census.of(())
        if lane not in self._counted:
            self._counted[lane] = read_census(self._connection, lane)
        return self._counted[lane]

    def _event(self, number: int) -> Event:
        found = self._events.pop(number, None)
        if found is None:
            row = self._connection.execute("SELECT json FROM event WHERE number = ?", (number,)).fetchone()
            found = read_event_line(row[0], str(self.path))
            if len(self._events) >= _KEPT:
                self._events.popitem(last=False)
        self._events[number] = found
        return found

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, file.reading(self.path):
            yield
