"""`timeline extract`: articles by the thousand, from disk to disk."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from timeline.cli.arriving import MOST_TOLD
from timeline.cli.shelf import STOPPED
from timeline.cli.table import printable
from timeline.streams import cluster, places, plan, run, writing
from timeline.streams.batch import How
from timeline.streams.places import Folder
from timeline.workspace.processes import most
from timeline.workspace.reading import reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.chrono.bounds import Range
    from timeline.streams.batch import Done
    from timeline.streams.parts import Part

_SELDOM = 30
"""Seconds between two lines on how far it is, where no bar can be drawn."""


def extract(
    inputs: Sequence[str],
    out: str,
    *,
    published: Range | None,
    landmarks: bool | str,
    model: str | None,
    name: str | None,
    jobs: int,
    scheduler: str | None,
    quiet: bool,
) -> int:
    """Read all inputs into the folder; the exit code is 2 where an article could not be read: its row says why."""
    name = name or writing.usual()
    writing.check(name)
    for one in (*inputs, out):
        places.check(one)
    reader(landmarks)  # known events that cannot be read are told before any work
    how = How(published, landmarks, model, name)
    processes = min(jobs, most())
    if not quiet and jobs > processes:
        sys.stderr.write(f"timeline: {jobs:,} processes are more than this machine is for: {processes} are used\n")
    folder = Folder(out)
    with folder.held():
        every, left = plan.begin(inputs, how, folder)
        if not quiet and len(left) < len(every):
            sys.stderr.write(f"timeline: {len(every) - len(left):,} of {len(every):,} parts are done already\n")
        if not left:
            return 0
        doing = cluster.run(left, how, out, scheduler) if scheduler else run.run(left, how, out, processes)
        try:
            with closing(doing):
                return _told(doing, left, out, quiet=quiet)
        except KeyboardInterrupt:
            sys.stderr.write("timeline: stopped; the same command goes on where it ended\n")
            return STOPPED
        finally:
            folder.clear()


def _told(doing: Iterable[Done], parts: Sequence[Part], out: str, *, quiet: bool) -> int:
    """
    What is done, and how fast: a bar in a terminal, a line now and then elsewhere; the exit code.

    Time left is counted in bytes that are to be read: the parts of a folder may be of very different lengths.
    """
    begun = said = time.monotonic()
    articles = events = failed = told = 0
    lengths = {part.name: max(part.length, 1) for part in parts}
    whole, read = sum(lengths.values()), 0
    columns = (
        TextColumn("reading"),
        BarColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    terminal = sys.stderr.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=quiet or not terminal) as progress:
        task = progress.add_task("reading", total=whole, rate="")
        for number, done in enumerate(doing, 1):
            articles, events, failed = articles + done.articles, events + done.events, failed + done.failed
            read += lengths[done.name]
            now = time.monotonic()
            pace = articles / (now - begun)
            rate = f"{number:,} of {len(parts):,} parts, {articles:,} articles, {pace:,.1f} a second"
            progress.update(task, completed=read, rate=rate)
            for fault in done.faults[: MOST_TOLD - told]:
                sys.stderr.write(f"timeline: {printable(fault)}\n")
            told += len(done.faults)
            if not quiet and not terminal and now - said > _SELDOM:
                said = now
                left = (whole - read) * (now - begun) / read
                sys.stderr.write(f"timeline: {rate}, {_span(left)} left\n")
    if not quiet:
        more = f"; {failed:,} could not be read, and their rows say why" if failed else ""
        sys.stderr.write(f"timeline: {articles:,} articles with {events:,} events are in {printable(out)}{more}\n")
    return 2 if failed else 0


def _span(seconds: float) -> str:
    """
    A stretch of time as one would say it.

    >>> _span(42), _span(90), _span(8000)
    ('42 s', '2 min', '2 h 13 min')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
