"""Timelines as readers make them: whose words of dates, EDTF and bounds agree, with texts of every kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.strategies import bounds, day_ranges, days, near_days
from timeline.chrono import edtf, words
from timeline.chrono.bounds import Bounds
from timeline.chrono.calendar import day_number
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Mention, Standing, Status
from timeline.model.span import Span
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from timeline.chrono.bounds import Range

DANGEROUS = (
    "=1+1",
    "@SUM(A1)",
    "+49 30",
    "-5",
    "'=2",
    "<b>&amp;</b>",
    "a;b,c\\n",
    "x\r\ny\nz",
    "e\u0301 \u00e9",
    "\u202eabc",
    "#tag // 5",
)
DANGEROUS_MORE = (
    "2025: a year",
    "now: then",
    "Who: nobody",
    "“quoted”",
    "| a | b |",
    "]]>",
    '"quoted", "twice"',
    "\u2028",
    "1. first",
)
hostile_texts = st.text(st.characters(codec="utf-8"), max_size=15) | st.sampled_from(DANGEROUS + DANGEROUS_MORE)
names = hostile_texts.map(lambda text: " ".join(text.replace(";", ",").split())).filter(bool)


def _whole(text: str) -> bool:
    return bool(text.strip())


@st.composite
def told_bounds(draw: st.DrawFn, kind: Kind, of: st.SearchStrategy[int] = near_days) -> Bounds:
    """Bounds as a *kind* has them: what lies on one day begins and ends on it."""
    found: Bounds = draw(bounds(day_ranges(of)))
    if kind is Kind.SPAN:
        return found
    window: Range = draw(day_ranges(of))
    return Bounds.within(window)


@st.composite
def timelines(draw: st.DrawFn, of: st.SearchStrategy[int] | None = None) -> Timeline:
    """One article and a few events of it, whatever its words are; dates of all ages unless told."""
    text = draw(hostile_texts.filter(_whole))
    article = Article(text, title=draw(st.none() | names), source=draw(st.none() | names), id="a1")
    ages = near_days | days.filter(lambda day: day > day_number(-4000)) if of is None else of
    events = [_event(draw, number, article, ages) for number in range(draw(st.integers(1, 4)))]
    return Timeline((article,), tuple(events), title=draw(st.none() | names))


def _event(draw: st.DrawFn, number: int, article: Article, ages: st.SearchStrategy[int]) -> Event:
    kind = draw(st.sampled_from(Kind))
    known = draw(told_bounds(kind, ages))
    end = len(article.text)
    span = Span(0, end)
    start = draw(st.integers(0, end - 1))
    head = Span(start, draw(st.integers(start + 1, end)))
    event = Event(
        id=f"e{number}",
        article=article.id,
        title=draw(hostile_texts.filter(_whole)),
        quote=article.text,
        span=span,
        head=head,
        mentions=(Mention(article.text, span, head),),
        kind=kind,
        status=draw(st.sampled_from(Status)),
        attribution=draw(st.none() | names.map(lambda name: f"per {name}")),
        actors=tuple(draw(st.lists(names, max_size=2, unique=True))),
        places=tuple(draw(st.lists(names, max_size=2, unique=True))),
        bounds=known,
        hidden=draw(st.booleans()) and number > 0,
        note=draw(st.none() | names),
        links=tuple(
            draw(st.lists(st.sampled_from(["https://a.example/b.jpg", "https://c.example/d?e=f&g"]), unique=True))
        ),
        standing=draw(st.none() | st.sampled_from(Standing)),
    )
    return replace(event, when=words.describe(known, kind.value), edtf=edtf.write(known, kind.value))
