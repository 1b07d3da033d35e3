"""What an article is about, as far as its first lines tell: the words of its headline, and where its text begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.landmark import words_of
from timeline.events.telling import act_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.view import View
    from timeline.model.article import Article

_SAYING_WHAT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_TOP = 3  # sentences among which a headline stands
_SHORT = 3  # letters; "the", "and", "for" say nothing of what it is about


@dataclass(frozen=True, slots=True)
class Story:
    """
    What an article is about.

    `heading`: the words of title and headline, as they stand, by lemma, and by the act they tell; `order`: the place of
    each sentence of the text among those that are no headings; `length`: how many these are.
    """

    heading: frozenset[str]
    order: dict[int, int]
    length: int

    def place(self, sentence: int) -> int:
        """How many sentences of the text stand before this one."""
        return self.order.get(sentence, 0)

    def headline_words(self, view: View, words: Sequence[int]) -> int:
        """How many different of these words are in the headline."""
        return len(set[str]().union(*(forms & self.heading for word in words if (forms := _forms(view, word)))))


def story_of(article: Article, views: Sequence[View]) -> Story:
    """From the title, the headings at the top, and the sentences."""
    heading = {word for word in words_of(article.title or "") if len(word) > _SHORT}
    for view in views[:_TOP]:
        if view.sentence.heading:
            heading |= set[str]().union(*(_forms(view, token.index) for token in view.tokens))
    body = [view.number for view in views if not view.sentence.heading]
    return Story(frozenset(heading), {number: place for place, number in enumerate(body)}, len(body))


def _forms(view: View, word: int) -> frozenset[str]:
    """The act a verb or noun of action tells, else the lemma of a word that says what: one form a word, or none."""
    token = view.tokens[word]
    if token.pos not in _SAYING_WHAT or word in view.timed or not token.text[:1].isalpha():
        return frozenset()
    lemma = view.lemma(word)
    if len(lemma) < _SHORT:
        return frozenset()
    return frozenset({act_of(lemma, nominal=token.pos == "NOUN")})
