"""Resolve whom a saying is addressed to: the words that name them lead to characters, «به وی» to who was told of."""

from __future__ import annotations

from collections.abc import Iterator

from didar.persian.lexicon.lists import folded
from didar.records import EntityType, Mention, Mentions, Saying, Span
from didar.references.characters import Character, Characters, points_back
from didar.references.lookup import best_mention_in, mentions_before
from didar.references.words import without_ezafe

# How many mentions back somebody is looked for: more than two sentences hold.
_BACK = 16


def find_addressed(
    characters: Characters, mentions: Mentions, saying: Saying, speaker: Character | None
) -> list[Character]:
    """Return the characters that a saying is addressed to; where words point back, never the speaker himself."""
    found = (_addressed(characters, mentions, span, speaker) for span in saying.addressees)
    return [character for character in found if character]


def _addressed(characters: Characters, mentions: Mentions, span: Span, speaker: Character | None) -> Character | None:
    mention = best_mention_in(mentions, span)
    known = characters.of.get(mention.span) if mention else None
    if known or mention is None or not points_back(mention) or mention.key in folded("references.toml", "first_person"):
        return known
    for earlier in _told_before(mentions, mention):
        character = characters.of.get(earlier.span)
        if character and character is not speaker and _may_be(mention, earlier):
            return character
    return None


def _told_before(mentions: Mentions, mention: Mention) -> Iterator[Mention]:
    return (m for m in mentions_before(mentions, mention.span.start, _BACK) if not points_back(m))


def _may_be(mention: Mention, earlier: Mention) -> bool:
    """Tell whether «وی» or «این شبکه» may mean an earlier mention: one person, more than one, or the same head."""
    if mention.form == "pronoun":
        fitting: tuple[EntityType, ...] = ("group", "organization") if mention.plural else ("person",)
        return earlier.type in fitting and (mention.plural or not earlier.plural)
    heads = map(without_ezafe, earlier.key.split()[:2])
    return bool(mention.key) and without_ezafe(mention.key.split()[0]) in heads
