"""Remember of each watched feed what its server said last and when to ask it again."""

from __future__ import annotations

import msgspec

from didar.store.files import Connection
from didar.store.load import select


class FeedState(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of a feed; moments in ISO 8601, universal time."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    checked: str | None = None
    failures: int = 0
    next_check: str | None = None


def load(connection: Connection, url: str) -> FeedState:
    """Return what is remembered of a feed, nothing at first."""
    rows = select(connection, "SELECT * FROM feeds WHERE url = ?", (url,))
    return FeedState(**rows[0]) if rows else FeedState(url=url)


def save(connection: Connection, state: FeedState) -> None:
    """Remember a feed."""
    sql = """INSERT OR REPLACE INTO feeds (url, etag, last_modified, checked, failures, next_check)
             VALUES (?, ?, ?, ?, ?, ?)"""
    connection.execute(sql, msgspec.structs.astuple(state))


def knows_url(connection: Connection, url: str) -> bool:
    """Tell whether a report of this address is in the archive."""
    return connection.execute("SELECT 1 FROM articles WHERE key = ? LIMIT 1", (url,)).fetchone() is not None
