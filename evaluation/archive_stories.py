"""Measure how well copies are found: light edits and rewritten versions of corpus articles, and wrong merges."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from didar.persian.letters import ZWNJ
from didar.records import Article, Record
from didar.search.words import words_of_text
from didar.store.columns import index_words
from didar.store.files import Connection, open_store
from didar.store.rows import Reading
from didar.store.stories import group_stories
from didar.store.transactions import Batch
from didar.stories.marks import marks_of
from didar.text.prepare import prepare_text
from evaluation.shared import load_corpus

_SHORTEST = 120  # words; shorter reports leave too little to rewrite
_EDITED_WORDS = 0.02
_KEPT_SENTENCES = 0.6  # of the sentences of a rewritten report; wire reports keep the quotations and lose the rest
_REWORDED = 0.35  # of the words of each other sentence


class StoryFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Shares of light edits and of rewritten versions that were put to their originals, and what was merged besides."""

    originals: int
    light: float
    rewritten: float
    merged_originals: int
    with_strangers: float


def measure_stories(count: int, folder: Path, seed: int = 5) -> StoryFigures:
    """Add articles of the corpus with a light edit and a rewritten version of each; count what was grouped."""
    taken = [line.article for line in load_corpus(count, 15_000 // count)]
    articles = [article for article in taken if len(article.text.split()) > _SHORTEST]
    chance = random.Random(seed)
    vocabulary = [word for article in articles for word in article.text.split()]
    versions = []
    for article in articles:
        light, rewritten = edit_lightly(article.text, chance), rewrite(article.text, vocabulary, chance)
        versions += [article, replace(article, id=f"{article.id}-light", text=light)]
        versions.append(replace(article, id=f"{article.id}-rewritten", text=rewritten))
    stories = _stories(versions, folder / "stories.db")
    return _figures(articles, stories)


def edit_lightly(text: str, chance: random.Random) -> str:
    """Return a text as another agency prints it: half-spaces gone, a word in fifty left out, the last lines cut."""
    lines = text.replace(ZWNJ, "").split("\n")
    kept = lines[: max(2, len(lines) - 1)] if len(lines) > 4 else lines
    return "\n".join(" ".join(w for w in line.split() if chance.random() > _EDITED_WORDS) for line in kept)


def rewrite(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """Return a text told anew: another title, most sentences kept but some reworded or left out, paragraphs moved."""
    sentences = [part.strip() for line in text.split("\n")[1:] for part in line.split(". ") if part.strip()]
    told = []
    for sentence in sentences:
        drawn = chance.random()
        if drawn < _KEPT_SENTENCES:
            told.append(sentence)
        elif drawn < (1 + _KEPT_SENTENCES) / 2:
            told.append(" ".join(_other(word, vocabulary, chance) for word in sentence.split()))
    half = len(told) // 2
    title = " ".join(chance.choice(vocabulary) for _ in range(8))
    return "\n".join([title, ". ".join(told[half:]), ". ".join(told[:half])])


def _other(word: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    return chance.choice(vocabulary) if chance.random() < _REWORDED else word


def _stories(articles: Sequence[Article], path: Path) -> dict[str, int | None]:
    connection = open_store(path, write=True)
    with Batch(connection) as batch:
        for article in articles:
            batch.add(_marked(article), reader="x", now="x")
    group_stories(connection)
    return _by_id(connection)


def _marked(article: Article) -> Reading:
    """Return a reading with words and marks but nothing found in it: all that stories look at."""
    text = prepare_text(article)
    record = Record(
        id=article.id,
        text_sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        sections=text.sections,
        boilerplate=(),
        entities=(),
        statements=(),
        meetings=(),
        notes=(),
    )
    words = index_words(words_of_text(text), article.text, record)
    return Reading(article=article, record=record, words=words, marks=marks_of(text))


def _by_id(connection: Connection) -> dict[str, int | None]:
    return dict(connection.execute("SELECT given_id, story FROM articles").fetchall())


def _figures(articles: Sequence[Article], stories: dict[str, int | None]) -> StoryFigures:
    def together(version: str) -> float:
        found = [stories[a.id] is not None and stories[a.id] == stories[f"{a.id}-{version}"] for a in articles]
        return sum(found) / len(found)

    owners: dict[int | None, set[str]] = {}
    for id, story in stories.items():
        owners.setdefault(story, set()).add(id.partition("-")[0])
    merged = sum(len(owners[stories[a.id]]) > 1 for a in articles if stories[a.id] is not None)
    return StoryFigures(
        originals=len(articles),
        light=together("light"),
        rewritten=together("rewritten"),
        merged_originals=merged,
        with_strangers=merged / len(articles),
    )
