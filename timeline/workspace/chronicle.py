"""What a user holds: a timeline with verbs."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.chrono.bounds import Range
from timeline.errors import DateError, TimelineError
from timeline.model.statement import Stratum, Within, publication
from timeline.model.timeline import Edit, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    import plotly.graph_objects as go

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.reasoning.partial import Order
    from timeline.scene.geometry import Scene

SOURCES = ("all", "text", "publication", "landmarks")
MAIN_WEIGHT = 0.5  # what the extraction gives an event that a reader would put on a timeline


class Chronicle:
    """
    A timeline that can be read, edited, drawn and saved.

    Every change is an edit in the log and can be undone; nothing is overwritten.
    `clock` gives the time that stamps an edit (an ISO string); without one, edits carry no time.
    """

    def __init__(
        self,
        timeline: Timeline,
        *,
        clock: Callable[[], str] | None = None,
        reader: Callable[[Article], Timeline] | None = None,
    ) -> None:
        self._timeline = timeline
        self._clock = clock or (lambda: "")
        self._reader = reader
        self._lock = threading.RLock()
        self._seen: dict[tuple[str, bool], tuple[Timeline, Timeline]] = {}

    # --- looking ----------------------------------------------------------------------------------

    @property
    def timeline(self) -> Timeline:
        """As it stands: edits in, hidden events still there."""
        return self._timeline

    @property
    def events(self) -> tuple[Event, ...]:
        """The visible events, in text order."""
        return tuple(event for event in self._timeline.events if not event.hidden)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order they were added."""
        return self._timeline.articles

    @property
    def can_undo(self) -> bool:
        """There is an edit to take back."""
        return bool(self._timeline.edits)

    def event(self, event_id: str) -> Event:
        """The event with this id; TimelineError where there is none."""
        for event in self._timeline.events:
            if event.id == event_id:
                return event
        raise TimelineError(f"there is no event {event_id!r} in this timeline: `timeline show --ids` lists them")

    def seen(self, *, dates_from: str = "all", only_stated: bool = False, events: str = "all") -> Timeline:
        """
        The timeline as it follows from some sources only; the chronicle itself stays as it is.

        Args:
            dates_from: "all"; "text" alone; "publication": the text and a publication day that was given from outside;
                "landmarks": the text and known events.
            only_stated: leave out what is only usual.
            events: "all", or "main" for those a reader would put on a timeline.
        """
        if dates_from not in SOURCES:
            raise TimelineError(f"dates cannot come from {dates_from!r}: choose one of {', '.join(SOURCES)}")
        with self._lock:
            timeline = self._timeline
            key = (dates_from, only_stated)
            if key != ("all", False):
                kept = self._seen.get(key)
                if kept is None or kept[0] is not timeline:
                    kept = (timeline, _from_sources(timeline, dates_from, only_stated=only_stated))
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

    # --- editing ----------------------------------------------------------------------------------

    def set_published(self, text: str | None, article_id: str | None = None) -> None:
        """
        Set an article's publication day (ISO, EDTF or words), or leave it open with None.

        Raises:
            DateError: *text* names no date.
        """
        article = self._article(article_id)
        before = None
        if article.given is not None:
            before = {"bounds": article.published.as_dict(), "given": article.given}
        after = None
        if text is not None:
            bounds, _kind = _read_date(text, Range())
            if bounds.window.open:
                raise DateError(f"{text!r} says nothing about the publication day: write it as 2025-08-20")
            after = {"text": text, "bounds": bounds.window.as_dict(), "given": "user"}
        self._change(article.id, "published", before, after)

    def set_date(self, event_id: str, text: str | None) -> None:
        """
        Date an event anew (words or EDTF), or give it back to the machine with None.

        Raises:
            DateError: *text* names no date.
            TimelineError: there is no such event.
        """
        event = self.event(event_id)
        earlier = [edit for edit in self._timeline.edits if edit.subject == event_id and edit.field == "date"]
        machine_kind = earlier[0].before["kind"] if earlier else event.kind.value
        before = earlier[-1].after if earlier else self._machine_date(event)
        if text is None:
            after = {**(earlier[0].before if earlier else self._machine_date(event)), "kind": machine_kind}
        else:
            article = self._article(event.article)
            bounds, kind = _read_date(text, article.published)
            after = {"text": text, "bounds": bounds.as_dict(), "kind": kind}
        self._change(event_id, "date", before, after)

    def set_title(self, event_id: str, title: str) -> None:
        """Give an event another title; TimelineError where it is empty."""
        title = " ".join(title.split())
        if not title:
            raise TimelineError("a title needs at least one word: write one, or hide the event")
        self._change(event_id, "title", self.event(event_id).title, title)

    def hide(self, event_id: str) -> None:
        """Take an event off the timeline; it stays in the saved file."""
        self._change(event_id, "hidden", self.event(event_id).hidden, after=True)

    def show(self, event_id: str) -> None:
        """Put a hidden event back."""
        self._change(event_id, "hidden", self.event(event_id).hidden, after=False)

    def reject_landmark(self, event_id: str) -> None:
        """Say "not this event": its date no longer rests on the landmark it was matched with."""
        landmark = self.matched_landmark(event_id)
        if landmark is None:
            raise TimelineError(f"the date of {self.event(event_id).title!r} rests on no known event")
        self._change(event_id, "landmark", landmark, None)

    def reject_landmark_everywhere(self, landmark_id: str) -> None:
        """Reject a landmark for every event matched with it; TimelineError where there is none."""
        matched = [event.id for event in self._timeline.events if self.matched_landmark(event.id) == landmark_id]
        if not matched:
            known = sorted({s.landmark for s in self._timeline.statements if s.landmark})
            hint = f"matched here: {', '.join(known)}" if known else "no event here was matched with a known event"
            raise TimelineError(f"no event was matched with the landmark {landmark_id!r}; {hint}")
        for event_id in matched:
            self.reject_landmark(event_id)

    def matched_landmark(self, event_id: str) -> str | None:
        """The landmark an event is matched with, rejected or set aside or not."""
        for statement in self._timeline.statements:
            constraint = statement.constraint
            if statement.landmark and isinstance(constraint, Within) and constraint.subject == event_id:
                return statement.landmark
        return None

    def undo(self) -> Edit | None:
        """Take the last edit back and say which it was; None where there is none."""
        from timeline.workspace.edits import take_back  # dating is not needed to draw a saved timeline

        with self._lock:
            self._timeline, edit = take_back(self._timeline)
        return edit

    def add(self, article: Article) -> None:
        """Read one more article into the chronicle; one that is there already is left alone."""
        if self._reader is None:
            from timeline.workspace.reading import reader

            self._reader = reader()
        if any(other.id == article.id for other in self.articles):
            return
        self.include(self._reader(article))

    def include(self, other: Timeline) -> None:
        """Put the articles, events and statements of another timeline beside this one's."""
        with self._lock:
            mine = self._timeline
            known = {article.id for article in mine.articles}
            events = tuple(event for event in other.events if event.article not in known)
            self._timeline = replace(
                mine,
                articles=mine.articles + tuple(article for article in other.articles if article.id not in known),
                events=mine.events + events,
                statements=tuple(dict.fromkeys(mine.statements + other.statements)),
                edits=mine.edits + other.edits,
                conflicts=mine.conflicts + other.conflicts,
                title=mine.title or other.title,
                extra={**other.extra, **mine.extra},
            )

    # --- drawing and keeping ------------------------------------------------------------------------

    def scene(self, **view: Any) -> Scene:  # noqa: ANN401 - the fields of `View`, and those of `seen`
        """The drawing as geometry; takes the fields of `scene.View`, and `dates_from`, `only_stated`, `events`."""
        from timeline.workspace.pictures import scene

        return scene(self, view)

    def figure(self, theme: str = "light", **view: Any) -> go.Figure:  # noqa: ANN401 - as `scene`
        """A Plotly figure that stands by itself, on a date axis where all years lie in 1 to 9999."""
        from timeline.workspace.pictures import figure

        return figure(self, theme, view)

    def svg(self, theme: str = "light", **view: Any) -> str:  # noqa: ANN401 - as `scene`
        """The drawing as SVG."""
        from timeline.workspace.pictures import svg

        return svg(self, theme, view)

    def export(self, path: str | PathLike[str], theme: str = "light", format: str | None = None, **view: Any) -> None:  # noqa: ANN401 - as `scene`
        """
        Write a picture or data, by suffix: svg, png, pdf, json, csv; *format* where the suffix is not enough.

        Beside what `scene` takes: `scale`, pixels of a PNG for each of the drawing's (2); `pages` of a PDF, 1 to 20 or
        "auto": as many as it takes for every event to have its label.

        Raises:
            ExportError: an unknown suffix, or a place that cannot be written; nothing half-written is left.
        """
        from timeline.workspace.pictures import export

        export(self, path, theme, format, view)

    def save(self, path: str | PathLike[str]) -> None:
        """Save everything: hidden events, statements and edits included."""
        from timeline.formats import files, json

        files.write(path, json.write(self._timeline).encode("utf-8"))

    # --- within -------------------------------------------------------------------------------------

    def _article(self, article_id: str | None) -> Article:
        for article in self.articles:
            if article_id in (None, article.id):
                return article
        raise TimelineError(f"there is no article {article_id!r} in this timeline")

    def _machine_date(self, event: Event) -> dict[str, Any]:
        from timeline.workspace.edits import written

        stated = any(event.id in _subjects(statement.constraint) for statement in self._timeline.statements)
        date: dict[str, Any] = {"text": None, "bounds": None, "kind": event.kind.value}
        return date if stated else {**date, "written": written(event)}

    def _change(self, subject: str, field: str, before: Any, after: Any) -> None:  # noqa: ANN401 - JSON values
        from timeline.workspace.edits import apply

        if before == after:
            return
        with self._lock:
            edit = Edit(subject=subject, field=field, before=before, after=after, at=self._clock())
            self._timeline = apply(self._timeline, edit)


