"""What folders and files may hold that nobody expects: each is told, nothing is waited for, the rest is read."""

from __future__ import annotations

import io
import json
import os
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet
import pytest

from tests.streams import news
from timeline.cli import main
from timeline.errors import ExportError, TimelineError
from timeline.streams import batch, cluster, writing
from timeline.streams.batch import Done
from timeline.streams.parts import parts
from timeline.streams.places import Folder
from timeline.streams.records import records
from timeline.workspace import lines
from timeline.workspace.records import article_of
from timeline.workspace.rows import Row

if TYPE_CHECKING:
    from collections.abc import Generator

    from timeline.workspace.lines import Record

TEXT = "The ferry sank on Tuesday."


def read(*inputs: str, out: str | None = None) -> dict[str, Record]:
    """What is read from some inputs, by the last part of its name."""
    found = [one for part in parts(inputs, out=out) for piece in part.pieces for one in records(piece, None)]
    assert len({one.place for one in found}) == len(found)
    return {one.place.rpartition("/")[2]: one for one in found}


def test_a_folder_may_hold_anything(tmp_path: Path) -> None:
    """Pipes that never end, links that lead nowhere, names that are patterns, addresses or no text at all."""
    good = ["ok.txt", "a\nb.txt", "a[1].txt", "a*b.txt", "a::b.txt", "50%20.txt", "cafe\udce9.txt"]
    for name in good:
        Path(os.fsdecode(os.fsencode(tmp_path / name))).write_text(TEXT, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 rubbish")
    (tmp_path / "nowhere.txt").symlink_to("nothing")
    (tmp_path / "nowhere.jsonl").symlink_to("nothing")
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "loop").symlink_to(".")
    found = read(str(tmp_path))

    assert sorted(name for name, one in found.items() if one.article is not None) == sorted(good)
    faults = {name.partition("@")[0]: one.fault or "" for name, one in found.items() if one.article is None}
    assert {name: fault.removeprefix(f"{tmp_path}/") for name, fault in faults.items()} == {
        "empty.txt": "empty.txt is empty: give an article as plain text",
        "broken.pdf": "broken.pdf is a damaged PDF: open it in a reader and save it again",
        "nowhere.txt": "nowhere.txt cannot be read: No such file or directory",
        "nowhere.jsonl": "nowhere.jsonl cannot be read: No such file or directory",
        "pipe.txt": "pipe.txt is a pipe or a device, not a file: save what comes from it, and give that file",
        "pipe.jsonl": "pipe.jsonl is a pipe or a device, not a file: save what comes from it, and give that file",
    }


def test_a_line_may_hold_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a character, a number of five thousand digits, a hundred thousand brackets, more than memory is for."""
    monkeypatch.setattr(lines, "LONGEST", 120_000)
    said = [
        json.dumps({"text": f"{TEXT} \ud800", "id": 1}),
        f'{{"text": "{TEXT}", "id": {"1" * 5000}}}',
        "[" * 100_000,
        f'{{"text": "{"It rained. " * 30_000}"}}',
        '{"text": ["a"]}',
        json.dumps({"text": TEXT, "id": 1}),
    ]
    (tmp_path / "news.jsonl").write_text("\r\n".join(said), "utf-8")
    found = list(read(str(tmp_path / "news.jsonl")).values())
    told = ["" if one.fault is None else one.fault.partition(": ")[2][:22] for one in found]
    assert told == [
        "",
        "this is no JSON (Excee",
        "this is no JSON (maxim",
        "it is longer than 0 MB",
        "it has no text: one of",
        "",
    ]
    assert [found[3].fault, found[4].fault] == [
        f"{tmp_path}/news.jsonl, line 4: it is longer than 0 MB, the most a line may have: split it",
        f"{tmp_path}/news.jsonl, line 5: it has no text: one of text, body, content is to hold it",
    ]


def test_rows_are_not_read_as_articles(tmp_path: Path) -> None:
    """Where the results lie within the folder that is read, whether they are named or not."""
    (tmp_path / "out").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "out" / "part-000000.jsonl").write_text(json.dumps({"text": TEXT}), "utf-8")
    inputs = str(tmp_path), str(tmp_path / "out" / "part-000000.jsonl")
    assert list(read(*inputs, out=str(tmp_path / "out"))) == ["a.txt"]


def test_a_file_that_has_become_shorter_is_told(tmp_path: Path) -> None:
    """Its lines would be of another text; what is added to one meanwhile is left for another run."""
    file = news.write(tmp_path / "news.jsonl", 2)
    (part,) = parts([str(file)])
    news.write(file, 3)
    assert [one.fault for one in records(part.pieces[0], None)] == [None, None]
    news.write(file, 1)
    (found,) = records(part.pieces[0], None)
    assert "has changed since the run began" in (found.fault or "")


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    """The second is refused while the first one lives, and nothing of the first is taken away."""
    folder = str(tmp_path / "out")
    with Folder(folder).held(), pytest.raises(ExportError, match=r"another run is writing into .*out: let it end"):
        Folder(folder).held().__enter__()
    with Folder(folder).held():
        pass


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """It is said in a sentence, and what was begun is taken away."""
    folder = Folder(str(tmp_path))

    def rows() -> Generator[Row, None, None]:
        yield Row("a")
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="cannot be written: No space left"):
        batch.keep("part", rows(), batch.How(format="jsonl"), folder.address)
    assert list(tmp_path.iterdir()) == []


def test_rows_are_written_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many an input has, a few are held; what text cannot hold is a question mark."""
    monkeypatch.setattr(writing, "_ROWS", 2)
    rows = [Row(f"a{number}", title="half \ud800") for number in range(5)]
    table, text = io.BytesIO(), io.BytesIO()
    writing.write(iter(rows), "parquet", table)
    writing.write(iter(rows), "jsonl", text)
    found = pyarrow.parquet.ParquetFile(table)
    assert found.num_row_groups == 3
    names = [(row["article"], row["title"]) for row in found.read().to_pylist()]
    assert names == [(row.article, "half ?") for row in rows]
    assert names == [(row["article"], row["title"]) for row in map(json.loads, text.getvalue().decode().splitlines())]


