"""Timelines for the page that stands alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tests.scene import examples
from timeline.model.span import Span
from timeline.model.statement import Reason, Stratum

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

HOSTILE: Final = "</script><script>window.ran = 1</script><!-- <img src=x onerror='window.ran = 2'>\u2028\u2029&lt;"


def told(count: int, *, clustered: int = 0) -> Timeline:
    """So many events, each with who, where, a quote of its own and four reasons."""
    made = examples.many(count, clustered=clustered)
    actors = ("Britain", "France", "Donald Trump", "the United Nations", "a Western official")
    events = tuple(
        replace(
            event,
            actors=(actors[number % 5], actors[number * 3 % 5]),
            places=("Geneva" if number % 3 else "Vienna",),
            quote=f"The sentence that tells of number {number} as the article has it, with a few words around it",
            when=f"{1 + number % 28} May {2015 + number % 10}",
            edtf=f"{2015 + number % 10}-05-{1 + number % 28:02d}",
            reasons=(
                Reason("time expression", Stratum.TEXT, f"“on {number} May” names a day", "on May", Span(0, 6), "a1"),
                Reason("tense", Stratum.TEXT, "“told” is past: not after publication", "told", Span(7, 11), "a1"),
                Reason("how days are named", Stratum.USUAL, f"A day without a year is the nearest: in {number}"),
                Reason("no conflict", Stratum.TEXT, f"So: on the day {number} of these"),
            ),
        )
        for number, event in enumerate(made.events)
    )
    return replace(made, events=events)


def hostile() -> Timeline:
    """An event and an article that try to become part of the page."""
    made = examples.force()
    first = replace(made.events[0], title=HOSTILE, quote=HOSTILE, actors=(HOSTILE,), places=(HOSTILE,), note=HOSTILE)
    first = replace(
        first, links=("javascript:window.ran=3", "https://example.org/\"onclick='x'"), extra={"lane": HOSTILE}
    )
    articles = tuple(replace(article, title=HOSTILE, source=HOSTILE) for article in made.articles)
    return replace(made, title=HOSTILE, events=(first, *made.events[1:]), articles=articles)
