"""Resolve the speaker: from the words that name the source, or from those who spoke before, to a character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from didar.persian.lexicon.lists import folded
from didar.records import Mention, Mentions, Saying, Span, Status
from didar.references.characters import Character, Characters, join, new_character, points_back
from didar.references.gather import known_by_words
from didar.references.lookup import mentions_before, mentions_in
from didar.references.naming import as_mention, tells_nobody
from didar.references.words import key_words, office_words, without_ezafe
from didar.spans import overlap


class Resolution(msgspec.Struct, frozen=True, gc=False):
    """Who a saying's speaker is, and the rule that says so; no character where the text does not tell."""

    character: Character | None
    rule: str
    status: Status


# How many statements, or sentences, and how many mentions back somebody is looked for.
_BACK = 64
_TOLD_BACK = 200


class Floor(msgspec.Struct):
    """Who has the floor while the report is read: the last speakers, latest last."""

    characters: Characters
    mentions: Mentions
    starts: list[int]
    spoken: list[tuple[Saying, Character]]
    sayings: tuple[Saying, ...]
    resolved: list[Resolution]


def _lately(floor: Floor) -> Iterator[tuple[Saying, Character]]:
    return reversed(floor.spoken[-_BACK:])


def _told_before(floor: Floor, mention: Mention) -> Iterator[Mention]:
    return mentions_before(floor.mentions, mention.span.start, _TOLD_BACK)


def resolve_speakers(
    mentions: Mentions, sayings: tuple[Saying, ...], openers: dict[int, Mention], characters: Characters
) -> tuple[Resolution, ...]:
    """Return the speaker of every saying, in their order."""
    floor = Floor(characters, mentions, [m.span.start for m in mentions.actors], [], sayings, [])
    for index, saying in enumerate(sayings):
        opener = characters.of.get(openers[index].span) if index in openers else None
        resolution = _resolve(floor, saying, opener)
        if resolution.character and not _is_anybody(resolution.character):
            floor.spoken.append((saying, resolution.character))
        floor.resolved.append(resolution)
    return tuple(floor.resolved)


def _is_anybody(character: Character) -> bool:
    """«برخی» and «کسی» do not keep the floor: nobody is led back to them."""
    return all(mention.form == "pronoun" for mention in character.mentions)


def _resolve(floor: Floor, saying: Saying, opener: Character | None) -> Resolution:
    if saying.source is None:
        return Resolution(opener, "sentence_opener", "derived") if opener else _left_out(floor, saying)
    mention = _mention_in(floor, saying.source)
    if mention is None:
        nobody = tells_nobody(floor.characters.text.text[saying.source.start : saying.source.end])
        return _left_out(floor, saying) if nobody else _unknown_words(floor, saying.source)
    if not points_back(mention):
        if mention.type == "document" and (issuer := _issuer_inside(floor, mention)):
            join(floor.characters, issuer, mention, "source_issuer")
            return Resolution(issuer, "source_issuer", "derived")
        rule = "source_phrase" if mention.rule == "source_phrase" else "source_named"
        return Resolution(floor.characters.of.get(mention.span), rule, "stated")
    found = opener if opener and mention.form == "pronoun" else _pointed_at(floor, saying, mention)
    if found:
        join(floor.characters, found, mention, "points_back")
        return Resolution(found, "source_points_back", "derived")
    return _unknown_words(floor, saying.source, mention)


def _mention_in(floor: Floor, source: Span) -> Mention | None:
    """The mention that the source is: the one that shares most of it; what points back is or opens the source."""
    near = mentions_in(floor.mentions, source)
    naming = [m for m in near if not points_back(m)] or near
    best = max(naming, key=lambda m: (overlap(m.span, source), m.span == source), default=None)
    if best and points_back(best) and 2 * overlap(best.span, source) < source.end - source.start:
        return best if best.span.start == source.start else None
    return best


def _unknown_words(floor: Floor, source: Span, mention: Mention | None = None) -> Resolution:
    """Words that no mention covers, or that point back at nobody: part of a known name, else somebody of their own."""
    key = floor.characters.text.text[source.start : source.end]
    mention = mention or as_mention(source, key)
    character = known_by_words(floor.characters, mention) or new_character(mention)
    join(floor.characters, character, mention, "source_phrase")
    return Resolution(character, "source_phrase", "stated")


def _left_out(floor: Floor, saying: Saying) -> Resolution:
    """No subject at all: whoever spoke last, at the same level of speech."""
    last = next((c for s, c in _lately(floor) if (s.nested_in is None) == (saying.nested_in is None)), None)
    return Resolution(last, "last_speaker", "defaulted" if last else "unknown")


def _pointed_at(floor: Floor, saying: Saying, mention: Mention) -> Character | None:
    """Whom a pronoun or «این X» points at; the first rule that answers wins."""
    if mention.form == "pronoun" and (inside := _told_of_in_speech(floor, saying, mention)):
        return inside
    found = (rule(floor, mention) for rule in (_issuer, _same_head, _last_speaker_of_kind, _last_named_of_kind))
    return next((character for character in found if character), None)


