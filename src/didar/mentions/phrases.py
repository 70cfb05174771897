"""Grow a noun phrase from its head word: «سخنگوی» to «سخنگوی وزارت امور خارجه کشورمان», with what its parts tell."""

from __future__ import annotations

from collections.abc import Callable

from didar.mentions.complements import (
    abroad,
    city,
    collective,
    counted,
    domain,
    holder,
    land,
    linked,
    modifier,
    nested_office,
    number,
    organization,
    people,
    quoted,
    ranked,
    short_name,
    state,
    this_state,
)  # fmt: skip
from didar.mentions.line import Line
from didar.mentions.lists import and_more, listed, run_to_speech, word
from didar.mentions.noun_phrase import Phrase
from didar.mentions.vocabulary import Entry

_LONGEST = 16

Step = Callable[[Line, Phrase], int | None]

STEPS: tuple[Step, ...] = (
    linked, modifier, domain, number, state, this_state, abroad, nested_office, organization, land, people, city,
    counted, collective, ranked, quoted, short_name, listed, and_more, holder, word, run_to_speech,
)  # fmt: skip


def grow(line: Line, start: int, found: tuple[Entry, int]) -> Phrase:
    """Return the longest phrase that begins with the head `found` at `start`."""
    phrase = Phrase(start, found[1], found[0])
    if "closed" in phrase.head.flags:
        return phrase
    while phrase.end - start < _LONGEST:
        end = next((end for step in STEPS if (end := step(line, phrase)) is not None), None)
        if end is None or end <= phrase.end:
            break
        phrase.end = end
    while phrase.parts[-1][0].kind == "linker" and phrase.parts[-1][2] == phrase.end:
        phrase.end = phrase.parts.pop()[1]
    return phrase
