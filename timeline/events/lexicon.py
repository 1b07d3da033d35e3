"""Classes of verbs and nouns: which words say, plan, refuse, begin; which nouns name something that happens."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.events.stems import fits, whole

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
_WITH_E = ("c", "g", "s", "u", "v", "z", "at", "ut", "ur", "id")
_WITHOUT_E = tuple(
    ending
    for endings in ("ct pt st nt rt ft lt xt", "ck sk lk rk nk sh ch", "nd ld rd mp lp rp", "rm lm rn wn gn ff ss ll")
    for ending in endings.split()
)
_CUT_OFF = tuple(
    "iz yz v dg rg nc rc ac uc uat iat itat icat ulat inat erat igat eas aus cus quir sum".split()  # noqa: SIM905 - shorter so
)
_LONG_VOWEL = re.compile("(?<!q)[aeiou]{2}[nmltdkpr]e$")
_SHORT = re.compile("[^aeiou]*[^aeiouq][aeiou][bdgmnpt]")
_BARE = re.compile("[aeiou][svzc]")  # no verb ends so without its e: "impos", "behav"
_BARE_VERBS = frozenset({"focus", "refocus", "bias", "canvas", "bus", "gas", "quiz", "chorus", "caucus"})
_IN_ERE = frozenset({"adhere", "interfere", "persevere", "revere", "cohere"})
_ROUTE = frozenset({"rout", "rerout", "guid", "misguid", "quot", "misquot"})
_IN_OR = frozenset({"mirror", "honor", "monitor", "favor", "labor", "sponsor", "author", "censor", "anchor", "harbor"})
_SINGLE_L = frozenset({"travel", "cancel", "label", "model", "signal", "rebel", "compel", "expel", "control", "patrol"})
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


@lru_cache(maxsize=20_000)
@lru_cache(maxsize=1 << 14)
def verb_of(form: str, lemma: str) -> str:
    """
    The verb of a past form or participle, where the lemmatizer's guess is none (the form as it is, or a misspelling).

    >>> verb_of("withdrew", "withdrow"), verb_of("rebelled", "rebelle"), verb_of("carried", "carry")
    ('withdraw', 'rebel', 'carry')
    """
    if form in _irregular():
        own = form in {"found", "felt", "lay", "wound", "ground"} and lemma in _irregular().values()
        return lemma if own else _irregular()[form]
    if (certain := whole(form)) is not None:
        return certain
    if form.endswith("eed") and lemma == form[:-2]:
        return form[:-1]
    known = frozenset().union(*_classes("verbs.csv").values())
    doubled = form.startswith(lemma + lemma[-1:])
    if lemma not in known and lemma + "e" in known and form.startswith(lemma) and not doubled:
        return lemma + "e"
    if form in {lemma + "ed", lemma + "ing"} and _SHORT.fullmatch(lemma):
        return lemma + "e"  # "fined": of "fin" it would be "finned"
    if form != lemma and fits(form, lemma) and _plausible(lemma):
        return lemma
    if not form.endswith(("ed", "ing")):
        return lemma
    stem = form[:-2] if form.endswith("ed") else form[:-3]
    single = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
    for guess in (stem + "e", stem, single):
        if guess in known:
            return guess
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if single != stem and not stem.endswith(("ss", "ff", "zz")) and (stem[-1] != "l" or single in _SINGLE_L):
        return single
    return stem + "e" if stem.endswith(_WITH_E) and not stem.endswith(_WITHOUT_E) else stem


def _plausible(lemma: str) -> bool:
    """No stem that English verbs do not have: "inspecte", "travell", "seiz"."""
    if lemma.endswith(_CUT_OFF) and lemma not in {"focus", "refocus"}:
        return False
    if lemma.endswith("e"):
        stem = lemma[:-1]
        if lemma.endswith("ere") and len(lemma) > 4 and lemma not in _IN_ERE:
            return False
        if stem in _IN_OR or (stem.endswith("y") and len(stem) > 3):
            return False
        if _LONG_VOWEL.search(lemma) and stem not in _ROUTE:
            return False
        doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "es"
        return not doubled and (
            not stem.endswith(_WITHOUT_E) or lemma in {"waste", "paste", "taste", "solve", "welcome"}
        )
    if _BARE.fullmatch(lemma[-2:]) and lemma not in _BARE_VERBS:
        return False
    doubled = len(lemma) > 3 and lemma[-1] == lemma[-2] and lemma[-1] in "bdgmnprt"
    return not (lemma.endswith("ll") and lemma[:-1] in _SINGLE_L) and (not doubled or lemma == "boycott")


@cache
def _irregular() -> Mapping[str, str]:
    """Irregular past forms and participles, with their verbs."""
    with data("irregular.csv").open(encoding="utf-8", newline="") as file:
        return {row[form]: row["lemma"] for row in csv.DictReader(file) for form in ("participle", "past")}


def participle_of(lemma: str) -> str:
    """
    The past participle of a verb.

    >>> participle_of("put"), participle_of("carry"), participle_of("seize"), participle_of("ban")
    ('put', 'carried', 'seized', 'banned')
    """
    if lemma in _participles():
        return _participles()[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    short = len(lemma) > 2 and lemma[-1] in "bdgmnprt" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou"
    doubles = short and sum(letter in "aeiou" for letter in lemma) == 1
    return lemma + (lemma[-1] if doubles or lemma in _SINGLE_L else "") + "ed"


@cache
def _participles() -> Mapping[str, str]:
    with data("irregular.csv").open(encoding="utf-8", newline="") as file:
        return {row["lemma"]: row["participle"] for row in csv.DictReader(file)}


def noun_is(lemma: str, *classes: str) -> bool:
    """
    The word belongs to one of the classes of ``data/nouns.csv``.

    event: names what happens, and of these clear (hardly ever anything else) and generic (often something else, or the
    thing in general); loose: only in a clause that tells what was; occasion: where things are said;
    scheduled: what people set a day for; named: ends the name of an event ("the Boxer Rebellion"); christened: comes
    before one ("Hurricane Katrina"); effort: what is made for an event ("rescue effort"), and cause, what else it may
    be for; had: what somebody has had. Verbs by what they say of a noun: sets, for a day; unsure, it is yet to be;
    undone, it came to nothing; given for, it was ("fined for a breach"); leads to, it came of it.
    """
    table = _classes("nouns.csv")
    return any(lemma in table[name] for name in classes)


def wordset(name: str) -> frozenset[str]:
    """A class of small words in ``data/words.csv``: titles, hedges, prepositions of place."""
    return _classes("words.csv")[name]
