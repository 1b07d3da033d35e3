"""Servers as processes of their own, as they run for others."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.app.fourteen import timeline
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_SAYS = re.compile(r"The timeline is at http://[^/]*:(\d+)(/\S*)")


@dataclass
class Process:
    """A server that runs: its port, what it said when it began, its process, and where its log goes."""

    port: int
    said: str
    program: subprocess.Popen[str]
    log: Path

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self.program.pid

    def logged(self) -> str:
        """What it has said since."""
        return self.log.read_text("utf-8")


@contextlib.contextmanager
def serving(folder: Path, *words: str, environment: Mapping[str, str] | None = None) -> Iterator[Process]:
    """`timeline --no-open` with these words, until the block ends; it must end in peace when it is told to."""
    log = folder / f"server-{len(list(folder.glob('server-*')))}.log"
    command = [sys.executable, "-m", "timeline", "--no-open", *words]
    asked = {**os.environ, **(environment or {})}
    with (
        log.open("w", encoding="utf-8") as file,
        subprocess.Popen(command, cwd=folder, stderr=file, text=True, env=asked) as program,
    ):
        try:
            yield _begun(program, log)
        finally:
            program.terminate()
            try:
                program.wait(30)
            except subprocess.TimeoutExpired:
                program.kill()
                raise
    assert program.returncode == 0, log.read_text("utf-8")


def _begun(program: subprocess.Popen[str], log: Path) -> Process:
    """Wait until it listens."""
    for _ in range(600):
        said = log.read_text("utf-8")
        found = _SAYS.search(said)
        if found:
            return Process(int(found[1]), said, program, log)
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(0.1)
            break
    raise AssertionError(log.read_text("utf-8"))


def sample_library(path: Path) -> Path:
    """A library with fourteen events of one article."""
    with open_library(path, by="Ann") as library:
        library.include(timeline())
    return path
