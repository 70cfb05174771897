"""Count what an archive holds."""

from __future__ import annotations

from didar.store.files import Connection

_COUNTED = {
    "articles": "SELECT count(*) FROM articles",
    "outlets": "SELECT count(DISTINCT outlet) FROM articles",
    "stories": "SELECT count(DISTINCT story) FROM articles",
    "statements": "SELECT count(*) FROM statements",
    "statements told once": "SELECT count(*) FROM statements WHERE same_as IS NULL AND told_before IS NULL",
    "meetings": "SELECT count(*) FROM meetings",
    "people": "SELECT count(DISTINCT person) FROM entities",
    "persons by name": """SELECT count(*) FROM people WHERE type = 'person' AND named AND merged_into IS NULL
                             AND EXISTS (SELECT 1 FROM entities WHERE person = people.id)""",
    "pages": "SELECT count(*) FROM pages",
}


def count_all(connection: Connection) -> dict[str, int]:
    """Return how many there are of each; stories are those of more than one article, people bodies and groups too."""
    return {name: int(connection.execute(sql).fetchone()[0]) for name, sql in _COUNTED.items()}


def period(connection: Connection) -> tuple[str, str] | None:
    """Return the first and the last day on which reports were published, None where no report tells."""
    first, last = connection.execute("SELECT min(published), max(published) FROM articles").fetchone()
    return (first[:10], last[:10]) if first else None
