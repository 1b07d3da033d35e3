"""The publication day as pages print it."""

from __future__ import annotations

import pytest

from timeline.articles import dateline, dates
from timeline.articles.layout import blocks
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.model.span import Span

BODY = "The prime minister met the king. He spoke for an hour and left by train."

PRINTED = {
    f"LONDON, Aug. 20, 2025 (AP) — {BODY}": "Aug. 20, 2025",
    f"WASHINGTON, 20 August 2025 – {BODY}": "20 August 2025",
    f"KYIV, Ukraine, Aug 20, 2025 (Reuters) - {BODY}": "Aug 20, 2025",
    f"Paris, August 20, 2025 (AFP) -- {BODY}": "August 20, 2025",
    f"NEW YORK (AP), Wednesday, August 20, 2025 — {BODY}": "Wednesday, August 20, 2025",
    f"A talk\n\nPublished 20 August 2025\n\n{BODY}": "20 August 2025",
    f"A talk\n\nPublished on Wed, 20 Aug 2025 14.30 BST\n\n{BODY}": "Wed, 20 Aug 2025",
    f"A talk\n\nPosted: 2025-08-20T14:30\n\n{BODY}": "2025-08-20",
    f"A talk\n\nLast updated: August 20th, 2025 at 10:15 p.m.\n\n{BODY}": "August 20th, 2025",
    f"A talk\n\nPublished 20 August 2025, last updated 22 August 2025\n\n{BODY}": "20 August 2025",
    f"A talk\n\nUpdated 22 August 2025\nPublished 20 August 2025\n\n{BODY}": "20 August 2025",
    f"A talk\nBy Jane Roe | August 20, 2025\n\n{BODY}": "August 20, 2025",
    f"Wednesday, August 20, 2025\n\n{BODY}": "Wednesday, August 20, 2025",
    f"A talk\n\n{BODY}\n\nBy Jane Roe. Aug. 20, 2025\n\n{BODY}": "Aug. 20, 2025",
    f"HELM, Aug. 20, 2025 /Wire Line/ -- {BODY}": "Aug. 20, 2025",
    f"Hall v. County\nJudgment delivered 20 August 2025\n\n{BODY}": "20 August 2025",
    f"A talk\n20.8.2025\n\n{BODY}": "20.8.2025",
    f"A talk\n8/20/2025\n\n{BODY}": "8/20/2025",
    f"A talk\n\n{BODY}\n\n{BODY}\n\nFirst published 20 August 2025": "20 August 2025",
    f"A talk\n\n{BODY}\n\nPublished 20 August 2025 at 10:04": "20 August 2025",
    f"A talk\n\n{BODY}\n\nUpdated: 20 August 2025\nUpdated: 22 August 2025": "20 August 2025",
    f"LONDON, Aug. 20, 2025 (AP) — {BODY}\n\nPARIS, 20 August 2025 — {BODY}": "Aug. 20, 2025",
    f"A talk\n\nPublished August 2025\n\nPublished 20 August 2025\n\n{BODY}": "20 August 2025",
}


@pytest.mark.parametrize("text", PRINTED)
def test_the_day_is_read(text: str) -> None:
    """A dateline or a line that says when it was published gives the day, and the words that say so."""
    printed = dateline.publication(text, blocks(text))

    assert printed is not None
    assert printed.span.of(text) == PRINTED[text]
    assert (printed.day.earliest, printed.day.latest) == (start_of(739483), last_of(739483))


NOT_PRINTED = [
    BODY,
    f"A talk\n05/06/2025\n\n{BODY}",
    f"A talk\n\nPublished on 20 August 2025 the report says that he left early. {BODY}",
    f"In a statement dated 20 August 2025 he said so. {BODY}",
    f"{BODY}\n\nOn 20 August 2025 he left.",
    f"A talk\n\nPublished 31 February 2025\n\n{BODY}",
    f"The war — which began on 20 August 2025 — went on. {BODY}",
    f"NATO — {BODY}",
    f"A talk\n\nPublished\n\n{BODY}",
]


@pytest.mark.parametrize("text", NOT_PRINTED)
def test_other_dates_are_left_alone(text: str) -> None:
    """A date in the text is not the page's own, nor is one whose order is in doubt."""
    assert dateline.publication(text, blocks(text)) is None


def test_dots_put_the_day_first() -> None:
    """Whoever writes 05.06.2025 means the fifth of June."""
    text = f"A talk\n05.06.2025 14:20\n\n{BODY}"
    printed = dateline.publication(text, blocks(text))

    assert printed is not None
    assert printed.day.as_dict() == {"earliest": "2025-06-05", "latest": "2025-06-05"}


@pytest.mark.parametrize("line", ["Published in February 2024", "From the February 2024 issue"])
def test_a_month_is_a_range(line: str) -> None:
    """A month and a year after the word of publication leave the day open, within bounds."""
    text = f"A talk\n\n{line}\n\n{BODY}"
    printed = dateline.publication(text, blocks(text))

    assert printed is not None
    assert printed.day.as_dict() == {"earliest": "2024-02-01", "latest": "2024-02-29"}


