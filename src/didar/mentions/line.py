"""A sentence as the grammar sees it: its tokens, their folded forms, and the lexicon entries that stand at each."""

from __future__ import annotations

from collections.abc import Collection
from itertools import compress, islice
from operator import contains
from typing import NamedTuple

from didar.mentions.name_words import begins_name, particles
from didar.mentions.vocabulary import Entry, Match, common_words, index, office_words, small_words, stops
from didar.persian.remembered import Remembered
from didar.persian.verbs import analyse
from didar.records import Sentence, Token

_RARE = 40  # a word with fewer occurrences in the corpus is not in `common_words`
# Of words that stand inside offices («تعزیرات», «اتمی») at least one in 500 does so in a clean phrase before a colon,
# comma or verb of speech; of words that follow an office («خواستار», «سفر») hardly any. Tried: 0.0015, 0.002, 0.0025,
# 0.01. Over «و» and after a name the word must be one of offices above all: one in 200. Tried: 0.005, 0.008.
_INSIDE = 0.002
_BELONGS = 0.005
_VERB_AS_NOUN = 3
_REMEMBERED = 20_000
_NOT_FINITE = frozenset({"participle", "infinitive", "imperative"})
_CLAUSE_ENDS = frozenset({"mark", "conj", "time"})


class Word(NamedTuple):
    """What a word is wherever it stands.

    `stop` is its kind of stop word, `alone` the entries of this word, `seconds` the words behind it in longer ones.
    `signs` are what rules ask for before they look: the kind of stop word, `word` or `digit`, the kinds of entries, and
    `name` where a name may begin. `begins` tells whether a mention may begin by what the word itself is.
    """

    stop: str | None
    alone: tuple[Match, ...]
    seconds: Collection[str]
    signs: frozenset[str]
    begins: bool


def _word_of(norm: str) -> Word:
    stop = stops().get(norm) or (None if norm[:1].isalnum() else "mark")
    entries = index().beginning(norm)
    begins = begins_name(norm)
    named = begins or particles().get(norm) == "before"
    kinds = {entry.kind for entry, _ in entries.alone} if entries else set()
    plain = "digit" if norm[:1].isdigit() else "word"
    signs = frozenset({stop or plain, *kinds, *(("name",) if named else ())})
    alone, seconds = (entries.alone, entries.longer.keys()) if entries else ((), ())
    return Word(stop, alone, seconds, signs, begins or bool(alone))


WORDS = Remembered(_word_of, _REMEMBERED)


def is_finite(norm: str) -> bool:
    """Tell whether a word is a finite verb: «رسیدم», «گذاشته‌ایم»."""
    form = analyse(norm)
    return form is not None and form.tense not in _NOT_FINITE


def _is_noun(norm: str) -> bool:
    """Tell whether a word is neither a stop word nor a finite verb nor a number."""
    if WORDS[norm].stop is not None or norm[:1].isdigit():
        return False
    form = analyse(norm)
    if form is None or form.tense in _NOT_FINITE:
        return True
    of_many = form.person == 3 and form.number == "plural"  # «فرمودند», «می‌کشند» are verbs wherever they stand
    return office_words().get(norm, 0) >= _VERB_AS_NOUN and not of_many


_NOUNS = Remembered(_is_noun, _REMEMBERED)


def _norms_of(sentence: Sentence) -> list[str]:
    if all(sentence.norms):
        return list(sentence.norms)
    return [token.norm or token.text for token in sentence.tokens]


def _makes(norm: str) -> bool:
    form = analyse(norm)
    return form is not None and form.tense not in _NOT_FINITE and form.lemma in small_words()["making"]


_MAKES = Remembered(_makes, _REMEMBERED)


