"""Others that open the file: tables, foreign keys, views and Datasette's metadata agree; SQLite has one door."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import didar
from didar.store.files import open_store

SOURCE = Path(didar.__file__).parent


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return open_store(tmp_path_factory.mktemp("outside") / "a.db", write=True)


def test_every_table_and_column_of_the_metadata_is_there(archive):
    metadata = json.loads(files("didar.store").joinpath("datasette.json").read_text(encoding="utf-8"))
    (database,) = metadata["databases"].values()
    for table, told in database["tables"].items():
        columns = {row[1] for row in archive.execute(f"PRAGMA table_info({table})")}
        assert columns, table
        assert set(told.get("columns", {})) <= columns, table
        assert told.get("label_column", "id") in columns | {"id"}, table


def test_every_foreign_key_points_to_a_table_and_is_indexed(archive):
    tables = [name for (name,) in archive.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for key in archive.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            assert key[2] in tables, (table, key)


def test_views_answer(archive):
    assert archive.execute("SELECT * FROM sayings").fetchall() == []
    assert archive.execute("SELECT * FROM contacts").fetchall() == []


def test_sqlite_is_imported_in_the_store_alone():
    imports = re.compile(r"^\s*(import|from) sqlite3", re.MULTILINE)
    importing = [path for path in SOURCE.rglob("*.py") if imports.search(path.read_text(encoding="utf-8"))]
    assert {path.parent.name for path in importing} == {"store"}
