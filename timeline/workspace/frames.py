"""Events to data frames, and articles from them, whichever library the frames are of."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from timeline.errors import ArticleError, InstallationError
from timeline.workspace.rows import COLUMNS, LISTS, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.chrono.bounds import Range
    from timeline.model.article import Article
    from timeline.workspace.rows import Row


class Frame:
    """
    Events as a table that pandas, polars, DuckDB and others take as it is: ``polars.DataFrame(chronicle.frame())``,
    ``pandas.DataFrame.from_arrow(chronicle.frame())``.

    It speaks the Arrow PyCapsule interface, the successor of the dataframe interchange protocol; without pyarrow,
    ``pandas.DataFrame(chronicle.frame().records())`` gives the same columns.
    """

    columns = COLUMNS

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def records(self) -> list[dict[str, Any]]:
        """Each event as a dictionary of plain values."""
        return [asdict(row) for row in self._rows]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream; InstallationError where pyarrow is not installed."""
        return arrow(self._rows).__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<Frame of {len(self._rows):,} events with {len(COLUMNS)} columns>"


def arrow(rows: Sequence[Row]) -> Any:  # noqa: ANN401 - a table of pyarrow, which has no types
    """The rows as an Arrow table, with the same columns whatever is in them; InstallationError without pyarrow."""
    try:
        import pyarrow as pa
    except ImportError as fault:
        raise InstallationError('this needs pyarrow: pip install "article-timeline[parquet]"') from fault
    kinds = {"main": pa.bool_(), "weight": pa.float64()}
    kinds |= dict.fromkeys(LISTS, pa.list_(pa.string())) | dict.fromkeys(NUMBERS, pa.int32())
    schema = pa.schema([(column, kinds.get(column, pa.string())) for column in COLUMNS])
    return pa.table({column: [_plain(getattr(row, column)) for row in rows] for column in COLUMNS}, schema=schema)


@runtime_checkable
class DataFrame(Protocol):
    """A data frame of pandas, polars, pyarrow or another library: whatever gives itself as an Arrow stream."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The frame as an Arrow stream."""


def articles(frame: DataFrame, published: Range | None = None) -> list[Article]:
    """
    The articles of a data frame, one in each row, in the columns that `workspace.records` names.

    Raises:
        ArticleError: a row has no text, or the frame gives no rows; the row is named, counted from 1.
    """
    from timeline.workspace.records import article_of

    found = []
    for number, record in enumerate(_records(frame), 1):
        try:
            found.append(article_of(record, published))
        except ArticleError as fault:
            raise ArticleError(f"row {number:,} of the frame: {fault}") from fault
    return found


def _records(frame: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - see above
    if hasattr(frame, "to_dicts"):  # polars
        return list(frame.to_dicts())
    if hasattr(frame, "to_pylist"):  # pyarrow
        return list(frame.to_pylist())
    if hasattr(frame, "to_dict") and hasattr(frame, "columns"):  # pandas
        return list(frame.to_dict("records"))
    raise ArticleError("this is no data frame that gives its rows: give one of pandas, polars or pyarrow")


def _plain(value: object) -> object:
    """Text that UTF-8 can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
