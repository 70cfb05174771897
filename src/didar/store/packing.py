"""Pack the words of a report into few bytes beside its text, and give them back exactly, in any later version."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from didar.store.rows import Words

# Of all levels 4 was the fastest on the words of 300 articles and packs them to a tenth of their text.
_LEVEL = 4

# How a word is folded is part of the file format: this table must never change. Where search folds otherwise, the
# word itself is packed.
_SPELLED = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "ؤ": "و", "ئ": "ی", " ": None}
    | {chr(0x6F0 + digit): str(digit) for digit in range(10)}
    | {chr(mark): None for mark in (*range(0x64B, 0x653), 0x640, 0x200C)}
)
_SAME, _OTHER = 0, 255  # instead of how many of the word's letters are its stem


class _Packed(msgspec.Struct, array_like=True):
    """Gaps before words and lengths; words not folded by the table; how many letters each stem has; other stems."""

    gaps: list[int]
    lengths: list[int]
    words: dict[int, str]
    stems: bytes
    other_stems: str


@lru_cache(maxsize=200_000)
def _folded(spelled: str) -> str:
    return spelled.translate(_SPELLED)


def pack_words(words: Words, text: str) -> bytes:
    """Return the words of a text as few bytes: where they stand, and only what the text itself does not tell."""
    spans = list(zip(words.starts, words.ends, strict=True))
    letters = [_letters_of_stem(norm, stem) for norm, stem in zip(words.norms, words.stems, strict=True)]
    packed = _Packed(
        gaps=[start - end for start, end in zip(words.starts, (0, *words.ends), strict=False)],
        lengths=[end - start for start, end in spans],
        words={at: norm for at, norm in enumerate(words.norms) if _folded(text[slice(*spans[at])]) != norm},
        stems=bytes(letters),
        other_stems=" ".join(stem for stem, kept in zip(words.stems, letters, strict=True) if kept == _OTHER),
    )
    return zlib.compress(msgspec.msgpack.encode(packed), _LEVEL)


def _letters_of_stem(norm: str, stem: str) -> int:
    if stem == norm:
        return _SAME
    return len(stem) if norm.startswith(stem) and 0 < len(stem) < _OTHER else _OTHER


def unpack_words(packed: bytes, text: str) -> Words:
    """Return what `pack_words` packed beside the same text."""
    told = msgspec.msgpack.decode(zlib.decompress(packed), type=_Packed)
    starts, ends, at = [], [], 0
    for gap, length in zip(told.gaps, told.lengths, strict=True):
        starts.append(at + gap)
        at += gap + length
        ends.append(at)
    norms = [_folded(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    for index, word in told.words.items():
        norms[index] = word
    others = iter(told.other_stems.split(" "))
    stems = (_stem(norm, kept, others) for norm, kept in zip(norms, told.stems, strict=True))
    return Words(tuple(starts), tuple(ends), tuple(norms), tuple(stems))


def _stem(norm: str, kept: int, others: Iterator[str]) -> str:
    if kept == _SAME:
        return norm
    return next(others) if kept == _OTHER else norm[:kept]
