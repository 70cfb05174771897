"""See a sentence as the statement rules see it: its verbs, quotation, actors and the bounds of phrases, by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from operator import itemgetter

import msgspec

from didar.persian.lexicon.lists import Phrase, by_first_word, folded, phrase_of
from didar.persian.lexicon.loader import load_table
from didar.persian.tokens import Actor, Verb, place_mention, sentence_of
from didar.records import DateMention, Mention, Mentions, Sentence, Span, Text, Token
from didar.statements.quotation import find_quotations
from didar.statements.verbs import see_verbs

PREPOSITION, ADVERBIAL, SUBORDINATOR = "preposition", "adverbial", "subordinator"
_TANWIN = "\u0627\u064b"
CONJUNCTION, OBJECT, MARK = "conjunction", "object_marker", "mark"


class Clauses(msgspec.Struct, frozen=True, dict=True):
    """A sentence with what the rules ask of its tokens. `mentions` are those that begin in it, `dates` all of the text,
    and so are `surnames`, the last one or two words of longer names.

    What only a sentence with a cue is asked for is seen when it is asked for.
    """

    text: Text
    sentence: Sentence
    norms: tuple[str, ...]
    verbs: tuple[Verb, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    surnames: frozenset[str] = frozenset()

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The closed class of each token, or ''."""
        text = self.text.text[self.sentence.start : self.sentence.end]
        return _classify(self.sentence, text, self.norms, self._edges, self.dates)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Whether each token stands inside quotation marks."""
        return _inside(self._edges, self.quotations)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The mentions on their tokens."""
        return tuple([place_mention(mention, self._edges) for mention in self.mentions])

    @cached_property
    def _edges(self) -> list[int]:
        return [token.start for token in self.tokens]

    def span(self, first: int, last: int) -> Span:
        """Return the code points of the tokens [first, last)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def __len__(self) -> int:
        return len(self.norms)


def see_clauses(text: Text, mentions: Mentions) -> tuple[Clauses, ...]:
    """Return every sentence of a text that is part of the report, as the statement rules see it."""
    quotations = find_quotations(text)
    starts = [m.span.start for m in mentions.actors]
    surnames = _surnames(mentions)
    reported = [s for s in text.sentences if s.tokens and text.sections[s.paragraph].type != "boilerplate"]
    return tuple(_see(text, piece, mentions, starts, quotations, surnames) for s in reported for piece in _pieces(s))


# A sentence of more tokens is a page without marks, read piece by piece, so that time grows with length and no
# faster. Of 7,719 sentences in 481 articles one is longer.
_LONGEST = 400


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    if len(sentence.tokens) <= _LONGEST:
        yield sentence
        return
    for first in range(0, len(sentence.tokens), _LONGEST):
        tokens = sentence.tokens[first : first + _LONGEST]
        yield sentence_of(tokens[0].start, tokens[-1].end, sentence.paragraph, tokens)


def _surnames(mentions: Mentions) -> frozenset[str]:
    """Return the last one and two words of the people's names of an article that have more words, folded."""
    names = {m.key for m in mentions.actors if m.form == "name" and m.type == "person" and " " in m.key}
    parts = [name.split() for name in names]
    return frozenset(" ".join(part[-size:]) for part in parts for size in (1, 2) if len(part) > size)


