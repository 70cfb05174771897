"""A name in any spelling -> the words by which it is found: folded Persian words, Latin words, consonants."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_counts, load_table

Words = tuple[str, ...]

_PARTS = re.compile(rf"[\s{ZWNJ}\-_.،,؛«»\"'()\[\]]+")
_LATIN_WORDS = re.compile(r"[a-z]+")
# Usual Latin spellings of one Persian name differ in how they write its vowels and three of its consonants
# («Hossein», «Hussain»; «Baqeri», «Bagheri»). Longer spellings come first.
_LATIN_FOLDS = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("q", "gh"), ("w", "v"), ("o", "u"), ("e", "a"), ("y", "i"))
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<!^)[aeiouy]")


def name_words(name: str) -> Words:
    """Return the folded words of a name, parted at spaces and half-spaces.

    >>> name_words("علی‌اکبر نوري")
    ('علی', 'اکبر', 'نوری')
    """
    return tuple(word for word in map(fold, _PARTS.split(name.casefold())) if any(map(str.isalnum, word)))


def without_rank(words: Words) -> Words:
    """Return the words of a name without the ranks and honorifics before it, or all where nothing else is there.

    >>> without_rank(("سرلشکر", "پاسدار", "مهران", "کریمان"))
    ('مهران', 'کریمان')
    """
    for length in range(_longest_rank(), 0, -1):
        if len(words) > length and words[:length] in _ranks():
            return without_rank(words[length:])
    return words


def person_words(name: str) -> Words:
    """Return the words by which a person is compared: without ranks, honorifics and titles of descent.

    >>> person_words("دکتر سیدکاوه ارژنگی"), person_words("سید کاوه ارژنگی")
    (('کاوه', 'ارژنگی'), ('کاوه', 'ارژنگی'))
    """
    words = without_rank(name_words(name))
    return _without_descent(words) if len(words) > 1 else words


def _without_descent(words: Words) -> Words:
    if len(words) > 2 and words[0] in _titles():
        return words[1:]
    for title in _titles():
        if words[0].startswith(title) and words[0][len(title) :] in _given_names():
            return (words[0][len(title) :], *words[1:])
    return words


@cache
def _titles() -> tuple[str, ...]:
    return tuple(fold(row["word"]) for row in load_table("descent.tsv"))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(map(fold, load_counts("given_names.counts.tsv")))


@cache
def _ranks() -> frozenset[Words]:
    return frozenset(name_words(row["word"]) for row in load_table("ranks.tsv"))


@cache
def _longest_rank() -> int:
    return max(len(rank) for rank in _ranks())


def name_key(name: str) -> str:
    """Return the name as one folded word, so that spaces and half-spaces in it do not matter."""
    return "".join(name_words(name))


def is_latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return any("a" <= letter <= "z" for letter in _plain(name))


def latin_words(name: str) -> Words:
    """Return the words of a Latin spelling, usual variants folded together.

    >>> latin_words("Mohammed Baqeri"), latin_words("Muhammad Bāgheri")
    (('muhamad', 'baghari'), ('muhamad', 'baghari'))
    """
    return tuple(map(_fold_latin, _LATIN_WORDS.findall(_plain(name))))


def skeleton_words(name: str) -> Words:
    """Return the consonants of each word of a Latin spelling: all that two transliterations surely share."""
    return tuple(_VOWELS.sub("", word) for word in latin_words(name))


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "'’‘ʼʿʾ-")


@lru_cache(maxsize=20_000)
def _fold_latin(word: str) -> str:
    for spelling, folded in _LATIN_FOLDS:
        word = word.replace(spelling, folded)
    return _DOUBLED.sub(r"\1", word)
