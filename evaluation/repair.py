"""Measure repairs: half-spaces and spaces put back, good text left alone, speed; Didar and its peers side by side."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import repair_sets
from repair_sets import glued, letters_of, run_together, spaced, sentences

from didar.persian.letters import ZWNJ
from didar.text.repair import repair

Repairer = Callable[[list[str]], list[str]]


def places(text: str, mark: str) -> set[int]:
    """Return after how many other characters each `mark` stands; both half-spaces and spaces count as none."""
    found: set[int] = set()
    seen = 0
    for character in text:
        if character == mark:
            found.add(seen)
        elif character not in (ZWNJ, " "):
            seen += 1
    return found


def half_space_figures(good: list[str], damaged: list[str], repaired: list[str]) -> dict[str, float]:
    """Return precision, recall and F1 of half-spaces, and other edits per 1,000 letters."""
    right = wrong = missed = other = letters = 0
    for gold, before, after in zip(good, damaged, repaired, strict=True):
        wanted, got = places(gold, ZWNJ), places(after, ZWNJ)
        right, wrong, missed = right + len(wanted & got), wrong + len(got - wanted), missed + len(wanted - got)
        allowed = places(gold, " ") | wanted
        other += len((places(after, " ") ^ places(gold, " ")) - allowed) + (strip(after) != strip(gold))
        letters += letters_of(gold)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return {
        "f1": 100 * 2 * precision * recall / max(1e-9, precision + recall),
        "precision": 100 * precision,
        "recall": 100 * recall,
        "other": 1000 * other / letters,
    }


def strip(text: str) -> str:
    """Return a text without spaces and half-spaces."""
    return text.replace(ZWNJ, "").replace(" ", "")


def missing_space_figures(good: list[str], damaged: list[str], repaired: list[str]) -> dict[str, float]:
    """Return the share of deleted spaces put back, and wrong edits per 1,000 letters."""
    lost = back = wrong = letters = 0
    for gold, before, after in zip(good, damaged, repaired, strict=True):
        wanted = places(gold, " ") - places(before, " ")
        lost += len(wanted)
        back += len(wanted & places(after, " "))
        wrong += len(places(after, " ") - places(gold, " ")) + len(places(before, " ") - places(after, " "))
        wrong += len(places(after, ZWNJ) ^ places(gold, ZWNJ))
        letters += letters_of(gold)
    return {"recall": 100 * back / max(1, lost), "wrong": 1000 * wrong / letters}


def measure(good: list[str], repairer: Repairer) -> dict[str, float]:
    """Return all figures of one repairer on good sentences."""
    figures: dict[str, float] = {}
    for name, damage in (("glued", glued), ("spaced", spaced)):
        damaged = [damage(sentence) for sentence in good]
        for key, value in half_space_figures(good, damaged, repairer(damaged)).items():
            figures[f"{name}_{key}"] = value
    same = repairer(good)
    figures["untouched"] = 100 * sum(a == b for a, b in zip(good, same, strict=True)) / len(good)
    damaged = [run_together(sentence) for sentence in good]
    for key, value in missing_space_figures(good, damaged, repairer(damaged)).items():
        figures[f"missing_{key}"] = value
    started = time.perf_counter()
    repairer([glued(sentence) for sentence in good])
    figures["letters_per_second"] = sum(map(letters_of, good)) / (time.perf_counter() - started)
    return figures


def didar(texts: list[str]) -> list[str]:
    """Repair with Didar."""
    return [repair(text).text for text in texts]


if __name__ == "__main__":
    corpus = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus/news.jsonl.xz")
    for isna in (True, False):
        good = sentences(corpus, isna, 4000)
        print("ISNA" if isna else "others", len(good))
        for key, value in measure(good, didar).items():
            print(f"  {key:22}{value:10.2f}")
