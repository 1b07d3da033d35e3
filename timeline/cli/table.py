"""Events in the terminal: a table, or one after the other with the reasons for their dates."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from math import inf
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from timeline.chrono import words
from timeline.chrono.bounds import Bounds, Range
from timeline.formats.files import standard_output
from timeline.formats.shown import date_of
from timeline.model.statement import Stratum
from timeline.model.telling import tellers, tellings
from timeline.reasoning.assumption import assumptions
from timeline.reasoning.contradiction import contradictions
from timeline.workspace.rows import rows
from timeline.workspace.tables import is_table
from timeline.workspace.tellers import quarrels, sources_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.statement import Reason
    from timeline.model.timeline import Timeline

_BASIS = {
    Stratum.EDIT: "what you set",
    Stratum.TEXT: "text",
    Stratum.METADATA: "the page's own date",
    Stratum.LANDMARK: "known event",
    Stratum.USUAL: "usual",
}
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), *range(8234, 8239)), "�")
WIDTH = 120  # where there is no terminal to ask


def show(timeline: Timeline, window: Range, *, why: int = 0, ids: bool = False, left_out: str = "") -> None:
    """
    Print the events that may lie in *window* in order of time, with the first *why* reasons for each date.

    *left_out* is a sentence on what is not shown.
    """
    with standard_output():
        console = Terminal(highlight=False)
        _show(console, timeline, window, why=why, ids=ids)
        if left_out:
            console.print(_text(f"{left_out}."), soft_wrap=True)
        sys.stdout.flush()


def explain(timeline: Timeline, events: Iterable[Event]) -> None:
    """Print the whole argument for the date of some events, its date as EDTF, and what is said against it."""
    with standard_output():
        console = Terminal(highlight=False)
        if not console.is_terminal:
            console.width = max(console.width, WIDTH)
        for event in events:
            _reasons(console, [event], timeline, sys.maxsize, ids=False)
            if event.edtf is not None:
                console.print(Padding(_text(f"As EDTF: {event.edtf}"), (0, 0, 0, 4), expand=False))
            if event.stated is not None:
                stated = words.describe(event.stated, event.kind.value)
                console.print(Padding(_text(f"Without what is only usual: {stated}"), (0, 0, 0, 4), expand=False))
            for line in (one for one in contradictions(timeline) if event.title in one):
                console.print(Padding(_text(line), (0, 0, 0, 4), expand=False))
        sys.stdout.flush()


def listed(timeline: Timeline, window: Range) -> None:
    """Write the events that may lie in *window* as JSON: rows as `chronicle.frame()` has them, in order of time."""
    shown = {one.id for one in timeline.events if _may_lie(one, window)}
    place = {event.id: _place_in_time(event) for event in timeline.events}
    found = sorted((one for one in rows(timeline) if one.event in shown), key=lambda one: place[one.event or ""])
    write_json([asdict(row) for row in found])


def write_json(data: object) -> None:
    """Write plain data for machines on standard output."""
    with standard_output():
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        sys.stdout.flush()


class Terminal(Console):
    """A console that leaves it to us what a closed pipe means."""

    def on_broken_pipe(self) -> None:
        """No message, and no exit of rich's own."""
        raise BrokenPipeError


def _show(console: Console, timeline: Timeline, window: Range, *, why: int, ids: bool) -> None:
    if not console.is_terminal:
        console.width = max(console.width, WIDTH)
    for article in timeline.articles:
        console.print(_text(heading(article)), soft_wrap=True)
    for line in assumptions(timeline.events):
        console.print(_text(f"{line}."), soft_wrap=True)
    shown = sorted((one for one in timeline.events if not one.hidden and _may_lie(one, window)), key=_place_in_time)
    if why:
        _reasons(console, shown, timeline, why, ids=ids)
    else:
        console.print(_table(shown, ids=ids))
    for line in (*contradictions(timeline), *(one.sentence for one in quarrels(timeline))):
        console.print(_text(line), soft_wrap=True)


def printable(text: str) -> str:
    """Text of an article in one line, with what would steer a terminal made visible."""
    return " ".join(text.split()).translate(_CONTROL)


