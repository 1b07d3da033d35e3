"""What a window costs from a hundred events to a million, and what it costs to get there; run by `make bench`."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.drawing import generated
from timeline.library.index import Index
from timeline.scene.counting import cell_for
from timeline.scene.source import Asked, Held, Source

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).parents[2]
SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
HELD = (100, 1_000, 10_000)
"""Sizes that a timeline in memory is held to as well."""
WINDOWS = 40
BUILD = """
import resource, sys
from tests.benchmarks.drawing import generated
from timeline.library.index import Index
Index.build(sys.argv[1], generated.events(int(sys.argv[2]))).close()
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def spent(who: int = resource.RUSAGE_SELF) -> float:
    """CPU seconds spent so far by this process or its children."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """An index of each size, built in a process of its own."""
    folder = tmp_path_factory.mktemp("indexes")
    made = {}
    for size in SIZES:
        made[size] = folder / f"{size}.timeline"
        words = [sys.executable, "-c", BUILD, str(made[size]), str(size)]
        done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT)
        seconds, memory = map(float, done.stdout.split())
        large = made[size].stat().st_size / 2**20
        print(f"index of {size:>9,} events: {seconds:6.1f} s CPU, {memory:5.0f} MB memory, {large:5.0f} MB file")
        assert memory < 400
        if size == SIZES[-1]:
            assert seconds < 120
    return made


def windows(source: Source) -> list[Asked]:
    """Windows of a day to everything, at random places, with as many cells as a drawing asks for."""
    chance = random.Random(1)  # noqa: S311 - a place in time, no secret
    first, last = source.reach() or (0.0, 1.0)
    found = []
    for number in range(WINDOWS):
        wide = (last - first) / 3650 ** ((number % 8) / 7)
        start = first + chance.random() * (last - first - wide)
        by = ("actor", "status", "none")[number % 3]
        found.append(Asked(start, start + wide, lanes_by=by, cell=cell_for(wide / 25)))
    return found


def asked(source: Source) -> tuple[list[float], list[float]]:
    """CPU milliseconds of each window when it is asked for the first and the second time."""
    fresh: list[float] = []
    warm: list[float] = []
    for question in windows(source):
        for times in (fresh, warm):
            start = spent()
            source.window(question)
            times.append((spent() - start) * 1000)
    return fresh, warm


@pytest.mark.parametrize("size", SIZES)
def test_a_window_costs_the_same_at_every_size(indexes: dict[int, Path], size: int) -> None:
    """Its events, their lanes and all counts: under 20 ms of CPU."""
    with Index(indexes[size]) as index:
        fresh, warm = asked(index)
    print(
        f"index  {size:>9,}: new window {median(fresh):5.1f} ms (most {max(fresh):5.1f}), again {median(warm):5.1f} ms"
    )
    assert median(warm) < 20
    assert median(fresh) < 40


@pytest.mark.parametrize("size", HELD)
def test_a_window_in_memory(size: int) -> None:
    """Under 5 ms for a thousand events, 20 for ten thousand."""
    start = spent()
    held = Held(generated.timeline(size))
    made = (spent() - start) * 1000
    fresh, warm = asked(held)
    print(
        f"memory {size:>9,}: made in {made:5.0f} ms, new window {median(fresh):5.1f} ms, again {median(warm):5.1f} ms"
    )
    assert median(warm) < (20 if size > 1000 else 5)


def test_the_first_picture_of_a_million(indexes: dict[int, Path], tmp_path: Path) -> None:
    """From the command line, cold: 5 s of CPU, and far less memory than the events would take."""
    out = tmp_path / "x.svg"
    before = spent(resource.RUSAGE_CHILDREN)
    words = [sys.executable, "-m", "timeline", "export", str(indexes[SIZES[-1]]), "-o", str(out), "--size", "1400x800"]
    subprocess.run(words, check=True, cwd=ROOT)
    seconds = spent(resource.RUSAGE_CHILDREN) - before
    print(f"first picture of {SIZES[-1]:,} events: {seconds:.2f} s CPU, {out.stat().st_size:,} bytes")
    assert seconds < 5
