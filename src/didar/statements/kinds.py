"""Tell how a statement is told: direct, indirect, or indirect with a quoted part."""

from __future__ import annotations

from didar.records import Kind
from didar.spans import covers
from didar.statements.clauses import Clauses
from didar.statements.drafts import Draft

# A shorter quotation is a name or a word, no quoted speech. In the work fold of dev.jsonl quoted parts of mixed
# statements have at least two words.
_SHORTEST_QUOTED = 2


def find_kind(clauses: Clauses, draft: Draft) -> Kind:
    """Return the kind; an indirect content that holds a quotation of two words or more is mixed."""
    if draft.content.kind == "direct":
        return "direct"
    text = clauses.text.text
    for quotation in clauses.quotations:
        inside = any(covers(span, quotation) for span in draft.content.spans)
        if inside and len(text[quotation.start : quotation.end].split()) >= _SHORTEST_QUOTED:
            return "mixed"
    return "indirect"
