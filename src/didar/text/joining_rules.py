"""Decide whether two words that a space parts are one, and how they are spelled together: a rule for each way."""

from __future__ import annotations

from functools import lru_cache

from didar.persian.letters import ZWNJ
from didar.text.boundaries import NEVER_JOINS, half_space_odds
from didar.text.compounds import compound_odds, may_be_compound
from didar.text.joining_words import alone, endings, plural_endings, spaced, vowels
from didar.text.known_words import count, lexicon, verb_spellings
from didar.text.spelling import Spelling, speller

_SURE = 0.9  # the trust at which a word is spelled once it is joined
KEPT = 0.7  # the trust in a line that shows no damage
_COMPOUND = 0.4  # the odds
_ODDS = 0.8  # the model's odds from which a clitic is joined to a word that the lexicon does not know
_LAST = ("clitic", "pronoun")  # kinds of endings that follow no plural: «کتاب‌های ای» is «کتاب‌های» and another word


@lru_cache(maxsize=50_000)
def join_two(left: str, right: str, trust: float) -> Spelling | None:
    """Return how two words are spelled as one, None where they are two; `trust` is as in `spell`."""
    for rule in (_verb, _ending, _listed_pair, _compound):
        if found := rule(left, right, trust):
            return found
    return None


def _verb(left: str, right: str, trust: float) -> Spelling | None:
    """می کند, نمی توانند, گفته اند: the parts of a verb form that a half-space joins at this place."""
    if right in endings() and endings()[right] != "clitic":
        return None
    glued = left.replace(ZWNJ, "") + right.replace(ZWNJ, "")
    form = verb_spellings().get(glued)
    if form and _has_half_space_after(form, left):
        return Spelling(form, "halfspace.spaced_verb", 0.98)
    return None


def _has_half_space_after(form: str, left: str) -> bool:
    letters = len(left.replace(ZWNJ, ""))
    seen = 0
    for index, letter in enumerate(form):
        if seen == letters:
            return letter == ZWNJ and form[index - 1] != ZWNJ
        seen += letter != ZWNJ
    return False


def _ending(left: str, right: str, trust: float) -> Spelling | None:
    kind = endings().get(right)
    if not kind or len(left) < 2 or left in alone() or (kind in _LAST and left.endswith(plural_endings())):
        return None
    joined = left + ("" if left[-1] in NEVER_JOINS else ZWNJ) + right
    odds = _ending_odds(left, right, joined, trust)
    return Spelling(_spelled(joined), f"halfspace.spaced_{kind}", odds) if odds else None


def _ending_odds(left: str, right: str, joined: str, trust: float) -> float:
    """Return how sure an ending belongs to the word before it, 0 where it rather does not."""
    kind = endings()[right]
    if kind == "plural":
        return 0.98
    if kind == "clitic" and ZWNJ not in joined:
        return 0.0
    if joined in lexicon().forms or _compares(left, kind) or listed(f"{left} {right}", trust):
        return 0.95
    after_vowel = kind == "clitic" and len(left) > 2 and left.endswith(vowels())
    if after_vowel or (kind == "pronoun" and trust < KEPT):
        return 0.9
    return _model_odds(left, right) if ZWNJ in joined and count(left) else 0.0


def _model_odds(left: str, right: str) -> float:
    letters = left.replace(ZWNJ, "")
    odds = half_space_odds(letters + right, len(letters), count)
    return round(odds, 2) if odds >= _ODDS else 0.0


def _compares(left: str, kind: str) -> bool:
    """Tell whether a word is an adjective that clean text compares: «کوچک‌تر»."""
    shortest = min((ending for ending, other in endings().items() if other == kind), key=len)
    return kind == "degree" and left + ZWNJ + shortest in lexicon().forms


def _compound(left: str, right: str, trust: float) -> Spelling | None:
    """Parts of a compound that nobody has seen, in a line that lost its half-spaces."""
    if trust >= KEPT or min(len(left), len(right)) < 2 or {left, right} & alone() or left[-1] in NEVER_JOINS:
        return None
    if not may_be_compound(left, right) or f"{left} {right}" in spaced():
        return None
    odds = compound_odds(left, right, count)
    return Spelling(left + ZWNJ + right, "halfspace.spaced_compound", round(odds, 2)) if odds >= _COMPOUND else None


def _spelled(word: str) -> str:
    better = speller(_SURE)[word]
    return better.text if better else word


def _listed_pair(left: str, right: str, trust: float) -> Spelling | None:
    return listed(f"{left} {right}", trust)


def listed(key: str, trust: float) -> Spelling | None:
    """A word that clean text writes with a half-space at least as often as `trust` asks."""
    found = spaced().get(key)
    if found and found[1] >= trust:
        return Spelling(found[0], "halfspace.spaced_word", round(found[1], 2))
    return None
