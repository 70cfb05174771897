"""See what is said as the signs of speech acts do: the words of a content, its verbs, the telling words among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import compress

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.tokens import Verb
from didar.records import Span
from didar.statements.clauses import Clauses

_SHORTEST_BARE = 3


class Wording(msgspec.Struct, frozen=True, gc=False):
    """The words of a content. `sentences` are their bounds by sentence, `verbs` the finite ones.

    `told` maps a sign of acts_words.tsv to the places where one of its words stands.
    """

    norms: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    verbs: tuple[Verb, ...]
    told: dict[str, list[int]]

    def holds(self, *signs: str) -> bool:
        """Tell whether a word of one of these signs stands in the content."""
        return any(sign in self.told for sign in signs)


def see_wording(sentences: tuple[Clauses, ...], spans: tuple[Span, ...]) -> Wording:
    """Return the words of a content, which may go over several sentences."""
    norms: list[str] = []
    bounds: list[tuple[int, int]] = []
    verbs: list[Verb] = []
    for clauses, first, last in _pieces(sentences, spans):
        shift = len(norms) - first
        norms.extend(clauses.norms[first:last])
        bounds.append((first + shift, last + shift))
        for verb in clauses.verbs:
            if first <= verb.first and verb.last <= last and verb.form.tense not in ("participle", "infinitive"):
                verbs.append(Verb(verb.first + shift, verb.last + shift, verb.form))
    return Wording(tuple(norms), tuple(bounds), tuple(verbs), _told(norms))


def _pieces(sentences: tuple[Clauses, ...], spans: tuple[Span, ...]) -> list[tuple[Clauses, int, int]]:
    """The sentences that a content goes over, each with the tokens [first, last) that belong to it."""
    pieces = []
    for span in spans:
        at = max(bisect_right(sentences, span.start, key=lambda c: c.sentence.start) - 1, 0)
        while at < len(sentences) and sentences[at].sentence.start < span.end:
            starts = sentences[at].tokens
            first = bisect_left(starts, span.start, key=lambda s: s.start)
            last = bisect_left(starts, span.end, key=lambda s: s.start)
            if first < last:
                pieces.append((sentences[at], first, last))
            at += 1
    return pieces


def _told(norms: list[str]) -> dict[str, list[int]]:
    lexicon = _lexicon()
    told: dict[str, list[int]] = {}
    for at in compress(range(len(norms)), map(lexicon.__contains__, norms)):
        entry = lexicon[norms[at]]
        for sign in entry.signs:
            told.setdefault(sign, []).append(at)
        following = norms[at + 1] if entry.phrases and at + 1 < len(norms) else ""
        for phrase, sign in entry.phrases.get(following, ()):
            if phrase == tuple(norms[at : at + len(phrase)]):
                told.setdefault(sign, []).append(at)
    return told


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """What a word tells by itself, and the phrases that it begins, by their second word."""

    signs: list[str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def _lexicon() -> dict[str, _Entry]:
    """The telling words, and those that begin a telling phrase."""
    entries: dict[str, _Entry] = {}
    for row in load_table("acts_words.tsv", key=2):
        for written in row["words"].split(" / "):
            for phrase in _inflected(tuple(fold(written).split())):
                entry = entries.setdefault(phrase[0], _Entry([], {}))
                if len(phrase) > 1:
                    entry.phrases.setdefault(phrase[1], []).append((phrase, row["sign"]))
                elif row["sign"] not in entry.signs:
                    entry.signs.append(row["sign"])
    return entries


def _inflected(phrase: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A phrase as listed and with the endings that its last word may bear; particles bear none."""
    if len(phrase[-1]) < _SHORTEST_BARE:
        return [phrase]
    endings = ("", *(fold(ending) for ending in load_patterns("acts.toml")["endings"]))
    return [(*phrase[:-1], phrase[-1] + ending) for ending in endings]
