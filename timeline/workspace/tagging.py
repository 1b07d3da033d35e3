"""Many files tagged with their time expressions, in several processes, one faulty file never stopping the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.errors import ArticleError, ExportError, TimelineError
from timeline.workspace.processes import pool

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from timeline.chrono.bounds import Range
    from timeline.model.article import Article

SUFFIX = ".tml"
RENEWED_AFTER = 500  # files a process tags before a fresh one takes over, so that memory stays flat


@dataclass(frozen=True, slots=True)
class Job:
    """One file to tag: where it is, where the result goes, how it is read."""

    source: Path
    target: Path
    published: Range | None = None
    parse: bool = True
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Tagged:
    """What became of one file: how many expressions were found, or the sentence that says what is wrong."""

    source: Path
    found: int = 0
    fault: str | None = None
    note: str | None = None
    ours: bool = False


def jobs_for(
    sources: Sequence[Path],
    folder: Path,
    *,
    published: Range | None = None,
    parse: bool = True,
    model: str | None = None,
) -> list[Job]:
    """
    A job for each file; *folder* is made where it does not exist.

    Raises:
        ExportError: the folder cannot be made, or two files would give the same result.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise ExportError(f"the folder {folder} cannot be made: {fault.strerror or fault}") from fault
    taken: dict[str, Path] = {}
    for source in sources:
        other = taken.setdefault(source.stem, source)
        if other != source:
            raise ExportError(f"{other} and {source} would both give {source.stem}{SUFFIX}: tag them into two folders")
    return [Job(source, folder / f"{name}{SUFFIX}", published, parse, model) for name, source in taken.items()]


def tag_all(jobs: Sequence[Job], processes: int = 1) -> Iterator[Tagged]:
    """Tag every file; results come as they are ready, in the order of the jobs."""
    if processes <= 1 or len(jobs) <= 1:
        yield from map(tag, jobs)
        return
    with pool(min(processes, len(jobs)), RENEWED_AFTER) as workers:
        yield from workers.map(tag, jobs, chunksize=1)


def tag(job: Job) -> Tagged:
    """Tag one file; a fault of the file is told, not raised."""
    from timeline.formats import files, timeml
    from timeline.workspace.expressions import find_time_expressions

    try:
        article = _read(job)
        expressions = find_time_expressions(article, model=job.model, parse=job.parse)
        files.write(job.target, timeml.write(article, expressions, job.source.stem).encode("utf-8"))
    except TimelineError as fault:
        return Tagged(job.source, fault=str(fault))
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one file is told, and the others go on
        return Tagged(job.source, fault=f"{job.source}: a fault of ours ({type(fault).__name__}: {fault})", ours=True)
    note = None
    if not article.published.one_day:
        note = "its publication day is unknown, so what hangs on it has no value of its own"
    return Tagged(job.source, len(expressions), note=note)


def _read(job: Job) -> Article:
    from timeline.articles import plain, timeml

    if job.source.suffix.lower() == SUFFIX:
        try:
            data = job.source.read_bytes()
        except OSError as fault:
            raise ArticleError(f"{job.source} cannot be read: {fault.strerror or fault}") from fault
        article = timeml.read(data, str(job.source))
    else:
        article = plain.read(job.source, longest_line=None)
    return article if job.published is None else article.with_published(job.published, "user")
