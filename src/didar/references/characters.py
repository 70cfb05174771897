"""Characters: the mentions of one person, office, organization or group of an article, found by name, office or key."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from itertools import chain

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.records import Mention, Span, Text
from didar.references.words import Words, key_words, name_words, office_words

# What may stand before, and around, an alias in brackets: «ستاد دفاع راه‌ها» ("ستادرا").
_BEFORE_ALIAS, _AROUND_ALIAS = ' »"”\u200c', '«»"“” '
# Code points and words of an alias; of few letters are «(ع)» and «(ره)».
_LONGEST_ALIAS, _MOST_WORDS, _SHORTEST_ALIAS = 40, 3, 4


class Character(msgspec.Struct, eq=False):
    """One who acts in the article, while the mentions are gathered. `first` is where it is first named.

    `rules` say, mention by mention, how each was recognised. `offices` are the folded words of every office that the
    article gives to it, `states` those that its offices name; a state taken by default is none of them.
    `heads` are the first words of the first `headed` mentions and of their offices.
    """

    type: str
    mentions: list[Mention] = []
    rules: list[str] = []
    name: Words = ()
    first: int = 0
    offices: list[Words] = []
    states: set[str] = set()
    heads: set[str] = set()
    headed: int = 0

    def is_named(self) -> bool:
        """Tell whether the article gives a proper name."""
        return bool(self.name)


class Characters(msgspec.Struct, eq=False):
    """The characters of an article, who each mention is by its span, and the characters by what they are called.

    `body` is where the body begins. `called` leads from a word of a name, a type with the first word of an office, or
    a type with the words of a key to the characters who have it, so that a mention is compared with few of them.
    """

    text: Text
    body: int
    of: dict[Span, Character] = {}
    called: dict[Hashable, dict[Character, None]] = {}

    def with_name(self, words: Words) -> Collection[Character]:
        """Return the characters whose names share a word with these."""
        calls = (*words, "".join(words)) if len(words) > 1 else words
        sharing = [listed for word in calls if (listed := self.called.get(word))]
        return sharing[0] if len(sharing) == 1 else dict.fromkeys(chain(*sharing))

    def with_office(self, type: str, words: Words) -> Collection[Character]:
        """Return the characters of a type of whose offices one begins with the first of these words."""
        return self.called.get(("office", type, words[0]), ()) if words else ()

    def with_alias(self, words: Words) -> Collection[Character]:
        """Return the characters behind whose name these words stand in brackets."""
        return self.called.get(("alias", words), ())

    def with_key(self, type: str, words: Words) -> Collection[Character]:
        """Return the characters of a type of whose mentions one has these words for its key."""
        return self.called.get(("key", type, words), ())


def new_character(mention: Mention) -> Character:
    """Return a character that a mention is the first of; it has yet to join."""
    return Character(mention.type, name=name_words(mention), first=mention.span.start)


def join(characters: Characters, character: Character, mention: Mention, rule: str) -> None:
    """Add a mention to a character."""
    character.mentions.append(mention)
    character.rules.append(rule)
    for office in mention.offices:
        character.offices.append(office_words(office.title))
        character.states.update((office.country,) if office.country else ())
    words = name_words(mention)
    if len(words) > len(character.name):
        character.name = words
    characters.of[mention.span] = character
    _list(characters, character, mention)
    if words and mention.rule != "state" and (alias := _alias(characters.text.text, mention.name or mention.span)):
        characters.called.setdefault(("alias", alias), {})[character] = None


def _list(characters: Characters, character: Character, mention: Mention) -> None:
    for call in _calls(character, mention):
        listed = characters.called.get(call)
        if listed is None:
            characters.called[call] = {character: None}
        else:
            listed[character] = None


def _alias(text: str, name: Span) -> Words:
    """Return the folded words in brackets with which a name ends, or which stand right behind it."""
    behind = text[name.end : name.end + _LONGEST_ALIAS].lstrip(_BEFORE_ALIAS)
    ends = text[name.start : name.end].endswith(")")
    inside = text[name.start : name.end - 1].rpartition("(")[2] if ends else behind[1:].partition(")")[0]
    found = tuple(fold(inside.strip(_AROUND_ALIAS)).split()) if ends or behind[:1] == "(" else ()
    return found if len(found) <= _MOST_WORDS and len("".join(found)) >= _SHORTEST_ALIAS else ()


def _calls(character: Character, mention: Mention) -> list[Hashable]:
    """Return all that a character is found by because of a mention."""
    words = name_words(mention)
    calls: list[Hashable] = [*words, ("key", character.type, key_words(mention.key))]
    if len(words) > 1:
        calls += ["".join(words), "".join(words[1:])]
    if mention.offices:
        titles = (office_words(office.title) for office in mention.offices)
        calls += (("office", character.type, title[0]) for title in titles if title)
    return calls


def merge(characters: Characters, one: Character, into: Character) -> None:
    """Make one character of two: all mentions of the first become the other's, and it has none."""
    into.first = min(into.first, one.first)
    for mention, rule in zip(one.mentions, one.rules, strict=True):
        for call in _calls(one, mention):
            characters.called[call].pop(one, None)
        join(characters, into, mention, rule)
    one.mentions.clear()


def points_back(mention: Mention) -> bool:
    """Tell whether a mention is a pronoun or opens with a demonstrative: it names nobody by itself.

    «برخی» and «بسیاری» point at nobody: they are a group of their own.
    """
    if mention.form == "pronoun":
        return mention.key not in folded("references.toml", "indefinite")
    return mention.form == "nominal" and mention.rule == "determined"


def stated_states(mention: Mention) -> set[str]:
    """Return the states that the words of a mention's offices name."""
    return {office.country for office in mention.offices if office.country}
