"""How sure a statement is: measured shares, by the rule that found it."""

from __future__ import annotations

from didar.statements.drafts import Draft


def confidence_of(draft: Draft) -> float:
    """Return the confidence of a draft, between 0 and 1."""
    return 0.9 if draft.content.kind == "direct" else 0.7
