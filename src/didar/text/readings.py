"""Choose how a word in «های» is read: a plural («زمین‌های») or a word in silent ه with another ending («زمینه‌ای»).

The letters are the same; the words beside it tell. `evaluation/train_repair.py` counts them into `models/readings.tsv`.
"""

from __future__ import annotations

import math

from didar.persian.letters import ZWNJ
from didar.text.known_words import count, lexicon
from didar.text.logistic import load_weights
from didar.text.spelling import Spelling

PLURAL = "های"
SILENT, ENDING = PLURAL[0], PLURAL[1:]
BREAK = "|"  # stands for a neighbour beyond a mark or the line's end
_LEAST = 3


def read_ending(spelling: Spelling, before: str, after: str) -> Spelling:
    """Return the spelling that the words before and after ask for; most words have one reading."""
    text = spelling.text
    if not text.endswith((ZWNJ + PLURAL, SILENT + ZWNJ + ENDING)):
        return spelling
    stem = text[: -len(ZWNJ + PLURAL)]
    plural, silent = stem + ZWNJ + PLURAL, stem + SILENT + ZWNJ + ENDING
    prior = _prior(stem, plural, silent)
    if prior is None:
        return spelling
    right = plural if prior + beside(before, after) >= 0 else silent
    return spelling if right == text else Spelling(right, spelling.rule, 0.8)


def _prior(stem: str, plural: str, silent: str) -> float | None:
    """Return the log odds of the plural by counts; None where only one of the two is a word."""
    bare = stem.replace(ZWNJ, "")
    one, other = count(bare), count(bare + SILENT)
    if one < _LEAST or other < _LEAST:
        return None
    forms = lexicon().forms
    a, b = forms.get(plural, 0), forms.get(silent, 0)
    return math.log((a + 0.5) / (b + 0.5)) if a or b else math.log((one + 1) / (other + 1))


def beside(before: str, after: str) -> float:
    """Return how much the neighbours speak for the plural, in natural log odds."""
    weights = load_weights("readings.tsv")
    return weights.get(f"p{before}", 0.0) + weights.get(f"n{after}", 0.0)
