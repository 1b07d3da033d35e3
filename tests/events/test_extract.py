"""What holds for every article, whatever is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.told import told

ARTICLES = sorted(Path(__file__).parents[1].joinpath("articles_corpus").glob("*.txt"))
SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "european-force.txt"
BAD = {
    "nothing": "",
    "a list": "- milk\n- eggs\n- three lemons\n",
    "no punctuation": "the man went to the shop and bought bread then he came back and slept",
    "capitals": "THE ARMY SEIZED THE TOWN ON MONDAY.",
    "a menu": "Soup 4.50\nFish 12.00\nCoffee 2.00",
    "signs": "??? !!! ... “ ” ’ — – [] ()",
    "markup": "<p>The army <b>seized</b> the town.</p>",
    "another language": "Die Armee hat am Montag die Stadt besetzt.",
    "quotes unclosed": "“We will fight, he said, and left. “They “came “back.",
    "a transcript": "JONES: I left on Monday.\nSMITH: You did not.\n",
}


@pytest.mark.parametrize("path", [SAMPLE, *ARTICLES], ids=lambda path: path.stem)
def test_titles_spans_and_ids(path: Path) -> None:
    """Titles are short, whole and without pronouns or quotation marks; spans are exact; ids and heads are unique."""
    text = path.read_text(encoding="utf-8")
    events = [candidate.event for candidate in told(text)]

    assert events
    assert len({event.id for event in events}) == len(events)
    assert len({event.head for event in events}) == len(events)
    for event in events:
        assert 3 <= len(event.title) <= 60
        assert event.title[0] == event.title[0].upper()
        assert not set('"“”„') & set(event.title)
        assert event.title.split()[0].lower() not in {
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "who",
            "which",
            "that",
            "this",
        }
        assert event.title.split()[-1].lower() not in {"the", "a", "an", "of", "and", "with", "from", "than"}
        assert event.quote == event.span.of(text)
        assert event.span.covers(event.head)
        assert event.mentions[0].head == event.head
        assert 0 <= event.weight <= 1


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_input_gives_no_nonsense(text: str) -> None:
    """Lists, menus, signs, markup and other languages raise nothing and give a handful of events at most."""
    assert len(told(text)) <= 4


def test_the_same_article_gives_the_same_events() -> None:
    """Nothing depends on chance or on what was read before."""
    text = SAMPLE.read_text(encoding="utf-8")
    first = told(text)
    told.cache_clear()

    assert first == told(text)


def test_without_landmarks_nothing_is_a_known_event() -> None:
    """Known events can be turned off."""
    text = SAMPLE.read_text(encoding="utf-8")

    assert {candidate.landmark for candidate in told(text, landmarks=False)} == {None}


def test_the_sample_tells_its_fourteen_events_and_nothing_hypothetical() -> None:
    """Every event a careful reader of the sample would write down is there once, among those of weight."""
    text = SAMPLE.read_text(encoding="utf-8")
    main = [candidate.event.head.of(text) for candidate in told(text) if candidate.event.weight >= 0.5]

    expected = "said summit ordered told said announced begin drew re-election confrontation refused began said visited"
    assert sorted(expected.split()) == sorted(head for head in main if head != "fired")
    assert not {"attack", "based", "share", "step", "support", "include"} & set(main)
