"""The same parts handed to a Dask cluster, whose workers read and write the same places."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, Any

from timeline.errors import InstallationError, TimelineError
from timeline.streams.batch import Done, do

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from timeline.streams.batch import How
    from timeline.streams.parts import Part

_PATIENCE = 15
"""Seconds within which a scheduler is to answer."""
_PACKAGE = "article-timeline"
_AGAIN = 3
"""So many workers may be lost over a part before it is left for another run."""


def run(parts: Sequence[Part], how: How, folder: str, scheduler: str) -> Generator[Done, None, None]:
    """
    Do every part on a cluster, each told as it is done; a part whose worker is lost is done by another one.

    A part writes its rows whole or not at all, under its own name, so one that is done twice is there once.

    Args:
        parts: what is to be done.
        how: how articles are read.
        folder: where rows go, an address that every worker knows.
        scheduler: where the cluster is asked, "tcp://10.0.0.5:8786".

    Raises:
        InstallationError: Dask is not installed, or this program is not, or another version of it, where a worker runs.
        TimelineError: the scheduler does not answer, or has no workers.
    """
    try:
        from dask.distributed import Client, KilledWorker, as_completed  # noqa: PLC0415 - an extra
    except ImportError as fault:
        raise InstallationError(
            'a cluster needs Dask: pip install "article-timeline[cluster]", or leave out --scheduler'
        ) from fault
    try:
        client = Client(scheduler, timeout=_PATIENCE)
    except (OSError, TimeoutError, ValueError) as fault:
        raise TimelineError(f"the scheduler at {scheduler} does not answer: start it, or give its address") from fault
    with client:
        _check_workers(client, scheduler)
        asked = {client.submit(do, part, how, folder, pure=False, retries=_AGAIN): part for part in parts}
        for future in as_completed(list(asked)):
            part = asked[future]
            try:
                yield future.result()
            except ImportError as fault:  # of a worker that came later
                raise _without(scheduler, str(fault)) from fault
            except KilledWorker:
                yield Done(part.name, 0, 0, (f"{part.name}: every worker that read it was lost; run it again",), 1)
            future.release()


def _check_workers(client: Any, scheduler: str) -> None:  # noqa: ANN401 - Dask has no types
    """That there is a worker, and that all have the program of this version: rows of a folder are of one."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as fault:
        raise TimelineError(
            f"the cluster at {scheduler} has no workers: start some, with `dask worker {scheduler} --nthreads 1`"
        ) from fault
    here = metadata.version(_PACKAGE)
    there = client.run(metadata.version, _PACKAGE, on_error="return")
    for worker, found in there.items():
        if found != here:
            raise _without(worker, f"it has {found}" if isinstance(found, str) else str(found))


def _without(where: str, why: str) -> InstallationError:
    return InstallationError(
        f"a worker of the cluster cannot do it ({where}: {why}): install {_PACKAGE} {metadata.version(_PACKAGE)} there"
    )
