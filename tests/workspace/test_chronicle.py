"""What a user does with a chronicle: set, edit, hide, reject, undo, save, open again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline import workspace
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number
from timeline.chrono.expressions import Last, Month, Weekday
from timeline.errors import DateError, SavedTimelineError, TimelineError
from timeline.formats import json
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import (
    Constraint,
    Denotes,
    Distance,
    Point,
    Reason,
    Statement,
    Stratum,
    Within,
    publication,
)
from timeline.model.timeline import Timeline
from timeline.reasoning.derive import derive
from timeline.workspace import Chronicle
from timeline.workspace.pictures import within

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "They met on Tuesday. They visited in April, after the summit."
ARTICLE = Article(TEXT, title="A test")
PUBLISHED = Point(publication(ARTICLE.id), "begin")


def event(name: str, word: str) -> Event:
    """An event whose head is a word of the text."""
    start = TEXT.index(word)
    head = Span(start, start + len(word))
    return Event(id=name, article=ARTICLE.id, title=name, quote=word, span=head, head=head)


def statement(constraint: Constraint, stratum: Stratum = Stratum.TEXT, landmark: str | None = None) -> Statement:
    """A statement with a reason of no interest."""
    return Statement(constraint, stratum, Reason("rule", stratum, "because"), landmark)


def made() -> Chronicle:
    """Three events: a Tuesday before publication, an April before it and after a summit of 1 March 2025."""
    summit = Bounds.of_day(day_number(2025, 3, 1))
    statements = (
        statement(Denotes("met", Last(Weekday(1)), PUBLISHED)),
        statement(Denotes("visit", Last(Month(4)), PUBLISHED)),
        statement(Distance(Point("visit", "end"), PUBLISHED)),
        statement(Distance(Point("summit", "begin"), Point("visit", "begin"))),
        statement(Distance(Point("summit", "end"), PUBLISHED)),
        statement(Within("summit", summit), Stratum.LANDMARK, "summit-2025"),
        statement(Distance(Point("met", "begin"), PUBLISHED, 0, 1), Stratum.USUAL),
    )
    events = (event("met", "met"), event("visit", "visited"), event("summit", "summit"))
    count = iter(range(1000))
    return Chronicle(
        derive(Timeline((ARTICLE,), events, statements)), clock=lambda: f"2025-01-01T00:00:{next(count):02d}"
    )


def state(chronicle: Chronicle) -> Timeline:
    """The timeline as it stands."""
    return chronicle.timeline


def test_setting_the_publication_day_narrows_everything_at_once() -> None:
    """With the day set, the Tuesday is a day and the April has a year; cleared, both are as before."""
    chronicle = made()
    before = state(chronicle)
    chronicle.set_published("20 August 2025")

    assert chronicle.event("met").edtf == "2025-08-19"
    assert chronicle.event("visit").edtf == "2025-04"

    chronicle.set_published(None)

    assert chronicle.timeline.events == before.events
    assert chronicle.articles == before.articles


def test_an_edited_date_is_the_strongest_statement_and_narrows_what_depends_on_it() -> None:
    """A date typed in words wins over the machine's, and the publication day follows from it."""
    chronicle = made()
    chronicle.set_date("met", "19 August 2025")

    assert chronicle.event("met").bounds == Bounds.of_day(day_number(2025, 8, 19))
    published = chronicle.articles[0].published.as_dict()
    assert published["earliest"] == "2025-08-19"
    assert published["latest"] in ("2025-08-20", "2025-08-25")
    assert any(reason.stratum is Stratum.EDIT for reason in chronicle.event("met").reasons)


def test_undo_takes_back_every_kind_of_edit_in_turn() -> None:
    """Undoing to the very beginning gives back the first state, and then there is nothing to undo."""
    chronicle = made()
    first = state(chronicle)
    chronicle.set_published("2025-08-20")
    chronicle.set_date("visit", "2025-04-12")
    chronicle.set_date("visit", "2025-04-13/2025-04-15")
    chronicle.set_title("met", "  They  meet ")
    chronicle.hide("summit")
    chronicle.reject_landmark("summit")

    assert chronicle.event("met").title == "They meet"
    assert [one.id for one in chronicle.events] == ["met", "visit"]
    assert chronicle.event("summit").landmark is None

    for field in ("landmark", "hidden", "title", "date", "date", "published"):
        edit = chronicle.undo()

        assert edit is not None
        assert edit.field == field
    assert chronicle.timeline == first
    assert chronicle.undo() is None
    assert not chronicle.can_undo


def test_a_saved_chronicle_undoes_to_the_beginning_too(tmp_path: Path) -> None:
    """The edit log travels in the file: what was opened again can be taken back step by step."""
    chronicle = made()
    first = state(chronicle)
    chronicle.set_published("2025-08-20")
    chronicle.set_date("met", "by 18 August 2025")
    chronicle.hide("met")
    chronicle.save(tmp_path / "saved.json")
    again = workspace.load(tmp_path / "saved.json")

    assert again.timeline == chronicle.timeline

    while again.can_undo:
        again.undo()

    assert again.timeline == first


