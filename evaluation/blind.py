"""Give the articles annotated blind their texts back: `blind.jsonl` and the corpus in, gold articles out.

    python -m evaluation.blind [--fold keep] > /tmp/blind.jsonl && didar evaluate /tmp/blind.jsonl

96 random articles of the corpus, annotated by GUIDELINES.md without a look at what Didar finds; by the model that wrote
Didar, not by people, so that they tell how Didar fares on unread articles, not how far it is from a person. Of the
fold «keep» nobody has read an error. Page furniture and topics were not annotated.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import msgspec

from didar.evaluating.gold import Fold, GoldArticle
from evaluation.shared import ROOT, load_corpus

BLIND = ROOT / "evaluation" / "blind.jsonl"


def load_blind(fold: Fold = "all") -> tuple[GoldArticle, ...]:
    """Return the articles of a fold with their texts; raise ValueError where the corpus holds another text."""
    return tuple(msgspec.convert(fields, GoldArticle) for fields in _with_texts(_lines(fold)))


def _lines(fold: Fold) -> dict[str, dict[str, Any]]:
    lines = map(json.loads, BLIND.read_text(encoding="utf-8").splitlines())
    return {line["id"]: line for line in lines if fold in ("all", line["fold"])}


def _with_texts(wanted: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for line in load_corpus():
        if fields := wanted.get(line.article.id):
            if sha256(line.article.text.encode()).hexdigest() != fields["sha256"]:
                raise ValueError(f"{BLIND}: the corpus holds another text of {line.article.id}")
            yield {**fields, "text": line.article.text}


def main() -> None:
    """Write the articles, a line each, as `didar evaluate` takes them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", choices=["work", "keep", "all"], default="all")
    for article in load_blind(parser.parse_args().fold):
        sys.stdout.buffer.write(msgspec.json.encode(article) + b"\n")


if __name__ == "__main__":
    main()
