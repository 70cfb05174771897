"""See a sentence as the statement rules see it: its verbs, quotation, actors and the bounds of phrases, by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

import msgspec

from didar.persian.lexicon.lists import Phrase, by_first_word, phrase_of
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.tokens import Actor, Verb, find_verbs, place_mention
from didar.records import DateMention, Mentions, Sentence, Span, Text
from didar.statements.quotation import find_quotations

PREPOSITION, ADVERBIAL, SUBORDINATOR = "preposition", "adverbial", "subordinator"
_TANWIN = "\u0627\u064b"
CONJUNCTION, OBJECT, MARK = "conjunction", "object_marker", "mark"


class Clauses(msgspec.Struct, frozen=True):
    """A sentence with what the rules ask of its tokens. `classes` is the closed class of each token, or ''."""

    text: Text
    sentence: Sentence
    norms: tuple[str, ...]
    verbs: tuple[Verb, ...]
    classes: tuple[str, ...]
    quoted: tuple[bool, ...]
    actors: tuple[Actor, ...]
    spans: tuple[Span, ...]
    quotations: tuple[Span, ...]

    def span(self, first: int, last: int) -> Span:
        """Return the code points of the tokens [first, last)."""
        return Span(self.spans[first].start, self.spans[last - 1].end)

    def __len__(self) -> int:
        return len(self.norms)


def see_clauses(text: Text, mentions: Mentions) -> tuple[Clauses, ...]:
    """Return every sentence of a text as the statement rules see it."""
    quotations = find_quotations(text)
    starts = [m.span.start for m in mentions.actors]
    return tuple(_see(text, s, mentions, starts, quotations) for s in text.sentences)


def _see(
    text: Text, sentence: Sentence, mentions: Mentions, starts: list[int], quotations: tuple[Span, ...]
) -> Clauses:
    norms = tuple(token.norm for token in sentence.tokens)
    edges = [token.start for token in sentence.tokens]
    inside = mentions.actors[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    near = tuple(q for q in quotations if q.start < sentence.end and q.end > sentence.start)
    return Clauses(
        text=text,
        sentence=sentence,
        norms=norms,
        verbs=find_verbs(norms),
        classes=_classify(sentence, text.text[sentence.start : sentence.end], norms, edges, mentions.dates),
        quoted=_inside(edges, near),
        actors=tuple(place_mention(mention, edges) for mention in inside),
        spans=tuple(Span(token.start, token.end) for token in sentence.tokens),
        quotations=near,
    )


def _inside(edges: list[int], quotations: tuple[Span, ...]) -> tuple[bool, ...]:
    quoted = [False] * len(edges)
    for quotation in quotations:
        for at in range(bisect_left(edges, quotation.start), bisect_left(edges, quotation.end)):
            quoted[at] = True
    return tuple(quoted)


Phrases = tuple[tuple[Phrase, str], ...]


@cache
def _closed_class() -> dict[str, Phrases]:
    """Map a first word to the phrases that begin with it, longest first, each with its class."""
    rows = load_table("closed_class.tsv", key=2)
    return by_first_word(((phrase_of(row["form"]), row["class"]) for row in rows), itemgetter(0))


def _classify(
    sentence: Sentence, sentence_text: str, norms: tuple[str, ...], edges: list[int], dates: Sequence[DateMention]
) -> tuple[str, ...]:
    classes = [""] * len(norms)
    # A word in -an with its mark is an adverb: «صراحتاً».
    if _TANWIN in sentence_text:
        classes = [ADVERBIAL if token.text.endswith(_TANWIN) else "" for token in sentence.tokens]
    known = _closed_class()
    beyond = 0
    for at, norm in enumerate(norms):
        if at < beyond:
            continue
        if norm in known:
            beyond = at + _classify_phrase(known[norm], norms, at, classes)
        elif len(norm) == 1 and not norm.isalnum():
            classes[at] = MARK
    _mark_settings(norms, classes)
    return _with_dates(classes, edges, dates)


def _classify_phrase(phrases: Phrases, norms: tuple[str, ...], at: int, classes: list[str]) -> int:
    """Mark the longest phrase that begins at `at`, and return how many tokens it takes; 0 where none does."""
    for words, name in phrases:
        if norms[at : at + len(words)] == words:
            classes[at : at + len(words)] = [name] * len(words)
            return len(words)
    return 0


def _mark_settings(norms: tuple[str, ...], classes: list[str]) -> None:
    """«در این دیدار»، «در ادامه این نشست»: a demonstrative and its noun after «در» tell where, never who."""
    patterns = load_patterns("statements.toml")
    for at in range(1, len(norms) - 1):
        if norms[at] not in patterns["demonstratives"] or classes[at + 1]:
            continue
        if norms[at - 1] in patterns["within"] or (
            classes[at - 1] == ADVERBIAL and norms[at - 2] in patterns["within"]
        ):
            classes[at - 1 : at + 2] = [ADVERBIAL] * 3


def _with_dates(classes: list[str], edges: list[int], dates: Sequence[DateMention]) -> tuple[str, ...]:
    """A date in a clause is an adverbial: it bounds a noun phrase."""
    for date in dates:
        for at in range(bisect_left(edges, date.span.start), bisect_left(edges, date.span.end)):
            classes[at] = classes[at] or ADVERBIAL
    return tuple(classes)
