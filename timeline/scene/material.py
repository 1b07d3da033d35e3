"""What is to be drawn, before anything has a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.scene.extent import Extent, extent_of, published_extent, without_year
from timeline.scene.labels import label_of
from timeline.scene.lanes import Group, group, names_of
from timeline.scene.words import published_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Line
    from timeline.scene.view import View


@dataclass(frozen=True, slots=True)
class Material:
    """
    The events in their lanes with what is known of each.

    `offset`: no year is known anywhere, days are counted from publication. `published` holds the first and last day and
    the words for each publication day; `unknown` are the events without any place on the axis; `names` holds the
    articles' names and `lines` the events' labels, by id.
    """

    timeline: Timeline
    view: View
    offset: bool
    groups: tuple[Group, ...]
    extents: Mapping[str, Extent]
    published: tuple[tuple[float | None, float | None, str], ...]
    unknown: tuple[Event, ...]
    names: Mapping[str, str]
    lines: Mapping[str, Line]

    @property
    def events(self) -> list[Event]:
        """All events that are not hidden."""
        return [event for one in self.groups for event in one.events] + list(self.unknown)

    @property
    def days(self) -> list[float]:
        """The days of publication that are known."""
        return [one[0] for one in self.published if one[0] is not None and one[0] == one[1]]


def gather(timeline: Timeline, view: View) -> Material:
    """The material of a drawing; the same in whatever order the events come."""
    events = sorted(
        (event for event in timeline.events if not event.hidden),
        key=lambda event: (event.article, event.span, event.id),
    )
    offset = without_year(timeline.articles, events)
    extents = {event.id: found for event in events if (found := extent_of(event, offset=offset))}
    names = names_of(timeline)
    groups = group(
        [event for event in events if event.id in extents],
        view.lanes_by,
        view.lanes,
        names,
        {key: extent.reference for key, extent in extents.items()},
    )
    lines = {event.id: label_of(event, bold=event.id == view.selected) for event in events}
    unknown = tuple(event for event in events if event.id not in extents)
    return Material(timeline, view, offset, groups, extents, _published(timeline, offset=offset), unknown, names, lines)


def _published(timeline: Timeline, *, offset: bool) -> tuple[tuple[float | None, float | None, str], ...]:
    if offset:
        return ((0.5, 0.5, ""),)
    ranges = {article.published for article in timeline.articles if not article.published.open}
    shown = [(*published_extent(one), published_words(one)) for one in ranges]
    return tuple(sorted(shown, key=lambda one: (one[0] is None, one[0] or 0.0, one[1] is None, one[1] or 0.0)))
