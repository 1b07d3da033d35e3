"""Dates as they are written in tables: short, and never read as more than they say."""

from __future__ import annotations

import pytest

from timeline.chrono import edtf, words
from timeline.errors import DateError
from timeline.phrases.dates import read_date


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("14-Jun-23", "2023-06-14"),
        ("14 Jun 2023 (per Dunne)", "2023-06-14"),
        ("Aug-24", "2024-08"),
        ("20230614", "2023-06-14"),
        ("14.6.23", "2023-06-14"),
        ("1. April 1988", "1988-04-01"),
        ("12/06/2023 09:41", "[2023-06-12..2023-12-06]"),
        ("Tue 13/06/2023 14:02", "2023-06-13T14:02:00"),
        ("Mon, 12 Jun 2023 09:14:22 +0100", "2023-06-12T09:14:00"),
        ("12/1991", "1991-12"),
        ("2021/12", "2021-12"),
        ("1928/9", "[1928-01-01..1929-12-31]"),
        ("1911/12", "[1911-01-01..1912-12-31]"),
        ("05/14/2021-05/19/2021", "2021-05-14/2021-05-19"),
        ("9/?/2021", "2021-09"),
        ("w/c 21/03/2022", "[2022-03-21..2022-03-27]"),
        ("1940-06-00", "1940-06"),
        ("00/00/1940", "1940"),
        ("Fri 2/4/22", "2022-02-04"),
        ("Sat 2/4/22", "2022-04-02"),
        ("1940 June 18", "1940-06-18"),
        ("1492, Oct. 12", "1492-10-12"),
        ("44 BC, 15 March", "-0043-03-15"),
        ("May 13-14, 2021", "2021-05-13/2021-05-14"),
        ("13/14 May 2021", "[2021-05-13..2021-05-14]"),
        ("May/June 2021", "[2021-05-01..2021-06-30]"),
        ("Jan-Mar 2021", "2021-01/2021-03"),
        ("1914–18", "1914/1918"),
        ("300-275 BC", "-0299/-0274"),
        ("490/489 BC", "[-0489-01-01..-0488-12-31]"),
        ("c1850", "[1843-01-01..1857-12-31]"),
        ("May 5, 2021 (approx.)", "[2021-05-02..2021-05-08]"),
        ("ante 1300", "[..1300-12-31]"),
        ("2019 – present", "2019/.."),
        ("5/13/2021 1445", "2021-05-13T14:45:00"),
        ("12 June 2023, shortly before 3 a.m.", "2023-06-12"),
    ],
)
def test_what_is_short_is_read_as_it_is_said_in_full(text: str, written: str) -> None:
    """With the bounds of the whole words."""
    assert edtf.write(*read_date(text)) == written


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("since at least 2015", "begun by 31 December 2015"),
        ("13 May 2021, 2-3pm", "13 May 2021, 14:00 to 15:00"),
        ("13 May 2021, 14:00 to 15:30", "13 May 2021, 14:00 to 15:30"),
    ],
)
def test_what_edtf_cannot_say_is_told_in_words(text: str, told: str) -> None:
    """And those words are read again."""
    bounds, kind = read_date(text)

    assert words.describe(bounds, kind) == told


@pytest.mark.parametrize(
    "text",
    [
        *("Wed 3/4/22", "24-Aug", "June 12", "5/21", "12 June 2023 (deadline)", "12 June 2023, before 0:10"),
        *("1918-14", "99999999", "13 May 2021 2-3", "12 June 2023?"),
    ],
)
def test_what_may_mean_something_else_is_no_date(text: str) -> None:
    """A day of the week on which neither order falls, a day of no year, a remark that may change the date."""
    with pytest.raises(DateError):
        read_date(text)
