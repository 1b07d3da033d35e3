"""The same event told by several articles: it stands once, with what each says; the user parts and joins it."""

from __future__ import annotations

import json as jsonlib
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.reasoning.test_retelling import days, told
from tests.reasoning.test_retelling import timeline as dated
from tests.workspace.cases import bridge, ferry, gazette, harbour, island
from timeline._files import data
from timeline.chrono.bounds import Bounds
from timeline.chrono.calendar import day_number
from timeline.errors import TimelineError
from timeline.formats import json
from timeline.model.telling import objections, tellers
from timeline.workspace import Chronicle, load
from timeline.workspace.grouping import alone
from timeline.workspace.opening import open_library
from timeline.workspace.tellers import quarrels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

Work = Any  # a chronicle or a library: the same verbs
SCHEMA = Draft202012Validator(jsonlib.loads(data("schema", "timeline.schema.json").read_text("utf-8")))
TELLERS = (harbour, island, gazette)
SANK = Bounds.of_day(day_number(2024, 2, 13))


def chronicle_of(*made: Timeline) -> Chronicle:
    """A chronicle of these articles."""
    chronicle = Chronicle(made[0], by="Ann")
    chronicle.group()
    for other in made[1:]:
        chronicle.include(other)
    return chronicle


@pytest.fixture(params=["chronicle", "library"])
def work(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Work]:
    """Four articles, three of which tell one event, in memory or in a file."""
    made = [harbour(), ferry(), island(), gazette()]
    if request.param == "chronicle":
        yield chronicle_of(*made)
        return
    with open_library(tmp_path / "case.timeline", by="Ann") as library:
        for one in made:
            library.include(one)
        yield library


def shown(work: Work) -> Event:
    """The event that several articles tell."""
    found: list[Event] = [event for event in work.events if tellers(event) > 1]
    assert len(found) == 1
    return found[0]


def written(work: Work) -> str:
    """All of it, to the letter."""
    return json.write(work.timeline)


def test_it_stands_once_with_what_each_says(work: Work) -> None:
    """Dated by all, each article's own date beside it, and what hangs on it is narrowed, too."""
    event = shown(work)
    sources = work.sources(event.id)

    assert tellers(event) == 3
    assert event.bounds == SANK
    assert [one.title for one in sources] == ["At the harbour", "On the island", "The gazette"]
    assert [one.when for one in sources] == ["13 February 2024", "13 February 2024", "by 20 February 2024"]
    assert all(one.agrees for one in sources)
    assert sources[1].quote == "On 13 February the Saint Brenda went down near the island"
    assert work.groups() == (sources,)
    [summit] = [one for one in work.events if one.quote == "summit" and one.article == sources[2].article]
    assert summit.bounds.window.earliest == SANK.window.earliest
    assert any("tells the same event" in reason.says for reason in summit.reasons)


def test_only_what_is_stated(work: Work) -> None:
    """That they are one is only usual: it dates nothing then."""
    event = shown(work)
    seen = work.seen(only_stated=True)

    assert next(one for one in seen.events if one.id == event.id).bounds == SANK
    [summit] = [one for one in seen.events if one.quote == "summit" and one.article == work.groups()[0][2].article]
    assert summit.bounds.window.earliest is None


def test_parted_it_is_what_it_was(work: Work) -> None:
    """Each article's event stands for itself, as if nothing had been grouped; undo puts them together again."""
    before, event = written(work), shown(work)
    work.split(event.id)
    apart = {one.id: one for one in work.timeline.events}

    for made in (harbour(), island(), gazette()):
        for one in made.events:
            assert apart[one.id] == one
    assert work.groups() == ()
    work.undo()
    assert written(work) == before
    work.redo()
    assert work.groups() == ()


def test_one_of_them_is_parted(work: Work) -> None:
    """The others stay together."""
    event = shown(work)
    other = work.sources(event.id)[2].event
    work.split(event.id, other)

    assert [len(group) for group in work.groups()] == [2]
    assert other in {one.id for one in work.events}
    with pytest.raises(TimelineError, match="no event 'x' within it"):
        work.split(event.id, "x")


