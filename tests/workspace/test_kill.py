"""A program that is killed while it writes: what it had confirmed is there, whole, and nothing is half there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.workspace.writer import state
from timeline.workspace.opening import open_library

ROOT = Path(__file__).parents[2]
PROGRAM = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom tests.workspace.writer import main; "


def killed(place: Path, seed: int, after: float) -> list[tuple[int, str]]:
    """The states that a writer had confirmed when it was killed so many seconds after it had opened the library."""
    program = [sys.executable, "-c", f"{PROGRAM}main({str(place)!r}, {seed})"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = writer.stdout.readline()
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.read()
    whole = said.splitlines() if said.endswith("\n") else said.splitlines()[:-1]
    return [(int(ticks), log) for ticks, log in (line.split() for line in whole)]


def rounds(folder: Path, count: int, seed: int) -> None:
    """Kill a writer again and again at random moments, always on the same file; now and then begin a new one."""
    chance = random.Random(seed)  # noqa: S311 - moments, not a secret
    place = folder / "case.timeline"
    total = 0
    for number in range(count):
        if number % 25 == 0:
            place.unlink(missing_ok=True)
            open_library(place).close()
        confirmed = killed(place, seed * 1000 + number, chance.uniform(0, 0.5))
        total += len(confirmed) - 1
        with open_library(place) as library:
            assert library.check() == []
            ticks, log = state(library)
            assert ticks in (confirmed[-1][0], confirmed[-1][0] + 1)  # what was going on is there whole, or not at all
            assert ticks > confirmed[-1][0] or log == confirmed[-1][1]

    assert total > count / 2


def test_nothing_confirmed_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    """At ten moments."""
    rounds(tmp_path, 10, seed=1)


@pytest.mark.soak
def test_nothing_confirmed_is_lost_in_three_hundred_kills(tmp_path: Path) -> None:
    """At three hundred."""
    rounds(tmp_path, 300, seed=2)
