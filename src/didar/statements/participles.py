"""Find participial cues: «با بیان اینکه S», a statement of its own before the main one."""

from __future__ import annotations

from functools import cache
from typing import cast

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.records import Act, Stance
from didar.statements.clauses import Clauses
from didar.statements.phrases import phrase_at, words


class Participle(msgspec.Struct, frozen=True):
    """«با بیان اینکه» on the tokens [first, last)."""

    first: int
    last: int
    lemma: str
    act: Act
    stance: Stance


def find_participles(clauses: Clauses) -> tuple[Participle, ...]:
    """Return the participial cues of a sentence in order."""
    openers = words("with_openers")
    found = (_participle(clauses, at) for at, norm in enumerate(clauses.norms) if norm in openers)
    return tuple(participle for participle in found if participle)


def _participle(clauses: Clauses, at: int) -> Participle | None:
    for nominal, row in _nominals().get(clauses.norms[at + 1] if at + 1 < len(clauses) else "", ()):
        end = at + 1 + len(nominal)
        if clauses.norms[at + 1 : end] == nominal and (that := phrase_at(clauses, end, "that_clause")):
            return Participle(at, end + that, row["nominal"], cast(Act, row["act"]), cast(Stance, row["stance"]))
    return None


@cache
def _nominals() -> dict[str, tuple[tuple[tuple[str, ...], dict[str, str]], ...]]:
    """Map a first word to the nominals that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}
    for row in load_table("participles.tsv"):
        nominal = tuple(fold(row["nominal"]).split())
        found.setdefault(nominal[0], []).append((nominal, row))
    return {first: tuple(sorted(listed, key=lambda n: -len(n[0]))) for first, listed in found.items()}
