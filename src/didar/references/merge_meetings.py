"""Merge meetings: those that an article tells several times become one, by their participants, type and day."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.records import Entity, Meeting, MeetingType, Participant, Section, Span
from didar.references.sittings import same_name
from didar.references.visitors import with_visitors

# Types that may be two tellings of one contact: «گفت‌وگو» leaves the medium open that «دیدار» or «تماس تلفنی» tells.
_OPEN: dict[MeetingType, frozenset[MeetingType]] = {
    "talks": frozenset({"in_person", "phone", "video", "session"}),
    "in_person": frozenset({"talks", "session"}),
    "session": frozenset({"talks", "in_person"}),
    "phone": frozenset({"talks"}),
    "video": frozenset({"talks", "session"}),
}


# How many meetings back one may be told again: reports tell a handful, and time stays linear in anything longer.
MOST_TOLD = 50


# Rules that tell of a meeting told before: «در این نشست».
_TOLD_BEFORE = ("/present", "/spoke_again")


class ToldMeeting(msgspec.Struct, frozen=True, gc=False):
    """A meeting and the triggers of all its tellings."""

    meeting: Meeting
    triggers: tuple[Span, ...]


class _Known(msgspec.Struct, frozen=True, gc=False):
    """What the article tells of its sections and entities; entities by id.

    `unnamed` have no name, `vague` are «مقامات عراقی», who may be anybody, `bodies` by their fuller names.
    """

    sections: tuple[Section, ...]
    groups: frozenset[str]
    unnamed: frozenset[str]
    vague: frozenset[str]
    fullest: dict[str, str]
    text: str
    states: dict[str, str | None]


def merge_meetings(
    meetings: tuple[Meeting, ...], sections: tuple[Section, ...] = (), entities: tuple[Entity, ...] = (), text: str = ""
) -> tuple[ToldMeeting, ...]:
    """Return the meetings of an article, each once, in the order of their first telling, numbered anew.

    Two are one where their types fit, no two different days are told, and the participants of one are among the
    other's, or two of them are the same, or both are sittings of one name, or one names only «مقامات عراقی» beside; a
    headline's meeting needs one participant in common. «دیدار وزیران خارجه» and a headline's or lead's «همتای خود»
    give way to the next meeting of their type that names them. A meeting of nobody known is left out.
    """
    known = _know(sections, entities, text)
    kept: list[ToldMeeting] = []
    for meeting in (_with_fullest(meeting, known.fullest) for meeting in meetings if meeting.participants):
        triggers = (meeting.trigger,) if meeting.trigger else ()
        told_before = meeting.rule.endswith(_TOLD_BEFORE)
        if told_before and (_join_last(kept, meeting, triggers) or meeting.type not in ("session", "press")):
            continue
        _add(kept, meeting, triggers, known)
    numbered = with_visitors(tuple(replace(told.meeting, id=f"m{i}") for i, told in enumerate(kept, 1)))
    return tuple(ToldMeeting(meeting, told.triggers) for meeting, told in zip(numbered, kept, strict=True))


def _add(kept: list[ToldMeeting], meeting: Meeting, triggers: tuple[Span, ...], known: _Known) -> None:
    """Add a telling to the meeting that it tells again, to the one whose parties it names, or as another meeting."""
    near = range(max(len(kept) - MOST_TOLD, 0), len(kept))
    at = next((index for index in near if _same(kept[index].meeting, meeting, known)), None)
    if at is not None:
        told = _merged(kept[at].meeting, meeting, known.vague)
    elif (at := _named_by(kept, near, meeting, known)) is not None:
        told = _named(kept[at].meeting, meeting)
    else:
        kept.append(ToldMeeting(meeting, triggers))
        return
    kept[at] = ToldMeeting(told, kept[at].triggers + triggers)


def _named_by(kept: list[ToldMeeting], near: range, meeting: Meeting, known: _Known) -> int | None:
    """Where the headline's meeting stands, or else the last one, whose parties a meeting names."""
    headline = next((index for index in near if _is_headline_of(kept[index].meeting, meeting, known)), None)
    if headline is None and kept and _named_at_last(kept[-1].meeting, meeting, known):
        return len(kept) - 1
    return headline


def _know(sections: tuple[Section, ...], entities: tuple[Entity, ...], text: str) -> _Known:
    vague = folded("meetings.toml", "vague")
    return _Known(
        sections=sections,
        groups=frozenset(entity.id for entity in entities if entity.type == "group"),
        unnamed=frozenset(entity.id for entity in entities if all(m.form != "name" for m in entity.mentions)),
        vague=frozenset(entity.id for entity in entities if fold(entity.name).partition(" ")[0] in vague),
        fullest=_fullest(entities),
        text=text,
        states={entity.id: entity.country for entity in entities},
    )


def _join_last(kept: list[ToldMeeting], present: Meeting, triggers: tuple[Span, ...]) -> bool:
    """Add those present «در این نشست» to the last meeting told that fits; False where none does."""
    for index in range(len(kept) - 1, max(len(kept) - MOST_TOLD, 0) - 1, -1):
        told = kept[index]
        if _types_fit(told.meeting.type, present.type):
            everybody = _participants(told.meeting, present)
            kept[index] = ToldMeeting(replace(told.meeting, participants=everybody), told.triggers + triggers)
            return True
    return False


