"""What the user can change: each verb takes the desk, the view and the words that came with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from timeline.app.action import Outcome, closed, select
from timeline.app.history import step_words
from timeline.app.state import marked_of
from timeline.errors import ChangedError, TimelineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.app.action import Action
    from timeline.app.desk import Desk
    from timeline.app.state import PageView
    from timeline.model.timeline import Edit

EVENT_FORMS: Final = ("date", "title", "details")
"""The forms that are about the selected event."""
_FORM_OF: Final = {"date": "date", "title": "title", "details": "details", "add": "event"}
"""The form that a verb is sent from; that for a publication day has the article in its name."""
_PAGE: Final = 60
"""Lines of the history that are listed at first, and more each time."""


def refused(desk: Desk, view: PageView, action: Action, fault: TimelineError) -> Outcome:
    """What cannot be done, beside the form it was written into, which keeps what was written; else as a notice."""
    says = str(fault)
    if isinstance(fault, ChangedError):
        title = next((one.title for one in desk.chronicle.timeline.events if one.id == action.subject), "")
        says = f"“{title}”: {says}" if title else says[:1].upper() + says[1:]
    form = f"published:{action.subject}" if action.verb == "publish" else _FORM_OF.get(action.verb)
    if form is None or view.editing != form:
        return Outcome(view, says)
    # what the others wrote has now been told: who sends the form again means it
    return Outcome(
        replace(view, problem=says, typed=action.text, draft=tuple(action.fields.items()), since=desk.version)
    )


def _edit(desk: Desk, view: PageView, action: Action) -> PageView:
    """Open a form, for the subject where one is named, or close the one that is open."""
    form = action.text or None
    if action.subject:
        view = select(desk, view, action.subject)
    if form in EVENT_FORMS and view.selected is None:
        return view
    return replace(closed(view), editing=form, since=view.version)


def _refresh(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Somebody else has changed something: `arg` is what stands in the form that is open."""
    return replace(view, typed=action.text, draft=tuple(action.fields.items())) if view.editing else view


def _date(desk: Desk, view: PageView, action: Action) -> PageView:
    """Nothing typed gives the date back to what the text says."""
    _do(desk, view, action.subject, lambda work: work.set_date(action.subject, action.text.strip() or None))
    return closed(view)


def _title(desk: Desk, view: PageView, action: Action) -> PageView:
    _do(desk, view, action.subject, lambda work: work.set_title(action.subject, action.text))
    return closed(view)


def _details(desk: Desk, view: PageView, action: Action) -> PageView:
    """Who takes part, where, what it is, and what the user says of it: a field that is not sent stays as it is."""
    subject, fields = action.subject, action.fields
    made: dict[str, Any] = {name: _FIELDS[name](text) for name, text in fields.items() if name in _FIELDS}
    if link := fields.get("link", "").strip():
        made["links"] = [*desk.chronicle.event(subject).links, link]
    _do(desk, view, subject, lambda work: work.say(subject, **made))
    return closed(view)


_FIELDS: Final[dict[str, Callable[[str], Any]]] = {
    "actors": lambda text: text.split(";"),
    "places": lambda text: text.split(";"),
    "kind": str,
    "status": str,
    "standing": lambda text: text or None,
    "note": str,
}
"""What is written into a field of the details, as the verb of an editor takes it."""


def _hide(desk: Desk, view: PageView, action: Action) -> Outcome:
    """Hide an event, or several in one step, and select the next one."""
    gone = _named(action)
    titles = [desk.chronicle.event(one).title for one in gone]
    shown = [event.id for event in desk.shown(view)]
    desk.edit(lambda work: work.hide(*gone), gone, _since(view))
    if view.selected in gone:
        view = replace(view, selected=_next(shown, view.selected, gone))
    what = f"“{titles[0]}” is" if len(titles) == 1 else f"{len(titles)} events are"
    return Outcome(closed(view), f"{what} hidden. Undo brings {'it' if len(titles) == 1 else 'them'} back.")


def _show(desk: Desk, view: PageView, action: Action) -> PageView:
    """Put a hidden event back and select it."""
    _do(desk, view, action.text, lambda work: work.show(action.text))
    return select(desk, view, action.text)


def _publish(desk: Desk, view: PageView, action: Action) -> PageView:
    if not action.text.strip():
        raise TimelineError("Write the day of publication, for example 2025-08-20, or cancel.")
    _do(desk, view, action.subject, lambda work: work.set_published(action.text.strip(), action.subject))
    return replace(closed(view), window=None)


def _unpublish(desk: Desk, view: PageView, action: Action) -> PageView:
    _do(desk, view, action.text, lambda work: work.set_published(None, action.text))
    left = tuple(one for one in view.left_open if one != action.text)
    return replace(closed(view), left_open=left, window=None)


def _leave(desk: Desk, view: PageView, action: Action) -> PageView:
    """Leave a publication day open, or all that are asked for: no edit, only an answer."""
    asked = [article.id for article in desk.chronicle.timeline.articles if article.given is None]
    left = [one for one in asked if one not in view.left_open and action.text in ("", one)]
    return replace(closed(view), left_open=(*view.left_open, *left))


def _reject(desk: Desk, view: PageView, action: Action) -> Outcome:
    title = desk.chronicle.event(action.text).title
    _do(desk, view, action.text, lambda work: work.reject_landmark(action.text))
    return Outcome(view, f"“{title}” is no longer taken for a known event. Undo brings it back.")


