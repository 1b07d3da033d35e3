"""What two articles have in common, beside their events: the names in both, and who their roles are."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.human import CALLINGS, ROLES
from timeline.reasoning.retelling.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.model.article import Article

_HELD = ROLES | CALLINGS
_NAME = r"[A-Z][\w’'-]+"
_FULL = rf"(?:{_NAME} )?{_NAME}"
# "the prosecutor, Irene Sandoval", "former banker Martin Veldt", "President Sole"
_BEFORE = re.compile(rf"\b([A-Za-z][a-z]+),? ({_FULL})\b")
# "Clara Moss, the former accountant"
_BEHIND = re.compile(rf"\b({_FULL}), (?:[a-z’'-]+ ){{0,4}}?([a-z]{{3,}})\b(?=[ ,.])")


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """How many names two articles share, and the name that a role has in them: `roles` by the role's word."""

    names: int
    roles: Mapping[str, str]


def roles_of(article: Article) -> frozenset[tuple[str, str]]:
    """The roles that an article says somebody has, each with the last word of the name."""
    return frozenset(_roles(article.text))


def story(names: frozenset[str], others: frozenset[str], roles: frozenset[tuple[str, str]]) -> Story:
    """What two articles with these names have in common; *roles* are those of both, one of two persons is nobody's."""
    held: dict[str, set[str]] = defaultdict(set)
    for role, name in roles:
        held[role].add(name)
    return Story(len(names & others), {role: min(who) for role, who in held.items() if len(who) == 1})


def _roles(text: str) -> Iterator[tuple[str, str]]:
    for found in _BEFORE.finditer(text):
        if found[1].lower() in _HELD:
            yield found[1].lower(), stem(found[2].split()[-1])
    for found in _BEHIND.finditer(text):
        words = text[found.end(1) + 2 : found.end()].split()
        for role in words:
            if role in _HELD:
                yield role, stem(found[1].split()[-1])
