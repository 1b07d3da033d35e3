"""`timeline extract`: from files to rows, in parts that are done once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.streams import news
from timeline.cli import main
from timeline.streams import batch, cluster, parts
from timeline.workspace.rows import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from timeline.streams.batch import Done, How
    from timeline.workspace.rows import Row


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder to work in, with parts of two or three articles."""
    monkeypatch.setattr(parts, "STRETCH", 400)
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def extract(*words: str) -> int:
    """Run the command."""
    return main(("extract", *words))


def rows(folder: Path) -> list[dict[str, Any]]:
    """All rows of a folder of JSON lines, in the order of its parts."""
    return [
        json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]


def test_rows_are_what_reading_each_article_gives(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Dates, words and reasons of each event, and a row for what has none or cannot be read."""
    (small / "in").mkdir()
    news.write(small / "in" / "news.jsonl", 4)
    with (small / "in" / "news.jsonl").open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    (small / "in" / "quiet.txt").write_text("A quiet town.\n", "utf-8")
    code = extract("in", "-o", "out", "--format", "jsonl")
    told = capsys.readouterr().err
    found = rows(small / "out")

    assert code == 2
    assert "news.jsonl, line 5: this is no JSON" in told
    assert "6 articles with" in told
    assert all(tuple(row) == COLUMNS for row in found)
    first = next(row for row in found if row["name"] == "n0" and "burn" in row["event_title"])
    assert (first["edtf"], first["when"], first["main"]) == ("2009-12-29", "29 December 2009", True)
    assert first["quote"].startswith("The mill in Leeds burned down")
    assert any("Tuesday" in reason for reason in first["reasons"])
    quiet = next(row for row in found if row["article"].endswith("quiet.txt"))
    assert (quiet["event"], quiet["error"]) == (None, None)
    assert "no event was found in it" in quiet["notes"]
    assert [row["article"].rpartition("/")[2].partition("@")[0] for row in found if row["error"]] == ["news.jsonl"]
    assert len({row["article"] for row in found}) == 6


def test_a_run_goes_on_where_the_last_one_ended(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there is not read again; what is missing or new is, and the rows are those of one run."""
    news.write(small / "a.jsonl", 6)
    assert extract("a.jsonl", "-o", "whole", "--format", "jsonl", "-q") == 0
    assert extract("a.jsonl", "-o", "out", "--format", "jsonl", "-q") == 0
    (small / "out" / "part-000001.jsonl").unlink()
    (small / "out" / ".part-000001.jsonl.5f.part").write_text("half a ro", "utf-8")
    read: list[str] = []
    keeps = batch.keep

    def keeping(name: str, found: Iterable[Row], how: How, folder: str) -> Done:
        read.append(name)
        return keeps(name, found, how, folder)

    monkeypatch.setattr(batch, "keep", keeping)
    assert extract("a.jsonl", "-o", "out", "--format", "jsonl", "-q") == 0
    assert read == ["part-000001"]
    assert rows(small / "out") == rows(small / "whole")
    assert not list((small / "out").glob(".*"))
    news.write(small / "b.jsonl", 1)
    assert extract("a.jsonl", "b.jsonl", "-o", "out", "--format", "jsonl", "-q") == 0
    assert read == ["part-000001", f"part-{len(list((small / 'out').glob('part*'))) - 1:06}"]


def test_two_processes_give_the_rows_of_one(small: Path) -> None:
    """In the same files."""
    news.write(small / "a.jsonl", 6)
    assert extract("a.jsonl", "-o", "one", "--format", "jsonl", "-q") == 0
    assert extract("a.jsonl", "-o", "two", "--format", "jsonl", "-q", "--jobs", "2") == 0
    one, two = ({file.name: file.read_bytes() for file in (small / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert len(one) > 3


def test_parquet_has_the_same_rows(small: Path) -> None:
    """With the same columns in every part, whatever is in them."""
    duckdb = pytest.importorskip("duckdb")
    news.write(small / "a.jsonl", 3)
    (small / "b.txt").write_text("A quiet town.\n", "utf-8")
    assert extract("a.jsonl", "b.txt", "-o", "lines", "--format", "jsonl", "-q") == 0
    assert extract("a.jsonl", "b.txt", "-o", "table", "-q") == 0
    table = duckdb.read_parquet(f"{small}/table/*.parquet")
    key = [[row["article"], row["event"], row["edtf"], row["reasons"]] for row in rows(small / "lines")]
    named = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
    assert tuple(table.columns) == COLUMNS
    assert sorted([row["article"], row["event"], row["edtf"], row["reasons"]] for row in named) == sorted(key)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["a.jsonl", "-o", "out", "--published", "2020-01-01"], "read otherwise (published: None; now published: 2020"),
        (["a.jsonl", "-o", "out", "--no-landmarks"], "read otherwise (landmarks: True; now landmarks: False)"),
        (["a.jsonl", "-o", "file"], "file cannot be written: "),
        (["a.jsonl", "-o", "new", "--landmarks", "none.csv"], "none.csv"),
        (["a.jsonl", "-o", "new", "--published", "never"], "--published: 'never' names no date"),
        (["none.jsonl", "-o", "new"], "none.jsonl does not exist"),
        (["https://example.org/a.jsonl", "-o", "new"], "a page of the web"),
        (["a.jsonl", "-o", "new", "--scheduler", "foo"], "the scheduler at foo does not answer"),
    ],
)
def test_what_is_wrong_is_told_before_any_work(
    words: list[str], says: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, and what is there stays as it is."""
    news.write(small / "a.jsonl", 1)
    (small / "file").write_text("mine", "utf-8")
    extract("a.jsonl", "-o", "out", "--format", "jsonl", "-q")
    before = rows(small / "out")
    capsys.readouterr()
    assert extract(*words, "--format", "jsonl") == 2
    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1
    assert rows(small / "out") == before
    assert (small / "file").read_text("utf-8") == "mine"
