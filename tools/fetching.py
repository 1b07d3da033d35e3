"""Programs of others that ours is tried beside: fetched once, outside the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def fetched(name: str, packages: Sequence[str], python: Sequence[str] = ()) -> Path:
    """
    The folder with packages of npm, in ``node_modules``, and of pip, in the environment ``python``.

    It lies in the system's folder for temporary files, or where the environment says by ``TIMELINE_`` and the *name*;
    it is filled where it does not hold these versions yet. SystemExit where npm is missing.
    """
    home = Path(os.environ.get(f"TIMELINE_{name.upper()}") or Path(tempfile.gettempdir()) / f"timeline-{name}")
    npm = shutil.which("npm")
    if npm is None:
        sys.exit(f"the {name} need npm: install Node.js with your package manager")
    wanted, mark = "\n".join((*packages, *python)), home / "fetched.txt"
    if mark.exists() and mark.read_text("utf-8") == wanted:
        return home
    home.mkdir(parents=True, exist_ok=True)
    print(f"fetching {', '.join((*packages, *python))} (once)")
    _run(npm, "install", "--silent", "--prefix", home, *packages)
    if python:
        _run(sys.executable, "-m", "venv", "--clear", home / "python")
        _run(home / "python" / "bin" / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check", *python)
    mark.write_text(wanted, encoding="utf-8")
    return home


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True)  # noqa: S603 - commands of our own
