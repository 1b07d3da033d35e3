"""What an event's words say was done, so that two articles can be compared that use different words for it."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline._files import data
from timeline.events.lexicon import noun_is, verb_is, verb_of
from timeline.events.telling import act_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# of the verbs of saying, those by which something is done
_DONE_BY_SAYING = frozenset({"acknowledge", "admit", "answer", "describe", "recall", "report", "suggest", "testify"})
_STILL_ITSELF = frozenset({"vote_for", "vote_on"})  # with a particle that makes no other verb of it
_NOTHING_DONE = frozenset({"be", "become", "get", "go", "come", "have", "make", "put", "remain", "seem", "take"})
_FAR = 3  # words from a verb to the noun that it only carries: "took the stand", "reached a long-awaited deal"


class _Rows(NamedTuple):
    """The rows of each word; the particles and the verbs that carry a noun; the rows in which an object decides."""

    of_word: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    carriers: frozenset[str]
    by_object: frozenset[str]


@cache
def _rows() -> _Rows:
    with data("retellings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    found: dict[str, set[str]] = {}
    for row in rows:
        for word in row["words"].split():
            found.setdefault(word, set()).add(row["act"])
    by_object = frozenset(row["act"] for row in rows if row["object"] == "decides")
    carriers = frozenset(word.partition(":")[0].partition("_")[0] for word in found if ":" in word)
    particles = frozenset(part for word in found for part in re.split("[_:]", word)[1:2] if "_" in word)
    return _Rows({word: frozenset(acts) for word, acts in found.items()}, particles, carriers, by_object)


class Acts(NamedTuple):
    """The acts that a word tells, and the words behind it that belong to it ("took the *stand*")."""

    acts: frozenset[str]
    carried: tuple[str, ...]


def acts_of(head: str, after: str) -> Acts:
    """
    The acts that a word tells, with what follows it in its sentence.

    >>> sorted(acts_of("walked", " out on Tuesday").acts & acts_of("strike", " shut every line").acts)
    ['strike']
    """
    rows = _rows().of_word
    found: set[str] = set()
    carried: list[str] = []
    for key in _keys(head, after):
        found |= rows.get(key, frozenset())
        carried += re.split("[_:]", key)[1:]
        if (key.isalpha() or "-" in key) and key not in _NOTHING_DONE:
            found |= {f"={act_of(key, nominal=nominal)}" for nominal in (False, True)}
    return Acts(frozenset(found), tuple(carried))


def basic(word: str) -> str:
    """
    The basic form of a verb, in small letters.

    >>> basic("sank"), basic("paralysed"), basic("resign")
    ('sink', 'paralyse', 'resign')
    """
    if word.endswith("ed") and word[:-1] in _rows().of_word:
        return word[:-1]
    if word.endswith("ing") and len(word) <= 5:  # "bring"
        return word
    return verb_of(word, word.removesuffix("ing").removesuffix("ed"))


def by_object(one: frozenset[str], other: frozenset[str]) -> bool:
    """What it is done to tells one from another: always, or in one of the senses of a word that both use."""
    shared = one & other
    decided = [act in _rows().by_object for act in shared if not act.startswith("=")]
    return any(decided) if any(act.startswith("=") for act in shared) else all(decided)


def _keys(head: str, after: str) -> Iterator[str]:
    """The verb with its particle, where it has one, else with the noun it carries, else the word alone."""
    word = head.casefold()
    noun = word[:-1] if word.endswith("s") and noun_is(word[:-1], "event") else word
    if noun_is(noun, "event"):
        yield noun
    verb = basic(word)
    following = [found[0].casefold() for found in _WORD.finditer(after)][: _FAR + 1]
    carried = [one.removesuffix("s") if len(one) > 4 else one for one in following]
    rows = _rows().of_word
    near = following[:1]
    together = [f"{verb}_{one}" for one in following[:2] if one in _rows().particles and f"{verb}_{one}" in rows]
    if verb in _rows().carriers or verb_is(verb, "light", "aspect"):
        joints = [verb, *(f"{verb}_{one}" for one in near if one in _rows().particles)]
        together += [f"{joint}:{one}" for joint in joints for one in (*carried, *following) if f"{joint}:{one}" in rows]
        yield from (one for one in carried if noun_is(one, "event") and verb_is(verb, "light", "aspect"))
    yield from together
    if _STILL_ITSELF.issuperset(together) and not (verb_is(verb, "say", "think") and verb not in _DONE_BY_SAYING):
        yield verb
