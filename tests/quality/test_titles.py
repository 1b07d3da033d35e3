"""
Titles beside those a sub-editor would give: how many of the words are the same, and whether they are sound.

``titles.jsonl`` has a sentence a line, the word an event is told by, and its title. The floors only rise.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.events.told import told
from timeline._files import data
from timeline.events.lexicon import wordset
from timeline.events.wording import pronoun

pytestmark = pytest.mark.quality

HERE = Path(__file__).resolve().parent
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["events"]
ROWS = [json.loads(line) for line in (HERE / "titles.jsonl").read_text(encoding="utf-8").splitlines()]
LONGEST = 60
AUXILIARIES = frozenset({"be", "been", "is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "not"})
SMALL = frozenset({"a", "an", "the"})


def _title(row: dict[str, str]) -> str:
    """Our title of the event that the word tells, empty where there is none."""
    text, head = row["text"], row["head"]
    events = [each.event for each in told(text)]
    found = [event for event in events if any(mention.head.of(text) == head for mention in event.mentions)]
    own = [event for event in found if event.head.of(text) == head]
    return (own or found)[-1].title if found else ""


def _words(title: str) -> set[str]:
    return set(re.findall(r"[\w'-]+", title.casefold())) - SMALL


def kept(title: str, wanted: str) -> float:
    """The F1 of the words of two titles, without articles, from 0 to 1."""
    ours, theirs = _words(title), _words(wanted)
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def sound(title: str) -> bool:
    """Not empty, not long, a capital first, no pronoun in front, nothing dangling, no stray quotation mark."""
    words = title.split()
    if len(words) < 2 or len(title) > LONGEST or not (title[0].isupper() or title[0].isdigit() or title[0] in "$€£"):
        return False
    dangling = words[-1].lower() in wordset("function") | AUXILIARIES or words[-1].endswith((",", "-", "'s", ":"))
    paired = all(title.count(opening) == title.count(closing) for opening, closing in ("“”", "()", "[]", "{}"))
    return paired and not (pronoun(words[0]) or dangling or title.count('"') % 2)


def test_titles_keep_the_words_a_sub_editor_would_keep() -> None:
    """The words of our titles are those of the titles written by hand, and most titles are the same."""
    titles = [(_title(row), row["title"]) for row in ROWS]
    score = 100 * sum(kept(ours, wanted) for ours, wanted in titles) / len(titles)
    same = 100 * sum(_words(ours) == _words(wanted) for ours, wanted in titles) / len(titles)

    assert score >= FLOORS["title_words"]
    assert same >= FLOORS["title_same"]


def test_titles_are_sound() -> None:
    """No title starts with a pronoun, ends in the middle of a phrase or is too long."""
    titles = [_title(row) for row in ROWS]

    assert 100 * sum(sound(title) for title in titles) / len(titles) >= FLOORS["title_sound"]


def test_titles_of_the_samples_are_sound() -> None:
    """No title of the articles that come with the program dangles, either."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data("articles").glob("*.txt"))]
    found = [candidate.event.title for text in texts for candidate in told(text)]

    assert found
    assert [title for title in found if " " in title and not sound(title)] == []
