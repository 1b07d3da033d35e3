"""Where few events lie far away from all others, the page opens with those others."""

from __future__ import annotations

import pytest

from tests.scene.examples import day, event, plain
from timeline.app.callbacks import turn
from timeline.app.desk import Desk
from timeline.app.state import PageView
from timeline.chrono.bounds import Bounds
from timeline.workspace import Chronicle


@pytest.fixture
def far() -> Desk:
    """One event in 1812, thirty in August 2025."""
    days = [day("1812-06-24"), *(day("2025-08-01") + at for at in range(30))]
    return Desk(
        Chronicle(plain(*(event(number, f"Event {number}", Bounds.of_day(at)) for number, at in enumerate(days))))
    )


def opened(desk: Desk, search: str = "") -> tuple[float, float] | None:
    """The window in which the page opens with an address."""
    answer = turn(desk, {"verb": "open", "arg": {"search": search, "width": 950}, "n": 1}, None)
    window: tuple[float, float] | None = answer["view"]["window"]
    return window


def test_the_page_opens_with_the_main_cluster(far: Desk) -> None:
    """August fills the window, what lies before is told, and the strip below shows all of it."""
    window = opened(far)
    assert window is not None
    assert day("2025-07-01") < window[0] < day("2025-08-01")
    assert day("2025-08-31") < window[1] < day("2025-10-01")
    answer = turn(far, {"verb": "open", "arg": {"search": "", "width": 950}, "n": 1}, None)
    assert answer["parts"]["figure"]["plan"]["fit"][0] < day("1812-06-24")
    assert answer["parts"]["strip"]["first"] < day("1812-06-24")
    assert answer["view"]["selected"] == far.shown(PageView())[1].id  # the first that is in sight


def test_the_address_knows_better(far: Desk) -> None:
    """A window that the address names is the one that is seen."""
    assert opened(far, "?from=1800-01-01&to=1900-01-01") == (day("1800-01-01"), day("1900-01-01"))


def test_everything_is_no_window(desk: Desk) -> None:
    """Where all events can be read at once the page shows everything."""
    assert opened(desk) is None
