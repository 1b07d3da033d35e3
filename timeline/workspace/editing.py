"""The verbs of an editor: each makes an edit of what the user says, or refuses it in one sentence."""

from __future__ import annotations

import hashlib
from abc import abstractmethod
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from timeline.chrono import words
from timeline.chrono.bounds import Range
from timeline.errors import DateError, TimelineError
from timeline.formats._events import write_event
from timeline.model.event import Event, Kind, Mention, Standing, Status
from timeline.model.span import Span
from timeline.model.telling import tellings
from timeline.workspace.looking import Looking, find_article, find_event, landmark_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum

    from timeline.chrono.bounds import Bounds
    from timeline.model.article import Article
    from timeline.model.timeline import Timeline

Word = TypeVar("Word", bound="Enum")


class Change(NamedTuple):
    """What is to become of a field: an edit that does not know yet when and by whom."""

    subject: str
    field: str
    before: Any
    after: Any


class Editing(Looking):
    """Whatever can be edited: every change is an edit in the log and can be undone; nothing is overwritten."""

    @abstractmethod
    def _about(self, subject: str | None) -> Timeline:
        """At least what hangs together with an event or article; TimelineError where there is none such."""

    @abstractmethod
    def _commit(self, *changes: Change) -> None:
        """Make the changes, all of them or none."""

    # --- dates ------------------------------------------------------------------------------------

    def set_published(self, text: str | None, article_id: str | None = None) -> None:
        """
        Set an article's publication day (ISO, EDTF or words), or leave it open with None.

        Raises:
            DateError: *text* names no date.
        """
        about = self._about(article_id)
        article = find_article(about, article_id)
        before = published(about, article)
        after = None
        if text is not None:
            bounds, _kind = read_date(text, Range())
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
        from timeline.workspace.dating import date_now, machine_date

        about = self._about(event_id)
        event = find_event(about, event_id)
        before = {**date_now(about, event), "kind": event.kind.value}
        if text is None:
            machine = machine_date(about, event)
            kinds = [edit.after for edit in about.edits if edit.subject == event_id and edit.field == "kind"]
            after = {**machine, "kind": kinds[-1] if kinds else machine["kind"]}
        else:
            after = dated(text, find_article(about, event.article).published)
        self._change(event_id, "date", before, after)

    def reject_landmark(self, event_id: str) -> None:
        """Say "not this event": its date no longer rests on the landmark it was matched with."""
        about = self._about(event_id)
        landmark = landmark_of(about, event_id)
        if landmark is None:
            raise TimelineError(f"the date of {find_event(about, event_id).title!r} rests on no known event")
        self._change(event_id, "landmark", landmark, None)

    def reject_landmark_everywhere(self, landmark_id: str) -> None:
        """Reject a landmark for every event matched with it; TimelineError where there is none."""
        timeline = self.timeline
        matched = [event.id for event in timeline.events if landmark_of(timeline, event.id) == landmark_id]
        if not matched:
            known = sorted({s.landmark for s in timeline.statements if s.landmark})
            hint = f"matched here: {', '.join(known)}" if known else "no event here was matched with a known event"
            raise TimelineError(f"no event was matched with the landmark {landmark_id!r}; {hint}")
        self._commit(*(Change(event_id, "landmark", landmark_id, None) for event_id in matched))

    # --- what it says -----------------------------------------------------------------------------

    def set_title(self, event_id: str, title: str) -> None:
        """Give an event another title; TimelineError where it is empty."""
        self._plain(event_id, "title", _title(title))

    def set_actors(self, event_id: str, actors: Iterable[str]) -> None:
        """Say who takes part, the first of them being the one whose lane it is."""
        self._plain(event_id, "actors", _names(actors))

    def set_places(self, event_id: str, places: Iterable[str]) -> None:
        """Say where it was."""
        self._plain(event_id, "places", _names(places))

    def set_kind(self, event_id: str, kind: str) -> None:
        """Say that it lies within one "day", or lasts longer: "span"."""
        self._plain(event_id, "kind", _word(kind, Kind).value)

    def set_status(self, event_id: str, status: str) -> None:
        """Say whether it happened: "happened", "reported", "planned", "possible" or "denied"."""
        self._plain(event_id, "status", _word(status, Status).value)

    def set_lane(self, event_id: str, lane: str | None) -> None:
        """Put an event into a lane by name; None: into that of its first actor."""
        self._plain(event_id, "lane", None if lane is None else _title(lane))

    def set_standing(self, event_id: str, standing: str | None) -> None:
        """Say how it stands as a fact of a case: "disputed", "undisputed", "unsure", or None."""
        self._plain(event_id, "standing", None if standing is None else _word(standing, Standing).value)

    def set_note(self, event_id: str, note: str | None) -> None:
        """Write a note beside an event; None or nothing takes it away."""
        self._plain(event_id, "note", (note or "").strip() or None)

    def link(self, event_id: str, address: str) -> None:
        """Put an address beside an event; TimelineError where it is none of the web."""
        links = find_event(self._about(event_id), event_id).links
        self._plain(event_id, "links", [*links, *({_address(address)} - set(links))])

    def unlink(self, event_id: str, address: str) -> None:
        """Take an address away; TimelineError where it is not there."""
        links = find_event(self._about(event_id), event_id).links
        if address not in links:
            raise TimelineError(f"{address!r} does not stand beside that event: {', '.join(links) or 'nothing does'}")
        self._plain(event_id, "links", [one for one in links if one != address])

    # --- what there is ----------------------------------------------------------------------------

    def hide(self, event_id: str) -> None:
        """Take an event off the timeline; it stays in what is saved."""
        self._unmerged(event_id)
        self._plain(event_id, "hidden", value=True)

    def show(self, event_id: str) -> None:
        """Put a hidden event back."""
        self._unmerged(event_id)
        self._plain(event_id, "hidden", value=False)

    def add_event(
        self,
        title: str = "",
        *,
        date: str | None = None,
        article_id: str | None = None,
        span: tuple[int, int] | None = None,
    ) -> str:
        """
        Add an event: the words at *span* of an article, or, with neither, one that no article tells of.

        Args:
            title: the words that are marked, where it is empty.
            date: when, in words or EDTF; None: it is not known.
            article_id: the article whose words are marked.
            span: the characters ``[start, end)`` that are marked.

        Returns:
            the new event's id.

        Raises:
            TimelineError: there is no such article or span, or neither a title nor words.
        """
        from timeline.workspace.joining import OWN

        if span is None:
            article, where = OWN, Span(0, 0)
        else:
            article, where = find_article(self._about(article_id), article_id), Span(*span)
            if not 0 <= where.start < where.end <= len(article.text):
                raise TimelineError(f"there are no characters {where.start} to {where.end} in that article: mark some")
        quote = where.of(article.text)
        event_id = self._fresh_id(article.id, title, quote, where)
        event = Event(
            id=event_id,
            article=article.id,
            title=_title(title or quote),
            quote=quote,
            span=where,
            head=where,
            mentions=(Mention(quote, where, where),) if quote else (),
            weight=1.0,
            when=words.UNKNOWN,
        )
        after: dict[str, Any] = {"event": write_event(event)}
        if date is not None:
            after["date"] = dated(date, article.published)
            after["event"]["kind"] = after["date"]["kind"]
        self._commit(Change(event_id, "event", None, after))
        return event_id

    def merge(self, event_id: str, *others: str) -> None:
        """
        Say that events are one: the first is shown, the others stand within it, and what dates one dates all.

        Where several articles tell one of them, all of its tellings are meant.

        Raises:
            TimelineError: one of them is not there, is hidden, or is part of another already.
        """
        kept = find_event(self._about(event_id), event_id)
        if others and event_id not in others:
            told = [one for event in (event_id, *others) for one in (event, *self._told_as(event)) if one != event_id]
            others = tuple(dict.fromkeys(told))
        found = [find_event(self._about(other), other) for other in others]
        for event in (kept, *found):
            if event.hidden:
                raise TimelineError(f"{event.title!r} is hidden, so it cannot be merged: show or split it first")
        parts = [one.id for one in found]
        if not parts or len({event_id, *parts}) <= len(parts):
            raise TimelineError("name at least two different events to merge")
        if any(self._within(part) for part in parts):
            raise TimelineError("one of these events has others within it already: merge into that one")
        before = self._within(event_id)
        self._change(event_id, "parts", before, [*before, *parts])

    def split(self, event_id: str, what: int | str | None = None) -> str | None:
        """
        Part what is one event here: all that was merged, or else all that articles tell of it.

        Args:
            event_id: the event that is shown.
            what: an event within it, which alone is parted from the others; or the number of a place where it is told
                (1 is the second), which is made an event of its own.

        Returns:
            the id of the event that was made of a mention.

        Raises:
            TimelineError: there is nothing to part.
        """
        if isinstance(what, int):
            return self._split_off(event_id, what)
        event = find_event(self._about(event_id), event_id)
        merged = self._within(event_id)
        if merged and (what is None or what in merged):
            self._change(event_id, "parts", merged, [] if what is None else [one for one in merged if one != what])
            return None
        told = self._told_as(event_id)
        if not told or (what is not None and what not in told):
            missing = "no other events within it" if what is None else f"no event {what!r} within it"
            raise TimelineError(f"{event.title!r} has {missing}: nothing is to be parted")
        pairs = combinations(told, 2) if what is None else ((what, one) for one in told if one != what)
        edits = [one for one in self._about(event_id).edits if one.subject == event_id and one.field == "apart"]
        before = edits[-1].after if edits else []
        self._change(event_id, "apart", before, sorted([*before, *(sorted(pair) for pair in pairs)]))
        return None

    def _split_off(self, event_id: str, mention: int) -> str:
        event = find_event(self._about(event_id), event_id)
        if not 1 <= mention < len(event.mentions):
            told = len(event.mentions) or 1
            raise TimelineError(f"{event.title!r} is told {told} times: a mention is a number from 1 to {told - 1}")
        one = event.mentions[mention]
        new_id = self._fresh_id(event.article, "", one.quote, one.span)
        made = Event(
            id=new_id,
            article=event.article,
            title=_title(one.quote),
            quote=one.quote,
            span=one.span,
            head=one.head,
            mentions=(one,),
            status=event.status,
            attribution=event.attribution,
            weight=1.0,
            when=words.UNKNOWN,
        )
        self._change(event_id, "split", None, {"event": write_event(made), "place": mention})
        return new_id

    # --- within -------------------------------------------------------------------------------------

    def _change(self, subject: str, field: str, before: Any, after: Any) -> None:  # noqa: ANN401 - JSON values
        if before != after:
            self._commit(Change(subject, field, before, after))

    def _plain(self, event_id: str, field: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        from timeline.workspace.edits import value_of

        self._change(event_id, field, value_of(find_event(self._about(event_id), event_id), field), value)

    def _told_as(self, event_id: str) -> list[str]:
        """The events of several articles that are shown as one with this one; none where it is told by one."""
        timeline = self.timeline
        if len(timeline.articles) < 2:
            return []
        event = find_event(timeline, event_id)
        shown = event if event.merged is None else find_event(timeline, event.merged)
        told = [one.event for one in tellings(shown)]
        return told if event_id in told else []

    def _within(self, event_id: str) -> list[str]:
        """The events that stand within one."""
        return [event.id for event in self._about(event_id).events if event.merged == event_id]

    def _unmerged(self, event_id: str) -> None:
        about = self._about(event_id)
        event = find_event(about, event_id)
        if event.merged is not None:
            whole = find_event(about, event.merged).title
            raise TimelineError(f"{event.title!r} was said to be {whole!r}: split that one first")

    @abstractmethod
    def _has_event(self, event_id: str) -> bool:
        """An event has this id."""

    def _fresh_id(self, *parts: object) -> str:
        number = 0
        while True:
            made = hashlib.sha256(repr((parts, number)).encode("utf-8", "backslashreplace")).hexdigest()[:12]
            if not self._has_event(made):
                return made
            number += 1


def read_date(text: str, reference: Range) -> tuple[Bounds, str]:
    """Bounds and kind of a date that the user typed; imported when it is needed."""
    from timeline.phrases import dates

    return dates.read_date(text, reference)


def published(timeline: Timeline, article: Article) -> dict[str, Any] | None:
    """What an article's publication day was set to last, or what was given from elsewhere; None: it is inferred."""
    earlier = [edit.after for edit in timeline.edits if edit.field == "published" and edit.subject == article.id]
    if earlier:
        return dict(earlier[-1]) if earlier[-1] else None
    return None if article.given is None else {"bounds": article.published.as_dict(), "given": article.given}


def dated(text: str, reference: Range) -> dict[str, Any]:
    """A typed date as the value of an edit."""
    bounds, kind = read_date(text, reference)
    return {"text": text, "bounds": bounds.as_dict(), "kind": kind}


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise TimelineError("a title needs at least one word: write one, or hide the event")
    return title


def _names(names: Iterable[str]) -> list[str]:
    """Names without what surrounds them, each once."""
    return list(dict.fromkeys(name for name in (" ".join(one.split()) for one in names) if name))


def _word(word: str, kind: type[Word]) -> Word:
    try:
        return kind(word)
    except ValueError:
        choices = ", ".join(str(one.value) for one in kind)
        raise TimelineError(f"{word!r} is not possible: choose one of {choices}") from None


def _address(text: str) -> str:
    address = text.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or any(sign.isspace() for sign in address):
        raise TimelineError(f"{text!r} is no address of the web: write it as https://example.org/page")
    return address
