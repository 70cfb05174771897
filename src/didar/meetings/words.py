"""The lists of meetings.toml, folded."""

from __future__ import annotations

from didar.persian.lexicon.lists import folded


def words(name: str) -> frozenset[str]:
    """Return one list of meetings.toml."""
    return folded("meetings.toml", name)
