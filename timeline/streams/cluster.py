"""The same parts handed to a Dask cluster, whose workers read and write the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import InstallationError, TimelineError
from timeline.streams.batch import Done, do

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.streams.batch import How
    from timeline.streams.parts import Part

_PATIENCE = 30
"""Seconds within which a scheduler is to answer."""
_AGAIN = 3
"""So many workers may be lost over a part before it is left for another run."""


def run(parts: Sequence[Part], how: How, folder: str, scheduler: str) -> Iterator[Done]:
    """
    Do every part on a cluster, each told as it is done; a part whose worker is lost is done by another one.

    A part writes its rows whole or not at all, under its own name, so one that is done twice is there once.

    Args:
        parts: what is to be done.
        how: how articles are read.
        folder: where rows go, an address that every worker knows.
        scheduler: where the cluster is asked, "tcp://10.0.0.5:8786".

    Raises:
        InstallationError: Dask is not installed.
        TimelineError: the scheduler does not answer.
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
        raise TimelineError(
            f"the scheduler at {scheduler} does not answer within {_PATIENCE} s: start it, or give its address"
        ) from fault
    with client:
        asked = {client.submit(do, part, how, folder, pure=False, retries=_AGAIN): part for part in parts}
        for future in as_completed(list(asked)):
            part = asked[future]
            try:
                yield future.result()
            except KilledWorker:
                yield Done(part.name, 0, 0, (f"{part.name}: every worker that read it was lost; run it again",), 1)
            future.release()
