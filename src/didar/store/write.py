"""Write one reading into an archive, whole or not at all, or put a new reading in the place of an old one."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import msgspec

from didar.records import Article, Record
from didar.store import index, tables
from didar.store.files import Connection
from didar.store.index import IndexRows
from didar.store.pages import write_page
from didar.store.rows import Reading


def key_of(article: Article) -> str:
    """Return the key of an article: its address, or else the id it came with."""
    return article.source.url or article.id


def is_known(connection: Connection, key: str, sha256: str) -> bool:
    """Tell whether the archive holds this article with this text."""
    found = connection.execute("SELECT 1 FROM articles WHERE key = ? AND sha256 = ?", (key, sha256)).fetchone()
    return found is not None


def write_reading(
    connection: Connection, reading: Reading, *, reader: str, now: str, keep_page: bool = True
) -> IndexRows:
    """Store a reading inside the open transaction; on an error nothing of it stays. Return its rows for the indexes."""
    return _whole(connection, lambda: _insert(connection, reading, reader, now, keep_page))


def rewrite_reading(connection: Connection, article: int, reading: Reading, *, reader: str) -> IndexRows:
    """Replace what the archive says of an article by a new reading of it; its number, key and judgements stay."""
    return _whole(connection, lambda: _replace(connection, article, reading, reader))


def _whole(connection: Connection, work: Callable[[], IndexRows]) -> IndexRows:
    connection.execute("SAVEPOINT one")
    try:
        rows = work()
    except BaseException:
        # A full disk may have ended the transaction, and this savepoint with it.
        if connection.in_transaction:
            connection.execute("ROLLBACK TO one")
            connection.execute("RELEASE one")
        raise
    connection.execute("RELEASE one")
    return rows


def _insert(connection: Connection, reading: Reading, reader: str, now: str, keep_page: bool) -> IndexRows:
    page = write_page(connection, reading.page, keep_page) if reading.page else None
    source, told = reading.article.source, _what_reading_tells(reading)
    row = (key_of(reading.article), reading.article.id, source.url, source.path, page, now, reader, *told)
    cursor = connection.execute(
        """INSERT INTO articles (key, given_id, url, path, page, added, reader, sha256, title, published, outlet,
                                 text, layout)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        row,
    )
    return _write_parts(connection, int(cursor.lastrowid or 0), reading)


def _replace(connection: Connection, article: int, reading: Reading, reader: str) -> IndexRows:
    index.remove(connection, article)
    tables.remove(connection, article)
    connection.execute(
        """UPDATE articles SET reader = ?, sha256 = ?, title = ?, published = ?, outlet = ?, text = ?, layout = ?,
                               story = NULL, story_rule = NULL
            WHERE id = ?""",
        (reader, *_what_reading_tells(reading), article),
    )
    return _write_parts(connection, article, reading)


def _what_reading_tells(reading: Reading) -> tuple[str | bytes | None, ...]:
    article, record = reading.article, reading.record
    layout = zlib.compress(msgspec.json.encode(article.sections)) if article.sections else None
    title = title_of(article.text, record)
    return (record.text_sha256, title, article.source.published, article.source.outlet, article.text, layout)


def title_of(text: str, record: Record) -> str | None:
    """Return the title of a report: the section that is one, or else its first line."""
    for section in record.sections:
        if section.type == "title":
            return text[section.span.start : section.span.end].strip()
    return text.strip().partition("\n")[0][:200] or None


def _write_parts(connection: Connection, article: int, reading: Reading) -> IndexRows:
    ids = tables.write(connection, article, reading)
    return index.write(connection, article, reading, ids)
