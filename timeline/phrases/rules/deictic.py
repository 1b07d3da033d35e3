"""Times told from the day of writing, and times whose direction only the context gives."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

_PRE = (
    "in|since|by|until|till|from|before|after|during|of|for|between|through|throughout|to|late|early|mid|and|each"
    "|every|or|next|last"
)
# What follows a number of four digits that counts something.
_COUNTED = (
    "!@unit|%|soldiers|troops|people|men|women|points|pounds|lb|kg|miles|km|metres|meters|feet|acres|dollars|jobs"
    "|employees|workers|votes|shares|others|barrels|tons|tonnes|copies|units|members|students|prisoners|civilians"
    "|deaths|casualties|killed|dead|million|billion|guns|tanks|aircraft|ships"
)

# What stands before a number of four digits that is no year.
_NUMBERED = (
    "!$|£|€|#|at|flight|no.|number|room|route|highway|article|section|page|pages|sections|articles|chapters|rooms|chapter|exactly|resolution|act|law|bill"
    "|regulation|op.|model|type|class|unit|gate|channel|line|lot|volume"
)
# Where one of these stands before it, "March", "April", "May", "June" or "August" is a month.
_OF_TIME = "in|since|by|until|till|of|from|last|this|next|and|during|every|early|late|mid|-|through|after|before"

_FIRST = "the? first|opening {amount:Counted}"
_LAST = "the? last|final|closing {amount:Counted}"
_LONG = "{whole:Named.month|Named.year|Named.decade|Named.century}"

RULES = [
    rule("the Long March", "@Name|long << march >> !@number", make.nothing),
    rule(
        "the March for Life",
        f"!{_OF_TIME} << march for|against|on|to >> !@dayno",
        make.nothing,
    ),
    rule(
        "April Glaspie",
        f"!{_OF_TIME}|the|a|an|,|on|to|for|between|or|its|his|their << april|june|august|may @Name",
        make.nothing,
    ),
    rule("to this day", "to << this day >> !in|last|of|when|@Named", make.vague, value="PRESENT_REF"),
    rule("today", "{count:today}", make.shifted, unit="day"),
    rule("the day before yesterday", "the day before yesterday", make.shifted, unit="day", count=-2),
    rule("the day after tomorrow", "the day after tomorrow", make.shifted, unit="day", count=2),
    rule("this time last year", "this time last year", make.shifted, unit="year", count=-1),
    rule("this time next year", "this|the same? time next year", make.shifted, unit="year", count=1),
    rule("last week", "last {unit:singular} >> !of", make.shifted, count=-1),
    rule("this past week", "this past {unit:singular}", make.shifted, count=-1),
    rule("this week", "this|current {unit:singular}", make.shifted, count=0),
    rule("the current week", "the current {unit:singular}", make.shifted, count=0),
    rule("next week", "next {unit:singular}", make.shifted, count=1),
    rule("the coming week", "this|the coming|upcoming {unit:singular}", make.shifted, count=1),
    rule(
        "the week before last",
        "the {unit:singular} before last >> !@weekday|@month|@singular|@season",
        make.shifted,
        count=-2,
    ),
    rule("the week after next", "the {unit:singular} after next", make.shifted, count=2),
    rule("the quarter", "the quarter >> !-|of|@ordinal|century", make.reported_quarter),
    rule("the latest period", "the most? latest|recent period|quarter", make.shifted, unit="quarter", count=-1),
    rule("coming months", "!the|this << coming @units", make.vague, value="FUTURE_REF"),
    rule("the full year", "the full year", make.shifted, unit="year", count=0, anchor="context"),
    rule("tonight", "tonight", make.moved_part, part="NI", days=0),
    rule("this morning", "this {part}", make.moved_part, days=0),
    rule("last night", "last {part}", make.moved_part, days=-1),
    rule("tomorrow morning", "{days:today} {part}", make.moved_part),
    rule("the weekend", "the|this weekend >> !of", make.a_weekend),
    rule("last Tuesday", "last|past {weekday}", make.a_weekday, side=-1),
    rule("next Tuesday", "next {weekday}", make.a_weekday, side=1),
    rule("this coming Tuesday", "this|the coming {weekday}", make.a_weekday, side=1),
    rule("this past Tuesday", "this|the past|previous {weekday}", make.a_weekday, side=-1),
    rule("this Tuesday", "this {weekday}", make.a_weekday),
    rule("Tuesday", "{weekday}", make.a_weekday),
    rule("last April", "last|past {month}", make.a_month, side=-1),
    rule("next April", "next {month}", make.a_month, side=1),
    rule("this April", "this {month}", make.a_month, side=0),
    rule("in April", "{month}", make.a_month),
    rule("last summer", "last|past {season}", make.a_season, side=-1),
    rule("this past summer", "this past {season}", make.a_season, side=-1),
    rule("this past April", "this past {month}", make.a_month, side=-1),
    rule("next summer", "next {season}", make.a_season, side=1),
    rule("this summer", "this {season}", make.a_season, side=0),
    rule("the summer", "the {season} >> !of", make.a_season),
    rule("in summer", f"{_PRE} << {{season:calmseason}}", make.a_season),
    rule("last 15 April", "last {month} {day:dayno|dayth}", make.a_date, side=-1),
    rule("in 1941", f"{_NUMBERED} << {{year:likely}} >> {_COUNTED}", make.a_year),
    rule("the years 1955-1957", "the years {year} >> -|–|to|and", make.a_year),
    rule("for the next decade", "for|over << the next|past|last {unit:lasting}", make.past_units, sign=1, number=1),
    rule("the year 1941", "the year {year:year|bignumber}", make.a_year),
    rule("nineteen ninety-six", "{year:spoken}", make.a_year),
    rule(
        "about 1945 points",
        "about|around|some|nearly|almost|roughly|approximately|over|than @likely @plain",
        make.nothing,
    ),
    rule("in '39", "in|of|since|by|until|from << '|’|‘ {short:shortyear}", make.a_year),
    rule("fiscal 1988", "fiscal year? {year}", make.a_year),
    rule("the year ended March 31", "the fiscal? {unit:lasting} >> ended|ending", make.lasting_units, number=1),
    rule("overnight", "overnight", make.moved_part, part="NI", days=-1),
    rule("the fiscal year", "( the | this | the current ) fiscal year", make.shifted, unit="year", count=0),
    rule("the latest fiscal year", "the latest|recent fiscal year", make.shifted, unit="year", count=-1),
    rule("last fiscal year", "last fiscal year", make.shifted, unit="year", count=-1),
    rule("next fiscal year", "next fiscal year", make.shifted, unit="year", count=1),
    rule(
        "the past three years",
        "( each|all of | at least )? the last|past|previous|preceding {amount:Counted|Qualified}",
        make.the_past,
        sign=-1,
    ),
    rule("past three months", "last|past|previous {amount:Counted}", make.the_past, sign=-1),
    rule(
        "the three previous weeks", "the {number} last|past|previous|preceding {unit:units}", make.past_units, sign=-1
    ),
    rule(
        "the next few days",
        "the next|coming|following|ensuing|subsequent {amount:Counted|Qualified}",
        make.the_past,
        sign=1,
    ),
    rule("next few days", "next|coming|following {amount:Counted}", make.the_past, sign=1),
    rule("the next three years", "the {number} following|coming|next {unit:units}", make.past_units, sign=1),
    rule("the past year", "the|this past|last {unit:lasting} >> !of", make.past_units, sign=-1, number=1),
    rule("past decade", "past decade", make.past_units, sign=-1, number=1, unit="decade"),
    rule("recent years", "recent {unit:units}", make.past_units, sign=-1, number=None),
    rule("the first nine months of last year", f"{_FIRST} of last year", make.units_of_shifted, side=1, count=-1),
    rule("the first nine months of this year", f"{_FIRST} of this year", make.units_of_shifted, side=1, count=0),
    rule("the first nine months of next year", f"{_FIRST} of next year", make.units_of_shifted, side=1, count=1),
    rule("the last two months of last year", f"{_LAST} of last year", make.units_of_shifted, side=-1, count=-1),
    rule("the last two months of this year", f"{_LAST} of this year", make.units_of_shifted, side=-1, count=0),
    rule("the first three years of the 1990s", f"{_FIRST} of {_LONG}", make.units_of, side=1),
    rule("the last three days of May 1945", f"{_LAST} of {_LONG}", make.units_of, side=-1),
    rule("the first nine months", "the first|last|final|opening|closing {amount:Counted}", make.lasting),
    rule(
        "the following days",
        "the? following|coming|ensuing|subsequent|intervening|remaining {unit:units}",
        make.past_units,
        sign=1,
        number=None,
    ),
    rule(
        "in later years",
        "in|over|during|for << later|earlier|early|past|prior {unit:units}",
        make.past_units,
        sign=0,
        number=None,
    ),
    rule(
        "over the years",
        "over|through|in|for|during << the {unit:units} "
        ">> !of|ended|ending|number|to|before|after|since|leading|following|when|that|which|,",
        make.past_units,
        sign=0,
        number=None,
    ),
    rule("the weeks ahead", "the {unit:units} ( ahead | to come )", make.past_units, sign=1, number=None),
    rule("the four days", "the {amount:Counted}", make.lasting),
]