def test_who_stops_a_run_is_told_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is left half written; and no more processes are begun than a machine is for."""
    monkeypatch.chdir(tmp_path)
    news.write(tmp_path / "news.jsonl", 1)
    asked: list[int] = []

    def stopped(_: object, __: object, folder: str, processes: int) -> Generator[Done, None, None]:
        asked.append(processes)
        yield Done("part-000000", 1, 1)
        (Path(folder) / ".part-000001.jsonl.5f.part").write_text("half", "utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.streams.run.run", stopped)
    assert main(("extract", "news.jsonl", "-o", "out", "--jobs", "100000")) == 130
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("timeline: 100,000 processes are more than this machine is for: ")
    assert told[-1] == "timeline: stopped; the same command goes on where it ended"
    assert asked == [4 * (os.cpu_count() or 1)]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["_parts.json"]


class Client:
    """A cluster that says of its workers what it is told to."""

    def __init__(self, **workers: Any) -> None:
        self.workers = workers

    def wait_for_workers(self, _: int, timeout: float) -> None:
        """As Dask has it."""
        if not self.workers:
            raise TimeoutError(timeout)

    def run(self, *_: object, **__: object) -> dict[str, Any]:
        """As Dask has it."""
        return self.workers


@pytest.mark.parametrize(
    ("workers", "says"),
    [
        ({}, "the cluster at tcp://here has no workers: start some, with `dask worker tcp://here"),
        (
            {"w1": ModuleNotFoundError("No module named 'timeline'")},
            r"\(w1: No module named 'timeline'\): install article-t",
        ),
        (
            {"w1": metadata.version("article-timeline"), "w2": "0.0.1"},
            r"\(w2: it has 0\.0\.1\): install article-timeline",
        ),
    ],
)
def test_workers_without_the_program_are_told(workers: dict[str, Any], says: str) -> None:
    """Before anything is read, with the one it is; and where there are none, that is said."""
    with pytest.raises(TimelineError, match=says):
        cluster._check_workers(Client(**workers), "tcp://here")
    cluster._check_workers(Client(w=metadata.version("article-timeline")), "tcp://here")


def test_a_fault_of_ours_in_one_article_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it is: the others go on, and the row says that it is ours."""
    file = news.write(tmp_path / "news.jsonl", 2)
    makes = article_of

    def broken(data: dict[str, Any], published: None) -> object:
        if data["id"] == "n0":
            raise RuntimeError("oh")
        return makes(data, published)

    monkeypatch.setattr("timeline.workspace.lines.article_of", broken)
    (part,) = parts([str(file)])
    first, *others = batch.read_part(part, batch.How())
    assert first.error == f"{file}, line 1: a fault of ours (RuntimeError: oh)"
    assert others
    assert all(row.error is None for row in others)
