"""Worlds in which the true days are known: events, publications, and statements drawn from what really happened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.chrono import expressions as ex
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import civil, day_number, day_of, last_of, start_of, weekday
from timeline.chrono.granularity import Granularity
from timeline.model.article import Article
from timeline.model.event import Event, Kind
from timeline.model.span import Span
from timeline.model.statement import (
    Calendar,
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

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from timeline.model.statement import Constraint

_UNITS = (Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR)


@dataclass(frozen=True)
class World:
    """True begin and end of each subject, as moments, and what kind of thing each is."""

    times: dict[str, tuple[int, int]]
    kinds: dict[str, Kind]
    articles: tuple[str, ...]

    def timeline(self, statements: Iterable[Statement]) -> Timeline:
        """What a reader would have who was told these statements."""
        articles = tuple(Article(name, id=name) for name in self.articles)
        of = {name: self.articles[place % len(self.articles)] for place, name in enumerate(self.kinds)}
        events = tuple(
            Event(name, of[name], f"event {name}", "", Span(0, 1), Span(0, 1), kind=kind)
            for name, kind in self.kinds.items()
        )
        return Timeline(articles, events, tuple(statements))

    def moment(self, point: Point) -> int:
        """When a point really is."""
        return self.times[point.subject][point.side == "end"]

    def _in_turn(self, distance: Distance) -> bool:
        """What comes first by the same side does so in moments, and what is over before another begins is over."""
        one_day = distance.least == distance.most == 0
        events = {distance.earlier.subject, distance.later.subject} & set(self.kinds)
        if distance.least is None or distance.least < 0 or one_day or len(events) < 2:
            return True
        first, second = self.moment(distance.earlier), self.moment(distance.later)
        sides = distance.earlier.side, distance.later.side
        return first < second if sides == ("end", "begin") else sides[0] != sides[1] or first <= second

    def holds(self, constraint: Constraint) -> bool:
        """The constraint is true here."""
        if isinstance(constraint, Distance):
            days = day_of(self.moment(constraint.later)) - day_of(self.moment(constraint.earlier))
            least, most = constraint.least, constraint.most
            return (least is None or least <= days) and (most is None or days <= most) and self._in_turn(constraint)
        begin, end = self.times[constraint.subject]
        if isinstance(constraint, Within):
            bounds = constraint.bounds
            return bounds.begin.contains(Range(begin, begin)) and bounds.end.contains(Range(end, end))
        if isinstance(constraint, Calendar):
            day = civil(day_of(begin))
            return (
                constraint.weekday in (None, weekday(day_of(begin)))
                and constraint.month in (None, day.month)
                and constraint.day in (None, day.day)
            )
        found = constraint.tree.at(0 if constraint.anchor is None else self.moment(constraint.anchor))
        if found is None:
            return False
        if constraint.ends == "exact":
            return day_of(begin) == found.first_day and day_of(end) == found.last_day
        after = {"both": begin, "begin": begin, "end": end, "after": begin}.get(constraint.ends)
        before = {"both": end, "begin": begin, "end": end, "before": end}.get(constraint.ends)
        return (after is None or found.start <= after) and (before is None or before < found.end)


def world(random: Random, events: int = 6, articles: int = 1) -> World:
    """A few events over some years, most of them of one day, told in one or more articles."""
    middle = day_number(random.choice((1815, 1999, 2024, 2025)), random.randint(1, 12))
    spread = random.choice((5, 40, 800))
    kinds = {f"e{n}": random.choice((Kind.DAY, Kind.DAY, Kind.SPAN)) for n in range(events)}
    times = {}
    for name, kind in kinds.items():
        begin = start_of(middle + random.randint(-spread, spread)) + random.randrange(1440)
        last = last_of(day_of(begin) + (0 if kind is Kind.DAY else random.randint(0, spread)))
        times[name] = (begin, random.randint(begin, last))
    names = tuple(f"a{n}" for n in range(articles))
    for name in names:
        moment = start_of(middle + random.randint(0, spread)) + random.randrange(1440)
        times[publication(name)] = (moment, moment)
    return World(times, kinds, names)


def truths(random: Random, of: World, count: int) -> list[Statement]:
    """So many true statements of every form, of the stratum *text*."""
    found: list[Statement] = []
    while len(found) < count:
        constraint = _constraint(random, of)
        if of.holds(constraint):
            found.append(stated(constraint))
    return found


def falsehoods(random: Random, of: World, count: int, strata: tuple[Stratum, ...]) -> list[Statement]:
    """So many false statements of these strata."""
    found: list[Statement] = []
    while len(found) < count:
        constraint = _constraint(random, of)
        if isinstance(constraint, Within) and random.random() < 0.5:
            shift = random.choice((-400, -3, 5, 700)) * 1440
            bounds = constraint.bounds
            constraint = replace(constraint, bounds=Bounds(_moved(bounds.begin, shift), _moved(bounds.end, shift)))
        if not of.holds(constraint):
            found.append(stated(constraint, random.choice(strata)))
    return found


def stated(constraint: Constraint, stratum: Stratum = Stratum.TEXT, says: str | None = None) -> Statement:
    """A statement with a reason that tells it from others."""
    landmark = "known" if stratum is Stratum.LANDMARK else None
    return Statement(constraint, stratum, Reason("test", stratum, says or f"because {constraint}"), landmark)


def _constraint(random: Random, of: World) -> Constraint:
    return random.choice((_within, _denotes, _denotes, _distance, _distance, _calendar))(random, of)


def _within(random: Random, of: World) -> Constraint:
    subject = random.choice(list(of.times))
    begin, end = of.times[subject]
    return Within(subject, Bounds(_around(random, begin), _around(random, end)))


def _around(random: Random, moment: int) -> Range:
    earliest = start_of(day_of(moment) - random.choice((0, 0, 3, 40)))
    latest = last_of(day_of(moment) + random.choice((0, 0, 3, 40)))
    return Range(random.choice((None, earliest)), random.choice((None, latest)))


def _denotes(random: Random, of: World) -> Constraint:
    subject, anchor = random.sample(list(of.times), 2)
    ends = random.choice(("both", "both", "both", "begin", "end", "exact", "before", "after"))
    moment = of.times[subject][0]
    return Denotes(subject, _tree(random, moment, of.times[anchor][0]), Point(anchor, "begin"), ends)


def _tree(random: Random, moment: int, anchor: int) -> ex.Tree:
    """A tree that often names a time about *moment*."""
    day = civil(day_of(moment))
    pattern = random.choice(
        (
            ex.Weekday(weekday(day_of(moment))),
            ex.Month(day.month),
            ex.MonthDay(day.month, day.day),
            ex.Season(1 + (day.month // 3 + 3) % 4),
        )
    )
    unit = random.choice(_UNITS)
    days = day_of(moment) - day_of(anchor)
    count = round(days / (unit.minutes / 1440))
    return random.choice(
        (
            ex.Last(pattern),
            ex.Next(pattern),
            ex.This(unit),
            ex.Shift(unit, count),
            ex.UpTo(ex.This(unit)),
            ex.From(ex.This(unit)),
            ex.Within(pattern, ex.Shift(Granularity.YEAR, day.year - civil(day_of(anchor)).year)),
            ex.Ago(-count, unit) if count < 0 else ex.Ahead(count, unit),
            ex.Span(ex.Shift(unit, min(count, 0)), ex.This(unit)),
            ex.Before(ex.This(unit)),
            ex.After(ex.Shift(unit, count)),
        )
    )


def _distance(random: Random, of: World) -> Constraint:
    one, other = random.sample(list(of.times), 2)
    earlier, later = (Point(name, random.choice(("begin", "end"))) for name in (one, other))
    days = day_of(of.moment(later)) - day_of(of.moment(earlier))
    if days < 0:
        earlier, later, days = later, earlier, -days
    least = random.choice((0, 0, days, max(0, days - 3)))
    return Distance(earlier, later, least, random.choice((None, None, days, days + 2)))


def _calendar(random: Random, of: World) -> Constraint:
    subject = random.choice(list(of.times))
    day = day_of(of.times[subject][0])
    found = civil(day)
    return Calendar(
        subject,
        random.choice((None, weekday(day))),
        random.choice((None, found.month)),
        random.choice((None, found.day)),
    )


def _moved(window: Range, minutes: int) -> Range:
    return Range(
        None if window.earliest is None else window.earliest + minutes,
        None if window.latest is None else window.latest + minutes,
    )
