"""Find prepositional cues: «به گفته X، S»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

import msgspec

from didar.persian.lexicon.lists import Phrase, by_first_word, opening_at, phrase_of
from didar.persian.lexicon.loader import Row, load_table
from didar.records import Act, Stance
from didar.statements.clauses import MARK, PREPOSITION, Clauses
from didar.statements.phrases import has_verb, phrase_end, words
from didar.statements.somebody import may_speak
from didar.statements.sources import Subject

_LONGEST_SPEAKER = 22
_LONGEST_REST = 7


class Relay(msgspec.Struct, frozen=True, gc=False):
    """«به گفته» on the tokens [first, last), the speaker after it, and where the content begins."""

    first: int
    last: int
    lemma: str
    act: Act
    stance: Stance
    subject: Subject
    content: int


def find_relays(clauses: Clauses) -> tuple[Relay, ...]:
    """Return the prepositional cues of a sentence in order."""
    openings = _openings()
    telling = [at for at, norm in enumerate(clauses.norms) if norm in openings]
    begun = [opened for at in telling for opened in _begun(clauses, at)]
    return tuple(relay for opened in begun if (relay := _relay(clauses, *opened)))


def _begun(clauses: Clauses, telling: int) -> Iterator[tuple[int, Phrase, Row]]:
    """The longest opening of those whose telling word stands at a token, and where it begins."""
    for opening, row in _openings()[clauses.norms[telling]]:
        at = telling - (len(opening) > 1)
        if at >= 0 and clauses.norms[at : at + len(opening)] == opening:
            yield at, opening, row
            return


def _relay(clauses: Clauses, at: int, opening: Phrase, row: Row) -> Relay | None:
    last = at + len(opening)
    speaker = _speaker(clauses, last) if _opens_clause(clauses, at) else None
    if speaker is None or speaker.last >= len(clauses) or clauses.norms[speaker.first] in words("first_person"):
        return None
    content = _behind_phrase(clauses, speaker.last)
    while (
        content < len(clauses)
        and clauses.classes[content] == MARK
        and clauses.norms[content] not in words("opening_quotes")
    ):
        content += 1
    return Relay(at, last, row["opening"], cast(Act, row["act"]), cast(Stance, row["stance"]), speaker, content)


def _opens_clause(clauses: Clauses, at: int) -> bool:
    """«به نظر X» opens a clause; in «استفاده از نظر X» it is an object."""
    return at == 0 or clauses.classes[at - 1] != "" or any(verb.last == at for verb in clauses.verbs)


def _speaker(clauses: Clauses, start: int) -> Subject | None:
    """The mention right after the opening, or the noun phrase up to a comma."""
    actor = next((a for a in clauses.actors if start <= a.first <= start + 2), None)
    if actor and PREPOSITION not in clauses.classes[start : actor.first]:
        first = start if actor.first - start < 2 else actor.first
        return Subject(first, _to_comma(clauses, actor.last), "mention_after_opening")
    end = phrase_end(clauses, start, min(len(clauses), start + _LONGEST_SPEAKER))
    bounded = _comma_behind(clauses, end) is not None
    if clauses.norms[start - 2] in words("from") and not may_speak(clauses.norms[start:end]):  # «از نظر فنی، S»
        return None
    return Subject(start, end, "phrase_after_opening") if bounded and end > start else None


def _behind_phrase(clauses: Clauses, last: int) -> int:
    """«به گفته شهردار در پاسخ به خبرنگاران، S»: what is said begins behind the comma."""
    addressed = opening_at(clauses.norms, last, "addressing.toml", "address")
    comma = _comma_behind(clauses, last) if addressed else None
    return last if comma is None else comma


def _to_comma(clauses: Clauses, last: int) -> int:
    """«به عقیده بسیاری از کارشناسان راه، S»: nouns go on to a comma close by."""
    governed = last < len(clauses) and clauses.classes[last] == PREPOSITION
    comma = None if governed else _comma_behind(clauses, last)
    return last if comma is None else comma


def _comma_behind(clauses: Clauses, last: int) -> int | None:
    """A comma close by, with no clause before it."""
    near = range(last, min(last + _LONGEST_REST, len(clauses)))
    comma = next((i for i in near if clauses.norms[i] in words("comma")), None)
    return comma if comma is not None and not has_verb(clauses, last, comma) else None


@cache
def _openings() -> dict[str, tuple[tuple[Phrase, Row], ...]]:
    """Map the telling word of an opening, its second («به گفته») or its only one, to the openings, longest first."""
    openings = ((words, row) for row in load_table("relays.tsv") for words in _spelled(row))
    return by_first_word(openings, lambda opening: opening[0][1:] or opening[0])


def _spelled(row: Row) -> Iterator[Phrase]:
    opening = phrase_of(row["opening"])
    yield opening
    if len(opening) > 1:  # «به‌گفته» with a half-space is one word
        yield opening[0] + opening[1], *opening[2:]
