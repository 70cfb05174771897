"""Ask the rest of the corpus where a repair and its reference differ: the reference is one article's spelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from didar.persian.letters import ZWNJ
from didar.persian.lexicon.loader import load_counts

_MARKS = '.,:;!?()[]"،؛؟«»…'


def outvoted(good: Sequence[str], repaired: Sequence[str]) -> tuple[int, int]:
    """Return in how many stretches the two differ, and in how many of these the corpus mostly writes as the repair.

    A stretch runs from space to space, where both texts have them; the corpus is the part that was counted.
    """
    pairs = [pair for texts in zip(good, repaired, strict=True) for pair in stretches(*texts)]
    return len(pairs), sum(_votes(after) > _votes(before) for before, after in pairs)


def stretches(good: str, repaired: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches of two texts of the same letters that differ."""
    i = j = 0
    while i < len(good) and j < len(repaired):
        k, m = _end(good, i), _end(repaired, j)
        while (a := _letters(good[i:k])) != (b := _letters(repaired[j:m])) and (k < len(good) or m < len(repaired)):
            k, m = (_end(good, k + 1), m) if a < b else (k, _end(repaired, m + 1))
        if good[i:k] != repaired[j:m]:
            yield good[i:k].strip(_MARKS), repaired[j:m].strip(_MARKS)
        i, j = k + 1, m + 1


def _end(text: str, start: int) -> int:
    at = text.find(" ", start)
    return len(text) if at < 0 else at


def _letters(text: str) -> int:
    return len(text) - text.count(ZWNJ) - text.count(" ")


def _votes(stretch: str) -> int:
    """Count how often the corpus has a spelling, with its half-spaces and spaces."""
    if " " not in stretch:
        return load_counts("words.counts.tsv").get(stretch, 0)
    return max(load_counts(f"words_{name}.counts.tsv").get(stretch, 0) for name in ("spaced", "pairs"))
