"""What stands by itself: the present, the past and the future, sets, and qualified amounts."""

from __future__ import annotations

from timeline.phrases import make
from timeline.phrases.patterns import rule

RULES = [
    rule("now", "right? now", make.vague, value="PRESENT_REF"),
    rule("currently", "currently|presently|nowadays", make.vague, value="PRESENT_REF"),
    rule("recently", "recently|previously|formerly|lately", make.vague, value="PAST_REF"),
    rule("the future", "the future", make.vague, value="FUTURE_REF"),
    rule("weekly", "{unit:every}", make.every),
    rule("every day", "every|each {unit:singular}", make.every),
    rule("more than four hours", "more|longer than {amount:Counted}", make.qualified, mod="MORE_THAN"),
    rule("less than a week", "less than {amount:Counted}", make.qualified, mod="LESS_THAN"),
    rule("nearly an hour", "nearly|almost|about|around|roughly|approximately {amount:Counted}", make.qualified, mod="APPROX"),
]