def _see(
    text: Text,
    sentence: Sentence,
    mentions: Mentions,
    starts: list[int],
    quotations: tuple[Span, ...],
    surnames: frozenset[str],
) -> Clauses:
    inside = mentions.actors[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    near = tuple([q for q in quotations if q.start < sentence.end and q.end > sentence.start]) if quotations else ()
    return Clauses(
        text=text,
        sentence=sentence,
        norms=sentence.norms,
        verbs=see_verbs(sentence.norms),
        tokens=sentence.tokens,
        quotations=near,
        mentions=inside,
        dates=mentions.dates,
        surnames=surnames,
    )


def _inside(edges: list[int], quotations: tuple[Span, ...]) -> tuple[bool, ...]:
    if not quotations:
        return (False,) * len(edges)
    quoted = [False] * len(edges)
    for quotation in quotations:
        for at in range(bisect_left(edges, quotation.start), bisect_left(edges, quotation.end)):
            quoted[at] = True
    return tuple(quoted)


class _Listed(msgspec.Struct, frozen=True, gc=False):
    """What the closed class has under a first word: the class of the word alone, or '', and longer phrases.

    `longer` maps a second word to the phrases that go on with it, longest first, each with its class.
    """

    alone: str
    longer: dict[str, tuple[tuple[Phrase, str], ...]]


@cache
def _closed_class() -> dict[str, _Listed]:
    rows = load_table("closed_class.tsv", key=2)
    begun = by_first_word(((phrase_of(row["form"]), row["class"]) for row in rows), itemgetter(0))
    return {word: _listed(entries) for word, entries in begun.items()}


def _listed(entries: tuple[tuple[Phrase, str], ...]) -> _Listed:
    longer: dict[str, tuple[tuple[Phrase, str], ...]] = {}
    for phrase, name in entries:
        if len(phrase) > 1:
            longer[phrase[1]] = (*longer.get(phrase[1], ()), (phrase, name))
    return _Listed(next((name for phrase, name in entries if len(phrase) == 1), ""), longer)


def _classify(
    sentence: Sentence, sentence_text: str, norms: tuple[str, ...], edges: list[int], dates: Sequence[DateMention]
) -> tuple[str, ...]:
    classes = [""] * len(norms)
    # A word in -an with its mark is an adverb: «صراحتاً».
    if _TANWIN in sentence_text:
        classes = [ADVERBIAL if token.text.endswith(_TANWIN) else "" for token in sentence.tokens]
    known = _closed_class()
    beyond = 0
    for at in [at for at, norm in enumerate(norms) if norm in known or len(norm) == 1]:
        if at >= beyond:
            beyond = at + _classify_phrase(known.get(norms[at]), norms, at, classes)
    _mark_settings(norms, classes)
    return _with_dates(classes, edges, dates)


def _classify_phrase(listed: _Listed | None, norms: tuple[str, ...], at: int, classes: list[str]) -> int:
    """Mark the longest phrase that begins at `at`, or the mark there, and return how many tokens it takes."""
    if listed is None:
        classes[at] = classes[at] if norms[at].isalnum() else MARK
        return 1
    for words, name in listed.longer.get(norms[at + 1], ()) if at + 1 < len(norms) else ():
        if norms[at : at + len(words)] == words:
            classes[at : at + len(words)] = [name] * len(words)
            return len(words)
    classes[at] = listed.alone or classes[at]
    return 1


def _mark_settings(norms: tuple[str, ...], classes: list[str]) -> None:
    """«در این دیدار»، «در ادامه این نشست»: a demonstrative and its noun after «در» tell where, never who."""
    this, within = folded("statements.toml", "demonstratives"), folded("statements.toml", "within")
    for at in [at for at, norm in enumerate(norms) if norm in this]:
        if not 0 < at < len(norms) - 1 or classes[at + 1]:
            continue
        if norms[at - 1] in within or (classes[at - 1] == ADVERBIAL and norms[at - 2] in within):
            classes[at - 1 : at + 2] = [ADVERBIAL] * 3


def _with_dates(classes: list[str], edges: list[int], dates: Sequence[DateMention]) -> tuple[str, ...]:
    """A date in a clause is an adverbial: it bounds a noun phrase."""
    for date in dates[bisect_left(dates, edges[0], key=_ends) : bisect_left(dates, edges[-1] + 1, key=_starts)]:
        for at in range(bisect_left(edges, date.span.start), bisect_left(edges, date.span.end)):
            classes[at] = classes[at] or ADVERBIAL
    return tuple(classes)


def _starts(date: DateMention) -> int:
    return date.span.start


def _ends(date: DateMention) -> int:
    return date.span.end
