"""More or less than so much: "nearly two months", "at least 72 hours", "a week or so"."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

_AMOUNT = "{amount:Amount}"

RULES = [
    rule("more than four hours", f"more|longer|greater than {_AMOUNT}", make.qualified, mod="MORE_THAN"),
    rule("over a week", f"well? over {_AMOUNT}", make.over),
    rule("less than a week", f"less|fewer|shorter than {_AMOUNT}", make.qualified, mod="LESS_THAN"),
    rule("under a month", f"under {_AMOUNT}", make.qualified, mod="LESS_THAN"),
    rule("nearly an hour", f"nearly|almost {_AMOUNT}", make.qualified, mod="LESS_THAN"),
    rule("about three weeks", f"about|around|roughly|approximately|some|circa {_AMOUNT}", make.qualified, mod="APPROX"),
    rule("a week or so", f"{_AMOUNT} or so|more", make.qualified, mod="APPROX"),
    rule("at least 72 hours", f"at least {_AMOUNT}", make.qualified, mod="EQUAL_OR_MORE"),
    rule("at most a day", f"at most {_AMOUNT}", make.qualified, mod="EQUAL_OR_LESS"),
    rule("up to 180 days", f"up to {_AMOUNT}", make.qualified, mod="EQUAL_OR_LESS"),
    rule("no more than sixty days", f"no|not more than {_AMOUNT}", make.qualified, mod="EQUAL_OR_LESS"),
    rule("no less than a year", f"no|not less|fewer than {_AMOUNT}", make.qualified, mod="EQUAL_OR_MORE"),
]
