"""Read a search query: words, phrases, prefixes, OR, NOT, NEAR and brackets become a tree of what to look for.

The words go through the same repair and folding as the reports, so that every spelling of a word finds all of them.
"""

from __future__ import annotations

import re

import msgspec

from didar.persian.letters import ZWNJ, fold
from didar.records import Article
from didar.search.words import norm_of, stem_of
from didar.text.prepare import prepare_text

MAX_QUERY = 2000
MAX_DEPTH = 40


class QueryError(ValueError):
    """A query that cannot be read; the message says what is wrong with it."""


class Word(msgspec.Struct, frozen=True):
    """One word: as folded, its stem, and the parts that its half-spaces part it into; a prefix matches beginnings."""

    norm: str
    stem: str
    parts: tuple[str, ...] = ()
    prefix: bool = False


class Run(msgspec.Struct, frozen=True):
    """Words that must all be there, in any order; neighbours may be written as one word."""

    words: tuple[Word, ...]


class Phrase(msgspec.Struct, frozen=True):
    """Words that must follow each other, spelled so."""

    words: tuple[Word, ...]


class Near(msgspec.Struct, frozen=True):
    """Words that must stand with at most `distance` others between them."""

    words: tuple[Word, ...]
    distance: int


class All(msgspec.Struct, frozen=True):
    """All of the wanted, none of the unwanted."""

    wanted: tuple[Node, ...]
    unwanted: tuple[Node, ...] = ()


class Any(msgspec.Struct, frozen=True):
    """At least one of these."""

    choices: tuple[Node, ...]


Node = Run | Phrase | Near | All | Any

_PIECES = re.compile(
    r"""\s*(?:
      (?P<near>NEAR\s*\(\s*(?P<near_words>[^()]*?)\s*(?:,\s*(?P<distance>\d{1,3})\s*)?\)) |
      (?P<phrase>"[^"]*"|«[^»]*»|“[^”]*”) |
      (?P<or>OR\b|\|) | (?P<and>AND\b|&) | (?P<not>NOT\b|-(?=[^\s-])) |
      (?P<open>\() | (?P<close>\)) |
      (?P<word>[^\s()"«»“”|&]+) |
      (?P<bad>\S)
    )""",
    re.VERBOSE,
)
_NEAR_UNLESS_SAID = 10
_Piece = tuple[str, re.Match[str]]


def parse_query(query: str) -> Node:
    """Return the tree of a query; raise QueryError with a sentence that says what is wrong.

    >>> parse_query('"می گوید" OR كتاب*').choices[1].words[0].norm
    'کتاب'
    """
    if len(query) > MAX_QUERY:
        raise QueryError(f"the query is longer than {MAX_QUERY} characters")
    pieces = [(match.lastgroup or "", match) for match in _PIECES.finditer(query)]
    pieces = [("near" if kind in ("near_words", "distance") else kind, match) for kind, match in pieces]
    reader = _Reader(pieces)
    node = reader.read_any(0)
    if reader.here() == "close":
        raise QueryError("a closing bracket without an opening one")
    return node


class _Reader:
    """Walks over the pieces of a query, one method for each level of the grammar."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces = pieces
        self._at = 0

    def here(self) -> str:
        return self._pieces[self._at][0] if self._at < len(self._pieces) else "end"

    def _take(self) -> re.Match[str]:
        self._at += 1
        return self._pieces[self._at - 1][1]

    def read_any(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise QueryError("too many brackets inside one another")
        choices = [self._read_all(depth)]
        while self.here() == "or":
            self._take()
            choices.append(self._read_all(depth))
        return choices[0] if len(choices) == 1 else Any(tuple(choices))

    def _read_all(self, depth: int) -> Node:
        wanted: list[Node] = []
        unwanted: list[Node] = []
        while self.here() not in ("end", "or", "close"):
            if self.here() == "and":
                self._take()
                self._expect_operand("AND")
            elif self.here() == "not":
                self._take()
                self._expect_operand("NOT")
                unwanted.append(self._read_one(depth))
            else:
                wanted.append(self._read_one(depth))
        if not wanted:
            raise QueryError(self._complaint(unwanted))
        return wanted[0] if len(wanted) == 1 and not unwanted else All(tuple(wanted), tuple(unwanted))

    def _complaint(self, unwanted: list[Node]) -> str:
        if unwanted:
            return "only words to leave out: say also what to look for"
        return "nothing to look for" if not self._pieces else "OR and brackets need a word on each side"

    def _expect_operand(self, operator: str) -> None:
        if self.here() in ("end", "or", "and", "not", "close"):
            raise QueryError(f"{operator} needs a word after it")

    def _read_one(self, depth: int) -> Node:
        kind = self.here()
        if kind == "open":
            return self._read_brackets(depth)
        if kind == "phrase":
            return Phrase(_some(words_of(self._take().group("phrase")[1:-1]), "the quotation marks"))
        if kind == "near":
            match = self._take()
            words = _some(words_of(match.group("near_words")), "NEAR( )")
            return Near(words, int(match.group("distance") or _NEAR_UNLESS_SAID))
        if kind == "bad":
            raise QueryError(f"an opening or closing {self._take().group('bad')} without its other half")
        return self._read_run()

    def _read_brackets(self, depth: int) -> Node:
        self._take()
        node = self.read_any(depth + 1)
        if self.here() != "close":
            raise QueryError("an opening bracket without a closing one")
        self._take()
        return node

    def _read_run(self) -> Node:
        words = []
        while self.here() == "word":
            words.append(self._take().group("word"))
        return Run(_some(words_of(" ".join(words)), repr(" ".join(words))))


def _some(words: tuple[Word, ...], where: str) -> tuple[Word, ...]:
    if not words:
        raise QueryError(f"no word in {where}")
    return words


def words_of(query: str) -> tuple[Word, ...]:
    """Return the words of a piece of a query, repaired; a word that ends in * is a prefix."""
    if not query.strip():
        return ()
    text = prepare_text(Article(id="query", text=query))
    tokens = [token for sentence in text.sentences for token in sentence.tokens]
    words = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.norm[:1].isalnum():
            prefix = following is not None and following.text == "*" and following.start == token.end
            words.append(_word(token.text, prefix))
    return tuple(words)


def _word(text: str, prefix: bool) -> Word:
    norm, stem = norm_of(text), stem_of(text)
    parts = tuple(norm_of(part) for part in text.split(ZWNJ) if fold(part))
    return Word(norm, stem, parts if len(parts) > 1 and stem == norm else (), prefix)
