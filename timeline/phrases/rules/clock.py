"""Times of day."""

from __future__ import annotations

from timeline.phrases import making as make
from timeline.phrases.patterns import rule

_ZONE = "( @zone | local|eastern|pacific|central|@Name @Name? time )?"

RULES = [
    rule("10:30 a.m. EST", f"{{clock}} {{half:ampm}} {_ZONE}", make.a_clock),
    rule("10 p.m.", f"{{hour}} {{half:ampm}} {_ZONE}", make.a_clock),
    rule("ten p.m.", "{hour:hourword} {half:ampm}", make.a_clock),
    rule("8.30 a.m.", f"{{clock:dotted}} {{half:ampm}} {_ZONE}", make.a_clock),
    rule("half past six", "half past {hour:hour|hourword}", make.a_clock, minute=30),
    rule("quarter past six", "a? quarter past {hour:hour|hourword}", make.a_clock, minute=15),
    rule("quarter to six", "a? quarter to {hour:hourword}", make.quarter_to),
    rule("10pm", f"{{glued}} {_ZONE}", make.a_clock),
    rule("14:30", f"{{clock}} ( hours|hrs|h )? {_ZONE}", make.a_clock),
    rule("ten o'clock", "{hour:hour|hourword} o'clock", make.a_clock),
    rule("0530 hours", "{military} hours|hrs|@zone", make.a_clock),
    rule("noon", "noon", make.a_clock, hour=12),
    rule("midnight", "midnight", make.a_clock, hour=24),
]