def test_a_date_given_back_to_the_machine_is_the_machines() -> None:
    """Clearing an edited date gives what the text says."""
    chronicle = made()
    machine = chronicle.event("visit")
    chronicle.set_date("visit", "May 2024")
    chronicle.set_date("visit", None)

    assert chronicle.event("visit") == machine


def test_an_event_about_which_nothing_is_stated_keeps_what_was_written(tmp_path: Path) -> None:
    """A foreign file without statements is trusted, edited, and given back by undo."""
    lone = Timeline((ARTICLE,), (event("met", "met"),))
    data = json.write(lone).replace('"when": ""', '"when": "once upon a time"')
    (tmp_path / "foreign.json").write_text(data, "utf-8")
    chronicle = workspace.load(tmp_path / "foreign.json")
    written = chronicle.event("met")
    chronicle.set_date("met", "1999")

    assert chronicle.event("met").edtf == "1999"

    chronicle.undo()

    assert chronicle.event("met") == written


def test_dates_can_be_seen_from_some_sources_only() -> None:
    """Without landmarks, without the given day, or without what is usual, bounds only widen; the chronicle stays."""
    chronicle = made()
    chronicle.set_published("2025-08-20")
    full = state(chronicle)
    by_id = {one.id: one.bounds for one in full.events}
    for options in (
        {"dates_from": "text"},
        {"dates_from": "publication"},
        {"dates_from": "landmarks"},
        {"only_stated": True},
    ):
        seen = chronicle.seen(**options)

        assert all(one.bounds.contains(by_id[one.id]) for one in seen.events)
    assert chronicle.seen(dates_from="text").articles[0].published == Range()
    assert chronicle.timeline is full
    with pytest.raises(TimelineError, match="choose one of"):
        chronicle.seen(dates_from="nowhere")


@pytest.mark.parametrize("words", ["sometime", "31 February 2025", ""])
def test_words_that_name_no_date_change_nothing(words: str) -> None:
    """A date that cannot be read is refused in one sentence and no edit is logged."""
    chronicle = made()
    before = state(chronicle)
    with pytest.raises(DateError):
        chronicle.set_date("met", words)
    with pytest.raises(DateError):
        chronicle.set_published(words)

    assert chronicle.timeline is before


def test_what_is_not_there_is_said() -> None:
    """Unknown events and landmarks, empty titles: one sentence each."""
    chronicle = made()
    with pytest.raises(TimelineError, match="no event 'nobody'"):
        chronicle.set_title("nobody", "x")
    with pytest.raises(TimelineError, match="at least one word"):
        chronicle.set_title("met", "  ")
    with pytest.raises(TimelineError, match="rests on no known event"):
        chronicle.reject_landmark("met")
    with pytest.raises(TimelineError, match="summit-2025"):
        chronicle.reject_landmark_everywhere("moon-landing")


def test_one_landmark_is_rejected_wherever_it_matched() -> None:
    """By its id, for all events at once."""
    chronicle = made()
    chronicle.reject_landmark_everywhere("summit-2025")

    assert chronicle.event("summit").landmark is None
    assert chronicle.event("summit").bounds.begin.earliest is None


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    """Binary, missing and foreign files are refused in one sentence."""
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00\x01\x80")
    (tmp_path / "other.json").write_text("[1, 2]", "utf-8")
    for name in ("binary.json", "other.json", "missing.json"):
        with pytest.raises(SavedTimelineError, match=name):
            workspace.load(tmp_path / name)


def test_adding_an_article_twice_changes_nothing() -> None:
    """The same text is one article."""
    chronicle = Chronicle(Timeline(), reader=lambda article: Timeline((article,), (event("met", "met"),)))
    chronicle.add(ARTICLE)
    chronicle.add(ARTICLE)

    assert len(chronicle.articles) == 1
    assert len(chronicle.events) == 1


def test_data_of_a_window_holds_what_may_lie_in_it() -> None:
    """Events certainly outside the window are left out of exported data, and no other."""
    chronicle = made()
    chronicle.set_published("2025-08-20")
    seen = within(chronicle.timeline, day_number(2025, 3, 1), day_number(2025, 5, 1))

    assert [one.id for one in seen.events] == ["visit", "summit"]


def test_an_order_of_what_is_stated_has_nothing_usual() -> None:
    """What is only usual orders events too, and stated only leaves that out."""
    story = workspace.extract(
        Article("The mayor opened the fair. The band played a march. The crowd sang after the band left.")
    )
    assert any(step.reason.stratum is Stratum.USUAL for step in story.order().steps)
    assert all(step.reason.stratum is not Stratum.USUAL for step in story.order(only_stated=True).steps)
