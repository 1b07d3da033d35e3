"""Pictures as files: the one way for the library, the command line and the page."""

from __future__ import annotations

import io
import os
import re
import struct
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.scene import examples
from timeline.draw import marks
from timeline.draw.image import png
from timeline.draw.picture import Style, paged, picture, source_line
from timeline.draw.samples import SAMPLES
from timeline.draw.svg import FOOT
from timeline.draw.theme import DARK, LIGHT, PRINT, Theme
from timeline.errors import ExportError
from timeline.scene.paper import MOST_PAGES
from timeline.scene.scene import View, lay_out
from timeline.scene.view import SMALLEST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline.model.timeline import Timeline
    from timeline.scene.geometry import Scene

SOURCED = Style(source="Source: the morning paper")


def lay(timeline: Timeline) -> Callable[[View], Scene]:
    """How a view of a timeline becomes a scene."""
    return lambda view: lay_out(timeline, view)


def drawn(timeline: Timeline, view: View, style: Style = SOURCED) -> str:
    """A timeline as SVG."""
    return picture("svg", lay(timeline), view, style).decode()


def size(svg: str) -> tuple[float, float]:
    """Width and height of a drawing."""
    wide, high = re.findall(r'(?:width|height)="([\d.]+)"', svg)[:2]
    return float(wide), float(high)


@pytest.mark.parametrize("height", [210, 400, 600])
def test_the_source_line_is_part_of_the_height(height: int) -> None:
    """A drawing has the height it is asked for; where that leaves no room, the line gives way."""
    svg = drawn(examples.one(), View(height=height))
    assert size(svg)[1] == pytest.approx(height, abs=0.01)
    assert ("the morning paper" in svg) == (height - FOOT >= SMALLEST)
    assert svg.count("Made with timeline") == svg.count("the morning paper")


def test_without_a_source_there_is_no_line() -> None:
    """The drawing is the scene alone."""
    svg = drawn(examples.force(), View(), Style())
    assert "Made with" not in svg
    assert size(svg)[1] == lay_out(examples.force()).height
    assert size(drawn(examples.force(), View()))[1] == lay_out(examples.force()).height + FOOT


def test_a_long_source_is_cut() -> None:
    """It never runs into what made the picture."""
    svg = drawn(examples.one(), View(width=400), Style(source="Sources: " + "the evening paper; " * 20))
    assert re.search(r"the evening.{0,40}\u2026</text>", svg)
    assert "Made with timeline" in svg


def test_the_source_line_names_articles() -> None:
    """Their titles, where they come from, and their days; of many the first ones."""
    force, one = examples.force(), examples.one()
    other = replace(force, title="Two stories")
    assert source_line(other) == "Source: A European force for Ukraine, with US air power, published 20 Aug 2025"
    assert source_line(replace(force, articles=())) == ""
    article = one.articles[0]
    named = _from(article, "paper.html")
    assert source_line(replace(one, articles=(named, article))) == "Sources: A timeline (paper.html); A timeline"
    assert source_line(replace(one, articles=(article,) * 5)).endswith("; and 2 more")


def test_the_source_line_does_not_repeat_the_title() -> None:
    """Of the one article that a drawing is named after, it says where it comes from and when."""
    force, one = examples.force(), examples.one()
    assert source_line(force) == "Published 20 Aug 2025"
    assert source_line(one) == ""
    assert source_line(replace(one, articles=(_from(one.articles[0], "paper.html"),))) == "Source: paper.html"


def _from(article: Any, source: str) -> Any:
    """The article as it came from somewhere."""
    made = type(article)("", title=article.title, source=source, id=article.id)
    assert made.source == source
    return made


@pytest.mark.parametrize("pages", [2, 5])
def test_lanes_are_the_same_on_every_page(pages: int) -> None:
    """Order, titles and colours; the windows follow each other, and the legend stands on the last page."""
    timeline = examples.uncertain()
    shown = paged(lay(timeline), View(height=500), pages)
    scenes = [lay_out(timeline, view) for view in shown]
    assert len({tuple((lane.key, lane.colour) for lane in scene.lanes) for scene in scenes}) == 1
    assert all(lane.title and lane.title.text for scene in scenes for lane in scene.lanes)
    windows = [view.window for view in shown if view.window]
    assert [one[1] for one in windows[:-1]] == pytest.approx([other[0] for other in windows[1:]])
    assert [bool(scene.legend) for scene in scenes] == [False] * (pages - 1) + [True]
    document = pypdfium2.PdfDocument(picture("pdf", lay(timeline), View(height=500), Style(pages=pages)))
    words = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(words) == pages
    assert all("Workshop" in text and "Rival" in text for text in words)


