"""Join what a space parts: verb prefixes, endings, and words that clean text writes with a half-space."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from didar.persian.letters import ZWNJ
from didar.persian.lexicon.loader import load_counts, load_patterns, load_table
from didar.text.boundaries import NEVER_JOINS, half_space_odds
from didar.text.compounds import compound_odds, may_be_compound
from didar.text.known_words import UNSURE, count, lexicon, verb_spellings
from didar.text.lost_spaces import AND
from didar.text.spelling import Spelling, speller

_SURE = 0.9  # the trust at which a word is spelled once it is joined
_KEPT = 0.7  # the trust in a line that shows no damage
_COMPOUND = 0.4  # the odds
_ODDS = 0.8  # the model's odds from which a clitic is joined to a word that the lexicon does not know
_LONGEST = 3  # words that are joined at once
_LAST = ("clitic", "pronoun")  # kinds of endings that follow no plural: «کتاب‌های ای» is «کتاب‌های» and another word


def find_joins(words: Sequence[str], gaps: Sequence[str], trust: float) -> dict[int, tuple[int, Spelling]]:
    """Return the joins of a line: where each begins, how many words it takes, and how they are spelled together.

    `gaps[i]` stands before word i; only words with one space between them are joined. `trust` is as in `spell`.
    """
    joins: dict[int, tuple[int, Spelling]] = {}
    until = 0
    for index in _candidates(words, trust):
        if index >= until and gaps[index + 1] == " " and (found := _join_at(words, gaps, index, trust)):
            joins[index] = found
            until = index + found[0]
    return joins


def _candidates(words: Sequence[str], trust: float) -> list[int]:
    """Return where two words may be one: nearly all words are passed over here, which makes the rest fast enough."""
    openers, closers = _openers(), _closers()
    found = (i for i, (left, right) in enumerate(pairwise(words)) if left in openers or right in closers)
    listed = [i for i in found if words[i + 1] in closers or words[i + 1] in openers[words[i]]]
    if trust >= _KEPT:
        return listed
    return sorted({*listed, *(i for i, pair in enumerate(pairwise(words)) if may_be_compound(*pair))})


def _join_at(words: Sequence[str], gaps: Sequence[str], index: int, trust: float) -> tuple[int, Spelling] | None:
    """Join as many words as belong together from `index` on."""
    spelled, taken = _three(words, gaps, index, trust)
    while taken <= _LONGEST and index + taken < len(words) and gaps[index + taken] == " ":
        found = _two(spelled.text if spelled else words[index], words[index + taken], trust)
        if not found:
            break
        spelled, taken = found, taken + 1
    return (taken, spelled) if spelled else None


def _three(words: Sequence[str], gaps: Sequence[str], index: int, trust: float) -> tuple[Spelling | None, int]:
    """Join three words that are listed as one, «گفت و گو»; tells how many words that takes, one where it is none."""
    near = gaps[index + 1] == gaps[index + 2] == " "
    listed = _listed(" ".join(words[index : index + 3]), trust) if near else None
    return listed, 3 if listed else 1


@lru_cache(maxsize=50_000)
def _two(left: str, right: str, trust: float) -> Spelling | None:
    for rule in (_verb, _ending, _listed_pair, _compound):
        if found := rule(left, right, trust):
            return found
    return None


# --- rules ---------------------------------------------------------------------------------------------------


def _verb(left: str, right: str, trust: float) -> Spelling | None:
    """می کند, نمی توانند, گفته اند: the parts of a verb form that a half-space joins at this place."""
    if right in _endings() and _endings()[right] != "clitic":
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
    kind = _endings().get(right)
    if not kind or len(left) < 2 or left in _alone() or (kind in _LAST and left.endswith(_plurals())):
        return None
    joined = left + ("" if left[-1] in NEVER_JOINS else ZWNJ) + right
    glued = left.replace(ZWNJ, "") + right
    rule = f"halfspace.spaced_{kind}"
    if kind == "plural":
        return Spelling(_spelled(joined), rule, 0.98)
    if kind == "clitic" and ZWNJ not in joined:
        return None
    if joined in lexicon().forms or _compares(left, kind) or _listed(f"{left} {right}", trust):
        return Spelling(_spelled(joined), rule, 0.95)
    after_vowel = kind == "clitic" and len(left) > 2 and left.endswith(_vowels())
    if after_vowel or (kind == "pronoun" and trust < _KEPT):
        return Spelling(_spelled(joined), rule, 0.9)
    odds = half_space_odds(glued, len(left.replace(ZWNJ, "")), count) if ZWNJ in joined else 0.0
    return Spelling(_spelled(joined), rule, round(odds, 2)) if odds >= _ODDS and count(left) else None


def _compares(left: str, kind: str) -> bool:
    """Tell whether a word is an adjective that clean text compares: «کوچک‌تر»."""
    shortest = min((ending for ending, other in _endings().items() if other == kind), key=len)
    return kind == "degree" and left + ZWNJ + shortest in lexicon().forms


def _compound(left: str, right: str, trust: float) -> Spelling | None:
    """Parts of a compound that nobody has seen, in a line that lost its half-spaces."""
    if trust >= _KEPT or min(len(left), len(right)) < 2 or {left, right} & _alone() or left[-1] in NEVER_JOINS:
        return None
    if not may_be_compound(left, right) or f"{left} {right}" in _spaced():
        return None
    odds = compound_odds(left, right, count)
    return Spelling(left + ZWNJ + right, "halfspace.spaced_compound", round(odds, 2)) if odds >= _COMPOUND else None


def _spelled(word: str) -> str:
    better = speller(_SURE)[word]
    return better.text if better else word


def _listed_pair(left: str, right: str, trust: float) -> Spelling | None:
    return _listed(f"{left} {right}", trust)


def _listed(key: str, trust: float) -> Spelling | None:
    """A word that clean text writes with a half-space at least as often as `trust` asks."""
    found = _spaced().get(key)
    if found and found[1] >= trust:
        return Spelling(found[0], "halfspace.spaced_word", round(found[1], 2))
    return None


# --- what the lexicon says -----------------------------------------------------------------------------------


@cache
def _spaced() -> dict[str, tuple[str, float]]:
    """Map words with spaces for their half-spaces to their spelling, and the share that clean text writes so."""
    apart = load_counts("words_spaced.counts.tsv")
    spaced: dict[str, tuple[str, float]] = {}
    for form, times in lexicon().forms.items():
        if ZWNJ not in form:
            continue
        for key in parted_ways(form):
            share = times / (times + apart.get(key, 0) + UNSURE)
            if share > spaced.get(key, ("", 0.0))[1]:
                spaced[key] = (form, share)
    return spaced


def parted_ways(form: str) -> tuple[str, ...]:
    """Return the ways in which a word with half-spaces is parted: all at once, and the first or last alone."""
    ways = {form.replace(ZWNJ, " ")}
    if form.count(ZWNJ) > 1:
        ways |= {form.replace(ZWNJ, " ", 1), " ".join(form.rsplit(ZWNJ, 1))}
    if (joined := ZWNJ + AND) in form:
        ways.add(form.replace(joined, f" {AND} "))
    return tuple(way for way in ways if way.count(" ") < _LONGEST)


class _Anything:
    def __contains__(self, word: object) -> bool:
        return True


@cache
def _openers() -> dict[str, Container[str]]:
    """Map the words that may be joined to the next one to the words that may follow."""
    listed: dict[str, set[str]] = defaultdict(set)
    for key in _spaced():
        first, second = key.split(" ", 2)[:2]
        listed[first].add(second)
    return listed | dict.fromkeys(_prefixes(), _Anything())


@cache
def _closers() -> frozenset[str]:
    """Words that may be joined to whatever stands before them."""
    return frozenset(_endings())


@cache
def _endings() -> dict[str, str]:
    return {row["ending"]: row["kind"] for row in load_table("affixes.tsv")}


@cache
def _plurals() -> tuple[str, ...]:
    """Plural endings as they stand in a word; after «های» no ending follows but the plural's own."""
    return tuple(ZWNJ + ending for ending, kind in _endings().items() if kind == "plural")


@cache
def _alone() -> frozenset[str]:
    """Words to which no ending is joined."""
    return frozenset(row["word"] for row in load_table("words_alone.tsv"))


@cache
def _prefixes() -> frozenset[str]:
    prefixes = load_patterns("verb_endings.toml")["prefixes"]
    return frozenset(form.split(ZWNJ)[0] for form in verb_spellings().values()) | {prefixes["lasting"].rstrip(ZWNJ)}


@cache
def _vowels() -> tuple[str, ...]:
    """The final letters after which an ending keeps its own form: the silent ه and the long ی."""
    grammar = load_patterns("verb_endings.toml")
    return grammar["endings"]["participle"], grammar["prefixes"]["glide"]
