"""Articles read while the page goes on: each tells its stages, one that fails or is cancelled stops no other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.workspace.cases import court, ferry
from timeline.app.desk import Desk
from timeline.app.factory import create_app
from timeline.app.limits import Limits
from timeline.app.reading import Room, Sent, stages
from timeline.formats import json as saved
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.timeline import Timeline
from timeline.workspace.opening import open_library
from timeline.workspace.samples import SAMPLES, Sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from timeline.model.article import Article
    from timeline.workspace.library import Library


def quick(tell: Callable[[str], None]) -> Callable[[Article], Timeline]:
    """A reader that takes every article for one event, and tells two stages."""

    def read(article: Article) -> Timeline:
        tell("finding times")
        tell("dating")
        words = Span(0, min(20, len(article.text)))
        event = Event(f"{article.id}-0", article.id, words.of(article.text), words.of(article.text), words, words)
        return Timeline((article,), (event,))

    return read


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with open_library(tmp_path / "case.timeline") as library:
        yield library


def told(desk: Desk, sent: Sent, **more: Any) -> list[dict[str, Any]]:
    """All that is told of a reading."""
    return [json.loads(line) for line in stages(desk, sent, quick, **more)]


def test_an_article_tells_its_stages_and_what_became_of_it(library: Library) -> None:
    """The last line says how much is new; the same text again is recognised."""
    desk = Desk(library)
    lines = told(desk, Sent(b"The ferry sank on Tuesday.", "ferry.txt"))
    assert [line["stage"] for line in lines[:-1]] == ["waiting", "reading", "finding times", "dating"]
    done = lines[-1]["done"]
    assert (done["articles"], done["events"]) == (1, 1)
    assert done["article"] == library.articles[0].id
    assert told(desk, Sent(b"The ferry sank on Tuesday.", "again.txt"))[-1]["done"]["articles"] == 0


def test_several_articles_are_one_step_back(library: Library) -> None:
    """What was added together is taken back together."""
    desk = Desk(library)
    step = told(desk, Sent(b"The ferry sank."))[-1]["done"]["step"]
    told(desk, Sent(b"The bridge opened.", step=step))
    assert len(library.articles) == 2
    desk.undo()
    assert not library.articles


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (Sent(bytes(range(256)) * 20, "picture.txt"), "picture.txt"),
        (Sent(b"  ", "empty.txt"), "empty.txt is empty"),
        (Sent(b""), "There is nothing to read yet"),
        (Sent(b"The ferry sank.", published="the twelfth of never"), "the twelfth of never"),
        (Sent(b"{", "broken.json"), "broken.json"),
        (Sent(b"\xff\xfe", "broken.json"), "not UTF-8"),
        (Sent(b"x" * (Limits().bytes + 1), "large.txt"), "larger than 20 MB"),
    ],
)
def test_what_cannot_be_read_says_why(library: Library, sent: Sent, says: str) -> None:
    """In one sentence, and nothing is kept."""
    assert says in told(Desk(library), sent)[-1]["fault"]
    assert library.articles == ()


def test_a_saved_timeline_is_taken_as_it_is(library: Library) -> None:
    """Its articles and events join the library."""
    done = told(Desk(library), Sent(saved.write(court()).encode(), "court.json"))[-1]["done"]
    assert done["articles"] == 1
    assert {event.title for event in library.timeline.events} == {"ruled", "resigned"}


def test_a_day_is_typed_in_words_as_anywhere(library: Library) -> None:
    """It stands before a day that the text prints; a part of it, such as a month, is known so far."""
    desk = Desk(library)
    told(desk, Sent(b"Published: 3 March 2024\n\nThe ferry sank.", published="20 August 2025"))
    told(desk, Sent(b"The bridge opened.", published="August 2025"))
    first, second = library.articles
    assert first.published.as_dict() == {"earliest": "2025-08-20", "latest": "2025-08-20"}
    assert second.published.as_dict() == {"earliest": "2025-08-01", "latest": "2025-08-31"}
    assert first.given == second.given == "user"


def test_a_pasted_text_goes_by_its_first_words(library: Library) -> None:
    """Where it has no headline and nobody gave it one; a file goes by its name."""
    desk = Desk(library)
    told(
        desk, Sent(b"The ferry sank on Tuesday after it had struck a rock that no map of the strait shows, they said.")
    )
    told(desk, Sent(b"The bridge opened.", "bridge.txt"))
    first, second = library.articles
    assert first.title == "The ferry sank on Tuesday after it had struck a rock that…"
    assert (second.title, second.source) == (None, "bridge.txt")


def test_a_table_is_taken_row_by_row(library: Library) -> None:
    """What others wrote has events already; a row that is not wholly read is told."""
    desk = Desk(library)
    table = "Date,Event\n12 May 2023,The ferry sank\nsome day,The bridge opened\n"
    done = told(desk, Sent(table.encode(), "chronology.csv"))[-1]["done"]
    assert {event.title: event.when for event in library.timeline.events}["The ferry sank"] == "12 May 2023"
    assert len(library.timeline.events) == 2
    assert any("some day" in note for note in done["notes"])


def test_whoever_hangs_up_keeps_nothing(library: Library) -> None:
    """At any stage: the reading stops, and the next one has its turn."""
    desk = Desk(library)
    lines = stages(desk, Sent(b"The ferry sank."), quick)
    next(lines)
    lines.close()
    left = iter([False, False, False, True])
    assert "done" not in json.dumps(told(desk, Sent(b"The bridge opened."), gone=lambda: next(left, True)))
    assert {article.text for article in library.articles} <= {"The ferry sank."}
    assert told(desk, Sent(b"The court ruled."))[-1]["done"]["articles"] == 1


def test_too_many_at_once_are_asked_to_come_again(library: Library) -> None:
    """So that those who only look are not kept waiting by those who read."""
    desk = Desk(library)
    room = Room()
    waiting = [stages(desk, Sent(f"Ship {number} sank.".encode()), quick, room=room) for number in range(5)]
    first = [json.loads(next(lines)) for lines in waiting]
    assert first == [{"stage": "waiting"}] * 4 + [{"busy": True}]
    for lines in waiting:
        lines.close()
    assert "done" in told(desk, Sent(b"The court ruled."), room=room)[-1]


def test_a_fault_of_ours_is_told_by_number(library: Library) -> None:
    """And the page goes on."""

    def broken(_tell: Callable[[str], None]) -> Callable[[Article], Timeline]:
        def read(_article: Article) -> Timeline:
            raise ZeroDivisionError

        return read

    lines = [json.loads(line) for line in stages(Desk(library), Sent(b"The ferry sank."), broken)]
    assert "a fault of ours, number" in lines[-1]["fault"]


def test_the_address_takes_a_file_as_it_is(library: Library) -> None:
    """Its name and the day of publication stand in the address, its bytes in the body."""
    client = create_app(library, reader=quick).server.test_client()
    query = {"name": "ferry.txt", "published": "2025-08-22"}
    answer = client.post("/read", query_string=query, data=ferry().articles[0].text, headers={"Host": "localhost"})
    assert answer.mimetype == "application/x-ndjson"
    assert json.loads(answer.get_data().splitlines()[-1])["done"]["articles"] == 1
    assert library.articles[0].published.as_dict() == {"earliest": "2025-08-22", "latest": "2025-08-22"}
    foreign = client.post("/read", data="x", headers={"Host": "localhost", "Origin": "http://evil.example"})
    assert foreign.status_code == 403


@pytest.mark.parametrize("one", SAMPLES, ids=lambda one: one.name)
def test_the_address_gives_the_articles_that_come_with_the_program(library: Library, one: Sample) -> None:
    """By their names; of another name it says which there are."""
    client = create_app(library, reader=quick).server.test_client()
    client.post("/read", query_string={"sample": one.name}, headers={"Host": "localhost"}).get_data()
    assert [article.text for article in library.articles] == [one.article.read_text("utf-8")]
    answer = client.post("/read", query_string={"sample": "../secret"}, headers={"Host": "localhost"})
    assert (answer.status_code, "news, history, incident" in answer.text) == (404, True)