@pytest.mark.parametrize("pages", [0, -1, MOST_PAGES + 1, "many"])
def test_an_impossible_number_of_pages(pages: Any) -> None:
    """The limit is in the sentence."""
    with pytest.raises(ExportError, match=f"choose 1 to {MOST_PAGES}, or auto"):
        paged(lay(examples.one()), View(), pages)


def test_a_broken_axis_is_on_one_page() -> None:
    """Pages are stretches of days; the sentence says what to ask for."""
    assert paged(lay(examples.one()), View(broken=True), 1) == [View(broken=True)]
    with pytest.raises(ExportError, match="a broken axis is drawn on one page"):
        paged(lay(examples.one()), View(broken=True), 2)


def test_auto_is_as_few_pages_as_label_everything() -> None:
    """One where that is enough; days from publication have no window and stay on one."""
    assert len(paged(lay(examples.one()), View(), "auto")) == 1
    assert len(paged(lay(examples.offsets()), View(), 3)) == 1


@pytest.mark.parametrize("name", ["svg", "png", "pdf"])
def test_the_same_picture_has_the_same_bytes(name: str) -> None:
    """Nothing of the run that made it goes into it."""
    made = [picture(name, lay(examples.force(published=False)), View(), SOURCED) for _ in range(2)]
    assert made[0] == made[1]


def test_no_machine_shows_in_the_bytes() -> None:
    """Whatever the order of sets, the language and the time zone: the same SVG, PNG and PDF."""
    code = (
        "import hashlib; from tests.scene import examples; from timeline.scene.scene import View, lay_out; "
        "from timeline.draw.picture import Style, picture; timeline = examples.force(published=False); "
        "print([hashlib.sha256(picture(name, lambda view: lay_out(timeline, view), View(height=700), "
        "Style(source='Source: x'))).hexdigest() for name in ('svg', 'png', 'pdf')])"
    )
    told = set()
    for seed, language, zone in (("1", "C", "UTC"), ("2", "de_DE.UTF-8", "Asia/Tokyo")):
        world = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": language, "TZ": zone}
        told.add(subprocess.run([sys.executable, "-c", code], env=world, capture_output=True, check=True).stdout)
    assert len(told) == 1


@pytest.mark.parametrize("name", ["svg", "png", "pdf"])
@pytest.mark.parametrize(
    ("style", "words"),
    [("theme", "there is no theme 'pink'"), ("palette", "palette .*none.* cannot be read"), ("font", "font .*none")],
)
def test_what_does_not_exist_is_named(tmp_path: Path, name: str, style: str, words: str) -> None:
    """A theme, a palette or a font; only SVG asks for no other font."""
    if (name, style) == ("svg", "font"):
        return
    given: dict[str, Any] = {style: "pink" if style == "theme" else tmp_path / "none"}
    with pytest.raises(ExportError, match=words):
        picture(name, lay(examples.one()), View(), Style(**given))


def test_a_picture_of_a_size_has_so_many_pixels() -> None:
    """A pixel for each of the drawing's, unless more are asked for."""
    for style, times in ((Style(), 1), (Style(scale=2), 2)):
        made = picture("png", lay(examples.one()), View(width=500, height=300), style)
        assert struct.unpack(">II", made[16:24]) == (500 * times, 300 * times)


def key(parts: Any, theme: Theme) -> Image.Image:
    """A glyph of the legend in grey."""
    defs = marks.Definitions(theme)
    body = "".join(marks.shape(part, 4 + part.first, 4 + part.last, 10, theme, 0, defs) for part in parts)
    ground = f'<rect width="32" height="20" fill="{theme.background}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="32" height="20"><defs>{defs.markup()}</defs>'
    return Image.open(io.BytesIO(png(f"{head}{ground}{body}</svg>", 2))).convert("L")


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_glyphs_differ_without_colour(theme: Theme) -> None:
    """In grey no two kinds of glyph look alike, even where each stands as far left as the other."""
    grey = {name: key(parts, theme) for name, parts in SAMPLES.items()}
    for one, other in combinations(grey, 2):
        histogram = ImageChops.difference(grey[one], grey[other]).histogram()
        assert sum(histogram[40:]) >= 40, (one, other)
