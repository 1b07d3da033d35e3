"""English words that are only a word and a number, or only a word and a class."""

from __future__ import annotations

from timeline.phrases.numbers import NumberWords

MONTHS = {
    "january": 1, "jan.": 1, "february": 2, "feb.": 2, "march": 3,
    "mar.": 3, "april": 4, "apr.": 4, "may": 5, "june": 6,
    "jun.": 6, "july": 7, "jul.": 7, "august": 8, "aug.": 8, "september": 9, "sept.": 9, "sept": 9, "sep.": 9,
    "october": 10, "oct.": 10, "november": 11, "nov.": 11, "december": 12, "dec.": 12,
}  # fmt: skip
ALSO_WORDS = ("may", "march", "august", "sept", "sep.", "mar.", "jun.", "jan.", "dec.")
"""Months that are, or look like, other words: with a capital only, unless a day and a year stand beside them."""
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Too short to stand alone, but months beside a day: "12 Mar"."""

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
PLURAL_WEEKDAYS = {f"{word}s": number for word, number in WEEKDAYS.items()}
SHORT_WEEKDAYS = {
    "mon.": 0, "tue.": 1, "tues.": 1, "wed.": 2, "thu.": 3, "thur.": 3, "thurs.": 3, "fri.": 4, "sat.": 5, "sun.": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
"""Days only beside a date ("Sun 5 May"): otherwise "sun", "sat" and "wed" are words."""

SEASONS = {
    "spring": 1,
    "summer": 2,
    "autumn": 3,
    "fall": 3,
    "winter": 4,
    "springtime": 1,
    "summertime": 2,
    "wintertime": 4,
}

UNITS = {
    "second": "second", "seconds": "second", "minute": "minute",
    "minutes": "minute", "min.": "minute", "mins": "minute",
    "hour": "hour", "hours": "hour", "hrs": "hour", "hr": "hour",
    "day": "day", "days": "day", "night": "night", "nights": "night", "week": "week", "weeks": "week", "wk": "week",
    "fortnight": "fortnight", "fortnights": "fortnight",
    "weekend": "weekend", "weekends": "weekend", "month": "month",
    "months": "month", "mo.": "month", "quarter": "quarter", "quarters": "quarter", "semester": "half",
    "year": "year", "years": "year", "yr": "year",
    "yrs": "year", "yr.": "year", "decade": "decade", "decades": "decade",
    "century": "century", "centuries": "century", "millennium": "millennium", "millennia": "millennium",
    "morning": "morning", "mornings": "morning",
    "evening": "evening", "evenings": "evening", "afternoon": "afternoon",
    "afternoons": "afternoon",
}  # fmt: skip
NOT_COUNTED = {"morning", "evening", "afternoon", "half"}
"""Units that are counted seldom, so that a number beside them is usually something else."""

PLURAL_UNITS = {word for word in UNITS if word.endswith(("s", "ia")) and word not in ("hrs", "yrs")}

PARTS = {
    "morning": "MO", "midmorning": "MO", "forenoon": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO",
    "afternoon": "AF", "midafternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV",
    "night": "NI", "overnight": "NI", "nighttime": "NI", "daytime": "DT", "lunchtime": "MI", "midday": "MI",
}  # fmt: skip
"""The parts of the day as TIMEX3 writes them."""

HALF_DAYS = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 12, "pm": 12, "p.m": 12}

DAYS_FROM_NOW = {"today": 0, "yesterday": -1, "tomorrow": 1}

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
NUMBERS = NumberWords(ONES, TENS, ORDINALS, SCALES, frozenset({"and"}))

SPOKEN_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

VAGUE_COUNTS = {"few": None, "several": None, "many": None, "some": None, "numerous": None, "countless": None}

ERAS = {"bc": -1, "b.c.": -1, "b.c": -1, "bce": -1, "b.c.e.": -1, "ad": 1, "a.d.": 1, "a.d": 1, "ce": 1, "c.e.": 1}

ZONES = {"zulu", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "bst", "cet", "cest", "et"}

EVERY = {
    "daily": "day", "nightly": "night", "weekly": "week", "biweekly": "fortnight", "fortnightly": "fortnight",
    "monthly": "month", "yearly": "year", "annually": "year", "hourly": "hour",
}  # fmt: skip
"""Words that say how often. "Annual" and "quarterly" are left out: before a noun they seldom do ("annual sales")."""

HALVES = {"h1": 1, "h2": 2}
QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
