"""What people type around a date, in words and signs."""

from __future__ import annotations

SIGNS = {
    "<=": "before", ">=": "after", "≤": "before", "≥": "after", "<": "before", ">": "after", "~": "around",
}  # fmt: skip

PREPOSITIONS = {
    "by": "before", "before": "before", "until": "before",
    "till": "before", "up to": "before", "not later than": "before",
    "no later than": "before", "at the latest": "before", "after": "after", "not before": "after", "from": "after",
    "on or after": "after", "on or before": "before",
    "since at least": "going on", "since": "since", "around": "around", "about": "around",
    "circa": "around", "ca.": "around", "ca": "around", "c.": "around", "approximately": "around",
    "approx.": "around", "approx": "around", "on or about": "around", "on or around": "around", "in or about": "around",
    "in or around": "around", "at or about": "around", "prior to": "before", "through": "before",
    "no earlier than": "after", "not earlier than": "after", "subsequent to": "after",
}  # fmt: skip

RANGES = (
    (r"between\s+", r"\s+and\s+", "day"),
    (r"from\s+", r"\s+(?:to|until|till|through)\s+", "span"),
    (r"", r"\s+(?:to|until|through)\s+", "span"),
    (r"", r"\s*[–—]\s*", "span"),
    (r"", r"\s+-\s+", "span"),
    (r"", r"(?<=\d{4})-(?=\d{4})", "span"),
    (r"", r"\s+or\s+", "day"),
)
"""What opens a range, what joins its ends, and whether it is one unknown day of them or all of them."""
