"""Tell whether the verb of a cue speaks of one or of more: «گفت», «گفتند»."""

from __future__ import annotations

from didar.persian.letters import fold
from didar.persian.verbs import Number, analyse_at
from didar.records import Saying, Text


def number_of_cue(text: Text, saying: Saying) -> Number | None:
    """Return the number of the verb of the third person in which a cue ends; None where it ends in none («به گفته»)."""
    if saying.cue is None:
        return None
    norms = fold(text.text[saying.cue.start : saying.cue.end]).split()
    for at in range(len(norms)):
        found = analyse_at(norms, at)
        if found and at + found[1] == len(norms) and found[0].person == 3:
            return found[0].number
    return None
