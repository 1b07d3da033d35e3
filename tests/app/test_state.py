"""The page's state: to the browser and back, as a readable address, and never in ruins."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.app.state import DATES_FROM, LANES_BY, TABS, PageView, filters_of, period_of, window_of
from timeline.scene.facts import CLOSED, WORDS

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
closed = st.sampled_from([(name, value) for name in CLOSED for value in WORDS[name]])
views = st.builds(
    PageView,
    window=st.none()
    | st.tuples(st.integers(1, 800_000), st.integers(800_001, 900_000)).map(
        lambda pair: (float(pair[0]), float(pair[1]))
    ),
    lanes_by=st.sampled_from(LANES_BY),
    without=st.lists(names, max_size=3).map(tuple),
    folded=st.lists(names, max_size=2).map(tuple),
    top=st.lists(names, max_size=2).map(tuple),
    dates_from=st.sampled_from(DATES_FROM),
    only_stated=st.booleans(),
    search=names | st.just(""),
    filters=st.lists(st.tuples(st.sampled_from(["actor", "place", "article"]), names) | closed, max_size=4).map(
        filters_of
    ),
    period=st.sampled_from(["", "2024", "2024-03..2025", "..-0216-06", "1999-12-31.."]).map(period_of),
    selected=st.none() | names,
    tab=st.sampled_from(TABS),
)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(views)
def test_the_address_gives_the_view_again(view: PageView) -> None:
    """A link shows what was seen when it was copied."""
    again, ignored = PageView.from_query(view.query())
    assert ignored == ()
    assert again == view


@given(views)
def test_the_browser_gives_the_view_back(view: PageView) -> None:
    """What travels to the browser as plain data comes back the same."""
    assert PageView.of(view.data()) == view


@given(st.dictionaries(st.sampled_from(list(PageView().data())), junk) | junk)
def test_whatever_comes_back_is_a_sound_view(data: object) -> None:
    """A view made of anything has fields of the right types and values that are allowed."""
    view = PageView.of(data)
    assert view.lanes_by in LANES_BY
    assert view.dates_from in DATES_FROM
    assert view.window is None or view.window[0] < view.window[1]
    assert 240 <= view.width <= 6000
    assert PageView.of(view.data()) == view


@given(st.text(max_size=60))
def test_any_address_opens(query: str) -> None:
    """What an address says that means nothing is ignored, and named."""
    view, ignored = PageView.from_query(query)
    assert isinstance(view, PageView)
    assert all(isinstance(part, str) for part in ignored)


@pytest.mark.parametrize(
    ("view", "query"),
    [
        (PageView(), ""),
        (PageView(window=(739483.0, 739514.0)), "from=2025-08-20&to=2025-09-20"),
        (PageView(window=(-30.0, 10.0), relative=True), "from=p-30&to=p+10"),
        (PageView(window=(-79000.0, 10.0)), "from=-0216-09-14&to=0001-01-10"),
        (PageView(lanes_by="status", dates_from="text", only_stated=True), "lanes=status&dates=text&stated=only"),
        (PageView(search="two words", without=("Russia", "NATO")), "q=two+words&without=Russia&without=NATO"),
        (PageView(search="trump to", folded=("NATO",)), "q=trump+to&fold=NATO"),
        (
            PageView(filters=(("actor", "Donald Trump"), ("place", "(none)"), ("status", "planned")), period="2024"),
            "period=2024&actor=Donald+Trump&place=(none)&status=planned",
        ),
        (PageView(window=(739483.25, 739484.5)), "from=2025-08-20T06:00&to=2025-08-21T12:00"),
    ],
)
def test_the_address_can_be_read(view: PageView, query: str) -> None:
    """The query is made of days and words."""
    assert unquote(view.query()) == query
    assert PageView.from_query(query) == (view, ())


@pytest.mark.parametrize("window", [None, (1,), (2, 1), (1, 1), ("a", "b"), (float("nan"), 2), (0, float("inf")), 7])
def test_a_senseless_window_is_none(window: object) -> None:
    """A window is two finite days in order."""
    assert window_of(window) is None


def test_a_window_ends_where_the_calendar_does() -> None:
    """Zooming out stops at the years -9999 and 9999."""
    window = window_of((-1e12, 1e12))
    assert window is not None
    assert PageView(window=window).query() == "from=-9999-01-01&to=9999-12-31"
