"""From one time to another, and lists that share a month or a year."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

_COUNTED = "@unit|@number|@month|%|@ampm|percent|people|others|million|billion|men|women|-"

RULES = [
    rule(
        "March or April 1912",
        "{first:Named.month|Named.season|Named.day} or|and|/ {last:Named.month|Named.season|Named.day}",
        make.sharing_year,
    ),
    rule(
        "February 14-16, 2024",
        "{first:Named.day} -|–|—|to|through|until {day:dayno|dayth} ,? {whole:Named.year}",
        make.days_of_one_year,
    ),
    rule(
        "February 14 and 16, 2024",
        "{first:Named.day} and|or|& {day:dayno|dayth} ,? {whole:Named.year}",
        make.days_of_one_year,
        apart=True,
    ),
    rule(
        "April 24-25",
        "{first:Named.day} -|–|—|to|through|until {day:dayno|dayth} >> !@unit|@month|%|@ampm|.",
        make.days_of_one_month,
    ),
    rule("April 24-25.", "{first:Named.day} -|–|—|to|through|until {day:dayno|dayth} >> .", make.days_of_one_month),
    rule(
        "April 24 and 25",
        f"{{first:Named.day}} ( ,? and|or|& ) {{day:dayno|dayth}} >> !{_COUNTED}",
        make.days_of_one_month,
        apart=True,
    ),
    rule(
        "14 to 16 February",
        "from? {day:dayno|dayth} -|–|—|/|to|through|until|till {last:Named.day}",
        make.days_of_one_month,
    ),
    rule("between 14 and 16 February", "between {day:dayno|dayth} and {last:Named.day}", make.days_of_one_month),
    rule("14 and 16 February", "{day:dayno|dayth} and|or|& {last:Named.day}", make.days_of_one_month, apart=True),
    rule(
        "from April 24 to 26",
        "from|between {first:Named.day} and|to|-|– {day:dayno|dayth} >> !@unit|@month|%|@ampm",
        make.days_of_one_month,
    ),
    rule(
        "1861-63",
        "{first:Named.year} -|–|—|/|to {short:shortyear} >> !-|@unit|@number|%",
        make.years_of_one_century,
    ),
    rule("499-493 BC", "{year:anyyear} -|–|—|to|and|or|/ {last:Named.year}", make.years_of_one_era),
    rule(
        "from March to June",
        "( from {first:Named} to|until|till|through|-|–|— | between {first:Named} and|-|–|— ) {last:Named}",
        make.reach,
    ),
    rule("March to June", "{first:Named} to|until|till|through|-|–|— {last:Named}", make.reach),
]
