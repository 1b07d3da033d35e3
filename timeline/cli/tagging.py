"""`timeline tag`: time expressions into TimeML, many files at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from timeline.cli.table import printable
from timeline.workspace.tagging import jobs_for, tag_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from timeline.chrono.bounds import Range
    from timeline.workspace.tagging import Tagged


def tag_files(
    sources: Sequence[Path],
    folder: Path,
    *,
    published: Range | None,
    parse: bool,
    model: str | None,
    processes: int,
    quiet: bool,
) -> int:
    """Tag the files into the folder; the exit code is 2 where one could not be read, 1 for a fault of ours."""
    jobs = jobs_for(sources, folder, published=published, parse=parse, model=model)
    console = Console(stderr=True, quiet=quiet)
    columns = (TextColumn("tagging"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    code = 0
    with Progress(*columns, console=console, transient=True, disable=quiet or not sys.stderr.isatty()) as progress:
        task = progress.add_task("tagging", total=len(jobs))
        for done in tag_all(jobs, processes):
            progress.advance(task)
            code = max(code, 0 if done.fault is None else 1 if done.ours else 2)
            _tell(done, quiet=quiet)
    return code


def _tell(done: Tagged, *, quiet: bool) -> None:
    if done.fault is not None:
        sys.stderr.write(f"timeline: {printable(done.fault)}\n")
    elif done.note is not None and not quiet:
        sys.stderr.write(f"timeline: note: {printable(str(done.source))}: {done.note}\n")
