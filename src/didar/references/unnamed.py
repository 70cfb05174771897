"""Give an office its name: the lead says «سخنگوی شورا گفت», the body «آرش کوهیار گفت», and both are one person."""

from __future__ import annotations

from itertools import pairwise

from didar.records import Mention, Mentions, Saying, SectionType
from didar.references.characters import Character, Characters, points_back
from didar.spans import overlap

Turn = tuple[Character, SectionType]


def name_the_unnamed(characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...]) -> None:
    """Join offices that speak without a name with the only person of the article who speaks by name.

    Persian reports introduce a speaker by office in headline and lead and by name in the body, and call him by other
    offices of his later. Where two names could be meant, or both stand in one sentence, nothing is joined.
    """
    turns = _turns(characters, mentions, sayings)
    speaking = list({id(character): (character, section) for character, section in reversed(turns)}.values())[::-1]
    names = [c for c, _ in speaking if c.is_named()]
    for (first, section), (second, _) in pairwise(speaking):
        if len([c for c in names if not c.offices()]) == 1 and section in ("title", "lead"):
            _join(characters, first, second)
    if len(names) == 1:
        for before, (office, _), after in zip(turns, turns[1:], turns[2:], strict=False):
            if before[0] is after[0] is names[0]:
                _join(characters, office, names[0])


def _join(characters: Characters, office: Character, name: Character) -> None:
    """Join an office without a name, where the name may be that of its holder."""
    if office.is_named() or not office.offices() or not name.is_named() or office not in characters.listed:
        return
    if not _told_apart(characters, office, name) and _one_state(office, name):
        _merge(characters, office, name)


def _one_state(office: Character, name: Character) -> bool:
    states = {m.country for m in (*office.mentions, *name.mentions) if m.country}
    return len(states) <= 1


def _turns(characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...]) -> list[Turn]:
    """The persons who speak in their own name or office, turn by turn, and in which section."""
    turns: list[Turn] = []
    for saying in sayings:
        mention = _source_mention(mentions, saying)
        character = characters.of.get(mention.span) if mention else None
        if character and character.type == "person" and mention and not mention.plural and saying.nested_in is None:
            turns.append((character, saying.section))
    return turns


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
