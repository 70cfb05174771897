"""What stands on the tokens of a sentence: its verb forms, and its mentions as actors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter

import msgspec

from didar.persian.verbs import VerbForm, analyse_at, verb_beginnings
from didar.records import Mention, Sentence, Token

_norm = attrgetter("norm")


class Verb(msgspec.Struct, frozen=True, gc=False):
    """A verb form on the tokens [first, last)."""

    first: int
    last: int
    form: VerbForm


class Actor(msgspec.Struct, frozen=True, gc=False):
    """A mention on the tokens [first, last)."""

    first: int
    last: int
    mention: Mention


def sentence_of(start: int, end: int, paragraph: int, tokens: tuple[Token, ...]) -> Sentence:
    """Return a sentence of tokens."""
    return Sentence(start, end, paragraph, tokens, tuple(map(_norm, tokens)))


def find_verbs(norms: Sequence[str]) -> tuple[Verb, ...]:
    """Return the verb forms among folded words, in order, each as long as it can be."""
    found: list[Verb] = []
    known, read = verb_beginnings(), 0
    for at in compress(range(len(norms)), map(known.__contains__, norms)):
        if at >= read and (reading := analyse_at(norms, at)):
            read = at + reading[1]
            found.append(Verb(at, read, reading[0]))
    return tuple(found)


def token_at(edges: Sequence[int], position: int) -> int:
    """Return the index of the token that holds a code point, by the starts of all tokens."""
    return max(bisect_right(edges, position) - 1, 0)


def place_mention(mention: Mention, edges: Sequence[int]) -> Actor:
    """Return a mention on its tokens, one at least, by the starts of all tokens."""
    first = token_at(edges, mention.span.start)
    return Actor(first, max(bisect_left(edges, mention.span.end), first + 1), mention)
