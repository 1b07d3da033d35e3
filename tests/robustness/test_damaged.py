"""Texts damaged as machine translation damages them: what is found, what it is called, and how much is lost."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import timeline
from tools import damage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.event import Event

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TIMELINE_SHARED", ROOT.parent / "shared"))
ARTICLES = sorted((ROOT / "tests" / "articles_corpus").glob("*.txt"))
SHARE = 0.05  # of the words are hit
MOST_LOST = 5.0  # per cent of what is found in the undamaged text


def events(text: str, published: str | None = None) -> tuple[Event, ...]:
    """What is found in a text."""
    return timeline.extract(timeline.Article(text, published)).events


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_damaged_article_tells_nearly_as_much(path: Path) -> None:
    """There are about as many events, and each has a title of whole words that stand in the text, or names it says."""
    text = path.read_text("utf-8")
    worse, _ = damage.damaged(text, [], SHARE, random.Random(f"0:{path.name}"))  # noqa: S311 - damage, not a secret
    whole, found = events(text), events(worse)

    assert 0.7 * len(whole) - 2 <= len(found) <= 1.3 * len(whole) + 2
    for event in found:
        assert event.title.strip()
        assert len(event.title) <= 60
        assert event.quote == event.span.of(worse)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The said by the of was destroyed the in 1957 and.", "destroyed"),
        ("Mill the owner of sold which it in 1932 was a.", "sold"),
        ("Of 1957 fire burned of was the at.", "burned"),
    ],
)
def test_a_torn_clause_is_told_in_its_own_words(text: str, word: str) -> None:
    """Where a clause is too damaged for a title of its own, each word of the title stands in it or is its verb."""
    found = [event for event in events(text) if event.head.of(text) == word]
    said = {piece.lower().strip(".,") for piece in text.split()}

    for event in found:
        others = [piece.lower() for piece in event.title.split() if piece.lower() not in said]
        assert len(others) <= 1, event.title


@pytest.mark.quality
def test_little_is_lost_by_damage() -> None:
    """On news that others annotated, every second article, damage takes few of the events that are found."""
    for corpus in ("eventtime", "timeset"):
        folder = SHARED / "bench" / corpus / "dev"
        if not folder.is_dir():
            pytest.skip(f"no annotated events: {folder} is not there (TIMELINE_SHARED names its folder)")
        whole: list[bool] = []
        worse: list[bool] = []
        for path in sorted(folder.glob("*.json"))[1::2]:
            given = json.loads(path.read_text("utf-8"))
            whole += _met(given)
            worse += _met(damage.with_events(given, SHARE, random.Random(f"0:{path.name}")))  # noqa: S311 - as above
        print(f"\n{corpus}: {_share(whole):.1f} % found as given, {_share(worse):.1f} % damaged")  # noqa: T201 - figure
        assert _share(worse) >= _share(whole) - MOST_LOST


def _met(given: dict[str, Any]) -> list[bool]:
    heads = [mention.head for event in events(given["text"], given["dct"][:10]) for mention in event.mentions]
    return [
        any(head.start < gold["end"] and gold["start"] < head.end for head in heads)
        for gold in given["events"]
        if gold.get("class") != "REPORTING"
    ]


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return 100 * sum(counted) / len(counted)
