"""Events of several articles: one where act, time and those who take part agree; never where anything contradicts."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.formats import json
from timeline.model.article import Article
from timeline.model.event import Event, Status
from timeline.model.span import Span
from timeline.model.statement import Reason, Statement, Stratum, Within
from timeline.model.timeline import Timeline
from timeline.reasoning.derive import derive
from timeline.reasoning.retelling.acts import acts_of, basic
from timeline.reasoning.retelling.disagreement import Disagreement, disagreements
from timeline.reasoning.retelling.groups import Grouping, groups
from timeline.reasoning.retelling.same import compatible
from timeline.reasoning.retelling.together import Joined, together

if TYPE_CHECKING:
    from timeline.reasoning.retelling.comparison import Pair

MARCH = day_number(2024, 3, 1)
TAIL = " Owen Pryce and Vera Holm of Merrow spoke of it in Port Lissel."  # names that all articles share


def days(first: int | None, last: int | None) -> Bounds:
    """Some day of March 2024, from the first of these to the last."""
    begin = None if first is None else start_of(MARCH + first)
    return Bounds.within(Range(begin, None if last is None else last_of(MARCH + last)))


def told(
    sentence: str, head: str, title: str, bounds: Bounds, status: Status = Status.HAPPENED
) -> tuple[Article, Event]:
    """An article of one event, with its words."""
    article = Article(sentence + TAIL, published="2024-03-20")
    start = sentence.index(head)
    event = Event(
        id=f"{article.id}-{start}",
        article=article.id,
        title=title,
        quote=sentence.rstrip("."),
        span=Span(0, len(sentence.rstrip("."))),
        head=Span(start, start + len(head)),
        status=status,
        bounds=bounds,
    )
    return article, event


def timeline(*parts: tuple[Article, Event]) -> Timeline:
    """All of them, each event stated to lie where it lies."""
    events = tuple(event for _, event in parts)
    statements = tuple(
        Statement(Within(event.id, event.bounds), Stratum.TEXT, Reason("time expression", Stratum.TEXT, "words"))
        for event in events
        if not event.bounds.open
    )
    return derive(Timeline(tuple(dict.fromkeys(article for article, _ in parts)), events, statements))


SANK = told("The ferry Saint Brenda sank off Merrow.", "sank", "Saint Brenda sinks off Merrow", days(4, 4))
WENT_DOWN = told(
    "The Saint Brenda went down near the island.", "went", "Saint Brenda goes down near the island", days(None, 10)
)
FOUNDERED = told("On Tuesday the Saint Brenda foundered.", "foundered", "Saint Brenda founders", days(3, 5))


def test_what_agrees_is_one() -> None:
    """Other words for the act, and days of which one is known more exactly."""
    found = groups(timeline(SANK, WENT_DOWN, FOUNDERED))

    assert [group.events for group in found] == [(SANK[1].id, WENT_DOWN[1].id, FOUNDERED[1].id)]
    assert found[0].bounds == days(4, 4)
    assert [source.bounds for source in found[0].sources] == [days(4, 4), days(None, 10), days(3, 5)]
    assert found[0].sources[1].quote == "The Saint Brenda went down near the island"


OTHERS = {
    "another day": told("The Saint Brenda sank in the port.", "sank", "Saint Brenda sinks in the port", days(9, 9)),
    "denied": told("The Saint Brenda sank.", "sank", "Saint Brenda does not sink", days(4, 4), Status.DENIED),
    "planned": told("The Saint Brenda sank.", "sank", "Saint Brenda to sink", days(4, 4), Status.PLANNED),
    "another act": told("The Saint Brenda was sold on Tuesday.", "sold", "Saint Brenda sold", days(4, 4)),
    "another ship": told("A barge sank in the river Ern.", "sank", "Barge sinks in the river Ern", days(None, 10)),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_contradicts_is_not(kind: str) -> None:
    """Time, whether it happened, what was done, and to whom."""
    assert groups(timeline(SANK, OTHERS[kind])) == ()


def test_what_it_is_done_to_decides() -> None:
    """Two visits of one minister on one day, and one told twice."""
    school = told("Vera Holm visited the school.", "visited", "Vera Holm visits the school", days(4, 4))
    harbour = told("Vera Holm toured the harbour.", "toured", "Vera Holm tours the harbour", days(4, 4))
    again = told("Vera Holm came to the old school.", "came", "Vera Holm comes to the old school", days(4, 4))
    found = groups(timeline(school, harbour, again))

    assert [group.events for group in found] == [(school[1].id, again[1].id)]


def test_numbers_and_ordinals_decide() -> None:
    """Two bodies are not six, and the second attack not the first."""
    two = told("Divers found two bodies.", "found", "Divers find two bodies", days(4, 4))
    six = told("Divers recovered six bodies.", "recovered", "Divers recover six bodies", days(4, 4))
    first = told("The first attack on Merrow failed.", "attack", "First attack on Merrow", days(4, 4))
    second = told("A second assault on Merrow began.", "assault", "Second assault on Merrow", days(4, 4))

    assert groups(timeline(two, six)) == ()
    assert groups(timeline(first, second)) == ()


@pytest.mark.parametrize("number", ["two", "six"])
def test_of_two_numbers_either_agrees(number: str) -> None:
    """Whichever of the numbers an article gives, in whatever order a set has them."""
    both = told("Divers found two bodies on deck and six bodies below.", "found", "Divers find bodies", days(4, 4))
    one = told(f"Divers found {number} bodies.", "found", f"Divers find {number} bodies", days(4, 4))

    assert len(groups(timeline(both, one))) == 1


def test_what_is_only_over_by_some_day_is_news_of_then() -> None:
    """Not the strike of the month before the last, unless the article looks back."""
    old = told("Train drivers in Norland walked out.", "walked", "Train drivers in Norland walk out", days(-70, -70))
    new = told("Train drivers in Norland went on strike.", "went", "Train drivers go on strike", days(None, 19))

    back = told(
        "In winter train drivers in Norland had struck.", "struck", "Train drivers in Norland strike", days(None, 19)
    )

    assert groups(timeline(old, new)) == ()
    assert len(groups(timeline(old, back))) == 1
    assert len(groups(timeline(replace_bounds(old, days(2, 2)), new))) == 1


def replace_bounds(part: tuple[Article, Event], bounds: Bounds) -> tuple[Article, Event]:
    """The same at another time."""
    return part[0], replace(part[1], bounds=bounds)


def test_a_landmark_makes_one_and_two_make_two() -> None:
    """Whatever the words are."""
    one = told("It began in the night.", "began", "It begins", days(4, 4))
    other = told("The catastrophe came.", "catastrophe", "Catastrophe", days(4, 4))
    known = [(article, replace(event, landmark="landmark-a")) for article, event in (one, other)]
    apart = [known[0], (other[0], replace(other[1], landmark="landmark-b"))]

    assert len(groups(timeline_of(known))) == 1
    assert groups(timeline_of(apart)) == ()
    assert groups(timeline_of([one, other])) == ()


def timeline_of(parts: list[tuple[Article, Event]]) -> Timeline:
    """With the landmarks they have."""
    made = timeline(*parts)
    return replace(made, events=tuple(event for _, event in parts))


def test_a_group_is_split_by_saying_so() -> None:
    """A pair that was said not to be one is not, and the rest still is."""
    apart = [frozenset((SANK[1].id, WENT_DOWN[1].id)), frozenset((FOUNDERED[1].id, WENT_DOWN[1].id))]
    found = groups(timeline(SANK, WENT_DOWN, FOUNDERED), apart)

    assert [group.events for group in found] == [(SANK[1].id, FOUNDERED[1].id)]


def test_what_is_hidden_or_joined_by_hand_is_left_alone() -> None:
    """It is the user's."""
    hidden = SANK[0], replace(SANK[1], hidden=True)
    merged = SANK[0], replace(SANK[1], merged=FOUNDERED[1].id)

    assert groups(timeline_of([hidden, WENT_DOWN])) == ()
    assert groups(timeline_of([merged, WENT_DOWN])) == ()


