"""Many files into a library: whatever happens to one of them, the others are read."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from timeline.workspace import adding
from timeline.workspace.adding import Job, Read, add_all, read_all
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = "The mill burned down on 3 May 2021."


def killed_by_a_file(job: Job) -> Read:
    """A reader whose process one file ends."""
    if job.file == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return Read(job.file)


def test_a_process_that_is_killed_takes_only_its_file_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is named with what happened, and the others are read again by fresh processes."""
    monkeypatch.setattr(adding, "read", killed_by_a_file)
    found = list(read_all([Job("a"), Job("deadly"), Job("b"), Job("c")], processes=2))

    assert [one.file for one in found] == ["a", "deadly", "b", "c"]
    assert [one.fault is None for one in found] == [True, False, True, True]
    assert "was ended" in (found[1].fault or "")


def test_a_fault_of_ours_in_one_file_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As ours, and the others go on."""

    def broken(*_: object) -> None:
        raise RuntimeError("oh")

    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.setattr(adding, "_reader", broken)
    [found] = read_all([Job(str(tmp_path / "a.txt"))])

    assert found.ours
    assert "a fault of ours (RuntimeError: oh)" in (found.fault or "")


def test_who_stops_asking_keeps_what_was_done(tmp_path: Path) -> None:
    """Each file is kept for good before the next is waited for, and all are one step."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{TEXT} {number}", "utf-8")
    jobs = [Job(str(tmp_path / f"{number}.txt"), landmarks=False) for number in range(3)]
    with open_library(tmp_path / "case.timeline") as library:
        going_on = add_all(library, jobs, processes=1)
        assert [next(going_on).articles, next(going_on).articles] == [1, 1]
        going_on.close()
        assert len(library.listed()) == 2
        assert {one.reader for one in library.listed()} == {adding.version()}
        library.undo()
        assert library.listed() == []


def test_a_file_is_read_again_and_keeps_its_edits(tmp_path: Path) -> None:
    """Also where its text has changed: it takes the place of what was read from it, and one undo gives that back."""
    place = tmp_path / "a.txt"
    jobs = [Job(str(place), landmarks=False)]
    place.write_text(TEXT, "utf-8")
    with open_library(tmp_path / "case.timeline") as library:
        list(add_all(library, jobs))
        library.set_title(library.events[0].id, "The mill")
        library.hide(library.events[0].id)
        place.write_text(f"Corrected. {TEXT} Nobody was hurt.", "utf-8")
        [added] = add_all(library, jobs, again=True)
        assert (added.articles, added.fault, added.notes) == (1, None, ())
        assert [article.text for article in library.articles] == [place.read_text("utf-8")]
        assert "The mill" in {event.title for event in library.timeline.events if event.hidden}

        place.write_text("Nothing of it was true. The school opened in 2020.", "utf-8")
        [added] = add_all(library, jobs, again=True)
        assert "2 of your edits found no event" in added.notes[-1]
        assert len(library.orphaned()) == 2
        library.undo()
        library.undo()
        assert [article.text for article in library.articles] == [TEXT]
        assert library.check() == []


def test_a_saved_timeline_is_put_in_with_its_edits(tmp_path: Path) -> None:
    """Beside articles, by the same command."""
    with open_library(tmp_path / "one.timeline") as library:
        (tmp_path / "a.txt").write_text(TEXT, "utf-8")
        list(add_all(library, [Job(str(tmp_path / "a.txt"))]))
        library.set_title(library.events[0].id, "The mill")
        library.save(tmp_path / "one.json")
    with open_library(tmp_path / "other.timeline") as library:
        [added] = add_all(library, [Job(str(tmp_path / "one.json"))])
        assert (added.articles, added.fault) == (1, None)
        assert library.events[0].title == "The mill"
        library.undo()
        assert library.events[0].title != "The mill"
