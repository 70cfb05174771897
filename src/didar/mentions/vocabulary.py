"""The words that mentions are made of: lexicon tables in, one index from first word to entries out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import Row, load_counts, load_patterns, load_table
from didar.persian.variants import ezafe_form, spellings

_JOINT = re.compile(f"[ {ZWNJ}]")
_PIECE = re.compile(r"\w+|[^\w\s]")


class Entry(NamedTuple):
    """One meaning of a word: its kind, how it is written in the lexicon, and what follows from it."""

    kind: str
    word: str
    english: str
    sector: str | None = None
    country: str | None = None
    plural: bool = False
    flags: frozenset[str] = frozenset()


Match = tuple[Entry, int]


class Words:
    """What begins with one word: entries of that word alone, and longer ones by their second word."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone: tuple[Match, ...] = ()
        self.longer: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}


class Index:
    """All entries by their first word; `find` gives those that stand at a place, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._by_first: dict[str, Words] = {}
        for form, entry in entries:
            for spelling in spellings(form):
                for pieces in joinings(spelling):
                    self._add(pieces, entry)
        for words in self._by_first.values():
            for listed in words.longer.values():
                listed.sort(key=lambda item: -len(item[0]))

    def _add(self, pieces: tuple[str, ...], entry: Entry) -> None:
        words = self._by_first.setdefault(pieces[0], Words())
        if len(pieces) == 1:
            if (entry, 1) not in words.alone:
                words.alone += ((entry, 1),)
            return
        listed = words.longer.setdefault(pieces[1], [])
        if (pieces, entry) not in listed:
            listed.append((pieces, entry))

    def first_words(self) -> Iterable[str]:
        """Return every word that begins an entry."""
        return self._by_first.keys()

    def beginning(self, norm: str) -> Words | None:
        """Return what begins with a word."""
        return self._by_first.get(norm)

    def find(self, norms: list[str], at: int) -> tuple[Match, ...]:
        """Return the entries that stand at token `at`, each with its length in tokens, the longest first."""
        words = self._by_first.get(norms[at])
        if words is None:
            return ()
        longer = words.longer.get(norms[at + 1]) if words.longer and at + 1 < len(norms) else None
        if longer is None:
            return words.alone
        found = [
            (entry, size)
            for pieces, entry in longer
            if (size := len(pieces)) == 2 or tuple(norms[at : at + size]) == pieces
        ]
        return (*found, *words.alone)


def joinings(form: str) -> Iterator[tuple[str, ...]]:
    """Yield a form as tokens in every way its parts may be joined: «رئیس‌جمهور», «رئیس جمهور», «رئیسجمهور»."""
    parts = [fold(part) for part in _JOINT.split(form)]
    if len(parts) > 4:
        yield tuple(_PIECE.findall(fold(form)))
        parts = [fold(part) for part in form.split(" ")]
    ways = product(("", " "), repeat=len(parts) - 1) if len(parts) <= 4 else [(" ",) * (len(parts) - 1)]
    for way in ways:
        joined = parts[0] + "".join(gap + part for gap, part in zip(way, parts[1:], strict=True))
        yield tuple(_PIECE.findall(joined))


def _forms(form: str, entry: Entry) -> Iterator[tuple[str, Entry]]:
    """Yield a word, and the form that a complement must follow: سخنگو, سخنگوی."""
    yield form, entry
    if (joined := ezafe_form(form)) is not None:
        yield joined, entry._replace(flags=entry.flags | {"ezafe"})


def _flags(cell: str) -> frozenset[str]:
    return frozenset() if cell == "-" else frozenset(cell.split(","))


def _value(cell: str) -> str | None:
    return None if cell == "-" else cell


def _roles() -> Iterator[tuple[str, Entry]]:
    for row in load_table("roles.tsv"):
        one = Entry("role", row["word"], row["english"], _value(row["sector"]), flags=_flags(row["flags"]))
        yield from _forms(row["word"], one)
        many = one._replace(plural=True)
        for plural in () if row["plural"] == "-" else row["plural"].split("،"):
            yield from _forms(plural, many)


def _groups() -> Iterator[tuple[str, Entry]]:
    for row in load_table("groups.tsv"):
        yield row["word"], Entry("group", row["word"], row["english"], _value(row["sector"]), plural=True)


def _organization_heads() -> Iterator[tuple[str, Entry]]:
    for row in load_table("organization_heads.tsv"):
        yield from _forms(row["word"], Entry("head", row["word"], row["english"], _value(row["sector"])))


def _organizations() -> Iterator[tuple[str, Entry]]:
    for row in load_table("organizations.names.tsv"):
        entry = Entry("organization", row["word"], row["english"], _value(row["sector"]), _value(row["country"]))
        yield row["word"], entry._replace(flags=_flags(row["weak"]))


def _media() -> Iterator[tuple[str, Entry]]:
    for row in load_table("media.names.tsv"):
        yield row["word"], Entry("media", row["word"], row["english"], "JRN", flags=_flags(row["weak"]))


def _countries() -> Iterator[tuple[str, Entry]]:
    plurals = load_patterns("mentions.toml")["words"]["plural_ends"]
    for row in load_table("countries.names.tsv", 2):
        kind, _, weak = row["kind"].partition(" ")
        entry = Entry(kind, row["word"], row["english"], "GOV", _value(row["code"]), flags=_flags(weak or "-"))
        yield row["word"], entry
        for plural in plurals if kind == "demonym" else ():
            yield row["word"] + ZWNJ + plural, entry._replace(kind="group", plural=True)


def _ranks() -> Iterator[tuple[str, Entry]]:
    for row in load_table("ranks.tsv"):
        yield row["word"], Entry("rank", row["word"], row["english"], flags=_flags(row["weak"]) | {row["kind"]})


def _small(name: str, kind: str, english: str, flag: str) -> Iterator[tuple[str, Entry]]:
    for row in load_table(name):
        yield row["word"], Entry(kind, row["word"], row[english], flags=frozenset({row[flag]}))


def _plain(name: str, kind: str) -> Iterator[tuple[str, Entry]]:
    for row in load_table(name):
        yield row["word"], Entry(kind, row["word"], row["english"])


def _places() -> Iterator[tuple[str, Entry]]:
    for row in load_table("places.names.tsv"):
        yield row["word"], Entry("place", row["word"], row["english"], None, _value(row["country"]))
    for row in load_table("domains.names.tsv"):
        if _JOINT.search(row["word"]):  # single words are judged by their counts
            yield row["word"], Entry("domain", row["word"], row["english"])
    words = load_patterns("mentions.toml")["words"]
    for kind in ("land", "works"):
        for word in words[kind]:
            yield word, Entry(kind, word, "")


@cache
def index() -> Index:
    """Return the index over all the tables of the mentions stage."""
    return Index(
        pair
        for pairs in (
            _roles(), _groups(), _organization_heads(), _organizations(), _media(), _countries(), _ranks(), _places(),
            _small("pronouns.tsv", "pronoun", "english", "type"),
            _small("office_modifiers.tsv", "modifier", "english", "kind"),
            _small("quantifiers.tsv", "quantifier", "english", "number"),
            _small("determiners.tsv", "determiner", "english", "kind"),
            _plain("documents.tsv", "document"), _plain("linkers.tsv", "linker"),
        )
        for pair in pairs
    )  # fmt: skip


@cache
def stops() -> dict[str, str]:
    """Return the words that end a noun phrase, with their kind (prep, conj, time, cue, verb, ...)."""
    return {fold(row["word"]): row["kind"] for row in load_table("phrase_stops.tsv")}


@cache
def common_words() -> dict[str, int]:
    """Return how often the common words of the language stand in the corpus (40 times or more)."""
    return load_counts("common_words.counts.tsv")


@cache
def office_words() -> dict[str, int]:
    """Return how often a word stands inside an office or the name of an organization in the corpus."""
    return load_counts("office_words.counts.tsv")


@cache
def given_names() -> dict[str, int]:
    """Return the given names, with how often they begin a person's name in the corpus."""
    return load_counts("given_names.counts.tsv")


