"""The units of phrases: their granularity, how precisely they are written, and the hours of a day."""

from __future__ import annotations

from timeline.chrono.granularity import Granularity
from timeline.phrases.meaning import Grain

GRANULARITY = {
    "second": Granularity.MINUTE, "minute": Granularity.MINUTE, "hour": Granularity.HOUR, "day": Granularity.DAY,
    "night": Granularity.DAY, "week": Granularity.WEEK, "fortnight": Granularity.WEEK, "weekend": Granularity.WEEK,
    "month": Granularity.MONTH, "quarter": Granularity.QUARTER, "half": Granularity.HALF, "year": Granularity.YEAR,
    "decade": Granularity.DECADE, "century": Granularity.CENTURY,
    "morning": Granularity.DAY, "evening": Granularity.DAY,
    "afternoon": Granularity.DAY,
}  # fmt: skip


GRAINS = {
    "second": Grain.MINUTE, "minute": Grain.MINUTE, "hour": Grain.HOUR, "day": Grain.DAY, "night": Grain.PART,
    "week": Grain.WEEK, "fortnight": Grain.WEEK,
    "weekend": Grain.WEEKEND, "month": Grain.MONTH, "quarter": Grain.QUARTER,
    "half": Grain.HALF, "year": Grain.YEAR, "decade": Grain.DECADE, "century": Grain.CENTURY, "morning": Grain.PART,
    "evening": Grain.PART, "afternoon": Grain.PART,
}  # fmt: skip


PART_UNITS = {
    Grain.DAY: Granularity.DAY, Grain.WEEK: Granularity.WEEK, Grain.MONTH: Granularity.MONTH,
    Grain.QUARTER: Granularity.QUARTER, Grain.SEASON: Granularity.QUARTER, Grain.HALF: Granularity.HALF,
    Grain.YEAR: Granularity.YEAR, Grain.FISCAL: Granularity.YEAR, Grain.DECADE: Granularity.DECADE,
    Grain.CENTURY: Granularity.CENTURY,
}  # fmt: skip


PART_HOURS = {"MO": (0, 12), "AF": (12, 6), "EV": (17, 7), "NI": (18, 12), "DT": (6, 12), "MI": (11, 3)}
"""First hour and length of the parts of a day; a night reaches into the next day."""


UNIT_PARTS = {"night": "NI", "morning": "MO", "evening": "EV", "afternoon": "AF"}
