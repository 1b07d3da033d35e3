"""`timeline doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import platform
import sys
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.table import write_json
from timeline.errors import TimelineError
from timeline.formats.files import standard_output

if TYPE_CHECKING:
    from collections.abc import Callable


class Finding(NamedTuple):
    """One thing: whether it is there, whether the program works without it, and what is told of it."""

    name: str
    there: bool
    needed: bool
    says: str


def examine(library: Callable[[], str]) -> list[Finding]:
    """
    Look at everything that can be missing; nothing is changed.

    Args:
        library: gives a sentence on the library, or raises a TimelineError.
    """
    found = [
        Finding("timeline", there=True, needed=True, says=metadata.version("article-timeline")),
        Finding("Python", there=True, needed=True, says=f"{platform.python_version()} on {platform.system()}"),
        _tried("language model", _model, needed=True),
        _tried("known events", _landmarks, needed=True),
        _tried("font", _font, needed=True),
    ]
    for name, package, what in (
        ("PNG", "resvg_py", "pictures as PNG"),
        ("PDF", "fpdf", "pictures as PDF"),
        ("Word", "docx", "Word documents in and out"),
        ("Excel", "openpyxl", "spreadsheets in and out"),
        ("calendars", "icalendar", "calendars in and out"),
        ("the page", "dash", "the timeline in a browser"),
    ):
        found.append(_package(name, package, what, "pip install --force-reinstall article-timeline", needed=True))
    found += [
        _package("Parquet", "pyarrow", "rows of many articles as Parquet", 'pip install "article-timeline[parquet]"'),
        _package("a cluster", "distributed", "articles read on a cluster", 'pip install "article-timeline[cluster]"'),
        _tried("fonts for other scripts", _fallback, needed=False),
        _tried("library", library, needed=False),
    ]
    return found


def tell(found: list[Finding], *, machine: bool = False) -> int:
    """Print the findings; the exit code is 2 where something is missing that is needed."""
    if machine:
        write_json([one._asdict() for one in found])
    else:
        wide = max(len(one.name) for one in found)
        with standard_output():
            for one in found:
                sign = "ok" if one.there else "MISSING" if one.needed else "not here"
                sys.stdout.write(f"{sign:<8}  {one.name:<{wide}}  {one.says}\n")
    return 2 if any(one.needed and not one.there for one in found) else 0


def _package(name: str, package: str, what: str, get: str, *, needed: bool = False) -> Finding:
    there = find_spec(package) is not None
    return Finding(name, there, needed, what if there else f"{what}: {get}")


def _tried(name: str, look: Callable[[], str], *, needed: bool) -> Finding:
    try:
        return Finding(name, there=True, needed=needed, says=look())
    except TimelineError as fault:
        return Finding(name, there=False, needed=needed, says=str(fault))


def _model() -> str:
    from timeline.grammar.pipeline import load

    about = load().meta
    return f"{about['lang']}_{about['name']} {about['version']}, loaded by spaCy {metadata.version('spacy')}"


def _landmarks() -> str:
    from timeline.events.landmarks import load

    return f"{len(load().rows):,} that come along"


def _font() -> str:
    from timeline.draw.fonts import font_files

    return ", ".join(path.name for path in font_files())


def _fallback() -> str:
    """Whether pictures can show Chinese, Arabic and Hebrew: the page leaves that to the browser."""
    from timeline.draw import fallback

    scripts = {"Chinese": "中", "Japanese": "あ", "Korean": "한", "Arabic": "ع", "Hebrew": "ש"}
    missing = [name for name, sign in scripts.items() if fallback.find(sign, None).missing]
    if missing:
        raise TimelineError(
            f"pictures cannot show {', '.join(missing)}: install the Noto fonts for them, or give one with --font"
        )
    return f"pictures can show {', '.join(scripts)}"
