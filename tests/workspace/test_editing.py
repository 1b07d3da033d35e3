"""Each verb of an editor, on a chronicle in memory and on a library: what it does, what it refuses, and its undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.workspace.cases import bridge, court, ferry
from timeline.errors import DateError, TimelineError
from timeline.formats import json
from timeline.model.event import Kind, Standing, Status
from timeline.model.statement import Stratum
from timeline.workspace import Chronicle
from timeline.workspace.joining import OWN
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


Work = Any  # a chronicle or a library: the same verbs


@pytest.fixture(params=["chronicle", "library"])
def work(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Work]:
    """Three articles, in memory or in a file."""
    if request.param == "chronicle":
        chronicle = Chronicle(ferry(), by="Ann")
        chronicle.include(bridge())
        chronicle.include(court())
        yield chronicle
        return
    with open_library(tmp_path / "case.timeline", by="Ann") as library:
        for made in (ferry(), bridge(), court()):
            library.include(made)
        yield library


def named(work: Work, title: str) -> Any:
    """The event with this title, hidden or not."""
    return next(event for event in work.timeline.events if event.title == title)


EDITS: list[tuple[str, str, Any, Callable[[Any], Any], Any]] = [
    ("set_title", "sank", "  It   sank ", lambda event: event.title, "It sank"),
    ("set_actors", "sank", ["A ", "B", "A", " "], lambda event: event.actors, ("A", "B")),
    ("set_places", "sank", ["The  bay"], lambda event: event.places, ("The bay",)),
    ("set_kind", "sank", "span", lambda event: event.kind, Kind.SPAN),
    ("set_status", "sank", "denied", lambda event: event.status, Status.DENIED),
    ("set_lane", "sank", "The ferry", lambda event: event.extra.get("lane"), "The ferry"),
    ("set_lane", "sank", None, lambda event: event.extra.get("lane"), None),
    ("set_standing", "sank", "disputed", lambda event: event.standing, Standing.DISPUTED),
    ("set_note", "sank", " See exhibit 4. ", lambda event: event.note, "See exhibit 4."),
    ("link", "sank", "https://example.org/a", lambda event: event.links, ("https://example.org/a",)),
    ("set_date", "sank", "early 2021", lambda event: event.bounds.window.as_dict()["latest"], "2021-05-25"),
    ("set_date", "rained", "<06/15/97", lambda event: event.edtf, "[..1997-06-15]"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "title", "value", "read", "expected"), EDITS, ids=[f"{e[0]} {e[2]}" for e in EDITS])
def test_an_edit_is_made_logged_undone_and_made_again(
    work: Work, verb: str, title: str, value: Any, read: Callable[[Any], Any], expected: Any
) -> None:
    """With who made it; what it was comes back to the letter, and so does what it became."""
    before, event = json.write(work.timeline), named(work, title)
    getattr(work, verb)(event.id, value)
    after = json.write(work.timeline)

    assert read(work.event(event.id)) == expected
    assert work.timeline.edits[-1].by == "Ann"

    work.undo()
    assert json.write(work.timeline) == before
    assert work.can_redo

    work.redo()
    assert json.write(work.timeline) == after


REFUSED: list[tuple[str, tuple[Any, ...], type[Exception], str]] = [
    ("set_title", ("  ",), TimelineError, "at least one word"),
    ("set_kind", ("week",), TimelineError, "day, span"),
    ("set_status", ("maybe",), TimelineError, "happened, reported"),
    ("set_standing", ("sure",), TimelineError, "disputed, undisputed"),
    ("set_date", ("sometime",), DateError, "names no date"),
    ("link", ("javascript:alert(1)",), TimelineError, "no address"),
    ("link", ("file:///etc/passwd",), TimelineError, "no address"),
    ("link", ("https://[::1",), TimelineError, "no address"),
    ("unlink", ("https://example.org",), TimelineError, "does not stand"),
    ("merge", (), TimelineError, "at least two"),
    ("split", (), TimelineError, "nothing is to be parted"),
    ("split", (7,), TimelineError, "told 2 times"),
    ("reject_landmark", (), TimelineError, "rests on no known event"),
]


@pytest.mark.parametrize(("verb", "values", "kind", "words"), REFUSED, ids=[f"{r[0]} {r[1]}" for r in REFUSED])
def test_what_cannot_be_is_refused_and_changes_nothing(
    work: Work, verb: str, values: tuple[Any, ...], kind: type[Exception], words: str
) -> None:
    """In one sentence."""
    before = json.write(work.timeline)
    with pytest.raises(kind, match=words) as fault:
        getattr(work, verb)(named(work, "sank").id, *values)

    assert "\n" not in str(fault.value)
    assert json.write(work.timeline) == before


def test_what_is_the_same_already_is_no_edit(work: Work) -> None:
    """Undo would take back nothing."""
    event = named(work, "sank")
    work.set_title(event.id, "sank")
    work.set_lane(event.id, "Somebody")
    work.set_date(event.id, None)
    work.show(event.id)

    assert not work.timeline.edits


def test_merged_events_are_one_and_what_dates_one_dates_all(work: Work) -> None:
    """Also across articles; the first is shown, and parting brings the others back."""
    before = json.write(work.timeline)
    kept, other, third = named(work, "rained"), named(work, "ruled"), named(work, "opened")
    work.merge(kept.id, other.id)
    work.merge(kept.id, third.id)
    shown = {event.title for event in work.events}

    assert {"ruled", "opened"}.isdisjoint(shown)
    assert work.event(other.id).merged == kept.id
    assert work.event(kept.id).edtf == work.event(other.id).edtf == "[2024-05-06..2024-05-27]"  # a Monday in May
    assert any(reason.stratum is Stratum.EDIT for reason in work.event(kept.id).reasons)
    with pytest.raises(TimelineError, match="split that one first"):
        work.show(other.id)
    with pytest.raises(TimelineError, match="is hidden"):
        work.merge(other.id, named(work, "spoke").id)
    with pytest.raises(TimelineError, match="others within it"):
        work.merge(named(work, "spoke").id, kept.id)

    work.split(kept.id)
    assert {"rained", "ruled", "opened"} <= {event.title for event in work.events}
    assert work.event(kept.id).bounds.open

    for _ in range(3):
        work.undo()
    assert json.write(work.timeline) == before


def test_a_second_telling_can_be_an_event_of_its_own(work: Work) -> None:
    """With what its words say of the time, which is said of the first no longer."""
    before, event = json.write(work.timeline), named(work, "sank")
    made = work.split(event.id, 1)

    assert work.event(made).title == "sinking"
    assert [mention.quote for mention in work.event(event.id).mentions] == ["sank"]
    assert any("sinking" in reason.text for reason in work.event(made).reasons)
    assert not any("sinking" in reason.text for reason in work.event(event.id).reasons)

    work.undo()
    assert json.write(work.timeline) == before


def test_an_event_is_added_by_marking_words(work: Work) -> None:
    """It stands in text order with its quote, and relative words count from the article's publication day."""
    before = json.write(work.timeline)
    [article] = [one for one in work.articles if one.title == "The court"]
    start = article.text.index("it was a Friday")
    made = work.add_event(article_id=article.id, span=(start, start + 15), date="yesterday")
    event = work.event(made)

    assert (event.title, event.quote, event.edtf) == ("it was a Friday", "it was a Friday", "2024-06-09")
    assert [one.title for one in work.events][-1] == "it was a Friday"
    with pytest.raises(TimelineError, match="no characters"):
        work.add_event(article_id=article.id, span=(5, 5000))

    work.undo()
    assert json.write(work.timeline) == before


