"""What is said of an event when one points at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.event import Status
from timeline.model.telling import objections, tellers
from timeline.scene.geometry import Note
from timeline.scene.labels import usual_of
from timeline.scene.text import clean
from timeline.scene.words import published_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event

_STATUS = {
    Status.HAPPENED: "",
    Status.REPORTED: "reported",
    Status.PLANNED: "planned",
    Status.POSSIBLE: "possible",
    Status.DENIED: "did not happen",
}


def note_of(event: Event, articles: Mapping[str, str], *, offset: bool) -> Note:
    """Title, date in words, how sure that is, and the article it comes from, or how many tell it."""
    when = clean(event.when) or (published_words(event.bounds.window) if not offset else "") or "date unknown"
    usual = usual_of(event)
    sure = []
    if event.landmark:
        sure.append("the day of a known event" if event.bounds.one_day else "from a known event")
    elif event.bounds.one_day and not usual:
        sure.append("from the text")
    elif not event.bounds.open or event.offset:
        sure.append("some time within" if event.kind.value == "day" else "longer than a day")
    if usual:
        sure.append(f"usual, not stated: {usual}")
    if event.shared:
        sure.append(event.shared)
    if _STATUS[event.status]:
        by = clean(event.attribution or "")
        sure.append(_STATUS[event.status] + (f" ({by})" if by and event.status is Status.REPORTED else ""))
    if objections(event):
        sure.append("another article contradicts it")
    told = tellers(event)
    source = articles.get(event.article, "") if told == 1 else f"told by {told} articles"
    return Note(clean(event.title) or event.id, when, ", ".join(sure), source)
