"""Look up the mentions that share characters with a span."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from didar.records import Mention, Mentions, Span
from didar.spans import overlap

# Mentions looked at before the end of a span: more than any source or party holds.
_NEARBY = 16


def mentions_in(mentions: Mentions, span: Span) -> list[Mention]:
    """Return the mentions that overlap a span, in the order of the text; `mentions.actors` are in that order."""
    at = bisect_left(mentions.actors, span.end, key=_start)
    return [m for m in mentions.actors[max(0, at - _NEARBY) : at] if m.span.end > span.start]


def best_mention_in(mentions: Mentions, span: Span) -> Mention | None:
    """Return the mention that shares most of a span; of two equal ones the one that is the span."""
    inside = mentions_in(mentions, span)
    return max(inside, key=lambda m: (overlap(m.span, span), m.span == span), default=None)


def mentions_before(mentions: Mentions, position: int, most: int) -> Iterator[Mention]:
    """Return the mentions that begin before a position (code points), the last first, at most so many."""
    at = bisect_left(mentions.actors, position, key=_start)
    return reversed(mentions.actors[max(0, at - most) : at])


def _start(mention: Mention) -> int:
    return mention.span.start
