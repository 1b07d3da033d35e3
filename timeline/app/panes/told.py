"""Where an event is told: its further mentions, the events that are one with it, what each article says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dash import html

from timeline.app.panes.parts import Component, does, plain_button
from timeline.model.telling import tellings
from timeline.workspace.tellers import sources_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.event import Event, Mention
    from timeline.model.timeline import Timeline
    from timeline.workspace.tellers import Source


_ABOUT: Final = {"when": "says it was at another time", "whether": "says otherwise whether it was"}


def told_by(event: Event, within: Sequence[Event], timeline: Timeline, machine: str | None) -> list[Component]:
    """
    The other places where it is told, each with a way to make an event of it; nothing where there is none.

    *within* are the events that are one with it, *machine* its date as its article has it, where the user gave another.
    """
    sources = sources_of(timeline, event)
    if machine is not None and not tellings(event):
        sources = tuple(one._replace(when=machine) if one.event == event.id else one for one in sources)
    several = len({source.article for source in sources}) > 1
    found: list[Component] = _sources(event, sources) if several else []
    covered = {source.event for source in sources} if several else set()
    rest = [one for one in within if one.id not in covered]
    if rest:
        names = {article.id: article.title or article.source or "Article" for article in timeline.articles}
        found += [html.H3("One with it"), _list([_part(one, names.get(one.article, "")) for one in rest])]
    if within:
        found.append(html.P(plain_button("Part them again", f"split:{event.id}", "")))
    # two words of the same clause are one place: "began to discuss"
    told = [_mention(event, place, one) for place, one in enumerate(event.mentions) if place and one.span != event.span]
    return [*found, html.H3("Told again"), _list(told)] if told else found


def _sources(event: Event, sources: Sequence[Source]) -> list[Component]:
    """What each article says, with its own date; those that contradict it are marked, and can be joined by hand."""
    agreeing = sum(source.agrees for source in sources)
    head = f"Told by {agreeing} articles" if agreeing > 1 else "Articles disagree"
    return [html.H3(head), _list([_source(event, source, several=agreeing > 2) for source in sources])]


def _source(event: Event, source: Source, *, several: bool) -> Component:
    says: list[Component] = [html.Strong(source.title), " · ", source.when or "date unknown"]
    end: list[Component] = []
    if not source.agrees:
        says += [" · ", html.Span(_ABOUT.get(source.about, "disagrees"), className="disagrees")]
        join = plain_button("Make them one", f"merge:{event.id}", source.event)
        end = [plain_button("Show", "select", source.event), " ", join]
    elif several and source.event != event.id:
        end = [plain_button("Not this one", f"split:{event.id}", source.event)]
    return html.Li([html.Div(says), html.Span(f"“{source.quote}”", className="words"), *end])


def _list(items: list[Component]) -> Component:
    return html.Ul(items, className="tellings")


def _part(part: Event, article: str) -> Component:
    quote = [html.Span(f"“{part.quote}”", className="words")] if part.quote else []
    return html.Li([html.Strong(part.title), *quote, html.Small(article, className="caption")])


def _mention(event: Event, place: int, mention: Mention) -> Component:
    own = html.Button("Another event", type="button", className="link", **does(f"split-off:{event.id}", str(place)))
    return html.Li([html.Span(f"“{mention.quote}”", className="words"), " ", own])
