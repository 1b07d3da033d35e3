"""The command line, run within the test."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from timeline.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEEDING = "signal.signal(signal.SIGINT, signal.default_int_handler)"  # a shell has what it starts behind it ignore it
STOPPABLE = (
    sys.executable,
    "-c",
    f"import signal, sys; {HEEDING}; from timeline.__main__ import main; sys.exit(main())",
)
"""``timeline`` as a process of its own that Ctrl-C ends, however the tests were started."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command gave back."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run ``timeline`` with these words, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def command(*words: str) -> Outcome:
        code = main(words)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return command


@pytest.fixture
def ferry(tmp_path: Path) -> str:
    """A small article in the folder."""
    text = "The ferry sank on Tuesday. Divers reached the wreck two days later.\n"
    (tmp_path / "ferry.txt").write_text(text, "utf-8")
    return "ferry.txt"
