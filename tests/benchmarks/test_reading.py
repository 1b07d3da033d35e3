"""How quickly real articles are read with everything on, and that memory stays flat; skipped where they are not."""

from __future__ import annotations

import gc
import os
import resource
import time
from pathlib import Path

import pytest

import timeline
from timeline.articles import timeml
from timeline.workspace import reader

pytestmark = pytest.mark.benchmark

SHARED = Path(os.environ.get("TIMELINE_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
CORPUS = Path(__file__).parents[1] / "articles_corpus"
WORDS_A_SECOND = 4000
PIECES = [
    "A fire destroyed the mill. ", "Mr. Smith met Anna. ", "It sank on Tuesday.\n\n", "on 5 May 2019 ", "a, b and c, ",
    "• x\n", "FIRE\n", "ibid. ", "the the ", "the man who ", "he said that ",
    "<p ", "<!-- ", "[[", "{{", "== ", "&amp;", "(", "“", "x",
]  # fmt: skip


def test_a_history_is_read_at_some_thousand_words_a_second() -> None:
    """Words per CPU second on long articles about wars, the model being loaded: the best of two."""
    folder = SHARED / "bench" / "timex" / "wikiwars"
    if not folder.is_dir():
        pytest.skip(f"no long articles: {folder} is not there (TIMELINE_SHARED names its folder)")
    articles = [timeml.read(path.read_bytes(), path.name) for path in sorted(folder.rglob("*.tml"))]
    words = sum(len(article.text.split()) for article in articles)
    read = reader()
    read(articles[0])
    spent = []
    for _ in range(2):
        start = time.process_time()
        for article in articles:
            read(article)
        spent.append(time.process_time() - start)

    print(f"\n{words / min(spent):.0f} words per CPU second, {words} words")
    assert words / min(spent) >= WORDS_A_SECOND


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    """Four times of whatever it is takes about four times as long to read, and not sixteen times."""
    read = reader()
    read(timeline.Article("The ferry sank on Tuesday."))

    def seconds(times: int) -> float:
        start = time.process_time()
        read(timeline.Article(piece * times))
        return time.process_time() - start

    times = max(1, 3000 // len(piece))
    short = min(seconds(times) for _ in range(2))
    assert seconds(4 * times) < 8 * short + 0.3


def test_memory_is_flat_over_two_hundred_articles() -> None:
    """After two hundred articles, each with names and days of its own, the program is no larger than after fifty."""
    texts = [path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    read = reader()
    size = {}
    for number in range(1, 201):
        text = texts[number % len(texts)]
        for old, new in (("1", str(number % 10)), ("ar", f"a{chr(97 + number % 26)}"), ("on", f"o{number % 7}n")):
            text = text.replace(old, new)
        read(timeline.Article(text))
        if number in (50, 200):
            gc.collect()
            size[number] = _resident()

    print(f"\n{size[50]:.0f} MB after 50 articles, {size[200]:.0f} MB after 200")
    assert size[200] < size[50] + 10


def _resident() -> float:
    """Megabytes held now, where the system tells; else the most that were ever held."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text("ascii").split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
