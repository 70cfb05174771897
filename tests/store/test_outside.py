"""Others that open the file: tables, foreign keys, views and Datasette's metadata agree; SQLite has one door."""

from __future__ import annotations

import asyncio
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import didar
from didar.store.files import open_store
from didar.store.people import link_people
from didar.store.transactions import Batch
from tests.invented import rich_reading

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


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("opened") / "didar.db"
    connection = open_store(path, write=True)
    with Batch(connection) as batch:
        batch.add(rich_reading(published="2019-06-08"), reader="test", now="2026-01-01")
    link_people(connection)
    connection.close()
    return path


def test_every_table_can_be_gone_through(path):
    """DuckDB and Datasette look into every table to list them, the full-text indexes too."""
    connection = open_store(path)
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"):
        connection.execute(f"SELECT * FROM {table}").fetchall()


def test_duckdb_opens_the_archive(path):
    duckdb = pytest.importorskip("duckdb")
    scanner = pytest.importorskip("duckdb_extension_sqlite_scanner")
    (extension,) = Path(scanner.__file__).parent.rglob("*.duckdb_extension")
    duck = duckdb.connect()
    duck.execute(f"LOAD '{extension}'")
    duck.execute(f"ATTACH '{path}' AS archive (TYPE sqlite, READ_ONLY)")
    tables = "SELECT table_name FROM information_schema.tables WHERE table_catalog = 'archive'"
    assert {"articles", "sayings", "contacts"} <= {name for (name,) in duck.execute(tables).fetchall()}
    for view in ("sayings", "contacts"):
        mine = open_store(path).execute(f"SELECT * FROM {view} ORDER BY id").fetchall()
        assert duck.execute(f"SELECT * FROM archive.{view} ORDER BY id").fetchall() == mine != []


PAGES = ("", "/sayings", "/contacts", "/articles/1", "/people", "/entities/1", "/statements/1", "/statement_search")


def test_datasette_serves_the_archive_with_its_metadata(path):
    app = pytest.importorskip("datasette.app")
    metadata = json.loads(files("didar.store").joinpath("datasette.json").read_text(encoding="utf-8"))

    async def serve():
        served = app.Datasette([str(path)], metadata=metadata)
        await served.invoke_startup()
        return {page: await served.client.get(f"/didar{page}") for page in PAGES}

    answers = asyncio.run(serve())
    assert {page: answer.status_code for page, answer in answers.items()} == dict.fromkeys(PAGES, 200)
    assert metadata["databases"]["didar"]["tables"]["people"]["description"] in answers["/people"].text


def test_sqlite_is_imported_in_the_store_alone():
    imports = re.compile(r"^\s*(import|from) sqlite3", re.MULTILINE)
    importing = [path for path in SOURCE.rglob("*.py") if imports.search(path.read_text(encoding="utf-8"))]
    assert {path.parent.name for path in importing} == {"store"}
