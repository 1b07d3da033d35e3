"""Finding events on the page: what a view asks of them, and the verbs that ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from timeline.app.action import Action, Outcome
from timeline.app.state import PageView, filters_of, period_of
from timeline.chrono.calendar import day_of
from timeline.chrono.period import Period
from timeline.errors import TimelineError
from timeline.phrases.dates import read_date
from timeline.scene.facets import Filter
from timeline.scene.facts import CLOSED, fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.app.desk import Desk
    from timeline.app.drawing import Lane
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.scene.facts import Facts

LANE: Final = "lane"
"""The lane an event lies in: a dimension of the page alone."""


class InLanes:
    """What events are found by with the lane of each, put together anew only for those of which either changed."""

    def __init__(self) -> None:
        self._kept: dict[str, _InLane] = {}

    def of(self, found: Iterable[Facts], lanes: Iterable[Lane]) -> tuple[Facts, ...]:
        """Each with its lane."""
        lane_of = {event: lane.key for lane in lanes for event in lane.events}
        made = []
        for one in found:
            lane, kept = lane_of.get(one.event), self._kept.get(one.event)
            if kept is None or kept.alone is not one or kept.lane != lane:
                kept = self._kept[one.event] = _InLane(one, lane)
            made.append(kept)
        return tuple(made)


class _InLane:
    """What an event is found by, its lane among it."""

    __slots__ = ("alone", "event", "lane", "values")

    def __init__(self, alone: Facts, lane: str | None) -> None:
        self.event = alone.event
        self.alone = alone
        self.lane = lane
        self.values = _WithLane(alone, lane)

    @property
    def text(self) -> str:
        return self.alone.text

    @property
    def days(self) -> tuple[int, int] | None:
        return self.alone.days


class _WithLane(Mapping[str, tuple[str, ...]]):
    """The values of an event, and its lane as one more dimension."""

    __slots__ = ("_alone", "_lane", "_others")

    def __init__(self, alone: Facts, lane: str | None) -> None:
        self._alone = alone
        self._lane = () if lane is None else (lane,)
        self._others: Mapping[str, tuple[str, ...]] | None = None

    def __getitem__(self, dimension: str) -> tuple[str, ...]:
        if dimension == LANE:
            return self._lane
        if self._others is None:
            self._others = self._alone.values
        return self._others[dimension]

    def __iter__(self) -> Iterator[str]:
        return chain(self._alone.values, (LANE,))

    def __len__(self) -> int:
        return len(self._alone.values) + 1


def wanted(view: PageView, lanes: Iterable[Lane]) -> Filter:
    """What a view asks of events: the lanes that are on are values like others."""
    chosen: dict[str, frozenset[str]] = {}
    for dimension, value in view.filters:
        chosen[dimension] = chosen.get(dimension, frozenset()) | {value}
    if view.without:
        chosen[LANE] = frozenset(lane.key for lane in lanes if lane.key not in view.without)
    return Filter(words_of(view.search), chosen, Period.of(view.period) if view.period else None)


def meant(desk: Desk, view: PageView) -> tuple[PageView, tuple[str, ...]]:
    """A view from an address without the names that nothing here has, and those as the address has them."""
    if desk.follows or not (view.filters or view.without):  # of an index there may be such events elsewhere
        return view, ()
    open_ended = {name for name, _ in view.filters if name not in CLOSED}
    known = {(name, value) for one in desk.facts(view) for name in open_ended for value in one.values[name]}
    lanes = {lane.key for lane in desk.lanes(view)}
    strange = [pair for pair in view.filters if pair[0] not in CLOSED and pair not in known]
    off = [key for key in view.without if key not in lanes]
    view = replace(
        view,
        filters=tuple(pair for pair in view.filters if pair not in strange),
        without=tuple(key for key in view.without if key in lanes),
    )
    return view, tuple(f"{name}={value}" for name, value in [*strange, *(("without", key) for key in off)])


def telling(articles: Iterable[Article], events: Iterable[Event], search: str) -> tuple[Article, ...]:
    """The articles that tell one of some events, and those whose text has the words that are searched for."""
    told, words = {event.article for event in events}, words_of(search)
    return tuple(one for one in articles if one.id in told or (words and all(word in fold(one.text) for word in words)))


# --- verbs ------------------------------------------------------------------------------------------


def _filter(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Filter by a value, or no longer: `arg` is the dimension and the value."""
    found = filters_of([action.arg])
    return replace(view, filters=filters_of(tuple(set(view.filters) ^ set(found))))


def _period(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Leave the events of a period, as the address has it or in words; of none, all of them."""
    return replace(view, period=period_of(action.text) or _in_words(action.text))


def _in_words(text: str) -> str:
    """A period that somebody typed, "after 2019"; empty for nothing. DateError where it names no time."""
    if not text.strip():
        return ""
    window = read_date(text)[0].window
    if window.open:
        raise TimelineError(f"“{text.strip()}” names no period: write 2024, March 2024, after 2019 or 2019 to 2021.")
    first, last = (None if one is None else day_of(one) for one in (window.earliest, window.latest))
    return str(Period(first, last))


def _clear(_desk: Desk, view: PageView, _action: Action) -> PageView:
    """All events, dated by everything that is known."""
    return replace(view.cleared(), dates_from="all", only_stated=False)


def _finding(_desk: Desk, view: PageView, action: Action) -> Outcome:
    """Open the panel with the filters, or close it."""
    return Outcome(replace(view, finding=action.arg == "open"))


VERBS: Final[Mapping[str, Any]] = {
    "filter": _filter,
    "period": _period,
    "clear": _clear,
    "finding": _finding,
}
