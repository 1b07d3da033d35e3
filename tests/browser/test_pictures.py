"""A drawing looks the same in a browser and in the picture made of it."""

from __future__ import annotations

import io
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageFilter

from tests.scene import examples
from timeline.draw.picture import Style, picture
from timeline.scene.scene import View, lay_out

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from timeline.model.timeline import Timeline

DRAWINGS = {"force": examples.force(published=False), "uncertain": examples.uncertain(), "many": examples.many(60)}
SEEN = 32
"""A difference of so many levels of grey can be seen, once the edges of letters are softened."""


def grey(data: bytes) -> Image.Image:
    """A picture without colour, its letters' edges softened: each renderer smooths them in its own way."""
    return Image.open(io.BytesIO(data)).convert("RGB").convert("L").filter(ImageFilter.GaussianBlur(1))


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("timeline", DRAWINGS.values(), ids=DRAWINGS)
def test_the_browser_draws_what_the_picture_shows(browser: Browser, timeline: Timeline, theme: str) -> None:
    """Less than a fiftieth of the pixels differ; the font that travels inside is the one the picture is drawn with."""
    view, style = View(width=1000, height=700), Style(theme, source="Source: the morning paper")
    svg, made = (picture(name, lambda shown: lay_out(timeline, shown), view, style) for name in ("svg", "png"))
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.set_content(f'<body style="margin:0"><img src="data:image/svg+xml;base64,{b64encode(svg).decode()}">')
    page.evaluate("document.images[0].decode()")
    shot = grey(page.screenshot())
    page.close()
    levels = ImageChops.difference(shot, grey(made)).histogram()
    assert sum(levels[SEEN:]) < 0.02 * sum(levels)
