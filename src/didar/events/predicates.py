"""Find predicates of deeds: a scene in, the words that tell an event of PLOVER («بازداشت کرد») out."""

from __future__ import annotations

from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.scene import Scene, Verb
from didar.records import Sentence


class Kind(msgspec.Struct, frozen=True):
    """A row of event_triggers.tsv."""

    nominal: tuple[str, ...]
    lemmas: tuple[str, ...]
    type: str
    mode: str | None
    context: str | None
    recipient: str


class Predicate(msgspec.Struct, frozen=True):
    """A deed on the tokens [first, last), its verb and its kind."""

    first: int
    last: int
    verb: Verb
    kind: Kind


@cache
def _kinds() -> dict[str, tuple[Kind, ...]]:
    """Index the kinds by the first word of their nominal part, longest first."""
    listed: dict[str, list[Kind]] = {}
    for row in load_table("event_triggers.tsv"):
        nominal = tuple(fold(word) for word in row["nominal"].split())
        lemmas = tuple(row["verbs"].split(" / "))
        mode, context = (None if row[name] == "-" else row[name] for name in ("mode", "context"))
        listed.setdefault(nominal[0], []).append(Kind(nominal, lemmas, row["type"], mode, context, row["recipient"]))
    return {first: tuple(sorted(kinds, key=lambda k: -len(k.nominal))) for first, kinds in listed.items()}


def may_hold_deed(sentence: Sentence) -> bool:
    """Tell cheaply whether a sentence can tell a deed at all."""
    return not _kinds().keys().isdisjoint([token.norm for token in sentence.tokens])


def find_predicates(scene: Scene) -> tuple[Predicate, ...]:
    """Return the predicates of deeds in a sentence, in order."""
    found = []
    for at, norm in enumerate(scene.norms):
        for kind in _kinds().get(norm, ()):
            end = at + len(kind.nominal)
            verb = _verb_at(scene, end, kind)
            if scene.norms[at:end] == kind.nominal and verb:
                found.append(Predicate(at, verb.last, verb, kind))
                break
    return tuple(found)


def _verb_at(scene: Scene, at: int, kind: Kind) -> Verb | None:
    """Return the verb behind a nominal part: one of its kind, or «شدن» for the passive."""
    for lemma in kind.lemmas:
        *parts, _ = lemma.split()
        skipped = at + len(parts)
        verb = scene.verbs.get(skipped)
        whole = tuple(fold(part) for part in parts) == scene.norms[at:skipped]
        if verb and whole and verb.form.lemma in (lemma.split()[-1], _passive()):
            return verb
    return None


def is_passive(predicate: Predicate) -> bool:
    """«بازداشت شد»: the subject is the one to whom it was done."""
    return predicate.verb.form.passive or predicate.verb.form.lemma == _passive()


@cache
def _passive() -> str:
    return str(load_patterns("verb_endings.toml")["auxiliaries"]["passive"])
