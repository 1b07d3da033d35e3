"""Colours that can be read, and told apart by the colour-blind."""

from __future__ import annotations

from itertools import combinations

import pytest

from timeline.draw.theme import DARK, LIGHT, THEMES, Theme, mixed

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


# Machado, Oliveira and Fernandes 2009: what is seen without red, without green
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


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


@pytest.mark.parametrize("matrix", BLIND.values(), ids=BLIND)
@THEMED
def test_neighbouring_lanes_differ_for_the_colour_blind(theme: Theme, matrix: tuple[tuple[float, ...], ...]) -> None:
    """The first lanes are told apart without red or green; every lane is named beside it in any case."""
    for one, other in combinations(theme.lanes[:5], 2):
        distance = sum((a - b) ** 2 for a, b in zip(seen(one, matrix), seen(other, matrix), strict=True)) ** 0.5
        assert distance >= 0.05, (one, other, distance)


def test_both_themes_have_as_many_lanes() -> None:
    """A lane keeps its number in the other theme."""
    assert len(LIGHT.lanes) == len(DARK.lanes) == len(set(LIGHT.lanes))


def test_lanes_beyond_the_palette() -> None:
    """Colours come again; what is gathered has its own."""
    assert LIGHT.lane(len(LIGHT.lanes)) == LIGHT.lane(0)
    assert LIGHT.lane(-1) == LIGHT.gathered
