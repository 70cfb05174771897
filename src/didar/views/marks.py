"""Cut a stretch of text where statements begin and end, and say for each piece which statement it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from didar.records import Statement

Part = Literal["content", "cue", "source"]


class Mark(msgspec.Struct, frozen=True, order=True):
    """One span of a statement: what is said, the cue, or the words that name the speaker."""

    start: int
    end: int
    statement: int
    part: Part


class Piece(msgspec.Struct, frozen=True):
    """A piece of text and the marks that cover it, the innermost last."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(statements: Iterable[Statement]) -> list[Mark]:
    """Return the marks of all statements in the order of the text; the numbers are the statements' places."""
    marks: list[Mark] = []
    for number, statement in enumerate(statements):
        marks += [Mark(span.start, span.end, number, "content") for span in statement.content]
        marks += [Mark(span.start, span.end, number, "cue") for span in (statement.cue,) if span]
        marks += [Mark(span.start, span.end, number, "source") for span in (statement.source,) if span]
    return sorted(mark for mark in marks if mark.start < mark.end)


def pieces_of(length: int, marks: Iterable[Mark], edges: Iterable[int]) -> Iterator[Piece]:
    """Yield the pieces of a text in one sweep, without gap or overlap; no piece reaches over one of the edges."""
    waiting = sorted(marks, reverse=True)
    cuts = sorted({0, length, *edges, *(mark.start for mark in waiting), *(mark.end for mark in waiting)})
    covering: list[Mark] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            covering.append(waiting.pop())
        covering = [mark for mark in covering if mark.end > start]
        yield Piece(start, end, tuple(sorted(covering, key=_innermost_last)))


def _innermost_last(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end
