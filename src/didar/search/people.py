"""Find people across the articles of the archive: by any spelling of any of their names."""

from __future__ import annotations

import msgspec

from didar.search.conditions import Conditions, ask
from didar.search.hits import PersonHit
from didar.store.files import Connection
from didar.store.load import Row

_PEOPLE = """
    SELECT people.id, people.name, people.latin, people.country, people.type,
           count(DISTINCT entities.article) AS articles,
           (SELECT json_group_array(title) FROM (
               SELECT title FROM offices JOIN roles ON roles.office = offices.id
                 JOIN entities AS own ON own.id = roles.entity WHERE own.person = people.id
                GROUP BY title ORDER BY count(*) DESC, title LIMIT 5)) AS roles,
           (SELECT count(*) FROM statements JOIN entities AS own ON own.id = statements.speaker
             WHERE own.person = people.id AND same_as IS NULL AND told_before IS NULL) AS statements,
           (SELECT count(DISTINCT meeting) FROM participants JOIN entities AS own ON own.id = participants.entity
             WHERE own.person = people.id) AS meetings,
           min(articles.published) AS first, max(articles.published) AS last
      FROM people
      JOIN entities ON entities.person = people.id
      JOIN articles ON articles.id = entities.article
    {where}
     GROUP BY people.id
     ORDER BY articles DESC, people.id LIMIT ?"""


def find_people(
    connection: Connection, name: str | None = None, *, country: str | None = None, role: str | None = None,
    type: str | None = None, limit: int | None = 20,
) -> list[PersonHit]:  # fmt: skip
    """Return the people who bear a name (all without one), those of most articles first."""
    conditions = Conditions(connection)
    if name is not None or country or role:
        bearer = Conditions(connection)
        bearer.add_bearer("id", name)
        bearer.add_country("id", country)
        bearer.add_role("id", role)
        conditions.add(f"people.id IN (SELECT person FROM entities {bearer.where()})", *bearer.values)
    conditions.add_word("people.type", type)
    return [_hit(row) for row in ask(connection, _PEOPLE, conditions, limit)]


def _hit(row: Row) -> PersonHit:
    roles = tuple(msgspec.json.decode(row["roles"]))
    plain = {name: row[name] for name in row if name not in ("id", "roles")}
    return PersonHit(person=row["id"], roles=roles, **plain)