CONTRADICTING = {
    f"A talk\n\nPublished 20 August 2025\nPublished 22 August 2025\n\n{BODY}": ("20 August 2025", "22 August 2025"),
    f"LONDON, Aug. 20, 2025 — {BODY}\n\nPARIS, Aug. 21, 2025 — {BODY}": ("Aug. 20, 2025", "Aug. 21, 2025"),
    f"A talk\n\nMonday, 20 August 2025\n\n{BODY}": ("Monday, 20 August 2025", "was a Wednesday"),
}


@pytest.mark.parametrize("text", CONTRADICTING)
def test_two_days_that_contradict_are_said(text: str) -> None:
    """Of two different days neither is taken, nor one whose weekday is another: it is said instead."""
    assert dateline.publication(text, blocks(text)) is None
    assert dateline.partial(text, blocks(text)) is None
    said = dateline.problem(text, blocks(text))

    assert said is not None
    for words in CONTRADICTING[text]:
        assert words in said


@pytest.mark.parametrize("text", [*PRINTED, *NOT_PRINTED])
def test_what_agrees_is_no_problem(text: str) -> None:
    """Nothing is said of a page that gives one day, or none."""
    assert dateline.problem(text, blocks(text)) is None


PARTIAL = {
    f"MOSCOW, Oct. 25 (Reuters) - {BODY}": (None, 10, 25),
    f"PARIS, Monday — {BODY}": (0, None, None),
    f"BRUSSELS, December 2 (Xinhua) --\n\n{BODY}": (None, 12, 2),
    f"MIAMI (AP), May 3 _ {BODY}": (None, 5, 3),
    f"A talk\n\nPublished Tuesday, 19 August\n\n{BODY}": (1, 8, 19),
    f"A talk\nPosted Aug 5\n{BODY}": (None, 8, 5),
    f"A talk\n\nTuesday, 5 March\n\n{BODY}": (1, 3, 5),
    f"LONDON, March 3 — {BODY}\n\nLONDON, March 3 — {BODY}": (None, 3, 3),
}


@pytest.mark.parametrize("text", PARTIAL)
def test_a_day_without_a_year(text: str) -> None:
    """Without a year no day is given, but what is said of it is kept."""
    found = dateline.partial(text, blocks(text))

    assert found is not None
    assert PARTIAL[text] == (found.weekday, found.month, found.day)
    assert dateline.publication(text, blocks(text)) is None


def test_a_whole_day_leaves_nothing_partial() -> None:
    """Where the day is known, its parts say nothing more."""
    text = next(iter(PRINTED))

    assert dateline.partial(text, blocks(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"KYIV, Ukraine (AP) — {BODY}", "KYIV, Ukraine (AP) — "),
        (f"LONDON — {BODY}", "LONDON — "),
        (f"MIAMI (AP) _ {BODY}", "MIAMI (AP) _ "),
        ("BRUSSELS, December 2 (Xinhua) --", "BRUSSELS, December 2 (Xinhua) --"),
        (f"(Reuters) - {BODY}", "(Reuters) - "),
        (f"LONDON, Aug. 20, 2025 (AP) — {BODY}", "LONDON, Aug. 20, 2025 (AP) — "),
        (BODY, None),
        ("He left — at once.", None),
    ],
)
def test_the_dateline_is_kept_from_the_sentence(text: str, expected: str | None) -> None:
    """Place, day and agency are no part of the first sentence."""
    found = dateline.dateline(text, Span(0, len(text)))

    assert expected == (None if found is None else found.of(text))


def test_partial_days_that_contradict_are_left() -> None:
    """Two datelines of different days without a year say nothing of the day."""
    text = f"LONDON, March 3 — {BODY}\n\nPARIS, March 4 — {BODY}"

    assert dateline.partial(text, blocks(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 August 2025", (2025, 8, 20)),
        ("20th of August, 2025", (2025, 8, 20)),
        ("Sept. 3rd, 2024", (2024, 9, 3)),
        ("Tues 3 Sept 2024", (2024, 9, 3)),
        ("2025-08-20", (2025, 8, 20)),
        ("2025/08/20", (2025, 8, 20)),
        ("13/8/2025", (2025, 8, 13)),
        ("8/13/2025", (2025, 8, 13)),
        ("5/5/2025", (2025, 5, 5)),
    ],
)
def test_forms_of_dates(text: str, expected: tuple[int, int, int]) -> None:
    """A date in print, in the forms pages use."""
    date = dates.whole(text, Span(0, len(text)))

    assert date is not None
    assert (date.year, date.month, date.day) == expected
    assert date.number == day_number(*expected)


@pytest.mark.parametrize(
    "text", ["5/6/2025", "31 April 2025", "August 2025", "20 Augustus 2025", "1 May 0250", "sunny"]
)
def test_what_is_no_date(text: str) -> None:
    """Days that do not exist, years before print and doubtful orders are no dates."""
    assert dates.whole(text, Span(0, len(text))) is None


def test_dates_within_a_line() -> None:
    """Dates are found from left to right, and not within words."""
    text = "Published 20 August 2025, updated 22 August 2025 (x1 May 2020)"

    assert [date.span.of(text) for date in dates.within(text, Span(0, len(text)))] == [
        "20 August 2025",
        "22 August 2025",
    ]
