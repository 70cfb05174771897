"""Make the words that search knows out of a prepared text: where each stands, its folded form and its stem."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.verbs import analyse
from didar.records import Edit, Text, Token
from didar.store.rows import Words

Offsets = tuple[int, ...]

# Shorter than this no word is left by taking off an ending that is written without a half-space.
_SHORTEST_STEM = 3
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


def words_of_text(text: Text) -> Words:
    """Return the words of a text; marks that are no words are left out.

    Offsets point into the text as handed in. Two spellings of one word have one `norm`, its forms one `stem`.
    """
    tokens = [token for sentence in text.sentences for token in sentence.tokens if token.norm[:1].isalnum()]
    starts, ends = _spans_as_published(tokens, text.edits)
    norms, stems = zip(*[_known(token.text) for token in tokens], strict=True) if tokens else ((), ())
    return Words(starts, ends, norms, stems)


@lru_cache(maxsize=200_000)
def _known(word: str) -> tuple[str, str]:
    return norm_of(word), stem_of(word)


def norm_of(word: str) -> str:
    """Return a word as the index knows it: folded, in small letters, its digits 0 to 9.

    >>> norm_of("می‌گوید"), norm_of("NATO"), norm_of("۱۴")
    ('میگوید', 'nato', '14')
    """
    return fold(word).casefold().translate(_DIGITS)


def stem_of(word: str) -> str:
    """Return the stem of a word of repaired text: the infinitive of a verb, a noun without its endings.

    >>> stem_of("می‌گوید"), stem_of("کتاب‌هایشان")
    ('گفتن', 'کتاب')
    """
    norm = norm_of(word)
    if form := analyse(norm):
        return fold(form.lemma)
    return _without_parted_endings(word) or _without_glued_ending(norm)


def _without_parted_endings(word: str) -> str | None:
    parts = word.split(ZWNJ)
    kept = len(parts)
    while kept > 1 and fold(parts[kept - 1]) in _endings():
        kept -= 1
    return norm_of("".join(parts[:kept])) if kept < len(parts) else None


def _without_glued_ending(norm: str) -> str:
    for ending in _glued_endings():
        if norm.endswith(ending) and len(norm) - len(ending) >= _SHORTEST_STEM:
            return norm[: -len(ending)]
    silent = norm.endswith(_silent_finals()) and len(norm) > _SHORTEST_STEM
    return norm[:-1] if silent else norm


@cache
def _endings() -> frozenset[str]:
    return frozenset(fold(row["ending"]) for row in load_table("noun_endings.tsv"))


@cache
def _glued_endings() -> tuple[str, ...]:
    """Return the endings that are taken off without a half-space too, the longest first."""
    glued = [fold(row["ending"]) for row in load_table("noun_endings.tsv") if row["glued"] == "yes"]
    return tuple(sorted(glued, key=len, reverse=True))


@cache
def _silent_finals() -> tuple[str, ...]:
    """Return the long vowels with the ی that stands after them in «گفت‌وگوی» and not in «گفت‌وگو»."""
    return tuple(load_patterns("verb_endings.toml")["letters"]["silent_final"])


def _spans_as_published(tokens: Sequence[Token], edits: Iterable[Edit]) -> tuple[Offsets, Offsets]:
    """Return where tokens start and end in the text as handed in: what `Alignment` says, for all of them at once."""
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    starting, ending = _shifts(edits, 1 + max(ends, default=0))
    return tuple([at - starting[at] for at in starts]), tuple([at - ending[at] for at in ends])


def _shifts(edits: Iterable[Edit], length: int) -> tuple[list[int], list[int]]:
    """Return for each place of the repaired text how far back what starts there lies, and what ends there."""
    starting: list[int] = []
    ending: list[int] = []
    grown = 0
    for edit in edits:
        start, end, new = edit.span.start, edit.span.end, len(edit.to)
        at = start + grown
        starting += [grown] * (at + (new > 0) - len(starting))
        ending += [grown] * (at + 1 - len(ending))
        # Inside a replacement of the same length letter answers to letter, else the whole of it to the whole.
        alike, inside = new == end - start, range(at + 1, at + new)
        starting += [grown if alike else place - start for place in inside]
        ending += [grown if alike else place - end for place in inside]
        grown += new - (end - start)
    starting += [grown] * (length - len(starting))
    ending += [grown] * (length - len(ending))
    return starting, ending
