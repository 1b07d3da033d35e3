"""Times made of two: "Tuesday morning", "10 p.m. Wednesday", "three weeks ago", "the third week of March"."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

_AFTER = "later|afterwards|afterward|thereafter"
_BEFORE = "earlier|previously|before|beforehand|prior"
_ENDS = ">> !@word|@Cap|@Named|the|a|his|her|its|their|that|he|she|it|they"

RULES = [
    rule("the early hours of Tuesday", "the early|small hours of|on {day:Named.day}", make.a_part, part="MO"),
    rule("mid-afternoon", "mid -? {part}", make.that_part),
    rule("mid-afternoon yesterday", "mid -? {part} {day:Named.day}", make.a_part),
    rule("mid-week", "mid -? week", make.shifted, unit="week", count=0, anchor="context", mod="MID"),
    rule("the last month of the war", "the first|last|final {unit:lasting} >> of", make.lasting_units, number=1),
    rule("June last year", "{part:Named.month|Named.season|Named.day} ,? {whole:Named.year}", make.within),
    rule("the 1988 period", "the {whole:Named.year} period|quarter|season", make.same),
    rule(
        "the corresponding period last year",
        "the same|corresponding|comparable|equivalent period|quarter|time @Named",
        make.year_before,
    ),
    rule("three weeks before Christmas", "{amount:Amount} before|preceding {base:Named}", make.from_named, sign=-1),
    rule("three weeks after Christmas", "{amount:Amount} after|following {base:Named}", make.from_named, sign=1),
    rule("the week before Christmas", "the {unit:dayish} before|preceding {base:Named}", make.unit_from_named, sign=-1),
    rule("the week after Christmas", "the {unit:dayish} after|following {base:Named}", make.unit_from_named, sign=1),
    rule("three weeks before the vote", "{amount:Amount} >> before|preceding", make.from_event, sign=-1),
    rule("three weeks after the vote", "{amount:Amount} >> after|following", make.from_event, sign=1),
    rule("the 28th of that month", "the {day:dayth} of|in {whole:Named.month}", make.day_of_month),
    rule("August of that year", "{part:Named.month|Named.day|Named.season} ,? of|in {whole:Named.year}", make.within),
    rule(
        "this year's third quarter",
        "the? fiscal? {whole:Named.year} ( '|’ s )? fiscal? {part:Named.quarter|Named.half}",
        make.within,
    ),
    rule("this year's April", "{whole:Named.year} '|’ s {part:Named.month|Named.season}", make.within),
    rule("the fiscal first quarter", "the? fiscal|latest {whole:Named.quarter}", make.same),
    rule(
        "the year-earlier third quarter",
        "( the|its|their )? year - ago|earlier {whole:Named.quarter}",
        make.quarter_before,
    ),
    rule(
        "in the morning", "in|during|throughout << the {part} >> !of|on", make.moved_part, days=0, anchor="expression"
    ),
    rule("last Oct. 23", "last|past {whole:Named.day}", make.resided, side=-1),
    rule("next Oct. 23", "next {whole:Named.day}", make.resided, side=1),
    rule("this coming Sunday, March 8", "this|the coming {whole:Named.day}", make.resided, side=1),
    rule("three days ago", "{amount:Amount} ago", make.from_amount, sign=-1),
    rule("years ago", "( many|some )? {unit:units} ago", make.from_units, sign=-1),
    rule("three days later", f"{{amount:Amount}} {_AFTER}", make.from_amount, sign=1, anchor="expression"),
    rule(
        "three days earlier",
        "{amount:Amount} earlier|previously|beforehand",
        make.from_amount,
        sign=-1,
        anchor="expression",
    ),
    rule("a year-earlier", "{amount:Amount} - earlier|ago", make.from_amount, sign=-1, anchor="expression"),
    rule("three days before", f"{{amount:Amount}} before {_ENDS}", make.from_amount, sign=-1, anchor="expression"),
    rule("three days before and", "{amount:Amount} before >> and|but", make.from_amount, sign=-1, anchor="expression"),
    rule("three days before and after the vote", "@Amount before|after and|or before|after", make.nothing),
    rule("three days after", f"{{amount:Amount}} after {_ENDS}", make.from_amount, sign=1, anchor="expression"),
    rule("weeks later", f"{{unit:units}} {_AFTER}", make.from_units, sign=1, anchor="expression"),
    rule("weeks earlier", "{unit:units} earlier|previously|beforehand", make.from_units, sign=-1, anchor="expression"),
    rule("three weeks from now", "{amount:Amount} from now|today|tomorrow", make.from_amount, sign=1),
    rule(
        "the year-ago quarter",
        "( the|its|their )? ( comparable|same )? year - ago|earlier @quarterly",
        make.year_before,
    ),
    rule("the year-earlier nine months", "the|its year - ago|earlier {amount:Counted}", make.lasting),
    rule("Easter week", "{whole:Named.day} week >> !ago|from|later|before|after|earlier|-", make.week_of_feast),
    rule("year-earlier", "year - ago|earlier", make.year_before),
    rule(
        "the same period last year",
        "the same|corresponding|comparable period|quarter|time "
        "( last year | a year earlier|ago | of the? previous|prior year )",
        make.year_before,
    ),
    rule("Tuesday morning", "{day:Named.day} {part}", make.a_part),
    rule("the morning of 5 May", "the? ( early|late )? {part} hours? of|on {day:Named.day}", make.a_part),
    rule("early in the morning of 5 May", "early|late in the {part} hours? of|on {day:Named.day}", make.a_part),
    rule("10 p.m. Wednesday", "{clock:Named.minute} ,? ( on | this )? {day:Named.day|Named.part}", make.clock_of_day),
    rule("noon on Wednesday", "{clock:Named.minute} ,? on {day:Named.day|Named.part}", make.clock_of_day),
    rule("Wednesday at 10 p.m.", "{day:Named.day|Named.part} ,? at? {clock:Named.minute}", make.clock_of_day),
    rule("3 in the afternoon", "{hour:hour|hourword} in the {part}", make.hour_of_part),
    rule("the third week of March", "the {ordinal} {unit:singular} of|in {whole:Named}", make.nth_unit),
    rule("the last week of March", "the last|final {unit:singular} of|in {whole:Named}", make.nth_unit, ordinal=-1),
    rule("the weekend of March 5", "the weekend of {whole:Named.day}", make.weekend_of),
    rule("the weekend of the vote", "the|this weekend >> of", make.a_weekend),
    rule("the spring of last year", "the? {season} of {whole:Named.year}", make.season_of),
    rule("6 o'clock in the evening", "{clock:Named.minute} in the {part}", make.clock_in_part),
    rule("the week of March 5", "the {unit:weekish} of {whole:Named.day}", make.unit_of),
]
