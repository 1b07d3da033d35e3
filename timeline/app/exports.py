"""What the export dialog gives: pictures, data and the page that stands alone, as files and as previews."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZipFile

from flask import Response, request

from timeline.app import drawing
from timeline.app.limits import Limits
from timeline.app.panes.header import title_of
from timeline.app.state import PageView
from timeline.app.wanted import Wanted, wanted
from timeline.draw import picture
from timeline.errors import TimelineError
from timeline.formats.losses import told
from timeline.formats.registry import FORMATS, NAMES
from timeline.model.timeline import Timeline
from timeline.offline.page import MOST, page, snippet
from timeline.scene.source import Asked
from timeline.scene.view import View
from timeline.workspace.archive import archive
from timeline.workspace.pictures import within

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash import Dash

    from timeline.app.desk import Desk

TYPES: Final = {one.suffix.removeprefix("."): one.media for one in FORMATS if one.main}
"""The media type of the format that each suffix means."""
_EXCERPT: Final = 1500
"""Characters of a file that its preview shows."""
_READABLE: Final = ("csv", "markdown", "text", "ics", "timelinejs", "timelinejs-csv", "markwhen", "timeml", "json")


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file, a sentence for each thing it does not hold, and the events that it lists."""

    data: bytes
    notes: tuple[str, ...] = ()
    listed: Timeline | None = None


def register(app: Dash, desk: Desk, limits: Limits | None = None) -> None:
    """Give the app its addresses for exports."""
    most = (limits or Limits()).pixels

    def asked() -> tuple[str, Mapping[str, str]]:
        return request.query_string.decode("utf-8", "replace"), request.args

    def export(suffix: str) -> Response:
        return exported(desk, suffix, *asked(), most)

    def preview(suffix: str) -> Response:
        return previewed(desk, suffix, *asked(), most)

    prefix = app.config.routes_pathname_prefix
    app.server.add_url_rule(f"{prefix}export/timeline.<suffix>", view_func=export)
    app.server.add_url_rule(f"{prefix}export/preview.<suffix>", view_func=preview)


