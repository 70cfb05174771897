"""Give an office its name: the lead says «سخنگوی شورا گفت», the body «آرش کوهیار گفت», and both are one person."""

from __future__ import annotations

from itertools import pairwise

from didar.records import Mention, Mentions, Saying, SectionType
from didar.references.characters import Character, Characters, points_back
from didar.spans import overlap

Spoken = tuple[Character, SectionType]


def name_the_unnamed(characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...]) -> None:
    """Join an office that speaks without a name with the only name that speaks without an office, right after it.

    Persian reports introduce a speaker by office in headline and lead and by name in the body, or the other way round.
    Where two names could be meant, nothing is joined.
    """
    speaking = _speaking(characters, mentions, sayings)
    names = [c for c, _ in speaking if c.is_named() and not c.offices()]
    if len(names) != 1:
        return
    for (first, section), (second, _) in pairwise(speaking):
        office, name = (second, first) if first is names[0] else (first, second)
        introduced = section in ("title", "lead") and name is names[0] and bool(office.offices())
        if introduced and not office.is_named() and not _told_apart(characters, office, name):
            _merge(characters, office, name)
            return


def _speaking(characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...]) -> list[Spoken]:
    """The persons who speak in their own name or office, in the order in which they take the word, and where first."""
    found: dict[int, Spoken] = {}
    for saying in sayings:
        mention = _source_mention(mentions, saying)
        character = characters.of.get(mention.span) if mention else None
        if character and character.type == "person" and mention and not mention.plural and saying.nested_in is None:
            found.setdefault(id(character), (character, saying.section))
    return list(found.values())


def _source_mention(mentions: Mentions, saying: Saying) -> Mention | None:
    if saying.source is None:
        return None
    source = saying.source
    inside = [m for m in mentions.actors if overlap(m.span, source) and not points_back(m)]
    return max(inside, key=lambda m: overlap(m.span, source), default=None)


def _told_apart(characters: Characters, office: Character, name: Character) -> bool:
    """Two who stand in one sentence are two: «وزیر راه با کوهیار دیدار کرد»."""
    text = characters.text
    sentences = [(s.start, s.end) for s in text.sentences]
    where = {_sentence_of(sentences, m.span.start) for m in office.mentions}
    return any(_sentence_of(sentences, m.span.start) in where for m in name.mentions)


def _sentence_of(sentences: list[tuple[int, int]], at: int) -> int:
    return next((i for i, (start, end) in enumerate(sentences) if start <= at < end), -1)


def _merge(characters: Characters, office: Character, name: Character) -> None:
    name.mentions.extend(office.mentions)
    name.links.extend(office.links)
    name.first = min(name.first, office.first)
    for mention in office.mentions:
        characters.of[mention.span] = name
    characters.listed = [c for c in characters.listed if c is not office]
