"""Open an archive file: make it, bring an older one up to date, refuse a newer one, or open it for reading only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from didar.store.rows import StoreError

APPLICATION = 0x44696461  # «Dida», so that `file` and other programs can tell an archive from any SQLite file
# How an archive of version n becomes one of version n + 1; schema.sql is the state after the last of them.
MIGRATIONS: tuple[str, ...] = ()
VERSION = len(MIGRATIONS) + 1
BUSY_SECONDS = 10.0

Connection = sqlite3.Connection


def open_store(path: str | Path, *, write: bool = False, busy_seconds: float = BUSY_SECONDS) -> Connection:
    """Return a connection to the archive at `path`; for writing, make it where there is none.

    Raise StoreError, with the reason in a sentence, where it is missing, no archive, newer than this Didar,
    locked by another process or not writable.
    """
    path = Path(path)
    if not write and not path.is_file():
        raise StoreError(f"{path}: no archive there")
    with telling(path):
        connection = _connect_to_write(path, busy_seconds) if write else _connect_to_read(path, busy_seconds)
        _check(connection, path, write)
    return connection


def _connect_to_write(path: Path, busy_seconds: float) -> Connection:
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _connect_to_read(path: Path, busy_seconds: float) -> Connection:
    """Connect without the right to write; an archive on a read-only medium has no log beside it and is immutable."""
    try:
        connection = _connect_as(path, "mode=ro", busy_seconds)
    except sqlite3.OperationalError:
        if Path(f"{path}-wal").exists():
            raise
        connection = _connect_as(path, "mode=ro&immutable=1", busy_seconds)
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA mmap_size = 1073741824")
    return connection


def _connect_as(path: Path, mode: str, busy_seconds: float) -> Connection:
    connection = sqlite3.connect(_uri(path, mode), uri=True, timeout=busy_seconds, isolation_level=None)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?{mode}"


def _check(connection: Connection, path: Path, write: bool) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not empty and application != APPLICATION:
        raise StoreError(f"{path}: an SQLite file, but no archive of Didar")
    if version > VERSION:
        raise StoreError(f"{path}: written by a newer Didar (schema {version}; this one knows up to {VERSION})")
    if write:
        _prepare(connection, empty, version)
    elif empty:
        raise StoreError(f"{path}: an empty file, no archive yet; `didar add` makes one")
    elif version < VERSION:
        raise StoreError(f"{path}: an older archive (schema {version}); `didar add --db {path}` brings it up to date")


def _prepare(connection: Connection, empty: bool, version: int) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    if empty:
        _create(connection)
    elif version < VERSION:
        migrate(connection, MIGRATIONS)


def _create(connection: Connection) -> None:
    """Lay the tables in one transaction: another process that makes the same archive now waits and finds it."""
    schema = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        for statement in sql_statements(schema):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION:d}")
        connection.execute(f"PRAGMA user_version = {VERSION:d}")
    connection.execute("COMMIT")


def migrate(connection: Connection, migrations: Sequence[str]) -> None:
    """Run those of `migrations` that the archive has not seen, all in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for script in migrations[version - 1 :]:
            for statement in sql_statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations) + 1:d}")
    except sqlite3.Error:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def sql_statements(script: str) -> list[str]:
    """Cut a script into its statements (`executescript` would commit before the first of them)."""
    statements, rest = [], ""
    for line in script.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            statements.append(rest)
            rest = ""
    return statements


_EXPLANATIONS = (
    ("locked", "locked by another process; try again when that is done"),
    ("disk is full", "the disk is full; what was added before stays"),
    (
        "disk I/O error",
        "the disk does not take or give the data (full, a quota, or broken); what was added before stays",
    ),
    ("readonly", "not writable: the file or its folder is read-only"),
    ("unable to open", "cannot be opened: is the folder there, and may you read and write in it?"),
    ("not a database", "no SQLite file"),
    ("no such module", "this Python's SQLite has no full-text search (FTS5), which an archive needs"),
    ("malformed", "the file is damaged; `sqlite3 FILE .recover` saves what can be saved"),
)


@contextmanager
def telling(path: str | Path) -> Iterator[None]:
    """Turn what SQLite complains of into a StoreError that says in a sentence what it means."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {explain(error)}") from error


def path_of(connection: Connection) -> str:
    """Return where the archive of a connection lies."""
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def explain(error: sqlite3.Error) -> str:
    """Say in a sentence what an error of SQLite means for the one who runs the command."""
    message = str(error)
    return next((said for part, said in _EXPLANATIONS if part in message), f"SQLite says: {message}")
