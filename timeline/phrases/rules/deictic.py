"""Times told from the day of writing, and times whose direction only the context gives."""

from __future__ import annotations

from timeline.phrases import make
from timeline.phrases.patterns import rule

_PRE = "in|since|by|until|till|from|before|after|during|of|for|between|through|throughout|to|late|early|mid|and"

RULES = [
    rule("today", "{count:today}", make.shifted, unit="day"),
    rule("last week", "last|past {unit:singular}", make.shifted, count=-1),
    rule("this week", "this|current {unit:singular}", make.shifted, count=0),
    rule("the current week", "the current {unit:singular}", make.shifted, count=0),
    rule("next week", "next {unit:singular}", make.shifted, count=1),
    rule("this coming week", "this|the coming {unit:singular}", make.shifted, count=1),
    rule("this past week", "this past {unit:singular}", make.shifted, count=-1),
    rule("the week", "the {unit:quarteronly}", make.shifted, count=0),
    rule("tonight", "tonight", make.moved_part, part="NI", days=0),
    rule("this morning", "this {part}", make.moved_part, days=0),
    rule("last night", "last {part}", make.moved_part, days=-1),
    rule("the weekend", "the|this weekend", make.a_weekend),
    rule("Tuesday", "{weekday}", make.a_weekday),
    rule("in April", "{month}", make.a_month),
    rule("the summer", "the|this {season}", make.a_season),
    rule("in summer", f"{_PRE} << {{season}}", make.a_season),
    rule("in 1941", "{year:likely} >> !@unit|%|-|soldiers|troops|people|men|women|points|lb|kg|miles|km", make.a_year),
    rule("three days ago", "{amount:Amount} ago", make.from_amount, sign=-1),
    rule("the past three months", "the last|past|previous|preceding {amount:Counted}", make.the_past, sign=-1),
    rule("past three months", "last|past {amount:Counted}", make.the_past, sign=-1),
    rule("the last few years", "the last|past|previous {few} {unit}", make.the_past, sign=-1),
    rule("the next few days", "the? next|coming|following {amount:Counted}", make.the_past, sign=1),
]
