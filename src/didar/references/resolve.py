"""Lead words back to people: mentions become entities, sayings statements with a speaker, contacts meetings."""

from __future__ import annotations

import msgspec

from didar.records import Contact, Entity, Meeting, Mentions, Participant, Party, Saying, Span, Statement, Text
from didar.references.characters import Character, Characters, gather_characters
from didar.references.entities import make_entities
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
    addressed = [_characters_at(characters, mentions, s.addressees) for s in sayings]
    parties = [[(p, _party(characters, mentions, p, speakers)) for p in c.parties] for c in contacts]
    acting = [r.character for r in speakers] + [c for listed in addressed for c in listed]
    acting += [character for listed in parties for _, character in listed]
    entities, ids = make_entities(characters, acting)
    statements = tuple(
        _statement(i, s, r, a, ids) for i, (s, r, a) in enumerate(zip(sayings, speakers, addressed, strict=True))
    )
    meetings = tuple(_meeting(i, c, p, ids) for i, (c, p) in enumerate(zip(contacts, parties, strict=True)))
    return Resolved(entities, statements, meetings)


def _characters_at(characters: Characters, mentions: Mentions, spans: tuple[Span, ...]) -> list[Character]:
    found = [_character_at(characters, mentions, span) for span in spans]
    return [character for character in found if character]


def _character_at(characters: Characters, mentions: Mentions, span: Span) -> Character | None:
    mention = max(mentions.actors, key=lambda m: overlap(m.span, span), default=None)
    return characters.of.get(mention.span) if mention and overlap(mention.span, span) else None


def _party(
    characters: Characters, mentions: Mentions, party: Party, speakers: tuple[Resolution, ...]
) -> Character | None:
    if party.saying is not None:
        return speakers[party.saying].character
    return _character_at(characters, mentions, party.span) if party.span else None


def _statement(
    index: int, saying: Saying, speaker: Resolution, addressed: list[Character], ids: dict[int, str]
) -> Statement:
    return Statement(
        id=f"s{index + 1}",
        speaker=ids.get(id(speaker.character)),
        source=saying.source,
        cue=saying.cue,
        content=saying.content,
        kind=saying.kind,
        acts=saying.acts,
        section="body" if saying.section == "boilerplate" else saying.section,
        cue_lemma=saying.cue_lemma,
        stance=saying.stance,
        addressees=tuple(dict.fromkeys(ids[id(c)] for c in addressed)),
        topic=saying.topic,
        nested_in=None if saying.nested_in is None else f"s{saying.nested_in + 1}",
        same_as=None if saying.same_as is None else f"s{saying.same_as + 1}",
        negated=saying.negated,
        confidence=saying.confidence,
        rule=saying.rule,
        speaker_rule=speaker.rule,
        speaker_status=speaker.status,
    )


def _meeting(
    index: int, contact: Contact, parties: list[tuple[Party, Character | None]], ids: dict[int, str]
) -> Meeting:
    known = {ids[id(c)]: p.part for p, c in parties if c}
    return Meeting(
        id=f"m{index + 1}",
        type=contact.type,
        participants=tuple(Participant(entity=entity, part=part) for entity, part in known.items()),
        trigger=contact.trigger,
        standing=contact.standing,
        confidence=contact.confidence,
        rule=contact.rule,
    )
