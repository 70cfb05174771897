"""Tell acronyms of Latin letters, «دی.ان.ای», whose stops neither end a sentence nor want a space."""

from __future__ import annotations

from functools import cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table


def are_letters(before: str, after: str) -> bool:
    """Tell whether the words on both sides of a stop are names of Latin letters."""
    return fold(before) in _names() and fold(after) in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in load_table("letters_latin.tsv"))
