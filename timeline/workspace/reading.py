"""From files to chronicles: articles are read, saved timelines opened."""

from __future__ import annotations

import json as jsonlib
import os
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, overload

from timeline.errors import ArticleError, SavedTimelineError
from timeline.model.article import Article, replace_article
from timeline.model.timeline import Timeline
from timeline.workspace import lines
from timeline.workspace.chronicle import Chronicle
from timeline.workspace.frames import DataFrame, articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike

TIMEML = (".tml", ".timeml")
UNREAD = (".xls", ".xlsb", ".ods", ".numbers")
"""Spreadsheets of kinds that are not read."""
Source = str | Path | IO[str] | IO[bytes] | Article


@overload
def read(
    source: Source, published: str | date | None = None, title: str | None = None, *, allow_network: bool = False
) -> Article: ...


@overload
def read(source: DataFrame, published: str | date | None = None) -> list[Article]: ...


def read(
    source: Source | DataFrame,
    published: str | date | None = None,
    title: str | None = None,
    *,
    allow_network: bool = False,
) -> Article | list[Article]:
    """
    An article from a path, "-" for standard input, or a file object; an Article is given back as it is.

    The file is plain text, a web page, a PDF, a Word document, Markdown or an e-mail; "news.jsonl@48213" is an article
    that is a line of a file, by the byte at which the line begins. A data frame (pandas, polars,
    pyarrow) gives a list, an article for each row: its text in the column `text`, `body` or `content`; `title` or
    `headline`, `published` or `date`, `source` or `url` where it has them.

    Args:
        source: where the text is.
        published: the publication day as an ISO day or a `datetime.date`, where it is known from outside.
        title: the headline, where the text has none.
        allow_network: *source* may be an address (http or https, at a public place), which is asked for its page.

    Raises:
        ArticleError: the text cannot be read.
        DateError: *published* is no day.
    """
    if isinstance(published, date):
        published = published.isoformat()[:10]
    if isinstance(source, DataFrame):
        day = None if published is None else Article("", published).published
        return articles(source, day)
    if not isinstance(source, (str, os.PathLike, Article)) and not hasattr(source, "read"):
        raise ArticleError(
            f"this is neither a path nor an open file, but of the type {type(source).__name__}: give one of them, "
            "an Article, or a data frame (one that is lazy by its .collect())"
        )
    if isinstance(source, (str, Path)) and (lines.is_lines(source) or lines.named(str(source))):
        day = None if published is None else Article("", published).published
        found = lines.article(str(source), day)
        return found if title is None else replace_article(found, title=title)
    if isinstance(source, (str, Path)) and Path(source).suffix.lower() in TIMEML:
        return _timeml(Path(source), published, title)
    if isinstance(source, (str, Path)) and Path(source).suffix.lower() in UNREAD:
        raise ArticleError(f"{source} is a spreadsheet of a kind that is not read: save it as .xlsx or .csv")
    from timeline.articles import reading

    if not allow_network:
        return reading.read(source, published, title)
    from timeline.articles.fetch import Network

    return reading.read(source, published, title, network=Network())


def _timeml(place: Path, published: str | None, title: str | None) -> Article:
    """The article of a TimeML document, its annotation dropped; ArticleError where it cannot be read."""
    from timeline.articles import timeml

    try:
        article = timeml.read(place.read_bytes(), place.name)
    except OSError as fault:
        raise ArticleError(f"{place} cannot be read: {fault.strerror or fault}") from fault
    if published is not None:
        article = article.with_published(Article("", published).published, "user")
    return article if title is None else replace_article(article, title=title)


def files(folder: str | PathLike[str]) -> list[Path]:
    """
    The files of a folder, and of those in it, that can be read: articles and saved timelines, by name.

    Raises:
        ArticleError: there is none.
    """
    from timeline.articles import folder as folders
    from timeline.articles.formats import SUFFIXES
    from timeline.workspace import importing

    return folders.files(Path(folder), (*SUFFIXES, folders.SAVED, *lines.LINES, *lines.PACKED, *importing.READ))


