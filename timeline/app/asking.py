"""Small questions of the page that change nothing: has anything changed, how is a typed date understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Response, jsonify, request

from timeline.chrono import words
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import day_of
from timeline.errors import DateError
from timeline.phrases.dates import read_date
from timeline.scene.words import published_words

if TYPE_CHECKING:
    from dash import Dash

    from timeline.app.desk import Desk


def register(app: Dash, desk: Desk) -> None:
    """Give the app the addresses of these questions."""

    def version() -> Response:
        return Response(f"{desk.book.version}", mimetype="text/plain", headers={"Cache-Control": "no-store"})

    def date() -> Response:
        answer = jsonify(understood(desk, request.args.get("text", ""), request.args.get("event", "")))
        answer.headers["Cache-Control"] = "no-store"
        return answer

    prefix = app.config.routes_pathname_prefix
    app.server.add_url_rule(f"{prefix}version", view_func=version)
    app.server.add_url_rule(f"{prefix}date", view_func=date)


def understood(desk: Desk, text: str, event_id: str) -> dict[str, Any]:
    """
    A typed date in the words it will stand in, and its days; or why it is none.

    *event_id* is whose date it is to be: what is relative in it counts from the publication day of its article. An
    article's own id asks for that day itself, and is told where its words allow another.
    """
    timeline = desk.chronicle.timeline
    home = next((event.article for event in timeline.events if event.id == event_id), event_id)
    article = next((article for article in timeline.articles if article.id == home), None)
    reference = article.published if article else Range()
    try:
        bounds, kind = read_date(text, reference)
    except DateError as fault:
        return {"fault": str(fault)}
    window = bounds.window
    edges = [None if moment is None else day_of(moment) for moment in (window.earliest, window.latest)]
    told = words.describe(bounds, kind)
    if article and article.id == event_id and article.given is None and (window & reference).empty:
        told += f". But what the article says allows {published_words(reference)}"
    return {"words": told, "short": words.short(bounds, kind), "days": edges}
