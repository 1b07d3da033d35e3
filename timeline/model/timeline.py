"""A set of articles and their events: what is saved, drawn and exported."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.statement import Conflict, Statement


@dataclass(frozen=True, slots=True)
class Edit:
    """One change by a user: on what (an event's or an article's id), which field, from, to, when, by whom."""

    subject: str
    field: str
    before: Any
    after: Any
    at: str
    by: str | None = None
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Articles, events, and the statements their dates follow from; `conflicts` are the statements set aside."""

    articles: tuple[Article, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    title: str | None = None
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict, compare=False)
