"""Gather mentions into characters: who in this article is the same person, office, organization or group."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from itertools import chain

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.records import Mention, MentionForm, Text
from didar.references.characters import Character, Characters, join, new_character, points_back, stated_states
from didar.references.words import Words, key_words, name_words, office_words

_TELLING = 4  # words of an office that tell whose it is though the sort of body is another


def gather_characters(text: Text, mentions: tuple[Mention, ...]) -> Characters:
    """Return the characters of an article: names first, for an office in the headline gets its name later."""
    characters = Characters(text, _body_start(text))
    waves: tuple[list[Mention], ...] = ([], [], [], [], [])
    for mention in mentions:
        if (wave := _wave(mention)) is not None:
            waves[wave].append(mention)
    for mention in chain(*waves):
        if mention.span not in characters.of:
            _place(characters, mention)
    return characters


def _body_start(text: Text) -> int:
    return next((section.span.start for section in text.sections if section.type == "body"), 0)


def _wave(mention: Mention) -> int | None:
    """Full names come first, then names of one word, bare offices, nominals («مقامات روس»), «... این کشور»."""
    if mention.form == "name":
        return int(len(name_words(mention)) <= 1)
    if mention.offices and not points_back(mention) and _points(mention):
        return 4
    if mention.form == "role":
        return 2
    return 3 if mention.key and not points_back(mention) else None


def _place(characters: Characters, mention: Mention) -> None:
    for rule in _RULES[mention.form]:
        if found := rule(characters, mention):
            join(characters, found, mention, rule.__name__.lstrip("_"))
            return
    join(characters, new_character(mention), mention, "first_mention")


def _same_name(characters: Characters, mention: Mention) -> Character | None:
    """The same full name, or a part of one: surname («باقری»), given name and surname with fewer parts."""
    words = name_words(mention)
    fitting = [c for c in characters.with_name(words) if alike(c.type, mention.type)]
    fitting = [c for c in fitting if names_agree(words, c.name, c.type) and _is_introduced(characters, c, mention)]
    return _nearest(fitting, mention)


def _same_alias(characters: Characters, mention: Mention) -> Character | None:
    """«ستادرا» after «ستاد دفاع راه‌ها (ستادرا)»."""
    return _nearest(characters.with_alias(name_words(mention)), mention)


def _same_first_name(characters: Characters, mention: Mention) -> Character | None:
    """A single word that is the first of one full name told before, and nobody's surname: «خوان» after «خوان د ریو»."""
    words = name_words(mention)
    if len(words) != 1 or mention.type != "person":
        return None
    begun = [c for c in characters.with_name(words) if c.type == "person" and c.name[:1] == words and len(c.name) > 1]
    return begun[0] if len(begun) == 1 and begun[0].first < mention.span.start else None


def _is_introduced(characters: Characters, character: Character, mention: Mention) -> bool:
    """A surname in the body is nobody's whose full name comes only later; a headline's or a lead's may be."""
    if character.type != "person" or len(name_words(mention)) == len(character.name):
        return True
    return mention.span.start < characters.body or character.first <= mention.span.start


def alike(one: str, other: str) -> bool:
    """A state is a place or an organization as it is told of; they are one character."""
    return one == other or {one, other} == {"place", "organization"}


