"""Find the frame of a statement: the words before its cue that are nobody's speech, where addressee and topic stand."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from didar.persian.tokens import Actor
from didar.statements.clauses import Clauses
from didar.statements.drafts import Draft


class Frame(msgspec.Struct, frozen=True, gc=False):
    """The clause of a draft. `free` are its tokens before the cue, outside all contents; at `ends` the cue begins."""

    clauses: Clauses
    draft: Draft
    free: tuple[bool, ...]
    ends: int

    def actor_at(self, at: int) -> Actor | None:
        """The mention outside all contents that covers a token, with the nouns that belong to it."""
        return next((a for a in self.free_actors() if a.first <= at < a.last), None)

    def free_actors(self) -> tuple[Actor, ...]:
        """The mentions of the clause outside all contents."""
        return tuple(a for a in self.clauses.actors if a.first < self.ends and self.free[a.first])


def frame_of(clauses: Clauses, draft: Draft, before: tuple[Draft, ...]) -> Frame:
    """Return the frame of a draft; `before` are the drafts of its sentence that come before it."""
    first = _token_at(clauses, draft.parent.content.spans[0].start) if draft.parent else 0
    ends = _token_at(clauses, (draft.cue or draft.content.spans[0]).start)
    free = [at >= first and (draft.parent is not None or not clauses.quoted[at]) for at in range(ends)]
    around = draft.parent.content.spans if draft.parent else ()
    for span in (*draft.content.spans, *(s for other in before for s in other.content.spans if s not in around)):
        for at in range(_token_at(clauses, span.start), min(_token_at(clauses, span.end), ends)):
            free[at] = False
    return Frame(clauses, draft, tuple(free), ends)


def _token_at(clauses: Clauses, position: int) -> int:
    """The first token that begins at or after a place in the text."""
    return bisect_left(clauses.tokens, position, key=lambda token: token.start)
