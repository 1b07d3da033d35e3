"""The page on formats says what the formats say of themselves."""

from __future__ import annotations

from pathlib import Path

from timeline.articles.folder import MOST as MOST_FILES
from timeline.formats import ics_in, markwhen_in, tabular, workbook
from tools.formats import page

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


def test_the_table_is_what_the_formats_declare() -> None:
    """`python -m tools.formats` makes it anew."""
    text = PAGE.read_text("utf-8")

    assert text == page(text)


def test_the_limits_are_those_of_the_readers() -> None:
    """As numbers that people read."""
    text = PAGE.read_text("utf-8")
    limits = (
        *(
            f"{tabular.MOST_ROWS:,} rows",
            f"{workbook.MOST_COLUMNS} columns",
            f"{tabular.LARGEST // 1_000_000} MB of CSV",
        ),
        *(
            f"{workbook.LARGEST // 1_000_000} MB of unpacked",
            f"{ics_in.LARGEST // 1_000_000} MB and {ics_in.MOST:,} events",
        ),
        *(f"{markwhen_in.LARGEST // 1_000_000} MB of Markwhen", f"at most {ics_in.MOST_RECURRING} times"),
        f"{MOST_FILES:,} files",
    )

    assert tabular.MOST_ROWS == workbook.MOST_ROWS
    assert [limit for limit in limits if limit not in text] == []
