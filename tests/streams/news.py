"""Short articles by the thousand, each with its own words and day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WHAT = ("mill", "bridge", "school", "ferry", "market", "tower", "depot")
_WHERE = ("Leeds", "Ghent", "Porto", "Tromso", "Lodz", "Graz")
_DONE = ("burned down", "collapsed", "closed", "opened", "flooded")


def article(number: int) -> dict[str, str]:
    """One of them as a line has it; 35 words."""
    what, where = _WHAT[number % len(_WHAT)], _WHERE[number % len(_WHERE)]
    text = (
        f"The {what} in {where} {_DONE[number % len(_DONE)]} on Tuesday, officials said in report {number}. "
        "The mayor visited the site two days later. Work on a new one will begin in April. "
        "Nobody was hurt."
    )
    return {
        "id": f"n{number}",
        "text": text,
        "published": f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}",
    }


def write(file: Path, count: int) -> Path:
    """A file with so many of them, one a line."""
    file.write_text("".join(f"{json.dumps(article(number))}\n" for number in range(count)), "utf-8")
    return file
