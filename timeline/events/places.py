"""Where: the places a clause or a noun phrase names, and the country each lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.gazetteer import place
from timeline.events.lexicon import wordset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events.actor import Cast
    from timeline.events.view import View

_WHERE = wordset("where")
_GOES = wordset("goes to")


def places_of(view: View, cast: Cast, words: Iterable[int], verb: int | None = None) -> tuple[str, ...]:
    """The places among these words that say where, each once; the object of "visit" or "invade" says where too."""
    goes = verb is not None and view.lemma(verb) in _GOES
    found: dict[str, None] = {}
    for word in words:
        actor = cast.named.get((view.number, word))
        if actor is None or not _is_place(actor.name, actor.short, actor.kind):
            continue
        head = _head_of_name(view, cast, word)
        preposition = view.preposition(head)
        token = view.tokens[head]
        if (preposition in _WHERE) or (goes and token.relation == "object"):
            found.setdefault(actor.short.removeprefix("the ") if actor.kind != "country" else actor.name)
    return tuple(found)


def _is_place(name: str, short: str, kind: str) -> bool:
    if kind in {"country", "place"}:
        return True
    known = place(short) or place(name)
    return known is not None and known.kind == "seat"


def _head_of_name(view: View, cast: Cast, word: int) -> int:
    """The word of a name that hangs outside it."""
    actor = cast.named.get((view.number, word))
    for _ in range(8):
        head = view.tokens[word].head
        if head == word or cast.named.get((view.number, head)) != actor:
            return word
        word = head
    return word


def country(name: str) -> str:
    """The country a place lies in, for lanes; the place itself where that is not known."""
    found = place(name)
    return found.country if found else name
