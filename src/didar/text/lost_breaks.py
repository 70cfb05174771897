"""Where lines of a page ended before its line breaks were lost: runs of blanks that nobody types between two words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from didar.records import Span
from didar.spans import trim

# After the end of a sentence three blanks are enough; after a word, as between headlines, it takes eight. Poems have
# up to eight between their half-lines. One article in 35 of the corpus has such runs, one in three of one collection.
_RUN = re.compile(r"(?:(?<=[.!؟?…»:])[^\S\n]{3,}|(?<=\S)[^\S\n]{9,})(?=[^\s\u200c])")


def find_breaks(text: str) -> Iterator[Span]:
    """Yield the runs of blanks in a text, as it was handed in, that stand where a line break was."""
    for match in _RUN.finditer(text):
        yield Span(*match.span())


def part(text: str, line: Span, breaks: Sequence[int]) -> Iterator[Span]:
    """Yield the lines of which one line is made, given where lines begin (sorted), without blanks at their borders."""
    inner = breaks[bisect_left(breaks, line.start + 1) : bisect_left(breaks, line.end)]
    for start, end in zip((line.start, *inner), (*inner, line.end), strict=True):
        piece = trim(text, Span(start, end))
        if piece.end > piece.start:
            yield piece
