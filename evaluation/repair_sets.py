"""Make the sentences on which repairs are measured: held-out clean articles, and the same with known damage."""

from __future__ import annotations

import random
import re
from pathlib import Path

from didar.persian.letters import ZWNJ
from didar.text.characters import repair_characters
from didar.text.edits import apply_edits
from didar.text.sentences import find_sentences
from evaluation.train_repair import DAMAGE, LETTERS, articles

SPACE_BETWEEN = re.compile(r"(?<=\S) (?=\S)")
_NEVER_JOINS = "اآأإدذرزژوؤةء"
_STRAY = re.compile(f"(?<=[{_NEVER_JOINS}]){ZWNJ}")


def sentences(corpus: Path, isna: bool, most: int) -> list[str]:
    """Return undamaged sentences of held-out articles with their half-spaces, drawn at random."""
    found: list[str] = []
    seen: set[str] = set()
    for article in articles(corpus, held_out=True):
        if (article["outlet"] == "isna.ir") is not isna:
            continue
        text = "\n".join(str(p) for p in [article["title"], article["lead"], *article["paragraphs"]] if p)  # type: ignore[misc]
        for line in text.split("\n"):
            line = _STRAY.sub("", apply_edits(line, list(repair_characters(line)))).strip()
            if line in seen or DAMAGE.search(line) or (not isna and ZWNJ not in line):
                continue
            seen.add(line)
            found += [line[a:b] for a, b in find_sentences(line, 0, len(line)) if b - a >= 20]
    random.Random(4).shuffle(found)
    return found[:most]


def glued(sentence: str) -> str:
    """Delete every half-space, as the most used extractor does."""
    return sentence.replace(ZWNJ, "")


def spaced(sentence: str) -> str:
    """Turn every half-space into a space."""
    return sentence.replace(ZWNJ, " ")


def run_together(sentence: str, share: float = 0.03) -> str:
    """Delete a share of the spaces, always the same ones of a sentence."""
    draw = random.Random(sentence)
    return SPACE_BETWEEN.sub(lambda match: "" if draw.random() < share else match.group(), sentence)


def letters_of(text: str) -> int:
    """Count the letters of Persian in a text."""
    return len(re.findall(f"[{LETTERS}]", text))
