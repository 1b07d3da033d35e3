"""Small articles as a reader would have read them: with relations, a landmark, and an event that is told twice."""

from __future__ import annotations

from dataclasses import replace

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number
from timeline.chrono.expressions import Last, Month, Weekday
from timeline.model.article import Article
from timeline.model.event import Event, Mention
from timeline.model.span import Span
from timeline.model.statement import (
    Constraint,
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
from timeline.reasoning.derive import derive

FERRY = "The ferry sank on Tuesday. Divers reached it in April, after the summit. The sinking shook the town."
BRIDGE = "The bridge opened on Monday. The mayor spoke before the opening. It rained."
COURT = "The court ruled in May. The minister resigned after the ruling; it was a Friday."


def ferry() -> Timeline:
    """Two relative times, a summit known from elsewhere, and a sinking that is told twice."""
    article = Article(FERRY, title="The ferry", source="ferry.txt")
    day = Point(publication(article.id), "begin")
    summit = Bounds.of_day(day_number(2025, 3, 1))
    sank = _event(article, "sank", Mention("sinking", _span(FERRY, "sinking"), _span(FERRY, "sinking")))
    dived, met = _event(article, "reached"), _event(article, "summit")
    return derive(
        Timeline(
            (article,),
            (sank, dived, met),
            (
                _said(Denotes(sank.id, Last(Weekday(1)), day), FERRY, "on Tuesday"),
                _said(Denotes(dived.id, Last(Month(4)), day), FERRY, "in April"),
                _said(Distance(Point(met.id, "begin"), Point(dived.id, "begin")), FERRY, "after"),
                _said(Distance(Point(dived.id, "end"), day), FERRY, "reached"),
                _said(Distance(Point(met.id, "end"), day), FERRY, "summit"),
                _said(Within(met.id, summit), FERRY, "summit", Stratum.LANDMARK, "summit-2025"),
                _said(Distance(Point(sank.id, "end"), day, 0, 400), FERRY, "sinking", Stratum.USUAL),
            ),
        )
    )


def bridge() -> Timeline:
    """A day before publication, something before it, and something of which nothing is known."""
    article = Article(BRIDGE, title="The bridge", source="bridge.txt")
    day = Point(publication(article.id), "begin")
    opened, spoke, rained = (_event(article, word) for word in ("opened", "spoke", "rained"))
    return derive(
        Timeline(
            (article,),
            (opened, spoke, rained),
            (
                _said(Denotes(opened.id, Last(Weekday(0)), day), BRIDGE, "on Monday"),
                _said(Distance(Point(spoke.id, "end"), Point(opened.id, "begin")), BRIDGE, "before"),
            ),
        )
    )


def court() -> Timeline:
    """A publication day that the text prints, and what it dates."""
    article = Article(COURT, "2024-06-10", title="The court", source="court.txt", given="text")
    day = Point(publication(article.id), "begin")
    within = Bounds.within(article.published)
    ruled, resigned = _event(article, "ruled"), _event(article, "resigned")
    return derive(
        Timeline(
            (article,),
            (ruled, resigned),
            (
                _said(Within(publication(article.id), within), COURT, "ruled"),
                _said(Denotes(ruled.id, Last(Month(5)), day), COURT, "in May"),
                _said(Denotes(resigned.id, Last(Weekday(4)), day), COURT, "a Friday"),
                _said(Distance(Point(ruled.id, "end"), Point(resigned.id, "begin")), COURT, "after"),
            ),
        )
    )


HARBOUR = (
    "The ferry Saint Brenda sank on Tuesday. Divers reached the wreck the day after the sinking."
    " Owen Pryce and Vera Holm of Merrow spoke of it in Port Lissel."
)
ISLAND = (
    "On 13 February the Saint Brenda went down near the island. It was raised later."
    " Vera Holm and Owen Pryce saw it from Merrow, and came to Port Lissel."
)
GAZETTE = (
    "By then the Saint Brenda had foundered. A summit was held."
    " In Port Lissel it was told by Owen Pryce, in Merrow by Vera Holm."
)


def harbour() -> Timeline:
    """A sinking that `island` and `gazette` tell, too, by a weekday, and what was done on the day after it."""
    article = Article(HARBOUR, "2024-02-16", title="At the harbour", source="harbour.txt", given="text")
    day = Point(publication(article.id), "begin")
    sank, dived = _retold(article, "sank", "Saint Brenda sinks"), _event(article, "reached")
    return derive(
        Timeline(
            (article,),
            (sank, dived),
            (
                _said(Within(publication(article.id), Bounds.within(article.published)), HARBOUR, "spoke"),
                _said(Denotes(sank.id, Last(Weekday(1)), day), HARBOUR, "on Tuesday"),
                _said(Distance(Point(sank.id, "begin"), Point(dived.id, "begin"), 1, 1), HARBOUR, "the day after"),
            ),
        )
    )


def island() -> Timeline:
    """The same by its day, and what came after it; the publication day is not known."""
    article = Article(ISLAND, title="On the island", source="island.txt")
    sank, raised = _retold(article, "went", "Saint Brenda goes down near the island"), _event(article, "raised")
    return derive(
        Timeline(
            (article,),
            (sank, raised),
            (
                _said(Within(sank.id, Bounds.of_day(day_number(2024, 2, 13))), ISLAND, "On 13 February"),
                _said(Distance(Point(sank.id, "end"), Point(raised.id, "begin")), ISLAND, "later"),
            ),
        )
    )


def gazette() -> Timeline:
    """The same, over by some day, and a summit after it, which is known no better."""
    article = Article(GAZETTE, "2024-02-20", title="The gazette", source="gazette.txt", given="text")
    sank, met = _retold(article, "foundered", "Saint Brenda founders"), _event(article, "summit")
    before = Bounds.within(Range(None, article.published.latest))
    return derive(
        Timeline(
            (article,),
            (sank, met),
            (
                _said(Within(sank.id, before), GAZETTE, "By then"),
                _said(Distance(Point(sank.id, "end"), Point(met.id, "begin")), GAZETTE, "held"),
                _said(Within(met.id, before), GAZETTE, "summit"),
            ),
        )
    )


def _retold(article: Article, word: str, title: str) -> Event:
    """An event with a whole clause around its word."""
    head = _span(article.text, word)
    start = article.text.rfind(". ", 0, head.start) + 2 if ". " in article.text[: head.start] else 0
    clause = Span(start, article.text.index(".", head.end))
    quote = clause.of(article.text)
    event = _event(article, word)
    return replace(event, title=title, quote=quote, span=clause, mentions=(Mention(quote, clause, head),))


def _event(article: Article, word: str, *more: Mention) -> Event:
    head = _span(article.text, word)
    own = Mention(word, head, head)
    return Event(
        id=f"{article.id}-{head.start}",
        article=article.id,
        title=word,
        quote=word,
        span=head,
        head=head,
        mentions=(own, *more),
        weight=0.8,
        actors=("Somebody",),
        extra={"lane": "Somebody"},
    )


def _span(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def _said(
    constraint: Constraint, text: str, words: str, stratum: Stratum = Stratum.TEXT, landmark: str | None = None
) -> Statement:
    span = _span(text, words)
    return Statement(constraint, stratum, Reason("rule", stratum, f"“{words}”", words, span), landmark)
