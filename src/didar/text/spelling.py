"""Spell one word: the half-spaces, and the spaces, that a word which damage left without them should have."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from didar.persian.letters import ZWNJ, fold
from didar.persian.verbs import analyse
from didar.text.half_spaces import drop_unseen, half_spaces, likely_half_spaces
from didar.text.known_words import UNSURE, count, lexicon, verb_spellings
from didar.text.lost_spaces import ARTICLE, lost_space
from didar.text.memo import Memo
from didar.text.plurals import part_plural

_REPAIRED = 0.93  # the trust in a line that keeps its half-spaces, as in `lines`
_KEEPS_HALF_SPACES = 0.5
_LEAST = 3  # how often a stem must stand in clean text
_BARE_PLURAL = "--"  # the shortest plural ending has two letters; only longer ones are sure signs
_SHORTEST, _LONGEST = 3, 60  # letters: what is longer is no word, and would take long to part


class Spelling(msgspec.Struct, frozen=True, gc=False):
    """A word as it should stand: `text` has the same letters and other half-spaces or spaces."""

    text: str
    rule: str
    confidence: float


def spell(word: str, trust: float) -> Spelling | None:
    """Return the right spelling of a word, None where it stands right already.

    `trust` is the share of a word's occurrences in clean text that must have the half-space before it is put in.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    glued = word.replace(ZWNJ, "")
    for rule in (_from_lexicon, _from_verbs, _from_plural, _from_parts, _from_unknown_plural):
        found = rule(word, glued, trust)
        if found:
            return None if found.text == word else _spell_on(found)
    return None


def _spell_on(found: Spelling) -> Spelling:
    """Spell the parts of a spelling, as they would be in the repaired line, so that a second repair finds no more."""
    parts = found.text.split(" ")
    further = [spell(part, _REPAIRED) for part in parts]
    text = " ".join(new.text if new else old for new, old in zip(further, parts, strict=True))
    return Spelling(text, found.rule, found.confidence)


@cache
def speller(trust: float) -> Memo[Spelling | None]:
    """Return `spell` at one trust, remembered by word."""
    return Memo(lambda word: spell(word, trust))


# --- rules, in order ---------------------------------------------------------------------------------------------


def _from_lexicon(word: str, glued: str, trust: float) -> Spelling | None:
    words = lexicon()
    times = words.counts.get(glued)
    if times is None:
        return None
    if glued != word:
        return _known_with_half_space(word, glued)
    form, with_half_space = words.spaced_out.get(glued, ("", 0))
    share = with_half_space / (times + UNSURE)
    return Spelling(form, "halfspace.lexicon", share) if form and share >= trust else Spelling(word, "known", 1.0)


def _known_with_half_space(word: str, glued: str) -> Spelling:
    """A word with half-spaces stays, but one after a letter that does not join goes, and a lost one comes back."""
    words = lexicon()
    form, times = words.spaced_out.get(glued, (glued, 0))
    lean = drop_unseen(word)
    if lean != word and (lean in words.forms or lean == form):
        return Spelling(lean, "halfspace.unseen", 0.99)
    missing = half_spaces(form) > half_spaces(word) and times >= 0.9 * words.counts[glued]
    return Spelling(form if missing else word, "halfspace.lexicon", 0.95)


def _from_verbs(word: str, glued: str, trust: float) -> Spelling | None:
    form = verb_spellings().get(glued)
    if form and half_spaces(form) >= half_spaces(word):
        return Spelling(form, "halfspace.verb", 0.98)
    return Spelling(word, "known", 1.0) if glued == word and analyse(fold(word)) else None


def _from_plural(word: str, glued: str, trust: float) -> Spelling | None:
    """A plural of a known word: «پیمانهای»; «برنامهای» is one of a word in silent ه with another ending."""
    stem, ending = part_plural(word)
    silent = stem + ending[:1]
    if not ending or (singular := count(stem)) < _LEAST > count(silent):
        return None
    if count(silent) > singular and len(ending) > len(_BARE_PLURAL):
        return Spelling(_whole(silent, trust) + ZWNJ + ending[1:], "halfspace.plural", 0.9)
    return Spelling(_whole(stem, trust) + ZWNJ + ending, "halfspace.plural", 0.95)


def _whole(stem: str, trust: float) -> str:
    """Spell the stem of an unseen form: «آتش‌سوزی‌های» has been seen as «آتش‌سوزی»."""
    found = spell(stem, trust)
    return found.text if found and " " not in found.text else stem


def _from_parts(word: str, glued: str, trust: float) -> Spelling | None:
    """An unseen word: two words run together, or one that wants half-spaces.

    A line that keeps its half-spaces has rather lost a space; one that lost them, a half-space.
    """
    parted, arabic_name = _parted(word)
    if parted and (arabic_name or trust >= _KEEPS_HALF_SPACES):
        return parted
    return _from_model(word, glued, trust) or parted


def _from_model(word: str, glued: str, trust: float) -> Spelling | None:
    places = likely_half_spaces(glued, trust) if len(glued) > _SHORTEST and glued == word else {}
    if not places:
        return None
    text = "".join((ZWNJ if at in places else "") + letter for at, letter in enumerate(glued))
    return Spelling(text, "halfspace.model", round(min(places.values()), 2))


# Like the model's odds, where a word was run together does not depend on the trust in its line.
@lru_cache(maxsize=20_000)
def _parted(word: str) -> tuple[Spelling | None, bool]:
    """Part two words run together; tells too whether the second begins with the Arabic article, as names do."""
    place, confidence = lost_space(word)
    if not place:
        return None, False
    left, right = word[:place], word[place:]
    return Spelling(_pieces(left, right), "space.words", confidence), right.startswith(ARTICLE)


def _pieces(left: str, right: str) -> str:
    """Spell the parts of a split."""
    spelled = (spell(part, 0.5) for part in (left, right))
    return " ".join(new.text if new else old for new, old in zip(spelled, (left, right), strict=True))


def _from_unknown_plural(word: str, glued: str, trust: float) -> Spelling | None:
    """A plural in «های» of a word that nobody has seen."""
    stem, ending = part_plural(word)
    sure = len(stem) > 2 and len(ending) > len(_BARE_PLURAL) and trust < _KEEPS_HALF_SPACES
    return Spelling(stem + ZWNJ + ending, "halfspace.plural", 0.8) if sure else None
