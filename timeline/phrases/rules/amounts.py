"""So much time: "three weeks", "10-hour", "a couple of years", "half an hour"."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

# Words that may stand between the number and its unit without changing the amount.
_HOW = (
    "single|mere|scant|full|whole|entire|straight|consecutive|more|additional|extra|successive|long|short|bloody|further|solid|other"
    "|different|working|calendar|crucial|previous|following|intervening"
)

# What is counted so much of in each of a unit.
_RATED = "@number|million|billion|trillion|thousand|cents|dollars|percent|%|barrels|tons|units|people|deaths"

RULES = [
    rule(
        "twice a week",
        "( once|twice|thrice | @number|several|many|few times ) a|an|each|every|per {unit:singular}",
        make.every,
    ),
    rule("$500 million a year", f"{_RATED} << a|an {{unit:lone}} >> !ago|earlier|later|before|after|and", make.rate),
    rule("what a day", "what << a|an @unit", make.nothing),
    rule("three quarters of them", "@number quarters of", make.nothing),
    rule("60 Minutes", "@digits @bigunit", make.nothing),
    rule("24 hours a day", "@number hours|days a|per day|week", make.nothing),
    rule("52 years old", "@number @unit ( old | of age )", make.nothing),
    rule("a 6-year-old", "@number - @unit - old|olds", make.nothing),
    rule("three-quarters", "@number - quarters", make.nothing),
    rule("a quarter", "a|one quarter >> !@unit|-|century|hour|of", make.nothing),
    rule("a quarter of the vote", "a|one quarter of the|all|its|his|their|them|those", make.nothing),
    rule("a calendar year", "a calendar|fiscal|financial|school|academic year", make.nothing),
    rule("one day", "will|would|may|might|could|'ll|can << one day", make.vague, value="FUTURE_REF"),
    rule("three weeks", "{number} {unit:units} >> !old", make.amount),
    rule("three week", "{number} {unit:singular} >> !old", make.short_amount),
    rule("5 1/2 hours", "{number} 1 / 2 -? {unit}", make.amount, extra=0.5),
    rule("5 to 10 years", "@number -|to|or {number} {unit:units}", make.amount),
    rule("10-hour", "{number} - {unit} -? long?", make.amount, adjective=True),
    rule("three full days", f"{{number}} {_HOW} {{unit}}", make.amount),
    rule("another seven months", "another {number} {unit:units}", make.amount),
    rule("ten brutal months", "{number} @plain {unit:units}", make.amount),
    rule("in some quarters", "some|all|many|most quarters >> !of", make.nothing),
    rule(
        "a week or two",
        "a|an {unit:lone} or two >> ago|later|earlier|before|after",
        make.amount,
        number=2,
        mod="APPROX",
    ),
    rule("a week", "a|an {unit:lone} >> !-", make.amount),
    rule("a whole year", f"a|an {_HOW} {{unit:lone}}", make.amount),
    rule("one year", "one {unit}", make.amount),
    rule("3 year long", "{number} {unit} long", make.amount, adjective=True),
    rule("a sixty-day period", "a|the|this|that|same {number} - {unit} period|term|span|stretch", make.amount),
    rule("the same 28-day period", "the same {number} - {unit} period|term|span|stretch", make.amount),
    rule("a period of two weeks", "a|the period of {number} {unit:units}", make.amount),
    rule("year-long", "{unit:lone} - long", make.amount, adjective=True),
    rule("a hundred years", "a|one {scale} {unit}", make.amount),
    rule("an hour and a half", "a|an|one {unit} and a half", make.amount, number=1, extra=0.5),
    rule("three and a half years", "{number} -? and -? a -? half -? {unit}", make.amount, extra=0.5),
    rule("half an hour", "half -? a|an {unit:lone}", make.amount, number=0.5),
    rule("half-hour", "half - {unit:lone}", make.amount, number=0.5, adjective=True),
    rule("a half hour", "a half -? {unit:lone}", make.amount, number=0.5),
    rule("a quarter century", "a quarter -? {unit:long}", make.amount, number=0.25),
    rule("a quarter of a century", "a quarter of a {unit:long}", make.amount, number=0.25),
    rule("a couple of years", "a? couple of? ( @number | more )? {unit:units}", make.amount, number=2, mod="APPROX"),
    rule("a few years", "a @few -? {unit:units}", make.amount, number=None),
    rule("a few more years", f"a @few {_HOW}|brief {{unit:units}}", make.amount, number=None),
    rule("several years", "@few {unit:units}", make.amount, number=None),
    rule("several long years", f"@few {_HOW} {{unit:units}}", make.amount, number=None),
    rule("several-year", "@few - {unit}", make.amount, number=None, adjective=True),
    rule("dozens of years", "dozens|hundreds|thousands|tens|scores of {unit:units}", make.amount, number=None),
    rule("a number of years", "a number|handful of {unit:units}", make.amount, number=None),
    rule("two dozen years", "{number} dozen {unit:units}", make.amount, times=12),
]
