"""Finding events: what a filter leaves, and counts that come true when they are chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scene.examples import event, force, within
from tests.strategies import timelines
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.chrono.period import Period
from timeline.model.article import Article
from timeline.model.event import Kind, Mention, Offset, Standing
from timeline.model.span import Span
from timeline.model.statement import Reason, Stratum
from timeline.model.timeline import Edit, Timeline
from timeline.scene.facets import MOST_PERIODS, Facets, Filter
from timeline.scene.facts import CLOSED, DIMENSIONS, NONE, WORDS, article_names, certainty, facts, fold, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.scene.facts import Facts

names = st.sampled_from(["Anna", "Ben", "Clara", NONE])
near = st.integers(day_number(1999), day_number(2003))


@dataclass(frozen=True)
class Plain:
    """What an event is found by, as it is written here."""

    event: str
    text: str
    values: Mapping[str, tuple[str, ...]]
    days: tuple[int, int] | None


some_facts = st.builds(
    lambda text, actors, place, status, edges: Plain(
        "", text, {"actor": tuple(actors), "place": (place,), "status": (status,)}, edges
    ),
    st.sampled_from(["a bridge\nfell", "the bridge", "rain"]),
    st.lists(names, min_size=1, max_size=3, unique=True),
    names,
    st.sampled_from(["happened", "planned"]),
    st.none() | st.tuples(near, near).map(lambda pair: (min(pair), max(pair))),
)
many = st.lists(some_facts, max_size=12).map(
    lambda found: [replace(one, event=f"e{at}") for at, one in enumerate(found)]
)
chosen = st.dictionaries(st.sampled_from(["actor", "place", "status"]), st.frozensets(names, max_size=2))
periods = st.tuples(near, near).map(lambda pair: Period(min(pair), max(pair)))
filters = st.builds(Filter, st.sampled_from([(), ("bridge",), ("a", "fell")]), chosen, st.none() | periods)


def with_choice(wanted: Filter, dimension: str, *values: str) -> Filter:
    """The filter with these values alone chosen in a dimension."""
    others: Mapping[str, frozenset[str]] = wanted.chosen
    return replace(wanted, chosen={**others, dimension: frozenset(values)})


@given(many, filters)
def test_a_count_is_what_remains_when_it_is_chosen(every: list[Plain], wanted: Filter) -> None:
    """All else staying as it is; a value without a count leaves nothing."""
    found = Facets(every, wanted)
    for dimension in ("actor", "place", "status"):
        for value in ("Anna", "Ben", "Clara", NONE, "happened", "planned"):
            left = Facets(every, with_choice(wanted, dimension, value)).left
            assert found.counts.get(dimension, {}).get(value, 0) == len(left)
    for period, count in found.periods:
        assert count == len(Facets(every, replace(wanted, period=period)).left) > 0


@given(many, filters)
def test_what_is_left_passes_every_part_by_itself(every: list[Plain], wanted: Filter) -> None:
    """So it does not matter which part was chosen first."""
    parts = [Filter(words=(word,)) for word in wanted.words]
    parts += [Filter(chosen={dimension: values}) for dimension, values in wanted.chosen.items()]
    parts += [Filter(period=wanted.period)]
    by_parts = {one.event for one in every if all(part.passes(one) for part in parts)}
    assert Facets(every, wanted).left == by_parts
    again = Filter(wanted.words[::-1], dict(reversed(list(wanted.chosen.items()))), wanted.period)
    one, other = Facets(every, wanted), Facets(every, again)
    assert (one.left, dict(one.counts), one.periods) == (other.left, dict(other.counts), other.periods)


@given(many, filters, names)
def test_another_value_of_a_dimension_only_adds(every: list[Plain], wanted: Filter, name: str) -> None:
    """Values of one dimension are alternatives; the first one chosen there only takes away."""
    before = Facets(every, wanted).left
    after = Facets(every, with_choice(wanted, "actor", *wanted.chosen.get("actor", ()), name)).left
    assert before <= after if wanted.chosen.get("actor") else after <= before


@given(many)
def test_no_filter_leaves_all(every: list[Plain]) -> None:
    """And there are never more periods to choose from than can be taken in."""
    found = Facets(every, Filter())
    assert len(found.left) == found.total == len(every)
    assert len(found.periods) <= MOST_PERIODS


@settings(max_examples=30)
@given(timelines(2))
def test_every_event_has_a_value_in_every_dimension(timeline: Timeline) -> None:
    """Those of the closed ones have words; an event passes a filter for each of its own values."""
    found = facts(timeline)
    assert [one.event for one in found] == [one.id for one in timeline.events if not one.hidden]
    for one in found:
        assert list(one.values) == list(DIMENSIONS)
        assert all(one.values.values())
        assert all(value in WORDS[dimension] for dimension in CLOSED for value in one.values[dimension])
        assert Filter(chosen={name: frozenset(values) for name, values in one.values.items()}).passes(one)
        assert one.days is None or Filter(period=Period(*one.days)).passes(one)


def found_by(event: Event, **more: object) -> Facts:
    """What one event of one article is found by."""
    article = Article("Text.", title="The café paper", source="paper.txt", id="a1")
    return facts(Timeline((article,), (event,), **more))[0]  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", True),
        ("STORM harbour", True),
        ("storm winter", False),
        ("cafe", True),
        ("Café", True),
        ("paper.txt", True),
        ('"the harbour"', True),
        ('"harbour the"', False),
        ("“the harbour”", True),
        ("officials", True),
        ("ferries", True),
        ("2024", True),
        ("bergen", True),
        ("somebody's note", True),
    ],
)
def test_what_is_searched(search: str, *, found: bool) -> None:
    """Title, quotes, date, who says so, who and where, a note, and the article."""
    mention = Mention("The ferries stayed in port", Span(0, 5), Span(0, 5))
    storm = event(
        1, "Storm closes the harbour", within("2024-05-01", "2024-05-01"), when="1 May 2024", mentions=(mention,)
    )
    storm = replace(storm, attribution="according to officials", actors=("bergen",), note="Somebody’s note")
    assert Filter(words_of(search)).passes(found_by(storm)) is found


@pytest.mark.parametrize(
    ("bounds", "kind", "says"),
    [
        (within("2024-05-01", "2024-05-01"), Kind.DAY, "day"),
        (within("2024-05-01", "2024-05-31"), Kind.DAY, "month"),
        (within("2024-05-01", "2024-06-01"), Kind.DAY, "year"),
        (within("2023-01-01", "2024-12-31"), Kind.DAY, "longer"),
        (within(None, "2024-05-01"), Kind.DAY, "open"),
        (Bounds(), Kind.DAY, "unknown"),
        (Bounds(Range(start_of(1), last_of(1)), Range(start_of(900), last_of(900))), Kind.SPAN, "day"),
        (Bounds(Range(start_of(1), last_of(1)), Range(start_of(900), last_of(920))), Kind.SPAN, "month"),
        (Bounds(Range(start_of(1), last_of(1)), Range(start_of(900), None)), Kind.SPAN, "open"),
    ],
)
def test_how_exactly_an_event_is_dated(bounds: Bounds, kind: Kind, says: str) -> None:
    """Of something longer the ends count, not how long it lasts."""
    assert certainty(event(1, "Storm", bounds, kind=kind)) == says


def test_a_distance_from_publication_is_a_date_of_a_kind() -> None:
    """Of its own."""
    assert certainty(event(1, "Storm", offset=Offset((-7, -7), (-7, -7)))) == "publication"


@pytest.mark.parametrize(
    ("strata", "says"),
    [("", "none"), ("text", "text"), ("text landmark", "landmark"), ("landmark text usual", "usual"), ("edit", "edit")],
)
def test_a_date_rests_on_its_weakest_reason(strata: str, says: str) -> None:
    """As the panel says below the reasons."""
    reasons = tuple(Reason("rule", Stratum(stratum)) for stratum in strata.split())
    storm = event(1, "Storm", within("2024-05-01", "2024-05-09"), reasons=reasons, stated=within("2024-05-01", None))
    assert found_by(storm).values["source"] == (says,)


def test_a_date_given_by_hand_rests_on_that() -> None:
    """Until it is taken back."""
    storm = event(1, "Storm", within("2024-05-01", "2024-05-01"), reasons=(Reason("rule", Stratum.TEXT),))
    given = Edit("e001", "date", None, {"bounds": {}}, "")
    edits = (replace(given, after={"bounds": storm.bounds.as_dict()}), replace(given, after=None))
    assert found_by(storm, edits=edits[:1]).values["source"] == ("edit",)
    assert found_by(storm, edits=edits).values["source"] == ("text",)


def test_who_where_and_what_the_user_says() -> None:
    """The lane's name is one of the actors; names begin with a capital, and each stands once."""
    one = event(1, "Storm", actors=("the council", "The council", "Anna"), lane="Town", standing=Standing.DISPUTED)
    values = found_by(one).values
    assert values["actor"] == ("Town", "The council", "Anna")
    assert values["place"] == (NONE,)
    assert values["standing"] == ("disputed",)
    assert values["article"] == ("The café paper",)


def test_articles_of_one_name_are_told_apart() -> None:
    """By a number."""
    articles = [Article(str(at), title="Daily news", id=f"a{at}") for at in range(3)]
    assert list(article_names(articles).values()) == ["Daily news", "Daily news (2)", "Daily news (3)"]


def test_hidden_events_are_not_found() -> None:
    """Whoever tells them."""
    timeline = force()
    hidden = replace(timeline, events=tuple(replace(one, hidden=True) for one in timeline.events))
    assert facts(hidden) == ()


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    """So that what is typed and what is searched meet."""
    assert fold(fold(text)) == fold(text)