@cache
def surnames() -> dict[str, int]:
    """Return the surnames, with how often they end a person's name in the corpus."""
    return load_counts("surnames.counts.tsv")


@cache
def name_parts() -> frozenset[str]:
    """Return every part of a name whose Latin spelling is known, everyday words too («روحانی», «صنعتی»)."""
    return frozenset(fold(row["word"]).replace(" ", "") for row in load_table("latin.names.tsv"))


@cache
def foreign_names() -> frozenset[str]:
    """Return the parts of names that are used outside Iran only."""
    rows = load_table("latin.names.tsv")
    return frozenset(fold(row["word"]).replace(" ", "") for row in rows if row["latin"] == row["elsewhere"])


@cache
def statesmen() -> dict[str, str]:
    """Return the states of people whom every reader knows to speak for one, by name or surname."""
    return {fold(row["word"]).replace(" ", ""): row["country"] for row in load_table("statesmen.names.tsv")}


def rows_of(name: str) -> tuple[Row, ...]:
    """Return the rows of a small table of this stage."""
    return load_table(name)


@cache
def small_words() -> dict[str, frozenset[str]]:
    """Return the small words that the grammar asks for by name, folded."""
    words = load_patterns("mentions.toml")["words"]
    return {
        name: frozenset(fold(word) for word in ([value] if isinstance(value, str) else value))
        for name, value in words.items()
    }
