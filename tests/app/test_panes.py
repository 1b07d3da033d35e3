"""The panes as pure functions, and the words on them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from plotly.utils import PlotlyJSONEncoder

from tests.app.fourteen import timeline, window
from tests.scene.examples import many
from timeline.app import drawing, ids
from timeline.app.desk import MOST_ROWS, Desk
from timeline.app.drawing import UNDATED
from timeline.app.layout import layout
from timeline.app.panes.header import title_of
from timeline.app.panes.question import questions
from timeline.app.panes.table import above, rows
from timeline.app.sentences import count, question
from timeline.app.state import LANES_BY, PageView
from timeline.chrono.bounds import Bounds, Range
from timeline.model.article import Article, replace_article
from timeline.model.event import Event, Kind, Offset
from timeline.model.original import Original
from timeline.model.span import Span
from timeline.scene.chronology import in_order
from timeline.scene.facts import dated_by_hand
from timeline.scene.said import provenance, sharpness
from timeline.workspace import Chronicle


def plain(part: object) -> str:
    """A part of the page as JSON."""
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False)


def event(bounds: Bounds, kind: Kind = Kind.DAY) -> Event:
    """An event of which only the date matters."""
    return Event("e", "a", "t", "q", Span(0, 1), Span(0, 1), kind=kind, bounds=bounds)


def test_every_id_is_on_the_page_once() -> None:
    """Callbacks find the parts they fill."""
    text = plain(layout())
    for name, value in vars(ids).items():
        if name.isupper():
            assert text.count(f'"id": "{value}"') == 1, name


@pytest.mark.parametrize(
    ("bounds", "says"),
    [
        (window("2025-04-03", "2025-04-03"), ""),
        (window("2025-04-01", "2025-04-30"), "some time in that month"),
        (window("2025-01-01", "2025-12-31"), "some day of that year"),
        (window("2025-04-01", "2025-05-02"), "one day of these"),
        (window("", "2025-05-02"), "one day, not later"),
        (window("2025-05-02", ""), "one day, not earlier"),
        (Bounds(), ""),
    ],
)
def test_how_sharp_a_date_is(bounds: Bounds, says: str) -> None:
    """The panel adds what a date in words leaves open."""
    assert sharpness(event(bounds)) == says


def test_the_question_credits_the_article_only_with_its_own_words() -> None:
    """Where known events narrow the publication day, the question says so."""
    article = Article("Text.", title="Headline")
    known = Range(739478 * 1440, 739616 * 1440)
    assert question(article, known, known)[0].endswith("its words allow")
    assert question(article, known, Range())[0].endswith("its words and known events allow")
    assert question(article, known, Range())[1] == "15 Aug – 31 Dec 2025"
    assert question(article, Range(), Range())[1] == ""
    assert "“Headline”" in question(article, known, known, several=True)[0]


def test_several_articles_are_asked_about_one_at_a_time() -> None:
    """One question, the rest follows; those that have their day are pills."""
    found = timeline()
    others = [replace_article(found.articles[0], id=name, title=name) for name in ("b", "c")]
    given = replace_article(others[1], given="text")
    many = replace(found, articles=(*found.articles, others[0], given))
    text = plain(questions(many, lambda _: Range(), PageView()))
    assert text.count("When was") == 1
    assert text.count("printed in the article") == 1
    left = plain(questions(many, lambda _: Range(), PageView(left_open=("force",))))
    assert "When was “b” published?" in left
    table = replace_article(others[0], original=Original("CSV table"))
    assert "When was" not in plain(questions(replace(found, articles=(table,)), lambda _: Range(), PageView()))


def test_titles_and_counts() -> None:
    """A timeline is called by its title, its only article, or how much it holds."""
    found = timeline()
    assert title_of(found) == "A European force for Ukraine, with US air power"
    assert title_of(replace(found, title=None, articles=found.articles * 2)) == "2 articles"
    assert title_of(replace(found, title=None, articles=())) == "Timeline"
    assert count(1, "event") == "1 event"
    assert count(1234, "event") == "1,234 events"


def test_where_a_date_comes_from() -> None:
    """Each source has its name, and an edit wins over all."""
    found = timeline()
    by_id = {one.id: one for one in found.events}
    assert provenance(by_id["visit"], ()) == "from the text"
    assert provenance(by_id["summit"], ()) == "from the text and a known event"
    assert provenance(event(Bounds()), ()) == "nothing dates it"
    chronicle = Chronicle(found)
    chronicle.set_date("visit", "3 April 2025")
    assert provenance(chronicle.event("visit"), dated_by_hand(chronicle.timeline)) == "date set by you"


def test_lanes_hold_every_event_once_and_colours_stay() -> None:
    """Switching a lane off leaves the colours of the others."""
    found = timeline()
    view = PageView(width=950)
    lanes = drawing.lanes_of(found, {})
    assert sorted(name for lane in lanes for name in lane.events) == sorted(one.id for one in found.events)
    fewer = replace(view, without=(lanes[0].key,))
    left = replace(found, events=tuple(one for one in found.events if one.id not in lanes[0].events))
    plan = drawing.planned(left, fewer, lanes, 900, part=True)
    scene = plan.page
    colours = {lane.key: lane.colour for lane in lanes}
    assert len(scene.lanes) == len(lanes) - 1
    for lane in scene.lanes:
        assert lane.colour == colours[lane.key]
        assert lane.title is None or lane.title.colour == lane.colour
    for mark in plan.marks:
        assert mark.glyph.colour == scene.lanes[mark.lane].colour


def test_lanes_are_those_of_the_scene_however_many_have_no_name() -> None:
    """Of more actors than there are lanes, with weighty events of nobody's: each event has its lane."""
    found = timeline()
    nobody = [replace(event, id=f"nobody-{event.id}", actors=(), weight=1.0) for event in found.events]
    many = [
        replace(event, id=f"{event.id}-{number}", actors=(f"Actor {number}",))
        for number in range(12)
        for event in found.events[: 1 + number % 3]
    ]
    full, view = replace(found, events=(*nobody, *many)), PageView(width=950)
    scene = drawing.whole(full, view)
    lanes = [lane for lane in drawing.lanes_of(full, {}) if lane.key != UNDATED]
    assert [lane.key for lane in lanes] == [lane.key for lane in scene.lanes]
    assert len(scene.lanes) < 8


