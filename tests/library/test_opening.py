"""A file that is no library, or not whole, is told so in one sentence and stays as it is."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.workspace.cases import bridge, court, ferry
from timeline.errors import LibraryError
from timeline.library import opening, schema
from timeline.library.store import Store
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with something in it, closed."""
    place = tmp_path / "case.timeline"
    with closing(Store(place)) as store, store.writing() as sql:
        sql.executemany("INSERT INTO facts VALUES (?, ?)", [(f"fact {n}", "x" * 500) for n in range(200)])
    return place


def refused(path: Path, words: str) -> None:
    """Opening it is refused in one sentence with these words, and changes nothing."""
    before = path.read_bytes()
    with pytest.raises(LibraryError, match=words) as fault:
        Store(path, patience=0.1).close()

    assert "\n" not in str(fault.value)
    assert str(path) in str(fault.value)
    assert path.read_bytes() == before


def test_a_new_library_is_made_and_opened_again(tmp_path: Path) -> None:
    """It says that it is one, of which version, and no file is left beside it."""
    place = tmp_path / "new.timeline"
    Store(place).close()
    with closing(sqlite3.connect(place)) as sql:
        assert sql.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert sql.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert sql.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    Store(place).close()

    assert [one.name for one in tmp_path.iterdir()] == ["new.timeline"]


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    """As one that was made by a shell is meant."""
    place = tmp_path / "empty.timeline"
    place.touch()
    Store(place).close()

    assert place.stat().st_size > 0


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Nothing is made in it."""
    with pytest.raises(LibraryError, match="make it first"):
        Store(tmp_path / "no" / "case.timeline")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Dear diary, nothing happened today.\n" * 30, "no library"),
        (b"\x00" * 8192, "no library"),
        (b"SQLite format 3\x00" + b"\x10\x00", "cut off"),
        (b"{}", "no library"),
    ],
    ids=["text", "zeros", "a beginning", "json"],
)
def test_what_is_no_database_is_told_so(tmp_path: Path, content: bytes, words: str) -> None:
    """Whatever it is."""
    place = tmp_path / "other.timeline"
    place.write_bytes(content)
    refused(place, words)


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    """It is told as what it is."""
    with pytest.raises(LibraryError, match="is a folder"):
        Store(tmp_path)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """Also where it has tables of the same names."""
    place = tmp_path / "browser.sqlite"
    with closing(sqlite3.connect(place)) as sql:
        sql.execute("CREATE TABLE articles (id TEXT)")
        sql.commit()
    refused(place, "another program")


def test_a_newer_schema_is_told_with_what_to_do(path: Path) -> None:
    """It is not written to by a program that does not know it."""
    with closing(sqlite3.connect(path)) as sql:
        sql.execute(f"PRAGMA user_version = {schema.VERSION + 5}")
    refused(path, "newer program")


@pytest.mark.parametrize(
    "statement",
    ["CREATE TRIGGER evil AFTER INSERT ON facts BEGIN DELETE FROM articles; END", "DROP TRIGGER events_made",
     "CREATE VIEW evil AS SELECT load_extension('x')", "ALTER TABLE log RENAME TO gol"],
)  # fmt: skip
def test_a_schema_that_is_not_ours_is_refused(path: Path, statement: str) -> None:
    """What came by mail may have triggers that would run with every edit."""
    with closing(sqlite3.connect(path)) as sql:
        sql.execute(statement)
        sql.commit()
    refused(path, "is damaged")


@pytest.mark.parametrize("share", [0.99, 0.7, 0.3, 0.02])
def test_a_file_that_is_cut_off_is_told_so(path: Path, share: float) -> None:
    """Wherever the end is."""
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    refused(path, "cut off")


def test_random_bytes_in_fifty_places_are_found_and_told(tmp_path: Path) -> None:
    """Opened or checked: what is damaged is told in sentences, never as a fault of ours, and hardly ever missed."""
    place = tmp_path / "case.timeline"
    with open_library(place) as library:
        for made in (ferry(), bridge(), court()):
            library.include(made)
    whole = place.read_bytes()
    told = 0
    for seed in range(20):
        chance = random.Random(seed)  # noqa: S311 - damage, not a secret
        content = bytearray(whole)
        for _ in range(50):
            at = chance.randrange(len(content))
            content[at : at + 8] = chance.randbytes(8)
        place.write_bytes(content)
        try:
            with open_library(place, patience=0.1) as library:
                said = library.check()
        except LibraryError as fault:
            said = [str(fault)]
        told += bool(said)
        assert all("\n" not in one for one in said)

    assert told >= 18  # what is written over where nothing is kept changes nothing


def test_who_waits_for_a_busy_library_is_told_after_a_while(path: Path) -> None:
    """Another program that has it locked is named as the reason, and the waiting ends."""
    with closing(opening.plain(path, "rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        with closing(Store(path, patience=0.05)) as store:
            with store.reading() as sql:
                assert sql.execute("SELECT count(*) FROM facts").fetchone()[0] > 200
            with pytest.raises(LibraryError, match="another program is writing"), store.writing():
                pass
        other.execute("ROLLBACK")


def test_a_library_that_is_wholly_locked_is_told_so(path: Path) -> None:
    """By a program that lets nobody even look."""
    with closing(sqlite3.connect(path)) as sql:
        sql.execute("PRAGMA journal_mode = DELETE")
    with closing(opening.plain(path, "rw")) as other:
        other.execute("BEGIN EXCLUSIVE")
        refused(path, "in use")


def test_a_full_disk_is_told_and_nothing_is_changed(path: Path) -> None:
    """The change that did not fit is not there, and the next that fits is made."""
    pages = path.stat().st_size // 4096 + 2
    with closing(Store(path, most_pages=pages)) as store:
        with pytest.raises(LibraryError, match="disk is full"), store.writing() as sql:
            sql.executemany("INSERT INTO facts VALUES (?, ?)", [(f"more {n}", "y" * 900) for n in range(500)])
        with store.writing() as sql:
            assert sql.execute("SELECT count(*) FROM facts WHERE name LIKE 'more %'").fetchone() == (0,)
            sql.execute("INSERT INTO facts VALUES ('small', '1')")
        with store.reading() as sql:
            assert sql.execute("SELECT value FROM facts WHERE name = 'small'").fetchone() == ("1",)


def test_what_can_only_be_read_is_read(path: Path) -> None:
    """And an attempt to write says why it is not done."""
    with closing(Store(path, write=False)) as store:
        with store.reading() as sql:
            assert sql.execute("SELECT value FROM facts WHERE name = 'fact 3'").fetchone() == ("x" * 500,)
        with pytest.raises(LibraryError, match="only be read"), store.writing():
            pass


def test_a_file_nobody_may_write_to_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that is for reading only not even the files beside it can be made."""
    monkeypatch.setattr("timeline.library.opening.os.access", lambda *_: False)
    refused_before = path.read_bytes()
    with closing(Store(path)) as store:
        assert not store.writable
        with store.reading() as sql:
            assert sql.execute("SELECT count(*) FROM facts").fetchone()[0] > 200

    assert path.read_bytes() == refused_before


