"""Broken, foreign, newer, older, locked, read-only and full archives: one sentence each, and what was stored stays."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from didar.store import files
from didar.store.files import migrate, open_store
from didar.store.rows import StoreError
from didar.store.transactions import Batch
from tests.invented import small_reading


def store(connection, numbers, stored=lambda new: None):
    with Batch(connection, stored=stored) as batch:
        for number in numbers:
            batch.add(small_reading(number), reader="test", now="2026")


def count(path):
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT count(*) FROM articles").fetchone()[0]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.db"
    connection = open_store(path, write=True)
    store(connection, range(3))
    connection.close()
    return path


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.write_bytes(b"no database at all, only words" * 99), "no SQLite file"),
        (lambda path: sqlite3.connect(path).execute("CREATE TABLE other (x)"), "no archive of Didar"),
        (lambda path: path.touch(), "no archive yet"),
        (lambda path: None, "no archive there"),
        (lambda path: path.mkdir(), "no archive there"),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path, make, message):
    path = tmp_path / "x.db"
    make(path)
    with pytest.raises(StoreError, match=message):
        open_store(path)


def test_a_foreign_database_is_not_written_to(tmp_path):
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE other (x)")
    with pytest.raises(StoreError, match="no archive of Didar"):
        open_store(path, write=True)
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == [("other",)]


def test_a_newer_schema_is_refused(path):
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {files.VERSION + 1}")
    for write in (False, True):
        with pytest.raises(StoreError, match="newer Didar"):
            open_store(path, write=write)


def test_an_older_schema_is_brought_up_to_date_by_the_next_write(path, monkeypatch):
    migration = "ALTER TABLE articles ADD COLUMN mood TEXT;\nUPDATE articles SET mood = 'x';"
    monkeypatch.setattr(files, "MIGRATIONS", (migration,))
    monkeypatch.setattr(files, "VERSION", 2)
    with pytest.raises(StoreError, match="older archive"):
        open_store(path)
    connection = open_store(path, write=True)
    assert connection.execute("SELECT DISTINCT mood FROM articles").fetchall() == [("x",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    open_store(path).close()


def test_a_migration_that_fails_changes_nothing(path):
    connection = open_store(path, write=True)
    with pytest.raises(sqlite3.Error):
        migrate(connection, ("ALTER TABLE articles ADD COLUMN mood TEXT;\nUPDATE nowhere SET x = 1;",))
    columns = [row[1] for row in connection.execute("PRAGMA table_info(articles)")]
    assert "mood" not in columns
    assert connection.execute("PRAGMA user_version").fetchone() == (files.VERSION,)


def test_a_locked_archive_says_so(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    mine = open_store(path, write=True, busy_seconds=0.1)
    with pytest.raises(StoreError, match="locked by another process"):
        store(mine, [9])
    assert open_store(path).execute("SELECT count(*) FROM articles").fetchone() == (3,)
    other.execute("ROLLBACK")
    store(mine, [9])
    assert count(path) == 4


def test_two_writers_take_turns(path):
    one, two = open_store(path, write=True), open_store(path, write=True)
    for number in range(10, 20):
        store(one, [number])
        store(two, [number, number + 100])
    assert count(path) == 3 + 20


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only files; the next test does it otherwise")
def test_a_read_only_file_says_so(path):
    path.chmod(stat.S_IREAD)
    with pytest.raises(StoreError, match="read-only"):
        store(open_store(path, write=True), [9])


def test_an_archive_opened_for_reading_takes_nothing(path):
    connection = open_store(path)
    with pytest.raises(StoreError, match="read-only"):
        store(connection, [9])
    assert count(path) == 3


def test_a_full_database_keeps_what_was_committed_and_loses_the_rest_cleanly(path):
    connection = open_store(path, write=True)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 12}")
    with pytest.raises(StoreError, match="disk is full"):
        store(connection, range(100, 900))
    check(path)
    assert count(path) == 3


FULL_DISK = """
import resource, signal, sys
sys.path.insert(0, {root!r})
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from tests.store.test_faults import store
from didar.store import transactions
from didar.store.files import open_store
from didar.store.rows import StoreError
transactions.MOST = 10
connection = open_store({path!r}, write=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
done = []
try:
    store(connection, range(100, 2000), done.append)
except StoreError as error:
    print(sum(done), error)
"""


def test_a_disk_that_takes_no_more_keeps_all_that_was_reported(path):
    """The operating system refuses to let the file grow, in a process of its own, as a quota does."""
    code = FULL_DISK.format(root=os.getcwd(), path=str(path))
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    stored, message = run.stdout.split(" ", 1)
    assert "disk" in message
    assert run.stderr == ""
    assert int(stored) > 0
    check(path)
    assert count(path) == 3 + int(stored)


def test_a_damaged_file_says_so(path):
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 30] = os.urandom(4096 * 28)
    path.write_bytes(data)
    with pytest.raises(StoreError), files.telling(path):
        store(open_store(path, write=True), range(50, 60))


def check(path):
    """Raise where the file, its references or its indexes are not whole."""
    connection = open_store(path, write=True)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for index in ("article_search", "statement_search", "name_search"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    connection.close()


