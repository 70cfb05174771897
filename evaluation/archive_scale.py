"""Make a large archive out of a small one's readings: the same reports with other names and dates, spans kept.

Names are replaced by surnames of the same length, so that every offset of a real reading stays right and 200,000
articles need not be read. Copies lie on other days, and their marks are salted: as many and as spread as those of
reports that have nothing to do with each other.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from didar.batch.reader import reading_of
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_counts
from didar.records import Entity, Record
from didar.store.columns import index_words
from didar.store.packing import unpack_words
from didar.store.rows import Reading, Words
from evaluation.shared import load_corpus

FIRST_DAY = date(2010, 1, 1)
DAYS = 5000
_SHORTEST_NAME = 3


def sample_readings(count: int, step: int) -> list[Reading]:
    """Return readings of articles taken evenly from the corpus."""
    return [reading_of(line.article) for line in load_corpus(count, step)]


def varied(readings: Sequence[Reading], total: int, seed: int = 1) -> Iterator[Reading]:
    """Yield `total` readings: round after round of the given ones, each round with other names and dates."""
    surnames = _surnames_by_length()
    for number in range(total):
        chance = random.Random(seed * 1_000_003 + number)
        yield _vary(readings[number % len(readings)], number, chance, surnames)


def _surnames_by_length() -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for name in load_counts("surnames.counts.tsv"):
        names.setdefault(len(name), []).append(name)
    return names


def _vary(reading: Reading, number: int, chance: random.Random, surnames: Mapping[int, list[str]]) -> Reading:
    swaps = _swaps(reading.record, chance, surnames)
    published = (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat()
    source = replace(reading.article.source, published=published, url=None)
    text, words = _swapped(reading.article.text, unpack_words(reading.words.packed, reading.article.text), swaps)
    article = replace(reading.article, id=f"v{number}", text=text, source=source)
    salt = chance.getrandbits(62) << 1  # keeps the lowest bit, which tells sketch from sentence
    record = replace(
        reading.record,
        id=article.id,
        text_sha256=f"{number:064x}",
        text=msgspec.UNSET,
        source=source,
        entities=tuple(_named(entity, swaps) for entity in reading.record.entities),
    )
    indexed = index_words(words, text, record)
    return Reading(article=article, record=record, words=indexed, marks=tuple(mark ^ salt for mark in reading.marks))


def _swaps(record: Record, chance: random.Random, surnames: Mapping[int, list[str]]) -> dict[str, str]:
    """Choose for the last word of each person's name another surname of its length."""
    last = {entity.name.split()[-1] for entity in record.entities if entity.type == "person" and " " in entity.name}
    usable = [word for word in last if len(word) >= _SHORTEST_NAME and fold(word) == word]
    return {word: chance.choice(surnames[len(word)]) for word in sorted(usable) if len(word) in surnames}


def _swapped(text: str, words: Words, swaps: Mapping[str, str]) -> tuple[str, Words]:
    if not swaps:
        return text, words
    letters, norms, stems = list(text), list(words.norms), list(words.stems)
    for at, norm in enumerate(words.norms):
        other = swaps.get(norm)
        if other and words.ends[at] - words.starts[at] == len(other):
            letters[words.starts[at] : words.ends[at]] = other
            norms[at] = stems[at] = other
    return "".join(letters), Words(words.starts, words.ends, tuple(norms), tuple(stems))


def _named(entity: Entity, swaps: Mapping[str, str]) -> Entity:
    names = [" ".join(swaps.get(word, word) for word in name.split()) for name in (entity.name, *entity.aliases)]
    return replace(entity, name=names[0], aliases=tuple(dict.fromkeys(names[1:])), latin=None)
