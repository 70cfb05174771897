"""Tell visitor from host: meetings in, those of whom the article tells a journey out with their part."""

from __future__ import annotations

from msgspec.structs import replace

from didar.records import Meeting, Part, Participant

# Who telephones, writes or sits in a row visits nobody.
_FACE_TO_FACE = ("in_person", "talks")


def with_visitors(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """Return the meetings; who is told to travel visits whom he meets face to face, and one other side is the host."""
    visitors = {p.entity for m in meetings for p in m.participants if p.part == "visitor" and m.standing != "cancelled"}
    return tuple(_visited(meeting, visitors) for meeting in meetings)


def _visited(meeting: Meeting, visitors: set[str]) -> Meeting:
    coming = [participant for participant in meeting.participants if participant.entity in visitors]
    if meeting.type not in _FACE_TO_FACE or len(coming) != 1 or len(meeting.participants) < 2:
        return meeting
    return replace(meeting, participants=tuple(_with_part(p, visitors) for p in meeting.participants))


def _with_part(participant: Participant, visitors: set[str]) -> Participant:
    part: Part = "visitor" if participant.entity in visitors else "host"
    return replace(participant, part=part) if participant.part in ("unknown", "peer") else participant
