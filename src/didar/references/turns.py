"""Who takes the floor by name or office, turn by turn: sayings in, the characters their sources name out."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns
from didar.persian.numbers import number_words
from didar.records import Mention, Mentions, Saying, SectionType
from didar.references.characters import Character, Characters, points_back
from didar.references.lookup import mentions_in
from didar.spans import overlap


def goes_on(saying: Saying) -> bool:
    """Tell whether a cue carries on what somebody has said: «افزود», «خاطرنشان کرد»."""
    return saying.cue_lemma in load_patterns("references.toml")["going_on"]


class Turn(msgspec.Struct, frozen=True, gc=False, eq=False):
    """Who speaks, in which section, the mention that says so, and which saying it is.

    `headline` tells whether it is one without a cue, `takes` whether the word goes to him from somebody else.
    """

    who: Character
    section: SectionType
    mention: Mention
    index: int
    headline: bool
    takes: bool


class Report(msgspec.Struct, frozen=True, gc=False):
    """What is looked at to find an office its holder: the sayings, and whose turn it is at which of them."""

    characters: Characters
    sayings: tuple[Saying, ...]
    turns: list[Turn]


# Code points between two mentions that «با» or «و» may join, or between a mention and its adverb.
NEAR = 40


def find_turns(
    characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...], openers: dict[int, Mention]
) -> list[Turn]:
    """Return the persons who speak in their own name or office, turn by turn, and in which section."""
    turns: list[Turn] = []
    for index, saying in enumerate(sayings):
        mention = _source_mention(mentions, saying) if saying.source else openers.get(index)
        character = characters.of.get(mention.span) if mention else None
        one = mention and not mention.plural and not _is_counted(characters, mention)
        if character and character.type == "person" and mention and one and saying.nested_in is None:
            takes = _takes_turn(characters, saying, mention)
            turns.append(Turn(character, saying.section, mention, index, saying.cue is None, takes))
    return turns


def _is_counted(characters: Characters, mention: Mention) -> bool:
    """«سی نماینده»: a number before an office says that more than one speak; a year does not."""
    text = characters.text.text
    line = text[max(text.rfind("\n", 0, mention.span.start) + 1, mention.span.start - NEAR) : mention.span.start]
    before = fold(line).split()[-1:]
    return any(word in number_words() or (word.isdigit() and len(word) < _LETTERS_OF_A_YEAR) for word in before)


_LETTERS_OF_A_YEAR = 4


def _source_mention(mentions: Mentions, saying: Saying) -> Mention | None:
    if saying.source is None:
        return None
    source = saying.source
    inside = [m for m in mentions_in(mentions, source) if not points_back(m)]
    return max(inside, key=lambda m: (overlap(m.span, source), m.span == source), default=None)


def first_turns(turns: list[Turn]) -> Iterable[Turn]:
    """Return the first turn of each who speaks."""
    first: dict[Character, Turn] = {}
    for turn in turns:
        first.setdefault(turn.who, turn)
    return first.values()


def _takes_turn(characters: Characters, saying: Saying, mention: Mention) -> bool:
    """«وزیر راه نیز گفت»: the word goes to somebody else."""
    text = characters.text.text
    ends = {mention.span.end, saying.source.end if saying.source else mention.span.end}
    turns = folded("references.toml", "turns")
    return any(not turns.isdisjoint(fold(text[end : end + NEAR]).split()[:1]) for end in ends)


def is_office(character: Character) -> bool:
    """Tell whether an article calls somebody by offices, or by a phrase that may be one, only («برنده مدال طلا»)."""
    return not character.is_named() and (bool(character.offices) or any(m.form == "role" for m in character.mentions))


def is_indefinite(character: Character) -> bool:
    """«یک مقام آگاه» is somebody whom the article does not name."""
    return any(mention.rule == "quantified" for mention in character.mentions)


def is_somebody_else(office: Character, turns: list[Turn]) -> bool:
    """Tell whether an office is nobody's whom the article names («منبع آگاه»), or takes the turn from one."""
    anonymous = any(not folded("references.toml", "anonymous_heads").isdisjoint(title[:1]) for title in office.offices)
    return anonymous or is_indefinite(office) or any(turn.takes for turn in turns if turn.who is office)
