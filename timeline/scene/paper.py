"""Sizes of a picture as people say them: pixels, millimetres, sheets of paper, the shape of a screen."""

from __future__ import annotations

import re

from timeline.errors import ExportError

# Sheets in millimetres, the long side first (ISO 216; ANSI/ASME Y14.1 for letter), and shapes of screens in pixels.
SHEETS = {"a5": (210.0, 148.0), "a4": (297.0, 210.0), "a3": (420.0, 297.0), "letter": (279.4, 215.9)}
SCREENS = {"16:9": (1920, 1080), "4:3": (1440, 1080), "1:1": (1080, 1080)}
MOST_PAGES = 20  # of one document
_UNITS = {"px": 1.0, "": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}  # CSS pixels
_MEASURED = re.compile(r"(\d+(?:\.\d+)?)(?:x(\d+(?:\.\d+)?))?(px|mm|cm|in|)")


def on_paper(text: str) -> bool:
    """The size is that of a sheet, or in units of one."""
    name = text.strip().lower()
    return name.startswith(tuple(SHEETS)) or name.endswith(("mm", "cm", "in"))


def size_of(text: str) -> tuple[int, int | None]:
    """
    Width and height in pixels; the height None where only a width is said, which is as high as the events need.

    >>> size_of("1400x800"), size_of("a4"), size_of("A4 portrait"), size_of("297x210mm"), size_of("1400")
    ((1400, 800), (1123, 794), (794, 1123), (1123, 794), (1400, None))

    Raises:
        ExportError: it is no size.
    """
    words = re.sub("-(?=portrait|landscape)", " ", text.strip().lower().replace("×", "x")).split()
    upright = bool(words) and words[-1] in ("portrait", "landscape") and words.pop() == "portrait"
    name = "".join(words)
    if name in SHEETS:
        wide, high = (round(side * _UNITS["mm"]) for side in SHEETS[name])
        return (high, wide) if upright else (wide, high)
    if name in SCREENS:
        return (SCREENS[name][1], SCREENS[name][0]) if upright else SCREENS[name]
    found = _MEASURED.fullmatch(name)
    if found is None or upright:
        raise ExportError(f"{text!r} is no size: write it as 1400x800, 297x210mm, A4, A3 portrait or 16:9")
    unit = _UNITS[found[3]]
    return round(float(found[1]) * unit), None if found[2] is None else round(float(found[2]) * unit)
