"""Tell where two words were run together: an unseen word in, the place of the space that it lost out."""

from __future__ import annotations

import math
from functools import cache

from didar.persian.letters import ZWNJ
from didar.persian.lexicon.loader import load_counts, load_patterns, load_table
from didar.text.known_words import count, lexicon, verb_spellings

ARTICLE = "\u0627\u0644"  # the Arabic article, which begins a word
AND = "\u0648"  # the conjunction, the only word of one letter
# How sure a split must be: the sum of both parts' log10 frequencies and of the word's length (long words that nobody
# has seen are rare). Tuned on held-out lines, with the model of half-spaces: these parted four in five glued words,
# and 1 in 50 of the unknown words that nobody had glued.
_SURE = -7.3
_LETTER_BONUS, _USUAL_LENGTH = 0.4, 8
_PAIR_BONUS = 2.5
_AND_MALUS = 0.8
_LISTED = -6.5  # words together more frequent than this are not in the list of pairs, for they need none
_LEAST_PART = 3


def lost_space(word: str) -> tuple[int, float]:
    """Return before which letter a word lost its space, and the confidence in it; 0 where it is rather one word."""
    best, place = _SURE, 0
    for at in range(1, len(word)):
        if word[at] != ZWNJ and word[at - 1] != ZWNJ and (odds := _split_odds(word[:at], word[at:])) > best:
            best, place = odds, at
    return place, round(min(0.99, 0.5 + (best - _SURE) / 4), 2)


def _split_odds(left: str, right: str) -> float:
    words = lexicon()
    a, b = left.replace(ZWNJ, ""), right.replace(ZWNJ, "")
    first, second = _stands(left, a), _stands(right, b)
    if first < _LEAST_PART or second < _LEAST_PART or right in _endings():
        return -math.inf
    together = math.log10(first) + math.log10(second) - 2 * words.total
    odds = together + _LETTER_BONUS * (len(a) + len(b) - _USUAL_LENGTH)
    if len(a) == 1 or len(b) == 1:
        return odds - _AND_MALUS if AND in (a, b) else -math.inf
    if f"{left} {right}" in _pairs():
        return odds + _PAIR_BONUS
    compound = together < _LISTED and (left in _bound("head") or right in _bound("tail"))
    return -math.inf if compound else odds


def _stands(part: str, glued: str) -> int:
    """Count a part of a split as a word; with half-spaces it must be one that clean text has."""
    return count(glued) if glued == part or part in lexicon().forms or verb_spellings().get(glued) == part else 0


@cache
def _bound(side: str) -> frozenset[str]:
    """Parts of compounds; among the tails are the present stems of verbs, and these with ی: «گیر»، «گیری»."""
    parts = {row["part"] for row in load_table("affixes_bound.tsv") if row["side"] == side}
    if side == "tail":
        glide = load_patterns("verb_endings.toml")["prefixes"]["glide"]
        stems = {row["present"] for row in load_table("verbs.tsv")}
        parts |= stems | {stem + glide for stem in stems}
    return frozenset(parts)


@cache
def _endings() -> frozenset[str]:
    return frozenset(row["ending"] for row in load_table("affixes.tsv"))


@cache
def _pairs() -> dict[str, int]:
    return load_counts("words_pairs.counts.tsv")
