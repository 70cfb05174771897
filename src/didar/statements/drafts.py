"""What the rules of one sentence agree on: a cue, its subject and its content, still as tokens of the sentence."""

from __future__ import annotations

import msgspec

from didar.records import Act, Kind, Span, Stance
from didar.statements.sources import Subject


class Content(msgspec.Struct, frozen=True):
    """What is said: spans of code points, how it is told, and whether it may go on over the next sentences."""

    spans: tuple[Span, ...]
    kind: Kind
    rule: str
    goes_on: bool = False


class Draft(msgspec.Struct, frozen=True):
    """A statement of one sentence. `cue` is null in a headline; `parent` is the draft in whose content it stands."""

    sentence: int
    first: int
    cue: Span | None
    lemma: str | None
    act: Act
    stance: Stance
    subject: Subject | None
    source: Span | None
    content: Content
    rule: str
    tense: str = ""
    parent: Draft | None = None
