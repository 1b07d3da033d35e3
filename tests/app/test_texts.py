"""What is read beside the drawing: which articles, and which time their words name."""

from __future__ import annotations

import json
from dataclasses import replace

from plotly.utils import PlotlyJSONEncoder

from tests.app.fourteen import window
from timeline.app.callbacks import turn
from timeline.app.desk import Desk
from timeline.app.resolved import alone, resolved
from timeline.app.texts import MOST, in_part, texts
from timeline.chrono.bounds import Range
from timeline.chrono.expressions import Last, Month, Tree, Weekday
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.statement import Denotes, Point, Reason, Statement, Stratum, Within, publication
from timeline.model.timeline import Timeline
from timeline.workspace import Chronicle

SAID = "The pier was sold in April, on a Tuesday, and burnt on 5 May 2019."
ARTICLE = Article(SAID, id="a", title="Pier", published=Range())


def span(words: str) -> Span:
    """Where some words stand."""
    return Span(SAID.index(words), SAID.index(words) + len(words))


def event(name: str, article: str, at: int = 0) -> Event:
    """An event told at a place of an article."""
    return Event(
        name, article, name, "q", Span(at, at + 1), Span(at, at + 1), bounds=window("2020-01-01", "2020-01-01")
    )


def denoting(words: str, tree: Tree, anchor: str) -> Statement:
    """What some words say of an event, counted from a day of publication or another event."""
    reason = Reason("time expression", Stratum.TEXT, text=words, span=span(words), article="a")
    return Statement(Denotes("e", tree, Point(anchor, "begin")), Stratum.TEXT, reason)


def test_words_name_their_time_by_themselves_or_as_they_are_read() -> None:
    """A date of its own; else what is stated of an event by the same words; else nothing."""
    times = alone(ARTICLE)
    assert times[span("5 May 2019")] == "5 May 2019"
    assert times[span("April")] == ""
    statements = (
        denoting("in April", Last(Month(4)), publication("a")),
        denoting("Tuesday", Last(Weekday(1)), publication("a")),
    )
    day = replace(ARTICLE, published=window("2020-08-15", "2020-08-15").window)
    known = resolved(day, times, Timeline((day,), (), statements))
    assert known[span("April")] == "April 2020"
    assert known[span("Tuesday")] == "11 August 2020"
    assert known[span("5 May 2019")] == "5 May 2019"


def test_words_that_hang_on_an_unknown_day_are_told_by_it() -> None:
    """With the days that are possible, where some are."""
    statements = (denoting("Tuesday", Last(Weekday(1)), publication("a")),)
    times = {span("Tuesday"): ""}
    assert resolved(ARTICLE, times, Timeline((ARTICLE,), (), statements)) == {
        span("Tuesday"): "the Tuesday before publication"
    }
    some = replace(ARTICLE, published=window("2020-08-15", "2020-12-31").window)
    assert resolved(some, times, Timeline((some,), (), statements)) == {
        span("Tuesday"): "the Tuesday before publication, between 11 August and 29 December 2020"
    }


def test_a_day_that_somebody_stated_is_that_of_its_words() -> None:
    """And words of another article say nothing here."""
    reason = Reason("printed day", Stratum.TEXT, text="April", span=span("April"), article="a")
    stated = Statement(Within("e", window("2018-04-02", "2018-04-02")), Stratum.TEXT, reason)
    found = Timeline((ARTICLE,), (), (stated,))
    assert resolved(ARTICLE, {span("April"): ""}, found) == {span("April"): "2 April 2018"}
    other = replace(stated, reason=replace(reason, article="b"))
    assert resolved(ARTICLE, {span("April"): ""}, replace(found, statements=(other,))) == {span("April"): ""}


def test_few_articles_are_read_together_and_of_many_one_at_a_time() -> None:
    """With the first events of the articles before and after it that tell any."""
    short = [Article("x" * 10, id=name) for name in "abcd"]
    assert texts(short, [], None).articles == tuple(short)
    assert texts(short, [], None).total == 0
    long = [Article(name * MOST, id=name) for name in "abcd"]
    assert in_part(long)
    assert not in_part(long[:1])
    events = [event("a2", "a", 7), event("a1", "a", 3), event("d1", "d")]
    found = texts(long, events, "c")
    assert [one.id for one in found.articles] == ["c"]
    assert (found.number, found.total, found.before, found.after) == (3, 4, "a1", "d1")
    assert texts(long, events[2:], None).number == 4
    assert texts(long, [], "gone").number == 1


def test_another_article_is_read_when_one_of_its_events_is_selected() -> None:
    """And the text is not drawn anew while the article stays the same."""
    articles = tuple(Article(name * MOST, id=name, title=f"Title {name}") for name in "ab")
    events = (event("a1", "a"), event("a2", "a", 5), event("b1", "b"))
    desk = Desk(Chronicle(Timeline(articles, events)))
    first = turn(desk, {"verb": "open", "arg": {"search": "?event=a1"}, "n": 1}, None)
    text = json.dumps(first["parts"]["article"], cls=PlotlyJSONEncoder)
    assert "Article 1 of 2" in text
    assert "Title b" not in text
    same = turn(desk, {"verb": "select", "arg": "a2", "n": 2}, first["view"])
    assert "Article" not in json.dumps(same["parts"]["article"], cls=PlotlyJSONEncoder, default=str)
    other = turn(desk, {"verb": "select", "arg": "b1", "n": 3}, same["view"])
    assert "Article 2 of 2" in json.dumps(other["parts"]["article"], cls=PlotlyJSONEncoder)
