"""
Articles to timelines one can trust.

>>> import timeline
>>> timeline.Article(text="The ferry sank on Tuesday.", published="2025-08-22").published.as_dict()
{'earliest': '2025-08-22', 'latest': '2025-08-22'}

Names are imported when they are first used: opening and drawing a saved timeline loads no language processing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.chrono.bounds import Bounds, Range
    from timeline.errors import (
        ArticleError,
        ChangedError,
        DateError,
        ExportError,
        InstallationError,
        LandmarksError,
        LibraryError,
        SavedTimelineError,
        TimelineError,
    )
    from timeline.model.article import Article
    from timeline.model.event import Event, Kind, Status
    from timeline.model.expression import TimeExpression
    from timeline.model.span import Span
    from timeline.model.statement import Reason, Statement, Stratum
    from timeline.model.timeline import Timeline
    from timeline.pipeline import DatedSpan, date_spans, order_spans
    from timeline.reasoning.partial import Order
    from timeline.workspace.chronicle import Chronicle
    from timeline.workspace.expressions import find_time_expressions
    from timeline.workspace.library import Library
    from timeline.workspace.opening import open_library
    from timeline.workspace.reading import extract, load, read

_HOME = {
    "Article": "timeline.model.article",
    "ArticleError": "timeline.errors",
    "Bounds": "timeline.chrono.bounds",
    "ChangedError": "timeline.errors",
    "Chronicle": "timeline.workspace.chronicle",
    "DateError": "timeline.errors",
    "DatedSpan": "timeline.pipeline",
    "Event": "timeline.model.event",
    "ExportError": "timeline.errors",
    "InstallationError": "timeline.errors",
    "Kind": "timeline.model.event",
    "LandmarksError": "timeline.errors",
    "Library": "timeline.workspace.library",
    "LibraryError": "timeline.errors",
    "Order": "timeline.reasoning.partial",
    "Range": "timeline.chrono.bounds",
    "Reason": "timeline.model.statement",
    "SavedTimelineError": "timeline.errors",
    "Span": "timeline.model.span",
    "Statement": "timeline.model.statement",
    "Status": "timeline.model.event",
    "Stratum": "timeline.model.statement",
    "TimeExpression": "timeline.model.expression",
    "Timeline": "timeline.model.timeline",
    "TimelineError": "timeline.errors",
    "date_spans": "timeline.pipeline",
    "extract": "timeline.workspace.reading",
    "find_time_expressions": "timeline.workspace.expressions",
    "load": "timeline.workspace.reading",
    "open_library": "timeline.workspace.opening",
    "order_spans": "timeline.pipeline",
    "read": "timeline.workspace.reading",
}

__all__ = [
    "Article",
    "ArticleError",
    "Bounds",
    "ChangedError",
    "Chronicle",
    "DateError",
    "DatedSpan",
    "Event",
    "ExportError",
    "InstallationError",
    "Kind",
    "LandmarksError",
    "Library",
    "LibraryError",
    "Order",
    "Range",
    "Reason",
    "SavedTimelineError",
    "Span",
    "Statement",
    "Status",
    "Stratum",
    "TimeExpression",
    "Timeline",
    "TimelineError",
    "date_spans",
    "extract",
    "find_time_expressions",
    "load",
    "open_library",
    "order_spans",
    "read",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
