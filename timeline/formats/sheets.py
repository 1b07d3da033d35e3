"""Cells of text that no spreadsheet runs as a formula, out and in."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What a spreadsheet takes for the start of a formula, with what was put before it; a plain number is none.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")
_HALVES = re.compile("[\ud800-\udfff]")


def escaped(value: object) -> object:
    """A cell that would be run is preceded by an apostrophe; nothing for None."""
    if isinstance(value, str):
        value = _HALVES.sub("\ufffd", value).replace("\0", "\ufffd")
        return "'" + value if _FORMULA.match(value) and not _NUMBER.match(value) else value
    return "" if value is None else value


def unescaped(text: str) -> str:
    """
    The inverse of `escaped`.

    >>> unescaped("'=1+1"), unescaped("'tis"), unescaped("''=1")
    ('=1+1', "'tis", "'=1")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def table(names: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """CSV (RFC 4180) behind a byte order mark that lets spreadsheets know UTF-8."""
    out = io.StringIO()
    written = csv.writer(out)
    written.writerow(names)
    for row in rows:
        written.writerow([escaped(value) for value in row])
    return "\ufeff" + out.getvalue()
