"""Tell where the half-spaces of one word stand, which of them cannot be seen, and where an unseen word wants some."""

from __future__ import annotations

from functools import lru_cache

from didar.persian.letters import ZWNJ
from didar.text.boundaries import NEVER_JOINS, half_space_odds
from didar.text.known_words import count

# How sure the model must be of a half-space, and how sure where it would put many into one word.
_SURE, _SURER = 0.5, 0.9
_MOST_PLACES = 3


def half_spaces(word: str) -> frozenset[int]:
    """Return how many letters stand before each half-space of a word."""
    parts = word.split(ZWNJ)
    return frozenset(len("".join(parts[:i])) for i in range(1, len(parts)))


def drop_unseen(word: str) -> str:
    """Return a word without the half-spaces that stand after a letter which does not join."""
    return "".join(c for i, c in enumerate(word) if c != ZWNJ or word[i - 1] not in NEVER_JOINS)


def likely_half_spaces(glued: str, trust: float) -> dict[int, float]:
    """Return the places before which an unseen word wants half-spaces, with their odds; none where they are too many.

    `trust` is as in `spell`.
    """
    odds = _model_odds(glued)
    found = _at_least(max(_SURE, trust - 0.03), odds)
    if len(found) > _MOST_PLACES:
        found = _at_least(_SURER, odds)
    return found if len(found) <= _MOST_PLACES else {}


def _at_least(sure: float, odds: dict[int, float]) -> dict[int, float]:
    return {at: chance for at, chance in odds.items() if chance >= sure}


# The dear question about an unseen word does not depend on the trust in its line, which may ask three times.
@lru_cache(maxsize=20_000)
def _model_odds(glued: str) -> dict[int, float]:
    return {at: half_space_odds(glued, at, count) for at in range(1, len(glued)) if glued[at - 1] not in NEVER_JOINS}
