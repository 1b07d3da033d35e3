"""
The pattern language of the rules, compiled to regular expressions over *codes*.

Every token has a set of classes ("month", "lower", "=of"); every distinct set is one character, its code.
A text is then a string of codes, one per token, and a pattern is an ordinary regular expression over it:

    in|during       a literal word, or one of several
    @month          any word of a class
    {month}         the same, and its value goes to the production
    {d:day}         the same under another name
    x?              optional
    ( x y )?        a group; ``|`` between spaces separates its alternatives
    a << x >> !b    x, where a stands before it and b does not stand after it; neither is part of the expression

No pattern repeats without end, so each looks at a bounded number of tokens: matching is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FIRST_CODE = 0xE000


@dataclass(frozen=True, slots=True)
class Rule:
    """
    What to look for and what it means: `name` is an example a reader recognises.

    `make` gets the captured values by name, and the fixed arguments `given`; it returns a meaning, or None: not this.
    """

    name: str
    pattern: str
    make: Callable[..., Any]
    given: Mapping[str, Any] = field(default_factory=dict)


def rule(name: str, pattern: str, make: Callable[..., Any], **given: Any) -> Rule:  # noqa: ANN401 - any production's arguments
    """A rule, written as one line of a table."""
    return Rule(name, pattern, make, given)


class Codes:
    """Sets of classes ↔ characters."""

    def __init__(self) -> None:
        self._codes: dict[frozenset[str], str] = {}
        self._members: dict[str, list[str]] = {}

    def of(self, classes: Iterable[str]) -> str:
        """The code of this set of classes, a new one where it is new."""
        key = frozenset(classes)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = chr(FIRST_CODE + len(self._codes))
            for name in key:
                self._members.setdefault(name, []).append(code)
        return code

    def __len__(self) -> int:
        return len(self._codes)

    def having(self, name: str) -> str:
        """All codes whose set has this class."""
        return "".join(self._members.get(name, ()))


@dataclass(frozen=True)
class Compiled:
    """
    A rule ready to match: `groups` names the captured values in order, `first` are the codes it can start with.

    `pattern` is the regular expression with its groups, `source` the one without.
    """

    rule: Rule
    pattern: str
    groups: tuple[str, ...]
    wants: tuple[str, ...]
    first: frozenset[str]
    source: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when a text first has what it may start with: most texts need few of them."""
        return re.compile(self.pattern)


_NOTHING = "(?!)"


def literals(pattern: str) -> set[str]:
    """The literal words a pattern names."""
    words: set[str] = set()
    for part in pattern.split():
        bare = part.rstrip("?").lstrip("!")
        if part in ("(", ")", ")?", "|", "<<", ">>"):
            continue
        for name in bare.split("|"):
            if bare[0] != "{" and name[0] != "@":
                words.add(name)
    return words


def compile_rule(rule_: Rule, codes: Codes) -> Compiled:
    """Compile once all codes are known; ValueError where the pattern names a class that nothing has."""
    before, core, after = _split(rule_.pattern)
    groups: list[tuple[str, str]] = []
    body = "".join(_part(part, codes, groups, rule_) for part in core)
    source = body
    if before:
        source = _context(before, codes, behind=True) + source
    if after:
        source += _context(after, codes, behind=False)
    names, wants = tuple(name for name, _ in groups), tuple(wanted for _, wanted in groups)
    return Compiled(rule_, source, names, wants, _first(core, codes), re.sub(r"\((?!\?)", "(?:", source))


def _split(pattern: str) -> tuple[str, list[str], str]:
    before, _, rest = pattern.rpartition("<<")
    core, _, after = rest.partition(">>")
    return before.strip(), core.split(), after.strip()


def _codes_of(names: str, codes: Codes) -> str:
    found = "".join(codes.having(name[1:] if name.startswith("@") else "=" + name) for name in names.split("|"))
    return "".join(sorted(set(found)))


def _context(names: str, codes: Codes, *, behind: bool) -> str:
    negative = names.startswith("!")
    inside = _codes_of(names.removeprefix("!"), codes)
    if not inside:
        return "" if negative else _NOTHING
    look = ("?<!" if negative else "?<=") if behind else ("?!" if negative else "?=")
    return f"({look}[{inside}])"


def _part(part: str, codes: Codes, groups: list[tuple[str, str]], rule_: Rule) -> str:
    if part in ("(", ")", ")?", "|"):
        return "(?:" if part == "(" else part
    optional = "?" if part.endswith("?") and len(part) > 1 else ""
    name = part.removesuffix("?") if optional else part
    captured = name.startswith("{")
    if captured:
        label, _, wanted = name.strip("{}").rpartition(":")
        groups.append((label or wanted.lower(), wanted))
        name = "@" + wanted.replace("|", "|@")
    inside = _codes_of(name, codes)
    if not inside:
        raise ValueError(f"the pattern of {rule_.name!r} names {name!r}, which no token has")
    return (f"([{inside}])" if captured else f"[{inside}]") + optional


def _first(core: list[str], codes: Codes) -> frozenset[str]:
    """The codes a match can start with: everything up to the first part that must be there."""
    found: set[str] = set()
    depth, open_choice = 0, False
    for part in core:
        if part == "(":
            depth += 1
            continue
        if part == "|":
            open_choice = False
            continue
        if part in (")", ")?"):
            depth -= 1
            if part == ")" and depth == 0:
                return frozenset(found)
            open_choice = False
            continue
        if depth and open_choice:
            continue
        optional = part.endswith("?") and len(part) > 1
        name = part.removesuffix("?") if optional else part
        if name.startswith("{"):
            name = "@" + name.strip("{}").rpartition(":")[2].replace("|", "|@")
        found.update(_codes_of(name, codes))
        if optional:
            continue
        if depth == 0:
            return frozenset(found)
        open_choice = True
    return frozenset(found)
