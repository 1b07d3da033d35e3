"""A timeline of fourteen events made by hand: what the page's tests look at without any language processing."""

from __future__ import annotations

from timeline._files import data
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Mention, Status
from timeline.model.span import Span
from timeline.model.statement import Distance, Point, Reason, Statement, Stratum, Within, publication
from timeline.model.timeline import Timeline

SUMMIT, OFFICE, ELECTION = (2025, 8, 15), (2025, 2, 28), (2024, 11, 5)
YEAR_END = (2025, 12, 31)
Day = tuple[int, int, int]

# id, title, quote, head, lane, earliest, latest, landmark, status
ROWS: tuple[tuple[str, str, str, str, str, Day | None, Day | None, str | None, Status], ...] = (
    ("offer", "Trump offers air power, rules out ground troops", "The United States is prepared to back a European security force in Ukraine from the air but will not send ground troops, President Donald Trump said on Tuesday", "said", "United States", (2025, 8, 12), (2025, 12, 30), None, Status.HAPPENED),
    ("summit", "Trump–Putin summit in Alaska", "his summit with Russian President Vladimir Putin in Alaska", "summit", "United States", SUMMIT, SUMMIT, "alaska-summit", Status.HAPPENED),
    ("order", "Trump asks Gen. Caine for options", "After his summit with Russian President Vladimir Putin in Alaska, Trump ordered General Dan Caine of the US Air Force to work out options for security guarantees, a Western official said", "ordered", "United States", SUMMIT, YEAR_END, None, Status.REPORTED),
    ("reject", "Zakharova rejects NATO troops in Ukraine", "Moscow rejects any arrangement that would bring troops of NATO countries to Ukraine, Foreign Ministry spokeswoman Maria Zakharova told reporters on Tuesday", "told", "Russia", (2025, 8, 12), (2025, 12, 30), None, Status.HAPPENED),
    ("fox", "Trump to Fox: Europeans will put people on the ground", "In an interview with Fox News he said that the Europeans were ready to put soldiers on the ground", "said", "United States", None, YEAR_END, None, Status.HAPPENED),
    ("alert", "NATO says it put its air defences on alert", "NATO, uneasy about what Moscow might do next, announced on Tuesday that it had put its air defences on alert", "announced", "NATO", (2025, 8, 12), (2025, 12, 30), None, Status.HAPPENED),
    ("rubio", "Rubio to work on guarantees with Europeans", "Secretary of State Marco Rubio will begin work with the Europeans on the guarantees", "begin", "United States", SUMMIT, None, None, Status.PLANNED),
    ("plan", "UK and France draw up a plan for a force", "British and French officials drew up the plan for a force shortly before Trump's re-election", "drew", "Britain & France", None, ELECTION, None, Status.HAPPENED),
    ("election", "Trump re-elected", "Trump's re-election", "re-election", "United States", ELECTION, ELECTION, "us-election-2024", Status.HAPPENED),
    ("office", "Zelensky–Trump confrontation, Oval Office", "Volodymyr Zelensky's confrontation with Trump in the Oval Office earlier this year", "confrontation", "United States", OFFICE, OFFICE, "oval-office", Status.HAPPENED),
    ("refuse", "Germany and Italy refuse to send troops", "Germany and Italy refused to send troops", "refused", "Germany, Italy", None, YEAR_END, None, Status.HAPPENED),
    ("discuss", "UK and France begin to discuss a smaller force", "Britain and France then began to discuss a smaller force of a few thousand soldiers", "began", "Britain & France", OFFICE, YEAR_END, None, Status.HAPPENED),
    ("could", "French officials: Paris could send 3,000–5,000 troops", "French officials have said that Paris could at first send 3,000 to 5,000 soldiers", "said", "Britain & France", None, YEAR_END, None, Status.HAPPENED),
    ("visit", "British and French officers visit Ukraine", "British and French officers visited Ukraine in April to study the options", "visited", "Britain & France", (2025, 4, 1), (2025, 4, 30), None, Status.HAPPENED),
)  # fmt: skip


def text() -> str:
    """The sample article."""
    return data("articles", "european-force.txt").read_text("utf-8")


def window(earliest: Day | None, latest: Day | None) -> Bounds:
    """One day within these."""
    return Bounds.within(
        Range(
            None if earliest is None else start_of(day_number(*earliest)),
            None if latest is None else last_of(day_number(*latest)),
        )
    )


def timeline(source: str | None = None) -> Timeline:
    """The fourteen events with their dates, the publication day left open."""
    words = source or text()
    article = Article(
        words,
        Range(start_of(day_number(2025, 8, 15)), last_of(day_number(2025, 12, 31))),
        title="A European force for Ukraine, with US air power",
        id="force",
    )
    events, statements = [], []
    for id_, title, quote, head, lane, earliest, latest, landmark, status in ROWS:
        start = words.index(quote)
        span = Span(start, start + len(quote))
        at = start + quote.index(head)
        bounds = window(earliest, latest)
        reasons = [_reason(id_, words, landmark, span, bounds)]
        statements.append(Statement(Within(id_, bounds), reasons[0].stratum, reasons[0], landmark))
        if status is not Status.PLANNED:
            past = Reason("tense", Stratum.TEXT, f"“{head}” is past", head, Span(at, at + len(head)), article.id)
            before = Distance(Point(id_, "end"), Point(publication(article.id), "begin"))
            statements.append(Statement(before, Stratum.TEXT, past))
            reasons.insert(0, past)
        events.append(
            Event(
                id=id_,
                article=article.id,
                title=title,
                quote=quote,
                span=span,
                head=Span(at, at + len(head)),
                mentions=(Mention(quote, span, Span(at, at + len(head))),),
                kind=Kind.DAY,
                status=status,
                attribution="a Western official" if status is Status.REPORTED else None,
                weight=0.8,
                actors=(lane,),
                places=("Ukraine",) if "Ukraine" in quote else (),
                when=_when(earliest, latest),
                edtf="2025-04" if id_ == "visit" else None,
                bounds=bounds,
                landmark=landmark,
                shared="one Tuesday" if id_ in ("offer", "reject", "alert") else None,
                reasons=tuple(reasons),
            )
        )
    return Timeline(articles=(article,), events=tuple(events), statements=tuple(statements), title=article.title)


def _reason(id_: str, words: str, landmark: str | None, span: Span, bounds: Bounds) -> Reason:
    if landmark:
        return Reason("known event", Stratum.LANDMARK, f"This is {landmark}", span.of(words), span, "force", bounds)
    if id_ == "visit":
        at = words.index("in April")
        return Reason(
            "time expression",
            Stratum.TEXT,
            "“in April” names a month, not a year",
            "in April",
            Span(at, at + 8),
            "force",
        )
    return Reason("order", Stratum.TEXT, "What the text says of its order", "", None, "force", bounds)


def _when(earliest: Day | None, latest: Day | None) -> str:
    first, last = ("-".join(f"{part:02d}" for part in day) if day else "" for day in (earliest, latest))
    if first == last:
        return first
    return f"by {last}" if not first else f"after {first}" if not last else f"between {first} and {last}"
