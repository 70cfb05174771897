"""Fit and test the confidence of statements: of those at 0.9 nine in ten shall be right.

    python -m evaluation.calibration            reliability, and risk against coverage, by cross-validation
    python -m evaluation.calibration --write    fit on all annotated articles, write src/didar/calibration.tsv

The articles are cut into five parts; each part is judged by weights fitted on the other four, so no statement is
judged by weights that have seen its article.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from didar.calibration import TABLE, features_of, probability
from didar.evaluating.counting import compare, speaker_right
from didar.evaluating.gold import GoldArticle
from didar.evaluating.predicted import found_from_record
from didar.page.plain import article_from_text
from evaluation.shared import ROOT, load_gold

PARTS = 5
# Tried 1, 3, 10, 30: expected calibration error 0.067, 0.024, 0.014, 0.025 by cross-validation.
PENALTY = 10.0
# A feature of fewer statements than this is left out: its weight would be hearsay.
RARE = 8
_ROUNDS = 200
_STEP = 0.5


class Judged(msgspec.Struct, frozen=True):
    """A found statement: its article's place in the file, its features, and whether it is right."""

    article: int
    features: tuple[str, ...]
    right: bool


def judge_articles(golds: Sequence[GoldArticle]) -> Iterator[Judged]:
    """Read the annotated articles and judge each found statement; those that count for nothing are left out."""
    from didar.reading import read_article

    for index, gold in enumerate(golds):
        record = read_article(article_from_text(gold.text, id=gold.id))
        compared = compare(gold, found_from_record(record))
        right = {pair.found: speaker_right(compared, pair) for pair in compared.counted_pairs()}
        judged = right | dict.fromkeys(compared.pairing.extra, False)
        for j, is_right in sorted(judged.items()):
            yield Judged(index, tuple(features_of(record.statements[j])), is_right)


def fit(judged: Sequence[Judged], penalty: float = PENALTY) -> dict[str, float]:
    """Return the weights of a logistic regression with a ridge penalty, by coordinate-wise Newton steps."""
    counts = Counter(feature for one in judged for feature in one.features)
    weights = {feature: 0.0 for feature, count in counts.items() if count >= RARE}
    for _ in range(_ROUNDS):
        gradient: Counter[str] = Counter()
        curvature: Counter[str] = Counter()
        for one in judged:
            p = probability(iter(one.features), weights)
            for feature in one.features:
                gradient[feature] += one.right - p  # type: ignore[assignment]
                curvature[feature] += p * (1 - p)  # type: ignore[assignment]
        for feature, weight in weights.items():
            pull = 0.0 if feature == "bias" else penalty
            slope = gradient[feature] - pull * weight
            # All features of a statement move at once, so each takes a part of its own Newton step.
            weights[feature] += _STEP * slope / (len(judged[0].features) * curvature[feature] / 2 + pull + 1e-9)
    return weights


def cross_validate(judged: Sequence[Judged], penalty: float = PENALTY) -> list[tuple[float, bool]]:
    """Return probability and truth of every statement, each judged by weights that have not seen its article."""
    fitted = [fit([one for one in judged if one.article % PARTS != part], penalty) for part in range(PARTS)]
    return [(probability(iter(one.features), fitted[one.article % PARTS]), one.right) for one in judged]


def reliability(results: Sequence[tuple[float, bool]], bins: int = 10) -> Iterator[tuple[float, float, int]]:
    """Return for each tenth of probability: the mean probability, the share of right ones, how many."""
    for place in range(bins):
        inside = [(p, right) for p, right in results if min(int(p * bins), bins - 1) == place]
        if inside:
            yield sum(p for p, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside), len(inside)


def expected_error(results: Sequence[tuple[float, bool]]) -> float:
    """Return the mean distance between probability and share of right ones (expected calibration error)."""
    return sum(abs(p - right) * count for p, right, count in reliability(results)) / len(results)


def risk_at_coverage(results: Sequence[tuple[float, bool]], coverage: float) -> tuple[float, float]:
    """Return the least probability and the share of wrong ones among the surest `coverage` of the statements."""
    surest = sorted(results, key=lambda result: -result[0])[: max(1, round(coverage * len(results)))]
    return surest[-1][0], sum(not right for _, right in surest) / len(surest)


def report_lines(results: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """Return the reliability table and the curve of risk against coverage."""
    yield f"{len(results)} statements, {sum(r for _, r in results) / len(results):.3f} right"
    yield "confidence  right  statements"
    for mean, right, count in reliability(results):
        yield f"      {mean:.2f}   {right:.2f}  {count:10}"
    yield f"expected calibration error {expected_error(results):.3f}"
    yield "coverage  least confidence  wrong"
    for tenths in range(1, 11):
        least, wrong = risk_at_coverage(results, tenths / 10)
        yield f"    {tenths / 10:.0%}".ljust(10) + f"{least:16.2f}  {wrong:.3f}"


def main() -> None:
    """Test, and where asked fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--penalty", type=float, default=PENALTY)
    options = parser.parse_args()
    judged = list(judge_articles(load_gold()))
    results = cross_validate(judged, options.penalty)
    print("\n".join(report_lines(results)))
    kept = [result for one, result in zip(judged, results, strict=True) if one.article % 3 == 2]
    mean = sum(p for p, _ in kept) / len(kept)
    print(f"on the articles kept aside: mean confidence {mean:.3f}, {sum(r for _, r in kept) / len(kept):.3f} right")
    if options.write:
        _write(fit(judged, options.penalty))


def _write(weights: dict[str, float]) -> None:
    lines = ["# Written by `python -m evaluation.calibration --write`: feature, weight."]
    lines += [f"{feature}\t{weight:.3f}" for feature, weight in sorted(weights.items()) if abs(weight) >= 0.0005]
    (ROOT / "src" / "didar" / TABLE).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
