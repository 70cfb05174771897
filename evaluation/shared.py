"""Say where the annotated articles and the corpus lie beside the project, and load them."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from didar.evaluating.gold import Fold, GoldArticle, choose_fold, read_gold
from didar.evaluating.predicted import Found, read_found
from didar.records import Article, Source

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold" / "dev.jsonl"
CORPUS = SHARED / "corpus" / "news.jsonl.xz"
CORPUS_SIZE = 15_478


class CorpusLine(msgspec.Struct, frozen=True):
    """One article of the corpus and the collection it comes from."""

    article: Article
    collection: str


def load_gold(fold: Fold = "all") -> tuple[GoldArticle, ...]:
    """Return the annotated articles of a fold."""
    return choose_fold(read_gold(GOLD), fold)


def load_records(golds: Sequence[GoldArticle], path: Path | None) -> dict[str, Found]:
    """Return the records of a file, or what Didar finds in the annotated articles now."""
    if path is not None:
        return read_found(path)
    # Imported here, so that measuring a file of records needs no stage of the reading.
    from didar.evaluating.reading import read_golds

    return read_golds(golds)


def load_corpus(limit: int | None = None, step: int = 1) -> Iterator[CorpusLine]:
    """Return articles of the corpus, every `step`-th, in the order of the file, at most `limit`."""
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None if limit is None else limit * step, step):
            fields = json.loads(line)
            parts = [fields.get("title"), fields.get("lead"), *(fields.get("paragraphs") or [])]
            text = "\n".join(part for part in parts if part and part.strip())
            if text:
                source = Source(outlet=fields.get("outlet"))
                yield CorpusLine(Article(id=str(fields["id"]), text=text, source=source), fields["source"])
