"""Events as a table in the terminal."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from timeline.chrono import words
from timeline.chrono.bounds import Bounds, Range
from timeline.model.statement import Stratum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

_BASIS = {
    Stratum.EDIT: "what you set",
    Stratum.TEXT: "text",
    Stratum.METADATA: "the page's own date",
    Stratum.LANDMARK: "known event",
    Stratum.USUAL: "usual",
}
WIDTH = 120  # where there is no terminal to ask


def show(timeline: Timeline, window: Range, *, why: bool = False, ids: bool = False) -> None:
    """Print the events that may lie in *window* in order of time; *why* adds the reasons for their dates."""
    console = Console(highlight=False)
    if not console.is_terminal and console.width < WIDTH:
        console.width = WIDTH
    for article in timeline.articles:
        console.print(Text(_heading(article)), soft_wrap=True)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("When", ratio=2 if why else None, min_width=18)
    table.add_column("Event", ratio=3)
    table.add_column("Status")
    table.add_column("Dated by")
    if ids:
        table.add_column("Id", no_wrap=True)
    shown = [event for event in timeline.events if not event.hidden and _may_lie(event, window)]
    for event in sorted(shown, key=_when):
        cells = [event.when, event.title, _status(event), _basis(event)]
        table.add_row(*(Text(cell) for cell in cells), *([Text(event.id)] if ids else []))
        if why:
            for reason in event.reasons:
                table.add_row("", Text(f"  {reason.says or reason.rule}", style="dim"), "", Text(reason.stratum.value))
    console.print(table)
    for line in _conflicts(timeline):
        console.print(Text(line), soft_wrap=True)


def _when(event: Event) -> tuple[float, float]:
    """Where an event goes in the order of time: by the end of its window that is known; what has none comes last."""
    window = event.bounds.window
    days = [moment for moment in (window.earliest, window.latest) if moment is not None]
    return (min(days), max(days)) if days else (inf, inf)


def _heading(article: Article) -> str:
    name = article.title or article.source or article.id
    if article.published.open:
        return f"{name} (publication day unknown)"
    day = words.describe(Bounds.within(article.published), "day")
    return f"{name} (published {day}{'' if article.given else ', by what the text and known events allow'})"


def _status(event: Event) -> str:
    said = f", {event.attribution}" if event.attribution else ""
    return f"{event.status.value}{said}"


def _basis(event: Event) -> str:
    """What the date rests on, the weakest part named: a known event is never passed off as the article's word."""
    if event.landmark is not None:
        return f"known event {event.landmark}"
    strata = sorted({reason.stratum for reason in event.reasons}, key=lambda stratum: stratum.rank)
    return ", ".join(_BASIS[stratum] for stratum in strata)


def _may_lie(event: Event, window: Range) -> bool:
    shown = event.bounds.window
    before = window.latest is not None and shown.earliest is not None and shown.earliest > window.latest
    after = window.earliest is not None and shown.latest is not None and shown.latest < window.earliest
    return not before and not after


def _conflicts(timeline: Timeline) -> Sequence[str]:
    lines = []
    for conflict in timeline.conflicts:
        aside, against = conflict.set_aside.reason, [statement.reason for statement in conflict.against]
        others = "; ".join(reason.says or reason.rule for reason in against)
        lines.append(f"Set aside: {aside.says or aside.rule}. It contradicts: {others}.")
    return lines
