"""Align headline and lead statements with the body statement that they give again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache

from msgspec.structs import replace

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.records import Saying, Span, Text

# Words are compared by their first letters: endings differ between headline and body («گسترش یابد»، «گسترش می‌یابد»).
_STEM = 5
# A shorter word tells too little. Particles and light verbs are left out by the closed class of words.
_SHORTEST = 3
# The share of the headline's words that the body statement must have. Read on the work fold of dev.jsonl: of 34 pairs
# at 0.5, four were another statement on the same topic; at 0.6, four of 31.
_SHARED = 0.5
_FEWEST = 2

# A headline's words stand near each other in the body: within so many words, and so many for each of its own.
_STRETCH = 12
_STRETCH_A_WORD = 4

Words = tuple[str, ...]


def link_repeats(text: Text, sayings: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """Return the sayings, those of title and lead with `same_as` where the body says the same."""
    if not any(saying.section in ("title", "lead") for saying in sayings):
        return sayings
    said = [_words_of(text, saying.content) for saying in sayings]
    sources = [_words_of(text, (saying.source,)) if saying.source else () for saying in sayings]
    return tuple(_linked(i, sayings, said, sources) for i in range(len(sayings)))


def _linked(at: int, sayings: tuple[Saying, ...], said: list[Words], sources: list[Words]) -> Saying:
    saying, head = sayings[at], frozenset(said[at])
    if saying.section not in ("title", "lead") or len(head) < _FEWEST:
        return saying
    later = (i for i in range(at + 1, len(sayings)) if _may_repeat(saying, sayings[i], sources[at], sources[i]))
    shares = {i: _share(head, said[i]) for i in later}
    best = max(shares, key=lambda i: (shares[i], -len(said[i])), default=at)
    return replace(saying, same_as=best) if shares.get(best, 0.0) >= _SHARED else saying


def _may_repeat(saying: Saying, other: Saying, ours: Words, theirs: Words) -> bool:
    """The body gives a statement again at the same depth, and by nobody who is plainly another."""
    if other.section == "title" or other.section == saying.section:
        return False
    if (saying.nested_in is None) != (other.nested_in is None):
        return False
    return not ours or not theirs or bool(set(ours) & set(theirs)) or len(set(theirs)) < _FEWEST


def _share(head: frozenset[str], body: Words) -> float:
    """The share of the headline's words that stand together in one stretch of the body."""
    common = _most_together(head, body, max(_STRETCH, _STRETCH_A_WORD * len(head)))
    return common / len(head) if common >= _FEWEST else 0.0


def _most_together(head: frozenset[str], body: Words, longest: int) -> int:
    """How many different words of the headline the best stretch of that length has."""
    inside: Counter[str] = Counter()
    present = most = 0
    for at, word in enumerate(body):
        leaving = body[at - longest] if at >= longest else ""
        if leaving in head:
            inside[leaving] -= 1
            present -= not inside[leaving]
        if word in head:
            present += not inside[word]
            inside[word] += 1
            most = max(most, present)
    return most


def _words_of(text: Text, spans: tuple[Span, ...]) -> Words:
    """The stems of the words in some spans, in their order, without particles and light verbs."""
    found = []
    for span in spans:
        at = max(0, bisect_right(text.sentences, span.start, key=lambda s: s.start) - 1)
        for sentence in text.sentences[at:]:
            if sentence.start >= span.end:
                break
            told = (t.norm for t in sentence.tokens if span.start <= t.start < span.end and len(t.norm) >= _SHORTEST)
            found += [word[:_STEM] for word in told if word not in _particles()]
    return tuple(found)


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in load_table("closed_class.tsv", key=2))