@pytest.mark.parametrize("by", LANES_BY)
def test_lanes_have_the_colours_of_a_drawing_of_everything(by: str) -> None:
    """What is hidden included: they are known without drawing it."""
    found = timeline()
    few = replace(found, events=tuple(replace(one, hidden=one.id in ("plan", "summit")) for one in found.events))
    view = PageView(width=950, lanes_by=by)
    drawn = {lane.key: lane.colour for lane in drawing.whole(found, view).lanes}
    assert list(drawing.colours_of(few, view).items()) == list(drawn.items())
    assert drawing.colours_of(replace(found, events=()), view) == {}


def test_lanes_keep_their_colours_when_dates_change() -> None:
    """Setting the day or hiding an event may change the order of lanes, but not which colour means whom."""
    chronicle = Chronicle(timeline())
    desk, view = Desk(chronicle), PageView(width=950)
    before = {lane.key: lane.colour for lane in desk.lanes(view)}
    assert list(before.values()) == [0, 1, 2, 3, 4]
    chronicle.hide("plan")
    chronicle.hide("discuss")
    chronicle.set_published("2025-08-20")
    after = {lane.key: lane.colour for lane in desk.lanes(view)}
    assert list(after) != list(before)
    assert after == before


def test_the_strip_counts_every_event_that_has_a_place() -> None:
    """Its bars add up."""
    found = timeline()
    view = PageView(width=950)
    scene = drawing.whole(found, view)
    data = drawing.strip(found, scene, scene)
    assert sum(data["counts"]) == 14
    assert (data["first"], data["last"]) == (scene.first, scene.last)


def test_of_very_many_events_the_page_counts_all_and_lists_some() -> None:
    """Lanes and strip hold every event, the table the weightiest, and it says what is left out."""
    count = MOST_ROWS + 100
    found = many(count)
    desk, view = Desk(Chronicle(found), "all"), PageView(width=950)

    assert sum(lane.count for lane in desk.lanes(view)) == count
    assert UNDATED not in [lane.key for lane in desk.lanes(view)]
    assert sum(desk.strip(view)["counts"]) == count
    listed = desk.listed(view)
    assert (len(listed.events), listed.total) == (MOST_ROWS, count)
    lightest, held = min(one.weight for one in listed.events), {one.id for one in listed.events}
    assert all(one.weight <= lightest for one in found.events if one.id not in held)
    assert f"The {MOST_ROWS:,} weightiest of {count:,} events" in plain(above(listed))
    few = replace(view, search="harbour")
    assert desk.listed(few).total == len(desk.listed(few).events) == count // 5
    assert desk.left(view) is desk.seen(view)


def test_a_row_says_when_its_event_may_begin_and_whether_it_can_be_edited() -> None:
    """What has no earliest begin says None, for the table to put it last; without a year, days from publication."""
    known = event(Bounds(Range(60, 90), Range(90, 120)))
    dated = [known, event(Bounds.within(Range(None, 90))), event(Bounds())]
    relative = replace(event(Bounds()), offset=Offset((-3, None), (None, None)))
    found = rows([*dated, relative], timeline(), (), own=False)
    assert [one["begin"] for one in found] == [60, None, None, -3]
    assert not any(one["own"] for one in found)
    assert {one["colour"] for one in found} == {"lane--1"}


def test_a_drawing_keeps_to_its_room_where_it_can() -> None:
    """On a low screen the rows stand closer, so that the article stays in sight."""
    desk, view = Desk(Chronicle(timeline()), "all"), PageView(width=950)

    def tall(shown: PageView) -> float:
        return desk.plan(shown).page.height

    low = replace(view, room=400)
    assert tall(low) <= 400 < tall(view)
    assert tall(replace(low, window=(739000.0, 739300.0))) == tall(low)
    assert tall(replace(view, search="visit")) < 200


def test_events_without_a_date_come_last() -> None:
    """What is dated only from publication stands between the dated and the unknown."""
    found = timeline()
    visit, plan, election, fox = (
        next(e for e in found.events if e.id == name) for name in ("visit", "plan", "election", "fox")
    )
    relative = replace(fox, bounds=Bounds(), offset=Offset((None, 0), (None, 0)))
    unknown = replace(visit, id="unknown", bounds=Bounds())
    order = in_order([unknown, relative, visit, election, plan])
    assert [event.id for event in order] == ["plan", "election", "visit", "fox", "unknown"]


def test_an_empty_timeline_opens() -> None:
    """No article, no event: the page says so instead of breaking."""
    from timeline.app.callbacks import turn
    from timeline.model.timeline import Timeline

    answer = turn(Desk(Chronicle(Timeline())), {"verb": "open", "arg": {}, "n": 1}, None)
    assert "Timeline" in plain(answer["parts"]["header"])
    assert answer["view"]["selected"] is None
