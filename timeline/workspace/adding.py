"""Many files into a library: read in several processes, kept one by one, one faulty file never stopping the others."""

from __future__ import annotations

from collections import deque
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import ChangedError, LibraryError, TimelineError
from timeline.workspace.processes import most, pool
from timeline.workspace.returning import belongs, bring_back

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future

    from timeline.chrono.bounds import Range
    from timeline.formats.rows import Rows
    from timeline.model.article import Article
    from timeline.model.timeline import Timeline
    from timeline.workspace.library import Library

RENEWED_AFTER = 200  # files a process reads before a fresh one takes over, so that memory stays flat
_AHEAD = 8  # files for each process that are asked for before they are needed


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read, and how; the article itself, or what is wrong with it, where it is a line that was read."""

    file: str
    published: Range | None = None
    landmarks: bool | Path = True
    model: str | None = None
    allow_network: bool = False
    date_order: str = "both"
    article: Article | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """
    What became of one file: its timeline, or the sentence that says what is wrong.

    `rows` are those of a table, which may be of events that the library has.
    """

    file: str
    timeline: Timeline | None = None
    rows: Rows | None = None
    order: str = "both"
    fault: str | None = None
    notes: tuple[str, ...] = ()
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """
    What became of one file in the library: how many articles of it are new, and events; or what is wrong.

    `returned` says what was edited in a table of events that the library has.
    """

    file: str
    articles: int = 0
    events: int = 0
    fault: str | None = None
    notes: tuple[str, ...] = ()
    ours: bool = False
    returned: str = ""


def version() -> str:
    """What is kept with each reading: the program and its version."""
    return f"article-timeline {metadata.version('article-timeline')}"


def add_all(
    library: Library, jobs: Iterable[Job], processes: int = 2, *, again: bool = False
) -> Generator[Added, None, None]:
    """
    Read every file into the library: one import, which one undo takes back.

    With *again* what is there already, by its text or by its file, is read anew, and edits stay on their events.

    Results come in the order of the jobs, each when it is kept for good: whoever stops asking, or is stopped, keeps
    what was done.
    """
    step = library.new_step()
    for found in read_all(jobs, processes):
        yield _kept(library, found, step, again=again)
    library.timeline  # noqa: B018 - what several articles tell is found now and kept, not at the next look


def read_all(jobs: Iterable[Job], processes: int = 2) -> Iterator[Read]:
    """Read every file; results come as they are ready, in the order of the jobs, which are asked for a few ahead."""
    queue = iter(jobs)
    first = list(islice(queue, 2))
    queue = chain(first, queue)
    if processes <= 1 or len(first) <= 1:
        yield from map(read, queue)
        return
    processes = min(processes, most())
    workers = pool(processes, RENEWED_AFTER)
    waiting: deque[tuple[Job, Future[Read]]] = deque()
    try:
        while True:
            waiting += [(job, workers.submit(read, job)) for job in islice(queue, _AHEAD * processes - len(waiting))]
            if not waiting:
                return
            job, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:  # a process was killed, perhaps by this file: try it alone, and the others anew
                yield _alone(job)
                workers.shutdown(wait=False)
                workers = pool(processes, RENEWED_AFTER)
                waiting = deque((other, workers.submit(read, other)) for other, _ in waiting)
    finally:
        workers.shutdown(wait=False, cancel_futures=True)


def read(job: Job) -> Read:
    """Read one file; a fault of the file is told, not raised."""
    from timeline import workspace as work
    from timeline.workspace.importing import rows_of
    from timeline.workspace.tables import timeline_of

    if job.fault is not None:
        return Read(job.file, fault=job.fault)
    try:
        if job.article is None and job.file != "-" and "://" not in job.file and work.is_saved(job.file):
            rows = rows_of(Path(job.file))
            if rows is None:
                return Read(job.file, work.load(job.file).timeline)
            timeline, remarks = timeline_of(rows, job.file, job.date_order)
            return Read(job.file, timeline, rows, job.date_order, notes=tuple(remarks))
        article = job.article or work.read(job.file, allow_network=job.allow_network)
        if job.published is not None:
            article = article.with_published(job.published, "user")
        timeline = _reader(job.landmarks, job.model)(article)
        return Read(job.file, timeline, notes=tuple(work.notes(article, timeline.events)))
    except TimelineError as fault:
        return Read(job.file, fault=str(fault))
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one file is told, and the others go on
        return Read(job.file, fault=f"{job.file}: a fault of ours ({type(fault).__name__}: {fault})", ours=True)


@cache
def _reader(landmarks: bool | Path, model: str | None) -> Callable[[Article], Timeline]:  # noqa: FBT001 - as `reader` has it
    from timeline.workspace.reading import reader

    return reader(landmarks, model=model)


def place_of(file: str) -> str | None:
    """Where a file is, wherever it is looked for from; None for standard input."""
    if file == "-":
        return None
    return file if "://" in file else str(Path(file).absolute())


def _kept(library: Library, found: Read, step: int, *, again: bool) -> Added:
    if found.timeline is None:
        return Added(found.file, fault=found.fault, ours=found.ours)
    if found.rows is not None and belongs(found.rows, library):
        returned = bring_back(library, found.rows, found.file, found.order)
        return Added(found.file, notes=tuple(returned.notes), returned=returned.words)
    if again and len(found.timeline.articles) == 1 and not found.timeline.edits:
        known = library.known(found.timeline.articles[0], place_of(found.file))
        if known is not None:
            return _again(library, found, step, known, found.timeline)
    try:
        new = library.include(found.timeline, file=place_of(found.file), step=step, reader=version())
    except (LibraryError, ChangedError):
        raise  # the library itself is at fault: the other files would fare no better
    except TimelineError as fault:
        return Added(found.file, fault=f"{found.file}: {fault}")
    events = sum(event.article in new for event in found.timeline.events)
    return Added(found.file, len(new), events, notes=found.notes)


def _again(library: Library, found: Read, step: int, known: str, made: Timeline) -> Added:
    lost = library.read_again(known, made, file=place_of(found.file), step=step, reader=version())
    notes = found.notes
    if lost:
        told = f"{len(lost)} of your edits found no event any more: `timeline library history --orphaned` lists them"
        notes = (*notes, told)
    return Added(found.file, 1, len(made.events), notes=notes)


def _alone(job: Job) -> Read:
    with pool(1, RENEWED_AFTER) as workers, suppress(BrokenProcessPool):
        future: Future[Read] = workers.submit(read, job)
        return future.result()
    return Read(
        job.file, fault=f"{job.file} cannot be read: the process that read it was ended, perhaps for want of memory"
    )
