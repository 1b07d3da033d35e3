"""Ten thousand articles, and what happens to them when processes are ended: `make soak`."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.streams import news
from timeline.streams import cluster, parts, plan, run
from timeline.streams.batch import How, read_part
from timeline.streams.places import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.soak
PROGRAM = (sys.executable, "-m", "timeline", "extract")
LINES = How(format="jsonl")
MEGABYTE = 1024 * 1024


def rows(folder: Path) -> list[dict[str, Any]]:
    """All rows of a folder, in the order of its parts."""
    files = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def family(process: int) -> Iterator[int]:
    """The processes that a process has started, of Linux."""
    for place in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError, IndexError):
            if place.name.isdigit() and int((place / "stat").read_text().rpartition(")")[2].split()[1]) == process:
                yield int(place.name)


def resident(process: int) -> int:
    """Bytes of memory that a process holds; 0 where it is gone."""
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def test_memory_is_flat_over_ten_thousand_articles(tmp_path: Path) -> None:
    """The largest process of the second half holds no more than that of the first, but for a tenth."""
    news.write(tmp_path / "news.jsonl", 10_000)
    held: list[int] = []
    with subprocess.Popen(
        [*PROGRAM, "news.jsonl", "-o", "out", "--format", "jsonl", "-j", "2", "-q"], cwd=tmp_path
    ) as program:
        while program.poll() is None:
            held.append(max([resident(one) for one in (program.pid, *family(program.pid))], default=0))
            time.sleep(0.5)
    assert program.returncode == 0
    found = rows(tmp_path / "out")
    assert len({row["article"] for row in found}) == 10_000
    assert not [row for row in found if row["error"]]
    first, second = (max(half) for half in (held[: len(held) // 2], held[len(held) // 2 :]))
    assert second < 1.1 * first, f"{first // MEGABYTE} MB, then {second // MEGABYTE} MB"


def test_a_run_that_was_killed_is_resumed_without_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kill -9 at twelve random moments; the rows are those of a run that nobody ended, each article's once."""
    monkeypatch.chdir(tmp_path)
    news.write(tmp_path / "news.jsonl", 8000)
    whole = [row for part in parts.parts(["news.jsonl"]) for row in read_part(part, LINES)]
    chance = random.Random(7)  # noqa: S311 - a fixed seed, no secret
    words = [*PROGRAM, "news.jsonl", "-o", "out", "--format", "jsonl", "-j", "2", "-q"]
    for _ in range(12):
        with subprocess.Popen(words, start_new_session=True, stderr=subprocess.DEVNULL) as program:
            time.sleep(chance.uniform(2, 12))
            os.killpg(program.pid, signal.SIGKILL)
    assert subprocess.run(words, check=False).returncode == 0
    found = rows(tmp_path / "out")
    assert [(row["article"], row["event"], row["edtf"]) for row in found] == [
        (row.article, row.event, row.edtf) for row in whole
    ]
    assert not [name for name in Folder("out").names() if name.endswith(".part")]


def test_a_worker_that_is_killed_costs_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of two processes is ended from outside: its parts are done anew."""
    monkeypatch.chdir(tmp_path)
    news.write(tmp_path / "news.jsonl", 4000)
    every, left = plan.begin(["news.jsonl"], LINES, Folder("out"))
    doing = run.run(left, LINES, "out", 2)
    done = [next(doing)]
    os.kill(max(family(os.getpid()), key=resident), signal.SIGKILL)
    done += doing
    assert sorted(one.name for one in done) == [part.name for part in every]
    found = rows(tmp_path / "out")
    assert len({row["article"] for row in found}) == 4000
    assert not [row for row in found if row["error"]]


@pytest.mark.filterwarnings("ignore")  # those of the cluster's own programs
def test_a_cluster_gives_the_rows_of_this_machine_though_a_worker_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two worker processes, one of them ended from outside: each article is there once."""
    distributed = pytest.importorskip("dask.distributed")
    monkeypatch.chdir(tmp_path)
    news.write(tmp_path / "news.jsonl", 4000)
    _, left = plan.begin(["news.jsonl"], LINES, Folder("here"))
    list(run.run(left, LINES, str(tmp_path / "here"), 1))
    every, left = plan.begin(["news.jsonl"], LINES, Folder("there"))
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as workers:
        doing = cluster.run(left, LINES, str(tmp_path / "there"), workers.scheduler_address)
        done = [next(doing)]
        os.kill(next(iter(workers.workers.values())).pid, signal.SIGKILL)
        done += doing
    assert sorted(one.name for one in done) == [part.name for part in every]
    assert rows(tmp_path / "there") == rows(tmp_path / "here")