def test_an_event_that_no_article_tells_of_can_be_added(work: Work) -> None:
    """What is added so stands together, dated or not, and goes without a trace."""
    before = json.write(work.timeline)
    first = work.add_event("I saw it", date="June 2020")
    second = work.add_event("I heard it")

    assert work.event(first).article == OWN.id
    assert work.event(first).edtf == "2020-06"
    assert work.event(second).bounds.open
    assert [article.title for article in work.articles][-1] == OWN.title
    with pytest.raises(TimelineError, match="at least one word"):
        work.add_event("")

    work.set_date(first, None)
    assert work.event(first).bounds.open
    for _ in range(3):
        work.undo()
    assert json.write(work.timeline) == before


def test_a_rejected_landmark_dates_nothing(work: Work) -> None:
    """Wherever it was matched, and undo brings it back."""
    before = json.write(work.timeline)
    work.reject_landmark_everywhere("summit-2025")

    assert work.event(named(work, "summit").id).landmark is None
    work.undo()
    assert json.write(work.timeline) == before


def test_a_saved_timeline_has_the_verbs_too(work: Work, tmp_path: Path) -> None:
    """Whatever was done is in the file, and can be taken back to the beginning there."""
    first = json.write(work.timeline)
    kept = named(work, "rained").id
    work.merge(kept, named(work, "ruled").id)
    work.add_event("I saw it", date="June 2020")
    work.split(named(work, "sank").id, 1)
    work.set_standing(kept, "unsure")
    work.save(tmp_path / "saved.json")
    again = Chronicle(json.read((tmp_path / "saved.json").read_text("utf-8")))
    assert json.write(again.timeline) == json.write(work.timeline)
    while again.can_undo:
        again.undo()

    assert json.write(again.timeline) == first


