"""Give an office its name: the lead says «سخنگوی شورا گفت», the body «آرش کوهیار گفت», and both are one person."""

from __future__ import annotations

from itertools import pairwise

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.records import Mention, Mentions, Saying, SectionType, Span
from didar.references.characters import Character, Characters, points_back, stated_states
from didar.references.lookup import mentions_in
from didar.spans import overlap

Turn = tuple[Character, SectionType]


def name_the_unnamed(characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...]) -> None:
    """Join offices that speak without a name with the only person of the article who speaks by name.

    Persian reports introduce a speaker by office in headline and lead and by name in the body, and call him by other
    offices of his later. Where two names could be meant, or both stand in one sentence, nothing is joined.
    """
    turns = _turns(characters, mentions, sayings)
    first_turns: dict[int, Turn] = {}
    for turn in turns:
        first_turns.setdefault(id(turn[0]), turn)
    for (first, section), (second, _) in pairwise(first_turns.values()):
        if section in ("title", "lead") and not second.offices():
            _join(characters, first, second)
        elif section in ("title", "lead") and not first.offices():
            _join(characters, second, first)
    for before, (middle, _), after in zip(turns, turns[1:], turns[2:], strict=False):
        if before[0] is after[0] and not _takes_turn(characters, middle):
            _join(characters, middle, before[0])
            if not middle.offices():
                _join(characters, before[0], middle)


def _takes_turn(characters: Characters, office: Character) -> bool:
    """«وزیر راه نیز گفت»: the word goes to somebody else."""
    text = characters.text.text
    return any(set(fold(text[m.span.end : m.span.end + _NEAR]).split()[:1]) & _words("turns") for m in office.mentions)


def _join(characters: Characters, office: Character, name: Character) -> None:
    """Join an office without a name, where the name may be that of its holder."""
    if office.is_named() or not office.offices() or not name.is_named() or office not in characters.listed:
        return
    if not _told_apart(characters, office, name) and _one_state(office, name):
        _merge(characters, office, name)


def _one_state(office: Character, name: Character) -> bool:
    states = {state for m in (*office.mentions, *name.mentions) for state in stated_states(m)}
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
    inside = [m for m in mentions_in(mentions, source) if not points_back(m)]
    return max(inside, key=lambda m: (overlap(m.span, source), m.span == source), default=None)


def _told_apart(characters: Characters, office: Character, name: Character) -> bool:
    """Two whom «با»، «و» or «به» joins are two: «وزیر راه با کوهیار دیدار کرد»."""
    pairs = ((o.span, n.span) for o in office.mentions for n in name.mentions)
    return any(_joined(characters, min(pair), max(pair)) for pair in pairs)


def _joined(characters: Characters, first: Span, second: Span) -> bool:
    between = characters.text.text[first.end : second.start] if second.start - first.end < _NEAR else "."
    return not _words("joining").isdisjoint(fold(between).split())


def _words(name: str) -> frozenset[str]:
    return folded("references.toml", name)


# Code points between two mentions that «با» or «و» may join, or between a mention and its adverb.
_NEAR = 40


def _merge(characters: Characters, office: Character, name: Character) -> None:
    name.mentions.extend(office.mentions)
    name.links.extend(office.links)
    name.first = min(name.first, office.first)
    for mention in office.mentions:
        characters.of[mention.span] = name
    characters.listed = [c for c in characters.listed if c is not office]
