"""The place of a cue in its clause, and contents with tidy edges."""

from __future__ import annotations

import msgspec

from didar.records import Span
from didar.spans import trim
from didar.statements.clauses import Clauses
from didar.statements.cues import Cue

# Marks at the edges of a content that are no part of it; a closing «؟» or «!» is.
EDGES = " \t\n.،؛:,/*•-–—_\u200c\u200f\ufeff"


class Place(msgspec.Struct, frozen=True, gc=False):
    """A cue in its clause: the tokens left of it that are not the subject, and the tokens right of it."""

    clauses: Clauses
    cue: Cue
    left: int
    right: int

    def frames(self) -> tuple[str, ...]:
        return self.cue.predicate.frames

    def after(self, ahead: int = 0) -> str:
        at = self.cue.last + ahead
        return self.clauses.norms[at] if at < self.right else ""


def tidy(clauses: Clauses, first: int, last: int) -> Span:
    """Return the code points of tokens [first, last) without marks at the edges or marks that enclose all of it."""
    return unquote(clauses, trim(clauses.text.text, clauses.span(first, last), EDGES))


def unquote(clauses: Clauses, span: Span) -> Span:
    """Drop quotation marks that enclose a whole content, or that open it and close nowhere inside it."""
    text = clauses.text.text
    for quotation in clauses.quotations:
        opens = span.start <= quotation.start <= span.start + 1
        if opens and quotation.end >= span.end - 2 and not text[quotation.end : span.end].strip(EDGES + '»”"'):
            return trim(text, Span(quotation.start, min(quotation.end, span.end)), EDGES)
    return span
