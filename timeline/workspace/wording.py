"""What may be said of an event, field by field: what is written is put into the form an edit keeps, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import urlsplit

from timeline.errors import TimelineError
from timeline.model.event import Kind, Standing, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from enum import Enum

Word = TypeVar("Word", bound="Enum")


def said(field: str, value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """What one of the plain fields is to say; TimelineError in a sentence where it cannot say that, or is none."""
    if field not in _SAYS:
        raise TimelineError(f"{field!r} is no field that can be edited: choose one of {', '.join(_SAYS)}")
    return _SAYS[field](value)


def title_of(text: str) -> str:
    """A title without what surrounds it."""
    title = " ".join(text.split())
    if not title:
        raise TimelineError("a title needs at least one word: write one, or hide the event")
    return title


def address_of(text: str) -> str:
    """An address of the web."""
    address = text.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or any(sign.isspace() for sign in address):
        raise TimelineError(f"{text!r} is no address of the web: write it as https://example.org/page")
    return address


def _names(names: Iterable[str]) -> list[str]:
    """Names without what surrounds them, each once."""
    return list(dict.fromkeys(name for name in (" ".join(one.split()) for one in names) if name))


def _word(word: str, kind: type[Word]) -> Any:  # noqa: ANN401 - the value of one of its members
    try:
        return kind(word).value
    except ValueError:
        choices = ", ".join(str(one.value) for one in kind)
        raise TimelineError(f"{word!r} is not possible: choose one of {choices}") from None


_SAYS: Final[dict[str, Callable[[Any], Any]]] = {
    "title": title_of,
    "actors": _names,
    "places": _names,
    "kind": lambda word: _word(word, Kind),
    "status": lambda word: _word(word, Status),
    "lane": lambda lane: None if lane is None else title_of(lane),
    "standing": lambda word: None if word is None else _word(word, Standing),
    "note": lambda note: (note or "").strip() or None,
    "attribution": lambda who: " ".join((who or "").split()) or None,
    "source": lambda cited: " ".join((cited or "").split()) or None,
    "links": lambda links: list(dict.fromkeys(address_of(one) for one in links)),
}
