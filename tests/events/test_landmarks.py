"""Known events: the file, its errors, and what they match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.events.told import told
from timeline.chrono.calendar import day_of
from timeline.errors import LandmarksError
from timeline.events.landmarks import load
from timeline.model.event import Kind

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "id,name,begin,end,kind,words,url\n"


def test_the_file_is_in_order() -> None:
    """At least sixty events, in order of their days, each with a page; a day is one day and a span is longer."""
    rows = load().rows

    assert len(rows) >= 60
    assert rows == tuple(sorted(rows, key=lambda row: (row.bounds.begin.earliest, row.id)))
    for row in rows:
        assert row.url.startswith("https://")
        assert row.words
        days = day_of(row.bounds.end.latest or 0) - day_of(row.bounds.begin.earliest or 0)
        assert (row.kind is Kind.DAY) == (days == 0)


@pytest.mark.parametrize(
    ("text", "landmark"),
    [
        ("He flew home after Trump's summit with his Russian counterpart in Alaska.", "alaska-summit-2025"),
        ("Trump met Putin in Alaska.", "alaska-summit-2025"),
        ("The plan came before Trump's re -election.", "trump-re-election-2024"),
        ("It followed Zelenski's harsh confrontation with Trump at the Oval Office.", "oval-office-confrontation-2025"),
        ("Prices rose after Russia's invasion of Ukraine.", "ukraine-invasion-2022"),
        ("The law was passed after the murder of George Floyd.", "floyd-2020"),
        ("She resigned after the Brexit referendum.", "brexit-referendum-2016"),
    ],
)
def test_words_match(text: str, landmark: str) -> None:
    """An event is a known one by the words of its own phrase, names and pronouns resolved."""
    assert landmark in {candidate.landmark for candidate in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "They met at a summit in Alaska last spring.",
        "Trump spoke of his re-election in Ohio.",
        "The re-election of Trump's ally surprised many.",
        "Trump praised Macron's summit with Putin in Sochi.",
        "Trump's first summit with Xi in Alaska was short.",
        "Zelensky's confrontation with Macron in the Oval Office was staged.",
        "The summit of the mountain in Alaska was climbed by Putin.",
        "A coming summit of Trump and Putin in Alaska will be short.",
        "Trump's inauguration was cold.",
        "An earthquake in Nepal destroyed a school.",
        "After Georgia's invasion of Ukraine in the game, he lost.",
        "Biden won the election for mayor in Scranton.",
        "The attack on the capitol of Oregon failed.",
        "Kim met Moon at a summit in Hanoi.",
    ],
)
def test_look_alikes_do_not_match(text: str) -> None:
    """Indefinite, other people's, other places', planned or numbered ones are not the known event."""
    assert {candidate.landmark for candidate in told(text)} <= {None}


def test_the_users_file_adds_and_wins(tmp_path: Path) -> None:
    """A row of the user's own adds to the list, and replaces one of the same id."""
    file = tmp_path / "mine.csv"
    file.write_text(
        HEADER
        + "wedding,Our wedding,2019-06-01,,day,wedding ours,\n"
        + "alaska-summit-2025,The summit,2025-08-16,,day,summit,\n",
        encoding="utf-8",
    )
    found = load(extra=file)

    assert found.get("wedding") is not None
    assert getattr(found.get("alaska-summit-2025"), "name", None) == "The summit"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id,name\n", "line 1: the column 'begin' is missing"),
        (HEADER + "a,A,2025-02-30,,day,x,\n", "line 2: begin '2025-02-30' is not a day"),
        (HEADER + "a,A,2025-02-03,2025-02-01,span,x,\n", "line 2: it ends (2025-02-01) before it begins"),
        (HEADER + "a,A,2025-02-01,2025-02-03,day,x,\n", "line 2: a day begins and ends on the same day"),
        (HEADER + "a,A,2025-02-01,,week,x,\n", "line 2: the kind 'week' is neither day nor span"),
        (HEADER + "a,A,2025-02-01,,day,,\n", "line 2: 'words' is empty"),
        (HEADER + "a,A,2025-02-01,,day,x,\na,B,2025-02-02,,day,y,\n", "line 3: the id 'a' stands already in line 2"),
        (HEADER + 'a,"A,2025-02-01,,day,x,\n', "this is no CSV"),
    ],
)
def test_a_damaged_file_says_where(tmp_path: Path, content: str, says: str) -> None:
    """A damaged line is named with what is wrong and what to do."""
    file = tmp_path / "mine.csv"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(LandmarksError) as fault:
        load(extra=file)
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and one that is no text are named."""
    with pytest.raises(LandmarksError, match="cannot be read"):
        load(extra=tmp_path / "none.csv")
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LandmarksError, match="not UTF-8"):
        load(extra=binary)
