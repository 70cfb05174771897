"""The words by which mentions are compared: of a name without its article, of an office in one spelling, of a key."""

from __future__ import annotations

from functools import cache, lru_cache

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns
from didar.records import Mention

Words = tuple[str, ...]

_SHORTEST_WITH_ARTICLE = 5
_SHORTEST_WITH_EZAFE = 3
_REMEMBERED = 4096
# What stands in an office and is no word of it: «دبیر جنبش «کوه»», «رئیس اداره راه، ترابری».
_APART = str.maketrans(dict.fromkeys(f"{ZWNJ}«»\"“”'،؛()[]", " "))


def name_words(mention: Mention) -> Words:
    """Return the folded words of a mention's name without their article («الکربلایی»); none where it has no name."""
    return _without_article(mention.key) if mention.form == "name" else ()


@lru_cache(maxsize=_REMEMBERED)  # Each mention is asked for its words several times.
def _without_article(key: str) -> Words:
    words = key_words(key)
    if _article() not in key:
        return words
    return tuple(word.removeprefix(_article()) if len(word) > _SHORTEST_WITH_ARTICLE else word for word in words)


@cache
def _article() -> str:
    return str(load_patterns("references.toml")["article"])


@lru_cache(maxsize=_REMEMBERED)
def key_words(key: str) -> Words:
    """Return the words of a mention's key; a key is folded."""
    return tuple(key.split())


@lru_cache(maxsize=_REMEMBERED)
def office_words(title: str) -> Words:
    """Return the folded words of an office, its spellings made one («رئیس‌جمهوری», «رئیس جمهور»)."""
    spellings = load_patterns("references.toml")["spellings"]
    words = [without_ezafe(word) for word in fold(title.translate(_APART)).split()]
    parts = tuple(part for word in words for part in fold(spellings.get(word, word)).split())
    return parts[:1] + tuple(part for part in parts[1:] if part not in folded("references.toml", "courtesies"))


def without_ezafe(word: str) -> str:
    """«وزیر نیروی دریابار» has the words of «وزیر نیرو»."""
    return word[:-1] if len(word) > _SHORTEST_WITH_EZAFE and word.endswith(_ezafe_endings()) else word


@cache
def _ezafe_endings() -> tuple[str, ...]:
    return tuple(load_patterns("references.toml")["ezafe_endings"])