def stated(timeline: Timeline) -> Timeline:
    """The timeline without the statements of what is only usual: they order events even where they date none."""
    kept = tuple(one for one in timeline.statements if one.stratum is not Stratum.USUAL)
    return replace(timeline, statements=kept)


def main_events(timeline: Timeline) -> Timeline:
    """The timeline with only the events a reader would put on one."""
    kept = tuple(event for event in timeline.events if event.weight >= MAIN_WEIGHT or _edited(timeline, event))
    return replace(timeline, events=kept)


def _edited(timeline: Timeline, event: Event) -> bool:
    return any(edit.subject == event.id for edit in timeline.edits)


def _from_sources(timeline: Timeline, dates_from: str, *, only_stated: bool) -> Timeline:
    from timeline.reasoning.derive import derive
    from timeline.workspace.edits import rejected

    strata = set(Stratum)
    if only_stated:
        strata.discard(Stratum.USUAL)
    if dates_from in ("text", "publication"):
        strata.discard(Stratum.LANDMARK)
    if dates_from in ("text", "landmarks"):
        timeline = _without_given_day(timeline)
        strata.discard(Stratum.METADATA)
    return derive(timeline, strata=frozenset(strata), without=rejected(timeline))


def _without_given_day(timeline: Timeline) -> Timeline:
    """Without the publication days that a user or a page gave; one printed in the article is its text."""
    from timeline.model.article import replace_article

    outside = {publication(article.id) for article in timeline.articles if article.given in ("user", "metadata")}
    statements = tuple(
        statement
        for statement in timeline.statements
        if not (
            isinstance(statement.constraint, Within)
            and statement.constraint.subject in outside
            and statement.stratum in (Stratum.EDIT, Stratum.METADATA)
        )
    )
    articles = tuple(
        replace_article(article, published=Range(), given=None) if publication(article.id) in outside else article
        for article in timeline.articles
    )
    return replace(timeline, articles=articles, statements=statements)


def _subjects(constraint: Any) -> set[str]:  # noqa: ANN401 - any constraint
    points = [getattr(constraint, name, None) for name in ("earlier", "later")]
    return {getattr(constraint, "subject", ""), *(point.subject for point in points if point is not None)}


def _read_date(text: str, reference: Range) -> tuple[Any, str]:
    from timeline.phrases.dates import read_date

    return read_date(text, reference)
