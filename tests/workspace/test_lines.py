"""Articles that are lines of a file, wherever a file is named."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

import timeline
from timeline.cli import main
from timeline.errors import ArticleError
from timeline.workspace import lines
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from pathlib import Path

FERRY = {"id": "n1", "text": "The ferry sank on Tuesday.", "published": "2025-08-22", "publisher": "Gazette"}
MILL = {"id": "n2", "title": "A mill", "text": "The mill burned down on 3 May 2021."}


@pytest.fixture(params=["news.jsonl", "news.ndjson.gz"])
def file(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A mark of UTF-8, line ends of Windows, an empty line, one that is broken; packed from two members."""
    monkeypatch.chdir(tmp_path)
    head = b"\xef\xbb\xbf" + json.dumps(FERRY).encode() + b"\r\n\r\n{broken\r\n"
    tail = json.dumps(MILL).encode()
    packed = str(request.param).endswith(".gz")
    data = gzip.compress(head) + gzip.compress(tail) if packed else head + tail
    (tmp_path / request.param).write_bytes(data)
    return str(request.param)


def test_all_lines_go_into_a_library_and_one_by_its_name(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With name, day and source; what is wrong with one is told with its line, and the others are in."""
    size = len(json.dumps(FERRY)) + 3
    assert main(("library", "add", file, "--library", "a.timeline", "--jobs", "1")) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[1].startswith(f"timeline: 2 of 3: {file}@{size + 4}: {file}, line 3: this is no JSON (")
    with open_library("a.timeline") as library:
        ferry, mill = library.listed()
        assert (ferry.source, ferry.earliest, ferry.given) == ("Gazette", "2025-08-22", "metadata")
        assert (mill.source, mill.title) == ("n2", "A mill")
        assert mill.file is not None
        assert mill.file.endswith(f"{file}@{size + 13}")
    name = f"{file}@{size + 13}"
    assert main(("library", "add", f"{file}@7", name, "--library", "b.timeline", "--jobs", "1")) == 2
    assert f"{file}@7: no article begins at this byte" in capsys.readouterr().err
    with open_library("b.timeline") as library:
        assert [one.title for one in library.listed()] == ["A mill"]
    assert timeline.read(name).text == MILL["text"]


def test_lines_are_shown_like_files(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """All of a file, but for those that cannot be read, which are told; one that is named must be one."""
    assert main(("show", file, "-q")) == 0
    out = capsys.readouterr().out
    assert "Ferry sinks" in out
    assert "Mill burns down" in out
    assert main(("show", f"{file}@0", "-q")) == 0
    out = capsys.readouterr().out
    assert "Gazette (published 22 August 2025)" in out
    assert "Mill" not in out
    assert main(("show", f"{file}@1", "-q")) == 2
    assert main(("show", "none.jsonl", "-q")) == 2
    assert "none.jsonl cannot be read" in capsys.readouterr().err
    with pytest.raises(ArticleError, match=r"has an article a line: name one of them as .*@0"):
        timeline.read(file)


def test_other_lines_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Events, rows of `extract` and articles each belong to another command, which is named."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles.jsonl").write_text(json.dumps(MILL) + "\n", "utf-8")
    timeline.extract(timeline.Article(MILL["text"])).save("saved.json")
    (event,) = json.loads((tmp_path / "saved.json").read_text("utf-8"))["events"]
    (tmp_path / "events.jsonl").write_text(json.dumps(event) + "\n", "utf-8")
    assert main(("extract", "articles.jsonl", "-o", "out", "--format", "jsonl", "-q")) == 0
    for file, says in (("events.jsonl", "`timeline index FILE"), ("out/part-000000.jsonl", "`timeline extract` wrote")):
        assert main(("library", "add", file, "--library", "a.timeline", "-q", "--jobs", "1")) == 2
        assert main(("show", file)) == 2
        assert says in capsys.readouterr().err
    assert main(("index", "articles.jsonl", "-o", "big.timeline")) == 2
    assert "timeline library add articles.jsonl" in capsys.readouterr().err


def test_lines_of_one_file_are_read_together() -> None:
    """In its order, where the first of them was named; all of them where the file itself is."""
    found = lines.grouped(["b.jsonl@9", "a.txt", "b.jsonl@3", "c.jsonl@1", "c.jsonl"])
    assert found == [
        lines.Lines("b.jsonl@9", "b.jsonl", frozenset({3, 9})),
        "a.txt",
        lines.Lines("c.jsonl", "c.jsonl"),
    ]
