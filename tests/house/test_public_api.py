"""The public door: what it lists is what it has, and it opens quickly."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

DOOR = Path(timeline.__file__).read_text("utf-8")
HEAVY = ("spacy", "thinc", "dash", "plotly", "flask", "numpy", "timeline.grammar", "timeline.pipeline")


def imported(program: str) -> list[str]:
    """The modules that a program has imported when it ends."""
    code = f"import sys\n{program}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.split()


def test_every_listed_name_is_there_and_none_is_unlisted() -> None:
    """`__all__`, the table of homes and the names for type checkers are one list."""
    declared = sorted(
        alias.name
        for node in ast.walk(ast.parse(DOOR))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("timeline.")
        for alias in node.names
    )

    assert timeline.__all__ == sorted(timeline.__all__)
    assert set(timeline.__all__) == set(timeline._HOME) == set(declared)
    for name in timeline.__all__:
        assert getattr(timeline, name) is not None
        assert name in dir(timeline)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="nothing_like_it"):
        timeline.nothing_like_it  # noqa: B018 - looking it up is the test


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_says_what_it_is(name: str) -> None:
    """Classes and functions have a docstring of their own."""
    assert (getattr(timeline, name).__doc__ or "").strip()


def test_the_door_opens_without_loading_anything_heavy() -> None:
    """`import timeline` loads neither the parser nor the page nor the drawing."""
    assert not set(HEAVY) & set(imported("import timeline"))


def test_the_help_loads_nothing_heavy() -> None:
    """`timeline --help` is quick."""
    program = "from timeline.cli import main\nsys.stdout = sys.stderr\nmain(['--help'])\nsys.stdout = sys.__stdout__"
    assert not set(HEAVY) & set(imported(program))


def test_a_saved_timeline_is_drawn_without_the_parser_or_the_page(tmp_path: Path) -> None:
    """Neither Dash nor spaCy, and no room that reads text."""
    saved = tmp_path / "saved.json"
    event = {"id": "e", "title": "Rain", "span": [0, 9], "bounds": {"begin": {"earliest": "2025-08-19"}}}
    article = {"id": "a", "text": "It rained.", "published": {}}
    saved.write_text(json.dumps({"version": 1, "articles": [article], "events": [event]}), "utf-8")
    outs = [str(tmp_path / f"out.{suffix}") for suffix in ("svg", "png", "pdf", "json", "csv")]
    words = ["export", str(saved), *(word for out in outs for word in ("-o", out))]
    modules = imported(f"from timeline.cli import main\nassert main({words!r}) == 0")

    assert all(Path(out).stat().st_size for out in outs)
    assert not {"spacy", "thinc", "dash", "plotly", "flask", "timeline.grammar", "timeline.pipeline"} & set(modules)
