"""Rows as the bytes of a file: Parquet, or a JSON object a line."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from importlib.util import find_spec
from typing import TYPE_CHECKING

from timeline.errors import InstallationError
from timeline.streams.rows import COLUMNS, LISTS, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.streams.rows import Row

FORMATS = ("parquet", "jsonl")


def usual() -> str:
    """Parquet where what writes it is installed."""
    return "parquet" if find_spec("pyarrow") else "jsonl"


def check(name: str) -> None:
    """InstallationError where what writes a format is not installed."""
    if name == "parquet" and not find_spec("pyarrow"):
        raise InstallationError(
            'Parquet needs pyarrow: pip install "article-timeline[parquet]", or choose --format jsonl'
        )


def written(rows: Sequence[Row], name: str) -> bytes:
    """The rows in one of `FORMATS`, with the same columns whatever is in them."""
    if name == "jsonl":
        return "".join(f"{json.dumps(asdict(row), ensure_ascii=False)}\n" for row in rows).encode(
            "utf-8", "surrogatepass"
        )
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    kinds = {"main": pa.bool_(), "weight": pa.float64()}
    kinds |= dict.fromkeys(LISTS, pa.list_(pa.string())) | dict.fromkeys(NUMBERS, pa.int32())
    schema = pa.schema([(column, kinds.get(column, pa.string())) for column in COLUMNS])
    table = pa.table({column: [_plain(getattr(row, column)) for row in rows] for column in COLUMNS}, schema=schema)
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def _plain(value: object) -> object:
    """Text that UTF-8 can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
