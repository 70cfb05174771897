"""Lead words back to people: mentions become entities, sayings statements with a speaker, contacts meetings."""

from __future__ import annotations

import msgspec

from didar.records import Contact, Deed, Entity, Event, Meeting, Mentions, Note, Party, Saying, Statement, Text
from didar.references.addressed import find_addressed
from didar.references.assembly import make_meeting, make_statement
from didar.references.characters import Character, Characters
from didar.references.entities import make_entities, note_two_states
from didar.references.gather import gather_characters
from didar.references.holders import join_offices_of_one
from didar.references.link_meetings import link_meetings
from didar.references.lookup import best_mention_in
from didar.references.make_events import make_events
from didar.references.merge_meetings import merge_meetings
from didar.references.naming import with_names_of_sources
from didar.references.openers import find_openers
from didar.references.retellings import note_retellings
from didar.references.speakers import Resolution, resolve_speakers
from didar.references.unnamed import name_the_unnamed


class Resolved(msgspec.Struct, frozen=True, gc=False):
    """Who they all are, what they said, whom they met and what they did; spans into the repaired text."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    meetings: tuple[Meeting, ...]
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()


def resolve(
    text: Text,
    mentions: Mentions,
    sayings: tuple[Saying, ...],
    contacts: tuple[Contact, ...],
    deeds: tuple[Deed, ...] = (),
) -> Resolved:
    """Return entities, statements, meetings and events of an article.

    Only who speaks, is spoken to, meets or does a deed is an entity.
    """
    mentions = with_names_of_sources(text, join_offices_of_one(text, mentions, sayings), sayings)
    characters = gather_characters(text, mentions.actors)
    openers = find_openers(text, mentions, sayings)
    name_the_unnamed(characters, mentions, sayings, openers)
    speakers = resolve_speakers(mentions, sayings, openers, characters)
    turns = tuple(zip(sayings, speakers, strict=True))
    addressed = [find_addressed(characters, mentions, saying, said.character) for saying, said in turns]
    parties = [[(p, _party(characters, mentions, p, c.trigger.start, turns)) for p in c.parties] for c in contacts]
    sides = [[_sides(characters, mentions, d, side, turns) for side in (d.actors, d.recipients)] for d in deeds]

    acting = [r.character for r in speakers] + [c for listed in addressed for c in listed]
    acting += [c for listed in parties for _, c in listed] + [c for both in sides for side in both for c in side]
    entities, ids = make_entities(characters, acting)
    statements = tuple(
        make_statement(i, s, r, a, ids) for i, (s, r, a) in enumerate(zip(sayings, speakers, addressed, strict=True))
    )
    meetings = tuple(
        make_meeting(i, c, p, ids, text, mentions.dates) for i, (c, p) in enumerate(zip(contacts, parties, strict=True))
    )
    told = merge_meetings(meetings, text.sections, entities, text.text)
    linked, merged = link_meetings(statements, told, entities, text)
    named = [[tuple(dict.fromkeys(ids[id(c)] for c in side)) for side in both] for both in sides]
    done = tuple((deed, both[0], both[1]) for deed, both in zip(deeds, named, strict=True))
    events = make_events(done, merged, entities)
    notes = (*note_two_states(entities), *note_retellings(text, mentions, sayings, linked, entities))
    return Resolved(entities, linked, merged, events, notes)


def _sides(
    characters: Characters, mentions: Mentions, deed: Deed, side: tuple[Party, ...], turns: Turns
) -> list[Character]:
    """The characters on one side of a deed."""
    found = (_party(characters, mentions, party, deed.trigger.start, turns) for party in side)
    return [character for character in found if character]


Turns = tuple[tuple[Saying, Resolution], ...]


def _party(characters: Characters, mentions: Mentions, party: Party, at: int, turns: Turns) -> Character | None:
    """Who a party is: a saying's speaker, the one whom its words name, or, where they point back, the last speaker."""
    if party.saying is not None:
        return turns[party.saying][1].character
    if party.span is None:
        return _last_speaker(turns, at)
    mention = best_mention_in(mentions, party.span)
    known = characters.of.get(mention.span) if mention else None
    # «این کمیسیون» of which nothing is known is not whoever spoke last; «این مقام» may be.
    return known or (_last_speaker(turns, at) if mention is None or mention.type == "person" else None)


def _last_speaker(turns: Turns, at: int) -> Character | None:
    """Whoever spoke last before a place in the text, at the narrator's level."""
    before = [r.character for s, r in turns if s.nested_in is None and (s.cue or s.content[0]).start < at]
    return before[-1] if before else None
