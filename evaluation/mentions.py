"""Measure the mentions stage on gold articles: sources covered exactly, entity names found, persons per article.

    .venv/bin/python evaluation/mentions.py GOLD.jsonl [--part dev|aside|all] [--show N]

`dev` are the articles at index % 3 != 2, `aside` those kept aside (figures only). `--show` prints sources missed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from didar.mentions.find import find_mentions
from didar.persian.letters import fold
from didar.records import Article, Mention, Text
from didar.text.prepare import prepare_text


def main() -> None:
    """Read the gold articles, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("--part", choices=["dev", "aside", "all"], default="dev")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    shown = 0
    for gold in articles(options.gold, options.part):
        text = prepare_text(Article(id=gold["id"], text=gold["text"]))
        find_mentions(text)  # the first reading fills the caches, as in a long run
        began = time.process_time()
        mentions = find_mentions(text).actors
        counts["microseconds"] += int(1e6 * (time.process_time() - began))
        counts["letters"] += len(text.text)
        for line in sources(gold, text, mentions, counts):
            if shown < options.show and options.part != "aside":
                shown += 1
                print(line)
        entities(gold, mentions, text, counts)
        counts["persons"] += sum(mention.type == "person" and mention.form == "name" for mention in mentions)
        counts["articles"] += 1
    report(counts)


def articles(path: str, part: str) -> Iterator[dict[str, Any]]:
    """Yield the gold articles of one part."""
    with open(path, encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            if part == "all" or (index % 3 == 2) == (part == "aside"):
                yield json.loads(line)


def squeeze(words: str) -> str:
    """Fold a string to its letters, so that repaired and raw spellings compare."""
    return "".join(letter for letter in fold(words) if letter.isalnum())


def sources(gold: dict[str, Any], text: Text, mentions: tuple[Mention, ...], counts: Counter[str]) -> Iterator[str]:
    """Count gold sources covered by a mention, and yield a line for each that is not covered exactly.

    Repairs move offsets, so strings are compared: the source's letters, near the same place.
    """
    found = [(mention.span.start, squeeze(text.text[mention.span.start : mention.span.end])) for mention in mentions]
    for statement in gold["statements"]:
        if statement["source"] is None or statement.get("optional"):
            continue
        start, end = statement["source"]
        wanted = squeeze(gold["text"][start:end])
        near = [letters for at, letters in found if abs(at - start) < 300]
        counts["sources"] += 1
        counts["exact"] += wanted in near
        overlaps = [letters for letters in near if letters in wanted or wanted in letters]
        counts["overlap"] += bool(overlaps)
        if wanted not in near:
            yield f"{gold['id'][:20]} | {gold['text'][start:end]} || {gold['text'][end : end + 20]!r} || {overlaps[:3]}"


def entities(gold: dict[str, Any], mentions: tuple[Mention, ...], text: Text, counts: Counter[str]) -> None:
    """Count the gold entities whose name is a mention's name or whole phrase."""
    names = {squeeze(text.text[m.name.start : m.name.end]) for m in mentions if m.name}
    wholes = names | {squeeze(text.text[m.span.start : m.span.end]) for m in mentions}
    for entity in gold["entities"].values():
        counts[f"entities {entity['type']}"] += 1
        counts[f"found {entity['type']}"] += squeeze(entity["name"]) in wholes


def report(counts: Counter[str]) -> None:
    """Print the figures."""
    print(f"sources exact   {counts['exact'] / counts['sources']:.3f} of {counts['sources']}")
    print(f"sources overlap {counts['overlap'] / counts['sources']:.3f}")
    for kind in ("person", "organization", "group", "document"):
        if total := counts[f"entities {kind}"]:
            print(f"entity names    {counts[f'found {kind}'] / total:.3f} of {total} {kind}")
    print(f"named persons   {counts['persons'] / counts['articles']:.1f} an article")
    print(f"time            {counts['microseconds'] / counts['letters'] * 2:.2f} ms for 2,000 letters")


if __name__ == "__main__":
    main()
