"""Gather mentions into characters: who in this article is the same person, office, organization or group."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns
from didar.records import EntityMention, Mention, Span, Text


class Character(msgspec.Struct):
    """One who acts in the article, while the mentions are gathered. `first` is where it is first named."""

    type: str
    mentions: list[Mention]
    links: list[EntityMention]
    name: tuple[str, ...] = ()
    first: int = 0

    def offices(self) -> list[tuple[str, ...]]:
        """Return the folded words of every office that the article gives to this character."""
        return [office_words(office.title) for mention in self.mentions for office in mention.offices]

    def is_named(self) -> bool:
        """Tell whether the article gives a proper name."""
        return bool(self.name)


class Characters(msgspec.Struct):
    """The characters of an article and who each mention is, by the start of its span."""

    text: Text
    listed: list[Character]
    of: dict[Span, Character]


def gather_characters(text: Text, mentions: tuple[Mention, ...]) -> Characters:
    """Return the characters of an article: names first, for an office in the headline gets its name later."""
    characters = Characters(text, [], {})
    for form, wanted in (("name", _has_long_name), ("name", _has_short_name), ("role", _any), ("nominal", _is_own)):
        for mention in mentions:
            if mention.form == form and mention.span not in characters.of and wanted(mention):
                _place(characters, mention)
    return characters


def _has_long_name(mention: Mention) -> bool:
    return len(name_words(mention)) > 1


def _has_short_name(mention: Mention) -> bool:
    return not _has_long_name(mention)


def _any(mention: Mention) -> bool:
    return True


def _is_own(mention: Mention) -> bool:
    """A nominal with a key of its own («مقامات روس») is a character; «این مقام» points back to one."""
    return bool(mention.key) and not points_back(mention)


def points_back(mention: Mention) -> bool:
    """Tell whether a mention is a pronoun or opens with a demonstrative: it names nobody by itself."""
    return mention.form == "pronoun" or (mention.form == "nominal" and mention.rule == "determined")


def _place(characters: Characters, mention: Mention) -> None:
    for rule in (_same_name, _same_office, _same_key):
        if found := rule(characters, mention):
            join(characters, found, mention, rule.__name__.lstrip("_"))
            return
    character = Character(mention.type, [], [], name_words(mention), mention.span.start)
    characters.listed.append(character)
    join(characters, character, mention, "first_mention")


def join(characters: Characters, character: Character, mention: Mention, rule: str) -> None:
    """Add a mention to a character."""
    character.mentions.append(mention)
    character.links.append(EntityMention(span=mention.span, form=mention.form, rule=rule))
    words = name_words(mention)
    if mention.form == "name" and len(words) > len(character.name):
        character.name = words
    characters.of[mention.span] = character


def _same_name(characters: Characters, mention: Mention) -> Character | None:
    """The same full name, or a part of one: surname («باقری»), given name and surname with fewer parts."""
    words = name_words(mention)
    if mention.form != "name" or not words:
        return None
    fitting = [
        c for c in characters.listed if c.name and alike(c.type, mention.type) and names_agree(words, c.name, c.type)
    ]
    return _nearest(fitting, mention)


def alike(one: str, other: str) -> bool:
    """A state is a place or an organization as it is told of; they are one character."""
    return one == other or {one, other} == {"place", "organization"}


def names_agree(one: tuple[str, ...], other: tuple[str, ...], kind: str) -> bool:
    """Tell whether two names may be one: the same, or the shorter a part of the longer as its kind allows."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if not set(short) <= set(long):
        return False
    if kind == "person":
        return short[-1] == long[-1] or len(short) > 1
    return short[0] == long[0] or set(long) - set(short) <= folded("references.toml", "generic_heads")


def _same_office(characters: Characters, mention: Mention) -> Character | None:
    """A bare office: the one whose office has all its words, or fewer («وزیر دفاع» for «وزیر دفاع عراق»)."""
    if mention.form != "role" or not mention.offices:
        return None
    words = office_words(mention.offices[0].title)
    fitting = [
        c
        for c in characters.listed
        if c.type == mention.type and any(_offices_agree(words, o) for o in c.offices()) and _may_be(c, mention)
    ]
    return _nearest([c for c in fitting if words in c.offices()] or fitting, mention)


def _may_be(character: Character, mention: Mention) -> bool:
    """An office without a state is that of another state's officer only after he was introduced."""
    states = {state for m in character.mentions for state in stated_states(m)}
    own = stated_states(mention)
    if own:
        return not states or bool(own & states)
    return character.first < mention.span.start or states <= {_home()}


def stated_states(mention: Mention) -> set[str]:
    """Return the states that the words of a mention's offices name; a state taken by default is none of them."""
    return {office.country for office in mention.offices if office.country}


def _home() -> str:
    return str(load_patterns("references.toml")["home_country"])


def _offices_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and short[0] == long[0] and set(short) <= set(long)


def _same_key(characters: Characters, mention: Mention) -> Character | None:
    words = _words(mention.key)
    fitting = [
        c for c in characters.listed if c.type == mention.type and any(_words(m.key) == words for m in c.mentions)
    ]
    return _nearest(fitting, mention)


def _nearest(fitting: list[Character], mention: Mention) -> Character | None:
    """The one named last before the mention, else the first named after it."""
    if not fitting:
        return None
    before = [c for c in fitting if c.first <= mention.span.start]
    return max(before, key=lambda c: c.first) if before else min(fitting, key=lambda c: c.first)


def known_by_words(characters: Characters, mention: Mention) -> Character | None:
    """Return the character whose name or key the words of a mention are."""
    return _same_name(characters, mention) or _same_key(characters, mention)


def name_words(mention: Mention) -> tuple[str, ...]:
    """Return the folded words of a mention's name without their article («الکربلایی»); none where it has no name."""
    words = _words(mention.key) if mention.form == "name" else ()
    article = str(load_patterns("references.toml")["article"])
    return tuple(word.removeprefix(article) if len(word) > _SHORTEST_WITH_ARTICLE else word for word in words)


_SHORTEST_WITH_ARTICLE = 5


@lru_cache(maxsize=4096)  # Asked for every pair of a bare office and a character.
def office_words(title: str) -> tuple[str, ...]:
    """Return the folded words of an office, its spellings made one («رئیس‌جمهوری», «رئیس جمهور»)."""
    spellings = load_patterns("references.toml")["spellings"]
    words = [_without_ezafe(word) for word in fold(title.replace(ZWNJ, " ")).split()]
    parts = tuple(part for word in words for part in fold(spellings.get(word, word)).split())
    return parts[:1] + tuple(part for part in parts[1:] if part not in folded("references.toml", "courtesies"))


def _without_ezafe(word: str) -> str:
    """«وزیر نیروی دریابار» has the words of «وزیر نیرو»."""
    return word[:-1] if len(word) > _SHORTEST_WITH_EZAFE and word.endswith(_ezafe_endings()) else word


_SHORTEST_WITH_EZAFE = 3


@cache
def _ezafe_endings() -> tuple[str, ...]:
    return tuple(load_patterns("references.toml")["ezafe_endings"])


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())
