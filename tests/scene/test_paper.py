"""Sizes as people say them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import ExportError
from timeline.scene.paper import SHEETS, size_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1400x800", (1400, 800)),
        ("1400 x 800 px", (1400, 800)),
        ("1400×800", (1400, 800)),
        ("1400", (1400, None)),
        ("A4", (1123, 794)),
        ("a4 portrait", (794, 1123)),
        ("A3-landscape", (1587, 1123)),
        ("Letter", (1056, 816)),
        ("297x210mm", (1123, 794)),
        ("29.7x21cm", (1123, 794)),
        ("11x8.5in", (1056, 816)),
        ("16:9", (1920, 1080)),
        ("16:9 portrait", (1080, 1920)),
    ],
)
def test_a_size_in_pixels(text: str, expected: tuple[int, int | None]) -> None:
    """A CSS pixel is a 96th of an inch."""
    assert size_of(text) == expected


@pytest.mark.parametrize("text", ["", "large", "A9", "x800", "1400x", "-3x4", "1400x800 portrait", "portrait"])
def test_what_is_no_size(text: str) -> None:
    """The ways to write one are told."""
    with pytest.raises(ExportError, match="A4"):
        size_of(text)


@given(st.sampled_from(sorted(SHEETS)))
def test_a_sheet_turned_is_the_same_sheet(name: str) -> None:
    """Portrait and landscape have the same sides."""
    assert size_of(name) == size_of(f"{name} landscape")
    assert size_of(f"{name} portrait") == size_of(name)[::-1]
