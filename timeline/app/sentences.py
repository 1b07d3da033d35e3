"""What the page says, as plain sentences: about a publication day, a date's sources, its sharpness, a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.scene.words import published_words

if TYPE_CHECKING:
    from timeline.chrono.bounds import Range
    from timeline.model.article import Article

EVENTS: Final = {"main": "Main events", "all": "All events"}
LANES_BY: Final = {"actor": "Actor", "place": "Place", "article": "Article", "status": "Status"}
DATES_FROM: Final = {
    "all": "Everything known",
    "landmarks": "Text and known events",
    "publication": "Text and publication day",
    "text": "The text alone",
}
GIVEN: Final = {"user": "set by you", "text": "printed in the article", "metadata": "from the page"}


def question(article: Article, known: Range, from_text: Range, *, several: bool = False) -> tuple[str, str]:
    """
    What is asked about an article's publication day: the sentence up to the days it allows, and those days.

    *known* is what everything says about it, *from_text* the text alone; among *several* articles it is named.
    """
    asks = asked(article, several=several)
    if known.open:
        return f"{asks} The article does not say, and nothing in it tells the year.", ""
    return f"{asks} The article does not say; {_who(known, from_text)} allow", published_words(known)


def asked(article: Article, *, several: bool) -> str:
    """The question itself; among *several* articles it names the one, by the words on its page or its file."""
    name = article.title or article.source
    return f"When was “{name}” published?" if several and name else "When was this published?"


def allowed(known: Range, from_text: Range) -> str:
    """What is known about a publication day before anybody says it: a sentence, empty where nothing is."""
    if known.open:
        return ""
    who = _who(known, from_text)
    return f"{who[:1].upper()}{who[1:]} allow {published_words(known)}."


def _who(known: Range, from_text: Range) -> str:
    return "its words" if known == from_text else "its words and known events"


def count(number: int, noun: str) -> str:
    """
    A number with its noun.

    >>> count(1, "article"), count(14, "event")
    ('1 article', '14 events')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
