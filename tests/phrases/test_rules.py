"""Rules fit their productions, and every rule has a phrase of its own."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from timeline.phrases.engine import english, find
from timeline.phrases.rules import LEVELS

if TYPE_CHECKING:
    from timeline.phrases.engine import Level
    from timeline.phrases.patterns import Compiled, Rule

RULES = [each for level in LEVELS for each in level]


def compiled() -> list[Compiled]:
    """Every rule as it is matched."""
    return [each for level in english().levels for each in level.compiled]


@pytest.mark.parametrize("each", compiled(), ids=lambda each: each.rule.name)
def test_a_production_takes_what_its_pattern_captures(each: Compiled) -> None:
    """A rule hands its production what it takes and nothing else, and never the same thing twice."""
    taken = inspect.signature(each.rule.make).parameters
    handed = set(each.groups) | set(each.rule.given)
    needed = {name for name, value in taken.items() if value.default is inspect.Parameter.empty}
    assert handed <= set(taken)
    assert needed <= handed
    assert not set(each.groups) & set(each.rule.given)


def test_rules_of_a_level_have_their_own_names() -> None:
    """A rule is known by its name."""
    for level in LEVELS:
        names = [each.name for each in level]
        assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.name)
def test_a_name_is_an_example(each: Rule) -> None:
    """The name of a rule is a phrase it, or a better one, reads; it is never a fault."""
    find(each.name)


@pytest.mark.parametrize("level", english().levels, ids=lambda level: level.compiled[0].rule.name)
def test_every_pattern_can_be_compiled(level: Level) -> None:
    """Also those that no text here has needed yet; and a code that no rule starts with fits none."""
    for each in level.compiled:
        assert all(level.quick(code) is not None for code in each.first)
        assert each.regex.groups == len(each.groups)
    assert level.quick("a") is None
