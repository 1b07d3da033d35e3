"""Pictures from SVG, with no browser behind them: PNG by resvg, PDF by fpdf2, both with the shipped font."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO

from timeline.draw.fonts import font_files
from timeline.draw.theme import FONT
from timeline.errors import ExportError, InstallationError
from timeline.scene.text import shipped

_SIZE = re.compile(r'<svg [^>]*? width="([\d.]+)" height="([\d.]+)"')
_NAME = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_SAID = re.compile(r"<(title|desc)>.*?</\1>", re.DOTALL)
"""What is said of the parts of a drawing; fpdf2 complains about every one."""
_LINES = re.compile(r'<text x="[-\d.]+" y="[-\d.]+" ([^>]*)>(<tspan x=.*?)</text>')
_LINE = re.compile(r'<tspan x="([-\d.]+)" y="([-\d.]+)"[^>]*>')
_TAGS = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
_POINTS = 0.75
"""A CSS pixel in points."""
_NUMBER = 8
"""Points of the number of a page."""
_MOST_PIXELS = 200_000_000
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The day every PDF says it was made on: the same drawing gives the same bytes."""


def png(svg: str, scale: float = 2) -> bytes:
    """
    The drawing as PNG, *scale* times as large as its pixels say.

    The fonts of the system are looked at for characters that the shipped one lacks, and for nothing else.

    InstallationError where the font or the renderer is missing; ExportError where the picture would be too large or
    cannot be made.
    """
    wide, high = _size(svg)
    if not 0 < scale <= 20 or wide * high * scale * scale > _MOST_PIXELS:
        raise ExportError(
            f"a picture of {wide * scale:,.0f} × {high * scale:,.0f} pixels is too large: "
            "choose a smaller size or scale"
        )
    files = [str(path) for path in font_files()]
    try:
        import resvg_py  # noqa: PLC0415 - only who exports a picture pays for it
    except ImportError as fault:
        raise InstallationError("PNG export needs resvg-py: install article-timeline again") from fault
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=_STYLE.sub("", svg),
                zoom=scale,
                skip_system_fonts=shipped(_TAGS.sub("", svg)),
                font_files=files,
                font_family=FONT,
                sans_serif_family=FONT,
            )
        )
    except ValueError as fault:
        raise ExportError(f"the drawing cannot be turned into a picture: {fault}") from fault


def pdf(*pages: str) -> bytes:
    """Drawings as a PDF, a page of its own size for each, text as text, numbered if several; raises what `png` does."""
    regular, semibold, italic = font_files()
    try:
        from fpdf import FPDF  # noqa: PLC0415 - only who exports a PDF pays for it
        from fpdf.errors import FPDFException  # noqa: PLC0415 - see above
    except ImportError as fault:
        raise InstallationError("PDF export needs fpdf2: install article-timeline again") from fault
    sizes = [(wide * _POINTS, high * _POINTS) for wide, high in map(_size, pages)]
    try:
        document = FPDF(unit="pt", format=sizes[0])
        document.set_creation_date(_MADE)
        document.set_margin(0)
        document.set_auto_page_break(auto=False)
        for style, path in (("", regular), ("B", semibold), ("I", italic)):
            document.add_font(FONT, style, str(path))
        name = _NAME.search(pages[0])
        document.set_title(_unescaped(name[1]) if name else "Timeline")
        document.set_creator("timeline")
        for number, (page, (wide, high)) in enumerate(zip(pages, sizes, strict=True), 1):
            document.add_page(format=(wide, high))
            document.set_font(FONT, size=12)
            document.image(BytesIO(_for_pdf(page).encode("utf-8")), 0, 0, wide, high)
            if len(pages) > 1:
                document.set_font(FONT, size=_NUMBER)
                document.set_text_color(120)
                words = f"{number} / {len(pages)}"
                document.text(wide - document.get_string_width(words) - _NUMBER, 1.5 * _NUMBER, words)
        return bytes(document.output())
    except (FPDFException, ValueError, KeyError) as fault:
        raise ExportError(f"the drawing cannot be turned into a PDF: {fault}") from fault


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    if not found:
        raise ExportError("this is no drawing of ours: its first element gives no width and height")
    return float(found[1]), float(found[2])


def _for_pdf(svg: str) -> str:
    """The drawing without what fpdf2 does not read; each line is a text of its own: it anchors whole texts only."""
    return _LINES.sub(_apart, _SAID.sub("", _STYLE.sub("", svg)))


def _apart(found: re.Match[str]) -> str:
    head, lines = found[1], found[2]
    starts = list(_LINE.finditer(lines))
    ends = [start.start() for start in starts[1:]] + [len(lines)]
    return "".join(
        f'<text x="{start[1]}" y="{start[2]}" {head}>{lines[start.end() : end].removesuffix("</tspan>")}</text>'
        for start, end in zip(starts, ends, strict=True)
    )


def _unescaped(words: str) -> str:
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
