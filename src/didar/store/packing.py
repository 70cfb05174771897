"""Pack the words of a report into few bytes beside its text, and give them back exactly, in any later version."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain
from operator import sub

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
_FOLDED = re.compile("[" + re.escape("".join(map(chr, _SPELLED))) + "]")
_MOST_FOLDED = 200_000
_SAME, _OTHER = 0, 255  # instead of how many of the word's letters are its stem


class _Packed(msgspec.Struct, array_like=True):
    """Gaps before words and lengths; words not folded by the table; how many letters each stem has; other stems."""

    gaps: list[int]
    lengths: list[int]
    words: dict[int, str]
    stems: bytes
    other_stems: str


class _Folded(dict[str, str]):
    """Words as the table folds them, each once; a plain look-up, where an `lru_cache` costs three times that."""

    def __missing__(self, spelled: str) -> str:
        if len(self) >= _MOST_FOLDED:
            self.clear()
        folded = self[spelled] = spelled.translate(_SPELLED)
        return folded


_folded = _Folded().__getitem__


def pack_words(words: Words, text: str) -> bytes:
    """Return the words of a text as few bytes: where they stand, and only what the text itself does not tell."""
    letters = bytes(map(_letters_of_stem, words.norms, words.stems))
    packed = _Packed(
        gaps=list(map(sub, words.starts, (0, *words.ends))),
        lengths=list(map(sub, words.ends, words.starts)),
        words=dict(_not_told(words, text)),
        stems=letters,
        other_stems=" ".join([words.stems[at] for at, kept in enumerate(letters) if kept == _OTHER]),
    )
    return zlib.compress(msgspec.msgpack.encode(packed), _LEVEL)


def _not_told(words: Words, text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each word that the text alone, folded by the table, does not tell, and the word."""
    odd = _FOLDED.search("".join(words.norms)) is not None
    written = map(text.__getitem__, map(slice, words.starts, words.ends))
    for at, (letters, norm) in enumerate(zip(written, words.norms, strict=True)):
        if (odd or letters != norm) and _folded(letters) != norm:
            yield at, norm


@lru_cache(maxsize=200_000)
def _letters_of_stem(norm: str, stem: str) -> int:
    if stem == norm:
        return _SAME
    return len(stem) if norm.startswith(stem) and 0 < len(stem) < _OTHER else _OTHER


def unpack_words(packed: bytes, text: str) -> Words:
    """Return what `pack_words` packed beside the same text."""
    told = msgspec.msgpack.decode(zlib.decompress(packed), type=_Packed)
    borders = list(accumulate(chain.from_iterable(zip(told.gaps, told.lengths, strict=True))))
    starts, ends = borders[0::2], borders[1::2]
    norms = list(map(_folded, map(text.__getitem__, map(slice, starts, ends))))
    for at, word in told.words.items():
        norms[at] = word
    stems = [norm[:kept] if kept else norm for norm, kept in zip(norms, told.stems, strict=True)]
    others = iter(told.other_stems.split(" "))
    at = told.stems.find(_OTHER)
    while at >= 0:
        stems[at] = next(others)
        at = told.stems.find(_OTHER, at + 1)
    return Words(tuple(starts), tuple(ends), tuple(norms), tuple(stems))
