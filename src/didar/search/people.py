"""Find people across the articles of the archive: by any spelling of any of their names."""

from __future__ import annotations

import msgspec

from didar.search.conditions import Conditions
from didar.search.hits import PersonHit
from didar.store.files import Connection
from didar.store.load import Row, select

# First who is in most reports, then all else of those few alone.
_PEOPLE = """
    SELECT people.id, people.name, people.latin, people.country, people.type, found.articles,
           (SELECT json_group_array(json_array(title, english)) FROM (
               SELECT title, english FROM offices JOIN roles ON roles.office = offices.id
                 JOIN entities AS own ON own.id = roles.entity WHERE own.person = people.id
                GROUP BY title ORDER BY count(*) DESC, title LIMIT 5)) AS roles,
           (SELECT count(*) FROM statements JOIN entities AS own ON own.id = statements.speaker
             WHERE own.person = people.id AND same_as IS NULL AND told_before IS NULL) AS statements,
           (SELECT count(DISTINCT meeting) FROM participants JOIN entities AS own ON own.id = participants.entity
             WHERE own.person = people.id) AS meetings,
           (SELECT min(published) FROM articles JOIN entities AS own ON own.article = articles.id
             WHERE own.person = people.id) AS first,
           (SELECT max(published) FROM articles JOIN entities AS own ON own.article = articles.id
             WHERE own.person = people.id) AS last
      FROM (SELECT ranked.person, ranked.articles
              FROM (SELECT person, count(DISTINCT article) AS articles FROM entities
                    {inner} GROUP BY person ORDER BY articles DESC, person) AS ranked
              CROSS JOIN people ON people.id = ranked.person
            {where}
             LIMIT ?) AS found
      CROSS JOIN people ON people.id = found.person
     ORDER BY found.articles DESC, people.id"""


def find_people(
    connection: Connection, name: str | None = None, *, country: str | None = None, role: str | None = None,
    type: str | None = None, limit: int | None = 20,
) -> list[PersonHit]:  # fmt: skip
    """Return the people who bear a name (all without one), those of most articles first."""
    bearer, conditions = Conditions(connection), Conditions(connection)
    bearer.add_bearer("own.id", name)
    bearer.add_country("own.id", country)
    bearer.add_role("own.id", role)
    conditions.add_word("people.type", type)
    if bearer.narrow:
        inner = f"WHERE person IN (SELECT person FROM entities AS own {bearer.where()})"
        return _ask(connection, inner, (*bearer.values, *conditions.values), conditions.where(), limit)
    if bearer.clauses:
        own = f"SELECT 1 FROM entities AS own {bearer.where()} AND own.person = people.id"
        conditions.add(f"EXISTS ({own})", *bearer.values)
    return _ask(connection, "WHERE person IS NOT NULL", tuple(conditions.values), conditions.where(), limit)


def _ask(
    connection: Connection, inner: str, values: tuple[object, ...], where: str, limit: int | None
) -> list[PersonHit]:
    sql = _PEOPLE.replace("{inner}", inner).replace("{where}", where)
    return [_hit(row) for row in select(connection, sql, (*values, -1 if limit is None else limit))]


def _hit(row: Row) -> PersonHit:
    offices = msgspec.json.decode(row["roles"], type=list[tuple[str, str | None]])
    plain = {name: row[name] for name in row if name not in ("id", "roles")}
    return PersonHit(
        person=row["id"],
        roles=tuple(title for title, _ in offices),
        roles_english=tuple(english for _, english in offices if english),
        **plain,
    )
