"""Fetch what our files are opened with beside LibreOffice and xmllint: TimelineJS, the Markwhen parser and ical.js."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools import fetching

if TYPE_CHECKING:
    from pathlib import Path

PACKAGES = ("@knight-lab/timelinejs@3.9.11", "@markwhen/parser@1.2.0", "ical.js@2.2.1")


def fetched() -> Path:
    """The folder with the packages, fetched where they are not there yet; SystemExit where npm is missing."""
    return fetching.fetched("readers", PACKAGES) / "node_modules"


if __name__ == "__main__":
    print(fetched())
