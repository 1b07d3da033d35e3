"""So much time: "three weeks", "10-hour", "a couple of years", "half an hour"."""

from __future__ import annotations

from timeline.phrases import make
from timeline.phrases.patterns import rule

RULES = [
    rule("three weeks", "{number} {unit}", make.amount),
    rule("3-5 years", "@number -|to|or {number} {unit:units}", make.amount),
    rule("10-hour", "{number} - {unit}", make.amount, adjective=True),
    rule("3 full days", "{number} full|whole|straight|consecutive|more|additional|extra|successive|long|short|bloody|further|solid {unit}", make.amount),
    rule("a week", "a|an {unit}", make.amount),
    rule("a whole year", "a|an whole|full|entire|single|solid|long|short {unit}", make.amount),
    rule("one year", "one {unit}", make.amount),
    rule("a hundred years", "a|one {scale} {unit}", make.amount),
    rule("an hour and a half", "a|an|one {unit} and a half", make.amount, number=1, extra=0.5),
    rule("three and a half years", "{number} -? and -? a -? half -? {unit}", make.amount, extra=0.5),
    rule("half an hour", "half -? a|an {unit}", make.amount, number=0.5),
    rule("half-hour", "half - {unit}", make.amount, number=0.5),
    rule("a half hour", "a half -? {unit}", make.amount, number=0.5),
    rule("a quarter century", "a quarter -? {unit}", make.amount, number=0.25),
    rule("a quarter of a century", "a quarter of a {unit}", make.amount, number=0.25),
    rule("a couple of years", "a couple of? {unit}", make.amount, number=2, mod="APPROX"),
    rule("a few years", "a {few} -? {unit}", make.amount, number=None),
    rule("a few more years", "a {few} short|more|long|brief|extra {unit}", make.amount, number=None),
    rule("several years", "{few} more|full|long|short {unit}", make.amount, number=None),
    rule("some years", "{few} {unit}", make.amount, number=None),
    rule("several-year", "{few} - {unit}", make.amount, number=None, adjective=True),
    rule("dozens of years", "dozens|hundreds|thousands|tens|scores of {unit:units}", make.amount, number=None),
    rule("a number of years", "a number of {unit:units}", make.amount, number=None),
    rule("two dozen years", "{number} dozen {unit}", make.amount, times=12),
]
