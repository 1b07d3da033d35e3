"""A font cut to the characters of a drawing: the same letters, and nothing else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.draw import sfnt
from timeline.draw.fonts import characters_of, font_files
from timeline.draw.subset import subset
from timeline.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path

REGULAR = font_files()[0]
WHOLE = TTFont(REGULAR)
ALL = sorted(sfnt.characters(sfnt.read(REGULAR)))


def outline(font: Any, code: int) -> Any:
    """A letter as points, ends of its lines and advance."""
    name = font.getBestCmap()[code]
    points, ends, _ = font["glyf"][name].getCoordinates(font["glyf"])
    return list(points), list(ends), font["hmtx"][name]


def test_the_characters_are_those_a_font_library_finds() -> None:
    """Our reading of the table agrees with theirs."""
    for path in font_files():
        assert set(sfnt.characters(sfnt.read(path))) == set(TTFont(path).getBestCmap())


@given(st.frozensets(st.sampled_from(ALL), max_size=40))
@settings(max_examples=30)
def test_letters_are_the_same(characters: frozenset[int]) -> None:
    """Outlines and advances are those of the whole font, and checksums hold."""
    cut = TTFont(io.BytesIO(subset(REGULAR, characters)), checkChecksums=2)
    assert set(cut.getBestCmap()) == characters
    for code in characters:
        assert outline(cut, code) == outline(WHOLE, code)


def test_the_same_characters_give_the_same_bytes() -> None:
    """And those of a drawing are a few kilobytes, without kerning."""
    letters = frozenset(map(ord, "Minister meets the delegation (28 Feb 2025)"))
    made = subset(REGULAR, letters)
    assert made == subset(REGULAR, frozenset(sorted(letters, reverse=True)))
    assert len(made) < 6000
    assert "GPOS" not in TTFont(io.BytesIO(made))


def test_what_the_font_lacks_is_left_out() -> None:
    """No character is invented, and none beyond 65,535 taken in."""
    assert set(TTFont(io.BytesIO(subset(REGULAR, frozenset({65, 0x6771, 0x1F600})))).getBestCmap()) == {65}


def test_each_face_has_its_own_characters() -> None:
    """Bold and italic words are not asked of the upright face, nor tags and descriptions of any."""
    body = (
        '<title>Q</title><text x="1">a&amp;<tspan font-weight="600">b</tspan>'
        '<tspan font-style="italic" fill="#000">c&lt;</tspan><tspan x="2">d</tspan></text>'
    )
    assert [set(map(chr, codes)) for codes in characters_of(body)] == [{"a", "&", "d"}, {"b"}, {"c", "<"}]


@pytest.mark.parametrize("content", [b"", b"no font at all", b"\0\1\0\0\0\x20"])
def test_what_is_no_font(tmp_path: Path, content: bytes) -> None:
    """It is refused by name."""
    path = tmp_path / "letters.ttf"
    path.write_bytes(content)
    with pytest.raises(ExportError, match=r"letters\.ttf"):
        sfnt.read(path)
