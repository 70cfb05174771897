"""Write rows as CSV, TSV, JSON Lines or Parquet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

import msgspec

from didar.export.columns import Kind, Table
from didar.store.rows import StoreError

Cell = str | int | float | bool | None
Row = Sequence[Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ROWS = 5_000


def safe_cell(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet runs as a formula: an apostrophe goes before what looks like one.

    >>> safe_cell("=1+1"), safe_cell("ساوان"), safe_cell(-3)
    ("'=1+1", 'ساوان', -3)
    """
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def write_separated(stream: TextIO, names: Sequence[str], rows: Iterable[Row], separator: str = ",") -> int:
    """Write a heading and rows to a stream; return how many rows."""
    writer = csv.writer(stream, delimiter=separator, lineterminator="\n")
    writer.writerow(names)
    count = 0
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])
        count += 1
    return count


def write_csv(path: Path, table: Table, rows: Iterator[Row]) -> int:
    """Write a table as CSV; return how many rows."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        return write_separated(stream, [column.name for column in table.columns], rows)


def write_jsonl(path: Path, table: Table, rows: Iterator[Row]) -> int:
    """Write a table as JSON Lines; return how many rows."""
    names = [column.name for column in table.columns]
    flags = {at for at, column in enumerate(table.columns) if column.kind == "yes or no"}
    count = 0
    with path.open("wb") as stream:
        for row in rows:
            cells = [bool(cell) if at in flags else cell for at, cell in enumerate(row)]
            stream.write(msgspec.json.encode(dict(zip(names, cells, strict=True))) + b"\n")
            count += 1
    return count


def write_parquet(path: Path, table: Table, rows: Iterator[Row]) -> int:
    """Write a table as Parquet, some thousand rows at a time; return how many rows."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise StoreError("to write Parquet: pip install 'didar[parquet]'") from error
    types: dict[Kind, object] = {
        "text": pyarrow.string(),
        "whole number": pyarrow.int64(),
        "number": pyarrow.float64(),
        "yes or no": pyarrow.bool_(),
    }
    schema = pyarrow.schema([(column.name, types[column.kind]) for column in table.columns])
    count = 0
    with ParquetWriter(path, schema) as writer:
        while block := list(islice(rows, _ROWS)):
            columns = [
                pyarrow.array([bool(cell) for cell in cells] if field.type == pyarrow.bool_() else cells, field.type)
                for cells, field in zip(zip(*block, strict=True), schema, strict=True)
            ]
            writer.write_batch(pyarrow.record_batch(columns, schema=schema))
            count += len(block)
    return count
