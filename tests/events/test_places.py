"""Where: the places of an event, and the country each lies in."""

from __future__ import annotations

import pytest

from tests.events.told import told
from timeline.events.actors import cast
from timeline.events.view import look
from timeline.grammar.pipeline import parse
from timeline.model.article import Article


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Police arrested a Russian sailor in Hamburg.", ("Hamburg",)),
        ("Police in the city of Lyon arrested two men from Turkey.", ("Lyon",)),
        ("Students marched through the streets of Belgrade on Saturday.", ("Belgrade",)),
        ("The officers visited Ukraine.", ("Ukraine",)),
        ("The German chancellor visited Sweden and South Korea in April.", ("Sweden", "South Korea")),
        ("The team lost to Jordan in Amman.", ("Amman",)),
        ("The minister flew to Geneva on Monday.", ("Geneva",)),
        ("The plane from Madrid crashed on Monday.", ()),
        ("The minister of Italy resigned in Rome.", ("Rome",)),
        ("The fire broke out in Southwark, London, at dawn.", ("London",)),
        ("The senator campaigned across Ohio.", ("Ohio",)),
        ("Kenya praised the envoy of Peru on Monday.", ()),
    ],
)
def test_places_say_where(text: str, places: tuple[str, ...]) -> None:
    """A place is where it happened: by its preposition or that of its noun, or as what somebody visits."""
    assert [candidate.event.places for candidate in told(text)] == [places]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The floods killed ten people in Georgia.", "Georgia", "Georgia"),
        ("Atlanta was flooded. The floods killed ten people in Georgia.", "Georgia", "United States"),
        ("Tbilisi was flooded. The floods killed ten people in Georgia.", "Georgia", "Georgia"),
        ("The court in Paris, Texas, jailed the farmer.", "Paris", "United States"),
        ("The court in Paris jailed the farmer.", "Paris", "France"),
        ("The bridge in Cambridge collapsed.", "Cambridge", "Cambridge"),
        ("The bridge in Cambridge, Massachusetts, collapsed.", "Cambridge", "United States"),
        ("The bridge in Hamilton collapsed.", "Hamilton", "Hamilton"),
    ],
)
def test_a_place_rolls_up_to_its_country(text: str, name: str, country: str) -> None:
    """Each place lies in its country; where several have one of that name, only the article says which."""
    found = {actor.short: actor.lane for actor in cast(look(text, parse(Article(text)), [])).named.values()}

    assert found[name] == country
