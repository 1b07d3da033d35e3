"""What laws are tried on, drawn at random: days, ranges, bounds, expression trees, events, statements, timelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from timeline.chrono import expressions as ex
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import FIRST_DAY, FIRST_MOMENT, LAST_DAY, LAST_MOMENT, day_number, last_of, start_of
from timeline.chrono.granularity import Granularity
from timeline.chrono.interval import Interval
from timeline.chrono.vague import GRAIN, PARTS, SLACK
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Mention, Status
from timeline.model.span import Span
from timeline.model.statement import Calendar, Denotes, Distance, Point, Reason, Statement, Stratum, Within, publication
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

# --- time ---------------------------------------------------------------------------------------

days = st.integers(FIRST_DAY, LAST_DAY)
moments = st.integers(FIRST_MOMENT, LAST_MOMENT)
# The years news is about: where trees are tried hardest, and where no calendar ends.
recent_days = st.integers(day_number(1900), day_number(2100))
recent_moments = recent_days.flatmap(lambda day: st.integers(start_of(day), last_of(day)))
units = st.sampled_from(Granularity)
kinds = st.sampled_from(["day", "span"])


@st.composite
def intervals(draw: st.DrawFn, of: st.SearchStrategy[int] = moments) -> Interval:
    """A stretch of at least a minute inside the calendar."""
    one, other = draw(of), draw(of)
    return Interval(min(one, other), max(one, other) + 1)


@st.composite
def day_intervals(draw: st.DrawFn, of: st.SearchStrategy[int] = recent_days) -> Interval:
    """A stretch of whole days."""
    one, other = draw(of), draw(of)
    return Interval.days(min(one, other), max(one, other))


@st.composite
def known_ranges(draw: st.DrawFn, of: st.SearchStrategy[int] = moments) -> Range:
    """A range closed on both sides, with a moment in it."""
    one, other = draw(of), draw(of)
    return Range(min(one, other), max(one, other))


@st.composite
def ranges(draw: st.DrawFn, of: st.SearchStrategy[int] = moments) -> Range:
    """A range with a moment in it, open on any side."""
    found = draw(known_ranges(of))
    return Range(draw(st.sampled_from([None, found.earliest])), draw(st.sampled_from([None, found.latest])))


@st.composite
def day_ranges(draw: st.DrawFn, of: st.SearchStrategy[int] = recent_days) -> Range:
    """A range of whole days, open on any side."""
    one, other = draw(of), draw(of)
    first, last = start_of(min(one, other)), last_of(max(one, other))
    return Range(draw(st.sampled_from([None, first])), draw(st.sampled_from([None, last])))


def bounds(each: st.SearchStrategy[Range] | None = None) -> st.SearchStrategy[Bounds]:
    """Begin and end that leave each other a moment."""
    of = ranges() if each is None else each
    return st.builds(Bounds, of, of).map(lambda found: found.ordered).filter(lambda found: not found.empty)


# --- expression trees ---------------------------------------------------------------------------

_weekdays = st.builds(ex.Weekday, st.integers(0, 6))
_months = st.builds(ex.Month, st.integers(1, 12))
_year_days = st.builds(ex.MonthDay, st.integers(1, 12), st.integers(1, 31))
_feasts = st.builds(ex.Easter, st.integers(-47, 60), st.booleans())
_nth_weekdays = st.builds(
    lambda number, day, month: ex.Nth(number, day, ex.Within(month, ex.This(Granularity.YEAR))),
    st.sampled_from([-1, 1, 2, 3, 4, 5]),
    _weekdays,
    _months,
)
patterns: st.SearchStrategy[ex.Repeating] = st.one_of(
    _weekdays,
    _months,
    _year_days,
    st.builds(ex.Season, st.integers(1, 4)),
    st.builds(ex.Months, st.integers(1, 12), st.integers(1, 12)),
    st.builds(ex.DayOfMonth, st.integers(1, 31)),
    st.builds(ex.Each, units),
    st.builds(ex.EveryYear, _feasts | _nth_weekdays),
)
_counts = st.integers(-30, 30)
_amounts = st.integers(0, 30)

simple_trees: st.SearchStrategy[ex.Tree] = st.one_of(
    st.builds(ex.This, units),
    st.builds(ex.Shift, units, _counts),
    st.builds(ex.Last, patterns, st.integers(0, 2)),
    st.builds(ex.Next, patterns, st.integers(0, 2)),
    st.builds(ex.Ago, _amounts, units),
    st.builds(ex.Ahead, _amounts, units),
    _feasts,
    st.builds(ex.Fixed, day_intervals()),
)


def _larger(inner: st.SearchStrategy[ex.Tree]) -> st.SearchStrategy[ex.Tree]:
    minutes = st.tuples(st.integers(0, 1439), st.integers(1, 1440))
    return st.one_of(
        st.builds(ex.Within, patterns, inner),
        st.builds(ex.Nth, st.sampled_from([-3, -2, -1, 1, 2, 3, 5]), patterns, inner),
        st.builds(ex.WeekOf, st.sampled_from([-2, -1, 1, 2, 4]), inner),
        st.builds(ex.UpTo, inner),
        st.builds(ex.From, inner),
        st.builds(ex.Before, inner),
        st.builds(ex.After, inner),
        st.builds(ex.Span, inner, inner),
        st.builds(ex.Relative, inner, inner),
        st.builds(ex.Either, inner, inner),
        st.builds(ex.Around, inner, st.sampled_from(list(SLACK)), st.sampled_from(["both", "earlier", "later"])),
        st.builds(ex.Part, inner, st.sampled_from(list(PARTS)), st.sampled_from(list(GRAIN))),
        st.builds(lambda whole, ends: ex.TimeOfDay(whole, ends[0], sum(ends)), inner, minutes),
    )


trees: st.SearchStrategy[ex.Tree] = st.recursive(simple_trees, _larger, max_leaves=3)

# --- what timelines are made of -----------------------------------------------------------------

words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=20)
near_days = st.integers(day_number(2020), day_number(2030))
reasons = st.builds(Reason, rule=words, stratum=st.sampled_from(Stratum), says=words, text=words)


@st.composite
def articles(draw: st.DrawFn, article_id: str | None = None) -> Article:
    """An article of a few words whose publication day may be open."""
    return Article(draw(words), draw(day_ranges(near_days)), draw(st.none() | words), id=article_id)


@st.composite
def events(draw: st.DrawFn, event_id: str, article: Article) -> Event:
    """An event that quotes its article."""
    length = len(article.text)
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start + 1, length))
    span, head = Span(start, end), Span(start, start + 1)
    quote = span.of(article.text)
    return Event(
        id=event_id,
        article=article.id,
        title=draw(words),
        quote=quote,
        span=span,
        head=head,
        mentions=(Mention(quote, span, head),),
        kind=draw(st.sampled_from(Kind)),
        status=draw(st.sampled_from(Status)),
        weight=draw(st.floats(0, 1)),
        actors=tuple(draw(st.lists(words, max_size=2))),
        bounds=draw(bounds(day_ranges(near_days))),
    )


def constraints(subjects: Sequence[str]) -> st.SearchStrategy[Within | Denotes | Distance | Calendar]:
    """A constraint on one or two of these subjects."""
    subject = st.sampled_from(subjects)
    points = st.builds(Point, subject, st.sampled_from(["begin", "end"]))
    return st.one_of(
        st.builds(Within, subject, bounds(day_ranges(near_days))),
        st.builds(Denotes, subject, simple_trees, points, st.sampled_from(["both", "begin", "end", "exact"])),
        st.builds(Distance, points, points, st.integers(-40, 40), st.none()),
        st.builds(Distance, points, points, st.none(), st.integers(-40, 40)),
        st.builds(Calendar, subject, weekday=st.integers(0, 6)),
        st.builds(Calendar, subject, month=st.integers(1, 12), day=st.none() | st.integers(1, 28)),
    )


@st.composite
def statements(draw: st.DrawFn, subjects: Sequence[str]) -> Statement:
    """A statement on one or two of these subjects, with its reason."""
    return Statement(draw(constraints(subjects)), draw(st.sampled_from(Stratum)), draw(reasons))


@st.composite
def timelines(draw: st.DrawFn, most: int = 6) -> Timeline:
    """One article, a few events in it, and statements about them."""
    article = draw(articles("a1"))
    found = [draw(events(f"e{number}", article)) for number in range(draw(st.integers(0, most)))]
    subjects = [publication(article.id), *(event.id for event in found)]
    stated = draw(st.lists(statements(subjects), max_size=most))
    return Timeline((article,), tuple(found), tuple(stated), title=draw(st.none() | words))
