"""The rules of English, family by family, in the levels they are tried in."""

from __future__ import annotations

from timeline.phrases.lexicon import Table
from timeline.phrases.rules import (
    amounts,
    clock,
    combined,
    dates,
    deictic,
    feasts,
    parts,
    phrases,
    qualified,
    ranges,
    references,
    words,
)

_SINGULAR = {word: unit for word, unit in words.UNITS.items() if word not in words.PLURAL_UNITS}

TABLES = (
    Table("month", {word: number for word, number in words.MONTHS.items() if word not in words.ALSO_WORDS}),
    Table("month", {word: words.MONTHS[word] for word in words.ALSO_WORDS}, capital=True),
    Table("monthname", words.MONTHS),
    Table("smonth", words.SHORT_MONTHS, capital=True),
    Table("weekday", words.WEEKDAYS),
    Table("wday", words.SHORT_WEEKDAYS, capital=True),
    Table("season", words.SEASONS),
    Table("unit", words.UNITS),
    Table("units", {word: words.UNITS[word] for word in words.PLURAL_UNITS}),
    Table("singular", _SINGULAR),
    Table("bigunit", words.UNITS, capital=True),
    Table("part", words.PARTS),
    Table("ampm", words.HALF_DAYS),
    Table("today", words.DAYS_FROM_NOW),
    Table("number", {**words.ONES, **words.TENS}),
    Table("spelled", {**words.ONES, **words.TENS}),
    Table("hourword", {word: value for word, value in words.ONES.items() if 1 <= value <= 12}),
    Table("ordinal", words.ORDINALS),
    Table("dayth", {word: value for word, value in words.ORDINALS.items() if value <= 31}),
    Table("scale", words.SCALES),
    Table("few", words.VAGUE_COUNTS),
    Table("era", words.ERAS),
    Table("zone", dict.fromkeys(words.ZONES)),
    Table("spokendecade", words.SPOKEN_DECADES),
    Table(
        "lone", {word: unit for word, unit in _SINGULAR.items() if unit not in words.NOT_COUNTED and unit != "second"}
    ),
    Table("long", {word: word for word in ("year", "century", "decade", "hour")}),
    Table(
        "lasting", {word: word for word in ("year", "decade", "century", "month", "week", "weekend", "quarter", "hour")}
    ),
    Table("dayish", {word: word for word in ("day", "week", "month", "year", "night")}),
    Table("partish", {word: word for word in ("night", "morning", "evening", "afternoon")}),
    Table(
        "hourpart",
        {word: words.PARTS[word] for word in ("dawn", "dusk", "daybreak", "sunrise", "sunset", "nightfall", "midday")},
    ),
    Table("nounseason", {word: words.SEASONS[word] for word in ("summer", "winter", "autumn")}),
    Table("weekdays", words.PLURAL_WEEKDAYS),
    Table("monthish", {"month": "month", "week": "week", "decade": "decade", "century": "century"}),
    Table("weekish", {"week": "week", "month": "month", "day": "day"}),
    Table("quarterly", {"quarter": "quarter", "period": "quarter"}),
    Table("calmseason", {word: number for word, number in words.SEASONS.items() if word != "fall"}),
    Table("every", words.EVERY),
    Table("q", words.QUARTERS, capital=True),
    Table("halves", words.HALVES),
    Table("feast", {name: day for name, day in feasts.FEASTS.items() if name not in feasts.ALSO_WORDS}),
    Table("feast", {name: feasts.FEASTS[name] for name in feasts.ALSO_WORDS}, capital=True),
)

LEVELS = (
    [*amounts.RULES, *dates.RULES, *clock.RULES],
    [*qualified.RULES],
    [*deictic.RULES, *references.RULES],
    combined.RULES,
    parts.RULES,
    ranges.RULES,
    phrases.RULES,
)
