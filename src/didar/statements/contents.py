"""Find the content: what the cue's speaker is reported to have said, inside the cue's own sentence."""

from __future__ import annotations

from collections.abc import Callable

from didar.statements.after_cue import (
    bare_clause_after_cue,
    colon_after_cue,
    comma_after_cue,
    quotation_after_cue,
    request_after_cue,
    that_after_cue,
)
from didar.statements.before_cue import (
    accused_of,
    between_parts,
    object_and_predicate,
    object_of_cue,
    passive_with_agent,
    phrase_of_preposition,
)
from didar.statements.drafts import Content
from didar.statements.place import Place


def find_content(place: Place) -> Content | None:
    """Return what is said at a cue by the first rule that answers; None where nothing is."""
    for rule in RULES:
        if content := rule(place):
            return content
    return None


RULES: tuple[Callable[[Place], Content | None], ...] = (
    passive_with_agent,
    between_parts,
    quotation_after_cue,
    colon_after_cue,
    that_after_cue,
    request_after_cue,
    accused_of,
    object_and_predicate,
    phrase_of_preposition,
    object_of_cue,
    comma_after_cue,
    bare_clause_after_cue,
)
