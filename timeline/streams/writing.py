"""Rows as the bytes of a file: Parquet, or a JSON object a line."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

from timeline.errors import InstallationError
from timeline.workspace.frames import arrow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from timeline.workspace.rows import Row

FORMATS = ("parquet", "jsonl")
_ROWS = 10_000
"""Rows that are written at once: of a file that is one part, however long it is, no more are held."""
_TEXT = ("utf-8", "replace")  # half a character of two, which JSON can say and text cannot hold


def usual() -> str:
    """Parquet where what writes it is installed."""
    return "parquet" if find_spec("pyarrow") else "jsonl"


def check(name: str) -> None:
    """InstallationError where what writes a format is not installed."""
    if name == "parquet" and not find_spec("pyarrow"):
        raise InstallationError(
            'Parquet needs pyarrow: pip install "article-timeline[parquet]", or choose --format jsonl'
        )


def write(rows: Iterable[Row], name: str, file: BinaryIO) -> None:
    """Write rows in one of `FORMATS` as they come, with the same columns whatever is in them."""
    if name == "jsonl":
        file.writelines(f"{json.dumps(asdict(row), ensure_ascii=False)}\n".encode(*_TEXT) for row in rows)
        return
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    queue = iter(rows)
    table = arrow(list(islice(queue, _ROWS)))
    with parquet.ParquetWriter(file, table.schema, compression="zstd") as writer:
        writer.write_table(table)
        while found := list(islice(queue, _ROWS)):
            writer.write_table(arrow(found))
