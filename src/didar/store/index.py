"""Write the words of a report, its statements and its names into the full-text indexes, and take them out again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from didar.identities.spelling import latin_words, name_key, name_words, skeleton_words
from didar.persian.latin import romanize
from didar.records import Entity, Span
from didar.store.files import Connection
from didar.store.packing import pack_words, unpack_words
from didar.store.rows import Reading, Words, pack_marks, unpack_marks
from didar.store.tables import RowIds


def write(connection: Connection, article: int, reading: Reading, ids: RowIds) -> None:
    """Make a reading findable: its text, what is said in it, and who."""
    words = reading.words
    row = (article, pack_words(words, reading.article.text), pack_marks(reading.marks))
    connection.execute("INSERT INTO words VALUES (?, ?, ?)", row)
    marks = [(mark, article) for mark in reading.marks]
    connection.executemany("INSERT OR IGNORE INTO fingerprints VALUES (?, ?)", marks)
    connection.execute("INSERT INTO article_search (rowid, norm, stem) VALUES (?, ?, ?)", (article, *_columns(words)))
    rows = [
        (ids.statements[statement.id], *_columns(words, statement.content)) for statement in reading.record.statements
    ]
    connection.executemany("INSERT INTO statement_search (rowid, norm, stem) VALUES (?, ?, ?)", rows)
    for entity in reading.record.entities:
        _write_names(connection, ids.entities[entity.id], entity)


def remove(connection: Connection, article: int) -> None:
    """Take an article and its statements out of the indexes: a contentless index wants the words that went in."""
    sql = "SELECT packed, marks, text FROM words JOIN articles ON articles.id = words.article WHERE article = ?"
    packed, marks, text = connection.execute(sql, (article,)).fetchone()
    words = unpack_words(packed, text)
    rows = [(mark, article) for mark in unpack_marks(marks)]
    connection.executemany("DELETE FROM fingerprints WHERE mark = ? AND article = ?", rows)
    _delete(connection, "article_search", [(article, *_columns(words))])
    said = [(statement, *_columns(words, spans)) for statement, spans in _contents(connection, article).items()]
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


def _columns(words: Words, spans: Iterable[Span] | None = None) -> tuple[str, str]:
    """Return the words, or those inside `spans`, as the two columns of an index."""
    if spans is None:
        return " ".join(words.norms), " ".join(words.stems)
    norms: list[str] = []
    stems: list[str] = []
    for span in spans:
        first, last = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        norms += words.norms[first:last]
        stems += words.stems[first:last]
    return " ".join(norms), " ".join(stems)


def _write_names(connection: Connection, entity_id: int | None, entity: Entity) -> None:
    for rank, name in enumerate(dict.fromkeys((entity.name, *entity.aliases))):
        number = _name_number(connection, name)
        connection.execute("INSERT INTO entity_names VALUES (?, ?, ?)", (number, entity_id, rank))


def _name_number(connection: Connection, name: str) -> int:
    known = connection.execute("SELECT id FROM names WHERE name = ?", (name,)).fetchone()
    if known:
        return int(known[0])
    latin, _ = romanize(name)
    number = int(connection.execute("INSERT INTO names (name, latin) VALUES (?, ?)", (name, latin)).lastrowid or 0)
    sql = "INSERT INTO name_search (rowid, norm, latin, skeleton) VALUES (?, ?, ?, ?)"
    norms = (*name_words(name), name_key(name))
    columns = (norms, latin_words(latin), skeleton_words(latin))
    connection.execute(sql, (number, *(" ".join(words) for words in columns)))
    return number
