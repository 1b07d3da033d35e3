"""The page on a library: what others do is seen, what is edited on an older state is refused, and all can be undone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from tests.workspace.cases import bridge, ferry, gazette, harbour, island
from timeline.app.callbacks import turn
from timeline.app.desk import Desk
from timeline.app.factory import create_app
from timeline.app.page import told_elsewhere
from timeline.formats import json as saved
from timeline.model.telling import tellings
from timeline.workspace import Chronicle
from timeline.workspace.opening import open_library
from timeline.workspace.tellers import sources_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from timeline.workspace.library import Library

    Page = Callable[..., dict[str, Any]]


def words(part: object) -> str:
    """All text of a part of the page."""
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False)


def page_on(desk: Desk) -> Page:
    """A tab of the browser: each call does one thing, and keeps the view for the next."""
    view = turn(desk, {"verb": "open", "arg": {"search": "", "width": 950}, "n": 1}, None)["view"]
    count = 1

    def act(verb: str, arg: object = None) -> dict[str, Any]:
        nonlocal view, count
        count += 1
        answer = turn(desk, {"verb": verb, "arg": arg, "n": count}, view)
        view = answer["view"]
        return answer

    return act


def said(answer: dict[str, Any]) -> str:
    """The notice of an answer."""
    message: str = answer["notice"][0]["message"]
    return message


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A library with two articles."""
    path = tmp_path / "case.timeline"
    with open_library(path, by="Ann") as library:
        library.include(ferry())
        library.include(bridge())
    return path


@pytest.fixture
def library(place: Path) -> Iterator[Library]:
    """The library, as the page has it open."""
    with open_library(place, clock=lambda: "2025-08-20T10:00:00Z", by="Ann") as library:
        yield library


@pytest.fixture
def other(place: Path) -> Iterator[Library]:
    """The same, as somebody else has it open."""
    with open_library(place, by="Bob") as library:
        yield library


def named(library: Library, title: str) -> str:
    """The id of an event."""
    return next(event.id for event in library.timeline.events if event.title == title)


def test_what_others_change_has_another_number(library: Library, other: Library) -> None:
    """The page that asks for the number knows that it must look; where nothing changed it is the same."""
    desk = Desk(library)
    page = page_on(desk)
    client = create_app(library).server.test_client()

    def number() -> int:
        return int(client.get("/version", headers={"Host": "localhost"}).get_data())

    before = number()
    assert number() == before == page("refresh")["view"]["version"]
    other.set_title(named(other, "sank"), "The ferry sinks")
    assert number() > before
    answer = page("refresh")
    assert "The ferry sinks" in words(answer["parts"]["figure"])
    assert answer["view"]["version"] == number()


def test_an_edit_on_what_somebody_changed_is_refused_with_both(library: Library, other: Library) -> None:
    """Nothing is overwritten; what was written stays in its form, and sent again it is meant."""
    page, sank = page_on(Desk(library)), named(library, "sank")
    page("select", sank)
    page("edit", "title")
    other.set_title(sank, "The ferry is lost")
    page("refresh", "Ferry down")
    answer = page(f"title:{sank}", "Ferry down")
    view = answer["view"]
    assert "'The ferry is lost'" in view["problem"]
    assert "by Bob" in view["problem"]
    assert "'Ferry down'" in view["problem"]
    assert (view["editing"], view["typed"]) == ("title", "Ferry down")
    assert library.event(sank).title == "The ferry is lost"
    page(f"title:{sank}", "Ferry down")
    assert library.event(sank).title == "Ferry down"


def test_an_edit_without_a_form_is_refused_in_a_notice(library: Library, other: Library) -> None:
    """And the page shows what stands now."""
    page, sank = page_on(Desk(library)), named(library, "sank")
    other.set_date(sank, "2025-08-19")
    answer = page("hide", sank)
    assert "meanwhile by Bob" in said(answer)
    assert not library.event(sank).hidden
    page("hide", sank)
    assert library.event(sank).hidden


def test_an_edit_on_something_else_is_no_matter(library: Library, other: Library) -> None:
    """Two people may work on two events at once."""
    page = page_on(Desk(library))
    other.set_title(named(other, "sank"), "The ferry sinks")
    page(f"title:{named(library, 'opened')}", "The bridge opens")
    assert {event.title for event in library.timeline.events} >= {"The ferry sinks", "The bridge opens"}


