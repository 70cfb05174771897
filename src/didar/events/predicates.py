"""Find predicates of deeds: a sentence's words in, those that tell an event of PLOVER («بازداشت کرد») out."""

from __future__ import annotations

from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.verbs import VerbForm, analyse_at


class Kind(msgspec.Struct, frozen=True, gc=False):
    """A row of event_triggers.tsv."""

    nominal: tuple[str, ...]
    lemmas: tuple[str, ...]
    type: str
    mode: str | None
    context: str | None
    recipient: str


class Predicate(msgspec.Struct, frozen=True, gc=False):
    """A deed on the tokens [first, last), its verb and its kind."""

    first: int
    last: int
    form: VerbForm
    kind: Kind


@cache
def _kinds() -> dict[str, tuple[tuple[int, Kind], ...]]:
    """Index the kinds by the longest word of their nominal part, with its place in it; longest nominals first."""
    listed: dict[str, list[tuple[int, Kind]]] = {}
    for row in load_table("event_triggers.tsv"):
        nominal = tuple(fold(word) for word in row["nominal"].split())
        lemmas = tuple(row["verbs"].split(" / "))
        mode, context = (None if row[name] == "-" else row[name] for name in ("mode", "context"))
        telling = max(nominal, key=len)
        kind = Kind(nominal, lemmas, row["type"], mode, context, row["recipient"])
        listed.setdefault(telling, []).append((nominal.index(telling), kind))
    return {word: tuple(sorted(kinds, key=lambda k: -len(k[1].nominal))) for word, kinds in listed.items()}


def find_predicates(norms: tuple[str, ...]) -> tuple[Predicate, ...]:
    """Return the predicates of deeds among the words of a sentence, in order."""
    kinds = _kinds()
    if kinds.keys().isdisjoint(norms):
        return ()
    found = (_read(norms, at, kinds[norm]) for at, norm in enumerate(norms) if norm in kinds)
    return tuple(predicate for predicate in found if predicate)


def _read(norms: tuple[str, ...], at: int, kinds: tuple[tuple[int, Kind], ...]) -> Predicate | None:
    for place, kind in kinds:
        first, end = at - place, at - place + len(kind.nominal)
        if first >= 0 and norms[first:end] == kind.nominal:
            for lemma in kind.lemmas:
                if verb := _verb_at(norms, end, lemma):
                    return Predicate(first, verb[1], verb[0], kind)
    return None


def _verb_at(norms: tuple[str, ...], at: int, lemma: str) -> tuple[VerbForm, int] | None:
    """Return the verb behind a nominal part and its end: the lemma («دادن», «قرار دادن»), or «شدن» for the passive."""
    *parts, verb = lemma.split()
    start = at + len(parts)
    if start >= len(norms) or norms[at:start] != tuple(fold(part) for part in parts):
        return None
    reading = analyse_at(norms, start)
    return (reading[0], start + reading[1]) if reading and reading[0].lemma in (verb, _passive()) else None


def is_passive(predicate: Predicate) -> bool:
    """«بازداشت شد»: the subject is the one to whom it was done."""
    return predicate.form.passive or predicate.form.lemma == _passive()


@cache
def _passive() -> str:
    return str(load_patterns("verb_endings.toml")["auxiliaries"]["passive"])
