"""An index opened for looking: drawn and exported as a chronicle is, and never edited."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, Self

from timeline.errors import TimelineError
from timeline.library.index import Index
from timeline.model.timeline import Timeline
from timeline.scene.source import Asked

if TYPE_CHECKING:
    from os import PathLike

    from timeline.scene.geometry import Scene

SHOWN = 250
"""Events of an index that are told one by one, where nobody asks for another number."""


class Opened:
    """
    A file that `timeline index` made, with those verbs of a chronicle that change nothing.

    Raises:
        LibraryError: there is no such file, or it is no index, a damaged one, or one of a newer version.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = path
        self.index = Index(path)

    def close(self) -> None:
        """Let go of the file."""
        self.index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    @cached_property
    def timeline(self) -> Timeline:
        """What the whole is called; its events are too many."""
        return Timeline(title=self.index.title)

    def seen(self, *, dates_from: str = "all", only_stated: bool = False, events: str = "all") -> Index:
        """What is drawn; TimelineError where dates were to be derived anew, or events chosen."""
        if dates_from != "all" or only_stated or events != "all":
            self.refuse("dates and events are as they were saved")
        return self.index

    def told(self, window: tuple[float | None, float | None] = (None, None), most: int = SHOWN) -> tuple[Timeline, int]:
        """The weightiest events between two days (None: to the end) as a timeline, and how many there are."""
        reach = self.index.reach() or (0.0, 0.0)
        first, last = (reach[at] if day is None else day for at, day in enumerate(window))
        found = self.index.window(Asked(first, max(first, last), lanes_by="none", most=most))
        unknown, undated = self.index.unknown(most - len(found.events)) if window == (None, None) else ((), 0)
        events = found.events + unknown
        named = {event.article for event in events}
        articles = tuple(article for article in self.index.articles if article.id in named)
        return Timeline(articles, events, title=self.index.title), found.total + undated

    def refuse(self, why: str) -> NoReturn:
        """TimelineError for what an index cannot do."""
        raise TimelineError(
            f"{self.path} is an index, which is only looked at: {why}; change the timeline that it was made from, "
            "and make it again with `timeline index`"
        )

    def scene(self, **view: Any) -> Scene:  # noqa: ANN401 - the fields of `View`
        """The drawing as geometry; takes the fields of `scene.View`."""
        from timeline.workspace.pictures import scene

        return scene(self, view)

    def export(self, path: str | PathLike[str], theme: str = "light", format: str | None = None, **view: Any) -> None:  # noqa: ANN401 - as `scene`
        """Write a picture or page, by suffix (svg, png, pdf, html), as `Chronicle.export` does; else ExportError."""
        from timeline.workspace.pictures import export

        export(self, path, theme, format, view)
