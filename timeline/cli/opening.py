"""What a command looks at: an index by itself, or a chronicle of articles and saved timelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.calendar import MINUTES_PER_DAY
from timeline.cli import gather
from timeline.errors import TimelineError
from timeline.library.index import is_index
from timeline.workspace.opened import SHOWN, Opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chrono.bounds import Range
    from timeline.cli.options import Reading
    from timeline.model.timeline import Timeline
    from timeline.workspace import Chronicle


def opened(files: Sequence[str], reading: Reading) -> Chronicle | Opened:
    """
    An index, or what `gather.gather` makes of everything else.

    Raises:
        TimelineError: as `gather.gather`; or an index stands among other files or options for reading articles.
    """
    indexes = [file for file in files if file != "-" and is_index(file)]
    if not indexes:
        return gather.gather(files, reading)
    if len(set(files)) > 1:
        raise TimelineError(f"{indexes[0]} is an index, which is opened by itself: name no other file beside it")
    index = Opened(indexes[0])
    if reading.published or reading.landmarks or reading.no_landmarks or reading.reject_landmark or reading.model:
        index.refuse("no article is read anew")
    return index


def told(index: Opened, shown: Range) -> tuple[Timeline, str]:
    """The weightiest events of an index that may lie in a window of moments, and a sentence on what is left out."""
    first = None if shown.earliest is None else shown.earliest / MINUTES_PER_DAY
    last = None if shown.latest is None else (shown.latest + 1) / MINUTES_PER_DAY
    timeline, total = index.told((first, last))
    if total <= len(timeline.events):
        return timeline, ""
    return timeline, (
        f"The {SHOWN} weightiest of {total:,} events, by time: --from and --to show others, "
        "`timeline export` draws all of them"
    )
