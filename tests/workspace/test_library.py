"""A library as its users know it: what goes in, what is remembered, and what two of them do at once."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import timeline as door
from tests.workspace.cases import FERRY, bridge, court, ferry
from timeline.errors import ChangedError, LibraryError, TimelineError
from timeline.formats import json
from timeline.library.backup import restore
from timeline.model.article import Article
from timeline.model.timeline import Timeline
from timeline.workspace.joining import OWN
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.model.event import Event
    from timeline.workspace.library import Library


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the library is."""
    return tmp_path / "case.timeline"


@pytest.fixture
def library(place: Path) -> Iterator[Library]:
    """A library of three articles, imported at once."""
    with open_library(
        place, clock=lambda: "2025-01-01T00:00:00Z", by="Ann", reader=lambda _article: bridge()
    ) as opened:
        step = opened.new_step()
        for made in (ferry(), bridge(), court()):
            opened.include(made, file=f"{made.articles[0].source}", step=step, reader="test 1")
        yield opened


def named(library: Library, title: str) -> Event:
    """The event with this title."""
    return next(event for event in library.timeline.events if event.title == title)


def test_the_door_opens_it(place: Path) -> None:
    """`timeline.open_library` makes a library, and leaves one file."""
    with door.open_library(place) as library:
        library.include(ferry())
    with door.open_library(place, write=False) as library:
        assert len(library.events) == 3
        with pytest.raises(LibraryError, match="only be read"):
            library.set_title(library.events[0].id, "It sank")

    assert [one.name for one in place.parent.iterdir()] == [place.name]


def test_what_went_in_comes_out(library: Library) -> None:
    """Articles, events, statements and conflicts, as they were read."""
    for made in (ferry(), bridge(), court()):
        assert json.write(library.chronicle([made.articles[0].id]).timeline) == json.write(made)


def test_the_same_article_is_recognised(library: Library) -> None:
    """By its text, whatever it is called."""
    again = replace(ferry(), events=(), statements=(), articles=(Article(FERRY, title="Another name", id="x"),))

    assert library.include(again) == []
    assert not library.add(Article(bridge().articles[0].text))
    assert len(library.listed()) == 3


def test_an_import_is_one_step(library: Library) -> None:
    """Taken back and done again as a whole, across openings."""
    everything = json.write(library.timeline)
    assert len(library.undo_step()) == 3
    assert library.listed() == []
    assert not library.can_undo
    with open_library(library.path) as other:
        other.redo()
        assert json.write(other.timeline) == everything


def test_every_step_is_remembered(library: Library) -> None:
    """When, by whom, on what, from what to what; what was left behind, too."""
    event = named(library, "sank").id
    library.set_title(event, "One")
    library.undo()
    library.set_title(event, "Two")
    entries = library.history(2)

    assert [(one.field, one.before, one.after, one.state) for one in entries] == [
        ("title", '"sank"', '"Two"', "done"),
        ("title", '"sank"', '"One"', "left"),
    ]
    assert {(one.at, one.by, one.subject) for one in entries} == {("2025-01-01T00:00:00Z", "Ann", event)}


def test_an_article_that_is_taken_out_takes_its_edits_along(library: Library) -> None:
    """Put in again, it has them again; undo puts it back, too."""
    event, other = named(library, "sank"), named(library, "rained")
    library.set_title(event.id, "It sank")
    library.merge(other.id, named(library, "reached").id)
    before = json.write(library.timeline)
    library.remove(event.article)

    assert "It sank" not in {one.title for one in library.events}
    assert library.event(other.id).bounds.open
    library.undo()
    assert json.write(library.timeline) == before

    library.remove(event.article)
    library.include(ferry())
    assert library.event(event.id).title == "It sank"
    assert library.check() == []


def test_ids_that_are_taken_are_changed(library: Library, tmp_path: Path) -> None:
    """Two saved timelines that know nothing of each other may both have an article "a" and an event "e"."""
    for number in (1, 2):
        event = {"id": "e", "title": f"Event {number}", "span": [0, 2]}
        edit = {"event": "e", "field": "title", "from": f"Event {number}", "to": f"Edited {number}", "at": "then"}
        article = {"id": "a", "text": f"It rained {number}.", "published": {}}
        data = {"version": 1, "articles": [article], "events": [event | {"title": f"Edited {number}"}], "edits": [edit]}
        (tmp_path / "saved.json").write_text(json.dumped(data), "utf-8")
        library.include(json.read((tmp_path / "saved.json").read_text("utf-8")))

    assert {"Edited 1", "Edited 2"} <= {event.title for event in library.events}
    library.undo()
    assert {"Edited 1", "Event 2"} <= {event.title for event in library.events}
    assert library.check() == []


