"""Find who said what: the statements that fit all that is asked, the newest first."""

from __future__ import annotations

import msgspec

from didar.search.conditions import Conditions, ask
from didar.search.hits import StatementHit
from didar.store.files import Connection
from didar.store.load import Row

# CROSS JOIN lets SQLite no choice of the order in which it goes through the tables.
_GATHERED = "statements CROSS JOIN articles ON articles.id = statements.article"
_WALKED = "articles CROSS JOIN statements ON statements.article = articles.id"
_STATEMENTS = """
    SELECT statements.*, articles.key, articles.published, articles.outlet, articles.title, articles.url,
           entities.name AS speaker_name, entities.latin, entities.country, entities.person,
           offices.title AS role, offices.english AS role_english,
           (SELECT group_concat(act, ' ') FROM acts WHERE acts.statement = statements.id) AS acts,
           (SELECT json_group_array(others.name) FROM addressees CROSS JOIN entities AS others
                ON others.id = addressees.entity WHERE addressees.statement = statements.id) AS addressees
      FROM {tables}
      LEFT JOIN entities ON entities.id = statements.speaker
      LEFT JOIN offices ON offices.id = (SELECT office FROM roles WHERE roles.entity = entities.id AND position = 0)
    {where}
     ORDER BY articles.published DESC, articles.id DESC, statements.id LIMIT ?"""


class StatementQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of statements; what is null is not asked.

    `query` looks into what was said, `about` into the whole report; `repeats` lets in headlines that give a statement
    of the same report again and what an earlier report of the same story told.
    """

    query: str | None = None
    speaker: str | None = None
    country: str | None = None
    role: str | None = None
    to: str | None = None
    act: str | None = None
    kind: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    about: str | None = None
    min_confidence: float | None = None
    repeats: bool = False


def find_statements(connection: Connection, question: StatementQuestion, limit: int | None = 20) -> list[StatementHit]:
    """Return the statements that fit; raise QueryError where a part of the question cannot be read."""
    conditions = _conditions(connection, question)
    sql = _STATEMENTS.replace("{tables}", _GATHERED if conditions.narrow else _WALKED)
    return [_hit(row) for row in ask(connection, sql, conditions, limit)]


def count_statements(connection: Connection, question: StatementQuestion) -> int:
    """Count the statements that fit."""
    conditions = _conditions(connection, question, counted=True)
    of_articles = any("articles." in clause for clause in conditions.clauses)
    tables = "statements JOIN articles ON articles.id = statements.article" if of_articles else "statements"
    sql = f"SELECT count(*) AS number FROM {tables} {{where}} LIMIT ?"
    return int(ask(connection, sql, conditions, None)[0]["number"])


def _conditions(connection: Connection, question: StatementQuestion, counted: bool = False) -> Conditions:
    conditions = Conditions(connection, counted)
    conditions.add_days("articles.published", question.since, question.until)
    conditions.add_search("statements.id", "statement_search", question.query)
    conditions.add_search("statements.article", "article_search", question.about)
    conditions.add_bearer("statements.speaker", question.speaker)
    conditions.add_country("statements.speaker", question.country)
    conditions.add_role("statements.speaker", question.role)
    if question.to:
        to = Conditions(connection)
        to.add_bearer("entity", question.to)
        conditions.add_among("statements.id", f"SELECT statement FROM addressees {to.where()}", *to.values)
    if question.act:
        conditions.add("EXISTS (SELECT 1 FROM acts WHERE acts.statement = statements.id AND act = ?)", question.act)
    conditions.add_word("statements.kind", question.kind)
    conditions.add_outlet(question.outlet)
    if question.min_confidence is not None:
        conditions.add("statements.confidence >= ?", question.min_confidence)
    if not question.repeats:
        conditions.add("statements.same_as IS NULL AND statements.told_before IS NULL")
    return conditions


def _hit(row: Row) -> StatementHit:
    plain = ("published", "outlet", "latin", "country", "role", "role_english", "kind", "cue", "content", "section")
    told = ("confidence", "rule", "title", "url", "person")
    return StatementHit(
        article=row["key"],
        statement=row["label"],
        speaker=row["speaker_name"],
        acts=tuple(row["acts"].split()) if row["acts"] else (),
        addressees=tuple(msgspec.json.decode(row["addressees"])),
        number=row["id"],
        **{name: row[name] for name in plain + told},
    )
