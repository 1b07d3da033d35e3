"""
Articles that are pasted or dropped, read one at a time while the page goes on.

The page sends each by itself and hears of its stages as they begin: a line of JSON each, the last of which says what
became of it. Whoever hangs up has it stopped, and nothing of it is kept; so no list of what is to be read is held here.
"""

from __future__ import annotations

import io
import json
import threading
from contextvars import copy_context
from dataclasses import dataclass
from queue import SimpleQueue
from textwrap import shorten
from typing import IO, TYPE_CHECKING, Any, Final

from flask import Response, request

from timeline.app.faults import numbered
from timeline.app.limits import Limits
from timeline.app.terms import READ_ONLY
from timeline.errors import ArticleError, SavedTimelineError, TimelineError
from timeline.formats import json as saved
from timeline.model.article import replace_article
from timeline.phrases.dates import read_date
from timeline.workspace import MAIN_WEIGHT, importing, notes, read, reader
from timeline.workspace.samples import sample

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

    from dash import Dash

    from timeline.app.desk import Desk
    from timeline.model.article import Article
    from timeline.model.timeline import Timeline

    Tell = Callable[[str], None]
    Reader = Callable[[Tell], Callable[[Article], Timeline]]

_LONGEST: Final = 60
"""Characters of a pasted text that name it, where it has no headline."""
SAMPLE: Final = "sample"
"""The word of the address for an article that comes with the program; it is followed by the sample's name."""
_TURN = threading.Lock()
"""Held while something is read: two readings at once would take twice as long each."""
_WAIT: Final = 0.25
"""Seconds between two looks whether somebody who waits for a turn is still there."""


class _StoppedError(Exception):
    """Whoever asked has hung up."""