def test_what_was_parted_can_be_joined(work: Work) -> None:
    """By hand, whatever the articles say; all tellings come along."""
    event = shown(work)
    ids = [one.event for one in work.sources(event.id)]
    work.split(event.id)
    work.merge(*ids)

    assert {one.id for one in work.events}.isdisjoint(ids[1:])
    work.undo()
    assert set(ids) <= {one.id for one in work.events}


def test_another_event_joins_a_group(work: Work) -> None:
    """What several articles tell is joined with all its tellings, from either side."""
    event = shown(work)
    ids = {one.event for one in work.sources(event.id)}
    [summit] = [one for one in work.events if one.id.startswith(ferry().articles[0].id) and one.title == "summit"]
    before = written(work)
    work.merge(summit.id, event.id)

    assert ids.isdisjoint(one.id for one in work.events)
    work.undo()
    work.merge(event.id, summit.id)
    assert {one.id for one in work.timeline.events if one.merged == event.id} == (ids | {summit.id}) - {event.id}
    work.undo()
    assert written(work) == before


EDITS: list[tuple[str, Callable[[Work, str], Any]]] = [
    ("title", lambda work, name: work.set_title(name, "Something else")),
    ("date", lambda work, name: work.set_date(name, "12 May 2019")),
    ("status", lambda work, name: work.set_status(name, "denied")),
    ("actors", lambda work, name: work.set_actors(name, ["Nobody"])),
    ("places", lambda work, name: work.set_places(name, ["Elsewhere"])),
    ("kind", lambda work, name: work.set_kind(name, "span")),
]


@pytest.mark.parametrize(("field", "verb"), EDITS)
def test_what_the_user_says_of_it_parts_nothing(work: Work, field: str, verb: Callable[[Work, str], Any]) -> None:
    """The edited event stands for the others, whatever their articles say; undo gives back what was."""
    before = written(work)
    name = work.sources(shown(work).id)[-1].event
    verb(work, name)

    assert shown(work).id == name, field
    assert tellers(shown(work)) == 3
    work.undo()
    assert written(work) == before


def test_an_article_does_not_agree_with_the_users_date(work: Work) -> None:
    """It still tells the event, and that it does not agree is said."""
    event = shown(work)
    work.set_date(event.id, "12 May 2019")

    assert [one.about for one in work.sources(event.id)] == ["when", "when", ""]
    assert shown(work).when == "12 May 2019"


def test_hidden_it_is_gone(work: Work) -> None:
    """The other articles' tellings do not come up in its place."""
    event = shown(work)
    count = len(work.events)
    work.hide(event.id)

    assert len(work.events) == count - 1
    work.show(event.id)
    assert shown(work).id == event.id


def test_without_an_article_it_is_told_by_fewer(tmp_path: Path) -> None:
    """And by all again when that is put back."""
    with open_library(tmp_path / "case.timeline") as library:
        for made in TELLERS:
            library.include(made())
        before = written(library)
        library.remove(island().articles[0].id)
        assert tellers(shown(library)) == 2
        library.undo()
        assert written(library) == before


@given(st.permutations(TELLERS))
def test_the_order_of_articles_does_not_matter(order: Iterable[Callable[[], Timeline]]) -> None:
    """The same events are one."""
    found = chronicle_of(*(made() for made in order)).groups()

    assert [{one.event for one in group} for group in found] == [{one().events[0].id for one in TELLERS}]


def test_added_one_by_one_or_all_at_once() -> None:
    """What was compared and dated before makes no difference."""
    for order in permutations((*TELLERS, bridge)):
        step_by_step = Chronicle(order[0]())
        step_by_step.group()
        for made in order[1:]:
            step_by_step.timeline  # noqa: B018 - it is looked at in between
            step_by_step.include(made())
        assert written(step_by_step) == written(chronicle_of(*(made() for made in order)))


def test_saved_and_opened_again(work: Work, tmp_path: Path) -> None:
    """A saved timeline shows the same, to the letter, and can be parted, edited and undone from there."""
    work.set_note(shown(work).id, "See exhibit 4.")
    before = written(work)
    work.save(tmp_path / "saved.json")
    again = load(tmp_path / "saved.json")

    SCHEMA.validate(jsonlib.loads(before))
    assert written(again) == before
    assert again.groups() == work.groups()
    name = shown(again).id
    again.split(name)
    assert again.groups() == ()
    again.undo()
    assert written(again) == before
    again.set_date(name, "12 May 2019")
    work.set_date(name, "12 May 2019")
    assert {one.id: one for one in again.timeline.events} == {one.id: one for one in work.timeline.events}
    assert again.groups() == work.groups()


