"""Tell whose words a trigger stands in: the sayings and a place in the text in, the saying around it out."""

from __future__ import annotations

import msgspec

from didar.meetings.words import words
from didar.records import Saying, Sentence, Span

# Code points of a setting before its trigger: «طی یک».
_SETTING = 8


class Voices(msgspec.Struct, frozen=True, gc=False):
    """Who speaks around a trigger: the saying in whose frame it stands, and the innermost one whose content holds it.

    `source` are the words that name the speaker of the frame, `teller` those that name the speaker of the content.
    """

    frame: int | None
    content: int | None
    source: Span | None = None
    teller: Span | None = None


def voices(sayings: tuple[Saying, ...], near: list[int], trigger: Span, sentence: Sentence) -> Voices:
    """Return the sayings that a trigger belongs to, by index; `near` are those that its sentence has a part of."""
    holding = [i for i in near if _holds(sayings[i], trigger.start) and not _opens(sayings[i], trigger, sentence)]
    content = min(holding, key=lambda index: _size(sayings[index]), default=None)
    teller = None if content is None else sayings[content].source
    frames = [index for index in near if index not in holding and _frames(sayings[index], trigger, sentence)]
    within = (i for i in frames if content is None or _holds(sayings[content], _told_at(sayings[i])))
    frame = min(within, key=lambda index: not _named_before(sayings[index], trigger), default=None)
    return Voices(frame, content, None if frame is None else sayings[frame].source, teller)


def _frames(saying: Saying, trigger: Span, sentence: Sentence) -> bool:
    return trigger.end <= _told_at(saying) < sentence.end


def _named_before(saying: Saying, trigger: Span) -> bool:
    """«X که با Y دیدار کرد به آنچه Z می‌گوید خندید و گفت»: X frames it, not Z, who is named behind."""
    return saying.source is not None and saying.source.start < trigger.start


def _told_at(saying: Saying) -> int:
    return (saying.cue or saying.content[0]).start


def _holds(saying: Saying, position: int) -> bool:
    return any(span.start <= position < span.end for span in saying.content)


def _opens(saying: Saying, trigger: Span, sentence: Sentence) -> bool:
    """«X در کنفرانس خبری N را رد کرد»: what opens the words before their cue is where they were said."""
    first = saying.content[0]
    if saying.cue is None or saying.cue.start < first.end or trigger.start - first.start > _SETTING:
        return False
    return any(token.start == first.start and token.norm in words("settings") for token in sentence.tokens)


def _size(saying: Saying) -> int:
    return sum(span.end - span.start for span in saying.content)
