"""The articles that come with the program, each with the timeline that was read from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """An article of ours: its name on the command line, its file's, and what there is to see in it."""

    name: str
    file: str
    says: str

    @property
    def article(self) -> Path:
        """Its text."""
        return data("articles", f"{self.file}.txt")

    @property
    def saved(self) -> Path:
        """What was read from it, as a saved timeline; made by ``make samples``."""
        return data("samples") / f"{self.name}.json"


SAMPLES = (
    Sample("news", "european-force", "A news article that states no day of its own."),
    Sample("history", "byzantium", "A history from antiquity to today, with years BCE and long spans."),
    Sample("incident", "ferry-bookings", "An incident report by the hour, over midnight."),
)


def sample(name: str) -> Sample:
    """The sample of this name; TimelineError says which there are."""
    found = next((one for one in SAMPLES if one.name == name), None)
    if found is None:
        names = ", ".join(one.name for one in SAMPLES)
        raise TimelineError(f"there is no sample {name!r}: the samples are {names}")
    return found
