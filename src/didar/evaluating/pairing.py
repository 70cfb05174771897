"""Pair gold with found: statements by the characters of their contents, anything else by a weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

import msgspec

from didar.evaluating.gold import GoldArticle
from didar.evaluating.names import squeeze
from didar.evaluating.predicted import Found
from didar.records import Span

DETECTED = 0.5
STRICT = 0.9


class Pair(msgspec.Struct, frozen=True):
    """Indexes of a gold and a found thing that belong together, and how well they agree."""

    gold: int
    found: int
    weight: float


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """All statements of one article sorted: detected pairs, missed gold, extra and excused found ones (indexes)."""

    pairs: tuple[Pair, ...]
    missed: tuple[int, ...]
    extra: tuple[int, ...]
    excused: tuple[int, ...]


def letters_in(spans: Iterable[Span], text: str) -> set[int]:
    """Return the places of the letters and digits that spans cover; spaces and marks do not count."""
    return {i for span in spans for i in range(span.start, span.end) if text[i].isalnum()}


def share_in_common(a: Set[object], b: Set[object]) -> float:
    """Return the intersection of two sets over their union (IoU)."""
    return len(a & b) / len(a | b) if a or b else 0.0


def pair_up(golds: int, founds: int, weight: Callable[[int, int], float]) -> list[Pair]:
    """Pair two lists one to one by index, the heaviest pair first; among equals the first in the text."""
    edges = [Pair(i, j, weight(i, j)) for i in range(golds) for j in range(founds)]
    taken_golds: set[int] = set()
    taken_founds: set[int] = set()
    pairs = []
    for edge in sorted((e for e in edges if e.weight > 0), key=lambda e: -e.weight):
        if edge.gold in taken_golds or edge.found in taken_founds:
            continue
        taken_golds.add(edge.gold)
        taken_founds.add(edge.found)
        pairs.append(edge)
    return pairs


def _words_said(spans: Iterable[Span], text: str) -> str:
    return squeeze("".join(text[span.start : span.end] for span in spans))


def pair_statements(gold: GoldArticle, found: Found) -> Pairing:
    """Pair the statements of one article.

    A found one that is left over is excused when half of it lies in an optional gold statement, or when it says
    word for word what an annotated one says (a lead told twice).
    """
    wanted = [letters_in(s.content, gold.text) for s in gold.statements]
    got = [letters_in(s.content, gold.text) for s in found.statements]
    pairs = pair_up(len(wanted), len(got), lambda i, j: share_in_common(wanted[i], got[j]))
    pairs = [pair for pair in pairs if pair.weight >= DETECTED]
    hit = {pair.gold for pair in pairs}
    used = {pair.found for pair in pairs}
    optional = [wanted[i] for i, s in enumerate(gold.statements) if s.optional]
    told = {_words_said(s.content, gold.text) for s in gold.statements}

    def excused(j: int) -> bool:
        if any(got[j] and len(got[j] & letters) / len(got[j]) >= 0.5 for letters in optional):
            return True
        return _words_said(found.statements[j].content, gold.text) in told

    left = [j for j in range(len(got)) if j not in used]
    return Pairing(
        pairs=tuple(pairs),
        missed=tuple(i for i, s in enumerate(gold.statements) if i not in hit and not s.optional),
        extra=tuple(j for j in left if not excused(j)),
        excused=tuple(j for j in left if excused(j)),
    )
