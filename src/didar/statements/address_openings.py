"""Look up the phrases that open an addressee or a topic, by their first word."""

from __future__ import annotations

from functools import cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns

Phrase = tuple[str, ...]


def opening_at(norms: Phrase, at: int, file: str, name: str) -> int:
    """Return how many tokens at `at` are one of the phrases of a list; 0 where none is."""
    phrases = openings(file, name).get(norms[at])
    if phrases is None:
        return 0
    return max((len(phrase) for phrase in phrases if norms[at : at + len(phrase)] == phrase), default=0)


@cache
def openings(file: str, name: str) -> dict[str, tuple[Phrase, ...]]:
    """Map a first word to the phrases of a list that begin with it."""
    found: dict[str, list[Phrase]] = {}
    for listed in load_patterns(file)[name]:
        phrase = tuple(fold(listed).split())
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def listed(file: str, name: str) -> frozenset[str]:
    """Return the single words of a list, folded."""
    return frozenset(fold(word) for word in load_patterns(file)[name])
