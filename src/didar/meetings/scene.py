"""See a sentence as the meeting rules see it: its words, verbs, clause bounds and actors, by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.verbs import VerbForm, analyse_at
from didar.records import Mention, Saying, Sentence, Span

_CLOSING_MARKS = frozenset(":؛؟!")
_WIDEST = 4


class Verb(msgspec.Struct, frozen=True):
    """A verb form on the tokens [first, last)."""

    first: int
    last: int
    form: VerbForm


class Actor(msgspec.Struct, frozen=True):
    """A mention on the tokens [first, last)."""

    first: int
    last: int
    mention: Mention


@cache
def phrases(name: str) -> frozenset[str]:
    """Return one list of meetings.toml, folded."""
    return frozenset(fold(phrase) for phrase in load_patterns("meetings.toml")[name])


@cache
def _closed(name: str) -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in load_table("closed_class.tsv", key=2) if row["class"] == name)


class Scene:
    """A sentence with what the rules ask of it. `number` is its place in the text, `sayings` those with a cue in it."""

    def __init__(self, number: int, sentence: Sentence, actors: Iterable[Mention], dated: Iterable[Span]) -> None:
        self.number = number
        self.sentence = sentence
        self.norms = tuple(token.norm for token in sentence.tokens)
        self.edges = [token.start for token in sentence.tokens]
        self.actors = [self._place(mention) for mention in actors if mention.rule != "joint"]
        self.starting = {actor.first: actor for actor in reversed(self.actors)}
        self.ending = {actor.last: actor for actor in self.actors}
        self.verbs = self._find_verbs()
        self.dated = {at for span in dated for at in range(self.token_at(span.start), self.token_at(span.end - 1) + 1)}

    def _place(self, mention: Mention) -> Actor:
        first = self.token_at(mention.span.start)
        return Actor(first, max(bisect_left(self.edges, mention.span.end), first + 1), mention)

    def _find_verbs(self) -> dict[int, Verb]:
        found, at = {}, 0
        while at < len(self.norms):
            reading = analyse_at(self.norms, at)
            if reading and not any(actor.first <= at < actor.last for actor in self.actors):
                found[at] = Verb(at, at + reading[1], reading[0])
            at += reading[1] if reading else 1
        return found

    def token_at(self, position: int) -> int:
        """Return the index of the token that holds a code point of the text."""
        return max(bisect_right(self.edges, position) - 1, 0)

    def span(self, first: int, last: int) -> Span:
        """Return the code points of the tokens [first, last)."""
        return Span(self.sentence.tokens[first].start, self.sentence.tokens[last - 1].end)

    def phrase_at(self, at: int, name: str) -> int:
        """Return how many words from a token on are a phrase of a list of meetings.toml, 0 for none."""
        lengths = range(min(_WIDEST, len(self.norms) - at), 0, -1)
        return next((n for n in lengths if " ".join(self.norms[at : at + n]) in phrases(name)), 0)

    def phrase_before(self, at: int, name: str) -> int:
        """Return how many words that end before a token are a phrase of a list of meetings.toml, 0 for none."""
        lengths = range(min(_WIDEST, at), 0, -1)
        return next((n for n in lengths if " ".join(self.norms[at - n : at]) in phrases(name)), 0)

    def is_verb(self, at: int) -> bool:
        """Tell whether a token begins a finite verb."""
        return at in self.verbs and self.verbs[at].form.person > 0

    def is_preposition(self, at: int) -> bool:
        """Tell whether a preposition stands at a token, alone or as the end of a phrase («پس از»)."""
        ends = (" ".join(self.norms[at - n + 1 : at + 1]) for n in (1, 2, 3) if n <= at + 1)
        return any(phrase in _closed("preposition") for phrase in ends)

    def is_mark(self, at: int) -> bool:
        """Tell whether a mark or a word that opens a clause stands at a token."""
        return self.norms[at] in _CLOSING_MARKS or self.norms[at] in _closed("subordinator")

    def bounds(self, at: int) -> bool:
        """Tell whether a token ends a noun phrase: a mark, a finite verb, a preposition."""
        return self.is_mark(at) or self.is_verb(at) or self.is_preposition(at)

    def clause_start(self, at: int) -> int:
        """Return where the clause of a token begins: after the last mark, «که» or finite verb before it."""
        while at > 0 and not self.is_mark(at - 1):
            at -= 1
        return at


class Voices(msgspec.Struct, frozen=True):
    """Who speaks around a trigger: the saying in whose frame it stands, and the innermost one whose content holds it.

    `source` are the words that name the speaker of the frame.
    """

    frame: int | None
    content: int | None
    source: Span | None = None


def voices(sayings: tuple[Saying, ...], trigger: Span, sentence: Sentence) -> Voices:
    """Return the sayings that a trigger belongs to, by index."""
    holding = [index for index, saying in enumerate(sayings) if _holds(saying, trigger.start)]
    content = min(holding, key=lambda index: _size(sayings[index]), default=None)
    for index, saying in enumerate(sayings):
        told_at = (saying.cue or saying.content[0]).start
        framed = trigger.end <= told_at < sentence.end and index not in holding
        if framed and (content is None or _holds(sayings[content], told_at)):
            return Voices(index, content, saying.source)
    return Voices(None, content)


def _holds(saying: Saying, position: int) -> bool:
    return any(span.start <= position < span.end for span in saying.content)


def _size(saying: Saying) -> int:
    return sum(span.end - span.start for span in saying.content)