def test_a_library_saved_and_put_into_another_is_the_same(library: Library, tmp_path: Path) -> None:
    """With its edits, its own events, and its way back; put in twice it is there once."""
    library.set_date(named(library, "sank").id, "early 2021")
    library.add_event("I saw it", date="June 2020")
    library.merge(named(library, "rained").id, named(library, "ruled").id)
    everything = library.chronicle().timeline
    with open_library(tmp_path / "other.timeline") as other:
        other.include(everything)
        assert json.write(other.timeline) == json.write(everything)
        assert other.include(everything) == []
        assert json.write(other.timeline) == json.write(everything)
        assert other.check() == []


def test_events_that_no_article_tells_of_come_without_a_log(library: Library) -> None:
    """As a saved timeline whose edits somebody took out."""
    library.add_event("I saw it", date="June 2020")
    bare = replace(library.timeline, edits=())
    library.remove(OWN.id)
    library.include(bare)

    assert [event.edtf for event in library.events if event.title == "I saw it"] == ["2020-06"]


# --- two at once --------------------------------------------------------------------------------------


def test_what_was_added_by_hand_comes_back_once(library: Library) -> None:
    """Also where all that was added before had been taken out: undo and redo lead through the same states."""
    library.add_event("It sank", date="2025-08-19")
    library.remove(OWN.id)
    before = [event.title for event in library.events]
    library.add_event("It was raised", date="2025-08-20")
    after = [event.title for event in library.events]
    library.undo()
    assert [event.title for event in library.events] == before
    library.redo()
    assert [event.title for event in library.events] == after
    assert library.check() == []


def test_the_other_side_sees_a_change(library: Library) -> None:
    """As soon as it looks."""
    with open_library(library.path) as other:
        event = named(other, "sank")
        library.set_title(event.id, "It sank")

        assert other.event(event.id).title == "It sank"
        assert named(other, "It sank").id == event.id


def test_an_edit_on_what_was_changed_meanwhile_is_refused(library: Library) -> None:
    """With both versions in the sentence; nothing is overwritten, and what was not touched can be edited."""
    with open_library(library.path, by="Bob") as other:
        event, another = named(library, "sank"), named(library, "opened")
        other.set_title(event.id, "Bob's")
        with pytest.raises(ChangedError, match=r"by Bob, title from 'sank' to \"Bob's\", .*title to 'Mine'"):
            library.set_title(event.id, "Mine")
        with pytest.raises(ChangedError, match="status to 'denied'"):
            library.set_status(event.id, "denied")
        library.set_title(another.id, "Mine, too")

        assert other.event(event.id).title == library.event(event.id).title == "Bob's"
        library.set_title(event.id, "Mine")
        assert other.event(event.id).title == "Mine"


def test_what_was_shown_long_ago_is_edited_as_it_was_shown(library: Library) -> None:
    """A page says which version it showed."""
    event = named(library, "sank").id
    shown = library.version(event)
    library.set_title(event, "One")
    with pytest.raises(ChangedError), library.expecting({event: shown}):
        library.set_title(event, "Two")
    library.undo()
    with pytest.raises(ChangedError, match="changed back"), library.expecting({event: shown}):
        library.set_title(event, "Two")
    with library.expecting({event: library.version(event)}):
        library.set_title(event, "Two")

    assert library.event(event).title == "Two"


def test_many_write_at_once_and_nothing_is_lost(place: Path) -> None:
    """Writes wait for each other; every one of them is in the log, and the file is whole."""
    with open_library(place) as library:
        library.include(ferry())
        events = [event.id for event in library.events]
    faults: list[Exception] = []

    def write(number: int) -> None:
        with open_library(place, patience=30) as mine:
            for turn in range(8):
                try:
                    mine.timeline  # noqa: B018 - it looks first
                    mine.set_note(events[number % 3], f"{number} {turn}")
                except ChangedError:
                    continue
                except Exception as fault:  # noqa: BLE001 - told by the test
                    faults.append(fault)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_library(place) as library:
        assert not faults
        assert library.check() == []
        last = {one.subject: one.after for one in reversed(library.history()) if one.field == "note"}
        assert all(f'"{library.event(event).note}"' == after for event, after in last.items())


def test_reading_does_not_wait_for_a_writer(library: Library) -> None:
    """Who looks sees what was there before."""
    with open_library(library.path, patience=0) as other, library.store.writing() as sql:
        sql.execute("UPDATE events SET title = 'half'")
        start = time.perf_counter()
        assert named(other, "sank").title == "sank"
        assert time.perf_counter() - start < 2
        assert len(other.history(1)) == 1


