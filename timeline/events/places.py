"""Where: the places a clause or a noun phrase names, and the country each lies in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.gazetteer import calling, place
from timeline.events.lexicon import wordset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.events.actor import Cast
    from timeline.events.names import Name
    from timeline.events.view import View

_WHERE = wordset("where") - {"from"}
_TO = frozenset({"to", "into", "toward", "towards", "for"})
_GOES = wordset("goes to")
_MOVES = calling("moves")
_PARTS = calling("part of a place")
_WHOLE = frozenset({"country", "region", "ambiguous"})


def places_of(view: View, cast: Cast, words: Iterable[int], verb: int | None = None) -> tuple[str, ...]:
    """The places among these words that say where, each once; the object of "visit" or "invade" says where too."""
    goes = verb is not None and view.lemma(verb) in _GOES
    found: dict[str, None] = {}
    for word in words:
        actor = cast.named.get((view.number, word))
        if actor is None or not _is_place(actor.name, actor.short, actor.kind):
            continue
        if _says_where(view, cast, _head_of_name(view, cast, word), goes=goes):
            found.setdefault(actor.short.removeprefix("the ") if actor.kind != "country" else actor.name)
    return tuple(found)


def only_where(view: View, head: int) -> bool:
    """A place somebody goes to or comes from takes no part: "he fled to *Malta*", "they sailed from *Spain*"."""
    return view.preposition(head) in _TO | {"from"} and view.lemma(view.tokens[head].head) in _MOVES


def _says_where(view: View, cast: Cast, head: int, *, goes: bool) -> bool:
    """
    By its preposition, or by that of the noun it belongs to.

    "In Lyon", "in the city of Lyon", "in Southwark, London", "in Spain and Portugal"; "to Lyon" of somebody who goes
    there, not of a letter or a defeat; not "a man from Lyon".
    """
    token = view.tokens[head]
    preposition = view.preposition(head)
    if preposition is None and token.relation in {"conjunct", "apposition"} and token.head < head:
        above = token.head
        whole = cast.named.get((view.number, above)) is not None
        return whole and _says_where(view, cast, _head_of_name(view, cast, above), goes=goes)
    if preposition == "of" and view.lemma(token.head) in _PARTS:
        return _says_where(view, cast, token.head, goes=goes)
    if preposition in _TO:
        return view.lemma(token.head) in _MOVES
    return preposition in _WHERE or (goes and token.relation == "object")


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


def located(found: Sequence[Name], views: Sequence[View]) -> list[Name]:
    """
    Places that may lie in several countries, put where the article says.

    "Cambridge, Massachusetts" says it; so does the name of another place or people of only one of those countries.
    A name nothing is said of stays a name: nothing is guessed.
    """
    result = list(found)
    for spot, name in enumerate(found):
        known = place(name.text)
        if known is None or name.kind not in {"place", "country"}:
            continue
        behind = _behind(found, spot, views) if known.kind not in {"country", "demonym"} else None
        if behind is not None:
            result[spot] = replace(name, country=behind, kind="place")
        elif known.either:
            said = {other.country for other in found if other.country in known.either and _tells(other)}
            if len(said) == 1:
                country = said.pop()
                result[spot] = replace(name, country=country, kind="country" if country == known.name else "place")
    return result


def _behind(found: Sequence[Name], spot: int, views: Sequence[View]) -> str | None:
    """The country of the region or country named right behind, between commas: "Paris, Texas, …"."""
    if spot + 1 == len(found):
        return None
    name, after = found[spot], found[spot + 1]
    tokens = views[name.sentence].tokens
    whole = place(after.text)
    if after.sentence != name.sentence or whole is None or whole.kind not in _WHOLE or whole.name == name.text:
        return None
    closed = after.words[-1] + 1 == len(tokens) or tokens[after.words[-1] + 1].pos == "PUNCT"
    beside = [token.text for token in tokens[name.words[-1] + 1 : after.words[0]]] == [","]
    return whole.country if closed and beside and not whole.either else None


def _tells(name: Name) -> bool:
    """It lies in one country for sure, and is no country that news speaks of anyway."""
    known = place(name.text)
    return known is not None and not known.either and (known.kind in {"city", "region", "capital", "demonym"})


def country(name: str) -> str:
    """The country a place lies in, for lanes; the place itself where that is not known."""
    found = place(name)
    return found.country if found else name
