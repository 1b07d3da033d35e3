"""Times told from another time the text speaks of: "that day", "the following spring", "the day before"."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

_ENDS = ">> !@word|@Cap|@Named|the|a|his|her|its|their|that|he|she|it|they"

RULES = [
    rule(
        "on the 20th",
        "on|until|till|by|from|since|before|after << the {day:figureth} "
        ">> !@plain|@Cap|-|of|and|to|@unit|century|@month",
        make.day_of_that_month,
    ),
    rule("the day before the vote", "the very? {unit:dayish} >> before|preceding", make.unit_from_event, sign=-1),
    rule("the day after the vote", "the very? {unit:dayish} >> after|following", make.unit_from_event, sign=1),
    rule("the week's", "the {unit:weekish} >> '|’", make.shifted, count=0, anchor="context"),
    rule("the seventh day", "the {ordinal} {unit:dayish} >> !of|in|@ampm", make.numbered_unit),
    rule("the third evening", "the {ordinal} {unit:partish}", make.numbered_unit),
    rule("that same day", "that|the|this very? same {unit:singular}", make.shifted, anchor="expression"),
    rule("that day", "that {unit:singular}", make.shifted, anchor="expression"),
    rule("that morning", "that same? {part}", make.moved_part, days=0, anchor="expression"),
    rule("that Tuesday", "that same? {weekday}", make.discourse_weekday),
    rule("the next day", "the next|following|subsequent {unit:singular}", make.shifted, count=1, anchor="expression"),
    rule("the day after", f"the {{unit:dayish}} after|following {_ENDS}", make.shifted, count=1, anchor="expression"),
    rule("the day before", f"the {{unit:dayish}} before {_ENDS}", make.shifted, count=-1, anchor="expression"),
    rule(
        "the previous day", "the previous|preceding|prior {unit:singular}", make.shifted, count=-1, anchor="expression"
    ),
    rule("the next morning", "the next|following {part}", make.moved_part, days=1, anchor="expression"),
    rule("the previous night", "the previous|preceding {part}", make.moved_part, days=-1, anchor="expression"),
    rule("the following spring", "the following|next|ensuing {season}", make.following, side=1),
    rule("that spring", "that same? {season}", make.following, side=0),
    rule("the previous spring", "the previous|preceding {season}", make.following, side=-1),
    rule("the following March", "the following|next {month}", make.following, side=1),
    rule("that March", "that same? {month}", make.following, side=0),
    rule("the previous March", "the previous|preceding {month}", make.following, side=-1),
    rule("the following Tuesday", "the following|next {weekday}", make.following, side=1),
    rule("the previous Tuesday", "the previous|preceding {weekday}", make.following, side=-1),
    rule(
        "the day following",
        "the {unit:dayish} following|after >> !@Cap|@Named|the|a|his|her|its|their",
        make.shifted,
        count=1,
        anchor="expression",
    ),
]
