"""Colours that can be read, and told apart by the colour-blind."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from timeline.draw.theme import DARK, LIGHT, PRINT, THEMES, Theme, mixed, with_palette
from timeline.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path

THEMED = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def linear(colour: str) -> list[float]:
    """The channels of a colour as amounts of light."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    light = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (linear(one), linear(other)))
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(light: list[float]) -> tuple[float, float, float]:
    """Oklab, in which distances are what the eye sees."""
    red, green, blue = (max(value, 0.0) for value in light)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


# Machado, Oliveira and Fernandes 2009: what is seen without red, without green, without blue; and all colours
SIGHT = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}
IN_COLOUR = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=("light", "dark"))


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """A colour as it is seen, in Oklab."""
    light = linear(colour)
    return lab([sum(share * value for share, value in zip(row, light, strict=True)) for row in matrix])


@THEMED
def test_text_can_be_read(theme: Theme) -> None:
    """Every text has the contrast of WCAG AA on the page and on every lane."""
    grounds = [theme.background, *(mixed(colour, theme.background, theme.wash) for colour in theme.lanes)]
    for ground in grounds:
        for text in (theme.ink, theme.soft, theme.title):
            assert contrast(text, ground) >= 4.5
    for colour in (*theme.lanes, theme.gathered):
        assert contrast(colour, theme.background) >= 4.5


@THEMED
def test_marks_can_be_seen(theme: Theme) -> None:
    """Solid marks have a contrast of at least 3 on their lane, the text over a pale band one of 4.5."""
    for colour in theme.lanes:
        ground = mixed(colour, theme.background, theme.wash)
        assert contrast(colour, ground) >= 3
        assert contrast(theme.ink, mixed(colour, ground, theme.pale)) >= 4.5


def distance(one: str, other: str, matrix: tuple[tuple[float, ...], ...]) -> float:
    """How different two colours look."""
    return math.dist(seen(one, matrix), seen(other, matrix))


@pytest.mark.parametrize("matrix", SIGHT.values(), ids=SIGHT)
@IN_COLOUR
def test_neighbouring_lanes_differ_for_the_colour_blind(theme: Theme, matrix: tuple[tuple[float, ...], ...]) -> None:
    """Each lane is told from the next, and the first four from one another; every lane is named in any case."""
    ring = zip(theme.lanes, theme.lanes[1:] + theme.lanes[:1], strict=True)
    assert min(distance(one, other, matrix) for one, other in ring) >= 0.055
    assert min(distance(one, other, matrix) for one, other in combinations(theme.lanes[:4], 2)) >= 0.045


def test_print_is_black_ink() -> None:
    """Nothing of it hangs on a colour: lanes are black, and no background is printed."""
    assert set(PRINT.lanes) == {"#000000"}
    assert (PRINT.wash, PRINT.background) == (0, "#ffffff")


def test_a_palette_of_ones_own(tmp_path: Path) -> None:
    """A colour on each line; what stands behind it is for people."""
    (tmp_path / "ours.txt").write_text("#0B8663 the council\n\n#102030\n", "utf-8")
    assert with_palette(LIGHT, tmp_path / "ours.txt").lanes == ("#0b8663", "#102030")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read"),
        (b"", "is empty"),
        (b"#0b8663\nred\n", "'red' in line 2"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_a_palette_that_is_none(tmp_path: Path, content: bytes | None, words: str) -> None:
    """The file is named, and what is wrong with it."""
    path = tmp_path / "ours.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ExportError, match=words) as fault:
        with_palette(LIGHT, path)
    assert str(path) in str(fault.value)


def test_both_themes_have_as_many_lanes() -> None:
    """A lane keeps its number in the other theme."""
    assert len(LIGHT.lanes) == len(DARK.lanes) == len(set(LIGHT.lanes))


def test_lanes_beyond_the_palette() -> None:
    """Colours come again; what is gathered has its own."""
    assert LIGHT.lane(len(LIGHT.lanes)) == LIGHT.lane(0)
    assert LIGHT.lane(-1) == LIGHT.gathered
