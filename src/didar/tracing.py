"""Lead a record back: every span of the repaired text becomes the span of the text as handed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from didar.alignment import Alignment
from didar.records import (
    DateMention,
    Entity,
    EntityMention,
    Event,
    Meeting,
    MeetingPlace,
    MeetingTime,
    Note,
    Record,
    Role,
    Section,
    Span,
    Statement,
)

Lead = Callable[[Span], Span]
Spanned = TypeVar("Spanned", EntityMention, Role, DateMention, Note, MeetingTime, MeetingPlace)


def trace_back(record: Record, alignment: Alignment) -> Record:
    """Return the record with all spans led from the repaired text to the text as handed in; edits stay as they are."""
    lead = alignment.to_source
    return replace(
        record,
        sections=tuple(_section(section, lead) for section in record.sections),
        boilerplate=tuple(lead(span) for span in record.boilerplate),
        entities=tuple(_entity(entity, lead) for entity in record.entities),
        statements=tuple(_statement(statement, lead) for statement in record.statements),
        meetings=tuple(_meeting(meeting, lead) for meeting in record.meetings),
        dates=tuple(_spanned(date, lead) for date in record.dates),
        events=tuple(_event(event, lead) for event in record.events),
        notes=tuple(_spanned(note, lead) for note in record.notes),
    )


def _perhaps(span: Span | None, lead: Lead) -> Span | None:
    return None if span is None else lead(span)


def _spanned(record: Spanned, lead: Lead) -> Spanned:
    return record if record.span is None else replace(record, span=lead(record.span))


def _section(section: Section, lead: Lead) -> Section:
    return replace(section, span=lead(section.span), repeats=_perhaps(section.repeats, lead))


def _entity(entity: Entity, lead: Lead) -> Entity:
    mentions = tuple(_spanned(mention, lead) for mention in entity.mentions)
    return replace(entity, mentions=mentions, roles=tuple(_spanned(role, lead) for role in entity.roles))


def _statement(statement: Statement, lead: Lead) -> Statement:
    return replace(
        statement,
        source=_perhaps(statement.source, lead),
        cue=_perhaps(statement.cue, lead),
        content=tuple(lead(span) for span in statement.content),
        topic=_perhaps(statement.topic, lead),
    )


def _meeting(meeting: Meeting, lead: Lead) -> Meeting:
    return replace(
        meeting,
        trigger=_perhaps(meeting.trigger, lead),
        time=meeting.time and _spanned(meeting.time, lead),
        place=meeting.place and _spanned(meeting.place, lead),
    )


def _event(event: Event, lead: Lead) -> Event:
    return replace(event, trigger=_perhaps(event.trigger, lead))
