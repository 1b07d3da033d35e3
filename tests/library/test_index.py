"""The index of a large timeline: the same answers as from memory, and a file that is whole or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.strategies import timelines as any_timelines
from tests.scene.examples import day, event, many, plain, within
from tests.scene.timelines import questions, timelines
from timeline.errors import ExportError, LibraryError
from timeline.formats.lines import event_line, read_event_line
from timeline.library.index import Index, Line
from timeline.library.index.packing import SIZE, chunks, meeting
from timeline.scene.source import Asked, Held

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the indexes of one module: a law makes hundreds."""
    return tmp_path_factory.mktemp("indexes")


def indexed(timeline: Timeline, path: Path) -> Index:
    """The index of a timeline."""
    return Index.build(path, timeline.events, timeline.articles, title=timeline.title)


@given(timelines(), st.lists(questions(), min_size=1, max_size=3), st.integers(0, 29))
def test_index_and_memory_answer_alike(folder: Path, timeline: Timeline, asked: list[Asked], which: int) -> None:
    """Whatever the timeline, the window and the lanes."""
    held = Held(timeline)
    with indexed(timeline, folder / "law.timeline") as index:
        assert (index.title, index.offset, index.total) == (held.title, held.offset, held.total)
        assert index.articles == held.articles
        assert index.reach() == held.reach()
        assert index.unknown(3) == held.unknown(3)
        for one in asked:
            selected = timeline.events[which].id if which < len(timeline.events) else None
            question = replace(one, selected=selected)
            assert index.window(question) == held.window(question)


@given(any_timelines())
def test_what_is_found_is_what_was_put_in(folder: Path, timeline: Timeline) -> None:
    """Every field of an event, the unknown ones included."""
    with indexed(timeline, folder / "all.timeline") as index:
        for one in timeline.events:
            found = index.event(one.id)
            assert found == (None if one.hidden else one)
            assert found is None or found.extra == one.extra


@pytest.mark.parametrize("lanes", [3, 90])
def test_many_events_in_many_lanes(tmp_path: Path, lanes: int) -> None:
    """More events than a chunk holds, and more lanes than are kept apart."""
    rows = tuple(
        replace(event(number, "", one.bounds, lane=f"N{number % lanes}", weight=(number * 37 % 101) / 101))
        for number, one in enumerate(many(1500).events)
    )
    timeline = plain(*rows)
    held = Held(timeline)
    first, last = held.reach() or (0.0, 0.0)
    with indexed(timeline, tmp_path / "many.timeline") as index:
        for part in range(0, 10, 3):
            start = first + (last - first) * part / 10
            for asked in (Asked(start, start + 100, lanes=8), Asked(start, last, lanes=64, most=100, cell=64.0)):
                assert index.window(asked) == held.window(asked)


def test_the_text_of_a_line_is_kept(tmp_path: Path) -> None:
    """An event comes back from the words it was read from."""
    text = '{"id": "e", "article": "a", "title": "T", "span": [0, 1], "bounds": null, "by hand": 1}'
    with Index.build(tmp_path / "x", [Line(read_event_line(text, "x"), text)]) as index:
        assert index.event("e") == read_event_line(text, "x")


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), max_size=700), st.integers(0, 60), st.integers(0, 9))
def test_chunks_give_the_best_first(spans: list[tuple[int, int]], start: int, wide: int) -> None:
    """Of any window, in the order of rank, and all of them in the end."""
    firsts = [float(first) for first, _ in spans]
    lasts = [float(first + long) for first, long in spans]
    made = sorted(chunks(range(len(spans)), range(len(spans)), firsts, lasts))
    assert all(len(events) <= SIZE * 24 for *_, events in made)

    rows = ((best, events) for best, first, last, events in made if first <= start + wide and last >= start)
    expected = [rank for rank in range(len(spans)) if firsts[rank] <= start + wide and lasts[rank] >= start]
    assert list(meeting(rows, start, start + wide)) == [(rank, rank) for rank in expected]


def test_few_chunks_are_read_for_the_best() -> None:
    """Of very many events the first ones come from a handful of chunks."""
    total = 20_000
    firsts = [float(rank * 7919 % 3650) for rank in range(total)]
    made = sorted(chunks(range(total), range(total), firsts, firsts))
    read = count()
    rows = ((best, events) for best, _, _, events in made if next(read) >= 0)
    found = meeting(rows, 0, 3650)

    assert [next(found)[0] for _ in range(250)] == list(range(250))
    assert next(read) <= 10


