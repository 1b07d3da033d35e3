"""Bad input gets one clear sentence that says what and where, exit code 2, and no half-written file."""

from __future__ import annotations

import csv
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline import _files
from timeline.articles import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

SENTENCE = "The ferry sank on Tuesday. "


def refused(outcome: Outcome, *words: str) -> None:
    """The command ended with 2 and a single sentence that has these words, and no traceback."""
    assert outcome.code == 2
    last = outcome.err.strip().splitlines()[-1]
    assert last.startswith("timeline: ")
    for word in words:
        assert word in last
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("missing.txt", None, "missing.txt"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("numbers.txt", b"1234 -- 5678 !!\n", "no sentence"),
        ("binary.txt", bytes(range(256)) * 20, "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        ("damaged.txt", b"\xff\xfe\xfd\x80\x81\x82 caf\xe9", "UTF-16"),
        ("big.txt", SENTENCE.encode() * (plain.LIMIT // len(SENTENCE) + 1), "10 MB"),
    ],
)
def test_an_article_that_cannot_be_read(
    run: Callable[..., Outcome], name: str, content: bytes | None, word: str
) -> None:
    """The file is named, and what is wrong with it."""
    if content is not None:
        Path(name).write_bytes(content)

    refused(run("export", name, "-o", "out.svg"), name, word)
    assert not Path("out.svg").exists()


def test_a_folder_is_no_article(run: Callable[..., Outcome]) -> None:
    """Nor is what may not be read."""
    Path("folder").mkdir()
    refused(run("show", "folder"), "folder")


def test_an_unreadable_file(run: Callable[..., Outcome], ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own reason is given."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    refused(run("show", ferry), ferry, "ermission")


@pytest.mark.parametrize("day", ["2025-02-30", "2025-13-01", "the other day", "", "someday", "99999-01-01"])
def test_an_impossible_publication_day(run: Callable[..., Outcome], ferry: str, day: str) -> None:
    """It is refused before the article is read."""
    outcome = run("show", ferry, "--published", day)

    refused(outcome, "--published")
    assert "reading" not in outcome.err


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_an_impossible_window(run: Callable[..., Outcome], ferry: str, option: str) -> None:
    """The option is named."""
    refused(run("show", ferry, option, "2025-02-30"), option)


def test_a_window_that_ends_before_it_begins(run: Callable[..., Outcome], ferry: str) -> None:
    """Both ends are named."""
    refused(run("show", ferry, "--from", "2026", "--to", "2025"), "--from 2026", "--to 2025")


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("out.odt", ("out.odt", "json, docx, xlsx, csv")),
        ("out", ("out", "json, docx, xlsx, csv")),
        ("missing/out.svg", ("missing", "does not exist")),
        ("ferry.txt/out.svg", ("not a folder",)),
        ("folder.svg", ("is a folder",)),
    ],
)
def test_a_place_that_cannot_be_written(
    run: Callable[..., Outcome], ferry: str, out: str, words: tuple[str, ...]
) -> None:
    """It is refused before the article is read, and nothing is written."""
    Path("folder.svg").mkdir()
    outcome = run("export", ferry, "-o", out)

    refused(outcome, *words)
    assert "reading" not in outcome.err
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["ferry.txt", "folder.svg"]


def test_a_folder_that_cannot_be_written(
    run: Callable[..., Outcome], ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permission is asked for first."""
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    refused(run("export", ferry, "-o", "out.svg"), "out.svg", "permission denied")


def test_a_format_that_does_not_exist(run: Callable[..., Outcome], ferry: str) -> None:
    """The ones there are, are listed."""
    refused(run("export", ferry, "-o", "out", "--format", "odt"), "'odt'", "json, docx, xlsx, csv")


@pytest.mark.parametrize("size", ["3x3", "99999x99999", "1400x10"])
def test_an_impossible_size(run: Callable[..., Outcome], ferry: str, size: str) -> None:
    """The sizes that are possible are told."""
    refused(run("export", ferry, "-o", "out.svg", "--size", size), "200 to 10000")


def test_a_language_that_is_not_known(run: Callable[..., Outcome], ferry: str) -> None:
    """The languages that are known are told."""
    refused(run("export", ferry, "-o", "out.svg", "--locale", "tlh"), "'tlh'", "de")


def test_a_broken_axis_where_there_can_be_none(run: Callable[..., Outcome], ferry: str) -> None:
    """An axis that counts days from publication is not broken, nor one on several pages."""
    refused(run("export", ferry, "-o", "out.pdf", "--broken-axis", "--pages", "2"), "one page")
    Path("undated.txt").write_text("The ferry sank on Tuesday. The minister resigned two days later.", "utf-8")
    refused(run("export", "undated.txt", "-o", "out.svg", "--broken-axis"), "counted from publication")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, ("known.csv",)),
        (b"foo,bar\n1,2\n", ("known.csv", "line 1")),
        (b"\xff\xfe\x00", ("known.csv",)),
        (b"", ("known.csv",)),
    ],
)
def test_a_damaged_landmarks_file(
    run: Callable[..., Outcome], ferry: str, content: bytes | None, words: tuple[str, ...]
) -> None:
    """The line is named, and what is wrong in it."""
    if content is not None:
        Path("known.csv").write_bytes(content)
    refused(run("show", ferry, "--landmarks", "known.csv"), *words)


def test_a_line_of_the_landmarks_file_with_an_impossible_day(run: Callable[..., Outcome], ferry: str) -> None:
    """A file of the shipped form, damaged in its third line: that line is named."""
    header, first, second, *_ = _files.data("landmarks.csv").read_text("utf-8").splitlines()
    [fields] = csv.reader([second])
    day = fields[header.split(",").index("begin")]
    Path("known.csv").write_text("\n".join([header, first, second.replace(day, "2025-02-30", 1)]), "utf-8")

    refused(run("show", ferry, "--landmarks", "known.csv"), "known.csv", "line 3", "2025-02-30")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"version": 1,\n "events": [}', ("line 2, column 13",)),
        ('{"version": 7, "events": []}', ("version",)),
        ("[]", ("no saved timeline",)),
        ("", ("line 1",)),
    ],
)
@pytest.mark.parametrize("command", ["open", "show", "export"])
def test_a_damaged_saved_timeline(
    run: Callable[..., Outcome], command: str, content: str, words: tuple[str, ...]
) -> None:
    """The place is named, by line where it is no JSON and by field where it is."""
    Path("saved.json").write_text(content, "utf-8")
    more = {"open": ["--no-open"], "show": [], "export": ["-o", "out.svg"]}[command]
    refused(run(command, "saved.json", *more), "saved.json", *words)


def test_a_missing_saved_timeline(run: Callable[..., Outcome]) -> None:
    """As with articles."""
    refused(run("show", "saved.json"), "saved.json")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", ""), "name of a FILE is empty"),
        (("exprt",), "is it the command 'export'?"),
        (("export", "ferry.txt", "-o", "-"), "--format"),
        (("export", "ferry.txt", "-o", "."), "is a folder"),
        (("tag", "saved.json", "-o", "out"), "holds events"),
    ],
)
def test_a_name_that_means_nothing(run: Callable[..., Outcome], ferry: str, words: tuple[str, ...], told: str) -> None:
    """What was probably meant is said."""
    Path("saved.json").write_text('{"version": 1, "events": []}', "utf-8")
    refused(run(*words), told)
    assert Path(ferry).exists()


def test_a_landmark_that_is_not_there_to_be_rejected(run: Callable[..., Outcome], ferry: str) -> None:
    """Nothing was matched with it, which is said."""
    refused(run("show", ferry, "--reject-landmark", "no-such-event"), "'no-such-event'")


def test_a_model_that_is_not_installed(run: Callable[..., Outcome], ferry: str) -> None:
    """The name is repeated."""
    refused(run("show", ferry, "--model", "no_such_model"), "no_such_model")


def test_a_missing_part_of_the_installation(
    run: Callable[..., Outcome], ferry: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a model nothing can be read; what is missing and what to do is said."""
    monkeypatch.setattr(_files, "_PACKAGE", tmp_path / "nowhere" / "timeline")
    refused(run("show", ferry), "installation")


def test_bytes_on_standard_input(run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is held to the same rules."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(range(256)) * 20)))
    refused(run("show", "-"), "standard input")


@pytest.mark.parametrize(
    "words",
    [
        ("export", "ferry.txt"),
        ("export",),
        ("show",),
        ("show", "ferry.txt", "--no-such-option"),
        ("export", "ferry.txt", "-o", "out.svg", "--theme", "blue"),
        ("export", "ferry.txt", "-o", "out.svg", "--lanes-by", "mood"),
        ("export", "ferry.txt", "-o", "out.svg", "--size", "large"),
        ("open", "--port", "99999999"),
        ("--port", "many"),
    ],
)
def test_a_command_that_is_not_understood(run: Callable[..., Outcome], words: tuple[str, ...]) -> None:
    """One line on standard error says what is wrong and how the command is written, with exit code 2."""
    outcome = run(*words)

    assert outcome.code == 2
    assert "Usage: timeline" in outcome.err
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err