def reader(
    landmarks: bool | str | PathLike[str] = True,  # noqa: FBT001, FBT002 - the public name: `landmarks=False`
    *,
    model: str | Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Callable[[Article], Timeline]:
    """
    A function from an article to its timeline, with everything else settled.

    *landmarks*: True for the shipped ones, False for none, a path for the user's own CSV beside the shipped ones.
    """
    from timeline.events import landmarks as known
    from timeline.pipeline import read_timeline

    extra = None if isinstance(landmarks, bool) else Path(landmarks)
    book = known.Landmarks() if landmarks is False else known.load(extra=extra)
    return partial(read_timeline, landmarks=book, model=model, progress=progress)


def extract(
    articles: Article | Iterable[Article],
    landmarks: bool | str | PathLike[str] = True,  # noqa: FBT001, FBT002 - the public name: `landmarks=False`
    *,
    model: str | Path | None = None,
    progress: Callable[[str], None] | None = None,
    clock: Callable[[], str] | None = None,
) -> Chronicle:
    """
    Read one article or many into a chronicle.

    Args:
        articles: what `read` gives.
        landmarks: True for the shipped known events, False for none, a path for your own CSV beside the shipped ones.
        model: another English pipeline than the shipped one, by name or path.
        progress: called with the name of each stage as it begins.
        clock: gives the ISO time that stamps an edit.

    Raises:
        ArticleError: something else than articles is given.
        LandmarksError: the landmarks file is damaged.
        InstallationError: the language model is missing.
    """
    several = [articles] if isinstance(articles, (Article, str, os.PathLike)) else articles
    read_one = reader(landmarks, model=model, progress=progress)
    chronicle = Chronicle(Timeline(), clock=clock, reader=read_one)
    for article in several:
        if not isinstance(article, Article):
            raise ArticleError("extract takes what read gives: timeline.extract(timeline.read('article.txt'))")
        chronicle.add(article)
    return chronicle


def load(
    path: str | PathLike[str],
    *,
    clock: Callable[[], str] | None = None,
    date_order: str = "both",
    tell: Callable[[str], None] | None = None,
) -> Chronicle:
    """
    Open a saved timeline, trusted as written: no language is processed and nothing is derived.

    Of a library it is all that is in it at this moment, as a chronicle of its own. A spreadsheet (csv, xlsx), a
    calendar (ics), a timeline of TimelineJS or Markwhen, and TimeML with events are read row by row.

    Args:
        path: the file.
        clock: gives the ISO time that stamps an edit.
        date_order: how 01/02/2024 is meant in a table: "day-first", "month-first", or "both": it may be either.
        tell: called with a sentence for each row that could not be wholly read.

    Raises:
        SavedTimelineError: the file is missing or damaged; the message says where.
    """
    from timeline.formats import json
    from timeline.workspace import importing

    place = Path(path)
    if is_library(place):
        from timeline.workspace.opening import open_library

        with open_library(place, clock=clock, write=False) as library:
            return library.chronicle()
    foreign = importing.opened(place, clock=clock, order=date_order, tell=tell)
    if foreign is not None:
        return foreign
    try:
        text = place.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise SavedTimelineError(f"{place} is not a saved timeline: it is not UTF-8 text") from fault
    except FileNotFoundError as fault:
        raise SavedTimelineError(f"there is no file {place}: check the name and the folder") from fault
    except OSError as fault:
        raise SavedTimelineError(f"{place} cannot be read: {fault.strerror or fault}") from fault
    return Chronicle(json.read(text, str(place)), clock=clock)


def is_saved(path: str | PathLike[str]) -> bool:
    """
    The file holds events: a saved timeline by its suffix or, where it starts like JSON, by its keys; a library; or what
    others wrote as a table, a calendar or a timeline.
    """
    from timeline.workspace import importing

    place = Path(path)
    if lines.is_lines(place):
        return False
    if place.suffix.lower() == ".json" or is_library(place) or importing.format_of(place) is not None:
        return True
    try:
        with place.open("rb") as file:
            head = file.read(1)
    except OSError:
        return False
    if head != b"{":
        return False
    try:
        data = jsonlib.loads(place.read_text("utf-8"))
    except ValueError:
        return False
    return isinstance(data, dict) and "events" in data and "version" in data


def is_library(path: Path) -> bool:
    """The file says that it is a library."""
    from timeline.library.opening import says_library

    return says_library(path)


def gather(chronicles: Iterable[Chronicle]) -> Chronicle:
    """Several chronicles as one, in their order."""
    first, *rest = chronicles
    for other in rest:
        first.include(other.timeline)
    return first
