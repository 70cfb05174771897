"""Tell where an unseen word wants a half-space: a small logistic model over the letters around each place.

`evaluation/train_repair.py` trains it; `models/halfspace.tsv` holds a feature and its weight a line.
"""

from __future__ import annotations

from collections.abc import Callable

from didar.text.logistic import odds

# Letters that never join the next one: after them a half-space cannot be seen, and is not written.
NEVER_JOINS = frozenset("اآأإٱدذرزژوؤةء")
_STEPS = (0, 2, 20, 200)  # how often a part stands as a word of its own: never, seldom, ..., very often


def features(word: str, at: int, count: Callable[[str], int]) -> list[str]:
    """Return what the model sees at the place before `word[at]`: letters on both sides, and whether they are words."""
    left, right = "^" + word[:at], word[at:] + "$"
    found = [f"l{left[-size:]}" for size in (1, 2, 3, 4)]
    found += [f"r{right[:size]}" for size in (1, 2, 3, 4, 5)]
    found += [f"{left[-a:]}|{right[:b]}" for a, b in ((1, 1), (1, 2), (2, 1), (2, 2), (3, 2), (2, 3), (1, 3))]
    head, tail = _often(count(word[:at])), _often(count(word[at:]))
    found += [f"a{head}", f"b{tail}", f"ab{head}{tail}", f"a{head}r{right[:2]}", f"b{tail}l{left[-2:]}"]
    found += [f"n{min(at, 6)}a{head}", f"m{min(len(word) - at, 6)}b{tail}"]
    if len(right) <= 8:
        found.append(f"R{right}")
    if len(right) <= 6:
        found.append(f"a{head}R{right}")
    if len(left) <= 6:
        found.append(f"L{left}")
    return found


def half_space_odds(word: str, at: int, count: Callable[[str], int]) -> float:
    """Return how likely a half-space stands before `word[at]`, from 0 to 1; `count` counts words of clean text."""
    return odds("halfspace.tsv", features(word, at, count))


def _often(count: int) -> int:
    return sum(count > step for step in _STEPS)
