"""Say how sure a statement is: a statement in, the same with a confidence out that means a share of right ones.

`calibration.tsv` holds a weight for each feature that helps to tell right statements from wrong ones. The weights
are fitted by `python -m evaluation.calibration --write` on annotated articles; right means that half of the content
agrees with what a reader marked and the speaker is the one that the reader named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from didar.records import Statement

TABLE = "calibration.tsv"
BIAS = "bias"
# Content lengths in letters; a very short or very long content is more often wrong.
_LENGTHS = (15, 40, 100, 300, 800)


def features_of(said: Statement) -> Iterator[str]:
    """Return what is looked at: rules, kind, section, length, and what is missing."""
    yield BIAS
    yield f"rule={said.rule}"
    yield f"speaker_rule={said.speaker_rule}"
    yield f"kind={said.kind}"
    yield f"section={said.section}"
    yield f"speaker_status={said.speaker_status}"
    yield f"cue_lemma={said.cue_lemma}"
    length = sum(span.end - span.start for span in said.content)
    yield f"length={sum(length > bound for bound in _LENGTHS)}"
    yield from _lacks(said)


def _lacks(said: Statement) -> Iterator[str]:
    facts = {
        "no_cue": said.cue is None,
        "no_source": said.source is None,
        "no_speaker": said.speaker is None,
        "nested": said.nested_in is not None,
        "told_again": said.same_as is not None,
        "negated": said.negated,
        "split": len(said.content) > 1,
        "topic": said.topic is not None,
        "addressee": bool(said.addressees),
    }
    return (name for name, holds in facts.items() if holds)


def probability(features: Iterator[str], weights: Mapping[str, float]) -> float:
    """Return the probability that a statement with these features is right; unknown features weigh nothing."""
    return 1 / (1 + math.exp(-sum(weights.get(feature, 0.0) for feature in features)))


@cache
def load_weights() -> dict[str, float]:
    """Return the shipped weights."""
    text = files("didar").joinpath(TABLE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}


def calibrate(said: Statement) -> Statement:
    """Return the statement with its calibrated confidence, in hundredths."""
    sure = round(probability(features_of(said), load_weights()), 2)
    return msgspec.structs.replace(said, confidence=sure)
