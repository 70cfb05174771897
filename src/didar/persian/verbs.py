"""Read a verb form: a word, or words in a row, becomes infinitive, tense, person, number, negation and voice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Literal

import msgspec

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.records import Tense

Number = Literal["singular", "plural"]


class VerbForm(msgspec.Struct, frozen=True, gc=False):
    """What a verb form says; `person` is 0 where the form has none (participle, infinitive)."""

    lemma: str
    tense: Tense
    person: int = 0
    number: Number = "singular"
    negated: bool = False
    passive: bool = False


Spelled = tuple[str, VerbForm]


class _Parts(msgspec.Struct, frozen=True, gc=False):
    """The stems of one verb and the pieces that go before and after them."""

    lemma: str
    particle: str
    past: str
    present: str


def analyse(norm: str) -> VerbForm | None:
    """Read one folded word without half-spaces; None where it is no verb form that the lexicon can make.

    >>> analyse("میگوید").lemma, analyse("نگفتهاند").tense
    ('گفتن', 'perfect')
    """
    return _forms().get(norm)


def analyse_at(norms: Sequence[str], index: int) -> tuple[VerbForm, int] | None:
    """Read the longest verb form that begins at `index`, and how many words it takes.

    Knows perfect and pluperfect («گفته است»، «گفته بود»), future («خواهد گفت»), passive («گفته شد»، «گفته خواهد شد»),
    parted prefixes («می گوید»، «گفته اند»، «بر می گردد»).
    """
    word = norms[index]
    if word not in verb_beginnings():
        return None
    for rule in _of_several_words(word):
        if found := rule(norms, index):
            return found
    form = _forms().get(word)
    return (form, 1) if form else None


@cache
def verb_beginnings() -> frozenset[str]:
    """Return every folded word with which a verb form can begin, so that other words need no look."""
    return frozenset({*_forms(), *_prefixes(), *_particles(), *_future_auxiliaries()})


def spelled_forms() -> Iterator[str]:
    """Return every verb form of one word as it is rightly spelled, half-spaces and all."""
    return (word for word, _ in _all_forms())


def stems_of(norm: str, lemma: str) -> str | None:
    """Return the stems of a folded form of a verb, «گفت#گو»; those of «است» and «هست» stand alone, as in treebanks.

    >>> stems_of("برگشتند", "برگشتن"), stems_of("هستند", "بودن"), stems_of("کتابها", "کتاب")
    ('برگشت#برگرد', '#هست', None)
    """
    alone = next((stem for stem, forms in _grammar()["stems_alone"].items() if norm in forms), None)
    return f"#{alone}" if alone else _stems().get(lemma)


@cache
def _stems() -> dict[str, str]:
    pairs = {v.lemma: f"{v.particle}{v.past}#{v.particle}{_bare(v.present)}" for v in _verbs()}
    return {**_grammar()["stems"], **pairs}


def future_auxiliaries() -> frozenset[str]:
    """Return the folded forms of «خواستن» that make the future."""
    return frozenset(_future_auxiliaries())


@cache
def present_stems() -> frozenset[str]:
    """Return the present stems of all verbs; with ش they make nouns («آموزش»)."""
    return frozenset(verb.present for verb in _verbs())


# --- more than one word --------------------------------------------------------------------------------------

_Rule = Callable[[Sequence[str], int], tuple[VerbForm, int] | None]


@cache  # There are as many words as `verb_beginnings` has.
def _of_several_words(word: str) -> tuple[_Rule, ...]:
    """Return the readings of several words that can begin with a word, in the order in which they are tried."""
    form = _forms().get(word)
    apart = word in _prefixes() or word in _particles()
    fits = (
        (_future, word in _future_auxiliaries() or word in _particles()),
        (_after_participle, form is not None and form.tense == "participle"),
        (_parted, apart),
    )
    return tuple(rule for rule, can_begin in fits if can_begin)


def _at(norms: Sequence[str], index: int) -> str:
    return norms[index] if index < len(norms) else ""


def _future(norms: Sequence[str], index: int) -> tuple[VerbForm, int] | None:
    """خواهد گفت; with a particle: بر خواهد گشت."""
    particle = norms[index] if norms[index] in _particles() else ""
    at = index + bool(particle)
    found = _future_auxiliaries().get(_at(norms, at))
    form = found and analyse(particle + _at(norms, at + 1))
    if not found or not form or form.tense != "past" or form.person != 3 or form.number != "singular":
        return None
    person, number, negated = found
    return VerbForm(form.lemma, "future", person, number, negated), at + 2 - index


def _after_participle(norms: Sequence[str], index: int) -> tuple[VerbForm, int] | None:
    """گفته است, گفته بود, گفته باشد, گفته شد, گفته شده است, گفته خواهد شد."""
    form = _forms()[norms[index]]
    following = analyse_at(norms, index + 1) if index + 1 < len(norms) else None
    if not following:
        return None
    tail, taken = following
    negated = form.negated or tail.negated
    if tail.lemma == _grammar()["auxiliaries"]["passive"] and tail.tense != "infinitive":
        return VerbForm(form.lemma, tail.tense, tail.person, tail.number, negated, True), taken + 1
    tense = _WITH_BEING.get(tail.tense) if tail.lemma == _grammar()["auxiliaries"]["being"] else None
    return (VerbForm(form.lemma, tense, tail.person, tail.number, negated), taken + 1) if tense else None


_WITH_BEING: dict[Tense, Tense] = {"present": "perfect", "past": "pluperfect", "subjunctive": "subjunctive"}


def _parted(norms: Sequence[str], index: int) -> tuple[VerbForm, int] | None:
    """می گوید, نمی گوید, گفته اند, بر می گردد: parts that a half-space or nothing should join."""
    for taken in (3, 2):
        words = norms[index : index + taken]
        if len(words) == taken and (form := analyse("".join(words))):
            return form, taken
    return None


# --- the forms of one word -------------------------------------------------------------------------------------


@cache
def _grammar() -> dict[str, Any]:
    return load_patterns("verb_endings.toml")


@cache
def _verbs() -> tuple[_Parts, ...]:
    rows = load_table("verbs.tsv")
    return tuple(_Parts(r["infinitive"], r["particle"].strip("-"), r["past"], r["present"]) for r in rows)


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(verb.particle) for verb in _verbs() if verb.particle)


@cache
def _prefixes() -> frozenset[str]:
    prefixes = _grammar()["prefixes"]
    return frozenset((fold(prefixes["lasting"]), fold(prefixes["not_lasting"])))


@cache
def _future_auxiliaries() -> dict[str, tuple[int, Number, bool]]:
    found: dict[str, tuple[int, Number, bool]] = {}
    no = _grammar()["prefixes"]["not"]
    for place, word in enumerate(_grammar()["auxiliaries"]["future"]):
        person, number = _person(place)
        found[fold(word)] = (person, number, False)
        found[fold(no + word)] = (person, number, True)
    return found


@cache
def _forms() -> dict[str, VerbForm]:
    """Map every folded form to its reading; the first reading stays (finite before participle, common before rare)."""
    # The table's stems are folded already, so that a form loses its half-spaces and nothing else.
    return {word.replace(ZWNJ, ""): form for word, form in reversed(_all_forms())}


@cache
def _all_forms() -> tuple[Spelled, ...]:
    return (*_irregular(), *(spelled for verb in _verbs() for spelled in _conjugate(verb)))


def _irregular() -> Iterator[Spelled]:
    for entry in _grammar()["irregular"]:
        for place, word in enumerate(entry["forms"]):
            if word:
                person, number = _person(place)
                yield word, VerbForm(entry["infinitive"], entry["tense"], person, number, entry["negated"])


def _conjugate(verb: _Parts) -> Iterator[Spelled]:
    endings = _grammar()["endings"]
    yield verb.particle + verb.past + endings["infinitive"], VerbForm(verb.lemma, "infinitive")
    yield from _past_forms(verb)
    yield from _present_forms(verb)
    yield from _perfect_forms(verb)


def _person(place: int) -> tuple[int, Number]:
    return place % 3 + 1, "singular" if place < 3 else "plural"


def _with_endings(stem: str, endings: Sequence[str], verb: _Parts, tense: Tense, negated: bool) -> Iterator[Spelled]:
    for place, ending in enumerate(endings):
        person, number = _person(place)
        yield verb.particle + stem + ending, VerbForm(verb.lemma, tense, person, number, negated)


def _past_forms(verb: _Parts) -> Iterator[Spelled]:
    endings, prefixes = _grammar()["endings"]["past"], _grammar()["prefixes"]
    yield from _with_endings(verb.past, endings, verb, "past", False)
    yield from _with_endings(prefixes["lasting"] + verb.past, endings, verb, "imperfect", False)
    yield from _with_endings(prefixes["not_lasting"] + verb.past, endings, verb, "imperfect", True)
    for stem in _joined(prefixes["not"], verb.past):
        yield from _with_endings(stem, endings, verb, "past", True)


def _present_forms(verb: _Parts) -> Iterator[Spelled]:
    endings, prefixes = _grammar()["endings"]["present"], _grammar()["prefixes"]
    yield from _with_endings(prefixes["lasting"] + verb.present, endings, verb, "present", False)
    yield from _with_endings(prefixes["not_lasting"] + verb.present, endings, verb, "present", True)
    for stem in _joined(prefixes["wish"], verb.present):
        yield from _with_endings(stem, endings, verb, "subjunctive", False)
        yield verb.particle + _bare(stem), VerbForm(verb.lemma, "imperative", 2)
    for stem in _joined(prefixes["not"], verb.present):
        yield from _with_endings(stem, endings, verb, "subjunctive", True)
    if verb.particle or verb.lemma in _grammar()["auxiliaries"]["bare"]:
        yield from _with_endings(verb.present, endings, verb, "subjunctive", False)


def _perfect_forms(verb: _Parts) -> Iterator[Spelled]:
    endings, prefixes = _grammar()["endings"], _grammar()["prefixes"]
    participle = verb.past + endings["participle"]
    lasting = ((prefixes["lasting"] + participle, False), (prefixes["not_lasting"] + participle, True))
    stems = [(participle, False), *((stem, True) for stem in _joined(prefixes["not"], participle)), *lasting]
    for stem, negated in stems:
        for word, form in _with_endings(stem, endings["perfect"], verb, "perfect", negated):
            alone = form.person == 3 and form.number == "singular"
            yield word, VerbForm(verb.lemma, "participle", negated=negated) if alone else form


def _bare(stem: str) -> str:
    return stem[:-1] if stem.endswith(tuple(_grammar()["letters"]["silent_final"])) else stem


def _joined(prefix: str, stem: str) -> tuple[str, ...]:
    """Join ن or ب to a stem: نگفت, نیامد, نیفزود (and نافزود, as some write), نایستاد."""
    letters, glide = _grammar()["letters"], _grammar()["prefixes"]["glide"]
    if stem.startswith(letters["long_a"]):
        return (prefix + glide + letters["alef"] + stem[1:],)
    if not stem.startswith(letters["alef"]) or stem.startswith(tuple(letters["standing_alef"])):
        return (prefix + stem,)
    return prefix + glide + stem[1:], prefix + glide + stem
