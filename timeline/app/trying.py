"""An article with what hangs together with it, tried otherwise: by other sources, on another day, without an edit."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, TypeVar

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import day_number
from timeline.chrono.iso import iso_day
from timeline.workspace import Chronicle
from timeline.workspace.island import island
from timeline.workspace.sources import from_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.app.book import Work
    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

T = TypeVar("T")

FAR_DAY: Final = iso_day(day_number(9000))
"""A publication day to try: far in the future, so that what is told as past stays so."""
_SAME_WITHOUT_DAY: Final = {"landmarks": "all", "publication": "text"}


def day_given(articles: Iterable[Article]) -> bool:
    """A publication day was given from outside, by a user or a page."""
    return any(article.given in ("user", "metadata") for article in articles)


def same_source(articles: Iterable[Article], dates_from: str) -> str:
    """The source that stands for all that come to the same where no day was given: nothing is derived twice."""
    return dates_from if day_given(articles) else _SAME_WITHOUT_DAY.get(dates_from, dates_from)


class Trying(ABC):
    """Whatever has a chronicle can try what an event's date would be if something were otherwise."""

    chronicle: Work

    @abstractmethod
    def _keep(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        """What is made is kept by its key until something changes."""

    def near(self, article_id: str) -> Chronicle:
        """An article with what hangs together with it, to be seen by other sources or to try an edit on."""
        return self._keep(("near", article_id), lambda: Chronicle(island(self.chronicle.timeline, article_id)))

    def near_seen(self, article_id: str, *, dates_from: str = "all", only_stated: bool = False) -> Timeline:
        """An article with what hangs together with it, dated by some sources; without reasons."""
        near = self.near(article_id)
        dates_from = same_source(near.articles, dates_from)
        if (dates_from, only_stated) == ("all", False):
            return near.timeline
        return self._keep(
            ("near", article_id, dates_from, only_stated),
            lambda: from_sources(near.timeline, dates_from, only_stated=only_stated, explained=False),
        )

    def from_text(self, article_id: str) -> Range:
        """What an article's text alone says of its publication day."""
        seen = self.near_seen(article_id, dates_from="text")
        return next((one.published for one in seen.articles if one.id == article_id), Range())

    def some_day(self, article_id: str) -> Timeline:
        """What hangs together with an article as if it had come out on some far day: what changes, hangs on it."""

        def make() -> Timeline:
            trial = Chronicle(self.near(article_id).timeline)
            if any(article.given is None and article.id == article_id for article in trial.articles):
                trial.set_published(FAR_DAY, article_id)
            return trial.timeline

        return self._keep(("some day", article_id), make)

    def machine(self, event: Event) -> str | None:
        """What an event's date would be in words without the one the user gave it; None where the user gave none."""

        def make() -> str | None:
            timeline = self.chronicle.timeline
            dates = [edit for edit in timeline.edits if (edit.subject, edit.field) == (event.id, "date")]
            if not dates or not (dates[-1].after or {}).get("bounds"):
                return None
            trial = Chronicle(self.near(event.article).timeline)
            trial.set_date(event.id, None)
            return trial.event(event.id).when

        return self._keep(("machine", event.id), make)
