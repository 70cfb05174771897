"""Tell what of a deed is real: a scene and a predicate in, its factuality out, and whether it is a deed of the news."""

from __future__ import annotations

from functools import cache

from didar.events.predicates import Predicate
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns
from didar.persian.scene import Scene
from didar.records import Factuality


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """Return one list of events.toml, folded."""
    return frozenset(fold(word) for word in load_patterns("events.toml")[table].get(name, ()))


def is_of_another_kind(scene: Scene, predicate: Predicate) -> bool:
    """Tell what no news of a deed is: a statute («ماده ۵ - قاضی ... آزاد می‌کند»), a prize, a player sent off, or what
    only sounds like one: an employer who dismisses, prices that are held down."""
    if scene.norms[0] in listed("words", "statute") and predicate.form.tense == "present":
        return True
    nominal = " ".join(predicate.kind.nominal)
    if (needed := listed("needs", nominal)) and needed.isdisjoint(scene.norms):
        return True
    if not listed("never", nominal).isdisjoint(scene.norms):
        return True
    name = {"AID": "prizes", "SANCTION": "field", "PROTEST": "space"}.get(predicate.kind.type)
    return name is not None and not listed("words", name).isdisjoint(scene.norms)


def factuality_of(scene: Scene, predicate: Predicate) -> Factuality:
    """Tell done from denied, to come and only thought of, by the verb and the words of its clause."""
    form = predicate.form
    clause = range(_clause_start(scene, predicate), predicate.first)
    if form.tense == "subjunctive" and any(scene.phrase_at(at, listed("words", "achieved")) for at in clause):
        return "asserted"
    if form.tense == "subjunctive" and any(scene.phrase_at(at, listed("words", "failed")) for at in clause):
        return "negated"
    if form.tense == "subjunctive" or any(scene.phrase_at(at, listed("words", "hypothetical")) for at in clause):
        return "hypothetical"
    if form.negated:
        return "negated"
    return "future" if form.tense == "future" else "asserted"


def _clause_start(scene: Scene, predicate: Predicate) -> int:
    """Return where the clause begins; what is only thought of in a clause before does not make the deed so."""
    start = scene.clause_start(predicate.first)
    if predicate.form.tense == "subjunctive":
        return start
    ended = (at for at in range(predicate.first - 1, start, -1) if _ends_clause(scene, at))
    return next(ended, start)


def _ends_clause(scene: Scene, at: int) -> bool:
    """Tell whether a finite verb that ends a clause stands at a token, not «ممکن است», «قرار است»."""
    if not scene.is_verb(at):
        return False
    return not scene.phrase_before(scene.verbs[at].last, listed("words", "hypothetical"))
