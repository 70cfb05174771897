"""Make the marks by which copies of a report are found: a sketch of its word triples, and a hash of each long sentence.

Two texts share as large a part of their sketches as they share of their triples: light edits keep most of them. A wire
report that was rewritten keeps few triples, but the sentences that it quotes.
"""

from __future__ import annotations

from functools import cache, lru_cache
from hashlib import blake2b
from heapq import nsmallest

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.records import Sentence, Text

SKETCH_SIZE = 16
# Shorter sentences («وی افزود: چنین است.») stand in reports that have nothing else in common.
SHORTEST_SENTENCE = 7
_TRIPLE = 3
_MASK = (1 << 64) - 1
_ODD = 0x9E3779B97F4A7C15
_COMMA = "،"
_LONGEST_PROVENANCE = 15
_NOT_TOLD = ("boilerplate", "repeat", "title")


def marks_of(text: Text) -> tuple[int, ...]:
    """Return the marks of a text, 64-bit hashes; title, repeats and boilerplate leave none."""
    sentences = [_words(sentence) for sentence in text.sentences if _told(text, sentence)]
    hashes = {_joined(words) for words in sentences if len(words) >= SHORTEST_SENTENCE}
    return (*sketch_of(sentences), *sorted(hashes))


def is_sentence(mark: int) -> bool:
    """Tell the mark of a sentence (odd) from one of the sketch (even)."""
    return bool(mark & 1)


def sketch_of(sentences: list[tuple[str, ...]]) -> list[int]:
    """Return the smallest hashes of all triples of words that follow each other: a fair sample of them."""
    words = [_word_hash(word) for sentence in sentences for word in sentence]
    triples = {_mixed(words[at], words[at + 1], words[at + 2]) for at in range(len(words) - _TRIPLE + 1)}
    return nsmallest(SKETCH_SIZE, triples)


def _told(text: Text, sentence: Sentence) -> bool:
    return text.sections[sentence.paragraph].type not in _NOT_TOLD


def _words(sentence: Sentence) -> tuple[str, ...]:
    norms = [token.norm for token in sentence.tokens]
    return tuple(norm for norm in norms[_provenance(norms) :] if norm[:1].isalnum())


def _provenance(norms: list[str]) -> int:
    """Return how many words at the beginning only say where the report comes from."""
    for opening in _openings():
        if tuple(norms[: len(opening)]) == opening and _COMMA in norms[:_LONGEST_PROVENANCE]:
            return norms.index(_COMMA) + 1
    return 0


@cache
def _openings() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(fold, row["opening"].split())) for row in load_table("provenance.tsv"))


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    return _hash(word)


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(errors="replace"), digest_size=8).digest(), "little")


def _joined(words: tuple[str, ...]) -> int:
    return _signed(_hash(" ".join(words)) | 1)


def _mixed(first: int, second: int, third: int) -> int:
    """Return one hash of three: multiplied and folded, so that the smallest of them are a fair sample."""
    mixed = ((first * 31 + second) * 31 + third) * _ODD & _MASK
    return _signed((mixed ^ (mixed >> 29)) * _ODD & _MASK & ~1)


def _signed(number: int) -> int:
    """Return a 64-bit number as SQLite stores it."""
    return number - (1 << 64) if number >> 63 else number
