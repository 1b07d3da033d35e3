"""Somebody or something that acts, and who stands where in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.view import View


@dataclass(frozen=True, slots=True)
class Actor:
    """
    Somebody or something that acts.

    `name` is the fullest form, `short` the form a headline uses, `lane` the country or body it rolls up to.
    `role` is the office the world knows, `roles` what the article calls it ("foreign minister"). `words` are what it
    goes by, in lower case: they count as present where a landmark asks for them. `members` are the actors that "they"
    or "both" stand for together.
    """

    name: str
    short: str
    kind: str
    lane: str | None = None
    gender: str | None = None
    role: str | None = None
    words: frozenset[str] = frozenset()
    roles: tuple[str, ...] = ()
    members: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """Who stands where: by sentence and word. `named` keeps names, `meant` pronouns and roles."""

    named: Mapping[tuple[int, int], Actor]
    meant: Mapping[tuple[int, int], Actor]

    def at(self, sentence: int, word: int) -> Actor | None:
        """The actor a word stands for, by name, role or pronoun."""
        return self.named.get((sentence, word)) or self.meant.get((sentence, word))


@dataclass(frozen=True, slots=True)
class Known:
    """Who stands where so far: names, what was resolved (added to), and genders the pronouns told (added to)."""

    views: Sequence[View]
    named: Mapping[tuple[int, int], Actor]
    meant: dict[tuple[int, int], Actor]
    genders: dict[Actor, str]

    def at(self, view: View, word: int) -> Actor | None:
        """The actor a word stands for so far."""
        return self.named.get((view.number, word)) or self.meant.get((view.number, word))

    def gender(self, actor: Actor) -> str | None:
        """By name, title or noun, or by an earlier pronoun."""
        return actor.gender or self.genders.get(actor)
