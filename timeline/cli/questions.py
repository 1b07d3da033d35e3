"""The commands that ask: why an event is dated as it is, what does not fit, and what is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli import library
from timeline.cli import options as opt
from timeline.model.timeline import Timeline


def explain(
    files: opt.Files,
    event: Annotated[str, typer.Argument(metavar="WORDS", help="Words of the event, or its id: 'officers visited'.")],
    machine: opt.Machine = False,
    published: opt.Published = None,
    landmarks: opt.Landmarks = None,
    no_landmarks: opt.NoLandmarks = False,
    reject_landmark: opt.RejectLandmark = None,
    model: opt.Model = None,
    allow_network: opt.AllowNetwork = False,
    date_order: opt.DateOrders = opt.DateOrder.BOTH,
    quiet: opt.Quiet = False,
) -> None:
    """Tell why an event is dated as it is, with the words it rests on."""
    from timeline.cli import asking

    reading = opt.Reading(
        *(published, landmarks, no_landmarks, tuple(reject_landmark or ()), model, quiet, allow_network),
        date_order.value,
    )
    asking.explain(_whole(files, reading), event, machine=machine)


def check(
    files: opt.Files,
    machine: opt.Machine = False,
    published: opt.Published = None,
    landmarks: opt.Landmarks = None,
    no_landmarks: opt.NoLandmarks = False,
    reject_landmark: opt.RejectLandmark = None,
    model: opt.Model = None,
    allow_network: opt.AllowNetwork = False,
    date_order: opt.DateOrders = opt.DateOrder.BOTH,
    quiet: opt.Quiet = False,
) -> None:
    """List what contradicts itself and what is not known."""
    from timeline.cli import asking

    reading = opt.Reading(
        *(published, landmarks, no_landmarks, tuple(reject_landmark or ()), model, quiet, allow_network),
        date_order.value,
    )
    asking.check(_whole(files, reading), machine=machine)


def doctor(place: library.Place = None, machine: opt.Machine = False) -> None:
    """Say what is installed, what is missing, and how to get it."""
    from timeline.cli import doctor as examination

    code = examination.tell(examination.examine(lambda: _library(place)), machine=machine)
    if code:
        raise typer.Exit(code)


def _whole(files: list[str], reading: opt.Reading) -> Timeline:
    """All that the files tell; TimelineError where one is an index, which has no statements."""
    from timeline.cli.opening import opened
    from timeline.workspace.opened import Opened

    chronicle = opened(files, reading)
    if isinstance(chronicle, Opened):
        chronicle.refuse("it has no statements to ask for reasons or conflicts")
    return chronicle.timeline


def _library(place: Path | None) -> str:
    """How much is in the library, without making one."""
    from timeline.cli import shelf
    from timeline.workspace.opening import default_library

    where = default_library() if place is None else place
    if not where.exists():
        return f"none yet; the first article makes {where}"
    with shelf.opened(where, write=False) as found:
        return f"{where}: {len(found.listed()):,} articles"
