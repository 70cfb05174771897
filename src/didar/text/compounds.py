"""Tell whether two words that a space parts are one compound that nobody has seen: a small logistic model.

`evaluation/train_compounds.py` trains it; `models/compounds.tsv` holds a feature and its weight a line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_counts, load_table
from didar.persian.verbs import analyse
from didar.text.logistic import bias, chance, score
from didar.text.memo import Memo

_MODEL = "compounds.tsv"
_STEPS = (0, 2, 20, 200, 2000)  # how often a part stands as a word of its own: never, seldom, ..., very often


def features(left: str, right: str, count: Callable[[str], int]) -> list[str]:
    """Return what the model sees of two words: themselves, their endings, and how frequent they are."""
    return [*_of_left(left, count), *_of_right(right, count), *_of_both(left, right, count)]


def _of_left(left: str, count: Callable[[str], int]) -> list[str]:
    found = [f"L{left}", f"a{_often(count(left))}", f"h{left[:2]}", f"n{min(len(left), 7)}"]
    return [*found, *(f"l{left[-size:]}" for size in (1, 2, 3)), f"w{analyse(fold(left)) is not None}"]


def _of_right(right: str, count: Callable[[str], int]) -> list[str]:
    found = [f"R{right}", f"S{tail_stem(right)}", f"b{_often(count(right))}", f"m{min(len(right), 7)}"]
    found += [f"r{right[-size:]}" for size in (1, 2, 3)] + [f"f{right[:size]}" for size in (2, 3)]
    return [*found, f"v{analyse(fold(right)) is not None}"]


def _of_both(left: str, right: str, count: Callable[[str], int]) -> tuple[str, ...]:
    stem, a, b = tail_stem(right), _often(count(left)), _often(count(right))
    together = f"nm{min(len(left), 5)}{min(len(right), 5)}"
    return f"ab{a}{b}", f"S{stem}l{left[-1]}", f"S{stem}a{a}", together


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
    lefts, rights = _scores(count)
    return chance(bias(_MODEL) + lefts[left] + rights[right] + score(_MODEL, _of_both(left, right, count)))


@cache
def _scores(count: Callable[[str], int]) -> tuple[Memo[float], Memo[float]]:
    """Return what the model says of a word as the first of two, and as the second, by word."""
    left = Memo(lambda word: score(_MODEL, _of_left(word, count)))
    return left, Memo(lambda word: score(_MODEL, _of_right(word, count)))


def may_be_compound(left: str, right: str) -> bool:
    """Tell whether one of two words begins or ends compounds, so that it is worth asking for the odds."""
    return left in begins_compounds() or ends_compounds()[right]


def begins_compounds() -> dict[str, int]:
    """Return the words that begin compounds."""
    return load_counts("words_heads.counts.tsv")


@cache
def ends_compounds() -> Memo[bool]:
    """Return whether a word ends compounds, by word."""
    tails = load_counts("words_tails.counts.tsv")
    return Memo(lambda word: tail_stem(word) in tails)


def _often(count: int) -> int:
    return sum(count > step for step in _STEPS)
