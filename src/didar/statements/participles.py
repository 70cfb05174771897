"""Find participial cues: «با بیان اینکه S», a statement of its own before the main one."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import cast

import msgspec

from didar.persian.lexicon.lists import Phrase, by_first_word, phrase_of
from didar.persian.lexicon.loader import Row, load_table
from didar.records import Act, Stance
from didar.statements.clauses import Clauses
from didar.statements.phrases import phrase_at, words


class Participle(msgspec.Struct, frozen=True, gc=False):
    """«با بیان اینکه» on the tokens [first, last)."""

    first: int
    last: int
    lemma: str
    act: Act
    stance: Stance


def find_participles(clauses: Clauses) -> tuple[Participle, ...]:
    """Return the participial cues of a sentence in order."""
    openers = words("with_openers")
    opened = [at for at, norm in enumerate(clauses.norms) if norm in openers]
    return tuple([participle for at in opened if (participle := _participle(clauses, at))])


def _participle(clauses: Clauses, at: int) -> Participle | None:
    for nominal, row in _nominals().get(clauses.norms[at + 1] if at + 1 < len(clauses) else "", ()):
        end = at + 1 + len(nominal)
        if clauses.norms[at + 1 : end] == nominal and (that := phrase_at(clauses, end, "that_clause")):
            return Participle(at, end + that, row["nominal"], cast(Act, row["act"]), cast(Stance, row["stance"]))
    return None


@cache
def _nominals() -> dict[str, tuple[tuple[Phrase, Row], ...]]:
    """Map a first word to the nominals that begin with it, longest first."""
    return by_first_word(((phrase_of(row["nominal"]), row) for row in load_table("participles.tsv")), itemgetter(0))
