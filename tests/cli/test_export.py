"""Pictures from the command line: sizes, colours, fonts, what stands around a drawing."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from timeline.chrono.iso import iso_day
from timeline.draw import fallback
from timeline.offline.packed import unpack
from timeline.scene.view import LARGEST, SMALLEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome


@pytest.fixture
def saved(run: Callable[..., Outcome], ferry: str) -> str:
    """A saved timeline."""
    run("export", ferry, "-q", "-o", "ferry.json", "--published", "2025-08-22")
    return "ferry.json"


@pytest.mark.parametrize(
    ("options", "pixels"),
    [
        (("--size", "700x400"), (700, 400)),
        (("--size", "700x400", "--scale", "2"), (1400, 800)),
        (("--size", "A4"), (3 * 1123, 3 * 794)),
        (("--size", "100x80mm"), (3 * 378, 3 * 302)),
        (("--size", "16:9"), (1920, 1080)),
    ],
)
def test_a_png_has_the_pixels_asked_for(
    run: Callable[..., Outcome], saved: str, options: tuple[str, ...], pixels: tuple[int, int]
) -> None:
    """A pixel for each of the drawing's; on paper three, so that letters are sharp."""
    assert run("export", saved, "-o", "out.png", *options).code == 0
    assert struct.unpack(">II", Path("out.png").read_bytes()[16:24]) == pixels


def test_what_stands_around_a_drawing(run: Callable[..., Outcome], saved: str) -> None:
    """Title, subtitle, legend and source line can be left out, and the title be another."""
    run("export", saved, "-o", "all.svg", "--title", "Two days in August")
    bare = ("--title", "", "--no-subtitle", "--no-legend", "--no-source-line")
    run("export", saved, "-o", "bare.svg", *bare)
    whole, left = (Path(name).read_text("utf-8") for name in ("all.svg", "bare.svg"))

    assert whole.count("Two days in August</tspan></text>") == 1
    assert "Source: " in whole
    assert "Made with timeline" in whole
    assert "Source: " not in left
    assert "Made with timeline" not in left
    assert left.count("<text") < whole.count("<text")


def test_colours_of_ones_own(run: Callable[..., Outcome], saved: str) -> None:
    """A palette on top of a theme; print has no colours."""
    Path("ours.txt").write_text("#123456\n", "utf-8")
    run("export", saved, "-o", "ours.svg", "--palette", "ours.txt")
    run("export", saved, "-o", "print.svg", "--theme", "print")

    assert "#123456" in Path("ours.svg").read_text("utf-8")
    assert 'fill="#000000"' in Path("print.svg").read_text("utf-8")


def test_letters_that_no_font_has_are_told_once(
    run: Callable[..., Outcome], saved: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence for all pictures, unless it is to be quiet; SVG leaves them to who looks at it."""
    monkeypatch.setattr(fallback, "_installed", lambda: ())
    both = run("export", saved, "-o", "out.png", "-o", "out.pdf", "--title", "\u6771\u4eac")
    quiet = run("export", saved, "-q", "-o", "out.png", "--title", "\u6771\u4eac")
    drawing = run("export", saved, "-o", "out.svg", "--title", "\u6771\u4eac")

    told = "timeline: note: no font here has \u4eac, \u6771: install Noto Sans CJK to have them drawn\n"
    assert both.err == told
    assert quiet.err == drawing.err == ""
    assert "\u6771\u4eac" in Path("out.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--theme", "pink"), ("--theme", "pink", "print")),
        (("--palette", "none.txt"), ("none.txt", "cannot be read")),
        (("--palette", "ferry.txt"), ("ferry.txt", "is no colour")),
        (("--font", "none.ttf"), ("none.ttf", "cannot be read")),
        (("--font", "ferry.txt"), ("ferry.txt", "is no font")),
        (("--size", "1x1"), (f"choose {SMALLEST} to {LARGEST}",)),
        (("--size", "20000x20000"), (f"choose {SMALLEST} to {LARGEST}",)),
        (("--size", "huge"), ("'huge' is no size",)),
        (("--pages", "21"), ("write 1 to 20, or auto",)),
        (("--scale", "50"), ("--scale",)),
    ],
)
def test_what_cannot_be_is_refused(
    run: Callable[..., Outcome], ferry: str, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Before anything is read, with what is possible in the message."""
    outcome = run("export", ferry, "-o", "out.png", *options)

    assert outcome.code == 2
    assert "reading" not in outcome.err
    assert "Traceback" not in outcome.err
    for word in words:
        assert word in " ".join(outcome.err.replace("\u2502", " ").split())
    assert not Path("out.png").exists()


def test_a_picture_of_too_many_pixels(run: Callable[..., Outcome], saved: str) -> None:
    """The limit is told, and nothing written."""
    outcome = run("export", saved, "-o", "out.png", "--size", "9000x9000", "--scale", "5")

    assert outcome.code == 2
    assert "at most 200 million pixels" in outcome.err
    assert not Path("out.png").exists()


def test_a_page_that_stands_alone(run: Callable[..., Outcome], saved: str) -> None:
    """One file; of the days that are asked for where some are."""
    assert run("export", saved, "-o", "all.html").code == 0
    whole = page_data(Path("all.html"))
    day = iso_day(whole["events"][0]["days"][0])
    assert run("export", saved, "-o", "part.html", "--from", day, "--to", day).code == 0
    part = page_data(Path("part.html"))

    assert whole["events"][0]["id"] in {event["id"] for event in part["events"]}
    assert len(part["events"]) < len(whole["events"])
    assert part["opens"][1] - part["opens"][0] == 1


def page_data(path: Path) -> Any:
    """What a page knows."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    assert found
    return unpack(json.loads(found[1]))
