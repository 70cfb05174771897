"""The lists of meetings.toml, folded."""

from __future__ import annotations

from didar.persian.scene import phrases


def words(name: str) -> frozenset[str]:
    """Return one list of meetings.toml."""
    return phrases(name, "meetings.toml")
