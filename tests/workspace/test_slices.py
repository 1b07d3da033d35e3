"""Articles packed for a library: what was packed comes out, and what is damaged or made to harm does not."""

from __future__ import annotations

import lzma
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.formats.strategies import timelines
from tests.workspace.cases import ferry
from timeline.errors import LibraryError
from timeline.workspace import slices

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


@settings(max_examples=20)
@given(timelines())
def test_what_is_packed_comes_out(timeline: Timeline) -> None:
    """Every article with all that is its own, also what takes no part in equality."""
    for name, part in slices.parts(timeline).items():
        again = slices.unpack(slices.pack(part), part.articles[0].text, name)
        assert repr(again) == repr(part)


@settings(max_examples=20)
@given(timelines())
def test_nothing_is_lost_between_articles(timeline: Timeline) -> None:
    """Cut into articles and joined again it is the same events and statements."""
    again = slices.joined(slices.parts(timeline).values())

    assert sorted(event.id for event in again.events) == sorted(event.id for event in timeline.events)
    if timeline.articles:
        assert sorted(map(repr, again.statements)) == sorted(map(repr, timeline.statements))


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_what_is_cut_off_is_damaged(share: float) -> None:
    """It is told with the name of the article."""
    packed = slices.pack(ferry())
    with pytest.raises(LibraryError, match="'The ferry' is damaged"):
        slices.unpack(packed[: int(len(packed) * share)], "", "The ferry")


def test_what_unpacks_to_very_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes that came by mail may be made to fill the memory."""
    monkeypatch.setattr(slices, "_MOST", 1 << 20)
    with pytest.raises(LibraryError, match="is damaged"):
        slices.unpack(lzma.compress(b" " * (1 << 24) + b"{}"), "", "a bomb")
