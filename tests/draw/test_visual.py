"""Text from right to left as it is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.draw.visual import is_simple, joined, unjoined, visual

HEBREW = "".join(map(chr, range(0x5D0, 0x5EB)))


@given(st.text(HEBREW, min_size=1))
def test_hebrew_is_turned_round(words: str) -> None:
    """The first letter is seen at the right."""
    assert visual(words) == words[::-1]
    assert visual(visual(words)) == words


@given(st.text(st.characters(max_codepoint=0x52F, categories=["L", "Nd", "Zs"])))
def test_left_to_right_stays(words: str) -> None:
    """Latin, Greek and Cyrillic are written as they are read."""
    assert is_simple(words)
    assert visual(words) == words


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("abc \u05d0\u05d1\u05d2 def", "abc \u05d2\u05d1\u05d0 def"),
        ("\u05d0\u05d1 12 \u05d2", "\u05d2 12 \u05d1\u05d0"),
        ("\u05d0 (\u05d1) \u05d2", "\u05d2 (\u05d1) \u05d0"),
    ],
)
def test_mixed_lines(written: str, seen: str) -> None:
    """Numbers keep their order, brackets are mirrored."""
    assert visual(written) == seen


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("\u0628", "\ufe8f"),
        ("\u0628\u0628", "\ufe91\ufe90"),
        ("\u0628\u0627\u0628", "\ufe91\ufe8e\ufe8f"),
        ("\u0644\u0627", "\ufefb"),
        ("\u0628\u0644\u0627\u0628", "\ufe91\ufefc\ufe8f"),
        ("\u0628\u064e\u0628", "\ufe91\u064e\ufe90"),
        ("\u0628 \u0628", "\ufe8f \ufe8f"),
    ],
)
def test_arabic_letters_are_joined(written: str, forms: str) -> None:
    """Beginning, middle, end and alone; alef joins to the right only, lam and alef are one."""
    assert joined(written) == forms


@given(st.text("\u0628\u062a\u0645\u0627\u0648 "))
def test_joined_letters_can_be_taken_apart(words: str) -> None:
    """For a font that has the plain letters alone."""
    assert unjoined(joined(words), range(0x110000)) == words
