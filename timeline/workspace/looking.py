"""Looking at a timeline, drawing and exporting it: what a chronicle in memory and a library on disk have in common."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from timeline.errors import TimelineError
from timeline.model.statement import Within
from timeline.model.telling import tellings
from timeline.workspace.sources import SOURCES, from_sources, main_events, stated
from timeline.workspace.tellers import sources_of

if TYPE_CHECKING:
    from os import PathLike

    import plotly.graph_objects as go

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.reasoning.partial import Order
    from timeline.scene.geometry import Scene
    from timeline.workspace.frames import Frame
    from timeline.workspace.tellers import Source

PLOTLY = "application/vnd.plotly.v1+json"
"""What a notebook knows a figure by."""


class Looking(ABC):
    """Whatever has a timeline can be looked at in the same ways."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, bool], tuple[Timeline, Timeline]] = {}

    @property
    @abstractmethod
    def timeline(self) -> Timeline:
        """As it stands: edits in, hidden events still there."""

    @property
    def events(self) -> tuple[Event, ...]:
        """The visible events, in text order."""
        return tuple(event for event in self.timeline.events if not event.hidden)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order they were added."""
        return self.timeline.articles

    def groups(self) -> tuple[tuple[Source, ...], ...]:
        """What each article says of the events that several of them tell, each by itself, in text order."""
        timeline = self.timeline
        return tuple(sources_of(timeline, event) for event in self.events if tellings(event))

    def sources(self, event_id: str) -> tuple[Source, ...]:
        """What each article says that tells an event, or contradicts it; TimelineError where there is no such event."""
        timeline = self.timeline
        return sources_of(timeline, find_event(timeline, event_id))

    def event(self, event_id: str) -> Event:
        """The event with this id; TimelineError where there is none."""
        return find_event(self.timeline, event_id)

    def seen(self, *, dates_from: str = "all", only_stated: bool = False, events: str = "all") -> Timeline:
        """
        The timeline as it follows from some sources only; what is looked at stays as it is.

        Args:
            dates_from: "all"; "text" alone; "publication": the text and a publication day that was given from outside;
                "landmarks": the text and known events.
            only_stated: leave out what is only usual.
            events: "all", or "main" for those a reader would put on a timeline.
        """
        if dates_from not in SOURCES:
            raise TimelineError(f"dates cannot come from {dates_from!r}: choose one of {', '.join(SOURCES)}")
        timeline = whole = self.timeline
        key = (dates_from, only_stated)
        if key != ("all", False):
            kept = self._seen.get(key)
            if kept is None or kept[0] is not whole:
                kept = (whole, from_sources(whole, dates_from, only_stated=only_stated))
                self._seen[key] = kept
            timeline = kept[1]
        return main_events(timeline) if events == "main" else timeline

    def order(self, *, events: str = "all", dates_from: str = "all", only_stated: bool = False) -> Order:
        """
        Which event ended before which began, as far as bounds and relations say.

        Args:
            events: "all", or "main" for those a reader would put on a timeline.
            dates_from: as in `seen`.
            only_stated: leave out what is only usual.
        """
        from timeline.reasoning.partial import partial_order

        seen = self.seen(dates_from=dates_from, only_stated=only_stated)
        asked = [one.id for one in (main_events(seen) if events == "main" else seen).events if not one.hidden]
        return partial_order(stated(seen) if only_stated else seen, asked)

    # --- drawing and keeping ------------------------------------------------------------------------

    def scene(self, **view: Any) -> Scene:  # noqa: ANN401 - the fields of `View`, and those of `seen`
        """The drawing as geometry; takes the fields of `scene.View`, and `dates_from`, `only_stated`, `events`."""
        from timeline.workspace.pictures import scene

        return scene(self, view)

    def figure(self, theme: str = "light", **view: Any) -> go.Figure:  # noqa: ANN401 - as `scene`
        """A Plotly figure that stands by itself, on a date axis where all years lie in 1 to 9999."""
        from timeline.workspace.pictures import figure

        return figure(self, theme, view)

    def frame(self) -> Frame:
        """The visible events as a table for pandas, polars and others; see `workspace.frames.Frame`."""
        from timeline.workspace.frames import Frame
        from timeline.workspace.rows import rows

        return Frame(tuple(rows(self.timeline)))

    def _told(self) -> str:
        """How much there is, in words."""
        events, articles = len(self.events), len(self.articles)
        return f"{events:,} event{'s'[: events != 1]} of {articles:,} article{'s'[: articles != 1]}"

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, Any]:
        """As a notebook shows it: a figure that moves where Plotly is shown, a picture everywhere else."""
        shown = self._told()
        if not self.events:
            return {"text/plain": shown}
        figure = json.loads(self.figure().to_json())
        return {PLOTLY: figure, "image/svg+xml": self.svg(), "text/plain": shown}

    def svg(self, theme: str = "light", **view: Any) -> str:  # noqa: ANN401 - as `scene`
        """The drawing as SVG."""
        from timeline.workspace.pictures import svg

        return svg(self, theme, view)

    def export(self, path: str | PathLike[str], theme: str = "light", format: str | None = None, **view: Any) -> None:  # noqa: ANN401 - as `scene`
        """
        Write a picture (svg, png, pdf), a page that stands alone (html) or data (json, csv, docx and more), by suffix;
        *format* where the suffix is not enough.

        Beside what `scene` takes: a text as `title`; `scale`, pixels of a PNG for each of the drawing's (1); `pages` of
        a PDF, 1 to 20 or "auto", as many as it takes for every event to have its label; `palette`, a file of colours,
        one on a line; `font`, a file for letters that the shipped font lacks; `source_line`, whether the articles are
        named below; `tell`, called with a sentence about letters that no font has.

        Raises:
            ExportError: an unknown suffix, or a place that cannot be written; nothing half-written is left.
        """
        from timeline.workspace.pictures import export

        export(self, path, theme, format, view)

    def save(self, path: str | PathLike[str]) -> None:
        """Save everything as a timeline of its own: hidden events, statements and edits included."""
        from timeline.formats import files, json

        files.write(path, json.write(self.timeline).encode("utf-8"))


def find_event(timeline: Timeline, event_id: str) -> Event:
    """The event with this id; TimelineError where there is none."""
    for event in timeline.events:
        if event.id == event_id:
            return event
    raise TimelineError(f"there is no event {event_id!r} in this timeline: `timeline show --ids` lists them")


def find_article(timeline: Timeline, article_id: str | None) -> Article:
    """The article with this id, the first where None is asked for; TimelineError where there is none."""
    for article in timeline.articles:
        if article_id in (None, article.id):
            return article
    raise TimelineError(f"there is no article {article_id!r} in this timeline")


def landmark_of(timeline: Timeline, event_id: str) -> str | None:
    """The landmark an event is matched with, rejected or set aside or not."""
    for statement in timeline.statements:
        constraint = statement.constraint
        if statement.landmark and isinstance(constraint, Within) and constraint.subject == event_id:
            return statement.landmark
    return None
