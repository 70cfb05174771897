"""What a word is as part of a person's name, wherever it stands: a folded word in, yes or no out."""

from __future__ import annotations

from functools import cache, lru_cache

from didar.mentions.vocabulary import (
    common_words,
    foreign_names,
    given_names,
    index,
    rows_of,
    small_words,
    stops,
    surnames,
)
from didar.persian.letters import ZWNJ, fold
from didar.persian.remembered import Remembered

CLOSING = {"«": "»", '"': '"', "“": "”", "(": ")"}
NISBA = "\u06cc"  # the yeh of names of origin
_REMEMBERED = 10_000
# A word that is a name in less than this share of its occurrences is an everyday word first («جهان», «امید»).
_GIVEN_SHARE = 0.15
_SURNAME_SHARE = 0.1
_CHIEFLY = 0.18
_WELL_KNOWN = 10
_SHORTEST = 4  # letters of a given name behind its title: «شاهدان» is no «شاه دان»
# A name used abroad only is a surname, though it follows no given name in the corpus, if long and no everyday word.
_LONG = 5
_EVERYDAY = 2_500


@cache
def particles() -> dict[str, str]:
    """Return the small words inside names, with their place (before, inside, after)."""
    return {fold(row["word"]): row["place"] for row in rows_of("name_particles.tsv")}


@cache
def _titled() -> tuple[str, ...]:
    return tuple(word for word, place in particles().items() if place == "before")


@cache
def _tails() -> tuple[str, ...]:
    return tuple(small_words()["name_tails"])


@lru_cache(maxsize=_REMEMBERED)
def is_given(norm: str) -> bool:
    """Tell whether a word is first of all a given name: «محمدرضا», «سیدعباس»."""
    count = given_names().get(norm)
    if count is not None:
        return count >= _GIVEN_SHARE * common_words().get(norm, 0)
    titled = (norm.removeprefix(title) for title in _titled()) if norm.startswith(_titled()) else ()
    if any(len(rest) >= _SHORTEST and rest in given_names() and rest != norm for rest in titled):
        return True
    return norm.endswith(_tails()) and any(norm.removesuffix(tail) in given_names() for tail in _tails())


def may_be_given(norm: str) -> bool:
    """Tell whether a word is a given name at all, everyday words too («امید»), or one that is used abroad («تاکر»)."""
    return norm in given_names() or is_given(norm) or (norm in foreign_names() and norm not in common_words())


@lru_cache(maxsize=_REMEMBERED)
def is_surname(norm: str) -> bool:
    """Tell whether a word is first of all a surname."""
    count = surnames().get(norm)
    if count is None:
        return len(norm) >= _LONG and common_words().get(norm, 0) < _EVERYDAY and norm in foreign_names()
    return count >= _SURNAME_SHARE * common_words().get(norm, 0)


def is_everyday(norm: str) -> bool:
    """Tell whether a given name is an everyday word as well: «جان», «پل», «امید»."""
    return norm in small_words()["everyday_names"]


def chiefly_surname(norm: str) -> bool:
    """Tell whether a word is hardly anything but a surname: «ترامپ», «ظریف»."""
    return surnames().get(norm, 0) >= max(_WELL_KNOWN, _CHIEFLY * common_words().get(norm, 0))


@lru_cache(maxsize=_REMEMBERED)
def looks_like_surname(norm: str) -> bool:
    """Tell whether an unlisted word has the shape of a surname: «...زاده», «...پور», «ال...»."""
    if is_surname(norm):
        return True
    if norm in common_words() or len(norm) < 5:
        return False
    return norm.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(fold(row["word"]) for row in rows_of("surname_endings.tsv"))


def has_noun_tail(word: str) -> bool:
    """Tell whether a word with half-spaces has the tail of a noun or verb form: «قضاوت‌ها», «آماده‌اند»."""
    return ZWNJ in word and fold(word.rsplit(ZWNJ, 1)[1]) in small_words()["not_name_tails"]


@cache
def given_beginnings() -> frozenset[str]:
    """Return what is left of given names of two parts without the second: «روح» of «روح‌الله»."""
    tails = [*small_words()["name_tails"], *(word for word, place in particles().items() if place == "after")]
    return frozenset(name[: -len(tail)] for name in given_names() for tail in tails if name.endswith(tail))


def begins_name(norm: str) -> bool:
    """Tell whether a name, or a mark that may open one, begins with a word."""
    return may_be_given(norm) or norm in given_beginnings() or norm in CLOSING


def _opens_name(norm: str) -> bool:
    """Tell whether a surname, whole or the first half of one that is parted, or an unlisted name begins with a word."""
    if not norm[:1].isalpha() or norm in stops():
        return is_surname(norm)
    return norm not in common_words() or looks_like_surname(norm) or norm in _surname_beginnings()


@cache
def _surname_beginnings() -> frozenset[str]:
    return frozenset(name[:size] for name in surnames() for size in range(1, len(name)))


OPENS_NAME = Remembered(_opens_name, _REMEMBERED)


@lru_cache(maxsize=_REMEMBERED)
def of_a_place(norm: str) -> bool:
    """Tell whether a word is made of a place's name: «جهرمی», «شاهرودی»."""
    found = index().find([norm[:-1]], 0) if norm.endswith(NISBA) and len(norm) > 3 else ()
    return any(entry.kind == "place" for entry, _ in found)