def test_several_processes_serve_one_tab(library: Library, other: Library) -> None:
    """Nothing that a view needs is in one of them alone: each action may be answered by another one."""
    desks, ids = (Desk(library), Desk(other)), {title: named(library, title) for title in ("sank", "reached")}
    view: dict[str, Any] | None = None
    steps: list[tuple[str, object]] = [
        ("open", {"search": ""}),
        ("select", ids["sank"]),
        ("edit", "title"),
        (f"title:{ids['sank']}", "The ferry sinks"),
        ("select", ids["reached"]),
        ("hide", ids["reached"]),
        ("undo", None),
        ("redo", None),
        ("history", ""),
    ]
    for n, (verb, arg) in enumerate(steps, 1):
        answer = turn(desks[n % 2], {"verb": verb, "arg": arg, "n": n}, view)
        view = answer["view"]
        assert view["problem"] is None, (verb, view["problem"])
    assert library.event(ids["sank"]).title == "The ferry sinks"
    assert other.event(ids["reached"]).hidden
    assert "The ferry sinks" in words(answer["parts"]["history"])


def test_two_tabs_on_a_saved_timeline_are_two_as_well() -> None:
    """It is no library, but no edit is lost in it either."""
    desk = Desk(Chronicle(ferry()))
    one, other = page_on(desk), page_on(desk)
    sank = next(event.id for event in desk.chronicle.events if event.title == "sank")
    one(f"title:{sank}", "First")
    assert "it was changed meanwhile" in said(other(f"title:{sank}", "Second"))
    assert desk.chronicle.event(sank).title == "First"


EDITS: list[tuple[str, object]] = [
    ("date:sank", "between 3 and 5 April 2025"),
    ("title:sank", "A title"),
    ("details:sank", {"actors": "Ann; Bob", "places": "Brenwick", "kind": "span", "status": "planned",
                      "standing": "disputed", "note": "Ask again.", "link": "https://example.org/a"}),
    ("unlink:sank", "https://example.org/a"),
    ("hide", "reached"),
    ("show", "reached"),
    ("reject", "summit"),
    ("publish", "2025-09-02"),
    ("unpublish", "article"),
    ("merge:sank", "reached"),
    ("split:sank", ""),
    ("split-off:sank", "1"),
    ("mark", "words"),
    ("add", {"title": "The town is shaken", "date": "May 2025"}),
    ("mark", None),
    ("add", {"title": "A meeting", "date": ""}),
]  # fmt: skip


def test_everything_can_be_done_undone_and_done_again(place: Path) -> None:
    """To the very beginning, by another opening of the same file, and byte for byte."""
    with open_library(place) as library:
        ids = {title: named(library, title) for title in ("sank", "reached", "summit")}
        article = library.event(ids["sank"]).article
        page, states = page_on(Desk(library, "all")), [saved.write(library.timeline)]
        for verb, arg in EDITS:
            name, _, title = verb.partition(":")
            subject = f":{ids[title]}" if title else ":" + article if name == "publish" else ""
            given: dict[str, object] = {"words": [article, 70, 92], "article": article, **ids}
            answer = page(name + subject, given.get(arg, arg) if isinstance(arg, str) else arg)
            assert answer["view"]["problem"] is None, (verb, answer["view"]["problem"])
            if name != "mark":
                states.append(saved.write(library.timeline))
        entries = len(library.history())
    assert len(set(states)) >= len(EDITS) - 4
    with open_library(place) as library:
        page = page_on(Desk(library, "all"))
        while library.can_undo:
            page("undo")
        assert library.timeline.events == ()
        assert "nothing to undo" in said(page("undo"))
        while library.can_redo:
            page("redo")
        assert saved.write(library.timeline) == states[-1]
        assert "nothing to do again" in said(page("redo"))
        assert len(library.history()) == entries


