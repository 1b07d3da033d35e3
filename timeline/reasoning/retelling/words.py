"""Who and what takes part in an event, by the words of its clause and its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline.chrono.calendar import day_of
from timeline.events.human import is_somebody
from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.reasoning.retelling.acts import acts_of, basic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.model.article import Article
    from timeline.model.event import Event
    from timeline.model.span import Span

NEWS = 31  # days for which news is new
LOOKING_BACK = 400  # days for which an article tells again what another one had
_CLAUSE = 60  # characters behind a word that may belong to it: "took the stand"
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+")
_HAD = re.compile(r"\bhad\b(?:\s+\w+){0,2}\s+$")
_OWNER = re.compile(r"\b([A-Z][\w-]+)[’']s? ([a-z]+)")
_UNITS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TOLD = 3  # from here on a number says which event it is
_ENDING = wordset("ending verb")  # not all of what lasts
_CIRCUMSTANCES = wordset("before where and when")
_ORDINALS = wordset("one of several")
_CALENDAR = wordset("of the calendar")
_EMPTY = wordset("neither who nor what")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """
    An event as one article tells it, ready to be compared.

    `acts` as in `acts_of`; `names` and `things` are the words for those who take part, by their parts in `doers` and
    `objects`; `said` are all words of it that say who or what, in order; `actors` the names of those who act; `counts`
    numbers by the word they stand before; `marks` words such as "second"; `news` is the day by which it was over, as
    far as its article tells, else the first one possible; `looks_back`: it is told as what was before ("had sunk").
    """

    event: Event
    acts: frozenset[str]
    names: frozenset[str]
    things: frozenset[str]
    doers: frozenset[str]
    objects: frozenset[str]
    said: tuple[str, ...]
    actors: frozenset[str]
    counts: frozenset[tuple[str, int]]
    marks: frozenset[str]
    news: int | None
    looks_back: bool

    @property
    def words(self) -> frozenset[str]:
        """All who and what takes part."""
        return self.names | self.things

    @property
    def reach(self) -> tuple[int, int] | None:
        """The days within which another telling of it lies: its own, or those around the news of it; None for any."""
        window = self.event.bounds.window
        if window.earliest is not None and window.latest is not None:
            return day_of(window.earliest), day_of(window.latest)
        return None if self.news is None else (self.news - LOOKING_BACK, self.news + LOOKING_BACK)


def told(event: Event, article: Article, names: frozenset[str]) -> Told:
    """How an article tells an event; *names* are the article's (see `names_of`)."""
    heads = set(_told_by(event, article))
    tellings = [acts_of(head.of(article.text), article.text[head.end : head.end + _CLAUSE]) for head in sorted(heads)]
    acts = frozenset[str]().union(*(telling.acts for telling in tellings))
    head = event.head.of(article.text)
    own = (head, basic(head.casefold()), *(one for telling in tellings for one in telling.carried))
    title, quote = (list(_tokens(_without_owners(text))) for text in (event.title, event.quote))
    at = _place(title, head)
    doers, objects = _parts(title, at, head)
    skipped = {stem(word) for word in (*own, *title[at : at + 1])} | {""}
    words = {stem(word) for word in (*title, *quote)} - skipped
    actors = {stem(word) for actor in event.actors for word in _tokens(_without_owners(actor))} & names
    numbered = [(two, number) for one, two in pairwise(quote) if (number := _number(one)) and two not in _CALENDAR]
    counts = {(stem(noun), number) for noun, number in numbered if stem(noun)}
    numbers = {f"{number} {noun}" for noun, number in numbered if noun == "per"}
    numbers |= {str(number) for _, number in numbered if number >= _TOLD}
    window = event.bounds.window
    news = next((one for one in (window.latest, window.earliest, article.published.latest) if one is not None), None)
    return Told(
        event,
        acts,
        frozenset((words & names) | actors),
        frozenset({stem(word) for word in title} - names - skipped | numbers),
        frozenset({stem(word) for word in doers} - skipped),
        frozenset({stem(word) for word in objects} - skipped),
        tuple(stem(word) for word in (*title, *quote)),
        frozenset(actors),
        frozenset(counts),
        _ORDINALS & set(quote),
        None if news is None else day_of(news),
        noun_is(head.casefold(), "event")
        or bool(_HAD.search(article.text, max(0, event.head.start - _CLAUSE), event.head.start)),
    )


