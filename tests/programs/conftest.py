"""The programs that people open our files with, where this machine has them."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tools import readers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def program(name: str, package: str) -> str:
    """The path of a program; without it the test fails with what to install."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"this needs {name}: install {package}")
    return found


@pytest.fixture(scope="session")
def packages() -> Path:
    """The folder with TimelineJS, the Markwhen parser and ical.js."""
    return readers.fetched()


@pytest.fixture
def node(packages: Path, tmp_path: Path) -> Callable[[str, Path], str]:
    """Run a script of Node.js with the packages and a file; what it prints."""

    def run(script: str, file: Path) -> str:
        place = tmp_path / "script.mjs"
        place.write_text(script.replace("PACKAGES", packages.as_uri()), "utf-8")
        done = subprocess.run(
            [program("node", "Node.js"), str(place), str(file)],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def converted(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Open a file in LibreOffice and save it in another format."""

    def convert(file: Path, to: str) -> Path:
        office = program("soffice", "libreoffice-calc-nogui and libreoffice-writer-nogui")
        home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        out = tmp_path / "converted"
        done = subprocess.run(
            [office, home, "--headless", "--convert-to", to, "--outdir", str(out), str(file)],
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        made = out / f"{file.stem}.{to.partition(':')[0]}"
        assert made.exists(), done.stdout + done.stderr
        return made

    return convert