def test_marked_words_suggest_their_date(library: Library) -> None:
    """What of them names a time stands in the form."""
    page = page_on(Desk(library))
    article = library.articles[0]
    start = article.text.index("Divers")
    answer = page("mark", [article.id, start, article.text.index(", after")])
    form = words(answer["parts"]["detail"])
    assert "Divers reached it in April" in form
    assert '"value": "April"' in form or '"value": "in April"' in form
    answer = page("add", {"title": "Divers at the wreck", "date": "April 2025"})
    event = library.event(answer["view"]["selected"])
    assert (event.quote, event.when) == ("Divers reached it in April", "April 2025")


def test_the_text_stays_visible_beside_a_date_of_ones_own(library: Library) -> None:
    """And one click goes back to it."""
    page, sank = page_on(Desk(library)), named(library, "sank")
    said_before = library.event(sank).when
    page("select", sank)
    answer = page(f"date:{sank}", "3 April 2025")
    assert said_before in words(answer["parts"]["detail"])
    assert "Back to it" in words(answer["parts"]["detail"])
    answer = page(f"date:{sank}", "")
    assert library.event(sank).when == said_before
    assert "Back to it" not in words(answer["parts"]["detail"])


def test_the_history_tells_who_when_what_from_and_to(library: Library) -> None:
    """In words, the latest first; what was undone is marked."""
    page, sank = page_on(Desk(library)), named(library, "sank")
    page(f"title:{sank}", "The ferry sinks")
    page("hide", sank)
    page("undo")
    listed = words(page("history")["parts"]["history"])
    for part in (
        "Ann",
        "2025-08-20 10:00 UTC",
        "Title",
        "“sank”",
        "“The ferry sinks”",
        "Hidden",
        "undone",
        "Article added",
    ):
        assert part in listed, part
    assert listed.index("Hidden") < listed.index("Title") < listed.index("Article added")


def test_an_empty_library_greets(tmp_path: Path) -> None:
    """With three ways in, and nothing to export or to undo."""
    with open_library(tmp_path / "new.timeline") as library:
        answer = turn(Desk(library), {"verb": "open", "arg": {"search": ""}, "n": 1}, None)
        start, header = words(answer["parts"]["start"]), words(answer["parts"]["header"])
        for way in ("Paste an article", "Drop files", "Open the sample"):
            assert way in start
        assert "Undo" not in header
        assert "Export" not in header
        library.include(ferry())
        answer = turn(Desk(library), {"verb": "refresh", "n": 2}, answer["view"])
        assert answer["parts"]["start"] == []
        assert "Undo" in words(answer["parts"]["header"])


def test_an_event_of_several_articles_stands_once_with_all_their_words(tmp_path: Path) -> None:
    """One click parts one of them or all, one joins them; the other articles' sentences are marked as that event's."""
    with open_library(tmp_path / "case.timeline") as library:
        for make in (harbour, island, gazette):
            library.include(make())
        page = page_on(Desk(library, "all"))
        whole, count = next(event for event in library.events if tellings(event)), len(library.events)
        page("step", "1")
        detail = words(page("select", whole.id)["parts"]["detail"])
        sources = sources_of(library.timeline, whole)
        assert "Told by 3 articles" in detail
        assert all(source.quote in detail and source.when in detail for source in sources)
        others = [source for source in sources if source.event != whole.id]
        marked = {(one.id, one.article) for one in told_elsewhere(library.timeline.events)}
        assert {(whole.id, source.article) for source in others} <= marked
        assert "Told by 2 articles" in words(page(f"split:{whole.id}", others[0].event)["parts"]["detail"])
        assert len(library.events) == count + 1
        assert "Told by" not in words(page(f"split:{whole.id}", "")["parts"]["detail"])
        page(f"merge:{whole.id}", others[0].event)
        for _ in range(3):
            page("undo")
        assert [len(tellings(event)) for event in library.events if event.id == whole.id] == [3]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025-04~", "between March and May 2025"),
        ("<06/15/97", "by 15 June 1997"),
        ("07/??/97", "July 1997"),
        ("never", None),
    ],
)
def test_a_date_is_told_before_it_is_saved(library: Library, text: str, told: str | None) -> None:
    """In the words it will stand in; what is none is said to be none."""
    client = create_app(library).server.test_client()
    answer = client.get("/date", query_string={"text": text, "event": "x"}, headers={"Host": "localhost"}).get_json()
    if told is None:
        assert "names no date" in answer["fault"]
    else:
        assert told in answer["words"]
        assert len(answer["days"]) == 2
