"""The two shapes of a figure: precision and recall with their counts, and a share with its counts."""

from __future__ import annotations

import msgspec


class PrecisionRecall(msgspec.Struct, frozen=True, kw_only=True):
    """Precision, recall and their harmonic mean, with the counts they come from."""

    p: float
    r: float
    f1: float
    right: int
    found: int
    gold: int


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How many of how many; the share is null where there is nothing to count."""

    share: float | None
    right: int
    of: int


Figure = PrecisionRecall | Share


def precision_recall(right: int, found: int, gold: int) -> PrecisionRecall:
    """Return the figure for `right` of `found` and of `gold`; nothing found and nothing there is 0."""
    p = right / found if found else 0.0
    r = right / gold if gold else 0.0
    return PrecisionRecall(p=p, r=r, f1=2 * p * r / (p + r) if p + r else 0.0, right=right, found=found, gold=gold)


def share(right: int, of: int) -> Share:
    """Return the figure for `right` out of `of`."""
    return Share(share=right / of if of else None, right=right, of=of)
