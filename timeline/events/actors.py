"""Who: names, roles and pronouns made one inside an article, and what they roll up to for lanes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline.events.actor import Actor, Cast, Known
from timeline.events.evidence import letters, told_apart
from timeline.events.gazetteer import calling
from timeline.events.identity import actors_of
from timeline.events.lexicon import wordset
from timeline.events.names import names
from timeline.events.places import located
from timeline.events.pronouns import resolve_pronouns
from timeline.events.roles import appositions, roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.names import Name
    from timeline.events.view import View

GROUPS = wordset("group") | calling("forces")
_PERSONS = frozenset({"person", "name"})


def cast(views: Sequence[View]) -> Cast:
    """Everybody in the article."""
    found, ties = told_apart(located(_names(views), views), views)
    actors = actors_of(found, ties)
    named: dict[tuple[int, int], Actor] = {}
    meant: dict[tuple[int, int], Actor] = {}
    for name, actor in zip(found, actors, strict=True):
        for word in name.words:
            named[name.sentence, word] = actor
        for word in name.front:
            meant.setdefault((name.sentence, word), actor)
    known = Known(views, named, meant, {})
    everyone = list(dict.fromkeys(actors))
    called: dict[str, set[str]] = {}
    for view in views:
        appositions(view, known, called)
    for view in views:
        roles(view, everyone, known, called)
        resolve_pronouns(view, known)
    return Cast(named, meant)


def _names(views: Sequence[View]) -> list[Name]:
    """All names; a surname and the letters of a body known from elsewhere are names however they are tagged."""
    by_view = [list(names(view)) for view in views]
    found = [name for few in by_view for name in few if name.words]
    surnames = {name.text.split()[-1] for name in found if name.kind in _PERSONS and len(name.text.split()) > 1}
    single = [name for name in found if len(name.words) == 1 and name.kind == "other"]
    titled = {name.text for name in found if len(name.words) == 1 and name.kind == "person"}
    counted = Counter(name.text for name in single)
    inside = {name.text for name in single if name.words[0] or counted[name.text] > 1}
    first = {name.text.split()[0] for name in found if name.kind in _PERSONS and len(name.text.split()) > 1}
    common = {token.text for view in views for token in view.tokens if token.text.islower()}
    surely = {word for word in surnames | first | inside | titled if word.lower() not in common}
    known = frozenset(surely | letters(found, views).keys())
    for place, view in enumerate(views):
        taken = {word for name in by_view[place] for word in name.words}
        if any(token.text in known and token.index not in taken for token in view.tokens):
            by_view[place] = list(names(view, known))
    return [name for few in by_view for name in few if name.words]


def lane_actor(actors: Sequence[Actor], popular: Mapping[str, int]) -> str | None:
    """
    The lane of an event by its actors, the first counting most.

    An actor rolls up to its country or body. Of several, the one that matters more in the article wins
    (`popular` counts events), and the first where they are equal.
    """
    lanes = [actor.lane for actor in actors if actor.lane]
    if not lanes:
        return None
    return max(lanes, key=lambda lane: (popular.get(lane, 0), -lanes.index(lane)))