def test_a_group_stands_once_and_narrows() -> None:
    """One event is shown, with the days of all; the others know it, and why is said."""
    whole = timeline(WENT_DOWN, SANK)
    found = groups(whole)
    seen = together(whole, found)
    shown = [event for event in seen.events if not event.hidden]
    [part] = [event for event in seen.events if event.hidden]

    assert [event.id for event in shown] == [found[0].shown]
    assert shown[0].bounds == days(4, 4)
    assert part.merged == found[0].shown
    assert part.bounds == days(4, 4)
    [loose] = [event for event in seen.events if event.id == WENT_DOWN[1].id]
    assert loose.stated == days(None, 10)
    assert any("tells the same event" in reason.says for reason in loose.reasons)
    assert together(whole, ()) is whole


def test_articles_that_contradict_each_other_are_marked() -> None:
    """A day apart, or one denies it; what is farther apart, or done to another, is not."""
    monday = told("Police arrested Owen Pryce at home.", "arrested", "Police arrest Owen Pryce at home", days(4, 4))
    tuesday = told("Owen Pryce was detained by police.", "detained", "Police detain Owen Pryce", days(5, 5))
    later = told("Police seized Owen Pryce again.", "seized", "Police seize Owen Pryce", days(18, 18))
    never = told("Police caught Owen Pryce.", "caught", "Police catch Owen Pryce", days(4, 4), Status.DENIED)
    whole = timeline(monday, tuesday, later, never)
    ids = [part[1].id for part in (monday, tuesday, later, never)]

    assert disagreements(whole) == (Disagreement(ids[0], ids[1], "when"), Disagreement(ids[0], ids[3], "whether"))
    assert groups(whole) == ()