def _told_of_in_speech(floor: Floor, saying: Saying, mention: Mention) -> Character | None:
    """Whom a pronoun in somebody's speech points at: the last of its kind that he has told of there, not himself."""
    if saying.nested_in is None or saying.nested_in >= len(floor.resolved):
        return None
    himself = floor.resolved[saying.nested_in].character
    if mention.key in folded("references.toml", "first_person"):
        return himself
    outer = floor.sayings[saying.nested_in].content[0].start
    told = [m for m in _told_before(floor, mention) if m.span.start >= outer and m.rule != "state"]
    known = [c for m in told if (c := floor.characters.of.get(m.span)) and c is not himself]
    return next((c for wanted in _wanted_types(mention) for c in known if c.type == wanted), None)


def _issuer(floor: Floor, mention: Mention) -> Character | None:
    """«در این بیانیه آمده است»: who issued it, whoever spoke last, or the body named right after the document."""
    if mention.type != "document":
        return None
    spoken = next((c for s, c in _lately(floor) if s.nested_in is None and c.type != "document"), None)
    return spoken or _named_with_document(floor, mention)


def _issuer_inside(floor: Floor, document: Mention) -> Character | None:
    """«بیانیه شورای راه»: the known body that a document's words end in, or the one that «این شورا» points at."""
    words = key_words(document.key)
    if not words or words[0] not in folded("references.toml", "issued"):
        return None
    for at in range(1, len(words)):
        if words[at] in folded("references.toml", "pointing"):
            return _same_head(floor, replace(document, key=" ".join(words[at + 1 :]), rule="determined"))
        if known := floor.characters.with_key("organization", words[at:]):
            return next(iter(known))
    return None


def _named_with_document(floor: Floor, mention: Mention) -> Character | None:
    """The organization in «بیانیه شورای راه دریابار», or the first in the sentence «شورا در بیانیه‌ای ...»."""
    head = mention.key.split()[0] if mention.key else ""
    sentences = floor.characters.text.sentences
    at = bisect_right(sentences, mention.span.start, key=lambda sentence: sentence.start)
    for sentence in reversed(sentences[max(0, at - _BACK) : at]):
        if sentence.end > mention.span.start or not any(t.norm.startswith(head) for t in sentence.tokens):
            continue
        inside = floor.mentions.actors[
            bisect_left(floor.starts, sentence.start) : bisect_left(floor.starts, sentence.end)
        ]
        bodies = [m for m in inside if m.type == "organization" and m.sector != "JRN" and not points_back(m)]
        if bodies:
            return floor.characters.of.get(bodies[0].span)
    return None


def _same_head(floor: Floor, mention: Mention) -> Character | None:
    """«این خبرگزاری»، «این منبع»: the last one told of with the same head word."""
    if mention.form == "pronoun" or not mention.key:
        return None
    head = mention.key.split()[0]
    spoken = next((c for _, c in _lately(floor) if _is_called(c, head)), None)
    if spoken:
        return spoken
    told = next((m for m in _told_before(floor, mention) if _heads(m, head)), None)
    if told:
        return floor.characters.of.get(told.span)
    return _last_unnamed(floor, mention) if head in anonymous_heads() else None


def _is_called(character: Character, head: str) -> bool:
    """Tell whether a head word is that of a character's mentions or offices; what was seen of him is remembered."""
    for mention in character.mentions[character.headed :]:
        if not points_back(mention):
            character.heads.update(map(without_ezafe, mention.key.split()[:2]))
            character.heads.update(*(office_words(office.title)[:1] for office in mention.offices))
    character.headed = len(character.mentions)
    return without_ezafe(head) in character.heads or not character.heads.isdisjoint(office_words(head))


def _heads(mention: Mention, head: str) -> bool:
    return not points_back(mention) and without_ezafe(head) in map(without_ezafe, mention.key.split()[:2])


def _last_unnamed(floor: Floor, mention: Mention) -> Character | None:
    """Whoever was quoted last without a name, else the last one told of without a name («یک مقام آگاه»)."""
    spoken = next((c for _, c in _lately(floor) if not c.is_named() and c.type in ("person", "group")), None)
    told = (m for m in _told_before(floor, mention) if m.form == "nominal" and m.type == "person")
    return spoken or next((c for m in told if (c := floor.characters.of.get(m.span))), None)


def _last_speaker_of_kind(floor: Floor, mention: Mention) -> Character | None:
    """Whoever of the wanted kind had the floor last."""
    wanted = _wanted_types(mention)
    return next((c for s, c in _lately(floor) if s.nested_in is None and c.type in wanted), None)


def _last_named_of_kind(floor: Floor, mention: Mention) -> Character | None:
    """The last one of the wanted kind that was named before."""
    wanted = _wanted_types(mention)
    known = (floor.characters.of.get(earlier.span) for earlier in _told_before(floor, mention))
    return next((character for character in known if character and character.type in wanted), None)


def _wanted_types(mention: Mention) -> tuple[str, ...]:
    if mention.form == "pronoun":
        return ("group", "organization") if mention.plural else ("person",)
    return (mention.type,)


@cache
def anonymous_heads() -> frozenset[str]:
    """Return the folded head words of sources without a name."""
    return folded("references.toml", "anonymous_heads")
