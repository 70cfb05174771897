"""Small questions about spans: does one cover, touch or contain another."""

from __future__ import annotations

from didar.records import Span


def covers(outer: Span, inner: Span) -> bool:
    """Tell whether `inner` lies wholly inside `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def overlap(a: Span, b: Span) -> int:
    """Count the code points that two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def shift(span: Span, by: int) -> Span:
    """Move a span by a number of code points."""
    return Span(span.start + by, span.end + by)


def trim(text: str, span: Span, marks: str = "") -> Span:
    """Shrink a span so that it neither begins nor ends with white space or one of `marks`."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return Span(start, end)


def find(text: str, needle: str, start: int = 0) -> Span | None:
    """Return the first span of `needle` in `text` at or after `start`."""
    at = text.find(needle, start)
    return None if at < 0 else Span(at, at + len(needle))
