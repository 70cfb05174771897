"""Spell one word: the half-spaces, and the spaces, that a word which damage left without them should have."""

from __future__ import annotations

import math
from functools import cache, lru_cache

import msgspec

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_counts, load_patterns, load_table
from didar.persian.verbs import analyse, spelled_forms
from didar.text.boundaries import NEVER_JOINS, half_space_odds
from didar.text.memo import Memo


class Spelling(msgspec.Struct, frozen=True):
    """A word as it should stand: `text` has the same letters and other half-spaces or spaces."""

    text: str
    rule: str
    confidence: float


class _Lexicon(msgspec.Struct, frozen=True):
    """Words of clean text: how often their letters stand, and the spelling with half-spaces that is most frequent."""

    counts: dict[str, int]
    spaced_out: dict[str, tuple[str, int]]
    forms: dict[str, int]
    total: float


# How sure a spelling of an unseen word must be: the model's odds, and for a missing space the sum of both parts'
# log10 frequencies and of the word's length (long words that nobody has seen are rare). Tuned on held-out lines:
# these parted four in five glued words, and 1 in 50 of the unknown words that nobody had glued.
_MODEL_SURE = 0.5
_REPAIRED = 0.93  # the trust in a line that keeps its half-spaces, as in `lines`
_KEEPS_HALF_SPACES = 0.5
_SPLIT_SURE = -7.3
_LETTER_BONUS, _USUAL_LENGTH = 0.4, 8
_PAIR_BONUS = 2.5
_AND_MALUS = 0.8
_LISTED = -6.5  # words together more frequent than this are not in the list of pairs, for they need none
_LEAST_PART = 3
_MOST_PLACES = 3
_BARE_PLURAL = "--"  # the shortest plural ending has two letters; only longer ones are sure signs


# Added to all occurrences of a word before the share of its spellings is taken: what was seen twice is not yet sure.
# Tuned on held-out lines: 0.5 leaves 0.5 % more good sentences alone than none, and puts more half-spaces back.
UNSURE = 0.5
_SHORTEST, _LONGEST = 3, 60  # letters: what is longer is no word, and would take long to part


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


def count(word: str) -> int:
    """Return how often a word, its half-spaces left out, stands in clean text."""
    return lexicon().counts.get(word, 0)


@cache
def lexicon() -> _Lexicon:
    """Return the counted words."""
    forms = load_counts("words.counts.tsv")
    counts: dict[str, int] = {}
    spaced_out: dict[str, tuple[str, int]] = {}
    for form, times in forms.items():
        glued = form.replace(ZWNJ, "") if ZWNJ in form else form
        counts[glued] = counts.get(glued, 0) + times
        if glued is not form and times > spaced_out.get(glued, ("", 0))[1]:
            spaced_out[glued] = (form, times)
    return _Lexicon(counts, spaced_out, forms, math.log10(sum(counts.values())))


@cache
def verb_spellings() -> dict[str, str]:
    """Return the verb forms that have half-spaces, by their letters."""
    return {form.replace(ZWNJ, ""): form for form in spelled_forms() if ZWNJ in form}


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
    missing = _places(form) > _places(word) and times >= 0.9 * words.counts[glued]
    return Spelling(form if missing else word, "halfspace.lexicon", 0.95)


def drop_unseen(word: str) -> str:
    """Return a word without the half-spaces that stand after a letter which does not join."""
    return "".join(c for i, c in enumerate(word) if c != ZWNJ or word[i - 1] not in NEVER_JOINS)


def _places(word: str) -> frozenset[int]:
    parts = word.split(ZWNJ)
    return frozenset(len("".join(parts[:i])) for i in range(1, len(parts)))


def _from_verbs(word: str, glued: str, trust: float) -> Spelling | None:
    form = verb_spellings().get(glued)
    if form and _places(form) >= _places(word):
        return Spelling(form, "halfspace.verb", 0.98)
    return Spelling(word, "known", 1.0) if glued == word and analyse(fold(word)) else None


def _from_plural(word: str, glued: str, trust: float) -> Spelling | None:
    """A plural of a known word: «پیمانهای»; «برنامهای» is one of a word in silent ه with another ending."""
    stem, ending = _plural(word)
    silent = stem + ending[:1]
    if not ending or (singular := count(stem)) < _LEAST_PART > count(silent):
        return None
    if count(silent) > singular and len(ending) > len(_BARE_PLURAL):
        return Spelling(_whole(silent, trust) + ZWNJ + ending[1:], "halfspace.plural", 0.9)
    return Spelling(_whole(stem, trust) + ZWNJ + ending, "halfspace.plural", 0.95)


def _whole(stem: str, trust: float) -> str:
    """Spell the stem of an unseen form: «آتش‌سوزی‌های» has been seen as «آتش‌سوزی»."""
    found = spell(stem, trust)
    return found.text if found and " " not in found.text else stem


def _from_unknown_plural(word: str, glued: str, trust: float) -> Spelling | None:
    """A plural in «های» of a word that nobody has seen."""
    stem, ending = _plural(word)
    sure = len(stem) > 2 and len(ending) > len(_BARE_PLURAL) and trust < _KEEPS_HALF_SPACES
    return Spelling(stem + ZWNJ + ending, "halfspace.plural", 0.8) if sure else None


