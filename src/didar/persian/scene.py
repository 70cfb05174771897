"""See a sentence by its clauses: a sentence and its mentions in, words, verbs, bounds and actors by token out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, cached_property

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_table
from didar.persian.tokens import Verb, find_verbs, place_mention, sentence_of, token_at
from didar.records import Mention, Sentence, Span

_CLOSING_MARKS = frozenset(":؛؟!")
_WIDEST = 4
# Words of a sentence that are looked at together: no sentence of news is longer, and time stays linear where one is.
_LONGEST = 300


def pieces(sentence: Sentence) -> tuple[Sentence, ...]:
    """Return a sentence whole, or cut where it is longer than any sentence of news."""
    if len(sentence.tokens) <= _LONGEST:
        return (sentence,)
    cuts = (sentence.tokens[at : at + _LONGEST] for at in range(0, len(sentence.tokens), _LONGEST))
    return tuple(sentence_of(tokens[0].start, tokens[-1].end, sentence.paragraph, tokens) for tokens in cuts)


def phrases(name: str) -> frozenset[str]:
    """Return one list of scene.toml, folded."""
    return folded("scene.toml", name)


@cache
def _closed(name: str) -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in load_table("closed_class.tsv", key=2) if row["class"] == name)


@cache
def _edges(listed: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the first words and the last words of the listed phrases: most places have neither."""
    split = [phrase.split() for phrase in listed]
    return frozenset(words[0] for words in split), frozenset(words[-1] for words in split)


class Scene:
    """A sentence with what the rules ask of it. `number` is its place in the text, `sayings` those with a cue in it."""

    def __init__(self, number: int, sentence: Sentence, actors: Iterable[Mention], dated: Iterable[Span]) -> None:
        self.number = number
        self.sentence = sentence
        self.norms = sentence.norms
        self.edges = [token.start for token in sentence.tokens]
        self.actors = [place_mention(mention, self.edges) for mention in actors if mention.rule != "joint"]
        self._firsts = [actor.first for actor in self.actors]
        self.starting = {actor.first: actor for actor in reversed(self.actors)}
        self.ending = {actor.last: actor for actor in self.actors}
        self.dated = {at for span in dated for at in range(self.token_at(span.start), self.token_at(span.end - 1) + 1)}

    @cached_property
    def verbs(self) -> dict[int, Verb]:
        """The verb forms outside the actors, by their first token."""
        covered = {index for actor in self.actors for index in range(actor.first, actor.last)}
        found = (verb for verb in find_verbs(self.norms) if verb.first not in covered)
        return {verb.first: verb for verb in found if not self._is_noun(verb)}

    def _is_noun(self, verb: Verb) -> bool:
        """«در نشست شورا», not «به گفت‌وگو نشست»: a verb ends its clause."""
        behind = self.norms[verb.last : verb.last + 1]
        goes_on = bool(behind) and behind[0][:1].isalpha() and behind[0] not in phrases("and")
        return goes_on and self.norms[verb.first] in phrases("nouns_too") and not self.is_mark(verb.last)

    def token_at(self, position: int) -> int:
        """Return the index of the token that holds a code point of the text."""
        return token_at(self.edges, position)

    def actor_from(self, at: int) -> int:
        """Return the index of the first actor that begins at a token or behind it."""
        return bisect_left(self._firsts, at)

    def span(self, first: int, last: int) -> Span:
        """Return the code points of the tokens [first, last)."""
        return Span(self.sentence.tokens[first].start, self.sentence.tokens[last - 1].end)

    def phrase_at(self, at: int, listed: frozenset[str]) -> int:
        """Return how many words from a token on are one of the listed phrases, 0 for none."""
        norms = self.norms
        if at >= len(norms) or norms[at] not in _edges(listed)[0]:
            return 0
        for length in range(min(_WIDEST, len(norms) - at), 0, -1):
            if " ".join(norms[at : at + length]) in listed:
                return length
        return 0

    def phrase_before(self, at: int, listed: frozenset[str]) -> int:
        """Return how many words that end before a token are one of the listed phrases, 0 for none."""
        norms = self.norms
        if at <= 0 or norms[at - 1] not in _edges(listed)[1]:
            return 0
        for length in range(min(_WIDEST, at), 0, -1):
            if " ".join(norms[at - length : at]) in listed:
                return length
        return 0

    def is_verb(self, at: int) -> bool:
        """Tell whether a token begins a finite verb."""
        return at in self.verbs and self.verbs[at].form.person > 0

    def is_preposition(self, at: int) -> bool:
        """Tell whether a preposition stands at a token, alone or as the end of a phrase («پس از»)."""
        ends = (" ".join(self.norms[at - n + 1 : at + 1]) for n in (1, 2, 3) if n <= at + 1)
        return any(phrase in _closed("preposition") for phrase in ends)

    def is_adverb(self, at: int) -> bool:
        """Tell whether an adverb or conjunction stands at a token: a subject may follow it."""
        return self.norms[at] in _closed("adverbial") or self.norms[at] in _closed("conjunction")

    def is_mark(self, at: int) -> bool:
        """Tell whether a mark or a word that opens a clause stands at a token."""
        return self.norms[at] in _CLOSING_MARKS or self.norms[at] in _closed("subordinator")

    def bounds(self, at: int) -> bool:
        """Tell whether a token ends a noun phrase: a mark, a finite verb, a preposition."""
        return self.is_mark(at) or self.is_verb(at) or self.is_preposition(at)

    def clause_start(self, at: int) -> int:
        """Return where the clause of a token begins: after the last mark or «که» before it."""
        while at > 0 and not self.is_mark(at - 1):
            at -= 1
        return at
