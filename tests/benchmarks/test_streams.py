"""What articles by the thousand cost, and what two processes lose against two programs side by side."""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path

import pytest

from tests.streams import news
from timeline.articles import timeml

pytestmark = pytest.mark.benchmark
SHARED = Path(os.environ.get("TIMELINE_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
COUNT = 6000
ARTICLES = int(os.environ.get("TIMELINE_ARTICLES", "2000"))
WORDS = 450
MANY = 10_000_000
PROCESSORS = 64
PRICE = 0.05
"""Dollars for an hour of a processor of a cloud, as its general machines are sold by the hour."""


def write_news(file: Path) -> int:
    """Articles of agencies, cut and joined anew paragraph by paragraph to the usual length; the words of all."""
    places = [
        path for name in ("aquaint", "timebank") for path in sorted((SHARED / "bench/timex" / name).rglob("*.tml"))
    ]
    if not places:
        pytest.skip(f"no articles of agencies: {SHARED} is not there (TIMELINE_SHARED names its folder)")
    found = [timeml.read(path.read_bytes(), path.name).text.split("\n\n") for path in places]
    paragraphs = [one for text in found for one in text if len(one.split()) > 5]
    chance = random.Random(11)  # noqa: S311 - a fixed seed, no secret
    words = 0
    queue = cycle(paragraphs)
    with file.open("w", encoding="utf-8") as lines:
        for number in range(ARTICLES):
            text: list[str] = []
            while sum(len(one.split()) for one in text) < WORDS:
                text.append(next(queue))
                if chance.random() < 0.2:
                    next(queue)
            words += sum(len(one.split()) for one in text)
            day = f"{1998 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
            lines.write(json.dumps({"id": number, "text": "\n\n".join(text), "published": day}) + "\n")
    return words


def test_what_ten_million_articles_cost(tmp_path: Path) -> None:
    """From the seconds of a processor, the memory and the bytes that some thousand take; with one process and two."""
    words = write_news(tmp_path / "news.jsonl")
    print(f"\n{ARTICLES:,} articles with {words:,} words")
    for jobs in (1, 2):
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        command = [sys.executable, "-m", "timeline", "extract", "news.jsonl", "-o", f"out{jobs}", "-q", "-j", str(jobs)]
        subprocess.run(command, cwd=tmp_path, check=True)
        after, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begun
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        written = sum(path.stat().st_size for path in (tmp_path / f"out{jobs}").glob("*.parquet"))
        hours = spent / ARTICLES * MANY / 3600
        print(
            f"--jobs {jobs}: {spent / ARTICLES * 1000:.0f} ms of a processor an article, "
            f"{spent / words * 1000:.3f} s for 1,000 words, at most {after.ru_maxrss / 1024:,.0f} MB a process, "
            f"{written / ARTICLES:,.0f} bytes of Parquet an article, "
            f"{ARTICLES / clock:.1f} articles a second by the clock ({jobs * ARTICLES / spent:.1f} with {jobs} free)"
        )
        print(
            f"  ten million: {hours:,.0f} hours of a processor, {written / ARTICLES * MANY / 1e9:,.0f} GB of Parquet, "
            f"{hours / PROCESSORS:,.1f} hours on {PROCESSORS} processors, {hours * PRICE:,.0f} dollars"
        )
        assert words / spent >= 2500, "words that a second of a processor reads"
        assert after.ru_maxrss < 900 * 1024, "kilobytes of the largest process"


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
