"""Classes of verbs and nouns: which words say, plan, refuse, begin; which nouns name something that happens."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from timeline._files import data

if TYPE_CHECKING:
    from collections.abc import Mapping

# verbs that belong to a class only with their particle or preposition
_PHRASAL = {
    ("rule", "out"): "act",
    ("call", "for"): "act",
    ("call", "on"): "act",
    ("spell", "out"): "say",
    ("point", "out"): "say",
    ("lash", "out"): "act",
    ("speak", "out"): "act",
}
_ONLY_PHRASAL = frozenset({("rule", "act"), ("call", "act"), ("point", "say")})


@cache
def _classes(name: str) -> Mapping[str, frozenset[str]]:
    with data(name).open(encoding="utf-8", newline="") as file:
        return {row["class"]: frozenset(row["words"].split()) for row in csv.DictReader(file)}


def verb_is(lemma: str, *classes: str, particle: str | None = None) -> bool:
    """
    The verb belongs to one of the classes of ``data/verbs.csv``.

    `particle` is the particle or preposition right behind it: "rule" says something only as "rule out".
    """
    table = _classes("verbs.csv")
    for name in classes:
        if particle is not None and _PHRASAL.get((lemma, particle)) == name:
            return True
        if lemma in table[name] and (lemma, name) not in _ONLY_PHRASAL:
            return True
    return False


def noun_is(lemma: str, *classes: str) -> bool:
    """The noun belongs to one of the classes of ``data/nouns.csv``: event, span, clear, generic, occasion."""
    table = _classes("nouns.csv")
    return any(lemma in table[name] for name in classes)


def wordset(name: str) -> frozenset[str]:
    """A class of small words in ``data/words.csv``: titles, hedges, prepositions of place."""
    return _classes("words.csv")[name]
