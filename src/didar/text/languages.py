"""Tell lines of Persian from lines of its neighbours, which a repair of Persian leaves as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.text.memo import Memo

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 2  # words of Arabic that no Persian line has, before a line counts as Arabic
_FOLDED = Memo(fold)
_SUSPECT = re.compile("[\u0629\u064a\u0643\u0649]")  # letters that a line of Arabic can hardly do without


def may_be_foreign(text: str) -> bool:
    """Tell whether a text has a letter without which no line of it is of another language."""
    return bool(_SUSPECT.search(text) or _foreign_letters().search(text))


def foreign_language(line: str) -> str | None:
    """Return the neighbour's language in which a line is written, None for Persian and everything else.

    >>> foreign_language("قال الرجل إن البيت كبير في المدينة"), foreign_language("او گفت که می‌آید")
    ('Arabic', None)
    """
    return _by_letters(line) or ("Arabic" if _SUSPECT.search(line) and _is_arabic(line) else None)


def _by_letters(line: str) -> str | None:
    if not _foreign_letters().search(line):
        return None
    letters = len(_WORD.sub("", line)) - len(line)
    if not letters or set(_WORD.findall(line)) & _words("Persian"):
        return None
    for language, found, share in _alphabets():
        if 100 * len(found.findall(line)) >= -letters * share:
            return language
    return None


def _is_arabic(line: str) -> bool:
    if not _words("Persian").isdisjoint(_words_in(line)):  # nearly always: the first such word is enough
        return False
    return len(_words("Arabic").intersection(_words_in(line))) >= _SHORTEST


def _words_in(line: str) -> Iterator[str]:
    return map(_FOLDED.__getitem__, map(re.Match.group, _WORD.finditer(line)))


@cache
def _alphabets() -> tuple[tuple[str, re.Pattern[str], int], ...]:
    rows = load_table("letters_foreign.tsv")
    return tuple((row["language"], re.compile(f"[{row['letters']}]"), int(row["share"])) for row in rows)


@cache
def _foreign_letters() -> re.Pattern[str]:
    return re.compile("[" + "".join(row["letters"] for row in load_table("letters_foreign.tsv")) + "]")


@cache
def _words(language: str) -> frozenset[str]:
    rows = load_table("letters_arabic_words.tsv")
    return frozenset(fold(row["word"]) for row in rows if row["language"] == language)
