"""Find where the words of a query stand in a text as published, and cut out a snippet around them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from operator import or_

import msgspec

from didar.records import Span
from didar.search.query import All, Near, Node, Phrase, Run, Word
from didar.store.rows import Words

_AROUND = 90  # code points on each side of the first highlight


class Snippet(msgspec.Struct, frozen=True):
    """A piece of a text; `marks` are the highlights in it, counted from its own beginning."""

    text: str
    marks: tuple[Span, ...] = ()


def find_highlights(node: Node, words: Words) -> tuple[Span, ...]:
    """Return where a text has what the query looks for, in order, as code points of the text as published."""
    hits = sorted(set(_hits(node, words)))
    return tuple(Span(words.starts[first], words.ends[last]) for first, last in hits)


def _hits(node: Node, words: Words) -> Iterator[tuple[int, int]]:
    if isinstance(node, Run | Near):
        yield from _single_hits(node.words, words)
    elif isinstance(node, Phrase):
        yield from _phrase_hits(node.words, words)
    else:
        for part in node.wanted if isinstance(node, All) else node.choices:
            yield from _hits(part, words)


def _single_hits(wanted: tuple[Word, ...], words: Words) -> Iterator[tuple[int, int]]:
    stems = {word.stem for word in wanted if not word.prefix}
    norms = stems | {word.norm for word in wanted} | {a.norm + b.norm for a, b in itertools.pairwise(wanted)}
    prefixes = tuple(word.norm for word in wanted if word.prefix)
    found = map(or_, map(norms.__contains__, words.norms), map(stems.__contains__, words.stems))
    yield from ((at, at) for at in itertools.compress(itertools.count(), found))
    if prefixes:
        yield from ((at, at) for at, norm in enumerate(words.norms) if norm.startswith(prefixes))
    for word in wanted:
        if word.parts:
            yield from _row_hits(word.parts, words)


def _phrase_hits(wanted: tuple[Word, ...], words: Words) -> Iterator[tuple[int, int]]:
    """Compare letters, not words, so that a phrase is found however its half-spaces are written."""
    letters = "".join(word.norm for word in wanted)
    beginnings = {letters[:length] for length in range(1, len(letters) + 1)}
    longer = letters if wanted[-1].prefix else None
    for first, norm in enumerate(words.norms):
        if norm not in beginnings and not (longer and norm.startswith(longer)):
            continue
        at, found = first, norm
        while len(found) < len(letters) and letters.startswith(found) and at + 1 < len(words.norms):
            at += 1
            found += words.norms[at]
        if found == letters or (wanted[-1].prefix and found.startswith(letters)):
            yield first, at


def _row_hits(row: tuple[str, ...], words: Words) -> Iterator[tuple[int, int]]:
    for first, norm in enumerate(words.norms):
        if norm == row[0] and words.norms[first : first + len(row)] == row:
            yield first, first + len(row) - 1


def cut_snippet(text: str, highlights: tuple[Span, ...]) -> Snippet:
    """Return the text around the first highlight, from word to word, on one line; the beginning where there is none."""
    centre = highlights[0] if highlights else Span(0, 0)
    start, end = max(0, centre.start - _AROUND), min(len(text), max(centre.end, centre.start + 1) + _AROUND)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    before, after = "… " if start else "", " …" if end < len(text) else ""
    by = len(before) - start
    marks = tuple(Span(m.start + by, m.end + by) for m in highlights if start <= m.start and m.end <= end)
    return Snippet(before + text[start:end].replace("\n", " ") + after, marks)
