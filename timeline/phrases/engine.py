"""
The engine: tokens once, then level by level the longest phrase from left to right.

It knows no language: words come from tables, phrases from rules, and each phrase found is one token for the next level.
The time it takes is linear in the text: a pattern looks at a bounded number of tokens, and levels are few.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from timeline.model.span import Span
from timeline.phrases.impossible import impossible
from timeline.phrases.lexicon import Lexicon
from timeline.phrases.making import a_year
from timeline.phrases.meaning import Meaning, label
from timeline.phrases.numbers import read_number
from timeline.phrases.patterns import Compiled, Rule, compile_rule, literals
from timeline.phrases.reading import Reading, express, readings_of
from timeline.phrases.rules import LEVELS, TABLES
from timeline.phrases.rules.words import NUMBERS
from timeline.phrases.tokens import TIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model.expression import TimeExpression


@dataclass(frozen=True, slots=True)
class Item:
    """A token, or a phrase that was found: characters ``[start, end)``, and what it may mean."""

    start: int
    end: int
    values: Mapping[str, Any]
    meaning: Meaning | None = None
    rule: str = ""
    parts: Mapping[str, Item] = field(default_factory=dict)


class _Any(dict[str, "re.Pattern[str] | None"]):
    """
    One regular expression a code tells quickly that none of its rules fits, which is nearly always so.

    Each is compiled when a text first has its code; None where no rule starts with it.
    """

    def __init__(self, rules: Mapping[str, Sequence[Compiled]]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, code: str) -> re.Pattern[str] | None:
        found = self._rules.get(code)
        made = self[code] = re.compile("|".join(f"(?:{each.source})" for each in found)) if found else None
        return made


class Level:
    """Rules that are tried together, found by the code a match starts with."""

    def __init__(self, rules: Sequence[Rule], lexicon: Lexicon) -> None:
        self._rules: dict[str, list[Compiled]] = {}
        self.compiled = tuple(compile_rule(each, lexicon.codes) for each in rules)
        for compiled in self.compiled:
            for code in compiled.first:
                self._rules.setdefault(code, []).append(compiled)
        self._any = _Any(self._rules)

    def quick(self, code: str) -> re.Pattern[str] | None:
        """What none of the rules that start with a code fits without; None where there are none."""
        return self._any[code]

    def apply(self, codes: str, items: list[Item], lexicon: Lexicon) -> tuple[str, list[Item]]:
        """The items with every phrase of this level joined to one."""
        quick = self._any
        out_codes: list[str] = []
        out_items: list[Item] = []
        at, kept, size = 0, 0, len(codes)
        while at < size:
            test = quick[codes[at]]
            if test is not None and test.match(codes, at):
                found = self._longest(codes, at, items)
                if found is not None:
                    end, item = found
                    out_codes += (codes[kept:at], lexicon.code_of(label(item.meaning)))
                    out_items += items[kept:at]
                    out_items.append(item)
                    at = kept = end
                    continue
            at += 1
        out_codes.append(codes[kept:])
        out_items += items[kept:]
        return "".join(out_codes), out_items

    def _longest(self, codes: str, at: int, items: list[Item]) -> tuple[int, Item] | None:
        matches = [(found.end(), -place, each, found)
                   for place, each in enumerate(self._rules[codes[at]])
                   if (found := each.regex.match(codes, at))]  # fmt: skip
        matches.sort(key=lambda match: match[:2], reverse=True)
        for end, _, each, found in matches:
            meaning = each.rule.make(**_captured(each, found, items), **each.rule.given)
            if meaning is not None:
                return end, Item(
                    items[at].start, items[end - 1].end, {}, meaning, each.rule.name, _parts(each, found, items)
                )
        return None


def _captured(compiled: Compiled, found: re.Match[str], items: list[Item]) -> dict[str, Any]:
    captured: dict[str, Any] = {}
    for number, name in enumerate(compiled.groups, 1):
        start = found.start(number)
        if start >= 0:
            item = items[start]
            wanted = compiled.wants[number - 1]
            captured[name] = item.meaning if item.meaning is not None else _value(item.values, wanted)
    return captured


def _parts(compiled: Compiled, found: re.Match[str], items: list[Item]) -> dict[str, Item]:
    starts = ((name, found.start(number)) for number, name in enumerate(compiled.groups, 1))
    return {name: items[start] for name, start in starts if start >= 0}


def _value(values: Mapping[str, Any], wanted: str) -> Any:  # noqa: ANN401 - a word's value, of any kind
    return next((values[name] for name in wanted.split("|") if name in values), None)


@dataclass(frozen=True, slots=True)
class Language:
    """The words and rules of a language, compiled."""

    lexicon: Lexicon
    levels: tuple[Level, ...]


@cache
def english() -> Language:
    """English, compiled once, when it is first needed."""
    words = {word for rules in LEVELS for each in rules for word in literals(each.pattern)}
    lexicon = Lexicon(TABLES, words, NUMBERS)
    return Language(lexicon, tuple(Level(rules, lexicon) for rules in LEVELS))


def items_of(text: str, lexicon: Lexicon) -> tuple[str, list[Item]]:
    """The tokens of a text as items, spelled-out numbers joined, and their codes."""
    tokens = list(lexicon.tokenise(text))
    codes: list[str] = []
    items: list[Item] = []
    look, starts = lexicon.look, lexicon.starts_number
    at, size = 0, len(tokens)
    while at < size:
        token = tokens[at]
        if starts(token.text):
            number = read_number(tokens, at, lexicon.numbers)
            if number is not None and number.end > at + 1:
                seen = lexicon.spelled(number.value, number.kind)
                codes.append(seen.code)
                items.append(Item(token.start, tokens[number.end - 1].end, seen.values))
                at = number.end
                continue
        seen = look(TIGHT if token.tight and token.text == "-" else token.text)
        codes.append(seen.code)
        items.append(Item(token.start, token.end, seen.values))
        at += 1
    return "".join(codes), items


def find(text: str, *, headings: Sequence[Span] = ()) -> list[TimeExpression]:
    """
    The time expressions of a text, in order, with no parse: directions and years that only the context gives stay open.

    Args:
        text: the article's text as given; spans count its characters.
        headings: where headlines and section titles stand: a bare year is a date there.
    """
    language = english()
    lexicon = language.lexicon
    codes, items = items_of(text, lexicon)
    for level in language.levels:
        codes, items = level.apply(codes, items, lexicon)
    found: list[Reading] = []
    for item in items:
        if item.meaning is not None:
            found += readings_of(item, text)
    titles = [_year_of_title(text, span) for span in headings]
    taken = {reading.span.start for reading in found}
    found += [title for title in titles if title is not None and title.span.start not in taken]
    possible = (reading for reading in found if not impossible(text, reading))
    return sorted(possible, key=lambda reading: reading.span)


def _year_of_title(text: str, span: Span) -> Reading | None:
    """A section title that is a number alone is a year, however long ago: "476"."""
    title = span.of(text).strip()
    if not re.fullmatch(r"\d{3,4}", title):
        return None
    named = a_year(int(title))
    start = span.start + span.of(text).index(title)
    return None if named is None else express(named, Span(start, start + len(title)), text, "section title")