def _fullest(entities: tuple[Entity, ...]) -> dict[str, str]:
    """Map a body that a fuller name of the article names too to that one: «کمیسیون» to «کمیسیون آب مجلس»."""
    bodies = [(entity.id, frozenset(fold(entity.name).split())) for entity in entities if entity.type == "organization"]
    found = {}
    for id, words in bodies[:MOST_TOLD]:
        fuller = [(other, more) for other, more in bodies if words < more]
        if len(fuller) == 1:
            found[id] = fuller[0][0]
    return found


def _with_fullest(meeting: Meeting, fullest: dict[str, str]) -> Meeting:
    """Name the bodies of a sitting by their fullest names; elsewhere a part («دولت») is not its whole."""
    if meeting.type != "session":
        return meeting
    known = {fullest.get(p.entity, p.entity): p for p in reversed(meeting.participants)}
    return replace(meeting, participants=tuple(replace(p, entity=id) for id, p in reversed(known.items())))


def _named(vague: Meeting, meeting: Meeting) -> Meeting:
    kind = vague.type if meeting.type == "talks" else meeting.type
    return replace(meeting, type=kind, time=meeting.time or vague.time, place=meeting.place or vague.place)


def _same(first: Meeting, second: Meeting, known: _Known) -> bool:
    if not _types_fit(first.type, second.type) or _days_differ(first, second):
        return False
    if same_name(first, second, known.text):
        return True
    ours, theirs = _entities(first), _entities(second)
    shared = ours & theirs
    if not shared or (len(shared) < 2 and _other_kind(first, second)):
        return False
    if ours <= theirs or theirs <= ours or len(shared) > 1:
        return True
    mine, yours = ours - theirs, theirs - ours
    apart = bool(mine - known.unnamed) and bool(yours - known.unnamed)
    named = (mine <= known.vague and not yours <= known.vague) or (yours <= known.vague and not mine <= known.vague)
    return named or (_in_section(first, known, ("title",)) and not apart)


def _other_kind(first: Meeting, second: Meeting) -> bool:
    """Tell a sitting from two who meet: of one participant alone they are not the same."""
    return (first.type == "session") != (second.type == "session")


def _named_at_last(first: Meeting, second: Meeting, known: _Known) -> bool:
    """Tell whether a meeting of one group («وزیران خارجه») or of a headline's «همتای خود» is one that is named next."""
    ours, theirs = _entities(first), _entities(second)
    if not _types_fit(first.type, second.type) or _days_differ(first, second):
        return False
    chiefs = ours <= known.groups and len(theirs - known.groups) > 1
    counterpart = bool(ours & theirs) and ours - theirs <= known.unnamed and len(ours) <= len(theirs)
    told_before = first.type == second.type and _in_section(first, known, ("title", "lead", "repeat"))
    return chiefs or (counterpart and told_before)


def _is_headline_of(first: Meeting, second: Meeting, known: _Known) -> bool:
    """Tell whether a headline tells by offices and states whom the body names: «رئیس کمیسیون با همتای گرجی خود»."""
    ours, theirs = _entities(first), _entities(second)
    if first.type != second.type or not 1 < len(ours) <= len(theirs - known.unnamed) or not ours <= known.unnamed:
        return False
    states, met = ({known.states.get(id) for id in ids} for ids in (ours, theirs))
    told_before = _in_section(first, known, ("title", "lead", "repeat")) and not _days_differ(first, second)
    return told_before and None not in states and states <= met


def _types_fit(first: MeetingType, second: MeetingType) -> bool:
    return first == second or second in _OPEN.get(first, frozenset())


def _days_differ(first: Meeting, second: Meeting) -> bool:
    days = [meeting.time.value[:10] for meeting in (first, second) if meeting.time and meeting.time.value]
    return len(days) == 2 and days[0] != days[1]


def _in_section(meeting: Meeting, known: _Known, types: tuple[str, ...]) -> bool:
    at = meeting.trigger.start if meeting.trigger else -1
    return any(section.type in types and section.span.start <= at < section.span.end for section in known.sections)


def _entities(meeting: Meeting) -> frozenset[str]:
    return frozenset(participant.entity for participant in meeting.participants)


def _merged(first: Meeting, second: Meeting, vague: frozenset[str]) -> Meeting:
    """Return one meeting of two tellings: what either tells, the closer type, the surer rule's standing."""
    surer = max((first, second), key=lambda meeting: meeting.confidence)
    return replace(
        first,
        type=second.type if first.type == "talks" else first.type,
        participants=_without_vague(first, second, vague),
        time=first.time or second.time,
        place=first.place or second.place,
        standing=surer.standing,
        confidence=surer.confidence,
    )


def _without_vague(first: Meeting, second: Meeting, vague: frozenset[str]) -> tuple[Participant, ...]:
    """Return the participants of both; «مقامات عراقی» of one telling are those whom the other names."""
    only = _entities(first) ^ _entities(second)
    told_twice = _participants(first, second)
    named = [participant for participant in told_twice if participant.entity not in only & vague]
    return tuple(named) if len(named) > 1 else told_twice


def _participants(first: Meeting, second: Meeting) -> tuple[Participant, ...]:
    parts: dict[str, Participant] = {}
    for participant in (*first.participants, *second.participants):
        known = parts.get(participant.entity)
        if known is None or known.part == "unknown":
            parts[participant.entity] = participant
    return tuple(parts.values())
