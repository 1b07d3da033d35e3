"""A timeline that is hard to write: formulas, markup, line breaks, accents in two forms, dates of every kind."""

from __future__ import annotations

from dataclasses import replace

from timeline.chrono import edtf, words
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Standing, Status
from timeline.model.original import Original, Place
from timeline.model.span import Span
from timeline.model.statement import Reason, Stratum
from timeline.model.timeline import Timeline

TEXT = (
    "=cmd|'/c calc'!A1 <script>alert(1)</script> & \"so\", he\u0301 said;\nBEGIN:VEVENT\n# no heading, \u202ereversed\n"
)
TITLES = (
    '=HYPERLINK("http://a.example";"click")',
    "A title\nof two lines",
    "<b>bold</b> & <img src=x onerror=alert(1)>",
    "BEGIN:VEVENT\r\nSUMMARY:forged, with ; and \\n",
    "2025-01-01: an event within an event #tag",
    "Ångström and A\u030angstro\u0308m",
    "@everyone | a | table | *not emphasised* `code` [link](http://a.example)",
    "x" * 400,
)
DATES = (
    "2025-08-19",
    "[2025-08-15..2025-08-19]",
    "[..2024-11-05]",
    "2025-03/2025-06",
    "-0216-06-22",
    "2025-08-19T14:30:00",
    "",
    "1789-07-14",
)


def timeline() -> Timeline:
    """One event of each kind, in an article on two pages."""
    original = Original("PDF", (Place(0, page=1, paragraph=1), Place(20, page=3, paragraph=2)))
    article = Article(TEXT, "2025-08-20", "A report, with <tags>", "report.pdf", id="a1", original=original)
    events = [_event(number, title, date) for number, (title, date) in enumerate(zip(TITLES, DATES, strict=True))]
    return Timeline((article,), tuple(events), title="Chronology: =1+1 & <more>")


def _event(number: int, title: str, date: str) -> Event:
    start = min(number * 10, len(TEXT) - 12)
    span = Span(start, start + 12)
    event = Event(
        id=f"a1-{start}",
        article="a1",
        title=title,
        quote=span.of(TEXT),
        span=span,
        head=Span(start + 1, start + 5),
        status=list(Status)[number % len(Status)],
        attribution="per an official; and <another>" if number % 2 else None,
        actors=("+49 30 1234", "Łukasz <x>") if number % 3 else (),
        places=("-5",) if number == 1 else (),
        note="@note\nof two lines" if number == 2 else None,
        links=("https://a.example/b.jpg?c=d&e=f", "https://a.example/page") if number == 3 else (),
        standing=Standing.DISPUTED if number == 4 else None,
        reasons=(
            Reason("time expression", Stratum.TEXT, "“on Tuesday” is <the> Tuesday = 19 August", "on Tuesday", span),
        ),
        when=words.UNKNOWN,
    )
    if not date:
        return event
    bounds, kind = edtf.read(date)
    told = replace(event, bounds=bounds, kind=Kind(kind))
    return replace(told, when=words.describe(bounds, kind), edtf=edtf.write(bounds, kind))