class Line:
    """A sentence's tokens with the entries and signs at each; all places are indexes of tokens.

    `begins` are the places where a mention may begin at all.
    """

    __slots__ = ("begins", "found", "kinds", "norms", "signs", "size", "text", "tokens")

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.text = text
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.norms = _norms_of(sentence)
        self.size = len(self.norms)
        columns = zip(*map(WORDS.__getitem__, self.norms), strict=True)
        kinds, found, seconds, signs, begins = map(list, columns)
        self.kinds: list[str | None] = kinds
        self.signs: list[frozenset[str]] = signs
        self.found: list[tuple[Match, ...]] = found
        for at in compress(range(self.size), map(contains, seconds, islice(self.norms, 1, None))):
            self.found[at] = longer = index().find(self.norms, at)
            self.signs[at] = signs[at].union([entry.kind for entry, _ in longer])
            begins[at] = begins[at] or bool(longer)
        self.begins = list(compress(range(self.size), begins))

    def norm(self, at: int) -> str:
        """Return the folded form at a place, empty beyond the ends."""
        return self.norms[at] if 0 <= at < self.size else ""

    def entry(self, at: int, *kinds: str) -> tuple[Entry, int] | None:
        """Return the longest entry of one of `kinds` at a place, with the place after its end."""
        if 0 <= at < self.size:
            for entry, size in self.found[at]:
                if entry.kind in kinds:
                    return entry, at + size
        return None

    def stop(self, at: int) -> str | None:
        """Return the kind of stop word at a place, `mark` for punctuation, None for other words."""
        return self.kinds[at] if 0 <= at < self.size else "mark"

    def ends(self, at: int) -> bool:
        """Tell whether no noun phrase goes on at this place."""
        return self.stop(at) is not None

    def inside(self, at: int) -> bool:
        """Tell whether the word at a place may stand inside an office or an organization's name."""
        if not self.noun(at):
            return False
        norm = self.norms[at]
        known = office_words().get(norm, 0)
        count = common_words().get(norm, 0)
        return count < _RARE or known >= _INSIDE * count

    def noun(self, at: int) -> bool:
        """Tell whether a word is neither a stop word nor a finite verb nor a number."""
        return 0 <= at < self.size and _NOUNS[self.norms[at]]

    def is_ordinal(self, at: int) -> bool:
        """Tell whether a word is an ordinal number before its noun: «شانزدهمین»."""
        return any(self.norm(at).endswith(tail) and len(self.norm(at)) > 4 for tail in small_words()["ordinal_tails"])

    def makes_verb(self, at: int) -> bool:
        """Tell whether the word at a place is the noun of a verb that follows: «دعوت می‌کند», «پیشنهاد کردند»."""
        return _MAKES[self.norm(at + 1)]

    def rare(self, at: int) -> bool:
        """Tell whether a noun is neither a common word nor in the lexicon."""
        return self.noun(at) and not self.found[at] and self.norms[at] not in common_words()

    def unlisted_land(self, at: int) -> bool:
        """Tell whether a rare word has the shape of a land's name: «...ستان»."""
        return self.rare(at) and any(self.norms[at].endswith(tail) for tail in small_words()["land_tails"])

    def opens(self, at: int) -> bool:
        """Tell whether a sentence begins here, or a part of it after a mark."""
        return at <= 0 or self.stop(at - 1) == "mark"

    def clause_start(self, at: int) -> bool:
        """Tell whether a clause may begin at this place: after a mark or at the head of the sentence."""
        return at <= 0 or self.stop(at - 1) in _CLAUSE_ENDS

    def clause_starts(self) -> list[int]:
        """Return the places where a clause may begin."""
        return [0, *compress(range(1, self.size), map(_CLAUSE_ENDS.__contains__, self.kinds))]

    def is_word(self, at: int, name: str) -> bool:
        """Tell whether one of the small words called `name` in mentions.toml stands at a place."""
        return self.norm(at) in small_words()[name]

    def belongs(self, at: int) -> bool:
        """Tell whether the word at a place is one of offices above all: «دارایی», «فناوری»."""
        norm = self.norm(at)
        known = office_words().get(norm, 0)
        return known >= 2 and not self.ends(at) and known >= _BELONGS * common_words().get(norm, 0)
