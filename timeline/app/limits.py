"""How much the server takes from whoever uses its page: all of it here, and what an operator may say otherwise."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final, Self

from timeline.errors import ArticleError, TimelineError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.timeline import Timeline

MOST_QUESTION: Final = 1_000_000
"""Largest question of the page, in bytes: a view with the rows of 250 events has some 10,000."""
MOST_GUESSES: Final = 10
"""Different wrong tokens from one address within a minute; after that it has to wait."""
MOST_CONNECTIONS: Final = 500
"""Open at once: a browser keeps six."""
_SPOOLED: Final = 3
"""What is so many times too large is still received before it is refused: who sends it can then read the sentence."""
_MILLION: Final = 1_000_000
VARIABLE: Final = "TIMELINE_MOST_"
"""What the names of the limits begin with in the environment."""


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What one request may bring; each has its name in the environment: `TIMELINE_MOST_CHARACTERS=3000000`.

    `megabytes` is the size of a file, `characters` the length of an article's text, `events` how many one article may
    have and `articles` how many a saved timeline, `readings` how many wait to be read in this process. `megapixels` is
    the size of a picture that is exported: each takes eight bytes while it is drawn.
    """

    megabytes: int = 20
    characters: int = 1_000_000
    events: int = 20_000
    articles: int = 2_000
    readings: int = 4
    megapixels: int = 50

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """
        The limits that the environment names, the usual ones elsewhere.

        Raises:
            TimelineError: one is no whole number above 0.
        """
        said = {field.name: environment.get(VARIABLE + field.name.upper(), "") for field in fields(cls)}
        for name, number in said.items():
            if number and not (number.isascii() and number.isdecimal() and len(number) < 10 and int(number)):
                raise TimelineError(
                    f"{VARIABLE}{name.upper()} is {number!r} in the environment: it takes a whole number above 0"
                )
        return cls(**{name: int(number) for name, number in said.items() if number})

    @property
    def bytes(self) -> int:
        """The largest body of a request."""
        return self.megabytes * _MILLION

    @property
    def pixels(self) -> int:
        """The most pixels of a picture."""
        return self.megapixels * _MILLION

    @property
    def received(self) -> int:
        """Of a larger body than this nothing is received any more."""
        return _SPOOLED * self.bytes

    @property
    def too_large(self) -> str:
        """What is said of a body that is too large."""
        return f"larger than {self.megabytes} MB: split it"

    def check_text(self, text: str, name: str) -> None:
        """Raise ArticleError where a text is too long to be read at once."""
        if len(text) > self.characters:
            raise ArticleError(
                f"{name or 'this text'} has {len(text):,} characters, more than the {self.characters:,} that are read "
                "at once: split it"
            )

    def check_timeline(self, timeline: Timeline, name: str) -> None:
        """Raise ArticleError where an upload brings too many articles, or one of them too many events."""
        if len(timeline.articles) > self.articles:
            raise ArticleError(
                f"{name or 'this'} has {len(timeline.articles):,} articles, more than the {self.articles:,} that are "
                "taken at once: split it"
            )
        counts: dict[str, int] = {}
        for event in timeline.events:
            counts[event.article] = counts.get(event.article, 0) + 1
        most = max(counts.values(), default=0)
        if most > self.events:
            raise ArticleError(
                f"{name or 'this text'} has {most:,} events in one article, more than the {self.events:,} that are "
                "taken: split it"
            )
