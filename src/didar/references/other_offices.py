"""Find the other offices of a speaker: reports call the one who speaks by name «نماینده مردم ساوان» later."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from didar.records import Mention
from didar.references.characters import Character, Characters
from didar.references.turns import Turn, is_somebody_else
from didar.references.words import Words

# Statements of the only named speaker before another office of his is told. Read on 3,700 articles of the corpus: of
# some 90 offices joined so, six were of somebody else; with one statement before, every fourth.
_SPOKEN = 2


def other_offices(characters: Characters, turns: list[Turn]) -> Iterator[tuple[Character, Character]]:
    """Return each office that opens a sentence, told nowhere before, with the only one who speaks by name."""
    now = [(characters.of[turn.mention.span], turn) for turn in turns]
    named = dict.fromkeys(who for who, _ in now if who.is_named())
    if len(named) != 1:
        return
    (name,) = named
    since = next(turn.index for who, turn in now if who is name) + _SPOKEN
    later = [pair for pair in now if pair[1].index >= since and pair[0].first == pair[1].mention.span.start]
    branch = _branch_of(characters, name) if later else None
    for who, turn in later:
        told = who is not name and not turn.headline and _opens_sentence(characters, turn.mention)
        if told and branch and branch.has(who, turn.mention) and not is_somebody_else(characters, who):
            yield who, name


class _Branch(msgspec.Struct, frozen=True, gc=False):
    """The states and sectors that a person's mentions tell, and the bodies in which others hold offices."""

    states: set[str]
    sectors: set[str]
    of_others: set[Words]

    def has(self, who: Character, office: Mention) -> bool:
        """Tell whether an office is of the same state and branch, as far as both are told, and no other's body."""
        bodies = (title[1:] for title in who.offices)
        if (self.states and who.states - self.states) or not self.of_others.isdisjoint(bodies):
            return False
        return not self.sectors or office.sector is None or office.sector in self.sectors


def _branch_of(characters: Characters, name: Character) -> _Branch:
    others = (one for one in set(characters.of.values()) if one is not name and one.type == "person" and one.is_named())
    return _Branch(
        states={mention.country for mention in name.mentions if mention.country},
        sectors={mention.sector for mention in name.mentions if mention.sector},
        of_others=set().union(*map(_bodies, others)) - _bodies(name),
    )


def _bodies(character: Character) -> set[Words]:
    """Return all ends of a character's offices: «اتحادیه دریاها» of «دبیر کل اتحادیه دریاها» is one."""
    return {office[at:] for office in character.offices for at in range(1, len(office))}


def _opens_sentence(characters: Characters, mention: Mention) -> bool:
    sentences = characters.text.sentences
    at = bisect_right(sentences, mention.span.start, key=lambda sentence: sentence.start) - 1
    before = characters.text.text[sentences[at].start : mention.span.start]
    return not any(letter.isalnum() for letter in before)
