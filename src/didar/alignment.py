"""Lead spans of the repaired text back to the text as handed in, and there: built from the edits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import add

from didar.records import Edit, Span


class Alignment:
    """Where the characters of a text went when it was repaired.

    Spans come out tight: characters that an edit put in or took out at the border of a span stay outside it.
    A span that ends inside a replacement takes in the whole of what was replaced, unless both are of one length.
    """

    def __init__(self, starts: list[int], ends: list[int], lengths: list[int]) -> None:
        """Take where edits begin and end in the source, in order and none over another, and how long their text is."""
        growth = [length - (end - start) for start, end, length in zip(starts, ends, lengths, strict=True)]
        grown = list(accumulate(growth, initial=0))
        self._source_starts, self._source_ends = starts, ends
        self._repaired_starts = list(map(add, starts, grown))
        self._repaired_ends = list(map(add, ends, grown[1:]))

    @classmethod
    def from_edits(cls, edits: Iterable[Edit]) -> Alignment:
        """Build the alignment of `edits`, whose spans point into the source, in order and not overlapping."""
        listed = list(edits)
        spans = [edit.span for edit in listed]
        return cls([s.start for s in spans], [s.end for s in spans], [len(edit.to) for edit in listed])

    def to_source(self, span: Span) -> Span:
        """Return where a span of the repaired text stands in the text as handed in."""
        here, there = (self._repaired_starts, self._repaired_ends), (self._source_starts, self._source_ends)
        return _lead(span, here, there)

    def to_repaired(self, span: Span) -> Span:
        """Return where a span of the text as handed in stands in the repaired text."""
        here, there = (self._source_starts, self._source_ends), (self._repaired_starts, self._repaired_ends)
        return _lead(span, here, there)


Borders = tuple[list[int], list[int]]


def _lead(span: Span, here: Borders, there: Borders) -> Span:
    start = _lead_start(span.start, here, there)
    return Span(start, max(start, _lead_end(span.end, here, there))) if span.end > span.start else Span(start, start)


def _lead_start(at: int, here: Borders, there: Borders) -> int:
    """Lead the beginning of a span: an edit that ends before or at `at` is left behind."""
    index = bisect_right(here[1], at)
    if index < len(here[0]) and here[0][index] < at:
        return _inside(at, index, here, there, there[0][index])
    return at if index == 0 else there[1][index - 1] + at - here[1][index - 1]


def _lead_end(at: int, here: Borders, there: Borders) -> int:
    """Lead the end of a span: an edit that begins at or after `at` is not taken in."""
    index = bisect_left(here[0], at) - 1
    if index < 0:
        return at
    if here[1][index] > at:
        return _inside(at, index, here, there, there[1][index])
    return there[1][index] + at - here[1][index]


def _inside(at: int, index: int, here: Borders, there: Borders, otherwise: int) -> int:
    """Lead a point inside an edit: letter for letter where both sides are of one length."""
    if here[1][index] - here[0][index] == there[1][index] - there[0][index]:
        return there[0][index] + at - here[0][index]
    return otherwise
