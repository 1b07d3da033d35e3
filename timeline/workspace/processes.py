"""Processes that do work beside the program: begun from nothing, and renewed so that memory stays flat."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def most() -> int:
    """So many processes are of use, at most: four for each processor; more only need memory."""
    return 4 * (os.cpu_count() or 1)


def pool(processes: int, renewed_after: int | None) -> ProcessPoolExecutor:
    """
    So many processes, each replaced by a fresh one after so many tasks; None: never.

    Ctrl-C is for the process that was started by hand: it ends the others.
    """
    return ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_deaf, max_tasks_per_child=renewed_after
    )


def end(workers: ProcessPoolExecutor) -> None:
    """End the processes of a pool at once, whatever they are doing: who waits for them has been stopped."""
    for process in list((workers._processes or {}).values()):  # noqa: SLF001 - Python has no other way before 3.14
        process.terminate()
    workers.shutdown(wait=True, cancel_futures=True)


def _deaf() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
