"""Rows as the bytes of a file: Parquet, or a JSON object a line."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from importlib.util import find_spec
from typing import TYPE_CHECKING

from timeline.errors import InstallationError
from timeline.workspace.frames import arrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.workspace.rows import Row

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
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    buffer = io.BytesIO()
    parquet.write_table(arrow(rows), buffer, compression="zstd")
    return buffer.getvalue()
