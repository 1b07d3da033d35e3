"""Events as a table."""

from __future__ import annotations

import csv as csvlib
import io
import json as jsonlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.formats.strategies import timelines
from tests.formats.test_json import saved
from timeline.formats import csv, json

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline


def rows(timeline: Timeline) -> list[dict[str, str]]:
    """The table as a program reads it."""
    return list(csvlib.DictReader(io.StringIO(csv.write(timeline).removeprefix("\ufeff"))))


def test_a_row_holds_the_event_with_its_bounds() -> None:
    """Words as words, bounds as ISO days, nothing where nothing is known."""
    given_ = saved(when="19 August 2025", edtf="2025-08-19", actors=["Ann Odu", "the port"], bounds={})
    given_["events"][0]["bounds"] = {"begin": {"earliest": "2025-08-19", "latest": None}}
    [row] = rows(json.read(jsonlib.dumps(given_), "x.json"))

    assert row["number"] == "1"
    assert row["when"] == "19 August 2025"
    assert row["title"] == "A ferry sinks"
    assert row["actors"] == "Ann Odu; the port"
    assert row["begin_earliest"] == row["stated_begin_earliest"] == "2025-08-19"
    assert row["begin_latest"] == row["end_earliest"] == row["end_latest"] == ""
    assert (row["span_start"], row["head_end"]) == ("0", "14")


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-0216-06-22", "'-0216-06-22"),
        ("@all", "'@all"),
        ("\tcmd", "'\tcmd"),
        ("\rcmd", "'\rcmd"),
        ("＝1+1", "'＝1+1"),
        ("-12", "-12"),
        ("3 = 2", "3 = 2"),
        ('He said "no",\nthen left', 'He said "no",\nthen left'),
    ],
)
def test_no_cell_is_a_formula(title: str, cell: str) -> None:
    """What a spreadsheet would run is preceded by an apostrophe; numbers and other words stay as they are."""
    [row] = rows(json.read(jsonlib.dumps(saved(title=title)), "x.json"))

    assert cell == row["title"]


@settings(max_examples=40)
@given(timelines())
def test_every_event_has_one_row_and_no_formula(timeline: Timeline) -> None:
    """Whatever an article says, no cell of its table is run."""
    table = rows(timeline)

    assert [event.kind.value for event in timeline.events] == [row["kind"] for row in table]
    for row in table:
        for cell in row.values():
            assert not cell.startswith(("=", "+", "@")) and (cell[:1] != "-" or float(cell) < 0)  # noqa: PT018 - one rule
