"""Lead a word back to its dictionary form: verbs to the infinitive, nouns and adjectives to the bare word."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_counts, load_table
from didar.persian.verbs import VerbForm, analyse

_LEAST = 3  # how often a bare word must stand in clean text before an ending is taken off for it
_FAR_MORE = 3  # how much more often than the whole, where the ending may be a part of the word («ایشان»)


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """Return the dictionary form of one rightly spelled word; the word itself where no rule knows better.

    >>> lemma("می‌گوید"), lemma("کتاب‌هایشان"), lemma("بزرگ‌ترین"), lemma("کشورها")
    ('گفتن', 'کتاب', 'بزرگ', 'کشور')
    """
    for rule in _RULES:
        if found := rule(word):
            return found
    return word


def compound_lemma(noun: str, form: VerbForm) -> str | None:
    """Return the infinitive of a compound verb, «تأکید کردن»; None where the two words make none.

    >>> compound_lemma("تأکید", analyse("کرد"))
    'تأکید کردن'
    """
    key = f"{fold(noun)} {form.lemma}"
    return f"{noun} {form.lemma}" if key in _compounds() else None


# --- rules, in order -------------------------------------------------------------------------------------------


def _listed(word: str) -> str | None:
    return _irregular().get(fold(word))


def _verb(word: str) -> str | None:
    form = analyse(fold(word))
    return form.lemma if form and form.tense != "infinitive" and not _is_rather_noun(word, form) else None


def _is_rather_noun(word: str, form: VerbForm) -> bool:
    """«کشتی», «گذاری»: news hardly ever speaks to one person, but often of a thing, an act or one of several."""
    bare = ZWNJ not in word and form.tense in ("past", "subjunctive", "perfect") and not form.negated
    return bare and form.person == 2 and form.number == "singular"


def _after_half_space(word: str) -> str | None:
    """کتاب‌هایشان, خانه‌ای, بزرگ‌ترین: what stands after the half-space is an ending."""
    head, mark, tail = word.rpartition(ZWNJ)
    return lemma(head) if mark and head and tail in _endings() else None


def _plural(word: str) -> str | None:
    """کشورها, شهرهای, کارهایشان, after a letter that takes no half-space."""
    for ending in _plural_endings():
        if word.endswith(ending) and _stands(stem := word[: -len(ending)]):
            return lemma(stem)
    return None


def _degree(word: str) -> str | None:
    """برتر stays; جدیدترین goes back to جدید."""
    for ending in _degree_endings():
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and _count(stem) > _count(word):
            return stem
    return None


def _pronoun(word: str) -> str | None:
    """کشورش, پدرشان: a pronoun ending, where the bare word is far more frequent."""
    for ending in _pronoun_endings():
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and _count(stem) >= _LEAST + _FAR_MORE * _count(word):
            return lemma(stem)
    return None


def _library(word: str) -> str | None:
    """What simplemma knows: plurals in ان and ات above all; where it leads to quite another word it is not followed."""
    lemmatize = _simplemma()
    found = lemmatize(word, lang="fa") if lemmatize else word
    return found if found != word and found[:1] == word[:1] else None


_RULES: tuple[Callable[[str], str | None], ...] = (
    _listed,
    _verb,
    _after_half_space,
    _plural,
    _degree,
    _pronoun,
    _library,
)


# --- what the lexicon says ---------------------------------------------------------------------------------------


def _stands(word: str) -> bool:
    return len(word) > 1 and _count(word) >= _LEAST


def _count(word: str) -> int:
    return load_counts("words.counts.tsv").get(word, 0)


@cache
def _irregular() -> dict[str, str]:
    return {fold(row["word"]): row["lemma"] for row in load_table("words_lemmas.tsv")}


@cache
def _kind(kind: str) -> tuple[str, ...]:
    endings = [row["ending"] for row in load_table("affixes.tsv") if row["kind"] == kind]
    return tuple(sorted(endings, key=len, reverse=True))


def _plural_endings() -> tuple[str, ...]:
    return _kind("plural")


def _degree_endings() -> tuple[str, ...]:
    return _kind("degree")


def _pronoun_endings() -> tuple[str, ...]:
    return _kind("pronoun")


@cache
def _endings() -> frozenset[str]:
    return frozenset(row["ending"] for row in load_table("affixes.tsv"))


@cache
def _compounds() -> frozenset[str]:
    return frozenset(fold(key) for key in load_counts("words_compounds.counts.tsv"))


@cache
def _simplemma() -> Callable[..., str] | None:
    """The library is an extra: without it broken plurals stay as they are."""
    try:
        from simplemma import lemmatize
    except ImportError:
        return None
    found: Callable[..., str] = lemmatize
    return found
