"""Find the statements of a report that earlier reports of the same story gave in the same words, or nearly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

# Of the words of the shorter statement; below it two statements of one speech are still two.
_SHARED = 0.7
_FEWEST = 3


class Said(msgspec.Struct, frozen=True):
    """The number of a statement and its words, folded."""

    statement: int
    words: tuple[str, ...]


def find_told_before(told: Iterable[Said], before: Iterable[Said]) -> Iterator[tuple[int, int]]:
    """Yield (statement, earlier statement) for each that was told before; the first that fits is the one."""
    earlier = [(said.statement, frozenset(said.words)) for said in before]
    for said in told:
        words = frozenset(said.words)
        first = next((number for number, others in earlier if _same(words, others)), None)
        if first is not None:
            yield said.statement, first


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return one == other or (shorter >= _FEWEST and len(one & other) >= _SHARED * shorter and _like_length(one, other))


def _like_length(one: frozenset[str], other: frozenset[str]) -> bool:
    """A sentence of a long statement is not the statement."""
    return 2 * min(len(one), len(other)) >= max(len(one), len(other))
