"""A contact as one rule reads it: its subject and other side still actors of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from didar.meetings.standing import standing_of
from didar.meetings.view import View
from didar.persian.tokens import Actor
from didar.records import MeetingType, Standing


class Told(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A contact as one rule reads it; `subject` empty where a saying or an earlier sentence must tell it.

    `apart` are other sides met with the same verb, each for itself: «با X و سپس با Y دیدار کرد».
    """

    rule: str
    type: MeetingType
    subject: tuple[Actor, ...]
    others: tuple[Actor, ...]
    standing: Standing = "held"
    alone: bool = False
    last: int
    confidence: float
    apart: tuple[tuple[Actor, ...], ...] = ()


def tell(
    seen: View, rule: str, kind: MeetingType, subject: Sequence[Actor], others: Sequence[Actor], confidence: float, *,
    alone: bool = False, last: int | None = None, standing: Standing | None = None,
) -> Told:  # fmt: skip
    """Return a contact as a rule reads it; where nothing else is said it stands as its verb tells."""
    return Told(
        rule=rule, type=kind, subject=tuple(subject), others=tuple(others), confidence=confidence, alone=alone,
        standing=standing or standing_of(seen), last=last or seen.trigger.last + 1,
    )  # fmt: skip
