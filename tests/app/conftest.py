"""A desk over fourteen events made by hand, and the app over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.app.fourteen import timeline
from timeline.app.callbacks import turn
from timeline.app.desk import Desk
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable

Turn = "Callable[..., dict[str, Any]]"


@pytest.fixture
def chronicle() -> Chronicle:
    """Fourteen events, the publication day open."""
    return Chronicle(timeline())


@pytest.fixture
def desk(chronicle: Chronicle) -> Desk:
    """The desk the page works on."""
    return Desk(chronicle)


@pytest.fixture
def act(desk: Desk) -> Callable[..., dict[str, Any]]:
    """Do one thing after the other as the page does: each call gives the answer, and keeps its view for the next."""
    view: dict[str, Any] | None = turn(desk, {"verb": "open", "arg": {"search": "", "width": 950}, "n": 1}, None)[
        "view"
    ]
    count = 1

    def perform(verb: str, arg: object = None, **more: object) -> dict[str, Any]:
        nonlocal view, count
        count += 1
        answer = turn(desk, {"verb": verb, "arg": arg, "n": count, **more}, view)
        view = answer["view"]
        return answer

    return perform