def _plural(word: str) -> tuple[str, str]:
    """Part a word into stem and plural ending, both empty where it has none."""
    for ending in _plural_endings():
        if word.endswith(ending) and len(word) > len(ending) + 1 and word[-len(ending) - 1] not in (*NEVER_JOINS, ZWNJ):
            return word[: -len(ending)], ending
    return "", ""


@cache
def _plural_endings() -> tuple[str, ...]:
    endings = [row["ending"] for row in load_table("affixes.tsv") if row["kind"] == "plural"]
    return tuple(sorted(endings, key=len, reverse=True))


def _from_parts(word: str, glued: str, trust: float) -> Spelling | None:
    """An unseen word: two words run together, or one that wants half-spaces.

    A line that keeps its half-spaces has rather lost a space; one that lost them, a half-space.
    """
    parted, arabic_name = _parted(word)
    if parted and (arabic_name or trust >= _KEEPS_HALF_SPACES):
        return parted
    return _from_model(word, glued, trust) or parted


def _from_model(word: str, glued: str, trust: float) -> Spelling | None:
    if len(glued) < 4 or glued != word:
        return None
    sure = max(_MODEL_SURE, trust - 0.03)
    odds = _model_odds(glued)
    places = [at for at, chance in odds.items() if chance >= sure]
    if len(places) > _MOST_PLACES:
        places = [at for at, chance in odds.items() if chance >= _REPAIRED - 0.03]
    if not 0 < len(places) <= _MOST_PLACES:
        return None
    text = "".join((ZWNJ if at in places else "") + letter for at, letter in enumerate(glued))
    return Spelling(text, "halfspace.model", round(min(odds[at] for at in places), 2))


# The two dear questions about an unseen word do not depend on the trust in its line, which may ask three times.
@lru_cache(maxsize=20_000)
def _model_odds(glued: str) -> dict[int, float]:
    return {at: half_space_odds(glued, at, count) for at in range(1, len(glued)) if glued[at - 1] not in NEVER_JOINS}


@lru_cache(maxsize=20_000)
def _parted(word: str) -> tuple[Spelling | None, bool]:
    """Part two words run together; tells too whether the second begins with the Arabic article, as names do."""
    best, place = _SPLIT_SURE, 0
    for at in range(1, len(word)):
        if word[at] != ZWNJ and word[at - 1] != ZWNJ and (odds := _split_odds(word[:at], word[at:])) > best:
            best, place = odds, at
    if not place:
        return None, False
    left, right = word[:place], word[place:]
    confidence = round(min(0.99, 0.5 + (best - _SPLIT_SURE) / 4), 2)
    return Spelling(_pieces(left, right), "space.words", confidence), right.startswith(ARTICLE)


def _split_odds(left: str, right: str) -> float:
    words = lexicon()
    a, b = left.replace(ZWNJ, ""), right.replace(ZWNJ, "")
    first, second = _stands(left, a), _stands(right, b)
    if first < _LEAST_PART or second < _LEAST_PART or right in _endings():
        return -math.inf
    together = math.log10(first) + math.log10(second) - 2 * words.total
    odds = together + _LETTER_BONUS * (len(a) + len(b) - _USUAL_LENGTH)
    if len(a) == 1 or len(b) == 1:
        return odds - _AND_MALUS if AND in (a, b) else -math.inf
    if f"{left} {right}" in _pairs():
        return odds + _PAIR_BONUS
    compound = together < _LISTED and (left in _bound("head") or right in _bound("tail"))
    return -math.inf if compound else odds


@cache
def _bound(side: str) -> frozenset[str]:
    """Parts of compounds; among the tails are the present stems of verbs, and these with ی: «گیر»، «گیری»."""
    parts = {row["part"] for row in load_table("affixes_bound.tsv") if row["side"] == side}
    if side == "tail":
        glide = load_patterns("verb_endings.toml")["prefixes"]["glide"]
        stems = {row["present"] for row in load_table("verbs.tsv")}
        parts |= stems | {stem + glide for stem in stems}
    return frozenset(parts)


def _stands(part: str, glued: str) -> int:
    """Count a part of a split as a word; with half-spaces it must be one that clean text has."""
    return count(glued) if glued == part or part in lexicon().forms or verb_spellings().get(glued) == part else 0


@cache
def _endings() -> frozenset[str]:
    return frozenset(row["ending"] for row in load_table("affixes.tsv"))


def _pieces(left: str, right: str) -> str:
    """Spell the parts of a split."""
    spelled = (spell(part, 0.5) for part in (left, right))
    return " ".join(new.text if new else old for new, old in zip(spelled, (left, right), strict=True))


ARTICLE = "\u0627\u0644"  # the Arabic article, which begins a word
AND = "\u0648"  # the conjunction, the only word of one letter


@cache
def _pairs() -> dict[str, int]:
    return load_counts("words_pairs.counts.tsv")


@cache
def speller(trust: float) -> Memo[Spelling | None]:
    """Return `spell` at one trust, remembered by word."""
    return Memo(lambda word: spell(word, trust))
