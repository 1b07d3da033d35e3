"""Chronologies as paralegals, editors and police type them: no cell is lost, no date more exact than its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workspace.test_tables import book, read, table, whens
from timeline.formats.registry import NAMES
from timeline.model.article import Article
from timeline.workspace.tables import is_table

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

CASE = [
    ["PRIVILEGED & CONFIDENTIAL"],
    ["Harlow v. Brightwater"],
    ["Prepared by: K. Osei", "", "Last updated: 3/14/2023"],
    ["Date", "Time", "Fact / Event", "Source (Bates)", "Witness(es)", "Issue(s)", "Disputed?", "Key? (Y/N)"],
    ["03/14/21", "9:15 AM", "Safety briefing held", "BW000130-132", "Harlow; Dunne", "Notice", "Yes", "Y"],
    ["5/13/2021", "~2:40 PM", "Winch fails", "BW000400", "Ruiz", "Causation", "No", ""],
    ["5/13/2021", "1445", "Coast Guard called", "", "", "", "", ""],
    ["5/14/2021", "after lunch", "First surgery", "", "", "", "", ""],
]


def test_a_chronology_of_a_case() -> None:
    """Its stamps and its head are no title and no event; headings say what they say in whatever words."""
    timeline, notes = read("xlsx", book(*CASE))
    first = timeline.events[0]

    assert timeline.title == "Harlow v. Brightwater"
    assert whens(timeline) == ["14 March 2021, 09:15", "13 May 2021", "13 May 2021, 14:45", "14 May 2021"]
    assert (first.title, first.actors, first.extra["cited"]) == (
        *("Safety briefing held", ("Harlow", "Dunne"), "BW000130-132"),
    )
    assert [one.standing and one.standing.value for one in timeline.events] == ["disputed", "undisputed", None, None]
    assert (first.extra["lane"], first.extra["columns"]) == ("Notice", {"Key? (Y/N)": "Y"})
    assert notes == [
        "case.xlsx, sheet 'Sheet': what stands above the headings tells no event (row 1, 3): it is left out",
        "case.xlsx, row 8, column A: 'after lunch' is no time of day that is read: the day alone is",
    ]


def all_that_is_kept(timeline: Timeline) -> str:
    """Every text that stands beside the events."""
    return repr([(one.title, one.quote, one.note, one.actors, one.places, one.extra) for one in timeline.events])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Year,Date,Event\n1848,24 February,The king leaves\n", ["24 February 1848"]),
        ("Year,Event\nc. 3100 BC,Egypt is united\n", ["between 3150 and 3050 BCE"]),
        ("Day,Date,Event\nFri,2/4/22,The parties confer\n", ["4 February 2022"]),
        ("Earliest,Latest,Event\n3 May 2024,7 May 2024,a b\n,2020,c d\n", ["between 3 and 7 May 2024", "by 2020"]),
        ("Date,Start time,End time,Event\n12 June 2023,14:00,15:30,a b\n", ["12 June 2023, 14:00 to 15:30"]),
        ("Date,Time,Event\n12 June 2023,2-3pm,a b\n", ["12 June 2023, 14:00 to 15:00"]),
        ("Datum,Ereignis,Ort\n12.03.1987,Die Firma entsteht,Bonn\n1990,Sie zieht um,Bonn\n", ["12 March 1987", "1990"]),
        ("Date (DD/MM/YYYY),Event\n01/02/2024,a b\n", ["1 February 2024"]),
        ("Date,Event\n45090,a b\n", ["13 June 2023"]),
        ("Year,Event\n-44,Caesar is killed\n", ["between 45 and 44 BCE"]),
        ("Year,Headline,Display Date\n-44,Caesar is killed,\n", ["44 BCE"]),
        ("Date,Event\n1918-21,a b\n", ["1918 to 1921"]),
        ("Sent,From,To,Subject\n12 June 2023,a@a.example,b@a.example,Lunch\n", ["12 June 2023"]),
    ],
)
def test_dates_as_their_columns_have_them(text: str, told: list[str]) -> None:
    """Parts that stand apart are one date; what is known by bounds is told by them."""
    assert [when.replace(" 31 December 2020", " 2020") for when in whens(table(text)[0])] == told


@pytest.mark.parametrize(
    "text",
    [
        "Date,Event,Folio,Folio\n2024,a b,alpha,omega\n",
        "Date,Event,Why this date,Reasons\n2024,a b,alpha,omega\n",
        "Date,Event,Item\n2024,a b,alpha tugboat\n2023,c d,omega\n",
        "Date,Event,,,\n2024,a b,alpha,omega,\n",
        "Date,Earliest,Latest,Event\n2024,alpha,omega,a b\n",
        "Date,Month,Day,Event\n2024,alpha,omega 2,a b\n",
        "Event,Notes,Notes,Date\na b,alpha,omega,2024\n",
        "Year,Headline,Text,Media,Tags,Reporter\n2024,a b,,,alpha,omega\n",
    ],
)
def test_no_cell_is_lost(text: str) -> None:
    """A column named twice, without a name, or for what only our own tables make anew."""
    kept = all_that_is_kept(table(text)[0])

    assert "alpha" in kept
    assert "omega" in kept


def test_what_beside_a_date_is_not_read_is_told() -> None:
    """An end that is none, one that lies before its beginning, a time zone, a spreadsheet's number of a day."""
    text = (
        "Date,End date,End time,Event\n2024,soon,,a b\n2024-05-05 23:50,,00:10,c d\n"
        "2024-05-05T08:00:00+02:00,,,e f\n45090,,,g h\n"
    )
    timeline, notes = table(text)

    assert whens(timeline) == ["2024", "5 May 2024, 23:50", "5 May 2024, 08:00", "13 June 2023"]
    assert [note.partition(": ")[0] for note in notes] == [f"case.csv, row {row}, column A" for row in (2, 3, 4, 5)]


def test_two_figures_of_a_year_are_ordered_as_it_is_said() -> None:
    """As are four."""
    rows = NAMES["csv"].read(b"Date,Event\n01/02/24,a b\n", "case.csv")

    assert rows.order == "both"
    assert whens(table("Date,Event\n01/02/24,a b\n", "month-first")[0]) == ["2 January 2024"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "mixed"])
def test_an_encoding_that_does_not_say_itself(encoding: str) -> None:
    """Every letter is what it was, and it is told."""
    lines = ["Date,Event\n", "2024,Zürich, a fire\n".replace(", ", " – "), "2025,Łódź\n"]
    kinds = ("utf-8", "cp1252", "utf-8") if encoding == "mixed" else (encoding,) * 3
    timeline, notes = read("csv", b"".join(line.encode(kind) for line, kind in zip(lines, kinds, strict=True)))

    assert [event.title for event in timeline.events] == ["Zürich – a fire", "Łódź"]
    assert len(notes) == 1


def test_rows_behind_a_quotation_mark_that_is_never_closed_are_read() -> None:
    """As are those with a comma too many, which are told; a line that says what stands between cells is none."""
    timeline, notes = table('sep=;\nDate;Event\n2023;a b; and c\n2024;"broken\n2025;after\n')

    assert [event.title for event in timeline.events] == ["a b", '"broken', "after"]
    assert [note.partition(": ")[0] for note in notes] == ["case.csv, row 4", "case.csv, row 3"]


def test_nobody_is_asked_when_a_table_was_published() -> None:
    """None of its dates hangs on such a day."""
    [article] = table("Date,Event\n2024,a b\n")[0].articles

    assert is_table(article)
    assert not is_table(Article("They met on Tuesday."))