def test_two_events_of_one_id(tmp_path: Path) -> None:
    """The second one is told, with its place, and nothing is left."""
    first, second = event(1, "one"), event(1, "other")
    with pytest.raises(LibraryError, match=r"^here: another event has the id 'e001', too"):
        Index.build(tmp_path / "x.timeline", [Line(first), Line(second, None, "here")])
    assert not list(tmp_path.iterdir())


def test_a_cancelled_index_leaves_nothing(tmp_path: Path) -> None:
    """Whatever happens while it is built: what stood there before stands there still."""
    place = tmp_path / "x.timeline"
    place.write_text("before")

    def stream() -> Iterator[Event]:
        yield event(1, "one")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Index.build(place, stream())
    assert place.read_text() == "before"
    assert list(tmp_path.iterdir()) == [place]


def test_progress_is_told(tmp_path: Path) -> None:
    """While it reads and while it arranges."""
    told: list[tuple[str, int]] = []
    Index.build(tmp_path / "x", many(2500).events, progress=lambda what, done: told.append((what, done))).close()

    assert told[:2] == [("reading", 1000), ("reading", 2000)]
    assert told[-1] == ("arranging", 2500)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """It is told before anything is read."""
    with pytest.raises(ExportError, match="does not exist"):
        Index.build(tmp_path / "no" / "x.timeline", iter(()))


def damaged(path: Path, kind: str) -> None:
    """A file that is no good index, in one of many ways."""
    if kind == "missing":
        return
    if kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("a" * 200)
    elif kind == "empty":
        path.touch()
    elif kind == "other":
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE source (title TEXT)")
        other.close()
    else:
        Index.build(path, many(300).events).close()
        data = bytearray(path.read_bytes())
        if kind == "cut":
            path.write_bytes(data[: len(data) // 2])
        elif kind == "overwritten":
            data[4096:-4096] = b"\xff" * len(data[4096:-4096])
            path.write_bytes(data)
        else:
            connection = sqlite3.connect(path)
            connection.executescript(
                {
                    "newer": "PRAGMA user_version = 99",
                    "table gone": "DROP TABLE source",
                    "row gone": "DELETE FROM source",
                    "events gone": "DELETE FROM event",
                    "no JSON": "UPDATE event SET json = 'x'",
                    "half an event": "UPDATE event SET json = '{}'",
                    "half a count": "UPDATE census SET days = x'00'",
                    "half a chunk": "UPDATE chunk SET events = x'00'",
                    "no census": "DELETE FROM census",
                    "view": "DROP TABLE source; CREATE VIEW source AS SELECT 1",
                }[kind]
            )
            connection.commit()
            connection.close()


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("missing", "cannot be read: No such file"),
        ("folder", "cannot be read: Is a directory"),
        ("text", "is no index"),
        ("empty", "is no index"),
        ("other", "is a database, but no index"),
        ("newer", "is an index of version 99"),
        *((kind, "is a damaged index") for kind in ("cut", "overwritten", "table gone", "row gone", "events gone")),
        *((kind, "is a damaged index") for kind in ("no JSON", "half an event", "half a count", "half a chunk")),
        ("no census", "is a damaged index"),
        ("view", r"is a damaged index \(source is not ours\)"),
    ],
)
def test_a_damaged_index_is_told_in_a_sentence(tmp_path: Path, kind: str, says: str) -> None:
    """On opening or on the first question, with the name of the file."""
    path = tmp_path / "big.timeline"
    damaged(path, kind)

    def use() -> None:
        with Index(path) as index:
            index.window(Asked(day("2015-01-01"), day("2025-01-01")))

    with pytest.raises(LibraryError, match=f"big.timeline {says}") as caught:
        use()
    assert "\n" not in str(caught.value)


def test_an_index_of_nothing(tmp_path: Path) -> None:
    """No events, or only hidden ones."""
    with Index.build(tmp_path / "x", [event(0, "", within("2020-01-01", None), hidden=True)]) as index:
        assert index.window(Asked(0, 1)) == Held(plain()).window(Asked(0, 1))
        assert index.reach() is None
        assert index.unknown(5) == ((), 0)


def test_an_event_stands_on_one_line() -> None:
    """Whatever its words: a line break would be two events."""
    one = event(1, "two\nlines\u2028and \ud800")
    assert len(event_line(one).encode().splitlines()) == 1
    assert read_event_line(event_line(one), "x") == one
