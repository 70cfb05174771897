"""Give an office its name: the lead says «سخنگوی شورا گفت», the body «آرش کوهیار گفت», and both are one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns
from didar.records import Mention, Mentions, Saying, SectionType, Span
from didar.references.characters import Character, Characters, merge, points_back
from didar.references.lookup import mentions_in
from didar.spans import overlap


class _Turn(msgspec.Struct, frozen=True, gc=False, eq=False):
    """Who speaks, in which section, and the mention that says so."""

    who: Character
    section: SectionType
    mention: Mention


Pair = tuple[Character, Character]


def name_the_unnamed(
    characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...], openers: dict[int, Mention]
) -> None:
    """Join offices that speak without a name with the only person of the article who speaks by name.

    Persian reports introduce a speaker by office in headline and lead and by name in the body, and call him by other
    offices of his later. Where two names could be meant, or both stand in one sentence, nothing is joined.
    """
    turns = _turns(characters, mentions, sayings, openers)
    pairs = chain(
        _from_headline(turns),
        _introduced_next(characters, turns),
        _between_turns(characters, turns),
        _the_only_two(characters, turns),
    )
    for office, name in pairs:
        if _is_holder(characters, mentions, office, name):
            merge(characters, office, name)


def _from_headline(turns: list[_Turn]) -> Iterator[Pair]:
    """Return offices that speak in headline or lead, and in a name of its own the next to speak; or name and office."""
    for first, second in pairwise(_first_turns(turns)):
        if first.section in ("title", "lead") and (not second.who.offices or _is_meant(first.who, second.who)):
            yield first.who, second.who
        elif first.section in ("title", "lead") and not first.who.offices and not _is_new_and_indefinite(second):
            yield second.who, first.who


def _introduced_next(characters: Characters, turns: list[_Turn]) -> Iterator[Pair]:
    """«رئیس اتاق هشدار داد. آرش کوهیار افزود»: a name told for the first time, without an office, right after one."""
    for office, name in pairwise(turns):
        new = name.who.first == name.mention.span.start and not name.who.offices
        told_apart = _is_indefinite(office.who) or _takes_turn(characters, name.mention)
        if new and not told_apart and _is_near(characters, office.mention.span, name.mention.span):
            yield office.who, name.who


def _is_near(characters: Characters, before: Span, after: Span) -> bool:
    """Tell whether two mentions stand in one paragraph or in two that follow each other, not far apart."""
    between = characters.text.text[before.end : after.start]
    return len(between) <= _INTRODUCED_WITHIN and between.count("\n") <= 1


def _between_turns(characters: Characters, turns: list[_Turn]) -> Iterator[Pair]:
    """Return each pair of one who speaks before and after another, and that other, once."""
    three = zip(turns, turns[1:], turns[2:], strict=False)
    around = dict.fromkeys((middle.who, before.who) for before, middle, after in three if before.who is after.who)
    for middle, name in around:
        if not _is_somebody_else(characters, middle):
            yield middle, name
            if not middle.offices:
                yield name, middle


def _the_only_two(characters: Characters, turns: list[_Turn]) -> Iterator[Pair]:
    """A report in which one speaks by a name without an office, and then an office without a name: they are one."""
    here = [turn.who for turn in _first_turns(turns) if turn.who.mentions]
    if len(here) == 2 and not here[0].offices and not _is_somebody_else(characters, here[1]):
        yield here[1], here[0]


def _is_somebody_else(characters: Characters, office: Character) -> bool:
    """Tell whether an office is nobody's whom the article names, or takes the turn from one."""
    return _is_indefinite(office) or any(_takes_turn(characters, mention) for mention in office.mentions)


def _first_turns(turns: list[_Turn]) -> Iterable[_Turn]:
    """Return the first turn of each who speaks."""
    first: dict[Character, _Turn] = {}
    for turn in turns:
        first.setdefault(turn.who, turn)
    return first.values()


def _takes_turn(characters: Characters, mention: Mention) -> bool:
    """«وزیر راه نیز گفت»: the word goes to somebody else."""
    text = characters.text.text
    return bool(set(fold(text[mention.span.end : mention.span.end + _NEAR]).split()[:1]) & _words("turns"))


def _is_indefinite(character: Character) -> bool:
    """«یک مقام آگاه» is somebody whom the article does not name."""
    return any(mention.rule == "quantified" for mention in character.mentions)


def _is_meant(indefinite: Character, named: Character) -> bool:
    """«یک پژوهشگر» of the lead and «آرش کوهیار پژوهشگر تاریخ» of the body have the head of an office in common."""
    heads = {office[0] for office in indefinite.offices if office}
    return _is_indefinite(indefinite) and any(office and office[0] in heads for office in named.offices)


def _is_new_and_indefinite(turn: _Turn) -> bool:
    """«یک مقام آگاه» of the body is not the one whom the headline names; in the lead he may be."""
    return turn.section == "body" and _is_indefinite(turn.who)


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


def _turns(
    characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...], openers: dict[int, Mention]
) -> list[_Turn]:
    """The persons who speak in their own name or office, turn by turn, and in which section."""
    turns: list[_Turn] = []
    for index, saying in enumerate(sayings):
        mention = _source_mention(mentions, saying) if saying.source else openers.get(index)
        character = characters.of.get(mention.span) if mention else None
        if character and character.type == "person" and mention and not mention.plural and saying.nested_in is None:
            turns.append(_Turn(character, saying.section, mention))
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
    between = characters.text.text[first.end : second.start]
    if len(between) >= _NEAR or not _PARTED.isdisjoint(between):
        return False
    return not _words("joining").isdisjoint(fold(between).split())


# What stands between two mentions that belong to two sentences.
_PARTED = frozenset("\n:.؟!")


def _words(name: str) -> frozenset[str]:
    return folded("references.toml", name)


# Code points between an office and the name of its holder. Read on 1,100 articles of the corpus: of some 160 pairs
# within 400 and one paragraph's end, five were two people; of some 30 beyond it, most.
_INTRODUCED_WITHIN = 400
# Code points between two mentions that «با» or «و» may join, or between a mention and its adverb.
_NEAR = 40
