"""The verbs of an editor: each makes an edit of what the user says, or refuses it in one sentence."""

from __future__ import annotations

import hashlib
from abc import abstractmethod
from itertools import combinations
from typing import Any

from timeline.chrono import words
from timeline.errors import TimelineError
from timeline.formats._events import write_event
from timeline.model.event import Event, Mention
from timeline.model.span import Span
from timeline.model.telling import tellings
from timeline.workspace.looking import find_article, find_event
from timeline.workspace.saying import Change, Saying, dated
from timeline.workspace.wording import title_of


class Editing(Saying):
    """Whatever can be edited: every change is an edit in the log and can be undone; nothing is overwritten."""

    # --- what there is ----------------------------------------------------------------------------

    def hide(self, *event_ids: str) -> None:
        """Take events off the timeline; they stay in what is saved, and one undo brings all of them back."""
        for event_id in event_ids:
            self._unmerged(event_id)
        found = {event_id: find_event(self._about(event_id), event_id).hidden for event_id in event_ids}
        changes = [
            Change(event_id, "hidden", before=False, after=True) for event_id, hidden in found.items() if not hidden
        ]
        if changes:
            self._commit(*changes)

    def show(self, event_id: str) -> None:
        """Put a hidden event back."""
        self._unmerged(event_id)
        self._plain(event_id, hidden=False)

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
            title=title_of(title or quote),
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
            title=title_of(one.quote),
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
