"""What the text denies never stands as having happened."""

from __future__ import annotations

import pytest

from tests.events.told import titles, told
from timeline.events.negation import denies
from timeline.model.event import Status

_DENYING = {"denies", "rejects"}


@pytest.mark.parametrize(
    "text",
    [
        "The garrison neither burned the mill nor blocked the ford on Monday.",
        "Nor did the brewery recall the bottles on Monday.",
        "At no time did the pilot leave the cockpit.",
        "The warden denied more cells had been searched on Tuesday.",
        "The warden denied that more arrests had been made.",
        "The inquiry found no evidence that the driver had been drinking.",
        "The harbour almost flooded on Monday.",
        "The broker denied having sold the bonds in May.",
        "The club denies that Orsini will leave.",
        "The mayor rejected claims by the opposition that he had fled on Sunday.",
    ],
)
def test_what_is_denied_did_not_happen(text: str) -> None:
    """A clause that "nor", "at no time", "denied" or "no evidence that" takes back tells of nothing that was."""
    events = [candidate.event for candidate in told(text)]
    was = [event for event in events if event.status in {Status.HAPPENED, Status.REPORTED}]
    assert all(denies(event.title) or event.title.split()[1] in _DENYING for event in was), [
        event.title for event in was
    ]


def test_a_statement_keeps_its_not() -> None:
    """What somebody said never was is not said by the title to have been."""
    found = titles('"Never have we been part of such a league," Orsini said on Monday.')
    assert found == ["Orsini: We have not been part of such a league"]
