"""Find where words stand in the lexicon: words in, the file and line of each entry that has them out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from didar.persian.letters import fold

# Entries longer than this many words there are none.
_LONGEST = 6


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One line of the lexicon: its first cell, and the other cells by their columns but for the example."""

    file: str
    line: int
    word: str
    cells: dict[str, str]


def entries_in(words: str, tables: tuple[str, ...]) -> Iterator[Entry]:
    """Yield the entries whose words stand in `words`, from left to right, the longest first; tables in their order."""
    tokens, index, at = words.replace("\u200c", " ").split(), _index(tables), 0
    while at < len(tokens):
        keys = {n: _key(" ".join(tokens[at : at + n])) for n in range(1, min(_LONGEST, len(tokens) - at) + 1)}
        length = max((n for n, key in keys.items() if key in index), default=0)
        if length:
            yield from index[keys[length]]
        at += length or 1


def entries_of(word: str, tables: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the entries whose word is `word`."""
    return _index(tables).get(_key(word), ())


def _key(words: str) -> str:
    return fold(words).replace(" ", "").strip("«»،؛:.()")


@cache
def _index(tables: tuple[str, ...]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, tuple[Entry, ...]] = {}
    for table in tables:
        for entry in _entries(table):
            for word in (entry.word, *_others(entry)):
                index[_key(word)] = (*index.get(_key(word), ()), entry)
    return index


def _others(entry: Entry) -> list[str]:
    return [word for word in entry.cells.get("plural", "-").split("،") if word != "-"]


def _entries(table: str) -> Iterator[Entry]:
    heading: list[str] = ["word", "count"] if table.endswith(".counts.tsv") else []
    for number, line in enumerate(files(__package__).joinpath(table).read_text(encoding="utf-8").split("\n"), 1):
        cells = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if not heading:
            heading = cells
            continue
        rest = dict(zip(heading[1:], cells[1:], strict=True))
        yield Entry(table, number, cells[0], {name: cell for name, cell in rest.items() if name != "example"})
