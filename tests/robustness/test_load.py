"""Many people at once: no answer fails, none is late, no edit is lost, and memory stays."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.robustness.crowd import Person, at_once, crowd
from tests.robustness.servers import sample_library, serving
from tests.workspace.cases import court, ferry
from timeline.app.book import Shared
from timeline.app.server import make_server
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.workspace.library import Library

NAMES = ("Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jana",
         "Kit", "Lea", "Max", "Nora", "Otto", "Pia", "Quin", "Rosa", "Sven", "Tilda")  # fmt: skip
MINUTES = 3
LATEST = 1.0
"""Seconds within which 95 of 100 answers come."""
GROWS = 1.1
"""Times the memory after the first minute that it may be at the end."""


def library(folder: Path) -> Path:
    """A library with three articles."""
    path = sample_library(folder / "team.timeline")
    with open_library(path) as found:
        for made in (court(), ferry()):
            found.include(made)
    return path


def lost(kept: Library, people: list[Person]) -> list[str]:
    """Edits that somebody was told are done and that are not in the log; whose event has not the words given last."""
    entries = kept.history()
    logged = {str(entry.after) for entry in entries} | {event.title for event in kept.timeline.events}
    told = " ".join(logged)
    gone = [title for person in people for title in person.titles if title not in told]
    stands = {event.id: event.title for event in kept.timeline.events}
    return gone + [person.name for person in people if stands[person.event] != person.titles[-1]]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A library that is served within the test's process, and its port."""
    path = library(tmp_path)
    with open_library(path) as found:
        server, port = make_server(Shared(found), port=0)

        def run() -> None:
            with contextlib.suppress(OSError):  # closed under its feet
                server.run()

        threading.Thread(target=run, daemon=True).start()
        yield path, port
        server.close()


def test_three_people_at_once(served: tuple[Path, int]) -> None:
    """Each acts twenty times without a pause; nothing fails, and no edit is lost."""
    path, port = served
    people = crowd([port], NAMES[:3])
    at_once(people, lambda _person, number: number < 20)
    assert sum(len(person.titles) for person in people) > 6
    with open_library(path, write=False) as kept:
        assert lost(kept, people) == []
        assert kept.check() == []


@pytest.mark.soak
@pytest.mark.parametrize("workers", [1, 2])
def test_twenty_people_for_three_minutes(tmp_path: Path, workers: int) -> None:
    """Each looks at the page for two to five seconds between two actions, as people do."""
    path = library(tmp_path)
    words = ("--library", path.name, "--port", "0")
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(serving(tmp_path, *words)) for _ in range(workers)]
        people = crowd([server.port for server in servers], NAMES, pause=(2.0, 5.0))
        begun = time.monotonic()
        memory: list[tuple[float, int]] = []
        over = threading.Event()

        def watch() -> None:
            while not over.wait(2):
                memory.append((time.monotonic() - begun, sum(resident(server.pid) for server in servers)))

        watching = threading.Thread(target=watch)
        watching.start()
        try:
            at_once(people, lambda _person, _number: time.monotonic() - begun < MINUTES * 60)
        finally:
            over.set()
            watching.join()
        logs = "".join(server.logged() for server in servers)
        spent = sum(seconds_of(server.pid) for server in servers)
    took = sorted(seconds for person in people for _, seconds in person.visitor.took)
    late = took[round(len(took) * 0.95)]
    early = max(size for at, size in memory if at < 75)
    last = max(size for at, size in memory[-5:])
    print(report(people, took, (early, last), spent, workers))  # noqa: T201 - with `make soak ARGS=-s`
    with open_library(path, write=False) as kept:
        assert lost(kept, people) == []
        assert kept.check() == []
    assert "Traceback" not in logs
    assert "fault" not in logs
    assert late < LATEST
    assert last < early * GROWS


def resident(process: int) -> int:
    """The memory a process has, in kB."""
    done = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def seconds_of(process: int) -> int:
    """The seconds of a processor that a process has had."""
    done = subprocess.run(["ps", "-o", "time=", "-p", str(process)], capture_output=True, text=True, check=True)
    parts = [float(part) for part in done.stdout.strip().replace("-", ":").split(":")]
    return int(sum(part * 60**place for place, part in enumerate(reversed(parts))) + 0.5)


def report(people: list[Person], took: list[float], memory: tuple[int, int], spent: int, workers: int) -> str:
    """The figures in a few lines, with those of each kind of question."""
    edits = sum(len(person.titles) for person in people)
    load = os.getloadavg()[0]  # of this machine, others' work included
    lines = [
        f"\n{len(people)} people, {workers} server(s), {len(took)} answers, {edits} edits, load {load:.1f}",
        f"{spent} s of processor; memory {memory[0] / 1024:.0f} MB after a minute, {memory[1] / 1024:.0f} at the end",
        f"all: {_spread(took)}",
    ]
    for kind in sorted({what for person in people for what, _ in person.visitor.took}):
        some = sorted(seconds for person in people for what, seconds in person.visitor.took if what == kind)
        lines.append(f"{kind or 'page'}: {len(some)}, {_spread(some)}")
    return "\n".join(lines)


def _spread(seconds: list[float]) -> str:
    return ", ".join(
        f"{words} {1000 * seconds[min(len(seconds) - 1, int(len(seconds) * part))]:.0f} ms"
        for words, part in (("half", 0.5), ("95 %", 0.95), ("99 %", 0.99), ("longest", 1.0))
    )
