"""Tell whose words a trigger stands in: the sayings and a place in the text in, the saying around it out."""

from __future__ import annotations

import msgspec

from didar.records import Saying, Sentence, Span


class Voices(msgspec.Struct, frozen=True):
    """Who speaks around a trigger: the saying in whose frame it stands, and the innermost one whose content holds it.

    `source` are the words that name the speaker of the frame, `teller` those that name the speaker of the content.
    """

    frame: int | None
    content: int | None
    source: Span | None = None
    teller: Span | None = None


def voices(sayings: tuple[Saying, ...], near: list[int], trigger: Span, sentence: Sentence) -> Voices:
    """Return the sayings that a trigger belongs to, by index; `near` are those that its sentence has a part of."""
    holding = [index for index in near if _holds(sayings[index], trigger.start)]
    content = min(holding, key=lambda index: _size(sayings[index]), default=None)
    teller = None if content is None else sayings[content].source
    for index in near:
        saying = sayings[index]
        told_at = (saying.cue or saying.content[0]).start
        framed = trigger.end <= told_at < sentence.end and index not in holding
        if framed and (content is None or _holds(sayings[content], told_at)):
            return Voices(index, content, saying.source, teller)
    return Voices(None, content, None, teller)


def _holds(saying: Saying, position: int) -> bool:
    return any(span.start <= position < span.end for span in saying.content)


def _size(saying: Saying) -> int:
    return sum(span.end - span.start for span in saying.content)
