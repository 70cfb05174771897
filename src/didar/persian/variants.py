"""Spellings of one word that folding does not make equal: «هیئت» and «هیأت»; a word in, all its spellings out."""

from __future__ import annotations

from functools import cache

from didar.persian.lexicon.loader import load_patterns

_YEH = "\u06cc"
_VOWELS = ("\u0627", "\u0648", "\u0647")  # alef, waw, heh: letters that may stand for a vowel at the end


def spellings(word: str) -> tuple[str, ...]:
    """Return a word and the other spellings that the lexicon knows of its parts."""
    for written, other in _variants().items():
        if written in word:
            return word, word.replace(written, other)
    return (word,)


def ezafe_form(word: str) -> str | None:
    """Return the form that a word takes before a complement, None where it is written alike: سخنگو, سخنگوی.

    >>> ezafe_form("سخنگو"), ezafe_form("وزیر")
    ('سخنگوی', None)
    """
    return word + _YEH if word.endswith(_VOWELS) else None


@cache
def _variants() -> dict[str, str]:
    return dict(load_patterns("mentions.toml")["variants"])
