"""The pictures of the documentation: twelve, all there, all shown, none that nobody shows."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_twelve_pictures_are_shown() -> None:
    """The page links each picture that lies in its folder, with words for those who cannot see it."""
    links = re.findall(r"!\[([^\]]+)\]\(gallery/([^)]+)\)", (DOCS / "gallery.md").read_text("utf-8"))
    assert len(links) == 12
    assert {name for _, name in links} == {path.name for path in (DOCS / "gallery").iterdir()}


def test_pictures_of_the_gallery_stand_alone() -> None:
    """Each is well-formed, carries its letters, and asks nobody for anything."""
    for path in (DOCS / "gallery").glob("*.svg"):
        words = path.read_text("utf-8")
        assert ET.fromstring(words).tag.endswith("svg")  # noqa: S314 - our own drawing
        assert "@font-face" in words
        assert set(re.findall(r"https?://[^\"' )]+", words)) == {"http://www.w3.org/2000/svg"}
