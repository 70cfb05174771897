"""Give an office its name: the lead says «سخنگوی شورا گفت», the body «آرش کوهیار گفت», and both are one person."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, pairwise

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns
from didar.records import Mention, Mentions, Saying, Span
from didar.references.characters import Character, Characters, merge
from didar.references.lookup import mentions_in
from didar.references.turns import NEAR, Turn, find_turns, first_turns, is_indefinite, is_somebody_else, takes_turn

Pair = tuple[Character, Character]


def name_the_unnamed(
    characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...], openers: dict[int, Mention]
) -> None:
    """Join offices that speak without a name with the only person of the article who speaks by name.

    Persian reports introduce a speaker by office in headline and lead and by name in the body, and call him by other
    offices of his later. Where two names could be meant, or both stand in one sentence, nothing is joined.
    """
    turns = find_turns(characters, mentions, sayings, openers)
    pairs = chain(
        _from_headline(turns),
        _introduced_next(characters, turns),
        _between_turns(characters, turns),
        _the_only_two(characters, turns),
        _other_offices(characters, turns),
    )
    for office, name in pairs:
        if _is_holder(characters, mentions, office, name):
            merge(characters, office, name)


def _from_headline(turns: list[Turn]) -> Iterator[Pair]:
    """Return offices that speak in headline or lead, and in a name of its own the next to speak; or name and office."""
    for first, second in pairwise(first_turns(turns)):
        if first.section in ("title", "lead") and (not second.who.offices or _is_meant(first.who, second.who)):
            yield first.who, second.who
        elif first.section in ("title", "lead") and not first.who.offices and not _is_new_and_indefinite(second):
            yield second.who, first.who


def _introduced_next(characters: Characters, turns: list[Turn]) -> Iterator[Pair]:
    """«رئیس اتاق هشدار داد. آرش کوهیار افزود»: a name told for the first time, without an office, right after one."""
    for office, name in pairwise(turns):
        new = name.who.first == name.mention.span.start and not name.who.offices
        told_apart = is_indefinite(office.who) or takes_turn(characters, name.mention)
        if new and not told_apart and _is_near(characters, office.mention.span, name.mention.span):
            yield office.who, name.who


def _is_near(characters: Characters, before: Span, after: Span) -> bool:
    """Tell whether two mentions stand in one paragraph or in two that follow each other, not far apart."""
    between = characters.text.text[before.end : after.start]
    return len(between) <= _INTRODUCED_WITHIN and between.count("\n") <= 1


def _between_turns(characters: Characters, turns: list[Turn]) -> Iterator[Pair]:
    """Return each pair of one who speaks before and after another, and that other, once."""
    three = zip(turns, turns[1:], turns[2:], strict=False)
    around = dict.fromkeys((middle.who, before.who) for before, middle, after in three if before.who is after.who)
    for middle, name in around:
        if not is_somebody_else(characters, middle):
            yield middle, name
            if not middle.offices:
                yield name, middle


def _the_only_two(characters: Characters, turns: list[Turn]) -> Iterator[Pair]:
    """A report in which one speaks by a name without an office, and then an office without a name: they are one."""
    here = [turn.who for turn in first_turns(turns) if turn.who.mentions]
    if len(here) == 2 and not here[0].offices and not is_somebody_else(characters, here[1]):
        yield here[1], here[0]


def _other_offices(characters: Characters, turns: list[Turn]) -> Iterator[Pair]:
    """A report in which one alone speaks by name: offices that open a sentence later, told nowhere before, are his."""
    now = [(characters.of[turn.mention.span], turn) for turn in turns]
    named = dict.fromkeys(who for who, _ in now if who.is_named())
    if len(named) != 1:
        return
    (name,) = named
    since = next(turn.index for who, turn in now if who is name) + _SPOKEN
    branch = _Branch(
        states={mention.country for mention in name.mentions if mention.country},
        sectors={mention.sector for mention in name.mentions if mention.sector},
    )
    later = [pair for pair in now if pair[1].index >= since and pair[0].first == pair[1].mention.span.start]
    for who, turn in later:
        told = who is not name and not turn.headline and _opens_sentence(characters, turn.mention)
        if told and branch.has(who, turn.mention) and not is_somebody_else(characters, who):
            yield who, name


# Statements of the only named speaker before another office of his is told. Read on 3,700 articles of the corpus: of
# some 90 offices joined so, six were of somebody else; with one statement before, every fourth.
_SPOKEN = 2


class _Branch(msgspec.Struct, frozen=True, gc=False):
    """The states and sectors that a person's mentions tell."""

    states: set[str]
    sectors: set[str]

    def has(self, who: Character, office: Mention) -> bool:
        """Tell whether an office is of the same state and branch, as far as both are told."""
        if self.states and who.states - self.states:
            return False
        return not self.sectors or office.sector is None or office.sector in self.sectors


def _opens_sentence(characters: Characters, mention: Mention) -> bool:
    sentences = characters.text.sentences
    at = bisect_right(sentences, mention.span.start, key=lambda sentence: sentence.start) - 1
    before = characters.text.text[sentences[at].start : mention.span.start]
    return not any(letter.isalnum() for letter in before)


def _is_meant(indefinite: Character, named: Character) -> bool:
    """«یک پژوهشگر» of the lead and «آرش کوهیار پژوهشگر تاریخ» of the body have the head of an office in common."""
    heads = {office[0] for office in indefinite.offices if office}
    return is_indefinite(indefinite) and any(office and office[0] in heads for office in named.offices)


def _is_new_and_indefinite(turn: Turn) -> bool:
    """«یک مقام آگاه» of the body is not the one whom the headline names; in the lead he may be."""
    return turn.section == "body" and is_indefinite(turn.who)


def _is_holder(characters: Characters, mentions: Mentions, office: Character, name: Character) -> bool:
    """Tell whether an office without a name may be that of a name's bearer."""
    if office.is_named() or not office.offices or not name.is_named() or not office.mentions:
        return False
    if len(office.states | name.states) > 1 or (len(name.name) < _FULL_NAME and _is_foreign_and_first(office, name)):
        return False
    return not _told_apart(characters, mentions, office, name)


def _is_foreign_and_first(office: Character, name: Character) -> bool:
    """An officer of another state is introduced by his full name, or by a surname that the headline had."""
    home = {str(load_patterns("references.toml")["home_country"])}
    return not office.states <= home and office.first < name.first


_FULL_NAME = 2


def _told_apart(characters: Characters, mentions: Mentions, office: Character, name: Character) -> bool:
    """Two whom «با»، «و» or «به» joins are two: «وزیر راه با کوهیار دیدار کرد»."""
    for mention in office.mentions:
        around = Span(mention.span.start - NEAR, mention.span.end + NEAR)
        names = [near.span for near in mentions_in(mentions, around) if characters.of.get(near.span) is name]
        if any(_joined(characters, min(mention.span, span), max(mention.span, span)) for span in names):
            return True
    return False


def _joined(characters: Characters, first: Span, second: Span) -> bool:
    between = characters.text.text[first.end : second.start]
    if len(between) >= NEAR or not _PARTED.isdisjoint(between):
        return False
    return not _words("joining").isdisjoint(fold(between).split())


# What stands between two mentions that belong to two sentences.
_PARTED = frozenset("\n:.؟!")


def _words(name: str) -> frozenset[str]:
    return folded("references.toml", name)


# Code points between an office and the name of its holder. Read on 1,100 articles of the corpus: of some 160 pairs
# within 400 and one paragraph's end, five were two people; of some 30 beyond it, most.
_INTRODUCED_WITHIN = 400
