"""Find the places around marks and numbers where a space is missing: «است.باهنر», «گفت:ما», «سال۱۳۹۸»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_table
from didar.persian.verbs import analyse
from didar.text.acronyms import are_letters
from didar.text.known_words import count

Place = tuple[int, str, float]  # where in the gap, by which rule, how sure

_PAUSE = re.compile(r"[»”]?[،؛؟!]+[»”]?")
_BETWEEN_QUOTES = re.compile(r"»[،؛]?(?=«)")
_STOP = re.compile(r"^[»”\"]?[.:…]+[»”\"]?$|^[»”]$")
_NUMBER = re.compile(r"[0-9۰-۹٠-٩]+(?:[.,٫٬/][0-9۰-۹٠-٩]+)*%?")
_LEAST = 20  # how often a word of clean text stands there before it is parted from a mark or a number
_LEAST_BEFORE_NUMBER = 300


def space_after(before: str, gap: str, after: str) -> Iterator[Place]:
    """Yield the place where a space is missing between a mark and the word after it, or before «."""
    if not before or not after or not gap or any(character.isspace() for character in gap):
        return
    if _PAUSE.fullmatch(gap):
        yield len(gap), "space.mark", 0.99
    elif found := _BETWEEN_QUOTES.match(gap):
        yield found.end(), "space.mark", 0.95
    elif _STOP.match(gap) and _is_word(before) and _is_word(after) and not _is_acronym(before, gap, after):
        yield len(gap), "space.mark", 0.95
    elif gap == "«" and _is_word(before):
        yield 0, "space.mark", 0.95


def split_number(before: str, gap: str, after: str) -> Iterator[Place]:
    """Yield the places where a space is missing between a number and the word before or after it."""
    numbers = list(_NUMBER.finditer(gap))
    if not numbers:
        return
    if numbers[0].start() == 0 and _stands_before_number(before):
        yield 0, "space.number", 0.9
    if numbers[-1].end() == len(gap) and len(after) > 2 and not after.startswith(ZWNJ) and _is_word(after):
        yield len(gap), "space.number", 0.9


def _stands_before_number(word: str) -> bool:
    """Tell whether a word is frequent, so that it is no name with a number in it; a half-space parts it already."""
    return len(word) > 1 and not word.endswith(ZWNJ) and count(fold(word)) >= _LEAST_BEFORE_NUMBER


def _is_acronym(before: str, gap: str, after: str) -> bool:
    """Names of letters, or very short words parted by a stop; a verb before it ends a sentence however short it is."""
    short = len(before) + len(after) < 6 and analyse(fold(before)) is None
    return gap == "." and (short or are_letters(before, after))


def _is_word(word: str) -> bool:
    """Tell whether a word stands alone in clean text, so that a mark beside it is no part of it."""
    return len(word) > 1 and count(word.replace(ZWNJ, "")) >= _LEAST and word not in _ordinals()


@cache
def _ordinals() -> frozenset[str]:
    """Return the endings that are written to numbers and quotation marks without a space."""
    return frozenset(row["ending"] for row in load_table("affixes.tsv"))
