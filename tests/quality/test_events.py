"""
Which events are found, on news annotated by others: the event-time corpus and TimeSET, development parts.

The floors only rise. The texts are not part of the project: without them the tests are skipped.
"""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.events.extract import MAIN, extract
from timeline.events.landmarks import load
from timeline.grammar.pipeline import parse
from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find

pytestmark = pytest.mark.quality

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("TIMELINE_SHARED", HERE.parent.parent.parent / "shared"))
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["events"]
MOST_SHOWN = 12  # main events an article, on average


def _articles(corpus: str) -> list[dict[str, Any]]:
    folder = SHARED / "bench" / corpus / "dev"
    if not folder.is_dir():
        pytest.skip(f"no annotated events: {folder} is not there (TIMELINE_SHARED names its folder)")
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def _found(given: dict[str, Any]) -> list[Any]:
    article = Article(given["text"], given["dct"][:10], given.get("title") or None)
    sentences = parse(article)
    headings = [sentence.span for sentence in sentences if sentence.heading]
    times = direct(find(article.text, headings=headings), sentences, article)
    return [candidate.event for candidate in extract(article, sentences, times, load())]


def _meets(heads: list[Any], gold: dict[str, Any]) -> bool:
    return any(head.start < gold["end"] and gold["start"] < head.end for head in heads)


def _share(hits: list[bool]) -> float:
    return 100 * sum(hits) / len(hits)


def test_heads_are_events_and_events_are_found() -> None:
    """What we call an event, annotators called one; what they gave a certain day of its own, we find."""
    right, met = [], []
    for given in _articles("eventtime"):
        events = _found(given)
        heads = [mention.head for event in events for mention in event.mentions]
        right += [any(_meets([event.head], gold) for gold in given["events"]) for event in events]
        days = [
            gold
            for gold in given["events"]
            if gold["gold"].get("kind") == "day" and gold["gold"].get("certain") and gold["class"] != "REPORTING"
        ]
        met += [_meets(heads, gold) for gold in days]

    assert _share(right) >= FLOORS["heads_that_are_events"]
    assert _share(met) >= FLOORS["days_found"]


def test_the_events_that_tell_the_story() -> None:
    """Salient events are found, and most of them are shown first, with few others."""
    anywhere, first, shown = [], [], 0
    articles = _articles("timeset")
    for given in articles:
        events = _found(given)
        main = [event for event in events if event.weight >= MAIN]
        shown += len(main)
        heads = [mention.head for event in events for mention in event.mentions]
        of_main = [mention.head for event in main for mention in event.mentions]
        anywhere += [_meets(heads, gold) for gold in given["events"]]
        first += [_meets(of_main, gold) for gold in given["events"]]

    assert _share(anywhere) >= FLOORS["salient_found"]
    assert _share(first) >= FLOORS["salient_shown_first"]
    assert shown / len(articles) <= MOST_SHOWN