def names_agree(one: Words, other: Words, kind: str) -> bool:
    """Tell whether two names may be one: the same, or the shorter a part of the longer as its kind allows."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if short == long or "".join(short) == "".join(long):
        return True
    if (before := _before_glued(short, long)) is not None:
        return kind == "person" or set(before) <= _telling_no_name()
    if not set(short) <= set(long) or len(set(short)) < len(short):
        return False  # «عبدالله عبدالله» is not «عبدالله کوهیار»
    if kind == "person":
        return short[-1] == long[-1] or len(short) > 1
    return short[0] == long[0] or set(long) - set(short) <= _telling_no_name()


def _before_glued(one: Words, other: Words) -> Words | None:
    """The words before a name that is spelled in more words or fewer: «سپید کوه», «سارا سپیدکوه»."""
    for short, long in ((one, other), (other, one)):
        joined = "".join(short)
        for at in range(1, len(long)):
            if "".join(long[at:]) == joined:
                return long[:at]
    return None


@cache
def _telling_no_name() -> frozenset[str]:
    """Words beside a name that make no other of it: «نشریه آمریکایی پولیتیکو», «پولیتیکو»."""
    demonyms = (row["word"] for row in load_table("countries.names.tsv", key=3) if row["kind"].startswith("demonym"))
    return folded("references.toml", "generic_heads") | {fold(word) for word in demonyms}


def _same_office(characters: Characters, mention: Mention) -> Character | None:
    """A bare office: the one whose office has all its words, or fewer («وزیر دفاع» for «وزیر دفاع عراق»)."""
    if not mention.offices:
        return None
    words = office_words(mention.offices[0].title)
    holders = [c for c in characters.with_office(mention.type, words) if _holds(c, words) and _may_be(c, mention)]
    return _nearest([c for c in holders if words in c.offices] or holders, mention)


def _same_of_this_land(characters: Characters, mention: Mention) -> Character | None:
    """«رئیس‌جمهور این کشور» is the president of that state, «مقام‌های این کشور» are its officials."""
    if mention.country is None or not mention.offices or not _points(mention):
        return None
    pointing = folded("references.toml", "pointing")
    bare = tuple(word for word in office_words(mention.offices[0].title) if word not in pointing)
    holders = characters.with_office(mention.type, bare)
    return _nearest([c for c in holders if mention.country in c.states and _holds(c, bare)], mention)


def _points(mention: Mention) -> bool:
    """Tell whether an office is told with «این»: «وزیر راه این کشور»."""
    return not folded("references.toml", "pointing").isdisjoint(office_words(mention.offices[0].title)[1:])


def _holds(character: Character, words: Words) -> bool:
    return any(offices_agree(words, office) for office in character.offices)


def offices_agree(one: Words, other: Words) -> bool:
    """Tell whether two offices may be one: the same head, and all words of the shorter.

    What sort of body it is may be left out: «دبیر ستاد مبارزه با آفات استانداری», «دبیر مبارزه با آفات استان».
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not short or short[0] != long[0]:
        return False
    missing = set(short[1:]) - set(long)
    return not missing or (len(short) >= _TELLING and missing <= folded("references.toml", "sorts_of_bodies"))


def _may_be(character: Character, mention: Mention) -> bool:
    """Tell whether an office may be the character's: of one state, and without a state of the home state's officer.

    It is that of another state's officer only after he was introduced.
    """
    own = stated_states(mention)
    if not own:
        return character.first < mention.span.start or character.states <= {_home()}
    if character.states:
        return bool(own & character.states)
    return own == {_home()}


def _home() -> str:
    return str(load_patterns("references.toml")["home_country"])


def _same_key(characters: Characters, mention: Mention) -> Character | None:
    return _nearest(characters.with_key(mention.type, key_words(mention.key)), mention)


_RULES: dict[MentionForm, tuple[Callable[[Characters, Mention], Character | None], ...]] = {
    "name": (_same_name, _same_alias, _same_key, _same_first_name),
    "role": (_same_of_this_land, _same_office, _same_key),
    "nominal": (_same_of_this_land, _same_key),
    "pronoun": (_same_key,),
}


def _nearest(fitting: Collection[Character], mention: Mention) -> Character | None:
    """The one named last before the mention, else the first named after it."""
    if len(fitting) <= 1:
        return next(iter(fitting), None)
    before = [c for c in fitting if c.first <= mention.span.start]
    return max(before, key=_first) if before else min(fitting, key=_first)


def _first(character: Character) -> int:
    return character.first


def known_by_words(characters: Characters, mention: Mention) -> Character | None:
    """Return the character whose name or key the words of a mention are."""
    return _same_name(characters, mention) or _same_key(characters, mention)
