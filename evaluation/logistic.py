"""Train a logistic regression over named features, and write its weights as a model file."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from didar.text.logistic import BIAS

MODELS = Path(__file__).parent.parent / "src" / "didar" / "text" / "models"
RATE = 0.15
Example = tuple[list[str], bool, float]  # the features, whether it is so, how much the example counts


def fit(examples: Iterable[Example], epochs: int, least: int) -> dict[str, float]:
    """Return the weights, learnt by AdaGrad; a feature of fewer examples than `least` is left out."""
    listed = list(examples)
    seen: Counter[str] = Counter(name for names, _, _ in listed for name in names)
    listed = [([n for n in names if seen[n] >= least], wanted, weight) for names, wanted, weight in listed]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    shuffle = random.Random(1).shuffle
    for _ in range(epochs):
        shuffle(listed)
        for names, wanted, weight in listed:
            _learn([BIAS, *names], wanted, weight, weights, squares)
    return weights


def _learn(names: list[str], wanted: bool, weight: float, weights: dict[str, float], squares: dict[str, float]) -> None:
    score = sum(weights[name] for name in names)
    slope = (1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - wanted) * weight
    if abs(slope) < 0.002:
        return
    for name in names:
        squares[name] += slope * slope
        weights[name] -= RATE * slope / math.sqrt(squares[name])


def write_model(name: str, head: str, weights: dict[str, float], smallest: float) -> None:
    """Write the weights in hundredths; those that hardly weigh are left out."""
    rows = sorted((n, round(100 * weight)) for n, weight in weights.items() if abs(weight) >= smallest or n == BIAS)
    text = f"# {head}: feature, tab, weight in hundredths.\n" + "".join(f"{n}\t{weight}\n" for n, weight in rows)
    (MODELS / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(rows)} lines, {len(text.encode()) // 1000} kB")
