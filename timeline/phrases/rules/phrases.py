"""What stands by itself: the present, the past and the future, and sets."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

RULES = [
    rule(
        "the year",
        "of|for|in|during|throughout << the year >> !@number|-|before|after|of|earlier|later|that|when|in",
        make.shifted,
        unit="year",
        count=0,
        anchor="context",
    ),
    rule("now", "right|by|until|for? << now", make.vague, value="PRESENT_REF"),
    rule("right now", "right? now", make.vague, value="PRESENT_REF"),
    rule("currently", "currently|presently|nowadays", make.vague, value="PRESENT_REF"),
    rule("current", "current", make.vague, value="PRESENT_REF"),
    rule("at present", "at << present", make.vague, value="PRESENT_REF"),
    rule("these days", "these days", make.vague, value="PRESENT_REF"),
    rule("at this time", "at this time|moment", make.vague, value="PRESENT_REF"),
    rule("the present day", "( the present day? | present - day )", make.vague, value="PRESENT_REF"),
    rule("to date", "to << date >> !@number|of|for", make.vague, value="PRESENT_REF"),
    rule("to this day", "to << this day", make.vague, value="PRESENT_REF"),
    rule("for the time being", "the time being", make.vague, value="PRESENT_REF"),
    rule("at the moment", "at << the moment >> !of|when", make.vague, value="PRESENT_REF"),
    rule("in those days", "in << those days", make.vague, value="PAST_REF"),
    rule("in the past", "in << the past >> !@Amount|@unit", make.vague, value="PAST_REF"),
    rule("at this point", "at << this point", make.vague, value="PRESENT_REF", histories=True),
    rule("at that time", "at << that|the time >> !of", make.vague, value="PAST_REF", histories=True),
    rule("at night", "at << night", make.any_part, part="NI"),
    rule("at dawn", "at|by|before|after|until|since|around << {part:hourpart}", make.that_part),
    rule("recently", "( more|most )? recently|lately", make.vague, value="PAST_REF"),
    rule("recent", "recent", make.vague, value="PAST_REF", histories=True),
    rule("former", "former", make.vague, value="PAST_REF", histories=True),
    rule("future", "future", make.vague, value="FUTURE_REF", histories=True),
    rule("future quarters", "future @units", make.vague, value="FUTURE_REF"),
    rule("the near term", "the near|short -? term", make.vague, value="FUTURE_REF"),
    rule("the future", "the near|foreseeable|distant|immediate|not? future", make.vague, value="FUTURE_REF"),
    rule("in the future", "the future", make.vague, value="FUTURE_REF", histories=True),
    rule("summer offensive", "{season:nounseason} >> !of|-", make.bare_season),
    rule("weekly", "{unit:every}", make.every),
    rule("every day", "every|each {unit:singular}", make.every),
    rule("per second", "per second|minute|hour", make.nothing),
    rule("per week", "per {unit:singular}", make.every),
    rule("Mondays", "{weekday:weekdays}", make.every_weekday),
    rule("every other week", "every other|second {unit:singular}", make.every, number=2),
    rule("every four years", "every {amount:Counted}", make.every_amount),
    rule("every Monday", "every|each {named:Named.day|Named.month|Named.season|Named.weekend}", make.every_one),
    rule(
        "for years",
        "for|in|within|after|over|took|spent|lasted|by|with|despite|through|following << {unit:units}",
        make.lasting_units,
    ),
    rule(
        "the days before the vote",
        "the {unit:units} >> before|after|since|leading|following|between|preceding",
        make.lasting_units,
    ),
    rule("some time", "for|in << some time", make.lasting_units, unit="month"),
    rule("seven days a week", "@number << day|days a week", make.repeated, value="P1D"),
]
