"""Score the speech acts of a statement from its signs and words, with the weights that `make models` learned."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast

from didar.records import Act

# Weights are written as hundredths, whole numbers.
_UNIT = 100
# A content of few words is pulled to the middle; tried 1, 2 and 4 by cross-validation on dev.jsonl: no difference.
_SMOOTH = 2 * _UNIT

Weights = tuple[int, ...]


def score_acts(signs: set[str], norms: tuple[str, ...]) -> dict[Act, float]:
    """Return the log-odds of each act; `norms` are the words of the content."""
    acts, by_sign = _sign_weights()
    shown = [by_sign["(bias)"], *(weights for sign in signs if (weights := by_sign.get(sign)))]
    sums = [float(sum(column)) for column in zip(*shown, strict=True)]
    told = [weights for norm in norms if (weights := word_weights(norm))]
    if told:
        importance, *columns = map(sum, zip(*told, strict=True))
        scale = _UNIT / (importance + _SMOOTH)
        sums = [s + scale * column for s, column in zip(sums, columns, strict=True)]
    return {act: s / _UNIT for act, s in zip(acts, sums, strict=True)}


def _lines_of(name: str) -> list[str]:
    text = files("didar.persian.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@cache
def _sign_weights() -> tuple[tuple[Act, ...], dict[str, Weights]]:
    """The acts, and the weight that each sign has for each of them."""
    heading, *lines = _lines_of("acts_signs.weights.tsv")
    acts = cast("tuple[Act, ...]", tuple(heading.split("\t")[1].split()))
    rows = (line.split("\t") for line in lines)
    return acts, {sign: tuple(map(int, weights.split())) for sign, weights in rows}


@cache
def _word_lines() -> dict[str, str]:
    return dict(line.split("\t") for line in _lines_of("acts_words.weights.tsv"))


@cache
def word_weights(norm: str) -> Weights | None:
    """How much a word counts, and what it adds to each act; None for a word that the corpus hardly has."""
    line = _word_lines().get(norm)
    return tuple(map(int, line.split())) if line else None