ACTS = [
    ("walked", " out over pay", "strike", ""),
    ("stopped", " work on Tuesday", "walkout", ""),
    ("stepped", " down", "resignation", ""),
    ("gave", " way", "burst", ""),
    ("took", " the stand", "testified", ""),
    ("called", " off the search", "cancelled", ""),
    ("lost", " their lives", "died", ""),
    ("burst", " its banks", "flooded", ""),
    ("seized", " power", "coup", ""),
]


@pytest.mark.parametrize(("one", "after", "other", "behind"), ACTS)
def test_acts_that_are_one(one: str, after: str, other: str, behind: str) -> None:
    """By the verb with its particle or its noun."""
    assert acts_of(one, after).acts & acts_of(other, behind).acts


@pytest.mark.parametrize(
    ("one", "after", "other", "behind"),
    [
        ("called", " him a liar", "called", " for an end"),
        ("said", " so", "said", " no"),
        ("left", "", "walked", " out"),
    ],
)
def test_acts_that_are_not(one: str, after: str, other: str, behind: str) -> None:
    """What is only said is no act, and a particle makes another verb."""
    assert not acts_of(one, after).acts & acts_of(other, behind).acts


def test_every_row_is_in_basic_forms() -> None:
    """A verb in another form would never be found."""
    from timeline.reasoning.retelling.acts import _rows

    odd = {"paralyse", "paralyze"}
    verbs = {word.partition(":")[0].partition("_")[0] for word in _rows().of_word if "_" in word or ":" in word}

    assert {verb for verb in verbs - odd if basic(verb) != verb} == set()


SENTENCES = [
    ("The ferry Saint Brenda sank off Merrow.", "sank", "Saint Brenda sinks off Merrow"),
    ("The Saint Brenda went down near the island.", "went", "Saint Brenda goes down near the island"),
    ("Police arrested Owen Pryce at home.", "arrested", "Police arrest Owen Pryce at home"),
    ("Owen Pryce was detained by police.", "detained", "Owen Pryce detained by police"),
    ("Vera Holm visited the school.", "visited", "Vera Holm visits the school"),
    ("The minister toured the school.", "toured", "Minister tours the school"),
]


