"""Give an office its name: the lead says «سخنگوی شورا گفت», the body «آرش کوهیار گفت», and both are one person."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.records import Mention, Mentions, Saying, SectionType, Span
from didar.references.characters import Character, Characters, merge, points_back
from didar.references.lookup import mentions_in
from didar.spans import overlap

Turn = tuple[Character, SectionType]


def name_the_unnamed(characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...]) -> None:
    """Join offices that speak without a name with the only person of the article who speaks by name.

    Persian reports introduce a speaker by office in headline and lead and by name in the body, and call him by other
    offices of his later. Where two names could be meant, or both stand in one sentence, nothing is joined.
    """
    turns = _turns(characters, mentions, sayings)
    first_turns: dict[Character, Turn] = {}
    for turn in turns:
        first_turns.setdefault(turn[0], turn)
    for (first, section), (second, _) in pairwise(first_turns.values()):
        if section in ("title", "lead") and not second.offices:
            _join(characters, mentions, first, second)
        elif section in ("title", "lead") and not first.offices:
            _join(characters, mentions, second, first)
    for name, office in _between_turns(turns):
        if not _takes_turn(characters, office):
            _join(characters, mentions, office, name)
            if not office.offices:
                _join(characters, mentions, name, office)


def _between_turns(turns: list[Turn]) -> Iterable[tuple[Character, Character]]:
    """Return each pair of one who speaks before and after another, and that other, once."""
    three = zip(turns, turns[1:], turns[2:], strict=False)
    return dict.fromkeys((before, middle) for (before, _), (middle, _), (after, _) in three if before is after)


def _takes_turn(characters: Characters, office: Character) -> bool:
    """«وزیر راه نیز گفت»: the word goes to somebody else."""
    text = characters.text.text
    return any(set(fold(text[m.span.end : m.span.end + _NEAR]).split()[:1]) & _words("turns") for m in office.mentions)


def _join(characters: Characters, mentions: Mentions, office: Character, name: Character) -> None:
    """Join an office without a name, where the name may be that of its holder."""
    if office.is_named() or not office.offices or not name.is_named() or not office.mentions:
        return
    if len(office.states | name.states) <= 1 and not _told_apart(characters, mentions, office, name):
        merge(characters, office, name)


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


def _told_apart(characters: Characters, mentions: Mentions, office: Character, name: Character) -> bool:
    """Two whom «با»، «و» or «به» joins are two: «وزیر راه با کوهیار دیدار کرد»."""
    for mention in office.mentions:
        around = Span(mention.span.start - _NEAR, mention.span.end + _NEAR)
        names = [near.span for near in mentions_in(mentions, around) if characters.of.get(near.span) is name]
        if any(_joined(characters, min(mention.span, span), max(mention.span, span)) for span in names):
            return True
    return False


def _joined(characters: Characters, first: Span, second: Span) -> bool:
    between = characters.text.text[first.end : second.start] if second.start - first.end < _NEAR else "."
    return not _words("joining").isdisjoint(fold(between).split())


def _words(name: str) -> frozenset[str]:
    return folded("references.toml", name)


# Code points between two mentions that «با» or «و» may join, or between a mention and its adverb.
_NEAR = 40
