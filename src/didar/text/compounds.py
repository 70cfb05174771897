"""Tell whether two words that a space parts are one compound that nobody has seen: a small logistic model.

`evaluation/train_compounds.py` trains it; `models/compounds.tsv` holds a feature and its weight a line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_counts, load_table
from didar.persian.verbs import analyse
from didar.text.logistic import odds
from didar.text.memo import Memo

_STEPS = (0, 2, 20, 200, 2000)  # how often a part stands as a word of its own: never, seldom, ..., very often


def features(left: str, right: str, count: Callable[[str], int]) -> list[str]:
    """Return what the model sees of two words: themselves, their endings, and how frequent they are."""
    stem = tail_stem(right)
    a, b = _often(count(left)), _often(count(right))
    found = [f"L{left}", f"R{right}", f"S{stem}", f"a{a}", f"b{b}", f"ab{a}{b}"]
    found += [f"l{left[-size:]}" for size in (1, 2, 3)] + [f"r{right[-size:]}" for size in (1, 2, 3)]
    found += [f"f{right[:size]}" for size in (2, 3)] + [f"h{left[:2]}", f"S{stem}l{left[-1]}", f"S{stem}a{a}"]
    found += [f"n{min(len(left), 7)}", f"m{min(len(right), 7)}", f"nm{min(len(left), 5)}{min(len(right), 5)}"]
    return [*found, f"v{analyse(fold(right)) is not None}", f"w{analyse(fold(left)) is not None}"]


def tail_stem(word: str) -> str:
    """Return a last part without its ending, so that «سازی» and «سازان» are one.

    >>> tail_stem("سازان"), tail_stem("سازی")
    ('ساز', 'ساز')
    """
    word = word.split(ZWNJ)[0]
    for ending in _endings():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)]
    return word


@cache
def _endings() -> tuple[str, ...]:
    """Return the endings of parts, the longest first."""
    return tuple(sorted((row["ending"] for row in load_table("affixes_tails.tsv")), key=len, reverse=True))


def compound_odds(left: str, right: str, count: Callable[[str], int]) -> float:
    """Return how likely two words are one, from 0 to 1."""
    return odds("compounds.tsv", features(left, right, count))


def may_be_compound(left: str, right: str) -> bool:
    """Tell whether one of two words begins or ends compounds, so that it is worth asking for the odds."""
    return left in load_counts("words_heads.counts.tsv") or _ends_compounds()[right]


@cache
def _ends_compounds() -> Memo[bool]:
    tails = load_counts("words_tails.counts.tsv")
    return Memo(lambda word: tail_stem(word) in tails)


def _often(count: int) -> int:
    return sum(count > step for step in _STEPS)
