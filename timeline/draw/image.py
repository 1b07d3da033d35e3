"""Pictures from SVG, with no browser behind them."""

from __future__ import annotations

from timeline.draw.fonts import font_files
from timeline.draw.theme import FONT
from timeline.errors import ExportError, InstallationError


def png(svg: str, scale: float = 2) -> bytes:
    """
    The drawing as PNG, *scale* times as large as its pixels say.

    InstallationError where the font or the renderer is missing, ExportError where the drawing cannot be rendered.
    """
    try:
        import resvg_py  # noqa: PLC0415 - only who exports a picture pays for it
    except ImportError as fault:
        raise InstallationError("PNG export needs resvg-py: install article-timeline again") from fault
    files = [str(path) for path in font_files()]
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg, zoom=scale, skip_system_fonts=True, font_files=files, font_family=FONT, sans_serif_family=FONT
            )
        )
    except ValueError as fault:
        raise ExportError(f"the drawing cannot be turned into a picture: {fault}") from fault
