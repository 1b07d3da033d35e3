"""Words by how what they govern stands to them in time: ``data/moods.csv``."""

from __future__ import annotations

import csv
from functools import cache

from timeline._files import data


@cache
def _classes() -> dict[str, frozenset[str]]:
    lines = data("moods.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["class"]: frozenset(row["words"].split()) for row in rows}


def mood_class(name: str) -> frozenset[str]:
    """One class of words of ``data/moods.csv``."""
    return _classes()[name]
