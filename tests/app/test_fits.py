"""What does not fit together is shown with the words of both sides, and each can be found in the article."""

from __future__ import annotations

import json
from dataclasses import replace

from plotly.utils import PlotlyJSONEncoder

from tests.workspace.cases import harbour, island
from timeline.app.callbacks import turn
from timeline.app.desk import Desk
from timeline.app.fits import Misfit, Said, misfits, place_of, places
from timeline.app.marks import paragraphs
from timeline.app.page import _make_hidden
from timeline.app.panes.fits import fits, summary
from timeline.app.state import PageView
from timeline.chrono.bounds import Bounds, Range
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import (
    Calendar,
    Conflict,
    Distance,
    Point,
    Reason,
    Statement,
    Stratum,
    Within,
    publication,
)
from timeline.model.timeline import Timeline
from timeline.workspace import Chronicle

TEXT = "The ferry sank in May, before the pier was built in March. A crowd watched."
DAY = Range(1_064_302_560, 1_064_303_999)


def span(words: str) -> Span:
    """Where the words stand."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def told(event: str, words: str, says: str, stratum: Stratum = Stratum.TEXT) -> Statement:
    """A statement about an event that rests on some words."""
    return Statement(Within(event, Bounds()), stratum, Reason("rule", stratum, says, words, span(words), "a"))


BEFORE = Statement(
    Distance(Point("ferry", "end"), Point("pier", "begin")),
    Stratum.TEXT,
    Reason("connective", Stratum.TEXT, "“before the pier was built” puts it first", "before", span("before"), "a"),
)
MAY = told("ferry", "in May", "“in May” names the time")
MARCH = told("pier", "in March", "The month is named")
SET = Statement(
    Within(publication("a"), Bounds.within(DAY)),
    Stratum.EDIT,
    Reason("your edit", Stratum.EDIT, "The publication day was set by you"),
)
FERRY = Event("ferry", "a", "Ferry sinks", "The ferry sank", span("The ferry sank"), span("sank"))
PIER = Event("pier", "a", "Pier built", "the pier was built", span("the pier was built"), span("built"))


def timeline(*conflicts: Conflict) -> Timeline:
    """Two events of one article with these conflicts."""
    return Timeline((Article(TEXT, id="a", title="Ferry"),), (FERRY, PIER), conflicts=conflicts)


def plain(part: object) -> str:
    """A part of the page as JSON."""
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False)


def test_both_sides_have_their_words_and_their_places() -> None:
    """What was set aside, about which event, and everything that stands against it."""
    [found] = misfits(timeline(Conflict(BEFORE, (MAY, MARCH))))
    assert (found.about, found.event) == ("Ferry sinks", "ferry")
    assert found.set_aside.place == place_of("a", span("before"))
    assert [one.words for one in found.against] == ["in May", "in March"]
    assert places([found]) == {"a": (span("before"), span("in May"), span("in March"))}
    text = plain(fits([found], []))
    for words in ("before", "in May", "in March"):
        assert f'"data-arg": "{place_of("a", span(words))}"' in text


def test_the_quoted_words_are_the_link() -> None:
    """Where the sentence quotes none, they follow it; what is written nowhere has none."""
    text = plain(fits(misfits(timeline(Conflict(BEFORE, (MAY, MARCH, SET)))), []))
    assert '"“before the pier was built”"' in text
    assert '"The month is named", " ("' in text
    assert "The publication day was set by you: 1 Aug 2024" in text
    assert text.count('"data-act": "goto"') == 3


def test_a_weekday_that_the_date_does_not_have_is_named() -> None:
    """Which weekday the day had, so that the slip can be seen."""
    day = Bounds.within(DAY)  # 1 August 2024, a Thursday
    reason = Reason("weekday", Stratum.TEXT, "“in May” names a weekday with its date", "in May", span("in May"), "a")
    slip = Conflict(Statement(Calendar("ferry", weekday=0), Stratum.TEXT, reason), (MAY,))
    dated = replace(FERRY, bounds=day, when="1 August 2024, the Thursday before publication")
    [found] = misfits(replace(timeline(slip), events=(dated, PIER)))
    assert found.set_aside.sentence == "“in May” names a Monday, but 1 August 2024 was a Thursday"
    [vague] = misfits(timeline(slip))
    assert vague.set_aside.sentence == reason.says


def test_what_is_only_usual_gives_way_silently() -> None:
    """A default that something stated overrides is no contradiction."""
    usual = replace(MAY, stratum=Stratum.USUAL)
    assert misfits(timeline(Conflict(usual, (MARCH,)))) == ()
    assert len(misfits(timeline(Conflict(BEFORE, (MAY,)), Conflict(BEFORE, (MAY,))))) == 1


def test_one_sentence_says_how_much_does_not_fit() -> None:
    """The user's own publication day stands, and the sentence says so."""
    side = Said("“in May” names the time", "in May", "a", span("in May"))
    one = Misfit("Ferry sinks", "ferry", side, (side,))
    yours = replace(one, against=(replace(side, by_user=True),))
    assert summary([one]) == "1 statement does not fit what else is told, and is set aside."
    assert summary([one, one]) == "2 statements do not fit what else is told, and are set aside."
    both = "2 statements do not fit what else is told, and are set aside; 1 of them for the publication day you set."
    assert summary([one, yours]) == both
    assert summary([yours]) == "The publication day you set stands; 1 statement does not fit it."
    date = replace(one, against=(replace(side, by_edit=True),))
    assert summary([date, yours]) == "What you set stands; 2 statements do not fit it."
    assert fits([], []) == []


