"""The order of events that no date tells: results, the story's line, its lead, its stages; and what gives way."""

from __future__ import annotations

import time

import pytest

from tests.reasoning.order import pairs
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import Distance, Point, Reason, Statement, Stratum
from timeline.model.timeline import Timeline
from timeline.reasoning.order import before

# the text; the heads of its events; the pairs that are usual
USUAL = [
    # results and purposes
    ("The bus overturned, killing twelve and injuring nine.", "overturned|killing", [("overturned", "killing")]),
    ("The storm forced the school to close.", "storm|close", [("storm", "close")]),
    ("The ship sailed close to the reef so divers could film the wreck.", "sailed|film", [("sailed", "film")]),
    ("Twelve people were injured in the crash.", "injured|crash", [("crash", "injured")]),
    # a noun that answers something
    ("The rower was given a two-year ban for doping.", "ban|doping", [("doping", "ban")]),
    ("Thousands joined protests over the verdict.", "protests|verdict", [("verdict", "protests")]),
    # what stands for the event told right before
    ("The minister resigned. It comes after weeks of protests.", "resigned|protests", [("protests", "resigned")]),
    ("The store withdrew the milk. The decision was taken after a death.", "withdrew|death", [("death", "withdrew")]),
    ("The council closed the pool. The move follows an inspection.", "closed|inspection", [("inspection", "closed")]),
    # the line of the story
    ("Police stopped a driver and took him to a cell.", "stopped|took", [("stopped", "took")]),
    ("The ferry turned. The wind was cold. It struck a pier.", "turned|struck", [("turned", "struck")]),
    (
        "He had locked the shop and had walked home. He woke at four.",
        "locked|walked|woke",
        [("locked", "walked"), ("locked", "woke"), ("walked", "woke")],
    ),
    # around the lead
    (
        "The court approved the sale.\n\nThe sale was earlier blocked by the regulator.",
        "approved|blocked",
        [("blocked", "approved")],
    ),
    ("The board approved the merger.\n\nA union has filed a lawsuit.", "approved|lawsuit", [("approved", "lawsuit")]),
    ("A ferry sank off Crete.\n\nThe operator denied neglect.", "sank|denied", [("sank", "denied")]),
    # the stages of a story
    ("A fire broke out in the market. Two men died.", "fire|died", [("fire", "died")]),
    ("Two men died in a blaze.", "died|blaze", [("blaze", "died")]),
    ("She was suspended.\n\nShe had failed a test.", "suspended|test", [("test", "suspended")]),
    ("The line reopened.\n\nIt was shut by a flood.", "reopened|shut", [("shut", "reopened")]),
    ("The probe landed.\n\nIts launch was a success.", "landed|launch", [("launch", "landed")]),
    ("The treaty was signed.\n\nThe truce was short.", "treaty|truce", [("truce", "treaty")]),
    # long ago and lately
    ("The mill opened in 1899.\n\nThe council closed it.", "opened|closed", [("opened", "closed")]),
]
# the text; the heads of two events that nothing orders
SILENT = [
    ("The bomb killed two and wounded five.", "killed|wounded"),
    ("The mayor resigned.\n\nThe bank failed.", "resigned|failed"),
    ("The council bought a bus.\n\nA man was arrested.", "bought|arrested"),
    ("The party won.\n\nA driver was jailed.", "won|jailed"),
    ("The rower was given a medal with a ribbon for school sports.", "given|medal"),
]
# the text; the heads of two events; the only order that may be given
GIVES_WAY = [
    ("A man was arrested before the robbery.", "arrested|robbery", ("arrested", "robbery")),
    ("The trial took place in 2019. The arrest came in 2021.", "trial|arrest", ("trial", "arrest")),
    ("The rescue ended before the storm struck.", "rescue|storm", ("rescue", "storm")),
    ("The town was flooded in May 2024. A dam collapsed in June 2023.", "flooded|collapsed", ("collapsed", "flooded")),
]


@pytest.mark.parametrize(("text", "heads", "expected"), USUAL)
def test_what_usually_comes_first(text: str, heads: str, expected: list[tuple[str, str]]) -> None:
    """What is usual of the order is given, and never the other way round."""
    found = pairs(text, heads)

    assert set(expected) <= set(found)
    assert not {pair[::-1] for pair in expected} & set(found)


@pytest.mark.parametrize(("text", "heads", "expected"), USUAL)
def test_what_is_usual_is_not_stated(text: str, heads: str, expected: list[tuple[str, str]]) -> None:
    """Where only what is stated counts, none of it is given the other way round, and no default is given at all."""
    assert not {pair[::-1] for pair in expected} & set(pairs(text, heads, only_stated=True))
    assert pairs(text, heads, only_stated=True) == []


@pytest.mark.parametrize(("text", "heads"), SILENT)
def test_what_nothing_orders(text: str, heads: str) -> None:
    """Two deeds of one stage, two stories, and a text that says nothing leave events unordered."""
    assert pairs(text, heads) == []


@pytest.mark.parametrize(("text", "heads", "expected"), GIVES_WAY)
def test_what_is_usual_gives_way(text: str, heads: str, expected: tuple[str, str]) -> None:
    """A date or a connective overrides the usual order."""
    assert pairs(text, heads) in ([], [expected])


def _world(usual: list[tuple[int, int]], size: int, rule: str = "stage") -> Timeline:
    events = tuple(
        Event(id=f"e{n}", article="a", title=f"Event {n}", quote="", span=Span(n, n + 1), head=Span(n, n + 1))
        for n in range(size)
    )
    statements = tuple(
        Statement(
            Distance(Point(f"e{a}", "end"), Point(f"e{b}", "begin"), least=None, most=None),
            Stratum.USUAL,
            Reason(rule, Stratum.USUAL, "usually so"),
        )
        for a, b in usual
    )
    return Timeline(articles=(), events=events, statements=statements)


def test_the_order_is_closed_and_has_no_circle() -> None:
    """What follows through others is in it; a pair that would close a circle is left out."""
    assert before(_world([(0, 1), (1, 2), (2, 0)], 3)) == {("e0", "e1"), ("e1", "e2"), ("e0", "e2")}


def test_a_thousand_events_are_ordered_in_seconds() -> None:
    """Pairs of neighbours are enough for all that follows, and the time stays short."""
    world = _world([(n, n + step) for n in range(990) for step in (1, 3, 7)], 1000)
    started = time.process_time()

    found = before(world)

    assert ("e0", "e996") in found
    assert time.process_time() - started < 15