# --- keeping it whole -----------------------------------------------------------------------------------

DAMAGE = {
    "UPDATE articles SET text = 'It snowed.' WHERE number = 1": "is not the one that was added",
    "UPDATE events SET title = 'something else' WHERE number = 1": "not those that are kept",
    "DELETE FROM events WHERE number = 2": "not those that are kept",
    "INSERT INTO event_words (rowid, title) VALUES (900, 'ghost')": "index of the words of events",
    "INSERT INTO text_words (text_words) VALUES ('delete-all')": "index of the words of texts",
    "UPDATE readings SET machine = x'00' WHERE number = 1": "what was read",
    "UPDATE articles SET earliest = '1999-01-01' WHERE number = 1": "says something else",
    "UPDATE log SET after = '{' WHERE number = 1": "entry 1 of the log",
    "UPDATE articles SET reading = NULL WHERE number = 1": "no reading",
    "UPDATE articles SET present = 0 WHERE number = 1": "was taken out",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage_that_only_we_can_see_is_found(library: Library, statement: str) -> None:
    """Texts against their hashes, indexes against their tables, lists against what is kept."""
    assert library.check() == []
    with library.store.writing() as sql:
        sql.execute(statement)
    found = library.check()

    assert any(DAMAGE[statement] in one for one in found), found


def test_indexes_are_built_again(library: Library) -> None:
    """What the tables hold is not touched."""
    before = json.write(library.timeline)
    with library.store.writing() as sql:
        sql.execute("INSERT INTO text_words (text_words) VALUES ('delete-all')")
    library.store.mend()

    assert library.check() == []
    assert library.search("ferry")
    assert json.write(library.timeline) == before


def test_a_backup_is_a_library_and_is_put_back(library: Library, tmp_path: Path) -> None:
    """While it is open it is copied, but not replaced; what stood there is put aside."""
    before = json.write(library.timeline)
    library.backup(tmp_path / "backup.timeline")
    with pytest.raises(LibraryError, match="is there already"):
        library.backup(tmp_path / "backup.timeline")
    library.set_title(named(library, "sank").id, "Later")
    with pytest.raises(LibraryError, match="open in another program"):
        restore(tmp_path / "backup.timeline", library.path)
    library.close()
    library.path.write_bytes(library.path.read_bytes()[:5000])  # damaged
    aside = restore(tmp_path / "backup.timeline", library.path)

    assert aside is not None
    assert aside.stat().st_size == 5000
    with open_library(library.path) as again:
        assert json.write(again.timeline) == before
        assert again.check() == []


@pytest.mark.parametrize("what", ["missing", "itself", "damaged"])
def test_what_is_no_backup_is_not_put_in_its_place(library: Library, tmp_path: Path, what: str) -> None:
    """The library stays as it is."""
    library.close()
    before = library.path.read_bytes()
    source = library.path if what == "itself" else tmp_path / "backup.timeline"
    if what == "damaged":
        source.write_bytes(before[:4000])
    with pytest.raises(LibraryError):
        restore(source, library.path)

    assert library.path.read_bytes() == before


def test_ways_of_looking_are_kept_by_name(library: Library) -> None:
    """Until they are forgotten."""
    library.keep_view("May", {"from": "2024-05", "lanes": ["A"]})
    library.keep_view("May", {"from": "2024-05-02"})
    library.keep_view("June", {"from": "2024-06"})
    library.keep_view("June", None)

    assert library.views() == {"May": {"from": "2024-05-02"}}


def test_a_window_has_what_may_lie_in_it(library: Library) -> None:
    """The weightiest first, with how many there are; what is hidden or has no day at all is in none."""
    met = named(library, "summit")
    found, total = library.window(739_300, 739_400, most=2)
    assert len(found) <= 2 <= total or total < 2
    everything, count = library.window(-4_000_000, 4_000_000)
    expected = {event.id for event in library.events if not event.bounds.window.open}
    assert {one.event.id for one in everything} == expected
    assert count == len(expected)

    library.hide(met.id)
    assert library.window(-4_000_000, 4_000_000)[1] == count - 1


def test_what_is_not_there_is_said(library: Library) -> None:
    """Events and articles, in one sentence."""
    calls: list[Any] = [
        lambda: library.set_title("nobody", "x"),
        lambda: library.remove("nothing"),
        lambda: library.chronicle(["nothing"]),
        lambda: library.read_again("nothing", ferry()),
    ]
    for call in calls:
        with pytest.raises(TimelineError, match="there is no"):
            call()
    with pytest.raises(TimelineError, match="one article"):
        library.read_again(library.listed()[0].id, Timeline())
