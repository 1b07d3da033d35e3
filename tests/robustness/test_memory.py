"""Memory does not grow with the articles that were read."""

from __future__ import annotations

import gc
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import timeline
from timeline.grammar.pipeline import load
from timeline.workspace import reader

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOWNS = ("Ashcombe", "Belford", "Carrow", "Dunmore")


_REMEMBERED = type(cache(len))


def article(number: int) -> timeline.Article:
    """An article with words, names and dates that no other has."""
    town, owner = f"{_TOWNS[number % 4]}{'abcdefghij'[number % 10] * 2}", f"Slade{'aeiou'[number % 5]}r{number}"
    return timeline.Article(
        f"A fire destroyed the mill at {town} on {number % 28 + 1} March {1900 + number}. Robert {owner} had bought it "
        f"from the {owner} Brothers Company in {1800 + number}, and the mayor, Ann {town}, thanked the firemen. He "
        f"said on Tuesday the mill would be rebuilt by {1950 + number}. Police held {number + 3} men in {town}ville."
    )


def caches() -> Iterator[tuple[str, Any]]:
    """Every remembered function of the package, by name."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith("timeline."):
            for key, value in vars(module).items():
                if type(value) is _REMEMBERED:  # asked for its attributes, a stand-in of Flask's wants a request
                    yield f"{name}.{key}", value


def test_a_memory_without_limit_does_not_grow_with_articles() -> None:
    """What is remembered without a limit is of the program, not of the articles."""
    read = reader()
    for number in range(8):
        read(article(number))
    before = {name: held.cache_info() for name, held in caches()}
    for number in range(8, 24):
        read(article(number))
    grown = [
        f"{name}: {info.currsize} to {held.cache_info().currsize}"
        for name, held in caches()
        if (info := before.get(name)) is not None
        and info.maxsize is None
        and held.cache_info().currsize > info.currsize
    ]

    assert before
    assert not grown


def test_the_vocabulary_is_given_back() -> None:
    """The model's words are the same after an article as before it."""
    read = reader()
    read(article(0))
    vocabulary = load().vocab
    before = sum(1 for _ in vocabulary), len(vocabulary.strings)
    for number in range(1, 12):
        read(article(number))

    assert (sum(1 for _ in vocabulary), len(vocabulary.strings)) == before


def test_nothing_of_an_article_is_kept() -> None:
    """When a timeline is let go, so is what was read for it."""
    read = reader()
    read(article(0))

    def held() -> int:
        gc.collect()
        return sum(str(type(one).__module__).startswith("timeline.") for one in gc.get_objects())

    for number in range(1, 6):
        read(article(number))
    before = held()
    for number in range(6, 18):
        read(article(number))

    assert held() - before < 500  # what the limited memories hold more of; one article alone is some thousands
