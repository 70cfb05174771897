"""Write the words of a report, its statements and its names into the full-text indexes, and take them out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from didar.identities.spelling import latin_words, name_words, person_words, skeleton_words
from didar.persian.latin import romanize
from didar.records import Entity, Span
from didar.store.columns import columns_of, columns_within
from didar.store.files import Connection
from didar.store.packing import unpack_words
from didar.store.rows import Reading, pack_marks, unpack_marks
from didar.store.tables import Row, RowIds


class IndexRows(msgspec.Struct, frozen=True):
    """Rows that are still to go into the full-text indexes and among the fingerprints.

    They wait for the end of a batch: FTS5 writes out all it holds whenever a savepoint begins or ends.
    """

    articles: list[Row] = msgspec.field(default_factory=list)
    statements: list[Row] = msgspec.field(default_factory=list)
    names: list[Row] = msgspec.field(default_factory=list)
    marks: list[Row] = msgspec.field(default_factory=list)

    def add(self, others: IndexRows) -> None:
        """Take the rows of others too."""
        for mine, theirs in zip(msgspec.structs.astuple(self), msgspec.structs.astuple(others), strict=True):
            mine.extend(theirs)

    def write(self, connection: Connection) -> None:
        """Write the rows, those that lie side by side together, and forget them."""
        for sql, rows in zip(_INSERTS, msgspec.structs.astuple(self), strict=True):
            connection.executemany(sql, sorted(rows))
            rows.clear()


_INSERTS = (
    "INSERT INTO article_search (rowid, norm, stem) VALUES (?, ?, ?)",
    "INSERT INTO statement_search (rowid, norm, stem) VALUES (?, ?, ?)",
    "INSERT INTO name_search (rowid, norm, latin, skeleton) VALUES (?, ?, ?, ?)",
    "INSERT OR IGNORE INTO fingerprints VALUES (?, ?)",
)


def write(connection: Connection, article: int, reading: Reading, ids: RowIds) -> IndexRows:
    """Write down the words and names of a reading; return the rows that make it findable."""
    words, rows = reading.words, IndexRows()
    connection.execute("INSERT INTO words VALUES (?, ?, ?)", (article, words.packed, pack_marks(reading.marks)))
    rows.articles.append((article, *words.article))
    for statement, columns in zip(reading.record.statements, words.statements, strict=True):
        rows.statements.append((ids.statements[statement.id], *columns))
    rows.marks.extend([(mark, article) for mark in reading.marks])
    for entity in reading.record.entities:
        rows.names.extend(_write_names(connection, ids.entities[entity.id], entity))
    return rows


def remove(connection: Connection, article: int) -> None:
    """Take an article and its statements out of the indexes: a contentless index wants the words that went in."""
    sql = "SELECT packed, marks, text FROM words JOIN articles ON articles.id = words.article WHERE article = ?"
    packed, marks, text = connection.execute(sql, (article,)).fetchone()
    words = unpack_words(packed, text)
    rows = [(mark, article) for mark in unpack_marks(marks)]
    connection.executemany("DELETE FROM fingerprints WHERE mark = ? AND article = ?", rows)
    _delete(connection, "article_search", [(article, *columns_of(words.norms, words.stems))])
    said = [(statement, *columns_within(words, spans)) for statement, spans in _contents(connection, article).items()]
    _delete(connection, "statement_search", said)
    connection.execute("DELETE FROM words WHERE article = ?", (article,))


def _delete(connection: Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    sql = f"INSERT INTO {table} ({table}, rowid, norm, stem) VALUES ('delete', ?, ?, ?)"
    connection.executemany(sql, rows)


def _contents(connection: Connection, article: int) -> dict[int, list[Span]]:
    sql = """SELECT statements.id, contents.start, contents.end
               FROM statements LEFT JOIN contents ON contents.statement = statements.id
              WHERE statements.article = ? ORDER BY statements.id, contents.position"""
    spans: dict[int, list[Span]] = {}
    for statement, start, end in connection.execute(sql, (article,)):
        spans.setdefault(statement, [])
        if start is not None:
            spans[statement].append(Span(start, end))
    return spans


def _write_names(connection: Connection, entity_id: int | None, entity: Entity) -> Iterator[Row]:
    """Write which names an entity bears; yield the index rows of those that nobody bore before."""
    for rank, name in enumerate(dict.fromkeys((entity.name, *entity.aliases))):
        known = connection.execute("SELECT id FROM names WHERE name = ?", (name,)).fetchone()
        if known:
            number = int(known[0])
        else:
            latin = (None if rank else entity.latin) or romanize(name)[0]
            sql = "INSERT INTO names (name, latin) VALUES (?, ?)"
            number = int(connection.execute(sql, (name, latin)).lastrowid or 0)
            yield _name_row(number, name, latin)
        connection.execute("INSERT INTO entity_names VALUES (?, ?, ?)", (number, entity_id, rank))


def _name_row(number: int, name: str, latin: str) -> Row:
    words, compared = name_words(name), person_words(name)
    spellings = dict.fromkeys((*words, "".join(words), *compared, "".join(compared)))
    columns = (spellings, latin_words(latin), skeleton_words(latin))
    return (number, *map(" ".join, columns))
