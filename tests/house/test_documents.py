"""Documents are tests: what they show is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from timeline.cli import commands

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_the_readme_does_what_it_says() -> None:
    """Its Python session gives what it shows."""
    failures, tries = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS)

    assert tries > 0
    assert failures == 0


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.name)
def test_links_lead_somewhere(document: Path) -> None:
    """Every link to a file names one that is there."""
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_every_command_is_in_the_readme() -> None:
    """Nobody has to guess what there is."""
    text = (ROOT / "README.md").read_text("utf-8")

    for command in commands.COMMANDS:
        named = {"open": "timeline [FILE…]", "library": "timeline library add FILE", "doctor": "timeline doctor"}
        assert named.get(command, f"timeline {command} FILE") in text


def test_every_room_is_in_contributing() -> None:
    """The rooms a newcomer finds in the package are told there."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

    for room in (path.name for path in (ROOT / "timeline").iterdir() if (path / "__init__.py").exists()):
        assert f"`{room}`" in text, room
