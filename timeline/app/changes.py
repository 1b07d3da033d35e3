"""What would give an event another date, and how that is done: each way is an action of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from timeline.app.steps import Steps
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

_MOST: Final = 3
"""Known events, or events to be dated, that are offered of each kind."""


class Way(NamedTuple):
    """What can be done, the action that does it, and the date that gives, where that is known beforehand."""

    says: str
    verb: str
    arg: str
    then: str = ""


def what_would_change(
    event: Event, timeline: Timeline, others: Mapping[str, str], steps: Steps, rejected: Collection[str] = ()
) -> tuple[Way, ...]:
    """
    What would give the event another date, what is most likely known to the user first.

    *others* are the dates in words by source ("publication", "landmarks"), if only what is "stated" counts, and if the
    publication were some other "day"; *rejected* are the events that were said to be no known event.
    """
    return (
        *_day(event, timeline, others),
        *_known(event, timeline, others, steps, rejected),
        *_anchors(timeline, steps),
        *(
            [Way("Leave out what is only usual", "stated", "only", others["stated"])]
            if _other(event, others, "stated")
            else []
        ),
    )


def back_to_all(event: Event, everything: str, *, dates_from: str, only_stated: bool) -> tuple[Way, ...]:
    """The ways back from what the view leaves out; *everything* is the date in words by all that is known."""
    found = []
    then = everything if everything != event.when else ""
    if dates_from != "all":
        found.append(Way("Take in everything that is known", "dates", "all", then))
    if only_stated:
        found.append(Way("Take in what is usual, too", "stated", "", then))
    return tuple(found)


def _day(event: Event, timeline: Timeline, others: Mapping[str, str]) -> list[Way]:
    article = next((one for one in timeline.articles if one.id == event.article), None)
    if article is None:
        return []
    form = f"published:{article.id}"
    if _other(event, others, "day"):
        return [Way("Set the publication day of its article", "edit", form)]
    if article.given in ("user", "metadata") and _other(event, others, "landmarks"):
        leave = Way("Leave the publication day open", "unpublish", article.id, others["landmarks"])
        return [Way("Set another publication day", "edit", form), leave]
    return []


def _known(
    event: Event, timeline: Timeline, others: Mapping[str, str], steps: Steps, rejected: Collection[str]
) -> list[Way]:
    titles = {one.id: one.title for one in timeline.events}
    matched = dict.fromkeys(one for reason in event.reasons if (one := steps.matched(reason)))
    found = [Way(f"“{titles.get(one, '')}” is not the known event", "reject", one) for one in matched][:_MOST]
    if _other(event, others, "publication"):
        found.append(Way("Leave out known events", "dates", "publication", others["publication"]))
    near = [event.id, *steps.anchors()]
    back = [one for one in near if one in rejected and one in titles]
    return [*found, *(Way(f"“{titles[one]}” is the known event after all", "allow", one) for one in back)]


def _anchors(timeline: Timeline, steps: Steps) -> list[Way]:
    """The events that its date is counted from and whose own day is not known."""
    anchors = steps.anchors()
    open_ = [one for one in timeline.events if one.id in anchors and not one.bounds.one_day]
    return [Way(f"Date “{one.title}”", f"edit:{one.id}", "date") for one in open_[:_MOST]]


def _other(event: Event, others: Mapping[str, str], source: str) -> bool:
    return others[source] != event.when
