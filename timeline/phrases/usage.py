"""
Whether an article writes the month or the day first: "03/04/2025" is 4 March to one reader and 3 April to another.

Its own usage decides, the plainest evidence first: a date in figures that can be read in one way only; dates in words
("April 3, 2025" or "3 April 2025"); the spelling; the country its source is from. What gives no answer leaves both.
"""

from __future__ import annotations

import re

_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?![\d/-]|\.\d)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b")
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}\b")
# Spellings that are kept apart: -or, -ense, -er, "program" in the United States; -our, -ence, -re elsewhere.
_AMERICAN = re.compile(
    r"\b(?:color|harbor|labor|neighbor|honor|favor|rumor|behavior)\w*\b"
    r"|\b(?:defense|offense|center|theater|program)s?\b",
    re.IGNORECASE,
)
_BRITISH = re.compile(
    r"\b(?:colour|harbour|labour|neighbour|honour|favour|rumour|behaviour)\w*\b"
    r"|\b(?:defence|offence|centre|theatre|programme|kilometre|metre)s?\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\b(?:Pearl Harbor|Department of Defense|Labour Party|\w+ Centre|\w+ Center)\b")
# Countries by the end of a source's address; only those where one order is the rule.
_FROM_US = re.compile(r"\.(?:us|gov|mil)\b", re.IGNORECASE)
_FROM_ELSEWHERE = re.compile(r"\.(?:uk|ie|au|nz|in|za|eu|de|fr|it|es|nl)\b", re.IGNORECASE)


def month_first(text: str, source: str | None = None) -> bool | None:
    """
    True where the month comes first, False where the day does, None where nothing tells or the evidence is even.

    >>> month_first("On 25/04/2025 the harbor …"), month_first("The colour …"), month_first("He left.")
    (False, False, None)
    """
    figures = [(int(found[1]), int(found[2])) for found in _FIGURES.finditer(text)]
    for votes in (
        sum((second > 12 >= first) - (first > 12 >= second) for first, second in figures),
        len(_MONTH_FIRST.findall(text)) - len(_DAY_FIRST.findall(text)),
        _spelling(text),
        bool(_FROM_US.search(source or "")) - bool(_FROM_ELSEWHERE.search(source or "")),
    ):
        if votes:
            return votes > 0
    return None


def _spelling(text: str) -> int:
    """Above 0 where more words are spelled as in the United States; names keep their own spelling everywhere."""
    plain = _NAMES.sub("", text)
    return len(_AMERICAN.findall(plain)) - len(_BRITISH.findall(plain))
