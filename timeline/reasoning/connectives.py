"""The words that order two events, or an event and a time: rules as data."""

from __future__ import annotations

import csv
from functools import lru_cache

from timeline._files import data


@lru_cache(maxsize=1)
def signals() -> dict[str, str]:
    """The connectives and how they order events: `data/signals.csv`."""
    lines = data("signals.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["signal"]: row["relation"] for row in rows}