@st.composite
def stories(draw: st.DrawFn) -> Timeline:
    """Articles that tell one event each, at any time and in any standing."""
    parts = []
    for sentence, head, title in draw(st.lists(st.sampled_from(SENTENCES), unique=True, max_size=6)):
        first = draw(st.none() | st.integers(0, 12))
        last = draw(st.none() | st.integers(first or 0, 16))
        parts.append(told(sentence, head, title, days(first, last), draw(st.sampled_from(Status))))
    return timeline(*parts)


@given(stories())
def test_no_group_contradicts_itself(whole: Timeline) -> None:
    """Every two of its events are of different articles, may be at one time, and both happened or did not."""
    events = {event.id: event for event in whole.events}
    for group in groups(whole):
        for one, other in combinations((events[name] for name in group.events), 2):
            assert one.article != other.article
            assert compatible(one.bounds, other.bounds)
            assert (one.status is Status.DENIED) is (other.status is Status.DENIED)
        assert not group.bounds.empty


@given(stories())
def test_standing_once_never_widens(whole: Timeline) -> None:
    """What is known of an event is still known, nothing is lost, and each is seen once."""
    seen = together(whole, groups(whole))
    before = {event.id: event for event in whole.events}

    assert [event.id for event in seen.events] == [event.id for event in whole.events]
    for event in seen.events:
        own = before[event.id].bounds
        assert (own.begin & event.bounds.begin) == event.bounds.begin
        assert (own.end & event.bounds.end) == event.bounds.end
        assert event.merged is None or not seen_of(seen, event.merged).hidden


def seen_of(whole: Timeline, name: str) -> Event:
    """The event with this id."""
    return next(event for event in whole.events if event.id == name)


@given(stories())
def test_the_order_of_articles_does_not_matter(whole: Timeline) -> None:
    """The same events are one, whichever article was read first."""
    turned = replace(whole, articles=whole.articles[::-1], events=whole.events[::-1])

    assert {frozenset(group.events) for group in groups(whole)} == {frozenset(group.events) for group in groups(turned)}


@given(st.lists(stories(), min_size=2, max_size=3), st.data())
def test_what_was_seen_before_makes_no_difference(several: list[Timeline], data: st.DataObject) -> None:
    """A grouping that has seen other states finds what a new one finds, and dates it in the same way."""
    grouping = Grouping()
    before = None
    for whole in several:
        ids = [event.id for event in whole.events]
        pairs = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True) if len(ids) > 1 else st.nothing()
        apart = {frozenset(pair) for pair in data.draw(st.lists(pairs, max_size=2))} if len(ids) > 1 else set()
        first = set(data.draw(st.lists(st.sampled_from(ids), max_size=2))) if ids else set()
        found = grouping.of(whole, apart, first)
        seen = together(whole, found.groups, before=before)
        before = Joined(whole, found.groups, seen)

        assert found == Grouping().of(whole, apart, first)
        assert json.write(seen) == json.write(together(whole, found.groups))
        for group in found.groups:
            assert not first.intersection(group.events) or group.shown in first


def test_what_did_not_change_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """One article more is compared with the others, and these not with each other."""
    grouping = Grouping()
    grouping.of(timeline(SANK, FOUNDERED, OTHERS["another day"]))
    compared: list[frozenset[str]] = []

    def counted(pair: Pair) -> bool:
        compared.append(frozenset((pair.one.event.id, pair.other.event.id)))
        return True

    monkeypatch.setattr(sys.modules[Grouping.__module__], "_meet", counted)
    grouping.of(timeline(SANK, FOUNDERED, OTHERS["another day"], WENT_DOWN))

    assert compared
    assert all(WENT_DOWN[1].id in pair for pair in compared)
