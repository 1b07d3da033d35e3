"""A selection of what was read goes into a library: as docs/streams.md says it, word by word."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.streams import news
from timeline.cli import main
from timeline.workspace.opening import open_library

DOCS = Path(__file__).parents[2] / "docs" / "streams.md"


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Rows in events/ of eleven articles, files and lines and packed ones; the names of those that tell of ferries."""
    monkeypatch.chdir(tmp_path)
    plain = news.write(tmp_path / "news.jsonl", 5).read_bytes()
    other = plain.replace(b"Nobody was hurt.", b"Two were hurt.")
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(other))
    (tmp_path / "a file.txt").write_text("The ferry sank on 3 May 2021.\n", "utf-8")
    assert main(("extract", "news.jsonl", "packed.jsonl.gz", "a file.txt", "-o", "events", "-q")) == 0
    at, there = (data.index(b'{"id": "n3"') for data in (plain, other))
    return [f"{tmp_path}/a file.txt", f"{tmp_path}/news.jsonl@{at}", f"{tmp_path}/packed.jsonl.gz@{there}"]


def test_the_commands_of_the_docs_bring_it_into_a_library(read: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What DuckDB selects is what is added: each article under the name that it has in the rows."""
    duckdb = pytest.importorskip("duckdb")
    (query,) = re.findall(r'duckdb -noheader -list -c "(.+?)"', DOCS.read_text("utf-8"))
    names = [name for (name,) in duckdb.sql(query).fetchall()]
    assert sorted(names) == sorted(read)
    assert main(("library", "add", *names, "--library", "ferries.timeline", "--jobs", "1", "-q")) == 0
    with open_library("ferries.timeline") as library:
        assert sorted(one.file or "" for one in library.listed()) == sorted(read)
        assert {one.id for one in library.listed()} == {event.article for event in library.events}
    assert capsys.readouterr().err == ""
    assert main(("library", "remove", read[1], "--library", "ferries.timeline")) == 0


def test_the_lines_of_python_in_the_docs_do_the_same(read: list[str]) -> None:
    """With what is imported there, and nothing else."""
    pytest.importorskip("duckdb")
    (code,) = re.findall(r"```python\n(import duckdb\n.+?)```", DOCS.read_text("utf-8"), re.DOTALL)
    exec(code, {})  # noqa: S102 - our own docs
    with open_library("ferries.timeline") as library:
        assert sorted(one.file or "" for one in library.listed()) == sorted(read)