def test_another_edit_leaves_what_was_undone(work: Work) -> None:
    """There is nothing to do again then."""
    event = named(work, "sank")
    work.set_title(event.id, "One")
    work.undo()
    work.set_title(event.id, "Two")

    assert not work.can_redo
    assert work.redo() is None
    assert work.event(event.id).title == "Two"


def test_several_things_said_at_once_are_one_step(work: Work) -> None:
    """One undo takes them back to the letter, one redo makes them again; what says the same is no edit."""
    before, event = json.write(work.timeline), named(work, "sank")
    edits = len(work.timeline.edits)
    work.say(event.id, actors=["A", "B"], note=" See exhibit 4. ", status=event.status.value, kind="span")
    after = json.write(work.timeline)
    assert [edit.field for edit in work.timeline.edits[edits:]] == ["actors", "note", "kind"]

    assert [edit.field for edit in work.undo_step()] == ["actors", "note", "kind"]
    assert json.write(work.timeline) == before
    assert [edit.field for edit in work.redo_step()] == ["actors", "note", "kind"]
    assert json.write(work.timeline) == after


def test_what_cannot_be_said_stops_all_that_is_said_with_it(work: Work) -> None:
    """All or nothing; a field that there is not is named with those that there are."""
    before, event = json.write(work.timeline), named(work, "sank")
    with pytest.raises(TimelineError, match="happened, reported"):
        work.say(event.id, note="kept?", status="maybe")
    with pytest.raises(TimelineError, match=r"'weight' is no field .* title, actors"):
        work.say(event.id, note="kept?", weight=1.0)
    assert json.write(work.timeline) == before


def test_several_events_are_hidden_in_one_step(work: Work) -> None:
    """Those that are hidden already stay so, and come back by their own undo."""
    one, other = named(work, "sank"), named(work, "rained")
    work.hide(one.id)
    work.hide(one.id, other.id)
    assert work.event(one.id).hidden
    assert work.event(other.id).hidden
    work.undo()
    assert work.event(one.id).hidden
    assert not work.event(other.id).hidden


def test_steps_are_kept_in_what_is_saved_and_put_into_a_library(work: Work, tmp_path: Path) -> None:
    """One undo there, too, takes back what was said at once."""
    event = named(work, "sank")
    work.say(event.id, actors=["A"], note="n")
    again = Chronicle(json.read(json.write(work.timeline)))
    assert [edit.field for edit in again.undo_step()] == ["actors", "note"]
    again.redo_step()
    with open_library(tmp_path / "other.timeline") as library:
        library.include(again.timeline)
        assert [edit.field for edit in library.undo_step()] == ["actors", "note"]


def test_a_rejected_landmark_can_be_taken_after_all(work: Work) -> None:
    """The date is that of the known event again; where nothing was rejected that is said."""
    summit = named(work, "summit").id
    dated = work.event(summit).edtf
    with pytest.raises(TimelineError, match="no known event was rejected for 'summit'"):
        work.allow_landmark(summit)
    work.reject_landmark(summit)
    assert work.event(summit).edtf != dated
    work.allow_landmark(summit)
    assert work.event(summit).edtf == dated
