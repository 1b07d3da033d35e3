"""A timeline of fourteen events made by hand: what the page's tests look at without any language processing."""

from __future__ import annotations

from dataclasses import replace

from timeline._files import data
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import last_of, start_of
from timeline.chrono.iso import parse_day
from timeline.model.article import Article
from timeline.model.event import Event, Mention, Status
from timeline.model.span import Span
from timeline.model.statement import Distance, Point, Reason, Statement, Stratum, Within, publication
from timeline.model.timeline import Timeline

TITLES = """
offer    | Trump offers air power, rules out ground troops
summit   | Trump–Putin summit in Alaska
order    | Trump asks Gen. Caine for options
reject   | Zakharova rejects NATO troops in Ukraine
fox      | Trump to Fox: Europeans will put people on the ground
alert    | NATO says it put its air defences on alert
rubio    | Rubio to work on guarantees with Europeans
plan     | UK and France draw up a plan for a force
election | Trump re-elected
office   | Zelensky–Trump confrontation, Oval Office
refuse   | Germany and Italy refuse to send troops
discuss  | UK and France begin to discuss a smaller force
could    | French officials: Paris could send 3,000–5,000 troops
visit    | British and French officers visit Ukraine
"""
TOLD = """
offer    | United States    | said          | The United States is prepared … said on Tuesday
summit   | United States    | summit        | his summit … in Alaska
order    | United States    | ordered       | After his summit … a Western official said
reject   | Russia           | told          | Moscow rejects … told reporters on Tuesday
fox      | United States    | said          | In an interview … on the ground
alert    | NATO             | announced     | NATO, uneasy … defences on alert
rubio    | United States    | begin         | Secretary of State … on the guarantees
plan     | Britain & France | drew          | British and French officials … re-election
election | United States    | re-election   | Trump's … re-election
office   | United States    | confrontation | Volodymyr … earlier this year
refuse   | Germany, Italy   | refused       | Germany and Italy … send troops
discuss  | Britain & France | began         | Britain and France then … thousand soldiers
could    | Britain & France | said          | French officials have … 5,000 soldiers
visit    | Britain & France | visited       | British and French officers … study the options
"""
DATES = """
offer    | 2025-08-12 | 2025-12-30 | happened |
summit   | 2025-08-15 | 2025-08-15 | happened | alaska-summit
order    | 2025-08-15 | 2025-12-31 | reported |
reject   | 2025-08-12 | 2025-12-30 | happened |
fox      |            | 2025-12-31 | happened |
alert    | 2025-08-12 | 2025-12-30 | happened |
rubio    | 2025-08-15 |            | planned  |
plan     |            | 2024-11-05 | happened |
election | 2024-11-05 | 2024-11-05 | happened | us-election-2024
office   | 2025-02-28 | 2025-02-28 | happened | oval-office
refuse   |            | 2025-12-31 | happened |
discuss  | 2025-02-28 | 2025-12-31 | happened |
could    |            | 2025-12-31 | happened |
visit    | 2025-04-01 | 2025-04-30 | happened |
"""


def rows(table: str) -> dict[str, list[str]]:
    """A table's rows by their first column."""
    cells = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return {first: rest for first, *rest in cells}


def text() -> str:
    """The sample article."""
    return data("articles", "european-force.txt").read_text("utf-8")


def window(earliest: str, latest: str) -> Bounds:
    """One day within these ISO days; empty is open."""
    return Bounds.within(
        Range(start_of(parse_day(earliest)) if earliest else None, last_of(parse_day(latest)) if latest else None)
    )


def timeline() -> Timeline:
    """The fourteen events with their dates, the publication day left open."""
    article = Article(
        text(),
        window("2025-08-15", "2025-12-31").window,
        title="A European force for Ukraine, with US air power",
        id="force",
    )
    events = tuple(_event(name, title, article.text) for name, (title,) in rows(TITLES).items())
    statements = [_dated(event) for event in events]
    statements += [_past(event) for event in events if event.status is not Status.PLANNED]
    return Timeline(articles=(article,), events=events, statements=tuple(statements), title=article.title)


def _event(name: str, title: str, words: str) -> Event:
    lane, head, told = rows(TOLD)[name]
    earliest, latest, status, landmark = rows(DATES)[name]
    first, _, last = told.partition(" … ")
    start = words.index(first)
    span = Span(start, words.index(last, start) + len(last))
    at = words.index(head, start)
    quote = span.of(words)
    event = Event(
        id=name,
        article="force",
        title=title,
        quote=quote,
        span=span,
        head=Span(at, at + len(head)),
        mentions=(Mention(quote, span, Span(at, at + len(head))),),
        status=Status(status),
        attribution="a Western official" if status == "reported" else None,
        weight=0.8,
        actors=(lane,),
        places=("Ukraine",) if "Ukraine" in quote else (),
        when=_when(earliest, latest),
        edtf="2025-04" if name == "visit" else None,
        bounds=window(earliest, latest),
        landmark=landmark or None,
        shared="one Tuesday" if name in ("offer", "reject", "alert") else None,
    )
    return replace(event, reasons=(_past(event).reason, _dated(event).reason))


def _dated(event: Event) -> Statement:
    """What gives the event its bounds."""
    start = event.span.start
    if event.landmark:
        reason = Reason(
            "known event", Stratum.LANDMARK, f"This is {event.landmark}", "", event.head, "force", event.bounds
        )
    elif event.id == "visit":
        at = start + event.quote.index("in April")
        says = "“in April” names a month, not a year"
        reason = Reason("time expression", Stratum.TEXT, says, "in April", Span(at, at + 8), "force")
    else:
        reason = Reason("order", Stratum.TEXT, "What the text says of its order", "", None, "force", event.bounds)
    return Statement(Within(event.id, event.bounds), reason.stratum, reason, event.landmark)


def _past(event: Event) -> Statement:
    """It happened before publication."""
    head = event.quote[event.head.start - event.span.start : event.head.end - event.span.start]
    reason = Reason("tense", Stratum.TEXT, f"“{head}” is past", head, event.head, "force")
    before = Distance(Point(event.id, "end"), Point(publication("force"), "begin"))
    return Statement(before, Stratum.TEXT, reason)


def _when(earliest: str, latest: str) -> str:
    if earliest == latest:
        return earliest
    return f"by {latest}" if not earliest else f"after {earliest}" if not latest else f"between {earliest} and {latest}"
