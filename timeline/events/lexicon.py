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


def verb_of(form: str, lemma: str) -> str:
    """
    The verb of a past form or participle, where the lemmatizer's guess is none (the form as it is, or a misspelling).

    >>> verb_of("withdrew", "withdrow"), verb_of("rebelled", "rebelle"), verb_of("carried", "carry")
    ('withdraw', 'rebel', 'carry')
    """
    if form in _irregular():
        own = form in {"found", "felt", "lay", "wound", "ground"} and lemma in _irregular().values()
        return lemma if own else _irregular()[form]
    doubled = len(lemma) > 3 and lemma.endswith("e") and lemma[-2] == lemma[-3] and lemma[-2] not in "es"
    if not form.endswith("ed") or (lemma != form and not doubled and not form.endswith("eed")):
        return lemma
    known = frozenset().union(*_classes("verbs.csv").values())
    stems = (
        [form[:-1], form[:-2], form[:-3]] if form.endswith("eed") or not doubled else [form[:-3], form[:-2], form[:-1]]
    )
    if form.endswith("eed"):
        return form[:-1]
    found = next((stem for stem in stems if stem in known), None)
    if found is not None:
        return found
    if form.endswith("ied"):
        return form[:-3] + "y"
    if doubled or (len(form) > 4 and form[-3] == form[-4] and form[-3] not in "ls"):
        return form[:-3]
    return form[:-1] if form[-3] in "cgsuvz" else form[:-2]


@cache
def _irregular() -> Mapping[str, str]:
    """Irregular past forms and participles, with their verbs."""
    with data("irregular.csv").open(encoding="utf-8", newline="") as file:
        return {row[form]: row["lemma"] for row in csv.DictReader(file) for form in ("participle", "past")}


def noun_is(lemma: str, *classes: str) -> bool:
    """The noun belongs to one of the classes of ``data/nouns.csv``: event, span, clear, generic, occasion."""
    table = _classes("nouns.csv")
    return any(lemma in table[name] for name in classes)


def wordset(name: str) -> frozenset[str]:
    """A class of small words in ``data/words.csv``: titles, hedges, prepositions of place."""
    return _classes("words.csv")[name]
