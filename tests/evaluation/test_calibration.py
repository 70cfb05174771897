"""Calibration: statements that are right or wrong for a reason in, probabilities that say so out."""

from __future__ import annotations

import random

import pytest

from didar.calibration import calibrate, features_of, load_weights, probability
from didar.records import Span, Statement
from evaluation.calibration import Judged, cross_validate, expected_error, fit, reliability, risk_at_coverage


def world(seed: int) -> list[Judged]:
    """Return 1,000 statements: those by a good rule are right in 9 of 10, those by a bad one in 3 of 10."""
    dice = random.Random(seed)
    statements = []
    for article in range(100):
        for _ in range(10):
            good = dice.random() < 0.5
            features = ("bias", f"rule={'good' if good else 'bad'}", f"length={dice.randrange(3)}")
            statements.append(Judged(article, features, dice.random() < (0.9 if good else 0.3)))
    return statements


def test_the_fit_finds_the_share_of_right_ones() -> None:
    weights = fit(world(1))
    assert probability(iter(("bias", "rule=good")), weights) == pytest.approx(0.9, abs=0.05)
    assert probability(iter(("bias", "rule=bad")), weights) == pytest.approx(0.3, abs=0.05)


def test_cross_validated_probabilities_are_reliable() -> None:
    results = cross_validate(world(2))
    assert len(results) == 1000
    assert expected_error(results) < 0.06


def test_the_surest_are_the_least_often_wrong() -> None:
    results = cross_validate(world(3))
    assert risk_at_coverage(results, 0.4)[1] < risk_at_coverage(results, 1.0)[1]


def test_overconfidence_is_measured() -> None:
    results = [(0.95, True)] * 5 + [(0.95, False)] * 5
    assert list(reliability(results)) == [(pytest.approx(0.95), 0.5, 10)]
    assert expected_error(results) == pytest.approx(0.45)
    assert risk_at_coverage(results, 0.5) == (0.95, 0.0)


STATEMENT = Statement(
    id="s1",
    speaker="e1",
    source=None,
    cue=Span(10, 15),
    content=(Span(20, 80),),
    kind="direct",
    acts=("assert",),
    section="body",
    rule="colon_after_cue",
)


def test_features_say_what_is_missing() -> None:
    features = set(features_of(STATEMENT))
    assert {"bias", "rule=colon_after_cue", "no_source", "length=2"} <= features
    assert "no_cue" not in features


def test_the_shipped_weights_give_a_probability() -> None:
    assert load_weights(), "the table of weights is empty"
    assert 0.0 < calibrate(STATEMENT).confidence < 1.0