def exported(desk: Desk, suffix: str, query: str, asked: Mapping[str, str], most: int | None = None) -> Response:
    """The file as an answer: 404 for a format we do not write, 422 with one sentence where it cannot be written."""
    try:
        choice = wanted(suffix, asked, most)
        if choice is None:
            return _unknown(suffix)
        made = written(desk, choice, PageView.from_query(query)[0])
    except TimelineError as fault:
        return Response(f"{fault}\n", 422, mimetype="text/plain")
    name = name_of(desk, choice)
    return Response(
        made.data, mimetype=choice.form.media, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def previewed(desk: Desk, suffix: str, query: str, asked: Mapping[str, str], most: int | None = None) -> Response:
    """
    What the dialog shows of a file before it is saved, as JSON.

    ``{"name", "bytes", "notes", "picture", "says", "text", "frame"}``: its name and size, what it does not hold, what
    is drawn as SVG, how it begins or what it lists with what that is, and the element that shows it in another page.
    ``{"refused"}`` with one sentence where it cannot be written; 404 for a format we do not write.
    """
    view = PageView.from_query(query)[0]
    try:
        choice = wanted(suffix, asked, most)
        if choice is None:
            return _unknown(suffix)
        made = written(desk, choice, view)
        page_of = choice.form.name == "html"
        drawn = page_of or (choice.picture and choice.form.name != "svg")
        picture_of = written(desk, replace(choice, form=NAMES["svg"]), view).data if drawn else made.data
    except TimelineError as fault:
        return Response(json.dumps({"refused": str(fault)}), mimetype="application/json")
    name = name_of(desk, choice)
    says, text = _excerpt(made, choice)
    shown = {
        "name": name,
        "bytes": len(made.data),
        "notes": list(made.notes),
        "picture": picture_of.decode("utf-8") if choice.picture or page_of else "",
        "says": says,
        "text": text[:_EXCERPT] + ("\n…" if len(text) > _EXCERPT else ""),
        "frame": snippet(name, title_of(desk.chronicle.timeline, desk.name)) if page_of else "",
    }
    return Response(json.dumps(shown), mimetype="application/json")


def _excerpt(made: Made, choice: Wanted) -> tuple[str, str]:
    """What the dialog shows of a file that is no picture: its text, the events of a sheet, the names in an archive."""
    if choice.form.name in _READABLE:
        return "How the file begins", made.data.decode("utf-8", "replace").lstrip("\ufeff")
    if choice.form.name == "zip":
        return "What is in it", "\n".join(ZipFile(BytesIO(made.data)).namelist())
    if made.listed is None:
        return "", ""
    return "What it lists", NAMES["text"].write(made.listed).decode("utf-8", "replace")


def written(desk: Desk, choice: Wanted, view: PageView) -> Made:
    """
    The file: a picture or list of what the view shows; JSON and the archive keep everything, to be opened again.

    TimelineError where it cannot be made.
    """
    look = choice.look(view)
    name = choice.form.name
    if choice.picture:
        return _picture(desk, choice, look)
    if name == "html":
        return _page(desk, look, choice)
    if name == "zip":
        return _archive(desk, choice, look)
    seen = desk.everything() if name == "json" else desk.table(look)
    if look.window is not None and name != "json":
        seen = within(seen, *look.window)
    losses = told(choice.form.label, choice.form.losses, seen)
    return Made(choice.form.write(seen), tuple(losses), seen)


def _picture(desk: Desk, choice: Wanted, look: PageView) -> Made:
    left = desk.left(look)
    notes: list[str] = []
    style = picture.Style(
        choice.theme,
        scale=choice.scale,
        most=choice.most,
        pages=choice.pages,
        source=picture.source_line(left),
        tell=lambda sentence: notes.append(sentence) if sentence not in notes else None,
    )
    shown = View(
        width=choice.width,
        height=choice.height,
        lanes_by=look.lanes_by,
        top=look.top,
        folded=look.folded,
        window=look.window,
        whole=True,
    )
    data = picture.picture(choice.form.name, drawing.painter(left, desk.lanes(look)), shown, style)
    return Made(data, tuple(notes))


def _page(desk: Desk, look: PageView, choice: Wanted) -> Made:
    """All days of what is seen, opened at those that are: but of an asked range those alone."""
    source, total = desk.left(look), None
    if not isinstance(source, Timeline):
        edges = look.window or source.reach() or (0.0, 1.0)
        found = source.window(Asked(*edges, lanes_by="none", most=MOST))
        articles = {event.article for event in found.events}
        kept = tuple(article for article in source.articles if article.id in articles)
        total, source = found.total, Timeline(kept, found.events, title=source.title)
    elif choice.period is not None and look.window:
        source = within(source, *look.window)
    if source.title is None and desk.name:
        source = replace(source, title=title_of(source, desk.name))
    colours = {lane.key: lane.colour for lane in desk.lanes(look)}
    made = page(source, View(lanes_by=look.lanes_by, top=look.top), look.window, total, colours)
    losses = told(choice.form.label, choice.form.losses, source)
    return Made(made.data, (*filter(None, [made.note]), *losses))


def _archive(desk: Desk, choice: Wanted, look: PageView) -> Made:
    desk.everything()  # TimelineError where it cannot be saved
    notes: list[str] = []
    view: dict[str, Any] = {"lanes_by": look.lanes_by, "events": desk.which(look), "dates_from": look.dates_from}
    view |= {"only_stated": look.only_stated, "tell": notes.append}
    return Made(archive(desk.chronicle, choice.theme, view), tuple(notes))


def _unknown(suffix: str) -> Response:
    sentence = f"There is no export as {suffix!r}: choose one of {', '.join(TYPES)}.\n"
    return Response(sentence, 404, mimetype="text/plain")


def name_of(desk: Desk, choice: Wanted) -> str:
    """The name of the file: the title, the format where that is not what its suffix means, and the suffix."""
    title = file_name(title_of(desk.chronicle.timeline, desk.name))
    form = choice.form
    return f"{title}{form.suffix}" if form.main else f"{title}.{form.name.partition('-')[0]}{form.suffix}"


def file_name(title: str) -> str:
    """
    A title as the name of a file.

    >>> file_name("A European force for Ukraine, with US air power")
    'a-european-force-for-ukraine-with-us-air-power'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "timeline"
