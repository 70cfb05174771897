"""Spellings of one word that folding does not make equal: «هیئت» and «هیأت»; a word in, all its spellings out."""

from __future__ import annotations

from functools import cache

from didar.persian.lexicon.loader import load_patterns


def spellings(word: str) -> tuple[str, ...]:
    """Return a word and the other spellings that the lexicon knows of its parts."""
    for written, other in _variants().items():
        if written in word:
            return word, word.replace(written, other)
    return (word,)


@cache
def _variants() -> dict[str, str]:
    return dict(load_patterns("mentions.toml")["variants"])
