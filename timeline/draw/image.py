"""Pictures from SVG, with no browser behind them: PNG by resvg, PDF by fpdf2, both with the shipped font."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from timeline.draw import fallback
from timeline.draw.fonts import characters_of, font_files
from timeline.draw.markup import escape
from timeline.draw.subset import can_be_cut, subset
from timeline.draw.theme import FONT
from timeline.draw.visual import unjoined, visual
from timeline.errors import ExportError, InstallationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fpdf import FPDF

    Tell = Callable[[str], None]

_SIZE = re.compile(r'<svg [^>]*? width="([\d.]+)" height="([\d.]+)"')
_NAME = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_UNDRAWN = re.compile(r"<(style|title|desc)>.*?</\1>", re.DOTALL)
"""What is said of the parts of a drawing, and the faces that travel with it."""
_LINES = re.compile(r'<text x="[-\d.]+" y="[-\d.]+" ([^>]*)>(<tspan x=.*?)</text>')
_LINE = re.compile(r'<tspan x="([-\d.]+)" y="([-\d.]+)"[^>]*>')
_GREY = re.compile(r'"#([0-9a-f]{2})\1\1"')
_TEXT = re.compile(r"(<text [^>]*>)(.*?)</text>", re.DOTALL)
_RUN = re.compile(r"(<tspan [^>]*>)?([^<]+)(</tspan>)?")
_POINTS = 0.75
"""A CSS pixel in points."""
_NUMBER = 8
"""Points of the number of a page."""
_ALWAYS = frozenset(map(ord, "0123456789 /"))
"""What the number of a page is written with."""
_SPACE = frozenset(b" ")
"""Without it fpdf2 writes a font's first letter where a space is not to be broken."""
MOST_PIXELS = 200_000_000
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The day every PDF says it was made on: the same drawing gives the same bytes."""
SCALE = 1.0


def png(
    svg: str,
    scale: float = SCALE,
    *,
    font: Path | None = None,
    tell: Tell | None = None,
    most: int = MOST_PIXELS,
) -> bytes:
    """
    The drawing as PNG, *scale* times as large as its pixels say.

    Characters that the shipped font lacks are drawn with *font* or with fonts of the machine; *tell* is called with a
    sentence about those that none has, which a neutral mark stands for.

    InstallationError where the font or the renderer is missing; ExportError where the picture would have more than
    *most* pixels, or cannot be made.
    """
    wide, high = _size(svg)
    if not 0 < scale <= 20 or wide * high * scale * scale > most:
        raise ExportError(
            f"a picture of {wide * scale:,.0f} × {high * scale:,.0f} pixels is too large: "
            f"at most {most // 1_000_000} million pixels are possible; choose a smaller size or scale"
        )
    drawn = _UNDRAWN.sub("", svg)
    found = fallback.find(_written(drawn), font)
    if found.missing and tell is not None:
        tell(fallback.remark(found.missing))
    files = [*font_files(), *dict.fromkeys(other.path for other in found.others)]
    try:
        import resvg_py  # noqa: PLC0415 - only who exports a picture pays for it
    except ImportError as fault:
        raise InstallationError("PNG export needs resvg-py: install article-timeline again") from fault
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=fallback.replaced(drawn, found.missing),
                zoom=scale,
                skip_system_fonts=True,
                font_files=[str(path) for path in files],
                font_family=FONT,
                sans_serif_family=FONT,
            )
        )
    except ValueError as fault:
        raise ExportError(f"the drawing cannot be turned into a picture: {fault}") from fault


def pdf(*pages: str, font: Path | None = None, tell: Tell | None = None) -> bytes:
    """Drawings as a PDF, a page of its own size for each, text as text, numbered if several; as `png` in all else."""
    try:
        from fpdf import FPDF  # noqa: PLC0415 - only who exports a PDF pays for it
        from fpdf.errors import FPDFException  # noqa: PLC0415 - see above
    except ImportError as fault:
        raise InstallationError("PDF export needs fpdf2: install article-timeline again") from fault
    sizes = [(wide * _POINTS, high * _POINTS) for wide, high in map(_size, pages)]
    drawn = [_for_pdf(page) for page in pages]
    if lacking := fallback.find(_written("".join(drawn)), font).missing:
        drawn = [unjoined(page, lacking) for page in drawn]
    found = fallback.find(_written("".join(drawn)), font)
    try:
        with TemporaryDirectory(prefix="timeline-") as folder:
            document = FPDF(unit="pt", format=sizes[0])
            document.set_creation_date(_MADE)
            document.set_margin(0)
            document.set_auto_page_break(auto=False)
            families = _add_fonts(document, "".join(drawn), found, Path(folder))
            missing = found.missing | frozenset(code for code, family in families.items() if not family)
            if missing and tell is not None:
                tell(fallback.remark(missing))
            name = _NAME.search(pages[0])
            document.set_title(unescape(name[1]) if name else "Timeline")
            document.set_creator("timeline")
            for number, (page, (wide, high)) in enumerate(zip(drawn, sizes, strict=True), 1):
                document.add_page(format=(wide, high))
                document.set_font(FONT, size=12)
                made = _in_fonts(fallback.replaced(page, missing), families)
                document.image(BytesIO(made.encode("utf-8")), 0, 0, wide, high)
                if len(pages) > 1:
                    document.set_font(FONT, size=_NUMBER)
                    document.set_text_color(120)
                    words = f"{number} / {len(pages)}"
                    document.text(wide - document.get_string_width(words) - _NUMBER, 1.5 * _NUMBER, words)
            return bytes(document.output())
    except (FPDFException, OSError, ValueError, KeyError) as fault:
        raise ExportError(f"the drawing cannot be turned into a PDF: {fault}") from fault


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    if not found:
        raise ExportError("this is no drawing of ours: its first element gives no width and height")
    return float(found[1]), float(found[2])


def _written(drawn: str) -> str:
    """Every character of the texts of a drawing."""
    return "".join(map(chr, frozenset[int]().union(*characters_of(drawn))))


def _add_fonts(document: FPDF, drawn: str, found: fallback.Found, folder: Path) -> dict[int, str]:
    """
    The fonts of a document, ours with those characters alone that are used.

    Returns:
        the family for each character that ours lacks, empty where its font is one that fpdf2 cannot read.
    """
    neutral = frozenset({ord(fallback.NEUTRAL)}) if found.missing or found.others else frozenset[int]()
    plain, bold, italic = characters_of(drawn)
    used = {"": plain | _ALWAYS, "B": bold, "I": italic}
    for path, (style, characters) in zip(font_files(), used.items(), strict=True):
        if characters:
            cut = folder / path.name
            cut.write_bytes(subset(path, characters | neutral | _SPACE))
            document.add_font(FONT, style, cut)
    families: dict[int, str] = {}
    for number, other in enumerate(found.others, 1):
        name = f"Other{number}"
        try:
            path, face = other.path, other.number
            if can_be_cut(path, face, other.characters):  # the whole would take seconds
                path, face = folder / f"{name}.ttf", 0
                path.write_bytes(subset(other.path, other.characters | _SPACE, other.number))
            for style in [style for style, characters in used.items() if characters & other.characters]:
                document.add_font(name, style, path, collection_font_number=face)
        except Exception:  # noqa: BLE001 - whatever a font of the machine has that is beyond a library
            name = ""
        families |= dict.fromkeys(other.characters, name)
    return families


def _for_pdf(svg: str) -> str:
    """
    The drawing as fpdf2 reads it.

    Each line is a text of its own, as it anchors whole texts only, and what reads from right to left is turned round.
    No grey is pure: it cannot paint a part of a text in one.
    """
    apart = _LINES.sub(_apart, _GREY.sub(_nearly_grey, _UNDRAWN.sub("", svg)))
    if apart.isascii():
        return apart
    return _TEXT.sub(lambda text: text[1] + _RUN.sub(_turned, text[2]) + "</text>", apart)


def _nearly_grey(paint: re.Match[str]) -> str:
    """A grey with a trace of blue, or without one, where it is white."""
    level = int(paint[1], 16)
    return f'"#{paint[1]}{paint[1]}{level + 1 if level < 255 else level - 1:02x}"'


def _turned(run: re.Match[str]) -> str:
    """A run as it is seen, without what only steers how others look."""
    line = "".join(sign for sign in visual(unescape(run[2])) if sign.isspace() or fallback.is_seen(sign))
    return f"{run[1] or ''}{escape(line)}{run[3] or ''}"


def _in_fonts(svg: str, families: Mapping[int, str]) -> str:
    """The drawing with the characters that our font lacks as runs in fonts that have them."""
    if not families:
        return svg
    return _TEXT.sub(lambda text: text[1] + _runs(text[2], families) + "</text>", svg)


def _apart(found: re.Match[str]) -> str:
    head, lines = found[1], found[2]
    starts = list(_LINE.finditer(lines))
    ends = [start.start() for start in starts[1:]] + [len(lines)]
    return "".join(
        f'<text x="{start[1]}" y="{start[2]}" {head}>{lines[start.end() : end].removesuffix("</tspan>")}</text>'
        for start, end in zip(starts, ends, strict=True)
    )


def _runs(content: str, families: Mapping[int, str]) -> str:
    written = []
    for run in _RUN.finditer(content):
        pen = (run[1] or "<tspan>")[6:-1]
        for family, signs in groupby(unescape(run[2]), lambda sign: families.get(ord(sign), "")):
            font = f' font-family="{family}"' if family else ""
            written.append(f"<tspan{pen}{font}>{escape(''.join(signs))}</tspan>")
    return "".join(written)
