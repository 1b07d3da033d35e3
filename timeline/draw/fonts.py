"""The shipped font, for those who draw text."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from timeline._files import asset
from timeline.draw.theme import FONT

if TYPE_CHECKING:
    from pathlib import Path

_FACES = {"NotoSans-Regular": ("normal", 400), "NotoSans-SemiBold": ("normal", 600), "NotoSans-Italic": ("italic", 400)}


def font_files() -> list[Path]:
    """The font's files, regular, semi-bold and italic; InstallationError where one is missing."""
    return [asset("fonts", f"{face}.ttf") for face in _FACES]


@cache
def face_rules(*, semibold: bool = True, italic: bool = True) -> str:
    """The faces that are used as CSS with their data inside."""
    wanted = {"NotoSans-Regular": True, "NotoSans-SemiBold": semibold, "NotoSans-Italic": italic}
    return "".join(_rule(face, *_FACES[face]) for face, used in wanted.items() if used)


def _rule(face: str, style: str, weight: int) -> str:
    data = b64encode(asset("fonts", f"{face}.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face{{font-family:'{FONT}';font-style:{style};font-weight:{weight};src:{source}}}"
