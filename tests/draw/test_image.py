"""PNG and PDF from the SVG, with the shipped font and no browser."""

from __future__ import annotations

import io
import logging
import re
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import given, settings
from PIL import Image, ImageChops, ImageFilter

from tests.scene import examples
from tests.scene.drawings import drawn_timelines, views
from timeline.draw import fonts
from timeline.draw.image import pdf, png
from timeline.draw.svg import render
from timeline.errors import ExportError, InstallationError
from timeline.scene.scene import View, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.model.timeline import Timeline

SVG = render(lay_out(examples.force(published=False)))
WIDE, HIGH = (int(edge) for edge in re.findall(r'(?:width|height)="(\d+)"', SVG)[:2])


@pytest.mark.parametrize("scale", [0.5, 1, 2])
def test_png_has_the_size_asked_for(scale: float) -> None:
    """The picture is *scale* times the drawing."""
    picture = png(SVG, scale)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == pytest.approx((WIDE * scale, HIGH * scale), abs=1)


@pytest.mark.parametrize("scale", [0, -1, 100])
def test_png_of_impossible_size(scale: float) -> None:
    """A size that cannot be is refused with the size in the message."""
    with pytest.raises(ExportError, match="pixels is too large"):
        png(SVG, scale)


def text_of(document: bytes) -> str:
    """The text of the only page of a PDF."""
    read = pypdfium2.PdfDocument(document)
    try:
        assert len(read) == 1
        page = read[0]
        assert page.get_size() == pytest.approx((WIDE * 0.75, HIGH * 0.75), abs=0.01)
        return str(page.get_textpage().get_text_range())
    finally:
        read.close()


def test_pdf_keeps_its_text() -> None:
    """Every label of the drawing can be found in the PDF, and the page has the drawing's size."""
    words = text_of(pdf(SVG))
    scene = lay_out(examples.force(published=False))
    for label in scene.labels:
        for line in label.text:
            for run in line:
                assert run.text.strip().replace("\u00a0", " ") in words.replace("\u00a0", " ")


def soft(picture: Image.Image) -> Image.Image:
    """A picture without colour, the edges of its letters softened: each renderer smooths them in its own way."""
    return picture.convert("RGB").convert("L").filter(ImageFilter.GaussianBlur(1))


LIKE = {
    "uncertain": (examples.uncertain(), View()),
    "cut at the edges": (examples.force(published=False), View(window=(739500.0, 739560.0))),
    "spaces that are not broken": (
        examples.plain(
            examples.event(
                0, "Plain", examples.within("2024-01-01", "2024-02-01"), stated=examples.within(None, "2024-02-01")
            )
        ),
        View(width=600, height=200),
    ),
}


@pytest.mark.parametrize("theme", ["light", "print"])
@pytest.mark.parametrize(("timeline", "view"), LIKE.values(), ids=LIKE)
def test_pdf_looks_as_png_does(timeline: Timeline, view: View, theme: str) -> None:
    """Fades, dashes, letters and what is cut at the edges: less than a thousandth of the pixels differ."""
    drawing = render(lay_out(timeline, view), theme)
    document = pypdfium2.PdfDocument(pdf(drawing))
    page = soft(document[0].render(scale=1 / 0.75).to_pil())
    document.close()
    picture = soft(Image.open(io.BytesIO(png(drawing))))
    levels = ImageChops.difference(page.crop((0, 0, *picture.size)), picture).histogram()
    assert sum(levels[32:]) < 0.001 * sum(levels)


def test_pdf_is_the_same_again() -> None:
    """No clock goes into a PDF."""
    assert pdf(SVG) == pdf(SVG)


def test_pdf_lines_stay_anchored() -> None:
    """Each line of a label that ends at its glyph is a text of its own, which is anchored."""
    from timeline.draw.image import _for_pdf

    wide = render(lay_out(examples.long_titles()))
    assert '<tspan x="' in wide
    assert '<tspan x="' not in _for_pdf(wide)


def test_a_missing_font_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A font missing from the installation is one sentence that says which."""

    def missing(*parts: str) -> Path:
        raise InstallationError(f"{tmp_path.joinpath(*parts)} is missing")

    monkeypatch.setattr(fonts, "asset", missing)
    for draw in (png, pdf):
        with pytest.raises(InstallationError, match=r"NotoSans-Regular\.ttf is missing"):
            draw(SVG)


@given(drawn_timelines(8), views())
@settings(max_examples=12)
def test_any_drawing_is_a_picture(timeline: Timeline, view: View) -> None:
    """Whatever titles say, in whatever script, there is a PNG and a PDF, and nothing is logged."""
    drawing = render(lay_out(timeline, view))
    with _silence():
        assert png(drawing, 0.2).startswith(b"\x89PNG")
        assert pdf(drawing).startswith(b"%PDF")


@contextmanager
def _silence() -> Iterator[None]:
    """Nothing is logged within."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]  # shorter than a class
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    assert said == []


def test_what_is_no_drawing() -> None:
    """Something else than our SVG is refused."""
    with pytest.raises(ExportError, match="no drawing of ours"):
        png("<svg/>")


def test_dark_and_empty_drawings() -> None:
    """Every theme and the empty timeline can be exported."""
    for svg in (
        render(lay_out(examples.plain(), View(width=400, height=200))),
        render(lay_out(examples.one()), "dark"),
    ):
        assert png(svg, 1).startswith(b"\x89PNG")
        assert pdf(svg).startswith(b"%PDF")


def test_several_pages_are_numbered() -> None:
    """Each drawing is a page of its own size; one alone carries no number."""
    wide, narrow = (render(lay_out(examples.force(), View(width=width, height=600))) for width in (1000, 700))
    document = pypdfium2.PdfDocument(pdf(wide, narrow))
    words = [page.get_textpage().get_text_range() for page in document]

    assert [round(page.get_width()) for page in document] == [750, 525]
    assert "1 / 2" in words[0]
    assert "2 / 2" in words[1]
    assert "1 / 1" not in pypdfium2.PdfDocument(pdf(wide))[0].get_textpage().get_text_range()
