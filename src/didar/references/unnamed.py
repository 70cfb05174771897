"""Give an office its name: the lead says «سخنگوی شورا گفت», the body «آرش کوهیار گفت», and both are one person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.records import Mention, Mentions, Saying, Span
from didar.references.characters import Character, Characters, merge
from didar.references.lookup import mentions_in
from didar.references.other_offices import next_office, other_offices
from didar.references.turns import (
    NEAR,
    Report,
    Turn,
    find_turns,
    first_turns,
    is_indefinite,
    is_office,
    is_somebody_else,
)
from didar.references.words import Words, office_words

Pair = tuple[Character, Character]


def name_the_unnamed(
    characters: Characters, mentions: Mentions, sayings: tuple[Saying, ...], openers: dict[int, Mention]
) -> None:
    """Join offices that speak without a name with the only person of the article who speaks by name.

    Persian reports introduce a speaker by office in headline and lead and by name in the body, and call him by other
    offices of his later. Where two names could be meant, or both stand in one sentence, nothing is joined.
    """
    turns = find_turns(characters, mentions, sayings, openers)
    for rule in _RULES:
        for office, name in tuple(rule(Report(characters, sayings, turns))):
            if _is_holder(characters, mentions, office, name):
                merge(characters, office, name)
                turns = find_turns(characters, mentions, sayings, openers)


def _known_bearers(report: Report) -> Iterator[Pair]:
    """«رهبر انقلاب» and «خامنه‌ای» are one person, as every reader knows, where the article has one of that name."""
    for title, surname in _bearers():
        named = [
            one for one in report.characters.with_name((surname,)) if one.type == "person" and one.name[-1] == surname
        ]
        holders = report.characters.with_office("person", title) if len(named) == 1 else ()
        for office in [one for one in holders if title in one.offices]:
            yield office, named[0]


@cache
def _bearers() -> tuple[tuple[Words, str], ...]:
    rows = load_table("bearers.names.tsv")
    return tuple(dict.fromkeys((office_words(row["office"]), fold(row["surname"]).replace(" ", "")) for row in rows))


def _from_headline(report: Report) -> Iterator[Pair]:
    """Return offices that speak in headline or lead, and in a name of its own the next to speak; or name and office."""
    for first, second in pairwise(first_turns(report.turns)):
        if first.section in ("title", "lead") and (not second.who.offices or _is_meant(first.who, second.who)):
            yield first.who, second.who
        elif first.section in ("title", "lead") and not first.who.offices and not _is_new_and_indefinite(second):
            yield second.who, first.who


def _from_lead(report: Report) -> Iterator[Pair]:
    """«کوهیار: پل باز است» in the title, «مهندس پل گفت» in the lead: whoever speaks there without a name is he."""
    for title, lead in pairwise(first_turns(report.turns)):
        if title.section == "title" and lead.section == "lead" and not lead.takes:
            yield lead.who, title.who


def _told_again(report: Report) -> Iterator[Pair]:
    """Return who says a thing in the headline, and who says it again in the body."""
    said = {turn.index: turn for turn in report.turns}
    for index, saying in enumerate(report.sayings):
        if saying.same_as is not None and index in said and (again := _turn_at(report.sayings, said, saying.same_as)):
            yield said[index].who, again.who
            yield again.who, said[index].who


def _turn_at(sayings: tuple[Saying, ...], said: dict[int, Turn], index: int) -> Turn | None:
    """Whose turn it is at a saying: who speaks there, or before it where nobody is named."""
    if index in said or sayings[index].nested_in is not None:
        return said.get(index)
    return next((said[at] for at in range(index, -1, -1) if at in said), None)


def _introduced_next(report: Report) -> Iterator[Pair]:
    """«رئیس اتاق هشدار داد. آرش کوهیار افزود»: a name told for the first time, without an office, right after one."""
    for office, name in pairwise(report.turns):
        new = name.who.first == name.mention.span.start and not name.who.offices
        told_apart = is_indefinite(office.who) or name.takes
        if new and not told_apart and _is_near(report.characters, office.mention.span, name.mention.span):
            yield office.who, name.who


def _is_near(characters: Characters, before: Span, after: Span) -> bool:
    """Tell whether two mentions stand in one paragraph or in two that follow each other, not far apart."""
    between = characters.text.text[before.end : after.start]
    return len(between) <= _INTRODUCED_WITHIN and between.count("\n") <= 1


def _between_turns(report: Report) -> Iterator[Pair]:
    """Return each pair of one who speaks before and after another, and that other, once."""
    changes = [next(group) for _, group in groupby(report.turns, key=lambda turn: turn.who)]
    three = zip(changes, changes[1:], changes[2:], strict=False)
    around = dict.fromkeys((middle.who, before.who) for before, middle, after in three if before.who is after.who)
    for middle, name in around:
        if not is_somebody_else(middle, report.turns):
            yield middle, name
            if not middle.offices:
                yield name, middle


def _the_only_two(report: Report) -> Iterator[Pair]:
    """A report in which one speaks by a name without an office, and then an office without a name: they are one."""
    here = [turn.who for turn in first_turns(report.turns)]
    if len(here) == 2 and not here[0].offices and not is_somebody_else(here[1], report.turns):
        yield here[1], here[0]


_RULES = (
    _known_bearers,
    _from_headline,
    _from_lead,
    _told_again,
    _introduced_next,
    _between_turns,
    _the_only_two,
    _between_turns,
    next_office,
    other_offices,
)


def _is_meant(indefinite: Character, named: Character) -> bool:
    """«یک پژوهشگر» of the lead and «آرش کوهیار پژوهشگر تاریخ» of the body have the head of an office in common."""
    heads = {office[0] for office in indefinite.offices if office}
    return is_indefinite(indefinite) and any(office and office[0] in heads for office in named.offices)


def _is_new_and_indefinite(turn: Turn) -> bool:
    """«یک مقام آگاه» of the body is not the one whom the headline names; in the lead he may be."""
    return turn.section == "body" and is_indefinite(turn.who)


def _is_holder(characters: Characters, mentions: Mentions, office: Character, name: Character) -> bool:
    """Tell whether an office without a name may be that of a name's bearer."""
    if not is_office(office) or not name.is_named() or not office.mentions:
        return False
    if len(office.states | _states(name)) > 1 or (len(name.name) < _FULL_NAME and _is_foreign_and_first(office, name)):
        return False
    return not _told_apart(characters, mentions, office, name)


def _states(character: Character) -> set[str]:
    """The states of his offices; of one known to all by his name, his own."""
    return character.states or {m.country for m in character.mentions if m.country and not m.offices}


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
