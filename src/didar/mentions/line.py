"""A sentence as the grammar sees it: its tokens, their folded forms, and the lexicon entries that stand at each."""

from __future__ import annotations

from didar.mentions.vocabulary import Entry, common_words, index, office_words, small_words, stops
from didar.persian.verbs import analyse
from didar.records import Sentence, Token

CLOSING = {"«": "»", '"': '"', "“": "”", "(": ")"}
_RARE = 40  # a word with fewer occurrences in the corpus is not in `common_words`
# Of words that stand inside offices («تعزیرات», «اتمی») at least one in 500 does so in a clean phrase before a colon,
# comma or verb of speech; of words that follow an office («خواستار», «سفر») hardly any. Tried: 0.0015, 0.002, 0.0025,
# 0.01. Over «و» and after a name the word must be one of offices above all: one in 200. Tried: 0.005, 0.008.
_INSIDE = 0.002
_BELONGS = 0.005


_VERB_AS_NOUN = 3


def _kind(norm: str) -> str | None:
    return stops().get(norm) or (None if norm[:1].isalnum() else "mark")


def is_finite(norm: str) -> bool:
    """Tell whether a word is a finite verb: «رسیدم», «گذاشته‌ایم»."""
    form = analyse(norm)
    return form is not None and form.tense not in ("participle", "infinitive", "imperative")


class Line:
    """A sentence's tokens with the entries at each; all places are indexes of tokens."""

    __slots__ = ("found", "kinds", "norms", "size", "text", "tokens")

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.text = text
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.norms = [token.norm or token.text for token in sentence.tokens]
        self.size = len(self.norms)
        self.kinds = [_kind(norm) for norm in self.norms]
        find = index().find
        self.found = [find(self.norms, at) for at in range(self.size)]

    def norm(self, at: int) -> str:
        """Return the folded form at a place, empty beyond the ends."""
        return self.norms[at] if 0 <= at < self.size else ""

    def entry(self, at: int, *kinds: str) -> tuple[Entry, int] | None:
        """Return the longest entry of one of `kinds` at a place, with the place after its end."""
        if 0 <= at < self.size:
            for entry, end in self.found[at]:
                if entry.kind in kinds:
                    return entry, end
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
        if self.ends(at) or self.norms[at][:1].isdigit():
            return False
        return office_words().get(self.norms[at], 0) >= _VERB_AS_NOUN or not is_finite(self.norms[at])

    def is_ordinal(self, at: int) -> bool:
        """Tell whether a word is an ordinal number before its noun: «شانزدهمین»."""
        return any(self.norm(at).endswith(tail) and len(self.norm(at)) > 4 for tail in small_words()["ordinal_tails"])

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
        return at <= 0 or self.stop(at - 1) in ("mark", "conj", "time")

    def is_word(self, at: int, name: str) -> bool:
        """Tell whether one of the small words called `name` in mentions.toml stands at a place."""
        return self.norm(at) in small_words()[name]

    def belongs(self, at: int) -> bool:
        """Tell whether the word at a place is one of offices above all: «دارایی», «فناوری»."""
        norm = self.norm(at)
        known = office_words().get(norm, 0)
        return known >= 2 and not self.ends(at) and known >= _BELONGS * common_words().get(norm, 0)
