"""Compare names as readers do: two spellings in, the same name or not out."""

from __future__ import annotations

from collections.abc import Mapping

from didar.evaluating.gold import GoldEntity
from didar.evaluating.predicted import FoundEntity

# These two tables are part of the measure, not of the language: they stay as they are, so that figures compare.
_LETTERS = str.maketrans("يىكةۀأإآؤئ", "ییکههاااوی")
_JOINED = {chr(c): "" for c in (*range(0x64B, 0x660), 0x670, 0x640, 0x200B, 0x200C, 0x200D)}
_PARTED = dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff«»\"'“”()[]،؛:.,!؟?-–/", " ")
_MARKS = str.maketrans(_JOINED | _PARTED)

# A rank, an honorific and one more word may stand before or after the name and it is still the same name.
_SPARE_WORDS = 3


def words_of(name: str) -> list[str]:
    """Return the words of a name, letter variants folded, half-spaces dropped, marks as spaces."""
    return name.translate(_LETTERS).translate(_MARKS).split()


def squeeze(name: str) -> str:
    """Return a name as one string without any space, for comparing."""
    return "".join(words_of(name))


def names_of(entity: GoldEntity) -> tuple[str, ...]:
    """Return every string that names a gold entity."""
    return (entity.name, *entity.names)


def _fits(words: set[str], entity: GoldEntity) -> bool:
    """Tell whether words are a part of one of the entity's names, or such a name with a few words more."""
    for name in names_of(entity):
        other = set(words_of(name))
        if words and other and (words <= other or (other <= words and len(words - other) <= _SPARE_WORDS)):
            return True
    return False


def leading_name(entity: FoundEntity) -> str:
    """Return the name that a found entity goes by: its name, else its first alias."""
    return next((name for name in (entity.name, *entity.aliases) if name), "")


def same_entity(gold_id: str, entities: Mapping[str, GoldEntity], found: FoundEntity | None) -> bool:
    """Tell whether a found entity is the gold entity `gold_id`.

    Its name is one of the gold names, or differs from one by a rank or a part of the name and fits no other entity.
    """
    name = leading_name(found) if found else ""
    if not name:
        return False
    if squeeze(name) in {squeeze(n) for n in names_of(entities[gold_id])}:
        return True
    words = set(words_of(name))
    others = (entity for id, entity in entities.items() if id != gold_id)
    return _fits(words, entities[gold_id]) and not any(_fits(words, entity) for entity in others)
