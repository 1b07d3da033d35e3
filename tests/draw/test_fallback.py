"""Characters the shipped font lacks: other fonts are asked, and what no font has is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scene import examples
from timeline.draw import fallback
from timeline.draw.fonts import font_files
from timeline.draw.image import pdf, png
from timeline.draw.subset import subset
from timeline.draw.svg import render
from timeline.errors import ExportError
from timeline.scene.scene import lay_out
from timeline.scene.text import width

if TYPE_CHECKING:
    from pathlib import Path

HEBREW = "\u05d4\u05de\u05d5\u05e2\u05e6\u05d4"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without fonts."""
    monkeypatch.setattr(fallback, "_installed", lambda: ())


def foreign(folder: Path, letters: str) -> Path:
    """A font that has these letters and no others: ours with the codes of its first ones changed."""
    latin = "".join(chr(97 + at) for at in range(len(letters)))
    data = bytearray(subset(font_files()[0], frozenset(map(ord, latin))))
    start = data.index(b"\0\4\0", data.index(b"OS/2"))
    segment = data.index((97 + len(letters) - 1).to_bytes(2, "big"), start)
    data[segment : segment + 2] = (ord(letters[-1])).to_bytes(2, "big")
    first = data.index((97).to_bytes(2, "big"), segment)
    data[first : first + 2] = ord(letters[0]).to_bytes(2, "big")
    delta = first + 4
    moved = (int.from_bytes(data[delta : delta + 2], "big") + 97 - ord(letters[0])) & 0xFFFF
    data[delta : delta + 2] = moved.to_bytes(2, "big")
    path = folder / "foreign.ttf"
    path.write_bytes(data)
    return path


@pytest.mark.usefixtures("bare")
def test_nothing_is_missing_of_what_the_font_has() -> None:
    """Spaces and signs that only steer others need no font."""
    found = fallback.find("K\u00f6ln \u2013 \u041c\u043e\u0441\u043a\u0432\u0430 \u200d\ufe0f\u2028")
    assert found == fallback.Found((), frozenset())


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\u6771\u4eac", "no font here has \u4eac, \u6771: install Noto Sans CJK to have them drawn"),
        (HEBREW, "no font here has \u05d4, \u05d5, \u05de and 2 more characters: install Noto Sans Hebrew"),
        ("\U00010900", "install a font that has them to have it drawn"),
    ],
)
def test_what_is_missing_is_told_in_a_sentence(text: str, sentence: str) -> None:
    """The characters, and what to install."""
    assert sentence in fallback.remark(fallback.find(text).missing)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_the_neutral_mark_is_never_wider_than_what_it_stands_for(words: str) -> None:
    """So no label grows into another when a character is missing."""
    missing = {ord(sign) for sign in words if width(sign, 10) > 0 and ord(sign) > 0x24F}
    drawn = fallback.replaced(words, {code for code in missing if fallback.find(chr(code)).missing})
    assert width(drawn, 10) <= width(words, 10) + 1e-9


@pytest.mark.usefixtures("bare")
def test_pictures_say_what_they_lack_and_show_no_boxes() -> None:
    """A mark stands for each character, in PNG and PDF alike, and each says so once."""
    told: list[str] = []
    drawing = render(lay_out(examples.scripts()))
    lacking = fallback.find(HEBREW + "\u6771").missing
    without = fallback.replaced(drawing, lacking)
    assert "\u6771" not in without
    assert without.count(fallback.NEUTRAL) > 5
    assert png(drawing, tell=told.append).startswith(b"\x89PNG")
    assert pdf(drawing, tell=told.append).startswith(b"%PDF")
    assert len(told) == 2
    assert all(sentence.startswith("no font here has ") for sentence in told)


@pytest.mark.usefixtures("bare")
def test_a_font_of_ones_own_is_asked(tmp_path: Path) -> None:
    """What it has is drawn with it, in PNG and PDF."""
    font = foreign(tmp_path, "\u0531\u0532\u0533")
    drawing = render(
        lay_out(examples.plain(examples.event(0, "\u0531\u0532\u0533", examples.within("2024-01-01", "2024-01-01"))))
    )
    found = fallback.find("\u0531\u0532\u0533", font)
    assert (len(found.others), found.missing) == (1, frozenset())
    told: list[str] = []
    plain = png(drawing)
    assert png(drawing, font=font, tell=told.append) != plain
    assert pdf(drawing, font=font, tell=told.append).count(b"/FontFile2") > pdf(drawing).count(b"/FontFile2")
    assert told == []


def test_a_font_that_does_not_exist(tmp_path: Path) -> None:
    """It is refused by name, whether it would be needed or not."""
    with pytest.raises(ExportError, match=r"none\.ttf cannot be read"):
        fallback.find("", tmp_path / "none.ttf")
    (tmp_path / "none.ttf").write_bytes(b"text")
    with pytest.raises(ExportError, match=r"none\.ttf is no font"):
        fallback.find("", tmp_path / "none.ttf")


def test_upright_letters_come_first() -> None:
    """Of the fonts of a machine those are asked first that look most like ours."""
    names = ["NotoColorEmoji", "DejaVuSansMono-Bold", "DejaVuSans", "NotoSansHebrew-Regular", "FreeSerif"]
    names.sort(key=lambda name: fallback._unlike(name.lower()))
    assert names[:2] == ["NotoSansHebrew-Regular", "DejaVuSans"]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_where_fonts_are_kept(platform: str) -> None:
    """The user's own and those of the machine, on every system."""
    homes = fallback._homes(platform, {"HOME": "/elsewhere/ada", "USERPROFILE": "/elsewhere/ada"})
    assert any("ada" in str(home) for home in homes)
    assert any("ada" not in str(home) for home in homes)
