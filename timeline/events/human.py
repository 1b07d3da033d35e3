"""Which nouns name somebody, and whether a man or a woman."""

from __future__ import annotations

from timeline.events.gazetteer import calling
from timeline.events.lexicon import wordset

MEN = wordset("man") | calling("human man")
WOMEN = wordset("woman") | calling("human woman")
CALLINGS = calling("calling")
ROLES = wordset("role")
HUMANS = wordset("person") | ROLES | CALLINGS | calling("human") | MEN | WOMEN
_GROUPS = wordset("group")
_CLOSE = wordset("close to somebody")
_THINGS = wordset("not a person")


def is_person(lemma: str) -> bool:
    """The noun is somebody, or several as one, by our lists or by its ending."""
    return lemma in _GROUPS or is_somebody(lemma)


def is_somebody(lemma: str) -> bool:
    """The noun is one person: what may be meant by "he" or "she"."""
    if lemma in HUMANS or lemma in _CLOSE:
        return True
    return lemma.endswith(("er", "or", "ist", "man", "cian", "arian")) and lemma not in _THINGS


def may_be(lemma: str, gender: str | None) -> bool:
    """A son is no "she", a mother no "he"."""
    return lemma not in (MEN if gender == "f" else WOMEN if gender == "m" else ())


def gender_of(lemma: str) -> str | None:
    """What a noun tells by itself."""
    return "m" if lemma in MEN else "f" if lemma in WOMEN else None
