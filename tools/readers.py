"""Fetch what our files are opened with beside LibreOffice and xmllint: TimelineJS, the Markwhen parser and ical.js."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGES = ("@knight-lab/timelinejs@3.9.11", "@markwhen/parser@1.2.0", "ical.js@2.2.1")


def folder() -> Path:
    """Outside the project; TIMELINE_READERS names another."""
    return Path(os.environ.get("TIMELINE_READERS") or Path(tempfile.gettempdir()) / "timeline-readers")


def fetched() -> Path:
    """The folder with the packages, fetched where they are not there yet; SystemExit where npm is missing."""
    home = folder()
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("the readers need npm: install Node.js with your package manager")
    mark = home / "fetched.txt"
    wanted = "\n".join(PACKAGES)
    if mark.exists() and mark.read_text("utf-8") == wanted:
        return home / "node_modules"
    home.mkdir(parents=True, exist_ok=True)
    print(f"fetching {', '.join(PACKAGES)} (once)")
    subprocess.run([npm, "install", "--silent", "--prefix", str(home), *PACKAGES], check=True)  # noqa: S603 - our own
    mark.write_text(wanted, encoding="utf-8")
    return home / "node_modules"


if __name__ == "__main__":
    print(fetched())
