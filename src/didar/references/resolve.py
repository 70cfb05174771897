"""Lead words back to people: mentions become entities, sayings statements with a speaker, contacts meetings."""

from __future__ import annotations

import msgspec

from didar.records import Contact, Entity, Meeting, Mentions, Party, Saying, Span, Statement, Text
from didar.references.assembly import make_meeting, make_statement
from didar.references.characters import Character, Characters, gather_characters
from didar.references.entities import make_entities
from didar.references.link_meetings import link_meetings
from didar.references.merge_meetings import merge_meetings
from didar.references.speakers import Resolution, resolve_speakers
from didar.references.unnamed import name_the_unnamed
from didar.spans import overlap


class Resolved(msgspec.Struct, frozen=True):
    """Who they all are, what they said, and whom they met; spans into the repaired text."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    meetings: tuple[Meeting, ...]


def resolve(text: Text, mentions: Mentions, sayings: tuple[Saying, ...], contacts: tuple[Contact, ...]) -> Resolved:
    """Return entities, statements and meetings of an article. Only who speaks, is spoken to or meets is an entity."""
    characters = gather_characters(text, mentions.actors)
    name_the_unnamed(characters, mentions, sayings)
    speakers = resolve_speakers(text, mentions, sayings, characters)
    addressed = [[c for s in saying.addressees if (c := _at(characters, mentions, s))] for saying in sayings]
    turns = tuple(zip(sayings, speakers, strict=True))
    parties = [[(p, _party(characters, mentions, p, c, turns)) for p in c.parties] for c in contacts]

    acting = [r.character for r in speakers] + [c for listed in addressed for c in listed]
    entities, ids = make_entities(characters, acting + [c for listed in parties for _, c in listed])
    statements = tuple(
        make_statement(i, s, r, a, ids) for i, (s, r, a) in enumerate(zip(sayings, speakers, addressed, strict=True))
    )
    meetings = tuple(
        make_meeting(i, c, p, ids, text, mentions.dates) for i, (c, p) in enumerate(zip(contacts, parties, strict=True))
    )
    told = merge_meetings(meetings, text.sections, entities)
    return Resolved(entities, link_meetings(statements, told, text), tuple(one.meeting for one in told))


def _at(characters: Characters, mentions: Mentions, span: Span) -> Character | None:
    """The character whose mention shares most of a span."""
    mention = max(mentions.actors, key=lambda m: (overlap(m.span, span), m.span == span), default=None)
    return characters.of.get(mention.span) if mention and overlap(mention.span, span) else None


Turns = tuple[tuple[Saying, Resolution], ...]


def _party(
    characters: Characters, mentions: Mentions, party: Party, contact: Contact, turns: Turns
) -> Character | None:
    """Who a party is: a saying's speaker, the one whom its words name, or, where they point back, the last speaker."""
    if party.saying is not None:
        return turns[party.saying][1].character
    named = _at(characters, mentions, party.span) if party.span else None
    return named or _last_speaker(turns, contact.trigger.start)


def _last_speaker(turns: Turns, at: int) -> Character | None:
    """Whoever spoke last before a place in the text, at the narrator's level."""
    before = [r.character for s, r in turns if s.nested_in is None and (s.cue or s.content[0]).start < at]
    return before[-1] if before else None
