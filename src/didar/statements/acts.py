"""Tell what a statement does: the cue gives a prior, the words of the content decide."""

from __future__ import annotations

from didar.records import Act
from didar.statements.clauses import Clauses
from didar.statements.drafts import Draft


def find_acts(clauses: Clauses, draft: Draft) -> tuple[Act, ...]:
    """Return the speech acts, the most telling first."""
    return (draft.act,)
