"""The question for the publication day, and the pill it becomes once it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from timeline.app.panes.parts import Component, button, form, named, plain_button
from timeline.app.sentences import GIVEN, allowed, asked, question
from timeline.scene.words import published_words
from timeline.workspace.tables import is_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.app.state import PageView
    from timeline.chrono.bounds import Range
    from timeline.model.article import Article
    from timeline.model.timeline import Timeline

MOST_PILLS = 2
HINT = "A day, or what is known of it: 2025-08-20, “20 August 2025”, “August 2025”, “after 15 August 2025”"


def questions(timeline: Timeline, from_text: Callable[[str], Range], view: PageView) -> Component:
    """
    One question or pill for each article; questions one at a time, and many pills folded away.

    *from_text* says what an article's text alone says of its day: it is asked only where a question tells of it.
    Nothing in a table hangs on such a day, so none is asked for.
    """
    several = len(timeline.articles) > 1
    none = {one.id for one in timeline.articles if one.given is None and is_table(one)}
    open_ = [one for one in timeline.articles if one.given is None and one.id not in {*view.left_open, *none}]
    asking: list[Component] = []
    pills: list[Component] = []
    for article in timeline.articles:
        if view.editing == f"published:{article.id}":
            asking.append(_form(article, from_text(article.id), view, several=several))
        elif article.id in none:
            continue
        elif article.given is not None or article.id in view.left_open:
            pills.append(_pill(article, several=several))
        elif not asking:
            asking.append(_ask(article, from_text(article.id), several=several, more=len(open_)))
    if len(pills) > MOST_PILLS:
        given = sum(article.given is not None for article in timeline.articles)
        summary = f"Publication days: {given} of {len(timeline.articles)} known"
        pills = [html.Details([html.Summary(summary), html.Div(pills, className="folded")], className="pills")]
    return [*asking, *pills]


def _ask(article: Article, from_text: Range, *, several: bool, more: int) -> Component:
    """The question; where it stands for *more* articles than one, all of them can be left open at once."""
    words, days = question(article, article.published, from_text, several=several)
    return html.Div(
        [
            html.Span([words, " ", html.Strong(days)] if days else words),
            button("Set the day", "edit", f"published:{article.id}", radius="xl", size="compact-sm"),
            button("Leave open", "leave", article.id, radius="xl", size="compact-sm"),
            *([plain_button(f"Leave all {more} open", "leave")] if more > 1 else []),
        ],
        className="question",
        role="group",
        **named("Publication day"),
    )


def _pill(article: Article, *, several: bool) -> Component:
    days = published_words(article.published) or "not known"
    said = GIVEN.get(article.given or "", "left open")
    whose = [html.Span(article.title or article.source or "article", className="whose")] if several else []
    clear = [plain_button("Clear", "unpublish", article.id)] if article.given is not None else []
    return html.Div(
        [
            *whose,
            html.Span(
                ["Published ", html.Strong(days), *([] if several else [html.Span(f" · {said}", className="said")])],
                title=said,
            ),
            plain_button("Change" if article.given else "Set the day", "edit", f"published:{article.id}"),
            *clear,
        ],
        className="pill" if article.given else "pill open",
        role="group",
        **named("Publication day"),
    )


def _form(article: Article, from_text: Range, view: PageView, *, several: bool) -> Component:
    known = allowed(article.published, from_text) if article.given is None else ""
    typed = view.typed or (published_words(article.published) if article.given == "user" else "")
    return html.Div(
        form(
            f"publish:{article.id}",
            asked(article, several=several),
            typed,
            hint=f"{known} {HINT}".strip(),
            save="Set the day",
            problem=view.problem,
            previewed=article.id,
        ),
        className="question asking",
    )
