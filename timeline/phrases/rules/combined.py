"""Times made of two: "Tuesday morning", "10 p.m. Wednesday", "early 1941", "the end of March"."""

from __future__ import annotations

from timeline.phrases import make
from timeline.phrases.patterns import rule

_PARTED = "Named.month|Named.year|Named.season|Named.week|Named.decade|Named.century|Named.quarter|Named.day|Named.weekend|Named.part|Named.fiscal"

RULES = [
    rule("Tuesday morning", "{day:Named.day} {part}", make.a_part),
    rule("the morning of 5 May", "the? {part} of|on {day:Named.day}", make.a_part),
    rule("10 p.m. Wednesday", "{clock:Named.minute} ,? on? {day:Named.day|Named.part}", make.clock_of_day),
    rule("Wednesday at 10 p.m.", "{day:Named.day|Named.part} ,? at? {clock:Named.minute}", make.clock_of_day),
    rule("early 1941", f"early|earlier -? in? {{whole:{_PARTED}}}", make.portion, mod="START", part="early"),
    rule("late 1941", f"late -? in? {{whole:{_PARTED}}}", make.portion, mod="END", part="late"),
    rule("mid-1941", f"mid|middle -? {{whole:{_PARTED}}}", make.portion, mod="MID", part="mid"),
    rule("the end of March", f"the end|close of {{whole:{_PARTED}}}", make.portion, mod="END", part="end"),
    rule("the start of 1943", f"the beginning|start|onset|outset of {{whole:{_PARTED}}}", make.portion, mod="START", part="start"),
    rule("the middle of August", f"the middle of {{whole:{_PARTED}}}", make.portion, mod="MID", part="mid"),
    rule("earlier this year", "earlier {whole:Named}", make.part_passed, sign=-1),
    rule("later this year", "later {whole:Named}", make.part_passed, sign=1),
]
