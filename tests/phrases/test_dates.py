"""Dates typed by people."""

from __future__ import annotations

import pytest

from timeline.chrono.bounds import Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.errors import DateError
from timeline.phrases.dates import read_date

TODAY = Range(start_of(day_number(2025, 8, 20)), last_of(day_number(2025, 8, 20)))
DAYS = [
    ("2025-08-19", "2025-08-19", "2025-08-19"),
    ("19 August 2025", "2025-08-19", "2025-08-19"),
    ("19 Aug 2025", "2025-08-19", "2025-08-19"),
    ("Aug. 19, 2025", "2025-08-19", "2025-08-19"),
    ("August 19th, 2025", "2025-08-19", "2025-08-19"),
    ("on 19 August 2025", "2025-08-19", "2025-08-19"),
    ("19/08/2025", "2025-08-19", "2025-08-19"),
    ("08/19/2025", "2025-08-19", "2025-08-19"),
    ("19.8.2025", "2025-08-19", "2025-08-19"),
    ("03/04/2025", "2025-03-04", "2025-04-03"),
    ("April 2025", "2025-04-01", "2025-04-30"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("985", "0985-01-01", "0985-12-31"),
    ("early 2021", "2021-01-01", "2021-05-31"),
    ("mid-June 2024", "2024-06-10", "2024-06-21"),
    ("Q3 2024", "2024-07-01", "2024-09-30"),
    ("summer 2020", "2020-06-01", "2020-08-31"),
    ("the 1990s", "1990-01-01", "1999-12-31"),
    ("480 BC", "-0479-01-01", "-0479-12-31"),
    ("Christmas 2024", "2024-12-25", "2024-12-25"),
    ("between 15 and 19 August 2025", "2025-08-15", "2025-08-19"),
    ("between March and May 2025", "2025-03-01", "2025-05-31"),
    ("August 2025 or September 2025", "2025-08-01", "2025-09-30"),
    ("by 5 Nov 2024", None, "2024-11-05"),
    ("before 2020", None, "2020-12-31"),
    ("on or before 5 May 2024", None, "2024-05-05"),
    ("<06/15/97", None, "1997-06-15"),
    ("after 2019", "2019-01-01", None),
    (">2019", "2019-01-01", None),
    ("not before 5 May 2024", "2024-05-05", None),
    ("around 15 August 2025", "2025-08-12", "2025-08-18"),
    ("about 1850", "1843-01-01", "1857-12-31"),
    ("about 1847", "1845-01-01", "1849-12-31"),
    ("about 1990", "1988-01-01", "1992-12-31"),
    ("around 1200", "1160-01-01", "1240-12-31"),
    ("07/??/97", "1997-07-01", "1997-07-31"),
    ("??/??/97", "1997-01-01", "1997-12-31"),
    ("on or about 15 June 1997", "1997-06-12", "1997-06-18"),
    ("in or about June 1997", "1997-05-01", "1997-07-31"),
    ("approx. 15 June 1997", "1997-06-12", "1997-06-18"),
    ("~06/15/97", "1997-06-12", "1997-06-18"),
    ("on June 15, 1997", "1997-06-15", "1997-06-15"),
    ("prior to 5 May 2024", None, "2024-05-05"),
    ("≤06/15/97", None, "1997-06-15"),
    ("no earlier than 06/15/97", "1997-06-15", None),
    ("on or after 06/15/97", "1997-06-15", None),
    ("through June 2020", None, "2020-06-30"),
    ("<07/??/97", None, "1997-07-31"),
    ("between 06/15/97 and 07/01/97", "1997-06-15", "1997-07-01"),
    ("between 07/??/97 and 09/??/97", "1997-07-01", "1997-09-30"),
    ("yesterday", "2025-08-19", "2025-08-19"),
    ("last Tuesday", "2025-08-19", "2025-08-19"),
    ("3 days ago", "2025-08-17", "2025-08-17"),
    ("[2025-08-15..2025-08-19]", "2025-08-15", "2025-08-19"),
    ("15 August 2025 at 14:30", "2025-08-15T14:30", "2025-08-15T14:30"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DAYS, ids=[text for text, *_ in DAYS])
def test_a_day_in_words(text: str, earliest: str | None, latest: str | None) -> None:
    """What people type means some day within these bounds."""
    bounds, kind = read_date(text, TODAY)
    assert (bounds.window.as_dict(), kind) == ({"earliest": earliest, "latest": latest}, "day")


SPANS = [
    ("from March to June 2025", ("2025-03-01", "2025-03-31"), ("2025-06-01", "2025-06-30")),
    ("14 to 16 February 2024", ("2024-02-14", "2024-02-14"), ("2024-02-16", "2024-02-16")),
    ("from 06/15/97 to 07/01/97", ("1997-06-15", "1997-06-15"), ("1997-07-01", "1997-07-01")),
    ("06/15/1997 - 07/01/1997", ("1997-06-15", "1997-06-15"), ("1997-07-01", "1997-07-01")),
    ("from 07/??/97 to 09/??/97", ("1997-07-01", "1997-07-31"), ("1997-09-01", "1997-09-30")),
    ("2019-2021", ("2019-01-01", "2019-12-31"), ("2021-01-01", "2021-12-31")),
    ("2019 – 2021", ("2019-01-01", "2019-12-31"), ("2021-01-01", "2021-12-31")),
    ("since May 2020", ("2020-05-01", "2020-05-31"), ("2020-05-01", None)),
    ("2025-03/2025-06", ("2025-03-01", "2025-03-31"), ("2025-06-01", "2025-06-30")),
]


@pytest.mark.parametrize(("text", "begin", "end"), SPANS, ids=[text for text, *_ in SPANS])
def test_a_span_in_words(text: str, begin: tuple[str, str], end: tuple[str, str | None]) -> None:
    """From one time to another lasts from the first to the second."""
    bounds, kind = read_date(text, TODAY)
    names = ("earliest", "latest")
    assert kind == "span"
    assert bounds.as_dict() == {
        "begin": dict(zip(names, begin, strict=True)),
        "end": dict(zip(names, end, strict=True)),
    }


@pytest.mark.parametrize(
    "text",
    ["", " ", "foo", "31 February 2020", "the 45th of May", "1 January 99999", "5 days", "x" * 300, "13/13/2025",
     "soon", "from June 2025 to May 2025", "??/??/????", "Tuesday and Wednesday and Friday"],
)  # fmt: skip
def test_what_is_no_date_gets_one_clear_sentence(text: str) -> None:
    """What names no date is a DateError of one sentence."""
    with pytest.raises(DateError) as fault:
        read_date(text, TODAY)
    assert "\n" not in str(fault.value)


def test_relative_words_need_a_day_to_count_from() -> None:
    """Where nothing is known to count from, "yesterday" names no date."""
    with pytest.raises(DateError):
        read_date("yesterday", None)
