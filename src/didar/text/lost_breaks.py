"""Where lines of a page ended before its line breaks were lost: runs of blanks that nobody types between two words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from didar.records import Span
from didar.spans import trim

# After the end of a sentence three blanks are enough; after a word, as between headlines, it takes eight. Poems have
# up to eight between their half-lines. One article in 35 of the corpus has such runs, one in three of one collection.
# Few texts have three blanks in a row: what stands before them is asked only where they are.
_RUN = re.compile(r"[^\S\n]{3,}(?=[^\s\u200c])")
_SENTENCE_ENDS = ".!؟?…»:"
_AFTER_WORD = 9


def find_breaks(text: str) -> Iterator[Span]:
    """Yield the runs of blanks in a text, as it was handed in, that stand where a line break was."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else "\n"
        if before in _SENTENCE_ENDS or (before != "\n" and end - start >= _AFTER_WORD):
            yield Span(start, end)


def part(text: str, line: Span, breaks: Sequence[int]) -> Iterator[Span]:
    """Yield the lines of which one line is made, given where lines begin (sorted), without blanks at their borders."""
    inner = breaks[bisect_left(breaks, line.start + 1) : bisect_left(breaks, line.end)]
    for start, end in zip((line.start, *inner), (*inner, line.end), strict=True):
        piece = trim(text, Span(start, end))
        if piece.end > piece.start:
            yield piece
