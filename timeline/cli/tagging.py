"""`timeline tag`: time expressions into TimeML, many files at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

import timeline.workspace as work
from timeline.cli.gather import expanded
from timeline.cli.table import printable
from timeline.errors import TimelineError
from timeline.workspace.tagging import jobs_for, tag_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chrono.bounds import Range
    from timeline.workspace.tagging import Tagged

_TAGGED = (".txt", ".text", ".tml", ".timeml")


def tag_files(
    sources: Sequence[str],
    folder: Path,
    *,
    published: Range | None,
    parse: bool,
    model: str | None,
    processes: int,
    quiet: bool,
) -> int:
    """
    Tag the files, and those of folders and patterns, into the folder.

    The exit code is 2 where one could not be read, 1 for a fault of ours.
    """
    jobs = jobs_for(_articles(sources), folder, published=published, parse=parse, model=model)
    console = Console(stderr=True, quiet=quiet)
    columns = (TextColumn("tagging"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    code = 0
    with Progress(*columns, console=console, transient=True, disable=quiet or not sys.stderr.isatty()) as progress:
        task = progress.add_task("tagging", total=len(jobs))
        try:
            for done in tag_all(jobs, processes):
                progress.advance(task)
                code = max(code, 0 if done.fault is None else 1 if done.ours else 2)
                _tell(done, quiet=quiet)
        except KeyboardInterrupt:
            if not quiet:
                sys.stderr.write(f"timeline: stopped; what stands in {printable(str(folder))} is whole\n")
            raise
    return code


def _articles(sources: Sequence[str]) -> list[Path]:
    """The plain texts and TimeML among the files; TimelineError where one that is named is something else."""
    found = expanded(sources)
    for file in sources:
        if file in found and work.is_saved(file) and not _taggable(file):
            raise TimelineError(f"{file} holds events, not an article: give plain text (.txt) or TimeML (.tml)")
    articles = [Path(file) for file in found if file in sources or _taggable(file)]
    if not articles:
        raise TimelineError(f"{', '.join(sources)} holds no plain text (.txt) and no TimeML (.tml)")
    return articles


def _taggable(file: str) -> bool:
    return Path(file).suffix.lower() in _TAGGED


def _tell(done: Tagged, *, quiet: bool) -> None:
    if done.fault is not None:
        sys.stderr.write(f"timeline: {printable(done.fault)}\n")
    elif done.note is not None and not quiet:
        sys.stderr.write(f"timeline: note: {printable(str(done.source))}: {done.note}\n")
