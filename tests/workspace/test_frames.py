"""Events to data frames and articles from them, and a chronicle in a notebook."""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import timeline
from timeline.errors import ArticleError
from timeline.workspace import Chronicle
from timeline.workspace.rows import COLUMNS

TEXTS = ["The ferry sank on Tuesday. Divers reached the wreck two days later.", "The mill burned down in April 2021."]


@pytest.fixture(scope="module")
def chronicle() -> Chronicle:
    """Two articles, one with its day."""
    first, second = TEXTS
    return timeline.extract(
        [timeline.Article(first, "2025-08-22", source="ferry.txt"), timeline.Article(second, source="mill.txt")]
    )


def test_events_are_a_frame_of_each_library(chronicle: Chronicle) -> None:
    """With the same columns and values; lists are lists."""
    frame = chronicle.frame()
    of_pandas = pd.DataFrame.from_arrow(frame)
    of_polars = pl.DataFrame(frame)
    of_arrow = pa.table(frame)
    assert len(frame) == len(of_pandas) == len(of_polars) == of_arrow.num_rows == len(chronicle.events)
    assert tuple(of_pandas.columns) == tuple(of_polars.columns) == tuple(of_arrow.column_names) == COLUMNS
    assert of_polars["edtf"].to_list() == list(of_pandas["edtf"]) == [event.edtf for event in chronicle.events]
    assert of_arrow["reasons"].to_pylist() == [list(row.reasons) for row in frame]
    assert of_polars["article"].unique().sort().to_list() == ["ferry.txt", "mill.txt"]
    assert pd.DataFrame(frame.records())["when"].tolist() == of_polars["when"].to_list()


def test_hidden_events_are_not_in_it(chronicle: Chronicle) -> None:
    """As everywhere."""
    other = Chronicle(chronicle.timeline)
    gone = other.events[0].id
    other.hide(gone)
    assert gone not in [row.event for row in other.frame()]
    assert len(other.frame()) == len(chronicle.frame()) - 1


def test_a_frame_without_events_has_its_columns() -> None:
    """And no row."""
    empty = Chronicle(timeline.Timeline())
    assert pl.DataFrame(empty.frame()).shape == (0, len(COLUMNS))


NAMED: dict[str, list[Any]] = {"body": TEXTS, "date": ["2025-08-22", None], "url": ["https://a.example/1", None]}


@pytest.mark.parametrize(
    "frame", [pd.DataFrame(NAMED), pl.DataFrame(NAMED), pa.table(NAMED)], ids=["pandas", "polars", "arrow"]
)
def test_articles_come_from_a_frame(frame: Any) -> None:
    """Of whichever library, from the columns that have the usual names; what is missing is not known."""
    found = timeline.read(frame)
    assert [one.text for one in found] == TEXTS
    assert [one.published.as_dict()["latest"] for one in found] == ["2025-08-22", None]
    assert [one.source for one in found] == ["https://a.example/1", None]
    assert found[0].given == "metadata"


@pytest.mark.parametrize("day", [pd.Timestamp("2025-08-22"), date(2025, 8, 22), "2025-08-22T10:00:00Z"])
def test_days_are_days_however_they_are_kept(day: object) -> None:
    """A day that is none (NaT) is not known."""
    found = timeline.read(pd.DataFrame({"text": TEXTS, "published": [day, pd.NaT]}))
    assert [one.published.as_dict()["latest"] for one in found] == ["2025-08-22", None]


def test_days_in_figures_stay_days_where_some_are_missing() -> None:
    """Pandas makes floats of such a column; what is no day is told, and lanes and names are whole numbers, too."""
    days = [20250822, None, 1724284800]
    found = timeline.read(pd.DataFrame({"text": [*TEXTS, TEXTS[0]], "published": days, "source": [1, 2, None]}))
    assert [one.published.as_dict()["latest"] for one in found] == ["2025-08-22", None, None]
    assert [one.source for one in found] == ["1", "2", None]
    assert found[2].original is not None
    assert found[2].original.notes == ("its publication day '1724284800' names no day, so it stays open",)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (pl.DataFrame({"text": TEXTS}).lazy(), r"of the type LazyFrame: .*\.collect\(\)"),
        (TEXTS, "of the type list"),
        (None, "of the type NoneType"),
        (pd.Series(TEXTS), "no data frame that gives its rows"),
    ],
)
def test_what_is_no_source_is_told(source: Any, says: str) -> None:
    """With what it is, and what would be one."""
    with pytest.raises(ArticleError, match=says):
        timeline.read(source)


@pytest.mark.parametrize("given", ["article.txt", ["article.txt"]])
def test_only_articles_are_extracted(given: Any) -> None:
    """A path is to be read first, and that is said."""
    with pytest.raises(ArticleError, match=r"extract takes what read gives: timeline\.extract\(timeline\.read"):
        timeline.extract(given)


def test_a_day_may_be_a_date() -> None:
    """Of Python, as well as its ISO form; a moment is on its day."""
    for day in (date(2025, 8, 22), datetime(2025, 8, 22, 23, 30)):  # noqa: DTZ001 - a day has no zone
        assert timeline.Article(TEXTS[0], day) == timeline.Article(TEXTS[0], "2025-08-22")
        assert timeline.read(io.StringIO(TEXTS[0]), day).published == timeline.Article("", "2025-08-22").published


def test_a_row_without_text_is_told() -> None:
    """With its number and the columns that are looked for."""
    with pytest.raises(ArticleError, match=r"row 2 of the frame: it has no text: one of text, body, content"):
        timeline.read(pl.DataFrame({"text": ["The mill burned down.", None]}))


def test_a_notebook_shows_a_figure_or_a_picture(chronicle: Chronicle) -> None:
    """What it can: both are of the events, and JSON can hold them."""
    shown = chronicle._repr_mimebundle_(include=None, exclude=None)
    assert json.loads(json.dumps(shown)) == shown
    assert shown["image/svg+xml"].startswith("<svg")
    assert "Ferry sinks" in shown["image/svg+xml"]
    assert shown["application/vnd.plotly.v1+json"]["data"]
    assert shown["text/plain"] == f"{len(chronicle.events)} events of 2 articles"
    assert repr(chronicle) == f"<Chronicle of {shown['text/plain']}>"
    one = Chronicle(timeline.Timeline(articles=(timeline.Article(TEXTS[0]),)))
    assert one._repr_mimebundle_()["text/plain"] == "0 events of 1 article"
    assert list(Chronicle(timeline.Timeline())._repr_mimebundle_()) == ["text/plain"]