class Spelling(NamedTuple):
    """The words that an article writes small, and large, and those of the latter that stand within a sentence."""

    small: frozenset[str]
    large: frozenset[str]
    within: frozenset[str]


def spelling(article: Article) -> Spelling:
    """How an article writes its words."""
    small, large, within = set(), set(), set()
    for found in _WORD.finditer(article.text):
        if found[0][0].islower():
            small.add(stem(found[0]))
        elif found[0][0].isupper():
            large.add(stem(found[0]))
            if _within_sentence(article.text, found.start()):
                within.add(stem(found[0]))
    return Spelling(frozenset(small), frozenset(large), frozenset(within))


def names_of(articles: Mapping[str, Spelling]) -> dict[str, frozenset[str]]:
    """By article the words that it never writes small, and that one of them writes large within a sentence."""
    names = frozenset[str]().union(*(one.within for one in articles.values()))
    return {name: (one.large & names) - one.small - {""} for name, one in articles.items()}


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """
    A word as it is compared; empty where it says nothing of who or what.

    >>> stem("Drivers’"), stem("Tuesday"), stem("the"), stem("companies")
    ('driver', '', '', 'company')
    """
    plain = re.sub(r"[’']s?$", "", word.casefold())
    if plain in _EMPTY or plain in _CALENDAR or _number(plain) is not None or plain.isdigit() or len(plain) < 2:
        return ""
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and len(plain) > 3:
        return plain[:-1]
    return plain


def _parts(title: Sequence[str], at: int, head: str) -> tuple[Sequence[str], Sequence[str]]:
    """Who does it and what it is done to, by a title; a noun does not tell the one from the other."""
    if at < 0:
        return (), ()
    before, behind = title[:at], title[at + 1 :]
    end = next((place for place, word in enumerate(behind) if word in _CIRCUMSTANCES), len(behind))
    word = title[at]
    if word == head.casefold() and word != basic(word):  # "Captain arrested by the police"; else a title has "arrests"
        return (behind[end + 1 :] if behind[end : end + 1] == ["by"] else ()), before
    if noun_is(word, "event"):
        return title, title
    return before, behind[:end]


def _told_by(event: Event, article: Article) -> Iterator[Span]:
    """The word that is the event, and those that are where it only carries them ("the *talks* began")."""
    yield event.head
    verb = basic(event.head.of(article.text).casefold())
    if verb_is(verb, "light", "aspect", "happen") and verb not in _ENDING:
        yield from (mention.head for mention in event.mentions if event.span.covers(mention.head))


def _without_owners(text: str) -> str:
    """Without those who only have somebody that takes part: "*Sole's* predecessor"."""
    return _OWNER.sub(lambda found: found[2] if is_somebody(found[2].casefold()) else found[0], text)


def _number(word: str) -> int | None:
    """A number of two or more, in digits or in words; None where it is none, or a year."""
    if word.isdecimal():
        return int(word) if int(word) > 1 and not 1400 <= int(word) <= 2300 else None
    ten, _, unit = word.partition("-")
    if word in _UNITS:
        return _UNITS.index(word) + 2
    if ten not in _TENS:
        return None
    return 20 + 10 * _TENS.index(ten) + (_UNITS.index(unit) + 2 if unit in _UNITS[:8] else 1 if unit == "one" else 0)


def _tokens(text: str) -> Iterable[str]:
    return (found[0].casefold() for found in _WORD.finditer(text))


def _place(title: list[str], head: str) -> int:
    """Where in a title its verb stands; before all of it where it has none."""
    word = head.casefold()
    verb = basic(word)
    for at, one in enumerate(title):
        if one == word or stem(one) == verb or one.startswith(verb) or one in {f"{verb}s", f"{verb}es"}:
            return at
    return -1


def _within_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip("\"“‘'( ")
    return bool(before) and before[-1] not in ".!?:\n—-"