def test_alone_is_the_inverse(work: Work) -> None:
    """Every event as its article tells it."""
    parted = {event.id: event for event in alone(work.timeline).events}

    for made in (harbour(), island(), gazette(), ferry()):
        assert all(parted[event.id] == event for event in made.events)


def test_a_saved_timeline_is_not_grouped_by_itself(tmp_path: Path) -> None:
    """It is trusted as written, and what is edited in it joins nothing."""
    made = Chronicle(harbour())
    made.include(bridge())
    whole = made.timeline
    several = Chronicle(whole.__class__((*whole.articles, *island().articles), (*whole.events, *island().events)))
    several.save(tmp_path / "saved.json")
    again = load(tmp_path / "saved.json")
    again.set_note(again.events[0].id, "See exhibit 4.")

    assert again.groups() == ()
    again.group()
    assert again.groups() == ()  # nothing that was written says what its dates follow from


def test_a_library_opened_again_shows_the_same(tmp_path: Path) -> None:
    """Parted or together, by whoever opens it."""
    path = tmp_path / "case.timeline"
    with open_library(path) as library:
        for made in TELLERS:
            library.include(made())
        together = written(library)
    with open_library(path) as library:
        assert written(library) == together
        assert written(library.chronicle()) == together
        library.split(shown(library).id)
        assert library.groups() == ()
    with open_library(path) as library:
        assert library.groups() == ()
        library.undo()
        assert written(library) == together


def test_an_exported_library_is_taken_in_by_another(tmp_path: Path) -> None:
    """Each article's own events are; what they have in common is found again."""
    with open_library(tmp_path / "one.timeline") as one, open_library(tmp_path / "other.timeline") as other:
        for made in TELLERS:
            one.include(made())
        one.export(tmp_path / "all.json")
        other.include(load(tmp_path / "all.json").timeline)

        assert [len(group) for group in other.groups()] == [3]
        assert other.check() == []


def test_it_is_drawn_once(work: Work) -> None:
    """In the lane of the first article that tells it, whichever stands for it; how many tell it is said."""
    last = work.sources(shown(work).id)[-1].event
    work.set_note(last, "See exhibit 4.")
    scene = work.scene(lanes_by="article")
    [glyph] = [one for one in scene.glyphs if one.note.source == "told by 3 articles"]

    assert glyph.event == last
    assert scene.lanes[glyph.lane].key == "At the harbour"
    assert "told by 3 articles" in work.svg()


def test_articles_that_contradict_each_other_are_marked() -> None:
    """Both events stand, and each knows the other, until the user says that they are not one."""
    monday = told("Police arrested Owen Pryce at home.", "arrested", "Police arrest Owen Pryce at home", days(4, 4))
    tuesday = told("Owen Pryce was detained by police.", "detained", "Police detain Owen Pryce", days(5, 5))
    work = Chronicle(dated(monday, tuesday))
    work.group()
    [first, second] = work.events

    assert work.groups() == ()
    assert objections(first) == ((second.id, "when"),)
    assert objections(second) == ((first.id, "when"),)
    assert [one.agrees for one in work.sources(first.id)] == [True, False]
    assert work.sources(first.id)[1].when == second.when
    assert {glyph.note.sure for glyph in work.scene().glyphs} == {"from the text, another article contradicts it"}
    assert [one.sentence for one in quarrels(work.timeline)] == [
        f"“{first.title}” ({first.when}) and “{second.title}” ({second.when}) are told as one event, of different days."
    ]


def test_what_is_written_beside_an_event_dates_nothing_anew(work: Work) -> None:
    """A note is on the event at once, and every other event is the one that it was."""
    event = shown(work)
    before = {one.id: one for one in work.timeline.events}
    work.set_note(event.id, "See exhibit 4.")
    work.set_standing(event.id, "disputed")
    after = {one.id: one for one in work.timeline.events}

    assert after[event.id].note == "See exhibit 4."
    assert after[event.id].reasons is before[event.id].reasons
    assert json.write(chronicle_of(work.timeline).timeline) == written(work)