def test_the_article_keeps_the_places() -> None:
    """The pieces of the text put the words together again, overlapping ones too."""
    clashes = (span("before"), span("before the pier"), span("in March"))
    [block] = paragraphs(timeline().articles[0], (FERRY, PIER), {span("in March"): ""}, clashes)
    assert "".join(piece.text for piece in block.pieces) == TEXT
    for clash in clashes:
        assert "".join(piece.text for piece in block.pieces if clash in piece.clash) == clash.of(TEXT)
    assert [piece.text for piece in block.pieces if piece.time] == ["in March"]


def test_articles_that_contradict_each_other_are_named() -> None:
    """Both events, each a way to it."""
    monday = replace(FERRY, when="4 March 2024", extra={"disagrees": [{"event": "pier", "about": "when"}]})
    tuesday = replace(PIER, when="5 March 2024", extra={"disagrees": [{"event": "ferry", "about": "when"}]})
    desk = Desk(Chronicle(replace(timeline(), events=(monday, tuesday))))
    answer = turn(desk, {"verb": "open", "arg": {}, "n": 1}, None)
    shown = plain(answer["parts"]["fits"])

    assert shown.count("Told of different days") == 1
    assert "1 event is told otherwise by another article; both stand." in shown
    assert "Ferry sinks" in shown
    assert "(5 March 2024)" in shown


def test_conflicts_and_notes_stand_on_the_page() -> None:
    """Each is said once, and of several articles with the name of the one."""
    desk = Desk(Chronicle(timeline(Conflict(BEFORE, (MAY, MARCH)))))
    answer = turn(desk, {"verb": "open", "arg": {}, "n": 1}, None)
    shown = plain(answer["parts"]["fits"])
    assert shown.count("Set aside") == 1
    assert "Note:" not in shown
    other = Article("Nothing here tells of anything.", id="b", title="Leaflet")
    both = replace(timeline(), articles=(*timeline().articles, other))
    assert Desk(Chronicle(both)).notes() == ["Leaflet: no event was found in it."]
    assert Desk(Chronicle(replace(both, articles=(other,)))).notes() == ["Note: no event was found in it."]


def test_tellings_of_one_event_are_not_hidden_events() -> None:
    """Another article's event stands for them: the table does not offer them, and no lane's colour hangs on them."""
    work = Chronicle(harbour())
    work.group()
    work.include(island())
    desk = Desk(work)
    view = PageView(tab="events", lanes_by="article")
    [event] = [one for one in work.timeline.events if one.hidden]

    assert event.merged is not None
    assert _make_hidden(desk, view) == []
    assert desk.colours(view) == {lane.key: lane.colour for lane in desk.whole(view).lanes}
