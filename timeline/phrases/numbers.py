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


def read_number(tokens: Sequence[Token], at: int, words: NumberWords) -> Spelled | None:
    """The number that starts at a token, the longest; None where none does."""
    size = len(tokens)
    total, group, place, used = 0, 0, at, False
    after_scale, last_part = False, 1000
    while place < size:
        word = tokens[place].text.lower()
        step = place
        if (
            used
            and word == "-"
            and tokens[place].tight
            and place + 1 < size
            and last_part >= 20
            and last_part % 10 == 0
        ):
            step, word = place + 1, tokens[place + 1].text.lower()
            if words.ones.get(word, words.ordinals.get(word, 100)) >= 10 or last_part > 90:
                break
        elif used and word in words.joiners and after_scale and place + 1 < size:
            step, word = place + 1, tokens[place + 1].text.lower()
            if word in words.scales:
                break
        if word in words.ones and (
            not used or after_scale or (last_part in range(20, 100, 10) and words.ones[word] < 10)
        ):
            group, last_part = group + words.ones[word], words.ones[word]
        elif word in words.tens and (not used or after_scale):
            group, last_part = group + words.tens[word], words.tens[word]
        elif word in words.tens and at < step and group in range(13, 21) and total == 0:
            # "nineteen ninety", "nineteen ninety-six": a year
            year = group * 100 + words.tens[word]
            end = step + 1
            end, unit = _unit_after(tokens, end, words)
            return Spelled(at, end, year + unit, "year")
        elif word in words.ordinals and (
            not used or after_scale or (last_part in range(20, 100, 10) and words.ordinals[word] < 10)
        ):
            return Spelled(at, step + 1, total + group + words.ordinals[word], "ordinal")
        elif word in words.scales and used:
            scale = words.scales[word]
            if scale == 100:
                group = (group or 1) * 100
            else:
                total, group = total + (group or 1) * scale, 0
            place, after_scale, last_part = step + 1, True, 1000
            continue
        else:
            break
        used, after_scale, place = True, False, step + 1
    return Spelled(at, place, total + group, "cardinal") if used else None


def _unit_after(tokens: Sequence[Token], place: int, words: NumberWords) -> tuple[int, int]:
    """A unit digit after the tens of a year, with or without its hyphen: where it ends, and its value."""
    if place < len(tokens):
        skip = 1 if tokens[place].text == "-" and tokens[place].tight else 0
        if place + skip < len(tokens):
            value = words.ones.get(tokens[place + skip].text.lower(), 100)
            if value < 10:
                return place + skip + 1, value
    return place, 0