def older(place: Path, version: int) -> None:
    """A library as an older program made it, with an article."""
    with closing(opening.plain(place, "rwc")) as sql:
        sql.execute("BEGIN")
        schema.bring_up(sql, version)
        sql.execute(
            "INSERT INTO articles (id, hash, text, present, changed, written) VALUES ('a', 'h', 'It rained.', 0, 0, 0)"
        )
        sql.execute("COMMIT")


@pytest.mark.parametrize("version", range(1, schema.VERSION))
@pytest.mark.parametrize("write", [True, False])
def test_every_older_schema_is_brought_up_to_date(tmp_path: Path, version: int, write: bool) -> None:  # noqa: FBT001 - a case
    """With what it held, and a copy of it as it was put aside first."""
    place = tmp_path / "old.timeline"
    older(place, version)
    with closing(Store(place, write=write)) as store, store.reading() as sql:
        assert sql.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert sql.execute("SELECT text FROM articles").fetchall() == [("It rained.",)]
        found = set(sql.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    aside = tmp_path / f"old.timeline.schema-{version}"
    with closing(sqlite3.connect(aside)) as sql:
        assert sql.execute("PRAGMA user_version").fetchone() == (version,)

    assert found == schema.made_of(schema.VERSION)


def test_an_older_schema_that_cannot_be_written_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file stays as it is."""
    place = tmp_path / "old.timeline"
    older(place, 1)
    before = place.read_bytes()
    monkeypatch.setattr("timeline.library.opening.os.access", lambda *_: False)
    with closing(Store(place)) as store, store.reading() as sql:
        assert sql.execute("SELECT count(*) FROM views").fetchone() == (0,)

    assert place.read_bytes() == before


def test_a_step_that_fails_leaves_the_old_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps or none: a library is never between two versions."""
    place = tmp_path / "old.timeline"
    older(place, 1)
    monkeypatch.setattr(schema, "STEPS", (schema.STEPS[0], "CREATE TABLE extra (a) ;\nCREATE TABLE facts (a);"))
    with pytest.raises(sqlite3.OperationalError):
        Store(place)
    with closing(sqlite3.connect(place)) as sql:
        assert sql.execute("PRAGMA user_version").fetchone() == (1,)
        assert sql.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").fetchone() == (0,)


def test_word_of_what_others_change_comes_once(path: Path) -> None:
    """One's own changes are no news."""
    with closing(Store(path)) as one, closing(Store(path)) as other:
        with one.writing() as sql:
            sql.execute("INSERT INTO facts VALUES ('new', '1')")

        assert other.changed_elsewhere()
        assert not other.changed_elsewhere()
        assert not one.changed_elsewhere()


def test_half_a_character_cannot_be_kept(path: Path) -> None:
    """It is told as what it is, not as a fault of ours."""
    with closing(Store(path)) as store, pytest.raises(LibraryError, match="half a character"), store.writing() as sql:
        sql.execute("INSERT INTO facts VALUES ('\ud800', '1')")


def test_a_change_that_fails_is_not_there(path: Path) -> None:
    """Whatever the fault, also one of ours."""

    def fail(store: Store) -> None:
        with store.writing() as sql:
            sql.execute("INSERT INTO facts VALUES ('half', '1')")
            raise RuntimeError("in the middle")

    with closing(Store(path)) as store:
        with pytest.raises(RuntimeError):
            fail(store)
        with store.reading() as sql:
            assert sql.execute("SELECT count(*) FROM facts WHERE name = 'half'").fetchone() == (0,)
