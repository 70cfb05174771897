"""Lead a word back to its dictionary form: verbs to the infinitive, nouns and adjectives to the bare word."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_counts, load_table
from didar.persian.verbs import VerbForm, analyse, present_stems, stems_of

_LEAST = 3  # how often a bare word must stand in clean text before an ending is taken off for it
_LONG = 4  # letters of a word from which on it need not be known; shorter ones may end so themselves («انتها»)


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """Return the dictionary form of one rightly spelled word; the word itself where no rule knows better.

    Verbs go back to the infinitive, plurals and words with endings to the bare word, degrees to the positive.

    >>> lemma("می‌گوید"), lemma("کتاب‌هایشان"), lemma("بزرگ‌ترین"), lemma("مسائل")
    ('گفتن', 'کتاب', 'بزرگ', 'مسئله')
    """
    return _first(word, _RULES)


def stems(word: str) -> str | None:
    """Return past and present stem of a verb form, as treebanks write its lemma; None for a word that is no verb form.

    >>> stems("می‌گوید"), stems("است"), stems("کتاب")
    ('گفت#گو', '#است', None)
    """
    form = analyse(fold(word))
    return None if form and form.tense == "infinitive" else stems_of(fold(word), lemma(word))


def _bare(word: str) -> str:
    """Lead back what an ending was taken off: no verb any more («نشست‌ها», «پیچیده‌تر»)."""
    return _first(word, _NOMINAL)


def _first(word: str, rules: tuple[Callable[[str], str | None], ...]) -> str:
    return next((found for rule in rules if (found := rule(word))), word)


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


def is_rather_noun(word: str, form: VerbForm) -> bool:
    """Tell whether a word that could be a verb with «I» or «you» for its subject is a noun in news: «مردم», «کشتی»."""
    listed = _irregular().get(fold(word)) == word
    return form.person in (1, 2) and (listed or _is_rather_noun(form))


def _verb(word: str) -> str | None:
    form = _verb_form(word)
    return form.lemma if form else None


def _verb_form(word: str) -> VerbForm | None:
    if fold(word) in _irregular() and _irregular()[fold(word)] == word:
        return None
    form = analyse(fold(word))
    return form if form and form.tense != "infinitive" and not _is_rather_noun(form) else None


def _is_rather_noun(form: VerbForm) -> bool:
    """«کشتی», «گسترده‌ای»: news hardly ever speaks to one person, but often of a thing, an act, one of several."""
    told = form.tense in ("past", "subjunctive", "perfect") and not form.negated
    return told and form.person == 2 and form.number == "singular"


def _relational(word: str) -> str | None:
    """دولتی, گذاری: the ی is part of the word."""
    return word if word in load_counts("words_relational.counts.tsv") else None


def _broken(word: str) -> str | None:
    """مسائل, and with an ending, مسائلی, علمای."""
    plurals = _broken_plurals()
    return plurals.get(fold(word)) or plurals.get(fold(word.removesuffix("ی")))


def _after_half_space(word: str) -> str | None:
    """کتاب‌هایشان, خانه‌ای, بزرگ‌ترین: what stands after the half-space is an ending."""
    head, mark, tail = word.rpartition(ZWNJ)
    return _bare(head) if mark and head and tail in _endings() else None


def _plural(word: str) -> str | None:
    """کشورها, شهرهای, کارهایشان, after a letter that takes no half-space."""
    for ending in _plural_endings():
        if word.endswith(ending) and (_stands(stem := word[: -len(ending)]) or len(stem) >= _LONG):
            return _bare(stem)
    return None


def _degree(word: str) -> str | None:
    """برتر stays; جدیدترین goes back to جدید."""
    for ending in _degree_endings():
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and _count(stem) > _count(word):
            return stem
    return None


def _people(word: str) -> str | None:
    """فیلم‌سازان, نویسندگان, دانشجویان: people by how their word ends."""
    singulars = [word.removesuffix(ending) + last for ending, last in _plurals_of("people") if word.endswith(ending)]
    glided = [word.removesuffix(ending) for ending, _ in _plurals_of("glided") if word.endswith(ending)]
    singulars += [stem for stem in glided if stem.endswith(_long_vowels())]
    fitting = (one for one in singulars if len(one) > 4 and one.endswith(_person_endings()) and _stands(one))
    return next(fitting, None)


def _clitic(word: str) -> str | None:
    """کشورش, پدرشان, امیدواریم: a glued ending, where the bare word is far more frequent."""
    for ending, times in _clitics():
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and _count(stem) >= _LEAST + times * _count(word):
            return None if stem in present_stems() else _bare(stem)
    return None


def _ezafe(word: str) -> str | None:
    """دریای, نیروی: the ی that joins what follows, after ا and و."""
    stem = word.removesuffix("ی")
    joined = stem != word and len(stem) > 2 and stem.endswith(_long_vowels())
    return _bare(stem) if joined and _count(stem) >= _LEAST else None


def _known_plural(word: str) -> str | None:
    """مذاکرات, تعهدات: the singular, with or without ه, that is the more frequent."""
    singulars = (word.removesuffix(ending) + last for ending, last in _plurals_of("any") if word.endswith(ending))
    best = max(singulars, key=_count, default="")
    return best if len(best) > 3 and _count(best) >= _LEAST else None


def _library(word: str) -> str | None:
    """What simplemma knows: plurals in ان and ات, ی above all; no verbs, other spellings or quite other words."""
    lemmatize = _simplemma()
    found = lemmatize(word, lang="fa") if lemmatize else word
    form = analyse(fold(found))
    another = fold(found) == fold(word) or found[:1] != word[:1] or (form is not None and form.person != 2)
    return None if another else found


_NOMINAL: tuple[Callable[[str], str | None], ...] = (
    _listed,
    _relational,
    _broken,
    _after_half_space,
    _plural,
    _degree,
    _people,
    _clitic,
    _ezafe,
    _library,
    _known_plural,
)
_RULES = (_listed, _verb, *_NOMINAL[1:])


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


@cache
def _clitics() -> tuple[tuple[str, int], ...]:
    return tuple((row["ending"], int(row["times"])) for row in load_table("word_endings.tsv"))


@cache
def _broken_plurals() -> dict[str, str]:
    return {fold(row["plural"]): row["lemma"] for row in load_table("words_plurals.tsv")}


@cache
def _person_endings() -> tuple[str, ...]:
    return tuple(row["ending"] for row in load_table("person_endings.tsv"))


@cache
def _plurals_of(kind: str) -> tuple[tuple[str, str], ...]:
    rows = load_table("noun_plurals.tsv", 2)
    return tuple((row["plural"], row["singular"].strip("-")) for row in rows if row["of"] == kind)


@cache
def _long_vowels() -> tuple[str, ...]:
    return tuple(row["letter"] for row in load_table("ezafe_letters.tsv"))


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
