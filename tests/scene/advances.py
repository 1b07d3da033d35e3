"""
Writes `timeline/scene/advances.py` from the shipped font, and reads the font for the test that the two agree.

Run ``python -m tests.scene.advances`` after a change of the font.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

from timeline._files import asset

FACES = ("Regular", "SemiBold", "Italic")
_HEAD = '''"""
How far the pen moves for each character of the shipped font, in thousandths of its size.

Data, so that measuring a text needs no font library. Written from the font by ``python -m tests.scene.advances``.
A row is a run of characters that follow each other: the first as a hexadecimal number, then the advances in base 36.
"""

from __future__ import annotations

'''
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def advances(face: str) -> dict[int, int]:
    """Every character of a face with its advance in thousandths of the font size."""
    font = TTFont(asset("fonts", f"NotoSans-{face}.ttf"))
    metrics, em = font["hmtx"], font["head"].unitsPerEm
    return {code: round(metrics[name][0] * 1000 / em) for code, name in sorted(font.getBestCmap().items())}


def table(face: str) -> str:
    """The advances of a face as the text the package keeps."""
    rows = []
    for _, run in groupby(enumerate(advances(face).items()), key=lambda item: item[1][0] - item[0]):
        pairs = [pair for _, pair in run]
        rows.append(f"{pairs[0][0]:x} " + " ".join(_base36(width) for _, width in pairs))
    return "\n".join(rows)


def _base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def _wrapped(text: str) -> str:
    lines: list[str] = []
    for row in text.splitlines():
        line = ""
        for word in row.split(" "):
            if line and len(line) + len(word) + 1 > 118:
                lines.append(line)
                line = " " + word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return "\n".join(lines)


def write(path: Path) -> None:
    """Writes the module."""
    body = "\n\n".join(f'{face.upper()} = """\n{_wrapped(table(face))}\n"""' for face in FACES)
    path.write_text(_HEAD + body + "\n", encoding="utf-8")


if __name__ == "__main__":
    import timeline.scene

    write(Path(timeline.scene.__file__).with_name("advances.py"))
