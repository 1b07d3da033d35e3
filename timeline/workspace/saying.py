"""The verbs of an editor that say something of an event or an article: its dates, and what else stands beside it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.chrono.bounds import Range
from timeline.errors import DateError, TimelineError
from timeline.workspace.looking import Looking, find_article, find_event, landmark_of
from timeline.workspace.wording import address_of, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.chrono.bounds import Bounds
    from timeline.model.article import Article
    from timeline.model.timeline import Timeline


class Change(NamedTuple):
    """What is to become of a field: an edit that does not know yet when and by whom."""

    subject: str
    field: str
    before: Any
    after: Any


class Saying(Looking):
    """Whatever can be said of what there is: every change is an edit in the log and can be undone."""

    @abstractmethod
    def _about(self, subject: str | None) -> Timeline:
        """At least what hangs together with an event or article; TimelineError where there is none such."""

    @abstractmethod
    def _commit(self, *changes: Change) -> None:
        """Make the changes, all of them or none; one undo takes them back together."""

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

    def rejected_landmarks(self) -> frozenset[str]:
        """The events that were said to be no known event."""
        from timeline.workspace.edits import rejected

        return rejected(self.timeline)

    def allow_landmark(self, event_id: str) -> None:
        """Take an event for the known event after all that was rejected; TimelineError where none was."""
        from timeline.workspace.edits import rejected

        about = self._about(event_id)
        landmark = landmark_of(about, event_id)
        if landmark is None or event_id not in rejected(about):
            raise TimelineError(f"no known event was rejected for {find_event(about, event_id).title!r}")
        self._change(event_id, "landmark", None, landmark)

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

    def say(self, event_id: str, **fields: Any) -> None:  # noqa: ANN401 - as each field has it
        """
        Say several things of an event at once, which one undo takes back together.

        Args:
            event_id: the event.
            fields: any of title, actors, places, kind, status, lane, standing, note and links, each as the verb of that
                name takes it, attribution ("per an official") and source (as it is cited); a field that says the same
                already is no edit.

        Raises:
            TimelineError: one of them cannot be said, and then none is.
        """
        self._plain(event_id, **{field: said(field, value) for field, value in fields.items()})

    def set_title(self, event_id: str, title: str) -> None:
        """Give an event another title; TimelineError where it is empty."""
        self.say(event_id, title=title)

    def set_actors(self, event_id: str, actors: Iterable[str]) -> None:
        """Say who takes part, the first of them being the one whose lane it is."""
        self.say(event_id, actors=actors)

    def set_places(self, event_id: str, places: Iterable[str]) -> None:
        """Say where it was."""
        self.say(event_id, places=places)

    def set_kind(self, event_id: str, kind: str) -> None:
        """Say that it lies within one "day", or lasts longer: "span"."""
        self.say(event_id, kind=kind)

    def set_status(self, event_id: str, status: str) -> None:
        """Say whether it happened: "happened", "reported", "planned", "possible" or "denied"."""
        self.say(event_id, status=status)

    def set_lane(self, event_id: str, lane: str | None) -> None:
        """Put an event into a lane by name; None: into that of its first actor."""
        self.say(event_id, lane=lane)

    def set_standing(self, event_id: str, standing: str | None) -> None:
        """Say how it stands as a fact of a case: "disputed", "undisputed", "unsure", or None."""
        self.say(event_id, standing=standing)

    def set_note(self, event_id: str, note: str | None) -> None:
        """Write a note beside an event; None or nothing takes it away."""
        self.say(event_id, note=note)

    def link(self, event_id: str, address: str) -> None:
        """Put an address beside an event; TimelineError where it is none of the web."""
        links = find_event(self._about(event_id), event_id).links
        self._plain(event_id, links=[*links, *({address_of(address)} - set(links))])

    def unlink(self, event_id: str, address: str) -> None:
        """Take an address away; TimelineError where it is not there."""
        links = find_event(self._about(event_id), event_id).links
        if address not in links:
            raise TimelineError(f"{address!r} does not stand beside that event: {', '.join(links) or 'nothing does'}")
        self._plain(event_id, links=[one for one in links if one != address])

    # --- within -------------------------------------------------------------------------------------

    def _change(self, subject: str, field: str, before: Any, after: Any) -> None:  # noqa: ANN401 - JSON values
        if before != after:
            self._commit(Change(subject, field, before, after))

    def _plain(self, event_id: str, **values: Any) -> None:  # noqa: ANN401 - JSON values
        """Change fields of an event, those that say something else already, in one step."""
        from timeline.workspace.edits import value_of

        event = find_event(self._about(event_id), event_id)
        changes = [Change(event_id, field, value_of(event, field), value) for field, value in values.items()]
        changed = [change for change in changes if change.before != change.after]
        if changed:
            self._commit(*changed)


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
