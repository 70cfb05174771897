"""Read the lexicon files: TSV tables into rows, TOML patterns into mappings. A bad line raises, with its place.

FORMAT.md tells how the files are written.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

Row = dict[str, str]

_ARABIC = re.compile("[يىكٮٰ\u0640]")
_COUNTED = re.compile(r"#.*|[^\t]+\t\d+")
_STRAY = re.compile(r"^\s|\s$|[^\S\n\t]{2}|\u200c\u200c|\u200c[ \t]|[ \t]\u200c")


# The same over a whole file at once: where it finds nothing, no cell has to be looked at.
_SUSPECT = re.compile(
    f"{_ARABIC.pattern}|(?:^|\t)[^\\S\n\t]|[^\\S\n\t](?:$|\t)|[^\\S\n\t]{{2}}|\u200c[\u200c \t\n]|[ \t\n]\u200c",
    re.MULTILINE,
)


class LexiconError(ValueError):
    """A lexicon file breaks the format; the message names file and line."""


def _text_of(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _complaint(cells: list[str], width: int) -> str | None:
    if len(cells) != width:
        return f"{len(cells)} columns where the heading has {width}"
    for cell in cells:
        if found := _ARABIC.search(cell):
            return f"Arabic letter U+{ord(found.group()):04X} in {cell!r}"
        if _STRAY.search(cell):
            return f"stray space in {cell!r}"
    return None


def parse_table(text: str, name: str, key: int = 1) -> tuple[Row, ...]:
    """Return the rows of a TSV table as mappings from column to cell.

    The first line that is no comment (`#`) is the heading. The first `key` columns together must be unique.
    Raises LexiconError with file and line for a wrong number of columns, an Arabic ي or ك, stray spaces, duplicates.
    """
    suspect = _SUSPECT.search(text) is not None
    heading: list[str] | None = None
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if heading is None:
            heading = cells
            continue
        if (suspect or len(cells) != len(heading)) and (complaint := _complaint(cells, len(heading))):
            raise LexiconError(f"{name}:{number}: {complaint}")
        first = seen.setdefault(tuple(cells[:key]), number)
        if first != number:
            raise LexiconError(f"{name}:{number}: {cells[0]!r} stands already in line {first}")
        rows.append(dict(zip(heading, cells, strict=True)))
    return tuple(rows)


@cache
def load_table(name: str, key: int = 1) -> tuple[Row, ...]:
    """Return the rows of the shipped table `name` («roles.tsv»); see `parse_table`."""
    return parse_table(_text_of(name), name, key)


@cache
def load_counts(name: str) -> dict[str, int]:
    """Return a counted list (word, tab, count; no heading, no examples) as a mapping."""
    return parse_counts(_text_of(name), name)


def parse_counts(text: str, name: str) -> dict[str, int]:
    """Return the words of a counted list with their counts; raise LexiconError with file and line for a bad line."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    cells = "\t".join(lines).split("\t")
    try:
        counts = dict(zip(cells[::2], map(int, cells[1::2]), strict=True))
    except ValueError:
        counts = {}
    if len(cells) != 2 * len(lines) or not counts:
        number = next(i for i, line in enumerate(text.splitlines(), 1) if not _COUNTED.fullmatch(line))
        raise LexiconError(f"{name}:{number}: not a word, a tab and a count")
    return counts


@cache
def load_patterns(name: str) -> dict[str, Any]:
    """Return the shipped TOML file `name` as a mapping."""
    try:
        return tomllib.loads(_text_of(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: {error}") from error
