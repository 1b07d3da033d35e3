"""One verb told for several, each at a time of its own."""

from __future__ import annotations

import pytest

from tests.events.told import titles, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Portugal joined in 1955 and Malta in 1982.", ["Portugal joins", "Malta joins"]),
        ("The north was flooded in May and the south in June.", ["North flooded", "South flooded"]),
        ("The first tram ran in 1904 and the last tram in 1962.", ["First tram runs", "Last tram runs"]),
        ("The mill burned in 1904 and again in 1912.", ["Mill burns"]),
        ("The mill opened in 1904 and closed in 1912.", ["Mill opens", "Mill closes"]),
    ],
)
def test_each_has_the_verb(text: str, expected: list[str]) -> None:
    """Behind "and", a noun with the same preposition and another time is another event of the same verb."""
    assert titles(text) == expected


def test_each_has_its_time() -> None:
    """The times are shared out among them."""
    events = told("Portugal joined in 1955 and Malta in 1982.")
    assert [[time.text for time in event.times] for event in events] == [["1955"], ["1982"]]
