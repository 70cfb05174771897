"""Small logistic models of the text's repair: a feature and its weight a line, in `models/`."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat

BIAS = "*"


def odds(model: str, features: Iterable[str]) -> float:
    """Return how likely a model, named by its file, holds what the features tell of, from 0 to 1."""
    return chance(bias(model) + score(model, features))


def score(model: str, features: Iterable[str]) -> float:
    """Return the sum of the weights of features, in natural log odds."""
    return sum(map(load_weights(model).get, features, repeat(0.0)))


def bias(model: str) -> float:
    """Return the log odds of a model where no feature speaks."""
    return load_weights(model)[BIAS]


def chance(log_odds: float) -> float:
    """Return the probability of log odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


@cache
def load_weights(model: str) -> dict[str, float]:
    """Return the weights of a model by their features, in natural log odds; the file holds hundredths."""
    text = files(__package__).joinpath(f"models/{model}").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: int(weight) / 100 for name, weight in pairs}
