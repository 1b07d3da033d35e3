"""The corpus is the specification: one expected value, many phrasings, one fixed clock."""

from __future__ import annotations

import pytest

from tests.phrases.corpus import Case, lines, positive, read


@pytest.mark.parametrize("case", positive(), ids=lambda case: f"{case.value}: {case.text}")
def test_a_phrase_has_its_characters_type_and_value(case: Case) -> None:
    """A phrase is found from its first to its last character, with its type and value, and nothing beside it."""
    found = [(each.text, each.type, each.value) for each in read(case.text)]
    assert found == [(case.words, case.type, case.value)]


@pytest.mark.parametrize("text", lines("negative"))
def test_what_is_not_time_is_not_tagged(text: str) -> None:
    """Words and numbers that only look like a time are none."""
    assert [each.text for each in read(text)] == []


@pytest.mark.parametrize("line", lines("stretches"))
def test_a_stretch_has_both_its_ends(line: str) -> None:
    """From one time to another is one stretch, and its two ends have their own values."""
    text, first, last = (part.strip() for part in line.split("|"))
    assert [each.value for each in read(text)] == [first, last]
