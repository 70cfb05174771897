"""Make the marks by which copies of a report are found: a sketch of its word triples, and a hash of each long sentence.

Two texts share as large a part of their sketches as they share of their triples: light edits keep most of them. A wire
report that was rewritten keeps few triples, but the sentences that it quotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from itertools import accumulate
from zlib import crc32

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.records import Sentence, Text

SKETCH_SIZE = 16
# Shorter sentences («وی افزود: چنین است.») stand in reports that have nothing else in common.
SHORTEST_SENTENCE = 7
_TRIPLE = 3
_COMMA = "،"
_LONGEST_PROVENANCE = 15
_NOT_TOLD = ("boilerplate", "repeat", "title")


def marks_of(text: Text) -> tuple[int, ...]:
    """Return the marks of a text, whole numbers; title, repeats and boilerplate leave none."""
    sentences = [_words(sentence) for sentence in text.sentences if _told(text, sentence)]
    hashes = {_sentence_mark(words) for words in sentences if len(words) >= SHORTEST_SENTENCE}
    return (*sketch_of([word for words in sentences for word in words]), *sorted(hashes))


def is_sentence(mark: int) -> bool:
    """Tell the mark of a sentence (odd) from one of the sketch (even)."""
    return bool(mark & 1)


def sketch_of(words: Sequence[str]) -> list[int]:
    """Return the smallest hashes of all triples of words that follow each other: a fair sample of them."""
    letters = " ".join(words).encode("utf-32-le", "surrogatepass")
    begins = list(accumulate([4 * len(word) + 4 for word in words], initial=0))
    triples = {crc32(letters[begin:end]) for begin, end in zip(begins, begins[_TRIPLE:], strict=False)}
    return [mark << 1 for mark in sorted(triples)[:SKETCH_SIZE]]


def _told(text: Text, sentence: Sentence) -> bool:
    return text.sections[sentence.paragraph].type not in _NOT_TOLD


def _words(sentence: Sentence) -> list[str]:
    norms = list(sentence.norms)
    if norms and norms[0] in _openings():
        norms = norms[_provenance(norms) :]
    return [norm for norm in norms if norm[:1].isalnum()]


def _provenance(norms: list[str]) -> int:
    """Return how many words at the beginning only say where the report comes from."""
    for opening in _openings()[norms[0]]:
        if norms[: len(opening)] == opening and _COMMA in norms[:_LONGEST_PROVENANCE]:
            return norms.index(_COMMA) + 1
    return 0


@cache
def _openings() -> dict[str, list[list[str]]]:
    """Return the words that name where a report comes from, by the first of them."""
    openings: dict[str, list[list[str]]] = {}
    for row in load_table("provenance.tsv"):
        words = list(map(fold, row["opening"].split()))
        openings.setdefault(words[0], []).append(words)
    return openings


def _sentence_mark(words: Sequence[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode(errors="replace"), digest_size=6).digest(), "little") | 1
