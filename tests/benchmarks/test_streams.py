"""What two processes lose against two programs that know nothing of each other."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.streams import news

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.benchmark
COUNT = 6000


def test_two_processes_lose_at_most_a_tenth(tmp_path: Path) -> None:
    """The same work side by side in one run, and as two runs of half of it each; seconds by the clock."""
    whole = news.write(tmp_path / "whole.jsonl", COUNT)
    lines = whole.read_text("utf-8").splitlines(keepends=True)
    for half in (0, 1):
        text = "".join(lines[half * COUNT // 2 : (half + 1) * COUNT // 2])
        (tmp_path / f"half{half}.jsonl").write_text(text, "utf-8")

    def spent(*runs: tuple[str, ...]) -> float:
        begun = time.perf_counter()
        programs = [
            subprocess.Popen([sys.executable, "-m", "timeline", "extract", *words, "-q"], cwd=tmp_path)
            for words in runs
        ]
        assert [program.wait() for program in programs] == [0] * len(programs)
        return time.perf_counter() - begun

    apart = spent(("half0.jsonl", "-o", "half0"), ("half1.jsonl", "-o", "half1"))
    together = spent(("whole.jsonl", "-o", "whole", "--jobs", "2"))
    print(f"\n{COUNT:,} articles: together {together:.1f} s, apart {apart:.1f} s, ratio {together / apart:.2f}")
    print(f"{COUNT / together:.0f} articles a second, {2 * together / COUNT * 1000:.1f} ms of a processor each")
    assert together <= 1.1 * apart
