"""Find whom a statement is addressed to, and what it is about, in the clause before the cue."""

from __future__ import annotations

from didar.records import Span
from didar.statements.clauses import Clauses
from didar.statements.drafts import Draft


def find_addressees(clauses: Clauses, draft: Draft) -> tuple[Span, ...]:
    """Return the mentions that the text names as spoken to."""
    return ()


def find_topic(clauses: Clauses, draft: Draft) -> Span | None:
    """Return the noun phrase of «با اشاره به N»، «درباره N»."""
    return None
