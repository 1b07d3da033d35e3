"""Numbers spelled out, joined to one token each: "twenty-five", "two hundred and ten", "nineteen ninety-six"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.phrases.tokens import Token


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of a language: cardinals below 20, tens, ordinals, scales, and the words that join them."""

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, int]
    joiners: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number read: tokens ``[start, end)``; `kind` is "cardinal", "ordinal" or "year"."""

    start: int
    end: int
    value: int
    kind: str


_LARGEST = 10**12
"""Beyond this a number counts nothing that time is made of."""


@dataclass(slots=True)
class _Sum:
    """A number as it is read: thousands are in *total*, what is below in *group*; *open* is what may still follow."""

    total: int = 0
    group: int = 0
    open: int = 1000
    started: bool = False

    @property
    def value(self) -> int:
        return self.total + self.group

    def takes(self, value: int) -> bool:
        """A part may follow that is smaller than the place left open: 5 after 20, 20 after 100, nothing after 5."""
        return value < self.open

    def add(self, value: int) -> None:
        self.group += value
        self.open = 10 if value >= 20 and value % 10 == 0 else 0
        self.started = True

    def scale(self, scale: int) -> None:
        if scale == 100:
            self.group = (self.group or 1) * 100
        else:
            self.total, self.group = self.total + (self.group or 1) * scale, 0
        self.open = 100


def read_number(tokens: Sequence[Token], at: int, words: NumberWords) -> Spelled | None:
    """The number that starts at a token, the longest; None where none does."""
    read, place = _Sum(), at
    while place < len(tokens) and read.value < _LARGEST:
        step = _past_joiner(tokens, place, words, read) if read.started else place
        word = tokens[step].text.lower()
        part = words.ones.get(word, words.tens.get(word))
        if part is not None and read.takes(part):
            read.add(part)
        elif part is not None and part >= 10 and step == place and read.total == 0 and read.group in range(13, 21):
            # "nineteen ninety", "nineteen ninety-six", "twenty twelve": a year
            end, unit = _unit_after(tokens, step + 1, words) if part in words.tens.values() else (step + 1, 0)
            return Spelled(at, end, read.group * 100 + part + unit, "year")
        elif word in words.ordinals and read.takes(words.ordinals[word]):
            return Spelled(at, step + 1, read.value + words.ordinals[word], "ordinal")
        elif word in words.scales and read.started and step == place:
            read.scale(words.scales[word])
        else:
            break
        place = step + 1
    return Spelled(at, place, read.value, "cardinal") if read.started else None


def _past_joiner(tokens: Sequence[Token], place: int, words: NumberWords, read: _Sum) -> int:
    """Past the hyphen of "twenty-five" or the "and" of "two hundred and ten"."""
    if place + 1 >= len(tokens):
        return place
    word = tokens[place].text.lower()
    hyphen = word == "-" and read.open == 10
    joined = word in words.joiners and read.open == 100
    return place + 1 if hyphen or joined else place


def _unit_after(tokens: Sequence[Token], place: int, words: NumberWords) -> tuple[int, int]:
    """A unit digit after the tens of a year, with or without its hyphen: where it ends, and its value."""
    skip = 1 if place < len(tokens) and tokens[place].text == "-" and tokens[place].tight else 0
    if place + skip < len(tokens):
        value = words.ones.get(tokens[place + skip].text.lower(), 100)
        if value < 10:
            return place + skip + 1, value
    return place, 0
