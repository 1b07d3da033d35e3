"""Ships and the like: which names are theirs, what only they do, and which of them "she" is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.actor import Actor
from timeline.events.gazetteer import calling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.actor import Known
    from timeline.events.names import Name
    from timeline.events.view import View

VESSELS = calling("vessel")
_ANY = frozenset({"boat", "ship", "vessel"})
_PREFIXES = calling("vessel prefix")
_ALONE = calling("only things do")
_PARTS = calling("ship part")
_SUFFERED = calling("only things suffer")
_WITH = {"roll": {"over", "onto"}, "run": {"aground"}, "break": {"up"}, "go": {"aground"}}
_RECENT = 8  # sentences back


def ships_told_apart(found: Sequence[Name], views: Sequence[View]) -> list[Name]:
    """The names, those of ships marked as such: "the ferry *Adeline*", "the *Adeline*, a ferry", "HMS *Tern*"."""
    kinds: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name in found:
        if (noun := _noun_of(views[name.sentence], name)) is not None:
            kinds[_bare(name.text)][noun] = None
    return [
        replace(name, kind="vessel", titles=tuple(kinds[_bare(name.text)]), gender=None, known=None, front=())
        if _bare(name.text) in kinds and not name.front
        else name
        for name in found
    ]


def _bare(text: str) -> str:
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _PREFIXES else words)


def _noun_of(view: View, name: Name) -> str | None:
    """What kind of ship a name is said to be, None where it is not said to be one."""
    first, last = name.words[0], name.words[-1]
    if view.tokens[first].text.lower() in _PREFIXES and last > first:
        return "ship"
    noun = first - 1
    if noun > 0 and view.tokens[noun].text in {"SS", "MS"}:
        noun -= 1  # "the liner SS Orla"
    if noun >= 0 and view.tokens[noun].text.islower() and view.lemma(noun) in VESSELS:
        return view.lemma(noun)
    for word in name.words:
        beside = [*view.under(word, "apposition")]
        if view.tokens[word].relation == "apposition":
            beside.append(view.tokens[word].head)
        for kid in beside:
            if view.tokens[kid].pos == "NOUN" and view.lemma(kid) in VESSELS:
                return view.lemma(kid)
    return None


def only_things_do(view: View, word: int) -> bool:
    """The pronoun's verb is none of a person's: "she capsized", "she was torpedoed", "she rolled onto her side"."""
    number = view.clause_of[word]
    if number is None or view.clauses[number].subject != word:
        return False
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    if clause.passive:
        return lemma in _SUFFERED
    if clause.objects:
        return False
    near = {view.tokens[kid].text.lower() for kid in view.subtree(clause.predicate)}
    return lemma in _ALONE or bool(near & _WITH.get(lemma, set()))


def part_of_ship(view: View, word: int) -> bool:
    """What "her" has is a ship's: "her hull", "her captain"."""
    token = view.tokens[word]
    return token.relation == "possessive" and view.lemma(token.head) in _PARTS


def she(view: View, word: int, known: Known) -> Actor | None:
    """The ship told of last, None where two may be meant."""
    for earlier in reversed(known.views[max(0, view.number - _RECENT) : view.number + 1]):
        until = word if earlier is view else len(earlier.tokens)
        told = {actor for w in range(until) if (actor := known.at(earlier, w)) is not None and is_ship(actor)}
        plain = {earlier.lemma(w) for w in range(until) if _unnamed(earlier, w) and not _bears(earlier, w, known)}
        if not told and not plain:
            continue
        plain -= {actor.name for actor in told}
        if len(told) + len(plain) > 1:
            return None
        return told.pop() if told else _thing(plain.pop())
    return None


def is_ship(actor: Actor | None) -> bool:
    """By name, or by its noun."""
    return actor is not None and (
        actor.kind == "vessel" or (actor.kind == "thing" and actor.name.split()[-1].lower() in VESSELS)
    )


def ships_in(view: View, known: Known) -> bool:
    """A ship is told of in a sentence."""
    return any(_unnamed(view, word) or is_ship(known.at(view, word)) for word in range(len(view.tokens)))


def the_ship(lemma: str, named: Mapping[tuple[int, int], Actor], until: int) -> Actor | None:
    """The only ship named so far that "the ferry" or "the ship" may be."""
    ships = dict.fromkeys(actor for (number, _), actor in named.items() if number < until and actor.kind == "vessel")
    fits = [ship for ship in ships if lemma in ship.roles or (lemma in _ANY and len(ships) == 1)]
    return fits[0] if len(fits) == 1 else None


def _unnamed(view: View, word: int) -> bool:
    token = view.tokens[word]
    return token.tag == "NN" and token.relation != "compound" and view.lemma(word) in VESSELS


def _bears(view: View, word: int, known: Known) -> bool:
    """It stands for a ship by name, or in front of one: "the ferry *Adeline*"."""
    return any(known.at(view, near) is not None for near in (word, word + 1))


def _thing(lemma: str) -> Actor:
    return Actor(lemma, lemma, "thing", None, None, None, frozenset({lemma}))