def _table(events: Iterable[Event], *, ids: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("When", min_width=18)
    table.add_column("Event", ratio=1)
    table.add_column("Status")
    table.add_column("Dated by")
    if ids:
        table.add_column("Id", no_wrap=True)
    for event in events:
        cells = [date_of(event) or words.UNKNOWN, f"{event.title}{_tellers(event)}", _status(event), _basis(event)]
        table.add_row(*(_text(cell) for cell in [*cells, *([event.id] if ids else [])]))
    return table


def _reasons(console: Console, events: Iterable[Event], timeline: Timeline, most: int, *, ids: bool) -> None:
    articles = {one.id: one for one in timeline.articles}
    for event in events:
        title = f"{event.title} ({_status(event)}){_tellers(event)}"
        head = f"{date_of(event) or words.UNKNOWN}: {title}{f'  {event.id}' if ids else ''}"
        console.print()
        console.print(_text(head, "bold"))
        for place in _told(event, timeline) if tellings(event) else filter(None, [_cited(event, articles)]):
            console.print(Padding(_text(place), (0, 0, 0, 4), expand=False))
        argument = event.argument(most)
        lines = [_step(reason) for reason in argument.steps]
        if argument.further:
            count = len(argument.further)
            lines.append(f"({count} further {'step' if count == 1 else 'steps'}: --why-all shows them)")
        if argument.conclusion is not None:
            lines.append(_step(argument.conclusion))
        for line in lines:
            console.print(Padding(_text(line), (0, 0, 0, 4), expand=False))


def _tellers(event: Event) -> str:
    """Behind a title: by how many articles an event is told, where it is by several."""
    told = tellers(event)
    return "" if told == 1 else f" (told by {told} articles)"


def _told(event: Event, timeline: Timeline) -> Iterator[str]:
    """What each article says of an event: "Coast Gazette, 13 February 2024: “…”"; the dates are its own."""
    for source in sources_of(timeline, event):
        against = "" if source.agrees else ", which does not agree"
        yield f"{source.title}, {source.when or words.UNKNOWN}{against}: “{source.quote}”"


def _cited(event: Event, articles: Mapping[str, Article]) -> str:
    """Where the words stand in the file they were taken from: "report.pdf, p. 3, ¶ 2"."""
    article = articles.get(event.article)
    place = None if article is None else article.place(event.head)
    if article is None or place is None:
        return ""
    source = f"{article.source}, " if article.source and len(articles) > 1 else ""
    return f"“{event.quote}” ({source}{place.words})"


def _step(reason: Reason) -> str:
    return f"{reason.says or reason.rule} [{_BASIS[reason.stratum]}]"


def _text(words_: str, style: str = "") -> Text:
    return Text(printable(words_), style=style)


def _place_in_time(event: Event) -> tuple[float, float]:
    """Where an event goes in the order of time: by the end of its window that is known; what has none comes last."""
    window = event.bounds.window
    days = [moment for moment in (window.earliest, window.latest) if moment is not None]
    return (min(days), max(days)) if days else (inf, inf)


def heading(article: Article) -> str:
    """An article's name, and its publication day as far as it is known."""
    name = article.title or article.source or article.id
    if article.published.open and is_table(article):
        return name
    if article.published.open:
        return f"{name} (publication day unknown)"
    day = words.describe(Bounds.within(article.published), "day")
    return f"{name} (published {day}{'' if article.given else ', by what the text and known events allow'})"


def _status(event: Event) -> str:
    said = f", {event.attribution}" if event.attribution else ""
    return f"{event.status.value}{said}"


def _basis(event: Event) -> str:
    """What the date rests on: a known event is never passed off as the article's word."""
    if event.landmark is not None:
        return f"known event {event.landmark}"
    strata = sorted({reason.stratum for reason in event.reasons}, key=lambda stratum: stratum.rank)
    return ", ".join(_BASIS[stratum] for stratum in strata)


def _may_lie(event: Event, window: Range) -> bool:
    shown = event.bounds.window
    before = window.latest is not None and shown.earliest is not None and shown.earliest > window.latest
    after = window.earliest is not None and shown.latest is not None and shown.latest < window.earliest
    return not before and not after
