"""Who: names, roles and pronouns made one inside an article, and what they roll up to for lanes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.actor import Actor, Cast
from timeline.events.gazetteer import country_of, people
from timeline.events.lexicon import wordset
from timeline.events.names import Name, names
from timeline.events.pronouns import at, main_subject, resolve_pronouns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.view import View

ROLES = wordset("role")
GROUPS = wordset("group")
_FAR = 20
_BODIES = {"alliance": ("NATO",), "bloc": ("European Union",)}


def cast(views: Sequence[View]) -> Cast:
    """Everybody in the article."""
    found = [name for view in views for name in names(view)]
    actors = _actors(found)
    named: dict[tuple[int, int], Actor] = {}
    for name, actor in zip(found, actors, strict=True):
        for word in name.words:
            named[name.sentence, word] = actor
    meant: dict[tuple[int, int], Actor] = {}
    for name, actor in zip(found, actors, strict=True):
        for word in name.front:
            meant.setdefault((name.sentence, word), actor)
    everyone = list(dict.fromkeys(actors))
    for view in views:
        _appositions(view, named, meant)
    for view in views:
        _roles(view, views, everyone, named, meant)
    for view in views:
        resolve_pronouns(view, views, named, meant)
    return Cast(named, meant)


def _appositions(view: View, named: Mapping[tuple[int, int], Actor], meant: dict[tuple[int, int], Actor]) -> None:
    """The noun in "the mayor, Tomás Vidal, wrote" is he, whatever the parse makes of it."""
    for token in view.tokens[2:]:
        name = named.get((view.number, token.index))
        if name is None or name.kind != "person" or view.tokens[token.index - 1].text != ",":
            continue
        last = token.index
        while last + 1 < len(view.tokens) and named.get((view.number, last + 1)) == name:
            last += 1
        closed = last + 1 == len(view.tokens) or view.tokens[last + 1].pos == "PUNCT"
        noun = token.index - 2
        while view.tokens[noun].relation == "nominal" and view.tokens[noun].head < noun:
            noun = view.tokens[noun].head  # "the author of the report, Jane Dole"
        if noun != token.index - 2 and not _person_noun(view.lemma(noun)):
            noun = token.index - 2 if view.tokens[token.index - 2].relation != "nominal" else -1
        if noun >= 0 and closed and view.tokens[noun].pos in {"NOUN", "ADJ"} and (view.number, noun) not in named:
            meant.setdefault((view.number, noun), name)


def _person_noun(lemma: str) -> bool:
    """It names somebody by what they are or do."""
    return lemma in ROLES or lemma in wordset("person") or lemma in wordset("title")


def _actors(found: Sequence[Name]) -> list[Actor]:
    """One actor per name, the same value for all forms of a name."""
    found = _persons(found)
    persons = [name for name in found if name.kind == "person"]
    apart = _relatives(persons)
    full: dict[str, Name] = {}
    for name in sorted(persons, key=lambda name: -len(name.text.split())):
        if name.text.casefold() not in apart:
            full.setdefault(_key(name), name)
    firsts = _first_names(persons, full)
    alone = Counter(name.text for name in found if len(name.text.split()) == 1)
    countries = _countries(persons)
    titles: dict[str, tuple[str, ...]] = {}
    for name in persons:
        if name.titles:
            titles.setdefault(_key(name), name.titles)
    brief: dict[str, str] = {}
    for name in found:
        if name.kind == "country" and name.country and len(name.text) < len(brief.get(name.country, name.text + ".")):
            brief[name.country] = name.text
    made: dict[str, Actor] = {}
    result = []
    for name in found:
        key = firsts.get(name.text, _key(name))
        if name.text.casefold() in apart:
            key = name.text.casefold()
            made.setdefault(key, _person_actor(name, name.titles, Counter(), None))
        elif name.kind == "person" or (len(name.text.split()) == 1 and name.kind == "other" and key in full):
            if key not in made:
                made[key] = _person_actor(full.get(key, name), titles.get(key, ()), alone, countries.get(key))
        else:
            key = f"{name.kind}:{name.text.casefold()}"
            made.setdefault(key, _other_actor(name, brief))
        result.append(made[key])
    return result


def _persons(found: Sequence[Name]) -> list[Name]:
    """Two capitalised words are a person's name where the last of them stands alone elsewhere, and a body's else."""
    alone = {name.text for name in found if len(name.text.split()) == 1}
    return [
        replace(name, kind="person" if name.text.split()[-1] in alone else "other") if name.kind == "name" else name
        for name in found
    ]


def _key(name: Name) -> str:
    """What makes two names of a person one: the usual spelling where it is known, else the last word."""
    return name.known.split()[-1].casefold() if name.known else name.text.split()[-1].casefold()


def _first_names(persons: Sequence[Name], full: Mapping[str, Name]) -> Mapping[str, str]:
    """The person a first name alone stands for, where only one has it: "Tom" of Tom Smith."""
    found: dict[str, set[str]] = {}
    for name in persons:
        parts = name.text.split()
        if len(parts) > 1 and not name.known:
            found.setdefault(parts[0], set()).add(_key(name))
    return {first: keys.pop() for first, keys in found.items() if len(keys) == 1 and first.casefold() not in full}


def _relatives(persons: Sequence[Name]) -> frozenset[str]:
    """Full names that share a surname with somebody named before: "Anna Hallam" beside Peter, who keeps the surname."""
    first: dict[str, str] = {}
    others = set()
    for name in persons:
        parts = name.text.split()
        if name.known or len(parts) == 1:
            continue
        if first.setdefault(_key(name), parts[0].casefold()) != parts[0].casefold():
            others.add(name.text.casefold())
    return frozenset(others)


def _countries(persons: Sequence[Name]) -> Mapping[str, str]:
    """The country of a person, known or by the words in front of the name."""
    known: dict[str, str] = {}
    for person in persons:
        for country in (person.country, *(country_of(title) for title in person.titles)):
            if country:
                known.setdefault(_key(person), country)
    return known


def _person_actor(whole: Name, titles: Sequence[str], alone: Counter[str], country: str | None) -> Actor:
    known = people().get(whole.known.casefold()) if whole.known else None
    single = len(whole.text.split()) == 1
    surname = whole.text.split()[-1]
    name = known.name if known and single and known.name.endswith(surname) else whole.text
    short = surname if known or alone[surname] else whole.text
    roles = [title.lower() for title in titles if title.lower() in ROLES]
    forms = {word.casefold() for word in (*whole.text.split(), whole.text)}
    if known:
        forms |= {word.casefold() for alias in (*known.aliases, known.name) for word in (*alias.split(), alias)}
    role = known.role if known else roles[-1] if roles else None
    return Actor(name, short, "person", country or whole.text, whole.gender, role, frozenset(forms))


def _other_actor(name: Name, brief: Mapping[str, str]) -> Actor:
    """A country goes by its shortest form in the article where a headline is short of room."""
    lane = name.country if name.kind != "organisation" or name.country else name.text
    forms = frozenset({name.text.casefold(), *(word.casefold() for word in name.text.split())})
    full_name = name.country if name.kind in {"country", "people"} and name.country else name.text
    short = brief.get(name.country or "", name.text) if name.kind == "country" else name.text
    return Actor(full_name or name.text, short, name.kind, lane or name.text, None, None, forms)


def _body_before(view: View, views: Sequence[View], named: Mapping[tuple[int, int], Actor]) -> Actor | None:
    """The body that was the subject of a sentence before: what "the company" takes up."""
    for earlier in reversed(views[max(0, view.number - _FAR) : view.number]):
        subject = None if earlier.sentence.heading else main_subject(earlier)
        actor = None if subject is None else named.get((earlier.number, subject))
        if actor is not None and actor.kind in {"organisation", "other"}:
            return actor
    return None


def _roles(
    view: View,
    views: Sequence[View],
    everyone: Sequence[Actor],
    named: Mapping[tuple[int, int], Actor],
    meant: dict[tuple[int, int], Actor],
) -> None:
    """Roles and bodies: "the US president", "the spokeswoman", "the alliance" are the one the article names."""
    for token in view.tokens:
        lemma = token.lemma.lower()
        if token.pos not in {"NOUN", "PROPN"} or at(view, token.index, named, meant):
            continue
        front = [view.tokens[word].text for word in view.subtree(token.index) if word < token.index]
        if not any(word.lower() == "the" for word in front[:1]):
            continue
        if lemma in _BODIES:
            body = next((actor for actor in everyone if actor.name in _BODIES[lemma]), None)
            if body:
                meant[view.number, token.index] = body
            continue
        if lemma in wordset("company") and front and len(front) == 1:
            body = _body_before(view, views, named)
            if body is not None:
                meant[view.number, token.index] = body
            continue
        if lemma not in ROLES or view.under(token.index, "nominal", "relative", "apposition", "conjunct"):
            continue
        country = next((found for word in front if (found := country_of(word))), None)
        extra = [word for word in front[1:] if not country_of(word)]
        fits = [
            actor
            for actor in everyone
            if actor.kind == "person"
            and actor.role
            and actor.role.split()[-1] == lemma
            and (country is None or actor.lane == country)
            and all(word.lower() in {*actor.role.split(), "then"} for word in extra)
        ]
        names_ = {actor.name for actor in fits}
        if len(names_) == 1 or (fits and country):
            meant[view.number, token.index] = fits[0]


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
