"""What speed and memory are held to; run by `make bench`, which prints what was measured."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import timeline
from timeline._files import data
from timeline.workspace import reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.timeline import Timeline

pytestmark = pytest.mark.benchmark

SAMPLE = data("articles", "european-force.txt")
CORPUS = Path(__file__).parents[1] / "articles_corpus"


@pytest.fixture(scope="module")
def warm() -> Callable[[timeline.Article], Timeline]:
    """A reader whose model is loaded."""
    read = reader()
    read(timeline.Article("The ferry sank on Tuesday."))
    return read


def cpu(of_children: bool = False) -> float:  # noqa: FBT001, FBT002 - one switch, read at its place
    """CPU seconds spent so far, by this process or by those it has waited for."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN if of_children else resource.RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime


def long_text(words: int) -> str:
    """That many words of articles, the numbers and names in each copy its own."""
    texts = [path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    parts: list[str] = []
    count = 0
    while count < words:
        text = texts[len(parts) % len(texts)].replace("1", str(len(parts) % 10))
        parts.append(text.replace("The ", f"The {len(parts)}th "))
        count += len(text.split())
    return "\n\n".join(parts)


def test_the_sample_is_read_in_a_second(warm: Callable[[timeline.Article], Timeline]) -> None:
    """Once the model is loaded; CPU seconds, the best of three."""
    article = timeline.read(str(SAMPLE))
    spent = []
    for _ in range(3):
        start = cpu()
        warm(article)
        spent.append(cpu() - start)

    print(f"\nreading the sample: {min(spent):.2f} CPU s")
    assert min(spent) < 1


def test_reading_takes_time_linear_in_the_length(warm: Callable[[timeline.Article], Timeline]) -> None:
    """Four times the words, at most five times the time; a hundred thousand words in a minute."""
    took = {}
    for words in (25_000, 100_000):
        article = timeline.Article(long_text(words))
        start = cpu()
        warm(article)
        took[words] = cpu() - start

    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = ", ".join(f"{words} words in {seconds:.1f} CPU s" for words, seconds in took.items())
    print(f"\n{told}; peak memory {memory:.0f} MB")
    assert took[100_000] < 5 * took[25_000]
    assert took[100_000] < 60


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "json", "csv"])
def test_a_saved_timeline_is_exported_in_two_seconds(tmp_path: Path, suffix: str) -> None:
    """CPU seconds of the whole program, its start included."""
    saved = tmp_path / "saved.json"
    timeline.extract(timeline.read(str(SAMPLE), published="2025-08-20")).save(saved)
    start, begun = cpu(of_children=True), time.perf_counter()
    command = [sys.executable, "-m", "timeline", "export", str(saved), "-o", str(tmp_path / f"out.{suffix}")]
    subprocess.run(command, check=True)
    spent = cpu(of_children=True) - start

    print(f"\n{suffix}: {spent:.2f} CPU s, {time.perf_counter() - begun:.2f} s")
    assert spent < 2
