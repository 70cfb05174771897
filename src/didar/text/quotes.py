"""Pair the quotation marks of a line; say which open and never close, and where they likely end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from didar.records import Edit, Note, Span
from didar.text.sentences import find_sentences

_GUILLEMET = re.compile("[«»]")
_STRAIGHT = '"'


def quote_notes(text: str, start: int, end: int) -> Iterator[Note]:
    """Yield a note for each guillemet of a paragraph without its partner; the span runs to the likely end."""
    opened: list[int] = []
    for match in _GUILLEMET.finditer(text, start, end):
        if match.group() == "«":
            if opened:  # A second one before the first has closed: the first most likely ended with its sentence.
                yield _unclosed(text, opened.pop(), match.start())
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            yield Note(stage="text", message="a quotation mark closes and none opened", span=Span(*match.span()))
    for at in opened:
        yield _unclosed(text, at, end)
    if text.count(_STRAIGHT, start, end) % 2:
        last = text.rindex(_STRAIGHT, start, end)
        message = "an odd number of straight quotation marks"
        yield Note(stage="text", message=message, span=Span(last, last + 1))


def _unclosed(text: str, at: int, end: int) -> Note:
    """The likely end is that of the sentence, in a paragraph of several; else the end given."""
    first = next(find_sentences(text, at, end), (at, end))
    return Note(stage="text", message="a quotation mark opens and never closes", span=Span(at, first[1]))


def pair_straight(line: str) -> Iterator[Edit]:
    """Yield the edits that turn paired straight quotation marks into guillemets; none where their number is odd."""
    places = [at for at, character in enumerate(line) if character == _STRAIGHT]
    if len(places) % 2 == 0:
        for index, at in enumerate(places):
            to = "»" if index % 2 else "«"
            yield Edit(span=Span(at, at + 1), to=to, rule="quotes.straight", confidence=0.9)
