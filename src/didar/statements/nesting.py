"""Find which statements stand in which: drafts in, for each the drafts around it and inside it out."""

from __future__ import annotations

from bisect import bisect_left

from didar.records import Span
from didar.statements.drafts import Draft

# For each draft, by their indexes.
Inner = tuple[tuple[int, ...], ...]


def find_inner(drafts: tuple[Draft, ...]) -> Inner:
    """Return for each draft the indexes of those whose cue (or headline) stands in its content, in order."""
    told = sorted((_telling(draft), at) for at, draft in enumerate(drafts))
    return tuple(tuple(sorted(_held(draft, at, told))) for at, draft in enumerate(drafts))


def _telling(draft: Draft) -> Span:
    return draft.cue or draft.content.spans[0]


def _held(draft: Draft, at: int, told: list[tuple[Span, int]]) -> set[int]:
    found = set()
    for span in draft.content.spans:
        first, last = bisect_left(told, (Span(span.start, 0),)), bisect_left(told, (Span(span.end, 0),))
        found |= {inner for cue, inner in told[first:last] if cue.end <= span.end and inner != at}
    return found


def find_parents(drafts: tuple[Draft, ...], inner: Inner) -> tuple[int | None, ...]:
    """Return for each draft the index of the one in whose content it stands; the shortest where several hold it."""
    parents: list[int | None] = [None] * len(drafts)
    lengths = [sum(s.end - s.start for s in draft.content.spans) for draft in drafts]
    for at in sorted(range(len(drafts)), key=lambda at: (-lengths[at], -at)):
        for held in inner[at]:
            parents[held] = at
    return tuple(parents)
