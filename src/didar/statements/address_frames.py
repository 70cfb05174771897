"""Find the frame of a statement: the words before its cue that are nobody's speech, where addressee and topic stand."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

import msgspec

from didar.statements.clauses import Actor, Clauses
from didar.statements.drafts import Draft


class Frame(msgspec.Struct, frozen=True):
    """The clause of a draft. `free` are its tokens before the cue, outside all contents; at `ends` the cue begins."""

    clauses: Clauses
    draft: Draft
    free: tuple[bool, ...]
    ends: int

    def actor_at(self, at: int) -> Actor | None:
        """The mention outside all contents that covers a token, with the nouns that belong to it."""
        return next((a for a in self.clauses.actors if a.first <= at < a.last and self.free[a.first]), None)


def frame_of(clauses: Clauses, draft: Draft, before: tuple[Draft, ...]) -> Frame:
    """Return the frame of a draft; `before` are the drafts of its sentence that come before it."""
    starts = [span.start for span in clauses.spans]
    first = bisect_left(starts, draft.parent.content.spans[0].start) if draft.parent else 0
    ends = bisect_left(starts, (draft.cue or draft.content.spans[0]).start)
    around = draft.parent.content.spans if draft.parent else ()
    contents = (*draft.content.spans, *(s for other in before for s in other.content.spans if s not in around))
    # One sweep over where contents open and close: of a thousand drafts each may reach to the sentence's end.
    steps = [0] * (len(clauses) + 1)
    for span in contents:
        opens, closes = bisect_left(starts, span.start), min(bisect_left(starts, span.end), ends)
        if opens < closes:
            steps[opens] += 1
            steps[closes] -= 1
    said = accumulate(steps)
    free = [
        not inside and first <= at < ends and (draft.parent is not None or not clauses.quoted[at])
        for at, inside in zip(range(len(clauses)), said, strict=False)
    ]
    return Frame(clauses, draft, tuple(free), ends)
