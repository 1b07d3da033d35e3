"""Once each: which mentions tell one event, and which only sound as if they did."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tests.events.told import told
from timeline.events.actor import Cast
from timeline.events.draft import Draft
from timeline.events.merge import once
from timeline.events.view import look
from timeline.grammar.pipeline import parse
from timeline.model.article import Article
from timeline.model.event import Status
from timeline.model.span import Span

# A text, and two of its words that tell one event.
ONE = [
    ("A bomb exploded in a market in Kabul on Tuesday. The explosion injured dozens.", "exploded", "explosion"),
    ("Brandt shot four people on Monday. The shooting began shortly after nine.", "shot", "shooting"),
    ("Lena Marsh was killed on Monday. Her death shocked the town.", "killed", "death"),
    ("Police arrested Karl Brandt in Bonn. The arrest of Brandt ended a long hunt.", "arrested", "arrest"),
    ("Brandt's arrest came as a surprise. Police arrested Brandt in Bonn on Monday.", "arrest", "arrested"),
    ("Macron met Scholz in Berlin on Friday. The meeting with Scholz lasted an hour.", "met", "meeting"),
    ("Ten leaders gathered for the summit in Geneva. The summit in Geneva was held in secret.", "summit", "summit"),
    ("The ferry sank in May. The sinking of the ferry led to a trial.", "sank", "sinking"),
    ("Rosa Klein resigned in June. Klein's resignation surprised her party.", "resigned", "resignation"),
    ("Rosa Klein resigned in June. After her resignation, the party chose a new leader.", "resigned", "resignation"),
    ("Rosa Klein quit on Monday. She resigned after a row over money.", "quit", "resigned"),
    ("An earthquake struck Lima on Sunday. The quake destroyed 300 houses.", "struck", "quake"),
    ("Rebels kidnapped the bishop in March. The abduction of the bishop lasted nine days.", "kidnapped", "abduction"),
    (
        "Norvik bought the mill in 2019. Since the takeover of the mill, rents have risen.",
        "bought",
        "takeover",
    ),
    ("The court convicted Adams in May. Adams's conviction was quashed later.", "convicted", "conviction"),
    ("Adams was sentenced to ten years on Friday. The sentencing of Adams took an hour.", "sentenced", "sentencing"),
    ("The bridge collapsed on Tuesday. The collapse of the bridge killed two drivers.", "collapsed", "collapse"),
    ("The volcano erupted on 3 May. The eruption of the volcano closed the airport.", "erupted", "eruption"),
    ("Prussia invaded Saxony in 1756. The invasion of Saxony began a long war.", "invaded", "invasion"),
    ("The army occupied Delmar in 1941. The occupation of Delmar lasted four years.", "occupied", "occupation"),
    ("Two trains crashed near Ulm on Monday. The collision injured nine people.", "crashed", "collision"),
    ("Two trains collided near Ulm on Monday. The trains collided at noon, witnesses said.", "collided", "collided"),
    ("Karl Brandt was arrested on Monday. Brandt was arrested at his home.", "arrested", "arrested"),
    ("Karl Brandt was murdered on Monday. The killing of Brandt is unsolved.", "murdered", "killing"),
    ("Police evacuated the school on Monday. The evacuation of the school took an hour.", "evacuated", "evacuation"),
    ("The senate approved the budget on Monday. The approval of the budget ended a dispute.", "approved", "approval"),
    ("Helm Shipping announced a merger on Monday. Helm Shipping announced a merger.", "announced", "announced"),
    ("King Otto died in April 1312. The death of Otto left the realm without an heir.", "died", "death"),
    ("King Otto died in April 1312. Otto died on 5 April 1312 in Trier.", "died", "died"),
    ("A fire destroyed a warehouse in Hull. The blaze began in the kitchen.", "destroyed", "blaze"),
]

# A text, and two of its words that tell two events.
TWO = [
    ("A bomb exploded in Kabul on Tuesday. A second bomb exploded an hour later.", "exploded", "exploded"),
    ("The attack on the mill killed six. The second attack on the mill killed two.", "attack", "attack"),
    ("A protest was held on Monday. Another protest was held in the evening.", "held", "held"),
    ("Envoys held talks on Tuesday. Envoys held talks on Friday.", "talks", "talks"),
    ("Macron met Scholz in Berlin. Macron met Meloni in Rome.", "met", "met"),
    ("Macron met Scholz in Berlin. Macron's meeting with Meloni was postponed.", "met", "meeting"),
    ("Police arrested Karl Brandt. Police arrested Otto Lang.", "arrested", "arrested"),
    ("Police arrested Karl Brandt in May. The arrest of Otto Lang followed in June.", "arrested", "arrest"),
    ("Brandt was arrested in 2015. Brandt was arrested again in 2019.", "arrested", "arrested"),
    ("A bomb exploded in Kabul. A bomb exploded in Herat.", "exploded", "exploded"),
    ("Five soldiers were killed on Monday. Two soldiers were killed on Tuesday.", "killed", "killed"),
    ("Smith killed Jones in 2001. Smith's death in 2010 went unnoticed.", "killed", "death"),
    ("Klein plans to visit Peru in May. Klein visited Chile in March.", "visit", "visited"),
    ("Klein did not resign. Lang resigned on Monday.", "resign", "resigned"),
    ("The war began in 1914. The war ended in 1918.", "began", "ended"),
    ("The presidential election was held in May. The parliamentary election was held in June.", "election", "election"),
    ("France won the match against Spain. France won the match against Chile.", "won", "won"),
    ("Flooding closed a school in Ely on Monday. Snow closed a school in Goole in March.", "closed", "closed"),
    ("Three schools closed in Hull. Two schools closed in York.", "closed", "closed"),
    ("The battle of Ulm ended. The battle for Metz began in May.", "battle", "battle"),
    ("The Serbian army retreated in 1915. The Bulgarian army retreated in 1918.", "retreated", "retreated"),
    ("The Serbian army retreated. Wilhelm's army retreated.", "retreated", "retreated"),
    ("Lang was shot in the leg in Metz. He shot two hares near Trier.", "shot", "shot"),
]


def _places(text: str, word: str) -> list[int]:
    """Where a word stands."""
    return [at for at in range(len(text)) if text.startswith(word, at) and not text[at - 1 : at].isalpha()]


def _told_by(text: str, one: str, other: str) -> tuple[set[str], set[str]]:
    """The events that tell the first and the second of two words (of equal words, the first and the last)."""
    first, second = _places(text, one)[0], _places(text, other)[-1]
    assert first != second
    events = [candidate.event for candidate in told(text)]
    at = [(event.id, {mention.head.start for mention in event.mentions}) for event in events]
    return {event for event, heads in at if first in heads}, {event for event, heads in at if second in heads}


@pytest.mark.parametrize(("text", "one", "other"), ONE, ids=range(len(ONE)))
def test_mentions_of_one_event_are_one(text: str, one: str, other: str) -> None:
    """The same act, by and to the same, at no other time or place, is one event with two mentions."""
    first, second = _told_by(text, one, other)

    assert len(first) == 1
    assert first == second


@pytest.mark.parametrize(("text", "one", "other"), TWO, ids=range(len(TWO)))
def test_two_events_stay_two(text: str, one: str, other: str) -> None:
    """Another time, number, place, name, or a word like "second", and it is another event."""
    first, second = _told_by(text, one, other)

    assert not first & second


def test_a_title_is_told_once() -> None:
    """A title that comes again with no other date is no second event; with another date it is."""
    same = "Brandt arrived in Metz. A crowd cheered the envoy. Brandt arrived in Metz."
    apart = "Brandt arrived in Metz in 1890. A crowd cheered the envoy. Brandt arrived in Metz in 1894."

    assert [c.event.title for c in told(same)].count("Brandt arrives in Metz") == 1
    assert [c.event.title for c in told(apart)].count("Brandt arrives in Metz") == 2


def test_many_events_take_no_longer_each() -> None:
    """Merging is linear in the events of an article, also where all tell of the same act."""
    article = Article("Brandt attacked Lang.")
    views = look(article.text, parse(article), [])
    span = Span(0, 8)
    draft = Draft(0, 1, 0, "attack", "A", Status.HAPPENED, span, span, (0, 1), (), (), (), 0.5)

    def seconds(count: int) -> float:
        drafts = [replace(draft, title=f"Title {i}", places=(f"Place {i}",)) for i in range(count)]
        begin = time.process_time()
        assert len(once(drafts, views, Cast({}, {}))) == count
        return time.process_time() - begin

    seconds(50)
    assert seconds(2000) < 8 * seconds(500) + 0.2
