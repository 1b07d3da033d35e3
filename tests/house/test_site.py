"""The documentation: it builds without a warning, knows every command and name, and asks no other host."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import timeline
from tools import messages, reference

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as they are published, built with every warning an error."""
    place = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [
            sys.executable,
            "-m",
            "sphinx",
            "-q",
            "-W",
            "--keep-going",
            "-b",
            "html",
            "-d",
            str(place / "trees"),
            "docs",
            str(place / "html"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return place / "html"


@pytest.mark.parametrize("page", [reference, messages], ids=["commands", "messages"])
def test_commands_and_messages_are_the_program_s_own(page: ModuleType) -> None:
    """`python -m tools.reference` makes the pages anew."""
    assert page.PLACE.read_text("utf-8") == page.written()


def test_every_kind_of_fault_has_its_messages() -> None:
    """Each error of the program is a part of the page, with at least one sentence."""
    parts = messages.written().split("\n## ")[1:]
    assert {part.split("`")[1] for part in parts} == messages.kinds()
    assert all("\n- " in part for part in parts)


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    """And no other."""
    text = (site / "api.html").read_text("utf-8")
    told = set(re.findall(r'id="timeline\.(\w+)"', text))
    assert told == set(timeline.__all__)


def test_no_page_asks_another_host(site: Path) -> None:
    """No script, style, font or picture from elsewhere; links may lead there."""
    for page in site.rglob("*.html"):
        asked = re.findall(r'<(?:script|img|link)\b[^>]*?(?:src|href)="(https?://[^"]+)"', page.read_text("utf-8"))
        assert not asked, page.name


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_what_a_page_tells_to_type_exists(page: Path) -> None:
    """Every command and option of `timeline` that stands in a page is one of the program."""
    known = reference.PLACE.read_text("utf-8")
    text = page.read_text("utf-8")
    typed = [line for block in re.findall(r"```(?:sh|text)\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    typed += re.findall(r"`(timeline [^`]+)`", text)
    for line in typed:
        for words in re.findall(r"(?:^|[|\s/])timeline ([a-z]+(?: [a-z]+)?)?([^|#]*)", line):
            command = words[0].split(" ")[0]
            if command and f"## timeline {command}\n" in known:
                for option in re.findall(r"(?<!\S)(--[a-z-]+)", words[1]):
                    assert f"`{option}" in known or f", {option}" in known, f"{line}: {option}"
