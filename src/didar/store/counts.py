"""Count what an archive holds."""

from __future__ import annotations

from didar.store.files import Connection

_COUNTED = {
    "articles": "SELECT count(*) FROM articles",
    "stories": "SELECT count(DISTINCT story) FROM articles",
    "statements": "SELECT count(*) FROM statements",
    "statements told once": "SELECT count(*) FROM statements WHERE same_as IS NULL AND told_before IS NULL",
    "meetings": "SELECT count(*) FROM meetings",
    "people": "SELECT count(DISTINCT person) FROM entities",
    "pages": "SELECT count(*) FROM pages",
}


def count_all(connection: Connection) -> dict[str, int]:
    """Return how many there are of each; stories are those of more than one article."""
    return {name: int(connection.execute(sql).fetchone()[0]) for name, sql in _COUNTED.items()}
