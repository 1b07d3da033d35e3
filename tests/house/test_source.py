"""Rules for every file that the linter does not know."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 400
_CODE = {".py", ".js", ".css"}
_WRITTEN = _CODE | {".md", ".toml", ".sh", ".html", ".csv", ".json", ".jsonl", ".txt", ".ipynb", ".lock", ""}

_REASON = r"( -|  ?#) "
FORBIDDEN = {
    "a place on somebody's machine": re.compile(r"(?<![\w.])/(home|Users|root|work)/\w"),
    "the host of a registry": re.compile(r"\b(pypi|pythonhosted|npmjs|registry)\.\w"),
    "an unfinished thought": re.compile(r"\b(TO" + r"DO|FIX" + r"ME)\b"),
    "a test that is not run": re.compile(r"pytest\.mark\.skip\b|\bxfail\b(?!_)"),
    "a lint exception without its reason": re.compile(r"# noqa(?!: [A-Z0-9, ]+" + _REASON + ")"),
    "a type exception without its reason": re.compile(r"# type: ignore(?!\[[a-z, -]+\]" + _REASON + ")"),
}


@cache
def sources() -> tuple[Path, ...]:
    """The text files of the project: those under version control, or in a copy without it those that would be."""
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
        names = [name for name in done.stdout.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [
            str(path.relative_to(ROOT))
            for room in ("timeline", "tests", "tools")
            for path in (ROOT / room).rglob("*.py")
        ]
    found = (ROOT / name for name in names if not name.startswith(("data/model/", "assets/vendor/")))
    return tuple(path for path in found if path.is_file() and path.suffix in _WRITTEN)


def test_there_are_sources() -> None:
    """A rule about nothing proves nothing."""
    assert len(sources()) > 50


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_has(what: str) -> None:
    """Each with its place, so that it can be mended at once."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sources()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if FORBIDDEN[what].search(line) and path != Path(__file__)
    ]

    assert not found, "\n".join(found)


def test_no_file_is_too_long() -> None:
    """A file is one noun or one verb: 80 to 250 lines, and never more than four hundred."""
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources()
        if path.suffix in _CODE and (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }

    assert not long


def test_every_module_says_what_it_is_for() -> None:
    """In its first line."""
    silent = [
        path for path in sources() if path.suffix == ".py" and not path.read_text("utf-8").lstrip().startswith('"""')
    ]

    assert not silent
