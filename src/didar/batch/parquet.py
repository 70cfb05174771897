"""Read articles from the rows of a Parquet file, a few hundred at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from didar.batch.units import ArticleUnit, Found
from didar.page.failures import InputFailure, Unreadable
from didar.page.jsonl import article_from_line

_ROWS = 256
_COLUMNS = ("id", "text", "title", "lead", "paragraphs", "url", "outlet", "published", "date")


def parquet_units(path: Path) -> Iterator[Found]:
    """Yield an article for each row; its columns are named as the fields of JSON Lines are, others are passed over.

    A row without an id has its address or its number for one.
    """
    for number, row in enumerate(_rows(path), 1):
        place = f"{path}:{number}"
        row.setdefault("id", row.get("url") or str(number))
        try:
            yield ArticleUnit(place, article_from_line(msgspec.json.encode(row, enc_hook=str), str(path.absolute())))
        except Unreadable as error:
            yield InputFailure(place=place, reason=str(error))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise Unreadable("to read Parquet: pip install 'didar[parquet]'") from error
    try:
        with ParquetFile(path) as file:
            columns = [name for name in _COLUMNS if name in file.schema_arrow.names]
            for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
                yield from batch.to_pylist()
    except pyarrow.ArrowException as error:
        raise Unreadable(f"no Parquet that can be read: {str(error).splitlines()[0]}") from error
