"""`timeline extract`: articles by the thousand, from disk to disk."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from timeline.cli.table import printable
from timeline.streams import cluster, places, plan, run, writing
from timeline.streams.batch import How
from timeline.streams.places import Folder
from timeline.workspace.reading import reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.chrono.bounds import Range
    from timeline.streams.batch import Done


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
    every, left = plan.begin(inputs, how, Folder(out))
    if not quiet and len(left) < len(every):
        sys.stderr.write(f"timeline: {len(every) - len(left):,} of {len(every):,} parts are done already\n")
    if not left:
        return 0
    doing = cluster.run(left, how, out, scheduler) if scheduler else run.run(left, how, out, jobs)
    return _told(doing, len(left), out, quiet=quiet)


def _told(doing: Iterable[Done], total: int, out: str, *, quiet: bool) -> int:
    begun = time.monotonic()
    articles = events = failed = 0
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("parts, {task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    terminal = sys.stderr.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=quiet or not terminal) as progress:
        task = progress.add_task("reading", total=total, rate="")
        for number, done in enumerate(doing, 1):
            articles, events, failed = articles + done.articles, events + done.events, failed + done.failed
            pace = articles / max(time.monotonic() - begun, 0.001)
            rate = f"{articles:,} articles, {pace:,.1f} a second"
            progress.update(task, advance=1, rate=rate)
            for fault in done.faults:
                sys.stderr.write(f"timeline: {printable(fault)}\n")
            if not quiet and not terminal:
                left = (total - number) * (time.monotonic() - begun) / number
                sys.stderr.write(f"timeline: {number:,} of {total:,} parts, {rate}, {_span(left)} left\n")
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