def _allow(desk: Desk, view: PageView, action: Action) -> Outcome:
    title = desk.chronicle.event(action.text).title
    _do(desk, view, action.text, lambda work: work.allow_landmark(action.text))
    return Outcome(view, f"“{title}” is taken for the known event again. Undo takes that back.")


def _unlink(desk: Desk, view: PageView, action: Action) -> PageView:
    _do(desk, view, action.subject, lambda work: work.unlink(action.subject, action.text))
    return view


# --- one event of several, several of one -----------------------------------------------------------


def _join(desk: Desk, view: PageView, action: Action) -> PageView:
    """Seek another event that is the same as this one; nothing named: no longer."""
    there = any(event.id == action.text for event in desk.seen(view).events)
    return replace(closed(view), joining=action.text if there else None)


def _merge(desk: Desk, view: PageView, action: Action) -> Outcome:
    """The subject and another one, or several others, are one event."""
    others = _named(action)
    titles = [desk.chronicle.event(one).title for one in others]
    desk.edit(lambda work: work.merge(action.subject, *others), [action.subject, *others], view.version)
    view = select(desk, replace(view, joining=None), action.subject)
    what = f"“{titles[0]}” is" if len(titles) == 1 else f"{len(titles)} events are"
    return Outcome(view, f"{what} part of this event now. Undo parts them.")


def _named(action: Action) -> list[str]:
    """The events that an action names: one, or several of the table."""
    several = action.arg if isinstance(action.arg, list) else [action.text]
    named = list(dict.fromkeys(one for one in several if isinstance(one, str)))
    if not named:
        raise TimelineError("No event was named: choose one.")
    return named


def _split(desk: Desk, view: PageView, action: Action) -> Outcome:
    """Part all that is one event, or the one that is named from the others."""
    _do(desk, view, action.subject, lambda work: work.split(action.subject, action.text or None))
    return Outcome(closed(view), "They are events of their own now. Undo puts them together.")


def _split_off(desk: Desk, view: PageView, action: Action) -> Outcome:
    """Make one of an event's mentions an event of its own: `arg` is its number."""
    number = int(action.text) if action.text.isdecimal() and len(action.text) < 6 else 0
    made = _do(desk, view, action.subject, lambda work: work.split(action.subject, number))
    return Outcome(select(desk, view, made), "It is an event of its own now. Undo puts it back.")


def _mark(_desk: Desk, view: PageView, action: Action) -> PageView:
    """Make an event of marked words, or of none: `arg` is an article, the first character and the end."""
    return replace(closed(view), editing="event", marked=marked_of(action.arg))


def _add(desk: Desk, view: PageView, action: Action) -> Outcome:
    fields = action.fields
    more: dict[str, Any] = {"date": fields.get("date", "").strip() or None}
    if view.marked is not None:
        article, *span = view.marked
        more |= {"article_id": article, "span": tuple(span)}
    made = desk.edit(lambda work: work.add_event(fields.get("title", ""), **more))
    view = select(desk, view.cleared(), made)
    return Outcome(closed(view), "The event is added. Undo takes it away.")


# --- back and forth -----------------------------------------------------------------------------------


def _undo(desk: Desk, view: PageView, _action: Action) -> Outcome:
    return _stepped(desk, view, desk.undo(), "Undone", "There is nothing to undo.")


def _redo(desk: Desk, view: PageView, _action: Action) -> Outcome:
    return _stepped(desk, view, desk.redo(), "Done again", "There is nothing to do again.")


def _stepped(desk: Desk, view: PageView, edits: list[Edit], what: str, nothing: str) -> Outcome:
    if not edits:
        return Outcome(view, nothing)
    view, subject = closed(view), edits[0].subject
    if any(event.id == subject and not event.hidden for event in desk.seen(view).events):
        view = replace(view, selected=subject)
    return Outcome(view, f"{what}: {step_words(edits, desk.chronicle.timeline)}")


def _history(_desk: Desk, view: PageView, action: Action) -> PageView:
    """List what was done, or more of it."""
    return replace(view, history=view.history + _PAGE if action.text == "more" else max(view.history, _PAGE))


def _do(desk: Desk, view: PageView, subject: str, change: Any) -> Any:  # noqa: ANN401 - what the verb gives
    """Edit something as the page shows it: refused where it was edited after that."""
    return desk.edit(change, [subject], _since(view))


def _since(view: PageView) -> int:
    """The version that the user had before them when they began to edit."""
    return view.since if view.editing in EVENT_FORMS or (view.editing or "").startswith("published:") else view.version


def _next(shown: list[str], selected: str | None, gone: list[str]) -> str | None:
    """The next event after the selected one that is not gone, or else the one before it."""
    if selected not in shown:
        return None
    at = shown.index(selected)
    return next((one for one in [*shown[at + 1 :], *reversed(shown[:at])] if one not in gone), None)


VERBS: Final[dict[str, Any]] = {
    "edit": _edit,
    "refresh": _refresh,
    "date": _date,
    "title": _title,
    "details": _details,
    "unlink": _unlink,
    "hide": _hide,
    "show": _show,
    "publish": _publish,
    "unpublish": _unpublish,
    "leave": _leave,
    "reject": _reject,
    "allow": _allow,
    "join": _join,
    "merge": _merge,
    "split": _split,
    "split-off": _split_off,
    "mark": _mark,
    "add": _add,
    "undo": _undo,
    "redo": _redo,
    "history": _history,
}
