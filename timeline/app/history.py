"""What was done, in words: on what, what of it, from what, to what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.model.timeline import Edit, Timeline

_FIELDS: Final = {
    "title": "Title",
    "note": "Note",
    "lane": "Lane",
    "kind": "Kind",
    "status": "Status",
    "standing": "Standing",
    "attribution": "Who says so",
    "source": "Source",
    "actors": "Who takes part",
    "places": "Where",
    "links": "Links",
    "date": "Date",
    "published": "Publication day",
}
"""Fields that have a value before and one after."""
_KINDS: Final = {"day": "within one day", "span": "lasts longer"}
_NOTHING: Final = "nothing"
_LONGEST: Final = 120


class Done(NamedTuple):
    """One edit in words: the event or article it is about, what was done, and the values where there are any."""

    on: str
    what: str
    before: str = ""
    after: str = ""

    def sentence(self) -> str:
        """``Title of “The ferry sank”: from “A” to “B”``."""
        about = f"{self.what}: “{self.on}”" if self.on else self.what
        return f"{about}, from {self.before} to {self.after}" if self.before else about


def told(edit: Edit, timeline: Timeline) -> Done:
    """An edit in words; what it is about goes by the title it has now, or had."""
    on = name_of(edit, timeline)
    if edit.field in _FIELDS:
        before, after = (_value(edit.field, value) for value in (edit.before, edit.after))
        return Done(on, _FIELDS[edit.field], before, after)
    words = _WORDS.get(edit.field)
    return Done(on, words(edit, timeline) if words else f"Changed: {edit.field}")


def step_words(edits: Sequence[Edit], timeline: Timeline) -> str:
    """A whole step in one clause: its first edit, and how many more."""
    first = told(edits[0], timeline).sentence()
    first = first[:1].lower() + first[1:]
    return first if len(edits) == 1 else f"{first}, and {len(edits) - 1} more"


def name_of(edit: Edit, timeline: Timeline) -> str:
    """What an edit is about: an event by its title, an article by its own; empty where it is gone."""
    for event in timeline.events:
        if event.id == edit.subject:
            return event.title
    for article in timeline.articles:
        if article.id == edit.subject:
            return article.title or article.source or "an article"
    made = next((value for value in (edit.after, edit.before) if isinstance(value, dict) and "event" in value), None)
    return str(made["event"].get("title", "")) if made and edit.field == "event" else ""


def _value(field: str, value: Any) -> str:  # noqa: ANN401 - a JSON value
    """What a field said, as it is told: the user's own words where there are some."""
    if field == "date":
        return _quoted(value["text"]) if isinstance(value, dict) and value.get("text") else "what is read in the text"
    if field == "published":
        return _day(value)
    if value is None or value in ("", []):
        return _NOTHING
    if isinstance(value, list):
        return "; ".join(map(str, value))[:_LONGEST]
    if field == "kind":
        return _KINDS.get(value, str(value))
    return _quoted(str(value))


def _day(value: Any) -> str:  # noqa: ANN401 - a JSON value
    if not isinstance(value, dict):
        return "what is inferred"
    if value.get("text"):
        return _quoted(str(value["text"]))
    days = value.get("bounds") or {}
    first, last = days.get("earliest"), days.get("latest")
    return str(first) if first == last else f"{first or '…'} to {last or '…'}"


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”"


def _parts(edit: Edit, timeline: Timeline) -> str:
    titles = {event.id: event.title for event in timeline.events}
    before, after = set(edit.before or ()), set(edit.after or ())
    more = [titles.get(one, "another event") for one in edit.after or () if one not in before]
    less = [titles.get(one, "another event") for one in edit.before or () if one not in after]
    if more:
        return f"Made one with {', '.join(map(_quoted, more))}"
    return f"Parted from {', '.join(map(_quoted, less))}"


def _article(edit: Edit, _timeline: Timeline) -> str:
    if edit.before is not None and edit.after is not None:
        return "Article read again"
    return "Article taken out" if edit.after is None else "Article added"


_WORDS: Final[dict[str, Callable[[Edit, Timeline], str]]] = {
    "hidden": lambda edit, _: "Hidden" if edit.after else "Shown again",
    "landmark": lambda edit, _: "Not the known event" if edit.after is None else "The known event after all",
    "event": lambda edit, _: "Added by hand" if edit.after else "Taken away",
    "split": lambda edit, _: "A mention made an event of its own" if edit.after else "A mention put back",
    "parts": _parts,
    "apart": lambda edit, _: (
        "Parted: several articles, not one event" if edit.after else "One event of several articles"
    ),
    "article": _article,
}
