"""Pair the quotation marks of a text; say which open and never close, and where they likely end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from didar.records import Edit, Note, Span
from didar.text.sentences import find_sentences

_GUILLEMET = re.compile("[«»]")
_STRAIGHT = '"'


def quote_notes(text: str) -> Iterator[Note]:
    """Yield a note for each guillemet without its partner; the span of one that opens runs to its likely end."""
    opened: int | None = None
    for match in _GUILLEMET.finditer(text):
        if match.group() == "«":
            if opened is not None:
                yield _unclosed(text, opened, match.start())
            opened = match.start()
        elif opened is None:
            yield Note(stage="text", message="a quotation mark closes and none opened", span=Span(*match.span()))
        else:
            opened = None
    if opened is not None:
        yield _unclosed(text, opened, len(text))


def _unclosed(text: str, at: int, before: int) -> Note:
    """Most likely a quotation ends with its sentence, and in any case before the next one and in its paragraph."""
    line_end = text.find("\n", at, before)
    end = before if line_end < 0 else line_end
    first = next(find_sentences(text, at, end), (at, end))
    return Note(stage="text", message="a quotation mark opens and never closes", span=Span(at, first[1]))


def pair_straight(line: str) -> Iterator[Edit]:
    """Yield the edits that turn paired straight quotation marks into guillemets; none where their number is odd."""
    places = [at for at, character in enumerate(line) if character == _STRAIGHT]
    if len(places) % 2 == 0:
        for index, at in enumerate(places):
            to = "»" if index % 2 else "«"
            yield Edit(span=Span(at, at + 1), to=to, rule="quotes.straight", confidence=0.9)
