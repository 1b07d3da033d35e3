"""Fetch what our drawing is measured beside: vis-timeline by npm, px.timeline and kaleido by pip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tools import fetching

if TYPE_CHECKING:
    from pathlib import Path

VIS = ("vis-timeline@8.5.4",)
PYTHON = ("plotly==7.1.0", "pandas==3.1.1", "kaleido==1.5.0")


class Peers(NamedTuple):
    """Where the peers lie: the folder with vis-timeline's script and style, and a Python that has the others."""

    vis: Path
    python: Path


def fetched() -> Peers:
    """The peers, fetched where they are not there yet; SystemExit where npm is missing."""
    home = fetching.fetched("peers", VIS, PYTHON)
    return Peers(home / "node_modules" / "vis-timeline", home / "python" / "bin" / "python")


if __name__ == "__main__":
    print(*fetched(), sep="\n")
