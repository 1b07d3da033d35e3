"""
Events and expressions to statements: what the text claims about when things happened.

One function a rule; each statement carries the words it rests on.
Rules that relate an event to a time or to publication stand in `timing`, those between two events in `ordering`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.reasoning.attachment import settled
from timeline.reasoning.causes import by_cause
from timeline.reasoning.company import by_company
from timeline.reasoning.conditions import turned
from timeline.reasoning.lives import by_life
from timeline.reasoning.newest import around_the_lead
from timeline.reasoning.newsday import news_day, of_the_past, usual_day
from timeline.reasoning.onetelling import one_telling
from timeline.reasoning.ordering import by_connective, by_narrative, by_past_perfect, by_speech
from timeline.reasoning.printed import by_weekdays_of_the_text
from timeline.reasoning.reading import Reading
from timeline.reasoning.reference import by_reference
from timeline.reasoning.results import by_result
from timeline.reasoning.sameness import by_sameness
from timeline.reasoning.sequence import in_sequence
from timeline.reasoning.stages import in_stages
from timeline.reasoning.tenses import by_tense
from timeline.reasoning.timing import by_expression, by_landmark, publication_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.candidate import Candidate
    from timeline.events.landmarks import Landmarks
    from timeline.grammar.syntax import Sentence
    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression
    from timeline.model.statement import Statement


def statements(
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    landmarks: Landmarks,
) -> list[Statement]:
    """Everything the article says about when its events happened, in text order, rule by rule."""
    reading = settled(Reading(article, tuple(sentences), tuple(expressions), tuple(candidates)))
    found = [*publication_given(article), *by_weekdays_of_the_text(reading)]
    news, past = news_day(reading), of_the_past(reading)
    for candidate in reading.candidates:
        found += by_expression(reading, candidate)
        found += by_tense(reading, candidate, news)
        found += by_connective(reading, candidate)
        found += by_speech(reading, candidate)
        found += by_past_perfect(reading, candidate)
        found += by_narrative(reading, candidate)
        found += by_landmark(reading, candidate, landmarks)
        found += by_cause(reading, candidate)
        found += by_result(reading, candidate)
        found += by_company(reading, candidate)
        found += turned(reading, candidate)
        found += usual_day(reading, candidate, news, past=past)
    found += by_sameness(reading)
    found += by_life(reading)
    found += in_sequence(reading)
    found += one_telling(reading)
    found += around_the_lead(reading)
    found += by_reference(reading)
    found += in_stages(reading)
    return list(dict.fromkeys(found))