class Room:
    """Where articles are read: what one may bring, and places to wait for a turn."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        # each who waits holds one of the server's threads, and the others are for those who look
        self.places = threading.BoundedSemaphore(self.limits.readings)


@dataclass(frozen=True, slots=True)
class Sent:
    """An article as the page sends it: the bytes of a file or of a pasted text, which has no name."""

    content: bytes
    name: str = ""
    title: str | None = None
    published: str | None = None
    step: int | None = None

    @classmethod
    def of(cls, content: bytes, words: Mapping[str, str]) -> Sent:
        """From the body of a request and the words of its address."""
        step = words.get("step", "")
        return cls(
            content,
            words.get("name", "").strip()[:300],
            words.get("title", "").strip()[:500] or None,
            words.get("published", "").strip()[:200] or None,
            int(step) if step.isdecimal() and len(step) < 16 else None,
        )


def usual(tell: Tell) -> Callable[[Article], Timeline]:
    """A reader as it is without any option."""
    return reader(progress=tell)


def register(app: Dash, desk: Desk, make: Reader = usual, limits: Limits | None = None) -> None:
    """Give the app the address that takes articles."""
    room = Room(limits)

    def take() -> Response:
        if not desk.editable:
            return Response(f"{READ_ONLY}\n", 403, mimetype="text/plain")
        gone: Callable[[], bool] = request.environ.get("waitress.client_disconnected", lambda: False)
        sent = Sent.of(request.get_data(), request.args)
        if request.args.get(SAMPLE):
            try:
                place = sample(request.args[SAMPLE]).article
            except TimelineError as fault:
                return Response(f"{fault}\n", 404, mimetype="text/plain")
            sent = Sent(place.read_bytes(), place.name, step=sent.step)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return Response(stages(desk, sent, make, gone, room), mimetype="application/x-ndjson", headers=headers)

    app.server.add_url_rule(f"{app.config.routes_pathname_prefix}read", view_func=take, methods=["POST"])


def stages(
    desk: Desk,
    sent: Sent,
    make: Reader = usual,
    gone: Callable[[], bool] = lambda: False,
    room: Room | None = None,
) -> Generator[bytes]:
    """
    Read an article and tell of it by the line: ``{"stage": …}``, and at the end ``{"done": …}`` or ``{"fault": …}``.

    *gone* says whether nobody listens any more; then, or when the iterator is closed, reading stops and keeps nothing.
    Where too many wait already in the *room*, ``{"busy": true}`` is all: ask again.
    """
    room = room or Room()
    if not room.places.acquire(blocking=False):
        yield b'{"busy": true}\n'
        return
    lines: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
    stopped = threading.Event()

    def go_on() -> None:
        if stopped.is_set() or gone():
            raise _StoppedError

    def tell(stage: str) -> None:
        go_on()
        lines.put({"stage": stage})

    def work() -> None:
        try:
            lines.put(_read(desk, sent, make, room.limits, tell, go_on))
        except _StoppedError:
            pass
        except TimelineError as fault:
            lines.put({"fault": str(fault)})
        except Exception:  # noqa: BLE001 - a fault of ours is told, and the other articles are read
            lines.put({"fault": f"This could not be read: {numbered('reading an article')}."})
        finally:
            lines.put(None)

    threading.Thread(target=copy_context().run, args=(work,), daemon=True).start()
    try:
        while (line := lines.get()) is not None:
            yield json.dumps(line).encode() + b"\n"
    finally:
        stopped.set()
        room.places.release()


def _read(
    desk: Desk, sent: Sent, make: Reader, limits: Limits, tell: Tell, go_on: Callable[[], None]
) -> dict[str, Any]:
    tell("waiting")
    while not _TURN.acquire(timeout=_WAIT):
        go_on()
    try:
        tell("reading")
        said: list[str] = []
        returned = _returned(desk, sent, limits)
        if returned is not None:
            return returned
        found = timeline_of(sent, make, tell, limits, said.append)
        go_on()
        step = sent.step if sent.step is not None else desk.book.new_step()
        new = desk.include(found, sent.name or None, step)
    finally:
        _TURN.release()
    least = MAIN_WEIGHT if desk.events == "main" else 0.0
    events = sum(event.article in new and not event.hidden and event.weight >= least for event in found.events)
    title = next((article.title or article.source for article in found.articles), None)
    told = said or [note for article in found.articles for note in notes(article, found.events)]
    done = {"articles": len(new), "events": events, "article": new[0] if new else "", "title": title, "step": step}
    return {"done": {**done, "notes": told}}


def _returned(desk: Desk, sent: Sent, limits: Limits) -> dict[str, Any] | None:
    """What became of a table that went out from here and comes back; None for anything else."""
    if not sent.name or len(sent.content) > limits.bytes:
        return None
    rows = importing.rows_within(sent.content, sent.name)
    found = None if rows is None else desk.bring_back(rows, sent.name)
    if found is None:
        return None
    notes = [found.words, *found.notes]
    return {"done": {"articles": 0, "events": 0, "article": "", "title": None, "returned": True, "notes": notes}}


def timeline_of(
    sent: Sent, make: Reader, tell: Tell, limits: Limits, say: Callable[[str], None] = lambda _: None
) -> Timeline:
    """
    What was sent as a timeline: an article is read, and *tell* told of it; a saved timeline is taken as it is.

    A table, a calendar or what others wrote is read row by row; *say* is told of those that are not wholly read.

    Raises:
        ArticleError, SavedTimelineError: it cannot be read, or is more than the *limits* allow.
        DateError: the publication day is no day.
    """
    found = _found(sent, make, tell, limits, say)
    limits.check_timeline(found, sent.name)
    return found


def _found(sent: Sent, make: Reader, tell: Tell, limits: Limits, say: Callable[[str], None]) -> Timeline:
    if len(sent.content) > limits.bytes:
        raise ArticleError(f"{sent.name or 'this text'} is {limits.too_large}")
    if not sent.content.strip():
        raise ArticleError(
            f"{sent.name} is empty" if sent.name else "There is nothing to read yet: paste an article, or drop files."
        )
    others = importing.within(sent.content, sent.name, say) if sent.name else None
    if others is not None:
        return others
    if sent.name.lower().endswith(".json"):
        try:
            return saved.read(sent.content.decode("utf-8"), sent.name)
        except UnicodeDecodeError as fault:
            raise SavedTimelineError(f"{sent.name} is not a saved timeline: it is not UTF-8 text") from fault
    text = "" if sent.name else sent.content.decode("utf-8", "replace")
    limits.check_text(text, "")  # before anything is looked for in it
    file: IO[str] | IO[bytes] = io.StringIO(text)
    if sent.name:
        file = io.BytesIO(sent.content)
        file.name = sent.name
    day = read_date(sent.published)[0].window if sent.published else None
    article = read(file, title=sent.title)
    if day is not None:
        article = article.with_published(day, "user")
    if not sent.name and article.title is None:  # a pasted text has no file to go by
        article = replace_article(article, title=shorten(article.text, _LONGEST, placeholder="…"))
    limits.check_text(article.text, sent.name)
    return make(tell)(article)
