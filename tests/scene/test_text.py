"""Widths are the font's, and what is cut or broken fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scene import advances
from timeline.scene import advances as kept
from timeline.scene.geometry import Run
from timeline.scene.text import SLACK, clean, cut, halves, line_width, width, wrap

_words = st.text(st.characters(codec="utf-8"), max_size=120)


@pytest.mark.parametrize("face", advances.FACES)
def test_the_table_is_the_fonts(face: str) -> None:
    """The kept advances are those of the shipped font."""
    assert getattr(kept, face.upper()).split() == advances.table(face).split()


def test_width_of_a_word() -> None:
    """A width is the sum of the advances, with slack."""
    table = advances.advances("Regular")
    assert width("Storm", 20) == pytest.approx(sum(table[ord(sign)] for sign in "Storm") * 20 / 1000 * SLACK)


def test_characters_of_other_fonts() -> None:
    """Wide scripts take a square, marks nothing."""
    assert width("\u653f", 10) == pytest.approx(10 * SLACK)
    assert width("a\u0301", 10) == width("a", 10)


@given(_words, st.floats(20, 600))
def test_what_is_cut_fits(text: str, room: float) -> None:
    """A text that is cut takes no more room than there is, and what fits is not cut."""
    found = cut(clean(text), 12, room)
    assert width(found, 12) <= room or found == "\u2026"
    assert found == clean(text) or width(clean(text), 12) > room


@given(_words, st.floats(60, 600), st.integers(1, 4))
def test_wrapped_lines_fit(text: str, room: float, most: int) -> None:
    """No more lines than asked for, each within the room."""
    found = wrap(clean(text), 12, room, most)
    assert len(found) <= most
    assert all(width(line, 12) <= room for line in found)


@given(_words, _words)
def test_halves_keep_every_word(title: str, usual: str) -> None:
    """A line broken in two loses no word and no style."""
    line = (Run(clean(title) + " "), Run(clean(usual), "usual"))
    found = halves(line, 12, 10_000)
    if found:
        kept_words = [word for half in found for run in half for word in run.text.split()]
        assert kept_words == [word for run in line for word in run.text.split()]
        assert max(line_width(half, 12) for half in found) <= line_width(line, 12) + 1e-6


@given(_words)
def test_clean_text_is_one_printable_line(text: str) -> None:
    """No control character is left, and no white space but single spaces."""
    found = clean(text)
    assert all(sign.isprintable() or sign == "\u200d" for sign in found)
    assert "  " not in found
    assert clean(found) == found
