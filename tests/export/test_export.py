"""Exported tables: every column explained, the same rows in every format, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import json

import pytest

from didar.archive import Archive
from didar.export.columns import TABLES
from didar.export.formats import safe_cell
from didar.store.files import open_store
from didar.store.people import link_people
from didar.store.rows import StoreError
from didar.store.transactions import Batch
from tests.invented import rich_reading, small_reading


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "a.db"
    connection = open_store(path, write=True)
    hostile = '=HYPERLINK("x")\nنریمان الوندی گفت: @SUM(1+1)\t<script>.'
    with Batch(connection) as batch:
        for reading in (rich_reading(published="2019-06-08"), small_reading(1), small_reading(2, text=hostile)):
            batch.add(reading, reader="test", now="2026-01-01")
    link_people(connection)
    connection.close()
    return Archive(path)


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_jsonl(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_parquet(path):
    from pyarrow.parquet import read_table

    return read_table(path).to_pylist()


READERS = {"csv": read_csv, "jsonl": read_jsonl, "parquet": read_parquet}


@pytest.mark.parametrize("format", READERS)
def test_every_table_has_its_columns_and_rows(archive, tmp_path, format):
    counts = archive.export(tmp_path / "out", format)
    assert counts == {"statements": 5, "meetings": 3, "people": 2, "articles": 3}
    for table in TABLES:
        rows = READERS[format](tmp_path / "out" / f"{table.name}.{format}")
        assert len(rows) == counts[table.name]
        assert list(rows[0]) == [column.name for column in table.columns]


def test_a_statement_says_all_of_itself(archive, tmp_path):
    archive.export(tmp_path / "out", "jsonl")
    first, second, third, *_ = read_jsonl(tmp_path / "out" / "statements.jsonl")
    assert (first["id"], first["same_as"], first["acts"]) == ("s1", "s2", "announce")
    assert (second["speaker"], second["latin"], second["role"]) == (
        "مهران کریمان",
        "Mehran Kariman",
        "رئیس ستاد کشور ساوان",
    )
    assert (second["addressees"], second["meeting"], second["acts"]) == ("نریمان الوندی", "m1", "announce promise")
    assert (third["content"], third["negated"], third["nested_in"]) == ("همکاری … دو کشور", True, "s2")
    (article, *_) = read_jsonl(tmp_path / "out" / "articles.jsonl")
    spans = [tuple(map(int, span.split("-"))) for span in third["spans"].split()]
    assert [article["text"][start:end] for start, end in spans] == ["همکاری", "دو کشور"]


def test_formats_agree(archive, tmp_path):
    for format in READERS:
        archive.export(tmp_path / "out", format)
    for table in TABLES:
        parquet, jsonl = (READERS[f](tmp_path / "out" / f"{table.name}.{f}") for f in ("parquet", "jsonl"))
        assert parquet == jsonl


def test_no_cell_is_a_formula(archive, tmp_path):
    archive.export(tmp_path / "out", "csv")
    cells = [
        cell for table in TABLES for row in read_csv(tmp_path / "out" / f"{table.name}.csv") for cell in row.values()
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert '\'=HYPERLINK("x")' in cells
    assert (safe_cell("-1+cmd"), safe_cell(-1.5), safe_cell(None)) == ("'-1+cmd", -1.5, None)


def test_the_readme_explains_every_column(archive, tmp_path):
    archive.export(tmp_path / "out", "csv")
    readme = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    for table in TABLES:
        assert f"## {table.name}.csv" in readme
        for column in table.columns:
            assert f"| {column.name} | {column.kind} | {column.meaning} |" in readme


def test_a_folder_that_cannot_be_is_told_in_a_line(archive, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="file"):
        archive.export(tmp_path / "file", "csv")
