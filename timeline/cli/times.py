"""`timeline show --times`: the time expressions of an article, with what each says and how it is built."""

from __future__ import annotations

import json
import sys
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

import timeline.workspace as work
from timeline.chrono import words
from timeline.chrono.bounds import Bounds
from timeline.chrono.interval import Interval
from timeline.chrono.iso import iso_earliest, iso_latest
from timeline.cli.gather import date, expanded
from timeline.cli.table import WIDTH, Terminal, printable
from timeline.formats.files import standard_output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.expression import TimeExpression


def show_all(
    files: Iterable[str], published: str | None, model: str | None, *, allow_network: bool, machine: bool = False
) -> None:
    """The time expressions of each article in turn; for a *machine* all of them in one JSON list."""
    from timeline.workspace.expressions import find_time_expressions

    day = None if published is None else date(published, "--published")
    found: list[dict[str, Any]] = []
    for file in expanded(files):
        article = work.read(file, allow_network=allow_network)
        if day is not None:
            article = article.with_published(day, "user")
        expressions = find_time_expressions(article, model=model)
        if machine:
            found += [{"article": article.title or file, **_told(expression)} for expression in expressions]
        else:
            show_times(expressions)
    if machine:
        with standard_output():
            sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def show_times(expressions: Iterable[TimeExpression]) -> None:
    """A row an expression: where it stands, its words, TIMEX3 type, value and modifier, its days, and its tree."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in ("Place", "Words", "Type", "Value", "Mod", "Days", "Tree"):
        table.add_column(heading, overflow="fold")
    for expression in expressions:
        cells = (
            f"{expression.span.start}–{expression.span.end}",
            expression.text,
            expression.type,
            expression.value,
            expression.mod or "",
            days(expression),
            tree_text(expression.tree),
        )
        table.add_row(*(Text(printable(" ".join(cell.split()))) for cell in cells))
    with standard_output():
        console = Terminal(highlight=False)
        if not console.is_terminal:
            console.width = max(console.width, WIDTH)
        console.print(table)
        sys.stdout.flush()


def _told(expression: TimeExpression) -> dict[str, Any]:
    return {
        "span": [expression.span.start, expression.span.end],
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "mod": expression.mod,
        "days": days(expression),
        "tree": tree_text(expression.tree),
    }


def days(expression: TimeExpression) -> str:
    """The days the expression lies within, in words, as far as the publication day tells; "" where it names none."""
    bounds = expression.bounds
    return "" if bounds.open else words.describe(Bounds.within(bounds.window), "day")


def tree_text(tree: Any) -> str:  # noqa: ANN401 - trees and patterns of every kind
    """
    A tree as one reads it: ``Last(Weekday(1))``; fixed times as their first and last day.

    >>> from timeline.chrono.expressions import Last, Weekday
    >>> tree_text(Last(Weekday(1)))
    'Last(Weekday(1))'
    """
    if tree is None:
        return ""
    if isinstance(tree, Interval):
        return f"{iso_earliest(tree.start)}…{iso_latest(tree.end - 1)}"
    if isinstance(tree, Enum):
        return str(tree.value)
    if not is_dataclass(tree):
        return repr(tree)
    parts = [(place, getattr(tree, place.name)) for place in fields(tree)]
    shown = [tree_text(value) for place, value in parts if value != place.default]
    return f"{type(tree).__name__}({', '.join(shown)})"
