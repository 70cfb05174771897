"""Put statements and meetings together: sayings with their speakers, contacts with their participants, ids for both."""

from __future__ import annotations

from didar.records import (
    Contact,
    DateMention,
    Meeting,
    MeetingPlace,
    MeetingTime,
    Participant,
    Party,
    Saying,
    Span,
    Statement,
    Text,
)
from didar.references.characters import Character
from didar.references.speakers import Resolution
from didar.spans import overlap

Ids = dict[int, str]
Parties = list[tuple[Party, Character | None]]


def make_statement(index: int, saying: Saying, speaker: Resolution, addressed: list[Character], ids: Ids) -> Statement:
    """Return the statement of a saying; `ids` are the entities' ids by `id(character)`."""
    return Statement(
        id=f"s{index + 1}",
        speaker=ids.get(id(speaker.character)),
        source=saying.source,
        cue=saying.cue,
        content=saying.content,
        kind=saying.kind,
        acts=saying.acts,
        section=saying.section,
        cue_lemma=saying.cue_lemma,
        cue_tense=saying.cue_tense,
        stance=saying.stance,
        addressees=tuple(dict.fromkeys(ids[id(c)] for c in addressed if c is not speaker.character)),
        topic=saying.topic,
        nested_in=None if saying.nested_in is None else f"s{saying.nested_in + 1}",
        same_as=None if saying.same_as is None else f"s{saying.same_as + 1}",
        negated=saying.negated,
        confidence=saying.confidence,
        rule=saying.rule,
        speaker_rule=speaker.rule,
        speaker_status=speaker.status,
    )


def make_meeting(
    index: int, contact: Contact, parties: Parties, ids: Ids, text: Text, dates: tuple[DateMention, ...]
) -> Meeting:
    """Return the meeting of a contact with those of its parties whom the article makes known."""
    known = {ids[id(character)]: party.part for party, character in parties if character}
    return Meeting(
        id=f"m{index + 1}",
        type=contact.type,
        participants=tuple(Participant(entity=entity, part=part) for entity, part in known.items()),
        trigger=contact.trigger,
        time=_time(contact.time, dates),
        place=_place(contact.place, text),
        standing=contact.standing,
        confidence=contact.confidence,
        rule=contact.rule,
    )


def _time(span: Span | None, dates: tuple[DateMention, ...]) -> MeetingTime | None:
    """The words that tell when, with the value of the date in them."""
    if span is None:
        return None
    date = max(dates, key=lambda d: overlap(d.span, span), default=None)
    if date is None or not overlap(date.span, span):
        return MeetingTime(span=span, value=None, status="unknown")
    return MeetingTime(span=span, value=date.value, status=date.status)


def _place(span: Span | None, text: Text) -> MeetingPlace | None:
    return None if span is None else MeetingPlace(span=span, name=text.text[span.start : span.end], status="stated")
