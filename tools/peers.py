"""Fetch what our drawing is measured beside: vis-timeline by npm, px.timeline and kaleido by pip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

VIS = "vis-timeline@8.5.4"
PYTHON = ("plotly==7.1.0", "pandas==3.1.1", "kaleido==1.5.0")


class Peers(NamedTuple):
    """Where the peers lie: the folder with vis-timeline's script and style, and a Python that has the others."""

    vis: Path
    python: Path


def folder() -> Path:
    """Outside the project; TIMELINE_PEERS names another."""
    return Path(os.environ.get("TIMELINE_PEERS") or Path(tempfile.gettempdir()) / "timeline-peers")


def fetched() -> Peers:
    """The peers, fetched where they are not there yet; SystemExit where npm is missing."""
    home = folder()
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("the peers need npm: install Node.js with your package manager")
    peers = Peers(home / "node_modules" / "vis-timeline", home / "python" / "bin" / "python")
    wanted = "\n".join((VIS, *PYTHON))
    mark = home / "fetched.txt"
    if mark.exists() and mark.read_text("utf-8") == wanted:
        return peers
    home.mkdir(parents=True, exist_ok=True)
    print(f"fetching {VIS}, {', '.join(PYTHON)} (once)")
    _run(npm, "install", "--silent", "--prefix", home, VIS)
    _run(sys.executable, "-m", "venv", "--clear", home / "python")
    _run(peers.python, "-m", "pip", "install", "--quiet", "--quiet", "--disable-pip-version-check", *PYTHON)
    mark.write_text(wanted, encoding="utf-8")
    return peers


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True)  # noqa: S603 - commands of our own


if __name__ == "__main__":
    print(*fetched(), sep="\n")
