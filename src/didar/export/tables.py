"""Write the tables of an archive into a folder, a file each, with a README of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from didar.export.columns import TABLES, Table
from didar.export.formats import Row, write_csv, write_jsonl, write_parquet
from didar.store.files import Connection
from didar.store.rows import StoreError

Write = Callable[[Path, Table, Iterator[Row]], int]
WRITERS: dict[str, Write] = {"csv": write_csv, "jsonl": write_jsonl, "parquet": write_parquet}


def export_tables(connection: Connection, folder: Path, format: str) -> dict[str, int]:
    """Write all tables as csv, jsonl or parquet; return how many rows each has. Raise StoreError where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        counts = {table.name: _write(connection, folder, table, format) for table in TABLES}
        (folder / "README.md").write_text(readme(format, counts), encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{error.filename or folder}: {error.strerror or error}") from error
    return counts


def _write(connection: Connection, folder: Path, table: Table, format: str) -> int:
    """Write beside the file's place first, so that a file that is there is always whole."""
    path = folder / f"{table.name}.{format}"
    part = path.with_name(path.name + ".part")
    rows: Iterator[Row] = connection.execute(table.sql)
    count = WRITERS[format](part, table, rows)
    part.replace(path)
    return count


def readme(format: str, counts: dict[str, int]) -> str:
    """Return what the columns mean, for whoever gets the folder."""
    parts = ["# Who said what to whom: tables from an archive of Didar\n", _ABOUT[format]]
    for table in TABLES:
        parts.append(f"\n## {table.name}.{format}: {counts[table.name]:,} rows, each {table.row}\n")
        parts.append("| column | holds | meaning |\n|---|---|---|")
        parts += [f"| {column.name} | {column.kind} | {column.meaning} |" for column in table.columns]
    return "\n".join(parts) + "\n"


_ABOUT = {
    "csv": "UTF-8 with a mark at its beginning, comma between cells. A cell that a spreadsheet would take for a\n"
    "formula (it begins with =, +, - or @) has an apostrophe before it. Yes is 1, no is 0; what a report does not\n"
    "say is empty.",
    "jsonl": "UTF-8, one object a line. What a report does not say is null.",
    "parquet": "What a report does not say is null.",
}
