"""Make the words that search knows out of a prepared text: where each stands, its folded form and its stem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from didar.alignment import Alignment
from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.verbs import analyse
from didar.records import Edit, Span, Text, Token
from didar.store.rows import Words

# Shorter than this no word is left by taking off an ending that is written without a half-space.
_SHORTEST_STEM = 3
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


def words_of_text(text: Text) -> Words:
    """Return the words of a text; marks that are no words are left out.

    Offsets point into the text as handed in. Two spellings of one word have one `norm`, its forms one `stem`.
    """
    tokens = [token for sentence in text.sentences for token in sentence.tokens if _is_word(token.norm)]
    spans = list(_spans_as_published(tokens, text.edits))
    return Words(
        tuple(span.start for span in spans),
        tuple(span.end for span in spans),
        tuple(norm_of(token.text) for token in tokens),
        tuple(stem_of(token.text) for token in tokens),
    )


def _is_word(norm: str) -> bool:
    return norm[:1].isalnum()


@lru_cache(maxsize=100_000)
def norm_of(word: str) -> str:
    """Return a word as the index knows it: folded, in small letters, its digits 0 to 9.

    >>> norm_of("می‌گوید"), norm_of("NATO"), norm_of("۱۴")
    ('میگوید', 'nato', '14')
    """
    return fold(word).casefold().translate(_DIGITS)


@lru_cache(maxsize=100_000)
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


def _spans_as_published(tokens: Iterable[Token], edits: tuple[Edit, ...]) -> Iterator[Span]:
    """Lead each token back to the text as handed in.

    Between two edits a shift will do; only a token beside an edit needs the alignment, which costs ten times that.
    """
    alignment = Alignment.from_edits(edits)
    borders = _repaired_borders(edits)
    at, grown = 0, 0
    for token in tokens:
        while at < len(borders) and borders[at][1] <= token.start:
            grown = borders[at][2]
            at += 1
        untouched = at == len(borders) or borders[at][0] >= token.end
        beside = at and borders[at - 1][1] == token.start
        if untouched and not beside:
            yield Span(token.start - grown, token.end - grown)
        else:
            yield alignment.to_source(Span(token.start, token.end))


def _repaired_borders(edits: tuple[Edit, ...]) -> list[tuple[int, int, int]]:
    """Return for each edit where its replacement begins and ends in the repaired text, and the growth up to there."""
    borders, grown = [], 0
    for edit in edits:
        start = edit.span.start + grown
        grown += len(edit.to) - (edit.span.end - edit.span.start)
        borders.append((start, start + len(edit.to), grown))
    return borders
