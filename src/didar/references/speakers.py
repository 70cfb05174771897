"""Resolve the speaker: from the words that name the source, or from those who spoke before, to a character."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from didar.records import Mention, Mentions, Saying, Span, Status, Text
from didar.references.characters import Character, Characters, join, points_back
from didar.spans import overlap


class Resolution(msgspec.Struct, frozen=True):
    """Who a saying's speaker is, and the rule that says so; no character where the text does not tell."""

    character: Character | None
    rule: str
    status: Status


class Floor(msgspec.Struct):
    """Who has the floor while the report is read: the last speakers, latest last."""

    characters: Characters
    mentions: Mentions
    starts: list[int]
    spoken: list[tuple[Saying, Character]]


def resolve_speakers(
    text: Text, mentions: Mentions, sayings: tuple[Saying, ...], characters: Characters
) -> tuple[Resolution, ...]:
    """Return the speaker of every saying, in their order."""
    floor = Floor(characters, mentions, [m.span.start for m in mentions.actors], [])
    resolutions = []
    for saying in sayings:
        resolution = _resolve(floor, saying)
        if resolution.character:
            floor.spoken.append((saying, resolution.character))
        resolutions.append(resolution)
    return tuple(resolutions)


def _resolve(floor: Floor, saying: Saying) -> Resolution:
    if saying.source is None:
        return _left_out(floor, saying)
    mention = _mention_in(floor, saying.source)
    if mention is None:
        return _unknown_words(floor, saying.source)
    if not points_back(mention):
        return Resolution(floor.characters.of.get(mention.span), "source_named", "stated")
    found = _pointed_at(floor, saying, mention)
    if found:
        join(floor.characters, found, mention, "points_back")
    return Resolution(found, "source_points_back", "derived" if found else "unknown")


def _mention_in(floor: Floor, source: Span) -> Mention | None:
    """The mention that the source is: the one that shares most of it."""
    at = bisect_right(floor.starts, source.end)
    near = [m for m in floor.mentions.actors[max(0, at - 12) : at] if overlap(m.span, source)]
    return max(near, key=lambda m: overlap(m.span, source), default=None)


def _unknown_words(floor: Floor, source: Span) -> Resolution:
    """Words that no mention covers name somebody of their own."""
    key = floor.characters.text.text[source.start : source.end]
    mention = Mention(span=source, type="person", form="role", key=key, rule="source_phrase")
    known = next((c for c in floor.characters.listed if any(m.key == key for m in c.mentions)), None)
    character = known or Character("person", [], [], (), source.start)
    if not known:
        floor.characters.listed.append(character)
    join(floor.characters, character, mention, "source_phrase")
    return Resolution(character, "source_phrase", "stated")


def _left_out(floor: Floor, saying: Saying) -> Resolution:
    """No subject at all: whoever spoke last, at the same level of speech."""
    last = next((c for s, c in reversed(floor.spoken) if (s.nested_in is None) == (saying.nested_in is None)), None)
    return Resolution(last, "last_speaker", "defaulted" if last else "unknown")


def _pointed_at(floor: Floor, saying: Saying, mention: Mention) -> Character | None:
    """Whom a pronoun or «این X» points at: the last speaker of its kind, else the last one named before it."""
    wanted = _wanted_types(mention)
    for said, character in reversed(floor.spoken):
        if said.nested_in is None and _fits(character, mention, wanted):
            return character
    at = bisect_right(floor.starts, mention.span.start - 1)
    for earlier in reversed(floor.mentions.actors[:at]):
        character_of = floor.characters.of.get(earlier.span)
        if character_of and _fits(character_of, mention, wanted):
            return character_of
    return None


def _wanted_types(mention: Mention) -> tuple[str, ...]:
    if mention.form == "pronoun":
        return ("group", "organization") if mention.plural else ("person",)
    return (mention.type,)


def _fits(character: Character, mention: Mention, wanted: tuple[str, ...]) -> bool:
    return character.type in wanted
