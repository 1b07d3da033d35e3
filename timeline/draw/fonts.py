"""The shipped font, for those who draw text."""

from __future__ import annotations

import re
from base64 import b64encode
from html import unescape
from typing import TYPE_CHECKING

from timeline._files import asset
from timeline.draw.subset import subset
from timeline.draw.theme import FONT

if TYPE_CHECKING:
    from pathlib import Path

_REGULAR, _SEMIBOLD, _ITALIC = "NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Italic"
_FACES = {_REGULAR: ("normal", 400), _SEMIBOLD: ("normal", 600), _ITALIC: ("italic", 400)}
_TEXT = re.compile(r"<text .*?</text>", re.DOTALL)
_STYLED = re.compile(r'<tspan font-(weight|style)="[^"]*"[^>]*>([^<]*)</tspan>')
_TAG = re.compile(r"<[^>]*>")


def font_files() -> list[Path]:
    """The font's files, regular, semi-bold and italic; InstallationError where one is missing."""
    return [asset("fonts", f"{face}.ttf") for face in _FACES]


def face_rules(body: str) -> str:
    """The faces that a drawing uses as CSS, each with those characters inside that are written in it."""
    return rules_of(*characters_of(body))


def rules_of(upright: frozenset[int], semibold: frozenset[int], italic: frozenset[int]) -> str:
    """The faces with these characters as CSS; one that has none is left out."""
    used = {
        face: characters for face, characters in zip(_FACES, (upright, semibold, italic), strict=True) if characters
    }
    return "".join(_rule(face, characters) for face, characters in used.items())


def characters_of(body: str) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The characters of a drawing's texts: what is written upright, semi-bold and in italics."""
    texts = "".join(_TEXT.findall(body))
    styled = _STYLED.findall(texts)
    plain = _TAG.sub("", _STYLED.sub("", texts))
    bold = "".join(words for kind, words in styled if kind == "weight")
    italic = "".join(words for kind, words in styled if kind == "style")
    return _codes(plain), _codes(bold), _codes(italic)


def _codes(words: str) -> frozenset[int]:
    return frozenset(map(ord, unescape(words)))


def _rule(face: str, characters: frozenset[int]) -> str:
    style, weight = _FACES[face]
    data = b64encode(subset(asset("fonts", f"{face}.ttf"), characters)).decode()
    source = f"url(data:font/ttf;base64,{data})"
    return f"@font-face{{font-family:'{FONT}';font-style:{style};font-weight:{weight};src:{source}}}"
