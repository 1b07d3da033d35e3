"""Parts of a time: "early 1941", "the end of March", "later that year"."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

_WHOLE = "{whole:Named}"
_GRAINS = ("year", "month", "week", "decade", "century", "quarter", "season", "part", "day")
_PASSING = "{whole:" + "|".join(f"Named.{grain}" for grain in _GRAINS) + "}"
_UNIT = "the {unit:singular}"

RULES = [
    rule("the first hours", "the first|last|final|closing {unit:units}", make.past_units, sign=0, number=None),
    rule(
        "mid-to-late 1942",
        f"early|mid|late -? to|or -? mid|late|early -? {_WHOLE}",
        make.portion,
        mod="MID",
        part="late",
    ),
    rule(
        "end-March",
        "end -? of? {whole:Named.month|Named.year|Named.season|Named.quarter|Named.decade}",
        make.portion,
        mod="END",
        part="end",
    ),
    rule(
        "beginning of 1999",
        "beginning|start of {whole:Named.month|Named.year|Named.season|Named.quarter|Named.decade}",
        make.portion,
        mod="START",
        part="start",
    ),
    rule("the turn of the 20th century", "the? turn of {whole:Named.century|Named.decade|Named.year}", make.turn),
    rule("early 1941", f"early -? ( in )? {_WHOLE}", make.portion, mod="START", part="early"),
    rule("late 1941", f"late -? ( in )? {_WHOLE}", make.portion, mod="END", part="late"),
    rule("mid-1941", f"mid|middle -? {_WHOLE}", make.portion, mod="MID", part="mid"),
    rule(
        "the early 1980s",
        "the early -? {whole:Named.decade|Named.century|Named.season|Named.part|Named.day}",
        make.portion,
        mod="START",
        part="early",
    ),
    rule(
        "the late 1980s",
        "the late -? {whole:Named.decade|Named.century|Named.season|Named.part|Named.day}",
        make.portion,
        mod="END",
        part="late",
    ),
    rule(
        "the mid-1980s",
        "the mid -? {whole:Named.decade|Named.century|Named.season|Named.part|Named.day}",
        make.portion,
        mod="MID",
        part="mid",
    ),
    rule(
        "the end of March",
        f"( the end|close|conclusion|tail of | the latter|later|last|final part|days|weeks|months|years of ) {_WHOLE}",
        make.portion,
        mod="END",
        part="end",
    ),
    rule(
        "the start of 1943",
        "( the very? beginning|start|onset|outset of | the early|first|opening part|days|weeks|months|years of ) "
        f"{_WHOLE}",
        make.portion,
        mod="START",
        part="start",
    ),
    rule("the middle of August", f"the middle|midst of {_WHOLE}", make.portion, mod="MID", part="mid"),
    rule("the first half of 1941", f"the? {{ordinal}} half of {_WHOLE}", make.a_half),
    rule("H1 2012", "{ordinal:halves} {whole:Named.year}", make.a_half),
    rule("the latter half of 1941", f"the? latter|last half of {_WHOLE}", make.a_half, ordinal=2),
    rule("most of 1941", f"( much|most|rest|remainder of | the rest|remainder|course|whole of ) {_WHOLE}", make.same),
    rule(
        "the end of the year",
        f"( the end|close of | the latter|later|last part|half of | late in ) {_UNIT}",
        make.portion_of_unit,
        mod="END",
        part="end",
    ),
    rule(
        "the start of the year",
        f"( the beginning|start|onset of | early in | earlier in ) {_UNIT}",
        make.portion_of_unit,
        mod="START",
        part="start",
    ),
    rule("the middle of the year", f"the middle of {_UNIT}", make.portion_of_unit, mod="MID", part="mid"),
    rule("later in the year", f"later in {_UNIT}", make.portion_of_unit, mod="END", part="late"),
    rule(
        "the rest of the year",
        f"( the? rest|remainder|balance of ) {_UNIT}",
        make.portion_of_unit,
        mod="END",
        part="late",
    ),
    rule(
        "earlier this year",
        f"earlier {_PASSING}",
        make.part_passed,
        sign=-1,
    ),
    rule(
        "later this year",
        f"later in? {_PASSING}",
        make.part_passed,
        sign=1,
    ),
    rule("the early 1941", f"early|late part of {_WHOLE}", make.portion, mod="START", part="early"),
    rule("year-end", "the? year -? end", make.year_end),
    rule("month's end", "the? {unit:monthish} '|’ s end", make.portion_of_unit, mod="END", part="end"),
    rule("year's end", "the? year '|’ s end", make.year_end),
    rule(
        "about 1850",
        "about|around|circa|ca.|c. {whole:Named.year|Named.decade|Named.month|Named.century|Named.day}",
        make.approximate,
    ),
]
