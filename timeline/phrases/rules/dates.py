"""Dates on the calendar: every common order, with and without a year, in words and in figures."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

# What counts so many, where a number of 1000 to 1399 may be a year: "a force of 1200".
_SIZES = (
    "army|force|forces|garrison|fleet|crew|crowd|population|total|strength|maximum|minimum|score|price|cost|sum|average"
    "|height|length|speed|distance|depth|fine|rate|group|band|body|team|staff|number|detachment|contingent|column|host"
    "|retinue|complement|losses|loss|toll|casualties|majority|membership|audience|tax|rent|tribute|ransom|reward|fee|sale|debt|gift"
    "|altitude|weight|range|width|area|level|index|salary|wage|income|turnout|lead|margin|capacity|output"
)
_CHANGED = "increased|reduced|rose|fell|grew|up|down|dropped|declined|outnumbered|cut|swelled|expanded"
# What follows where it is none: a noun that it counts.
_COUNTED = (
    "!@plain|@unit|@number|%|@tight|hundred|soldiers|troops|people|men|women|points|pounds|lb|kg|miles|km|metres|meters|feet"
    "|acres|dollars|jobs|employees|workers|votes|shares|others|barrels|tons|tonnes|copies|units|members|students"
    "|prisoners|civilians|deaths|casualties|killed|dead|million|billion|guns|tanks|aircraft|ships|°|$|£|€|" + _SIZES
)

# What follows a number of three digits behind a month where that is no year: "on 5 June 120 were hurt".
_ANCIENT_COUNTED = f"{_COUNTED}|@Name|of|more|less|fewer|or|who|was|were|are|have|had"

_AT = "in|by|since|until|till|circa|c.|ca."
_VERBS = (
    "was|were|is|are|had|has|did|when|where|which|who|but|with|under|between|against|into|only|then|there|while"
    "|although|though|because|if"
)
_PAGES = "p.|pp.|page|pages|lines|verses|nos.|no.|$|£|€|#|-|–|at"

_DAY = "{day:dayno|dayth}"
_FIRST = "the? first|opening {number} {unit:units}"
_LAST = "the? last|final|closing {number} {unit:units}"
_WHICH = "( early|late|mid )? -?"
_WEEKDAY = "( {weekday:weekday|wday} ,? )?"

RULES = [
    rule("September 1, 1939", f"{_WEEKDAY} {{month:monthname}} the? {_DAY} ( ,? | of ) {{year}}", make.a_date),
    rule("September 1, 480 BC", f"{{month}} {_DAY} ,? {{year:anyyear}} {{era}}", make.a_date),
    rule("September 1, AD 79", f"{{month}} {_DAY} ,? {{era}} {{year:anyyear}}", make.a_date),
    rule("September 1 '39", f"{_WEEKDAY} {{month}} {_DAY} ,? '|’|‘ {{short:shortyear}}", make.a_date),
    rule("Monday, Sept. 1", f"{_WEEKDAY} {{month}} the? {_DAY}", make.a_date),
    rule("1 September 1939", f"{_WEEKDAY} the? {_DAY} of? {{month:monthname}} ,? {{year}}", make.a_date),
    rule("1 September 480 BC", f"{_DAY} of? {{month}} ,? {{year:anyyear}} {{era}}", make.a_date),
    rule("1 September 330", f"{_DAY} {{month:monthname}} {{year:ancient}} >> {_ANCIENT_COUNTED}", make.a_date),
    rule("1 Sept. '39", f"{_DAY} {{month}} '|’|‘ {{short:shortyear}}", make.a_date),
    rule("1-Sep-98", f"{_DAY} - {{month}} - ( {{year}} | {{short:shortyear}} )", make.a_date),
    rule("the 1st of September", f"{_WEEKDAY} the? {{day:dayth}} of? {{month}}", make.a_date),
    rule("1 September", f"{_WEEKDAY} the? {{day:dayno}} {{month}} >> !of", make.a_date),
    rule("1 Mar", f"{_WEEKDAY} {_DAY} {{month:smonth}} ,? {{year}}?", make.a_date),
    rule("Mar 2019", "{month:smonth} ,? {year}", make.a_month),
    rule("Mar 1", f"{_WEEKDAY} {{month:smonth}} {_DAY} ,? {{year}}?", make.a_date),
    rule("2025-08-20", "{numeric}", make.numeric_date),
    rule("September 1939", "{month:monthname} ,? of? {year}", make.a_month),
    rule("September '39", "{month} '|’|‘ {short:shortyear}", make.a_month),
    rule("September 480 BC", "{month} ,? {year:anyyear} {era}", make.a_month),
    rule(
        "September 330",
        f"in|of|from|to|until|since << {{month:monthname}} {{year:ancient}} >> {_ANCIENT_COUNTED}",
        make.a_month,
    ),
    rule("480 BC", "{year:anyyear} {era}", make.a_year),
    rule("a force of 1200", f"{_SIZES} of @early", make.nothing),
    rule("1200 to 1300 copies", f"@early to|or|and|-|– @digits {_COUNTED.removeprefix('!')}", make.nothing),
    rule("1200 or so", "@early ( or so|more|less|fewer | of them|these|those|its|his|her|their )", make.nothing),
    rule("won by 1200 to 900", "by @early to|- @number", make.nothing),
    rule("one in 1000", "( @number in | @number? out of | @number of ) @early", make.nothing),
    rule("increased by 1200", f"{_CHANGED} by|to|from|in @early", make.nothing),
    rule("in 1213", f"{_AT} << {{year:early}} >> {_COUNTED}", make.a_year),
    rule(
        "the battle of 1346",
        f"of|before|after|during|throughout|early|late|mid|c|through << {{year:early}} >> {_COUNTED}|@Name",
        make.a_year,
    ),
    rule(
        "in 1213 was",
        f"{_AT}|of|before|after|during << {{year:early}} >> {_VERBS}",
        make.a_year,
    ),
    rule("1209-1229", f"!{_PAGES} << {{first:early}} -|–|— {{last:early|likely}} >> {_COUNTED}", make.years_apart),
    rule(
        "1240-41",
        f"in|of|from|by|since|during|before|after|( << {{first:early}} -|–|/ {{short:shortyear}} >> {_COUNTED}",
        make.years_apart,
    ),
    rule("from 1213 on", "from << {year:early} >> on|onward|onwards|until|till", make.a_year),
    rule("Magna Carta (1215)", "(|[ << {year:early} >> )|]", make.a_year),
    rule("in about 1250", f"{_AT}|from << about|around {{year:early}} >> {_COUNTED}", make.about_year),
    rule(
        "from 1209 to 1229",
        f"from|between|of|in << {{first:early}} to|until|till|and {{last:early|likely}} >> {_COUNTED}",
        make.years_apart,
    ),
    rule("AD 79", "{era} {year:anyyear}", make.a_year),
    rule(
        "AD 193 to 195",
        f"{{era}} {{first:anyyear}} to|until|and|-|–|— {{last:anyyear}} >> {_COUNTED}",
        make.years_of_our_era,
    ),
    rule("the 1990s", "the? {decade}", make.a_decade),
    rule("the 30s", "the {decade:shortdecade}", make.a_decade),
    rule("the '90s", "the? '|’|‘ {decade:shortdecade}", make.a_decade),
    rule("the '90's", "the? '|’|‘ {decade:shortyear} '|’ s", make.a_decade),
    rule("the 470s BC", "the? {decade:decade|olddecade} {era}", make.a_decade),
    rule("2025-08", "{year} @tight {month:monthno}", make.iso_month),
    rule("Christmas 1963", "the? {feast} ( ,? of? {year} )?", make.a_feast),
    rule("the 1990's", "the {decade:year} '|’ s", make.a_decade),
    rule("the late 1990's", "early|mid|late|- << {decade:year} '|’ s", make.a_decade),
    rule("the first nine months of 1997", f"{_FIRST} of {{year}}", make.units_of_year, side=1),
    rule("the last two months of 1944", f"{_LAST} of {{year}}", make.units_of_year, side=-1),
    rule("the nineties", "the {decade:spokendecade}", make.a_decade),
    rule(
        "the 19th and 20th centuries",
        f"the? {_WHICH} {{first:ordinal}} and|to|or|-|– the? {_WHICH} {{last:ordinal}} {{unit}} {{era}}?",
        make.centuries,
    ),
    rule("this Christmas", "this {feast}", make.this_feast),
    rule("the 20th century", "the? {ordinal} - century {era}?", make.a_century),
    rule("the twentieth century", "the? {ordinal} century {era}?", make.a_century),
    rule("the third quarter of 1989", "the? {ordinal} - quarter of? {year}", make.a_quarter),
    rule("the 3rd quarter of 1989", "the? {ordinal} quarter ( ,? | of ) fiscal? {year}", make.a_quarter),
    rule("Q3 2024", "{ordinal:q} ( ,? | of ) {year}", make.a_quarter),
    rule("2024 Q3", "{year} -? {ordinal:q}", make.a_quarter),
    rule("Q3", "{ordinal:q}", make.a_quarter),
    rule("third-quarter", "{ordinal} - quarter", make.a_quarter),
    rule("the third quarter", "the? {ordinal} quarter", make.a_quarter),
    rule("first-half", "the? {ordinal} - half >> !hour|mile|dozen|@Amount", make.a_half),
    rule("the winter of 1812-13", "the? {season} of? {year} -|–|/ {short:shortyear}", make.a_winter),
    rule("1943 summer", "{year} {season}", make.a_season),
    rule("summer of 1943", "the? {season} ,? of? {year}", make.a_season),
    rule("summer 481 BC", "the? {season} of? {year:anyyear} {era}", make.a_season),
]
